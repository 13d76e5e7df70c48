"""Faults of the zip container and of its XML parts, the same for every office file."""

import random
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO

from tests.ingest.bad_files import (
    ONE_ROW,
    docx,
    lie_about_size,
    make_zip,
    ods,
    ole,
    overlap,
    sheet_xml,
    xlsx,
    xlsx_parts,
)
from tests.robustness.cases import Case, Slot, door, either, refused

MEGABYTE = 1024 * 1024
TEXTS = (
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1">'
    "<si><t>ก</t></si></sst>"
)
STYLES = '<cellXfs count="1"><xf/></cellXfs>'
_FULL_PARTS = xlsx_parts(texts=TEXTS, formats=STYLES)
_WORKBOOK_PARTS = tuple(name for name, _ in _FULL_PARTS)
_CELL = '<table:table-cell office:value-type="float" office:value="1"/>'
_ODS_TABLE = f'<table:table table:name="ก"><table:table-row>{_CELL}</table:table-row></table:table>'
#: Small good files of the kinds that are zip archives, each with a part to lie about and its slot.
ARCHIVES: dict[str, tuple[Callable[[], bytes], str, dict[str, object]]] = {
    "xlsx": (lambda: make_zip(_FULL_PARTS), "xl/worksheets/sheet1.xml", {}),
    "xlsm": (lambda: xlsx(macro=True), "xl/worksheets/sheet1.xml", {"name": "ข้อมูล.xlsm"}),
    "ods": (lambda: ods(_ODS_TABLE), "content.xml", {"name": "ข้อมูล.ods"}),
    "docx": (
        lambda: docx("<w:p><w:r><w:t>ก</w:t></w:r></w:p>"),
        "word/document.xml",
        {"name": "รายงาน.docx", "slot": Slot.REPORT},
    ),
}
_ENTITIES = {
    "dtd": '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
    "laughs": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "{}"><!ENTITY c "{}">]>'.format("&a;" * 9, "&b;" * 9),
    "quadratic": f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>',
    "xxe-file": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "xxe-net": '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>',
    "outside-dtd": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/a.dtd">',
    "lower-case": "<!doctype x>",
}
_ODD_NAMES = {
    "parent": "../../x.xml",
    "parent-inside": "xl/../../x.xml",
    "absolute": "/etc/x.xml",
    "backslash": "xl\\x.xml",
    "drive": "C:/x.xml",
    "stream": "xl:/x.xml",
    "share": "\\\\host\\x.xml",
}
_OTHER_KINDS = {
    "gif": b"GIF89a" + bytes(range(256)),
    "png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "jpeg": b"\xff\xd8\xff\xe0" + bytes(200),
    "exe": b"MZ\x90\x00" + bytes(200),
    "elf": b"\x7fELF" + bytes(range(200)),
    "rar": b"Rar!\x1a\x07\x01\x00" + bytes(200),
    "seven-zip": b"7z\xbc\xaf\x27\x1c" + bytes(200),
    "gzip": b"\x1f\x8b\x08\x00" + bytes(200),
    "class": b"\xca\xfe\xba\xbe" + bytes(range(200)),
    "sqlite": b"SQLite format 3\0" + bytes(range(1, 200)),
    "noise": random.Random(1).randbytes(9000),
    "zeros": bytes(4096),
    "ole-other": ole("PowerPoint Document"),
    "xml-2003": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
}


def cases() -> Iterator[Case]:
    """Every family of this module."""
    yield from _sizes()
    yield from _directories()
    yield from _xml()
    yield from _damage()
    yield from _kinds()


def _sizes() -> Iterator[Case]:
    for kind, (good, part, more) in ARCHIVES.items():
        for megabytes in (301, 1024, 4000):
            size = megabytes * MEGABYTE
            lie = partial(lambda good, part, size: lie_about_size(good(), part, size), good, part, size)
            yield door("declared-size", f"{kind}-{megabytes}-MB", lie, "F03", **more)
        yield door("over-50-MB", kind, lambda: bytes(50 * MEGABYTE + 1), "F02", **more)
        yield door("empty", kind, lambda: b"", "F01", **more)
    for part in (
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/media/image1.png",
        "docProps/core.xml",
    ):
        yield door("ratio", part.rpartition("/")[2], partial(_packed_hard, part, 30), "F04")
    yield door(
        "unpacked-size", "260-MB-of-spaces", partial(_packed_hard, "xl/worksheets/sheet1.xml", 260), "F03"
    )
    yield door("unpacked-size", "eleven-parts-of-28-MB", _many_large_parts, "F03", "F04")


def _packed_hard(part: str, megabytes: int) -> bytes:
    kept = [(name, content) for name, content in _FULL_PARTS if name != part]
    return make_zip([*kept, (part, b"<a>" + b" " * (megabytes * MEGABYTE))])


def _many_large_parts() -> bytes:
    blank = b"<a>" + b" " * (28 * MEGABYTE)
    return make_zip([*_FULL_PARTS, *((f"xl/media/image{n}.xml", blank) for n in range(11))])


def _directories() -> Iterator[Case]:
    for kind, (good, part, more) in ARCHIVES.items():
        yield door("overlap", kind, lambda good=good: overlap(good()), "F05", **more)
        yield door("part-twice", kind, partial(_twice, good, part), "F05", **more)
        yield door("part-twice-other-case", kind, partial(_twice, good, part, part.upper()), "F05", **more)
        yield door("encrypted-part", kind, partial(_set_flags, good, 0x1), "F08", **more)
        for name, entry in _ODD_NAMES.items():
            yield door("part-name", f"{kind}-{name}", partial(_with_part, good, entry), "F06", **more)
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield door("packing", f"method-{method}", partial(make_zip, _FULL_PARTS, method), "F11")
    yield door("many-parts", "5,001", lambda: make_zip([(f"p{n}", b"") for n in range(5001)]), "F05")
    yield door("many-parts", "a-directory-of-a-million", _huge_directory, "F05")
    yield door(
        "directory-lies", "place-past-the-end", partial(_patch_directory, 42, 0x7FFFFFFF), "F05", "F10"
    )
    yield door(
        "directory-lies", "packed-size", partial(_patch_directory, 20, 0x7FFFFFF0), "F05", "F10", "F11"
    )
    yield either("directory-lies", "checksum", partial(_patch_directory, 16, 1), "F10", "F11")
    yield either("directory-lies", "unpacked-size-0", partial(_patch_directory, 24, 0), "F10", "F11", "S05")


def _twice(good: Callable[[], bytes], part: str, name: str = "") -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return _with_part(good, name or part)


def _with_part(good: Callable[[], bytes], name: str) -> bytes:
    target = BytesIO(good())
    entry = zipfile.ZipInfo("placeholder")
    entry.filename = entry.orig_filename = name
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(entry, "<a/>")
    return target.getvalue()


def _set_flags(good: Callable[[], bytes], flags: int) -> bytes:
    content = bytearray(good())
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= flags
    return bytes(content)


def _patch_directory(offset: int, value: int) -> bytes:
    content = bytearray(make_zip(_FULL_PARTS))
    entry = content.index(b"PK\x01\x02")
    struct.pack_into("<I", content, entry + offset, value)
    return bytes(content)


def _huge_directory() -> bytes:
    entry = b"PK\x01\x02" + bytes(42)
    end = b"PK\x05\x06" + bytes(8) + (46 * 1_000_000).to_bytes(4, "little") + bytes(6)
    return b"PK\x03\x04" + bytes(26) + entry * 1_000_000 + end


def _xml() -> Iterator[Case]:
    for part in _WORKBOOK_PARTS:
        for name, prolog in _ENTITIES.items():
            build = partial(_with_prolog, part, prolog)
            yield door("entities", f"{part.rpartition('/')[2]}-{name}", build, "F07", "F11")
    for name, prolog in _ENTITIES.items():
        yield door(
            "entities",
            f"docx-{name}",
            partial(docx, "<w:p/>", prolog=prolog),
            "F07",
            name="รายงาน.docx",
            slot=Slot.REPORT,
        )
    hidden = _ENTITIES["xxe-file"]
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        encoded = sheet_xml(ONE_ROW, hidden).encode(encoding)
        yield door("hidden-entities", encoding, lambda encoded=encoded: xlsx(sheet_xml=encoded), "F07")
    for name, prolog in {
        "after-comments": "<!-- x -->" * 500 + hidden,
        "utf-7": '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-',
        "ebcdic": '<?xml version="1.0" encoding="cp037"?>',
        "prolog-of-100-kB": "<!--" + "x" * 100_000 + "-->" + hidden,
        "open-comment": "<!-- x",
    }.items():
        build = lambda prolog=prolog: xlsx(sheet_xml=sheet_xml(ONE_ROW, prolog))  # noqa: E731
        yield door("hidden-entities", name, build, "F07")


def _with_prolog(part: str, prolog: str) -> bytes:
    parts = [(name, prolog + content if name == part else content) for name, content in _FULL_PARTS]
    return make_zip(parts)


def _damage() -> Iterator[Case]:
    for kind, (good, part, more) in ARCHIVES.items():
        for percent in (5, 20, 40, 60, 80, 95, 99):
            cut = partial(_cut, good, percent)
            yield door("truncated", f"{kind}-{percent}-percent", cut, "F10", "F12", **more)
        yield refused("bad-deflate", kind, partial(_spoil, good, part), "F11", "S05", "F10", **more)
    for name in _WORKBOOK_PARTS:
        kept = [(each, content) for each, content in _FULL_PARTS if each != name]
        missing = partial(make_zip, kept)
        yield either("missing-part", name.rpartition("/")[2], missing, "F11", "S05", "F16", "S04", "F12")
    for name in _WORKBOOK_PARTS:
        for what, content in {"no-xml": "no xml at all", "half": "<a><b>", "blank": ""}.items():
            parts = [(each, content if each == name else kept) for each, kept in _FULL_PARTS]
            yield either(
                "broken-part",
                f"{name.rpartition('/')[2]}-{what}",
                partial(make_zip, parts),
                *("F07", "F11", "F16", "F12", "S04", "S05", "S18"),
            )


def _cut(good: Callable[[], bytes], percent: int) -> bytes:
    content = good()
    return content[: max(4, len(content) * percent // 100)]


def _spoil(good: Callable[[], bytes], part: str) -> bytes:
    content = bytearray(good())
    at = content.index(part.encode()) + len(part) + 2
    content[at : at + 24] = bytes(each ^ 0xA5 for each in content[at : at + 24])
    return bytes(content)


def _kinds() -> Iterator[Case]:
    for name, content in _OTHER_KINDS.items():
        for ending in ("xlsx", "csv"):
            yield door(
                "other-kind",
                f"{name}-as-{ending}",
                lambda content=content: content,
                "F12",
                name=f"ก.{ending}",
            )
        yield door(
            "other-kind",
            f"{name}-as-docx",
            lambda content=content: content,
            "F12",
            name="ก.docx",
            slot=Slot.REPORT,
        )
    yield door("wrong-slot", "docx-as-figures", lambda: docx("<w:p/>"), "F21", name="ก.docx")
    yield door("wrong-slot", "doc-as-figures", lambda: ole("WordDocument"), "F21", name="ก.xls")
    yield door("wrong-slot", "rtf-as-figures", lambda: b"{\\rtf1 a}", "F21", name="ก.xlsx")
    yield door(
        "wrong-slot", "doc-as-report", lambda: ole("WordDocument"), "F17", name="ก.doc", slot=Slot.REPORT
    )
    yield door("wrong-slot", "rtf-as-report", lambda: b"{\\rtf1 a}", "F17", name="ก.docx", slot=Slot.REPORT)
    for slot in (Slot.FIGURES, Slot.REGISTER):
        yield door("pdf", slot, lambda: b"%PDF-1.7\n1 0 obj\n", "F23", name="ก.pdf", slot=slot)
    for name in ("ก.xlsx", "ก.xls"):
        yield door("password", name, lambda: ole("EncryptedPackage"), "F08", name=name)
    yield door("password", "docx", lambda: ole("EncryptedPackage"), "F09", name="ก.docx", slot=Slot.REPORT)
    for name, parts in {
        "letters": [("a.txt", "ก")],
        "nothing": [],
        "program": [("META-INF/MANIFEST.MF", "a"), ("a.class", "b")],
        "book": [("mimetype", "application/epub+zip")],
        "writer": [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")],
    }.items():
        yield door("other-zip", name, partial(make_zip, parts), "F16", "F12", "F21")
