"""Makes a binary workbook (xlsb) record by record: no library at hand writes one."""

import struct

from tests.ingest.bad_files import make_zip

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN_TYPE = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_STATES = {"visible": 0, "hidden": 1, "veryHidden": 2}
_ERRORS = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#N/A": 0x2A}

# Record numbers of the file format.
_ROW, _ERROR, _BOOL, _REAL, _TEXT, _SHARED, _FORMULA_NUMBER = 0, 3, 4, 5, 6, 7, 9
_SST_ITEM, _NUMBER_FORMAT, _CELL_FORMAT = 19, 44, 47
_BOOK, _END_BOOK, _SHEET, _END_SHEET = 131, 132, 129, 130
_SHEETS, _END_SHEETS, _SHEET_ENTRY = 143, 144, 156
_DATA, _END_DATA, _DIMENSION = 145, 146, 148
_SST, _END_SST = 159, 160
_MERGE, _MERGES, _END_MERGES = 176, 177, 178
_FORMATS, _END_FORMATS, _CELL_FORMATS, _END_CELL_FORMATS, _STYLES, _END_STYLES = 615, 616, 617, 618, 278, 279


class Formula:
    """A number that a formula gave."""

    def __init__(self, result):
        self.result = result


class Styled:
    """A value with the number of its cell format: 1 shows per cent, 2 a date."""

    def __init__(self, value, style):
        self.value, self.style = value, style


class Error(str):
    """A spreadsheet error such as ``#REF!``."""


class Inline(str):
    """A text that stands in its cell and not in the table of texts."""


def record(number, body=b""):
    """One record: its number, its length in groups of seven bits, its bytes."""
    head = bytes((number,)) if number < 0x80 else bytes((number & 0x7F | 0x80, number >> 7))
    length, size = len(body), b""
    while True:
        low, length = length & 0x7F, length >> 7
        size += bytes((low | (0x80 if length else 0),))
        if not length:
            return head + size + body


def wide(text):
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def _cell(column, value, texts):
    style = 0
    if isinstance(value, Styled):
        value, style = value.value, value.style
    place = struct.pack("<II", column, style)
    if isinstance(value, Formula):
        # Flags and an empty expression after the result.
        return record(_FORMULA_NUMBER, place + struct.pack("<dHII", value.result, 0, 0, 0))
    if isinstance(value, Error):
        return record(_ERROR, place + bytes((_ERRORS[value],)))
    if isinstance(value, Inline):
        return record(_TEXT, place + wide(value))
    if isinstance(value, bool):
        return record(_BOOL, place + bytes((value,)))
    if isinstance(value, str):
        texts.setdefault(value, len(texts))
        return record(_SHARED, place + struct.pack("<I", texts[value]))
    return record(_REAL, place + struct.pack("<d", value))


def sheet_part(rows, texts, merged=()):
    """A sheet of rows of values; None is no cell."""
    width = max(map(len, rows), default=1)
    parts = [
        record(_SHEET),
        record(_DIMENSION, struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, max(width - 1, 0))),
        record(_DATA),
    ]
    for number, row in enumerate(rows):
        if any(value is not None for value in row):
            parts.append(record(_ROW, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0)))
            parts += [_cell(column, value, texts) for column, value in enumerate(row) if value is not None]
    parts.append(record(_END_DATA))
    if merged:
        parts.append(record(_MERGES, struct.pack("<I", len(merged))))
        parts += [record(_MERGE, struct.pack("<IIII", *one)) for one in merged]
        parts.append(record(_END_MERGES))
    return b"".join((*parts, record(_END_SHEET)))


def _styles():
    def cell_format(number):
        return record(_CELL_FORMAT, struct.pack("<HHHHHBBHH", 0, number, 0, 0, 0, 0, 0, 0, 0))

    return b"".join(
        (
            record(_STYLES),
            record(_FORMATS, struct.pack("<I", 1)),
            record(_NUMBER_FORMAT, struct.pack("<H", 170) + wide("0.0%")),
            record(_END_FORMATS),
            record(_CELL_FORMATS, struct.pack("<I", 3)),
            *(cell_format(number) for number in (0, 170, 14)),
            record(_END_CELL_FORMATS),
            record(_END_STYLES),
        )
    )


def xlsb_parts(sheets):
    """The parts of a binary workbook.

    Args:
        sheets: (name, rows) or (name, rows, state, merged), merged as (first row, last row, first and last
            column), all from zero.
    """
    texts: dict[str, int] = {}
    entries, bodies, links = b"", [], ""
    for number, (name, rows, *more) in enumerate(sheets, start=1):
        state, merged = (*more, *("visible", ())[len(more) :])
        entries += record(
            _SHEET_ENTRY, struct.pack("<II", _STATES[state], number) + wide(f"r{number}") + wide(name)
        )
        bodies.append((f"xl/worksheets/sheet{number}.bin", sheet_part(rows, texts, merged)))
        links += (
            f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        )
    items = b"".join(record(_SST_ITEM, b"\0" + wide(text)) for text in texts)
    links += f'<Relationship Id="t" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.bin"/>'
    links += f'<Relationship Id="f" Type="{_OFFICE}/styles" Target="styles.bin"/>'
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    types = "".join(
        f'<Override PartName="/{part}" ContentType="application/vnd.ms-excel.{kind}"/>'
        for part, kind in (
            *((name, "worksheet") for name, _ in bodies),
            ("xl/sharedStrings.bin", "sharedStrings"),
            ("xl/styles.bin", "styles"),
        )
    )
    return [
        (
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="bin" ContentType="{_MAIN_TYPE}"/>'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.bin" ContentType="{_MAIN_TYPE}"/>{types}</Types>',
        ),
        (
            "_rels/.rels",
            f'{relations}<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.bin"/>'
            "</Relationships>",
        ),
        (
            "xl/workbook.bin",
            record(_BOOK) + record(_SHEETS) + entries + record(_END_SHEETS) + record(_END_BOOK),
        ),
        ("xl/_rels/workbook.bin.rels", f"{relations}{links}</Relationships>"),
        *bodies,
        (
            "xl/sharedStrings.bin",
            record(_SST, struct.pack("<II", len(texts), len(texts))) + items + record(_END_SST),
        ),
        ("xl/styles.bin", _styles()),
    ]


def xlsb(*sheets):
    """A binary workbook of these sheets; arguments as for its parts."""
    return make_zip(xlsb_parts(sheets))
