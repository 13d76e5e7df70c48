"""Faults of documents: reports of schools (docx), and evidence of every kind (pdf, docx, xlsx, pictures)."""

# ruff: noqa: E501 - rows of data

import zlib
from collections.abc import Iterator
from functools import partial

from tests.ingest.bad_files import docx, make_zip, ole, xlsx, xlsx_parts
from tests.robustness.cases import Case, Slot, door, either, read, refused

_REPORT = {"slot": Slot.REPORT, "name": "รายงาน.docx"}
_EVIDENCE: dict[str, object] = {"slot": Slot.EVIDENCE}
_FAULTS_OF_DOCUMENTS = ("F11", "F19", "S04", "F04", "F03")
PAYLOAD = "<script>alert(1)</script>"


def cases() -> Iterator[Case]:
    """Every family of this module."""
    yield from _bodies()
    yield from _packages()
    yield from _accepted()
    yield from _not_accepted()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"


def table_cell(more: str = "", inside: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{inside or paragraph('ก')}</w:tc>"


def _bodies() -> Iterator[Case]:
    for n in ("2000000000", "257", "-1", "0", "x", ""):
        body = table(table_cell(f'<w:gridSpan w:val="{n}"/>'), table_cell())
        yield either("grid-span", n or "blank", partial(docx, body), "F11", "F19", **_REPORT)
    for n in ("2000000000", "-1"):
        body = (
            "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='"
            + n
            + "'/></w:trPr>"
            + table_cell()
            + "</w:tr></w:tbl>"
        )
        yield either("grid-before", n, partial(docx, body), "F11", "F19", **_REPORT)
    for label, body in {
        "no-text": "",
        "blank-paragraphs": paragraph("") * 1000,
        "spaces": paragraph("   "),
    }.items():
        yield (
            refused("document-nothing", label, partial(docx, body), "S04", "D11", **_REPORT)
            if label == "no-text"
            else either("document-nothing", label, partial(docx, body), "S04", **_REPORT)
        )
    nested = paragraph("ก")
    for _ in range(300):
        nested = table(table_cell(inside=nested))
    for label, build in {
        "tables-300-deep": partial(docx, nested),
        "wrappers-2,000-deep": partial(
            docx, "<w:sdt><w:sdtContent>" * 2000 + paragraph("ก") + "</w:sdtContent></w:sdt>" * 2000
        ),
        "200,000-paragraphs": lambda: docx(paragraph("") * 199_999 + paragraph("ก")),
        "one-run-of-5-MB": lambda: docx(paragraph("ก" * 1_700_000)),
        "a-word-of-40,000-letters": partial(docx, paragraph("ก" * 40_000)),
        "100,000-page-breaks": lambda: docx(
            "<w:p><w:r><w:br w:type='page'/></w:r></w:p>" * 100_000 + paragraph("ก")
        ),
        "controls": partial(docx, paragraph("ก&#x202E;ข\u200b&#9;ค")),
        "bad-reference": partial(docx, paragraph("&#0;")),
        "unknown-entity": partial(docx, paragraph("&nosuch;")),
        "open-tag": partial(docx, "<w:p>"),
        "another-namespace": lambda: docx(paragraph("ก")).replace(b"wordprocessingml", b"wordprocessingmm"),
        "script": partial(docx, paragraph(PAYLOAD.replace("<", "&lt;"))),
        "merged-down-for-ever": partial(docx, table(table_cell('<w:vMerge w:val="continue"/>')) * 5000),
        "numbers-without-list": partial(
            docx, "<w:p><w:pPr><w:numPr><w:numId w:val='99999'/></w:numPr></w:pPr></w:p>" + paragraph("ก")
        ),
        "style-loop": partial(
            docx,
            "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>ก</w:t></w:r></w:p>",
            "<w:style w:styleId='a'><w:basedOn w:val='b'/></w:style><w:style w:styleId='b'><w:basedOn w:val='a'/></w:style>",
        ),
    }.items():
        yield either("document-odd", label, build, *_FAULTS_OF_DOCUMENTS, **_REPORT)


def _packages() -> Iterator[Case]:
    relations = "word/_rels/document.xml.rels"
    good = docx(paragraph("ก"), styles="<w:style/>")
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for label, link in {
        "template-outside": f'<Relationship Id="a" Type="{office}/attachedTemplate" Target="http://127.0.0.1:9/a.dotm" TargetMode="External"/>',
        "picture-outside": f'<Relationship Id="a" Type="{office}/image" Target="http://127.0.0.1:9/a.png" TargetMode="External"/>',
        "styles-missing": f'<Relationship Id="a" Type="{office}/styles" Target="nowhere.xml"/>',
        "styles-above": f'<Relationship Id="a" Type="{office}/styles" Target="../../../../etc/passwd"/>',
        "no-target": f'<Relationship Id="a" Type="{office}/styles"/>',
        "broken": "<Relationship",
    }.items():
        parts = {relations: f'<Relationships xmlns="{package}">{link}</Relationships>'}
        yield either(
            "document-links", label, partial(_changed, good, parts), *_FAULTS_OF_DOCUMENTS, **_REPORT
        )
    for part in ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"):
        yield either(
            "document-missing-part",
            part.rpartition("/")[2],
            partial(_changed, good, {part: None}),
            "F11",
            "F12",
            "F16",
            "S04",
            **_REPORT,
        )
        yield either(
            "document-broken-part",
            part.rpartition("/")[2],
            partial(_changed, good, {part: "<a><b>"}),
            "F11",
            "F12",
            "F16",
            "S04",
            **_REPORT,
        )
    yield either(
        "document-links",
        "main-part-elsewhere",
        partial(_changed, good, {"_rels/.rels": _rels("xl/nowhere.xml")}),
        *_FAULTS_OF_DOCUMENTS,
        **_REPORT,
    )
    yield either("document-links", "workbook-inside", partial(_changed, xlsx(), {}), "D11", **_REPORT)


def _rels(target: str) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" Target="{target}"/></Relationships>'


def _changed(content: bytes, changes: dict[str, str | None]) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, text in changes.items():
        if text is None:
            parts.pop(name, None)
        else:
            parts[name] = text.encode()
    return make_zip(parts.items())


def pdf(*objects: bytes, more: bytes = b"") -> bytes:
    """A PDF of these objects; the table of places is left to the reader's repair."""
    numbered = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, each) for n, each in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + numbered + more + b"trailer\n<</Root 1 0 R>>\n%%EOF\n"


def _accepted() -> Iterator[Case]:
    """PDFs and pictures are kept and handed on, never opened: nothing inside them can hurt."""
    bomb = zlib.compress(bytes(50_000_000), 9)
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    for label, build in {
        "scan": lambda: pdf(catalogue, b"<</Type/Pages/Kids[]/Count 0>>"),
        "flate-bomb": lambda: pdf(
            catalogue, b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(bomb), bomb)
        ),
        "double-flate": lambda: pdf(
            catalogue, b"<</Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % zlib.compress(bomb)
        ),
        "page-loop": lambda: pdf(catalogue, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        "form-in-itself": lambda: pdf(
            catalogue, b"<</Type/XObject/Subtype/Form/Resources<</XObject<</a 2 0 R>>>>>>"
        ),
        "deep-arrays": lambda: pdf(catalogue, b"[" * 100_000 + b"]" * 100_000),
        "5,000-pages": lambda: pdf(catalogue, b"<</Type/Pages/Count 5000/Kids[" + b"3 0 R " * 5000 + b"]>>"),
        "password": lambda: pdf(catalogue, more=b"<</Encrypt 9 0 R>>"),
        "script": lambda: pdf(b"<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>"),
        "half": lambda: pdf(catalogue)[:60],
        "only-its-start": lambda: b"%PDF-1.7\n",
        "size-lies": lambda: pdf(catalogue, b"<</Length 99999999999>>stream\n"),
    }.items():
        yield read("evidence-pdf", label, build, name=f"{label}.pdf", **_EVIDENCE)
    for label, content, name in (
        ("jpeg-of-4-bytes", b"\xff\xd8\xff\xe0", "ก.jpg"),
        (
            "png-of-a-billion-dots",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\0\0\0",
            "ก.png",
        ),
        ("jpeg-with-a-page-behind", b"\xff\xd8\xff\xe0<html>" + PAYLOAD.encode(), "ก.jpg"),
        ("png-named-pdf", b"\x89PNG\r\n\x1a\n" + bytes(40), "ก.pdf"),
    ):
        yield read("evidence-picture", label, lambda content=content: content, name=name, **_EVIDENCE)
    for label, name in ODD_FILE_NAMES.items():
        yield read(
            "evidence-name",
            label,
            lambda label=label: pdf(b"<<>>", label.encode()),
            "A02",
            name=name,
            **_EVIDENCE,
        )


ODD_FILE_NAMES = {
    "over-255-bytes": "ก" * 300 + ".pdf",
    "right-to-left": "คำสั่ง\u202efdp.exe",
    "new-line": "คำ\nสั่ง.pdf",
    "nul": "คำ\0สั่ง.pdf",
    "zero-width": "คำ\u200bสั่ง.pdf",
    "double-ending": "คำสั่ง.pdf.exe",
    "only-dots": "...",
}


def _not_accepted() -> Iterator[Case]:
    for label, content in {
        "exe": b"MZ\x90\0" + bytes(100),
        "html": b"<html><script>alert(1)</script></html>",
        "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "js": b"alert(1)",
        "php": b"<?php system('id');",
        "shell": b"#!/bin/sh\nid\n",
        "gif": b"GIF89a" + bytes(50),
        "tiff": b"II*\0" + bytes(50),
        "mp4": b"\0\0\0\x18ftypmp42" + bytes(50),
        "csv": b"a,b\n1,2\n",
        "rtf": b"{\\rtf1 a}",
        "doc": ole("WordDocument"),
        "xls": ole("Workbook"),
        "zip": make_zip([("a.txt", "ก")]),
        "pdf-after-a-page": b"<html>" + PAYLOAD.encode() + b"%PDF-1.7\n",
        "htaccess": b"Options +Indexes\n",
    }.items():
        for name in (f"ก.{label}", "ก.pdf"):
            yield door(
                "evidence-kind",
                f"{label}-as-{name[2:]}",
                lambda content=content: content,
                "A01",
                name=name,
                **_EVIDENCE,
            )
    for label, build in {
        "xlsm": partial(xlsx, macro=True),
        "docx-with-macro": lambda: _changed(docx(paragraph("ก")), {"word/vbaProject.bin": "x"}),
    }.items():
        yield door("evidence-macro", label, build, "A01", name="ก.xlsx", **_EVIDENCE)
    yield door(
        "evidence-password", "office", lambda: ole("EncryptedPackage"), "F09", name="ก.docx", **_EVIDENCE
    )
    yield door("evidence-empty", "nothing", lambda: b"", "F01", name="ก.pdf", **_EVIDENCE)
    yield door(
        "evidence-large", "50-MB-and-1", lambda: b"%PDF-" + bytes(50 << 20), "F02", name="ก.pdf", **_EVIDENCE
    )
    yield door(
        "evidence-damaged",
        "half-a-docx",
        lambda: docx(paragraph("ก"))[:200],
        "F10",
        name="ก.docx",
        **_EVIDENCE,
    )
    yield door(
        "evidence-damaged",
        "climbing-part",
        lambda: make_zip([*xlsx_parts(), ("../x", "a")]),
        "F06",
        name="ก.xlsx",
        **_EVIDENCE,
    )
    yield door(
        "evidence-bomb",
        "30-MB-of-spaces",
        lambda: make_zip([*xlsx_parts(), ("xl/a.xml", " " * (30 << 20))]),
        "F04",
        name="ก.xlsx",
        **_EVIDENCE,
    )
    yield door(
        "evidence-bomb",
        "entities",
        lambda: docx(paragraph("ก"), prolog='<!DOCTYPE x [<!ENTITY a "b">]>'),
        "F07",
        name="ก.docx",
        **_EVIDENCE,
    )
