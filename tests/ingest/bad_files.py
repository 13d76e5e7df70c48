"""Makes office files byte by byte, so that each fault stands alone and none is stored."""

import io
import zipfile

import openpyxl
import xlsxwriter

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_XLSM_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

ONE_ROW = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'


def make_zip(parts, compression=zipfile.ZIP_DEFLATED):
    """A zip of (name, text or bytes) pairs, in order, names repeated if asked."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return target.getvalue()


def _list_contents(content_type, part):
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{part}" ContentType="{content_type}"/></Types>'
    )


def _relate(links):
    items = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for key, kind, target in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def xlsx_parts(
    rows=ONE_ROW, *, texts="", formats="", sheet_xml=None, names=("ข้อมูล",), after_rows="", macro=False
):
    """The parts of a small xlsx whose first sheet holds these rows of XML."""
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"/>' for n, name in enumerate(names, start=1)
    )
    links = [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)]
    body = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after_rows}</worksheet>'
    parts = [
        ("[Content_Types].xml", _list_contents(_XLSM_TYPE if macro else _XLSX_TYPE, "xl/workbook.xml")),
        ("_rels/.rels", _relate([("r1", "officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        ),
        ("xl/worksheets/sheet1.xml", sheet_xml if sheet_xml is not None else body),
    ]
    parts += [
        (f"xl/worksheets/sheet{n}.xml", f'<worksheet xmlns="{_MAIN}"><sheetData/></worksheet>')
        for n in range(2, len(names) + 1)
    ]
    if texts:
        links.append(("t1", "sharedStrings", "sharedStrings.xml"))
        parts.append(("xl/sharedStrings.xml", texts))
    if formats:
        links.append(("f1", "styles", "styles.xml"))
        parts.append(("xl/styles.xml", f'<styleSheet xmlns="{_MAIN}">{formats}</styleSheet>'))
    if macro:
        parts.append(("xl/vbaProject.bin", b"\xcc\x61"))
    parts.append(("xl/_rels/workbook.xml.rels", _relate(links)))
    return parts


def xlsx(rows=ONE_ROW, **options):
    """A small xlsx whose only sheet holds these rows of XML."""
    return make_zip(xlsx_parts(rows, **options))


def sheet_xml(rows, prolog="", prefix=""):
    """A whole sheet part with something before its root, or a prefix on its names."""
    namespace = f'xmlns:{prefix[:-1]}="{_MAIN}"' if prefix else f'xmlns="{_MAIN}"'
    data = f"<{prefix}sheetData>{rows}</{prefix}sheetData>"
    return f"{prolog}<{prefix}worksheet {namespace}>{data}</{prefix}worksheet>"


def big_xlsx(n_rows, n_columns):
    """A plain workbook of text and numbers."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"constant_memory": True, "in_memory": True})
    sheet = book.add_worksheet("ข้อมูล")
    for row in range(n_rows):
        sheet.write_row(row, 0, [f"ร{row:05d}", "กลุ่มทดลอง"])
        sheet.write_row(row, 2, [round(row * 7.13 % 100 + column / 3, 2) for column in range(n_columns - 2)])
    book.close()
    return target.getvalue()


def office_xlsx(fill):
    """A workbook by openpyxl; ``fill`` gets the open workbook."""
    book = openpyxl.Workbook()
    fill(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods(table, styles=""):
    """An ods with this XML as its only table."""
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    return make_zip(
        [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            (
                "content.xml",
                f'<office:document-content {namespaces} xmlns:calcext="{_CALC}">'
                f"<office:automatic-styles>{styles}</office:automatic-styles>"
                f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
                "</office:document-content>",
            ),
            (
                "META-INF/manifest.xml",
                '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            ),
        ]
    )


def docx(body, styles="", prolog=""):
    """A small docx with this body of XML."""
    more = (
        ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    parts = [
        ("[Content_Types].xml", _list_contents(_DOCX_TYPE, "word/document.xml")),
        ("_rels/.rels", _relate([("r1", "officeDocument", "word/document.xml")])),
        (
            "word/document.xml",
            f'{prolog}<w:document xmlns:w="{_WORD}"{more}><w:body>{body}</w:body></w:document>',
        ),
    ]
    if styles:
        parts.append(("word/styles.xml", f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>'))
        parts.append(("word/_rels/document.xml.rels", _relate([("r1", "styles", "styles.xml")])))
    return make_zip(parts)


def ole(stream):
    """The start of an OLE file with one directory entry of this name."""
    return (
        bytes.fromhex("D0CF11E0A1B11AE1")
        + bytes(1016)
        + stream.encode("utf-16-le").ljust(64, b"\0")
        + bytes(960)
    )


def lie_about_size(content, part, size):
    """The same zip with another unpacked size stated in its directory."""
    name = part.encode()
    place = content.rindex(name)
    entry = content.rindex(b"PK\x01\x02", 0, place)
    return content[: entry + 24] + size.to_bytes(4, "little") + content[entry + 28 :]


def overlap(content):
    """The same zip with its second entry pointing at the first."""
    first = content.index(b"PK\x01\x02")
    second = content.index(b"PK\x01\x02", first + 4)
    return content[: second + 42] + content[first + 42 : first + 46] + content[second + 46 :]
