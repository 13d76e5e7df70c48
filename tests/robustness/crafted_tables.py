"""Faults of the other kinds of table: csv, HTML, ods, xls, xlsb."""

# ruff: noqa: E501 - rows of data

import random
from collections.abc import Iterator
from functools import partial

from tests.ingest.bad_files import ods, ole
from tests.robustness.cases import Case, door, either, read, refused
from tests.robustness.xls_files import good_xls

_THAI = "รหัสโรงเรียน,ชื่อโรงเรียน,คะแนน\n10990001,บ้านสมมติ,45.5\n10990002,บ้านสมมติสอง,46\n"
_CSV = {"name": "ข้อมูล.csv"}
_HTML = {"name": "ข้อมูล.xls"}
_ODS = {"name": "ข้อมูล.ods"}
_XLS = {"name": "ข้อมูล.xls"}


def cases() -> Iterator[Case]:
    """Every family of this module."""
    yield from _texts()
    yield from _records()
    yield from _pages()
    yield from _open_documents()
    yield from _binary_books()


def _texts() -> Iterator[Case]:
    for encoding in ("utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16", "utf-16-le", "utf-16-be"):
        yield read("csv-encoding", encoding, partial(_THAI.encode, encoding), **_CSV)
    mixed = _THAI.encode() + _THAI.encode("cp874")
    yield refused("csv-encoding", "utf-8-then-cp874", lambda: mixed, "C01", **_CSV)
    yield refused(
        "csv-encoding", "cp874-then-utf-8", lambda: _THAI.encode("cp874") + b"\xfc\xfd\xfe\n", "C01", **_CSV
    )
    yield refused(
        "csv-encoding",
        "bad-utf-8-after-a-mark",
        lambda: b"\xef\xbb\xbf" + _THAI.encode("cp874"),
        "C01",
        **_CSV,
    )
    yield refused(
        "csv-encoding", "utf-16-odd-length", lambda: _THAI.encode("utf-16") + b"x", "C01", "F10", **_CSV
    )
    yield refused(
        "csv-encoding", "cut-inside-a-letter", lambda: _THAI.encode() + "ก".encode()[:2], "F10", **_CSV
    )
    for label, garbled in {
        "as-western": _THAI.encode().decode("cp1252", "replace"),
        "as-thai-windows": _THAI.encode().decode("cp874", "replace"),
    }.items():
        yield read("csv-garbled", label, partial(garbled.encode, "utf-8"), "C02", **_CSV)
    for label, content in {
        "nul-in-text": _THAI.encode().replace(b"45.5", b"45\0.5"),
        "nul-at-end": _THAI.encode() + b"\0",
        "bell": _THAI.encode().replace(b"45.5", b"\x07"),
        "escape": _THAI.encode() + b"\x1b[31m",
    }.items():
        yield either("csv-control", label, lambda content=content: content, "F12", "C01", **_CSV)
    yield door("csv-control", "binary", lambda: random.Random(2).randbytes(20_000), "F12", **_CSV)
    yield read("csv-named-xlsx", "xlsx", _THAI.encode, "F15")
    yield read("csv-named-xlsx", "ods", _THAI.encode, "F15", **_ODS)


def _records() -> Iterator[Case]:
    ragged = _THAI + "10990003,บ้าน,1,2,3\n"
    yield read("csv-ragged", "one-long", ragged.encode, "C03", **_CSV)
    yield either(
        "csv-ragged", "every-row", "".join(f"{'ก,' * n}1\n" for n in range(3, 60)).encode, "C03", **_CSV
    )
    opened = _THAI + '10990003,"บ้าน,1\n' + "10990004,บ้าน,1\n" * 1000
    yield refused("csv-open-quote", "swallows-1,000-rows", opened.encode, "C03", **_CSV)
    yield refused("csv-open-quote", "at-the-end", (_THAI + '10990003,"บ้าน,1\n').encode, "C03", **_CSV)
    yield refused(
        "csv-open-quote", "odd-in-the-middle", _THAI.replace("บ้านสมมติ,", '"บ้านสมมติ,', 1).encode, "C03", **_CSV
    )
    for label, separator in {"semicolon": ";", "tab": "\t"}.items():
        yield read("csv-separator", label, _THAI.replace(",", separator).encode, "C04", **_CSV)
    yield refused("csv-wide", "100,000-columns", lambda: b"1," * 100_000, "S02", **_CSV)
    yield refused("csv-wide", "16,385-columns", lambda: b"1," * 16_384 + b"1\n", "S02", **_CSV)
    yield refused("csv-long", "5-million-cells", lambda: b"1,2,3,4,5\n" * 1_000_000, "S02", **_CSV)
    yield either("csv-long", "one-line-of-49-MB", lambda: b"a" * (49 * 1024 * 1024), "F11", **_CSV)
    yield either(
        "csv-long",
        "quoted-field-of-20-MB",
        lambda: b'1,"' + b"a" * (20 << 20) + b'"\n',
        "F11",
        **_CSV,
    )
    long = f"ก,ข\n{'ก' * 40_000},1\n"
    yield read("long-text", "csv-40,000-letters", long.encode, "V19", **_CSV)
    for label, content in {
        "blank-lines": b"\n" * 5000,
        "spaces": b"   \n  ",
        "separators": b",,,\n,,,\n",
        "mark-only": b"\xef\xbb\xbf",
    }.items():
        yield refused("csv-nothing", label, lambda content=content: content, "S04", **_CSV)
    for label, content in {
        "one-letter": b"a",
        "quotes": b'""""""\n',
        "carriage-returns": b"a,b\r1,2\r",
        "quote-in-field": b'a"b,c\n1,2\n',
    }.items():
        yield either("csv-odd", label, lambda content=content: content, "S04", "C03", **_CSV)


def _pages() -> Iterator[Case]:
    page = "<html><head><meta charset='utf-8'></head><body>{}</body></html>".format
    good = "<table><tr><td>รหัส</td><td>ก</td></tr><tr><td>1</td><td>2</td></tr></table>"
    yield read("html", "good-named-xls", page(good).encode, "F14", **_HTML)
    thai_windows = page(good).replace("utf-8", "windows-874").encode("cp874")
    yield read("html", "thai-windows", lambda: thai_windows, "F14", **_HTML)
    yield read("html", "half", lambda: page(good).encode()[:-30], "F14", **_HTML)
    for label, body in {
        "no-table": "<p>ก</p>",
        "empty-table": "<table></table>",
        "blank-cells": "<table><tr><td> </td></tr></table>",
    }.items():
        yield refused("html-nothing", label, page(body).encode, "F14", "S04", **_HTML)
    cell = "<td>1"
    for label, body in {
        "colspan-2e9": good.replace("<td>ก", "<td colspan=2000000000>ก"),
        "rowspan-2e9": good.replace("<td>ก", "<td rowspan=2000000000>ก"),
        "colspan-negative": good.replace("<td>ก", "<td colspan=-1>ก"),
        "colspan-words": good.replace("<td>ก", "<td colspan='๑๐'>ก"),
        "open-tags": "<table>" + "<tr><td>" * 20_000,
        "nested-500": "<table><tr><td>" * 500 + "1" + "</td></tr></table>" * 500,
        "script": good.replace("ก<", "<script>alert(1)</script>ก<"),
        "entity": good.replace("ก<", "&lt;script&gt;&#0;&#1114112;&nosuch;<"),
        "outside-pictures": good.replace("ก<", "<img src='http://127.0.0.1:9/a.png'>ก<"),
        "comments": "<!-- x -->" * 5000 + good,
    }.items():
        yield either("html-odd", label, page(body).encode, "S02", "F14", "F19", "F11", "S07", **_HTML)
    spans = "<table>" + f"<tr>{'<td colspan=1000>1</td>' * 20}</tr>" + "</table>"
    yield refused("html-bomb", "20,000-columns-of-spans", page(spans).encode, "S02", **_HTML)
    rows = f"<tr>{'<td colspan=1000 rowspan=65534>1</td>' * 10}</tr>" + "<tr><td>1</td></tr>" * 2000
    yield refused(
        "html-bomb", "spans-both-ways", page(f"<table>{rows}</table>").encode, "S02", "F19", **_HTML
    )
    yield refused("html-bomb", "201-tables", page(good * 201).encode, "S07", **_HTML)
    yield refused(
        "html-bomb",
        "5.2-million-cells",
        lambda: page(f"<table>{f'<tr>{cell * 10}' * 520_000}</table>").encode(),
        "S02",
        "F14",
        "F19",
        **_HTML,
    )
    yield door(
        "html-bomb",
        "xml-with-entities",
        lambda: b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        "F12",
        **_HTML,
    )


def _open_cell(repeat: int = 1, more: str = "", kind: str = "float") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="1" '
        f'table:number-columns-repeated="{repeat}" {more}><text:p>1</text:p></table:table-cell>'
    )


def _open_table(rows: str, name: str = "ก") -> str:
    return f'<table:table table:name="{name}">{rows}</table:table>'


def _open_row(cells: str, repeat: object = 1, more: str = "") -> str:
    return f'<table:table-row table:number-rows-repeated="{repeat}" {more}>{cells}</table:table-row>'


def _open_documents() -> Iterator[Case]:
    for rows, columns in ((1_048_574, 16_384), (1_048_576, 10), (200, 16_384), (2_000_001, 1), (10**12, 1)):
        table = _open_table(_open_row(_open_cell(columns), rows))
        yield refused("ods-repeats", f"{rows}x{columns}", partial(ods, table), "S01", "S02", **_ODS)
    for kind in ("percentage", "error"):
        more = 'calcext:value-type="error"' if kind == "error" else ""
        table = _open_table(
            _open_row(_open_cell(1000, more, "percentage" if kind == "percentage" else "string"), 1000)
        )
        yield refused("ods-repeats", kind, partial(ods, table), "S02", **_ODS)
    spaces = '<table:table-cell office:value-type="string"><text:p>ก<text:s text:c="{}"/></text:p></table:table-cell>'
    for n in (2_000_000_000, 100_001):
        yield refused(
            "ods-spaces", str(n), partial(ods, _open_table(_open_row(spaces.format(n)))), "F11", **_ODS
        )
    many = _open_table(_open_row(spaces.format(99_999) * 2000))
    yield refused("ods-spaces", "2,000-runs-of-99,999", partial(ods, many), "F11", **_ODS)
    for value in ("x", "-1", "0", "", "1e9", "99999999999999999999"):
        table = _open_table(_open_row(_open_cell(), value))
        yield either(
            "ods-repeat-words",
            value or "blank",
            partial(ods, table),
            "F11",
            "S01",
            "S02",
            "S04",
            "S18",
            "F19",
            **_ODS,
        )
    deep = "<text:p>" * 300 + "</text:p>" * 300
    cell = f'<table:table-cell office:value-type="string">{deep}</table:table-cell>'
    yield refused("ods-nesting", "300-deep", partial(ods, _open_table(_open_row(cell))), "F11", **_ODS)
    yield refused(
        "ods-sheets",
        "201",
        partial(ods, "".join(_open_table(_open_row(_open_cell()), f"ก{n}") for n in range(201))),
        "S07",
        **_ODS,
    )
    yield refused("ods-nothing", "no-table", partial(ods, ""), "S04", **_ODS)
    yield refused("ods-nothing", "blank-table", partial(ods, _open_table("")), "S04", **_ODS)
    hidden = '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    tables = _open_table(_open_row(_open_cell())) + _open_table(_open_row(_open_cell()), "ข").replace(
        "<table:table ", '<table:table table:style-name="h" '
    )
    yield read("ods-hidden", "one-of-two", partial(ods, tables, hidden), "S06", **_ODS)
    far = (
        _open_row(_open_cell())
        + _open_row("<table:table-cell/>", 1_048_000)
        + _open_row('<table:table-cell table:number-columns-repeated="900"/>' + _open_cell())
    )
    yield refused("ods-far-cell", "row-1,048,002", partial(ods, _open_table(far)), "S01", "S02", **_ODS)
    tail = _open_row(_open_cell() + '<table:table-cell table:number-columns-repeated="16383"/>') + _open_row(
        '<table:table-cell table:number-columns-repeated="16384"/>', 1_048_575
    )
    yield read("ods-blank-tail", "the-whole-grid", partial(ods, _open_table(tail)), **_ODS)


def _binary_books() -> Iterator[Case]:
    for percent in (10, 30, 50, 70, 90, 99):
        cut = lambda percent=percent: good_xls()[: len(good_xls()) * percent // 100]  # noqa: E731
        yield either("xls-truncated", f"{percent}-percent", cut, "F11", "F19", "F10", "F12", "S04", **_XLS)
    yield read("xls-named-xlsx", "xlsx", good_xls, "F13")
    yield read("xls-named-xlsx", "ods", good_xls, "F13", **_ODS)
    for stream in ("Workbook", "Book"):
        yield either("xls-hollow", stream, partial(ole, stream), "F11", "F19", "S04", **_XLS)
    for offset in (24, 30, 44, 48, 60, 68, 76, 512):
        spoilt = partial(_spoil_word, offset)
        yield either("xls-header", str(offset), spoilt, "F11", "F19", "F12", "S04", **_XLS)
    yield either("xls-header", "loop-of-sectors", looping_xls, "F11", "F19", "F12", "S04", **_XLS)


def _spoil_word(offset: int) -> bytes:
    content = bytearray(good_xls())
    content[offset : offset + 4] = b"\xff\xff\xff\x7f"
    return bytes(content)


def looping_xls() -> bytes:
    """Every sector of the allocation table names itself as the next."""
    content = bytearray(good_xls())
    first = int.from_bytes(content[76:80], "little")
    at = 512 + first * 512
    for n in range(128):
        content[at + 4 * n : at + 4 * n + 4] = n.to_bytes(4, "little")
    return bytes(content)
