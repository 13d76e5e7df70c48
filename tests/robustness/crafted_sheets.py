"""Faults of the sheet itself: where its cells stand, what its hints claim, what its cells hold."""

# ruff: noqa: E501 - rows of data

from collections.abc import Callable, Iterator
from functools import partial

from tests.ingest.bad_files import ONE_ROW, make_zip, office_xlsx, sheet_xml, xlsx, xlsx_parts
from tests.robustness.cases import Case, either, read, refused

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FAR = ("XFD1048576", "XFD1000000", "XFD10000", "XFD1000", "ZZ1048576", "AAA100000", "KN1048576", "XEZ400")
_OUTSIDE = ("XFE1", "A1048577", "AAAA1", "ZZZZZZZ9", "XFD1048577", "A999999999999", "A9999999")
_CODES_OF_NO_DATA = ("S04", "S05", "F11", "S18")


def cases() -> Iterator[Case]:
    """Every family of this module."""
    yield from _places()
    yield from _orders()
    yield from _claims()
    yield from _cells()
    yield from _books()


def cell(place: str, content: str = "<v>1</v>", kind: str = "") -> str:
    named = f' t="{kind}"' if kind else ""
    return f'<c r="{place}"{named}>{content}</c>'


def row(number: int, *cells: str, more: str = "") -> str:
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def _row_of(place: str) -> int:
    return int("".join(letter for letter in place if letter.isdigit()))


def _places() -> Iterator[Case]:
    for place in _FAR:
        rows = row(1, cell("A1")) + row(_row_of(place), cell(place))
        yield refused("far-cell", place, partial(xlsx, rows), "S01", "S02")
    for place in _OUTSIDE:
        rows = row(1, cell("A1")) + row(_row_of(place), cell(place))
        yield either("outside-the-grid", place, partial(xlsx, rows), "S01", "F11", "S17")
    corners = row(1, cell("A1"), cell("XFD1")) + row(1_000_000, cell("A1000000"))
    yield refused("far-cell", "wide-first-row-and-a-low-cell", partial(xlsx, corners), "S01")
    for dimension in ("A1:XFD1048576", "A1:ZZZZ99999999", "Z9:A1", "no-place"):
        named = xlsx(sheet_xml=f'<worksheet xmlns="{_MAIN}"><dimension ref="{dimension}"/><sheetData>{ONE_ROW}'
                     "</sheetData></worksheet>")  # fmt: skip
        yield either("dimension-lies", dimension, lambda named=named: named, "F11")


def _orders() -> Iterator[Case]:
    for label, rows in {
        "falling": row(2, cell("A2")) + row(1, cell("A1")),
        "repeated": row(1, cell("A1")) + row(1, cell("A1")),
        "cell-of-another-row": row(1, cell("A2")),
        "back-after-a-jump": row(1, cell("A1")) + row(900, cell("A900")) + row(5, cell("A5")),
    }.items():
        yield refused("row-order", label, partial(xlsx, rows), "S17")
    for label, rows in {
        "rows-without-numbers": "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>",
        "cells-out-of-order": row(1, cell("B1"), cell("A1")),
        "cell-twice": row(1, cell("A1"), cell("A1", "<v>2</v>")),
        "row-number-0": row(0, cell("A0")),
        "row-number-negative": row(-1, cell("A-1")),
        "place-without-letters": row(1, cell("11")),
        "place-without-digits": row(1, cell("AA")),
        "empty-place": row(1, cell("")),
    }.items():
        yield either("row-order", label, partial(xlsx, rows), "S17", "F11", "S18", "S01", "S04")


def _claims() -> Iterator[Case]:
    for n in ("4294967295", "1000000000000000000", "-1", "0", "x"):
        texts = f'<sst xmlns="{_MAIN}" count="{n}" uniqueCount="{n}"><si><t>ก</t></si></sst>'
        rows = row(1, cell("A1", "<v>0</v>", "s"))
        yield either("unique-count", n, partial(xlsx, rows, texts=texts), "F19", "F11")
    texts = f'<sst xmlns="{_MAIN}"><si><t>ก</t></si></sst>'
    for n in ("1", "99999999", "4294967296", "-1", "x", "1.5", ""):
        rows = row(1, cell("A1", f"<v>{n}</v>", "s"), cell("B1"))
        yield either(
            "shared-text-number", n or "blank", partial(xlsx, rows, texts=texts), "F11", "F19", "S18"
        )
        yield either("shared-text-without-list", n or "blank", partial(xlsx, rows), "F11", "F19", "S18")
    for n in ("999999", "-1", "x"):
        rows = f'<row r="1"><c r="A1" s="{n}"><v>1</v></c></row>'
        yield either("style-number", n, partial(xlsx, rows), "F11")
    for merged in ("A1:XFD1048576", "A1:A1", "B2:A1", "XFE1:XFF2", "x", "A1:B2:C3"):
        after = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>'
        yield either("merged", merged, partial(xlsx, ONE_ROW, after_rows=after), "F11")
    many = '<mergeCell ref="A1:B1"/>' * 150_000
    after = f"<mergeCells>{many}</mergeCells>"
    yield either("merged", "150,000-ranges", partial(xlsx, ONE_ROW, after_rows=after), "F11", "F19")


def _cells() -> Iterator[Case]:
    for value in ("NaN", "INF", "-INF", "1E309", "9" * 400, "1_000", "0x10", "๘๑", "1,5", " 7 ", "", "--1"):
        rows = row(1, cell("A1", f"<v>{value}</v>"), cell("B1"))
        yield either("number-cell", value[:12] or "blank", partial(xlsx, rows), "F11")
    for kind in ("b", "e", "str", "inlineStr", "d", "n", "zz"):
        rows = row(1, cell("A1", "<v>x</v>", kind), cell("B1"))
        yield either("cell-kind", kind, partial(xlsx, rows), "F11")
    for error in (
        "#REF!",
        "#DIV/0!",
        "#N/A",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#GETTING_DATA",
        "#WHAT!",
    ):
        rows = row(1, cell("A1", f"<v>{error}</v>", "e"), cell("B1"))
        yield read("error-cell", error, partial(xlsx, rows))
    yield read("styled-blank-rows", "100,000", styled_rows, "S03")
    deep = "<x>" * 50_000 + "</x>" * 50_000
    yield either("nesting", "50,000-deep", partial(xlsx, ONE_ROW, after_rows=deep), "F11", "F19", "F07")
    wide = row(1, cell("A1", "<is>" + "<r><t>ก</t></r>" * 200_000 + "</is>", "inlineStr"), cell("B1"))
    yield either("rich-text", "200,000-runs", partial(xlsx, wide), "F11", "F19", "V19")
    long = row(1, cell("A1", f"<is><t>{'ก' * 40_000}</t></is>", "inlineStr"))
    yield read("long-text", "xlsx-40,000-letters", partial(xlsx, long), "V19")
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        encoded = sheet_xml(ONE_ROW, '<?xml version="1.0" encoding="UTF-16"?>').encode(encoding)
        yield either(
            "utf-16-sheet", encoding, lambda encoded=encoded: xlsx(sheet_xml=encoded), "F11", "S18", "F07"
        )
    latin = sheet_xml(
        row(1, cell("A1", "<is><t>caf\u00e9</t></is>", "inlineStr")),
        '<?xml version="1.0" encoding="iso-8859-1"?>',
    )
    yield either("latin-sheet", "iso-8859-1", lambda: xlsx(sheet_xml=latin.encode("latin-1")), "F11", "S18")
    yield read("prefixed-names", "x:", lambda: xlsx(sheet_xml=sheet_xml(_prefixed(ONE_ROW), prefix="x:")))


def _prefixed(rows: str) -> str:
    for name in ("row", "c", "v"):
        rows = rows.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>")
        rows = rows.replace(f"</{name}>", f"</x:{name}>")
    return rows


def styled_rows() -> bytes:
    blank = "".join(f'<row r="{n}" s="1"><c r="A{n}" s="1"/></row>' for n in range(2, 100_001))
    return xlsx(ONE_ROW + blank)


def _books() -> Iterator[Case]:
    yield refused("many-sheets", "201", partial(xlsx, names=tuple(f"ก{n}" for n in range(201))), "S07")
    yield refused("no-data", "no-row", partial(xlsx, ""), "S04")
    yield refused("no-data", "no-sheet", lambda: make_zip(_without_sheets()), "S04", "F11")
    for label, names in {
        "twice": ("ก", "ก"),
        "blank": ("", "ก"),
        "path": ("../../ก", "C:\\ก"),
        "long": ("ก" * 400, "ข"),
        "right-to-left": ("\u202eก", "ข"),
        "script": ("&lt;script&gt;alert(1)&lt;/script&gt;", "ข"),
        "formula": ("=1+1", "@ข"),
    }.items():
        yield either("sheet-names", label, partial(xlsx, names=names), "F11", "S05", "S18")
    yield read("macro", "xlsm", partial(xlsx, macro=True), "F18", name="ข้อมูล.xlsm")
    yield read("macro", "xlsm-named-xlsx", partial(xlsx, macro=True), "F18")
    for label, fill in _BOOKS.items():
        codes, more = _BOOK_CODES.get(label, ((), {}))
        yield read("written-by-a-program", label, partial(office_xlsx, fill), *codes, **more)


def _without_sheets() -> list[tuple[str, str]]:
    return [
        (name, content.replace('<sheet name="ข้อมูล" sheetId="1" r:id="s1"/>', ""))
        for name, content in xlsx_parts()
    ]


def _hide(state: str) -> Callable[[object], None]:
    def fill(book: object) -> None:
        book.active.append(["ก", 1])  # type: ignore[attr-defined]
        sheet = book.create_sheet("ซ่อน")  # type: ignore[attr-defined]
        sheet.append(["ข", 2])
        sheet.sheet_state = state

    return fill


def _formulas(book: object) -> None:
    book.active.append(["รหัสโรงเรียน", "คะแนนเฉลี่ย O-NET ป.6 คณิตศาสตร์"])  # type: ignore[attr-defined]
    book.active.append(["10990001", "=1+1"])  # type: ignore[attr-defined]


def _outside_links(book: object) -> None:
    book.active["A1"] = '=HYPERLINK("http://127.0.0.1:9","x")'  # type: ignore[attr-defined]
    book.active["B1"].hyperlink = "http://127.0.0.1:9"  # type: ignore[attr-defined]
    book.active["B1"] = "ก"  # type: ignore[attr-defined]


def _comments(book: object) -> None:
    from openpyxl.comments import Comment

    book.active.append(["ก", 1])  # type: ignore[attr-defined]
    book.active["A1"].comment = Comment("ก" * 5000, "ก")  # type: ignore[attr-defined]


_BOOKS = {
    "hidden-sheet": _hide("hidden"),
    "very-hidden-sheet": _hide("veryHidden"),
    "formulas-without-values": _formulas,
    "outside-links": _outside_links,
    "long-comment": _comments,
}
_BOOK_CODES: dict[str, tuple[tuple[str, ...], dict[str, object]]] = {
    "hidden-sheet": (("S06",), {}),
    "very-hidden-sheet": (("S06",), {}),
    "formulas-without-values": (("V01",), {"name": "O-NET ปีการศึกษา 2567.xlsx"}),
}
