"""Templates as offices really have them, uglier than nice ones; built when a test asks for one."""

import io
import struct
import zipfile
import zlib

from docx import Document as open_docx
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from lib.report.office_start import make_start_template

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def saved(word: DocxDocument) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def picture() -> bytes:
    """A small green PNG in the place of an office's emblem."""
    rows = b"".join(b"\0" + b"\x00\x78\x50" * 40 for _ in range(40))

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", 40, 40, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def with_letterhead() -> bytes:
    """Word's own styles, an emblem and a table in the header, narrow margins, a control in the header."""
    word = open_docx()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin = Cm(2.5), Cm(2.5), Cm(4)
    table = section.header.add_table(1, 2, Cm(16))
    left, right = table.rows[0].cells
    left.paragraphs[0].add_run().add_picture(io.BytesIO(picture()), width=Cm(1.5))
    right.paragraphs[0].add_run("{{สำนัก")
    right.paragraphs[0].add_run("งาน}}").bold = True
    control = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="ที่อยู่"/></w:sdtPr><w:sdtContent><w:p><w:r>'
        "<w:t>ถนนสมมติ ตำบลตัวอย่าง</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    section.header._element.append(control)
    section.footer.paragraphs[0].text = "เอกสารของสำนักงาน"
    return saved(word)


def with_thai_names() -> bytes:
    """Styles under Thai names and other ids, one of ours taken by a stranger, headings that count."""
    parts = parts_of(make_start_template())
    styles = parts["word/styles.xml"].decode()
    for style_id, name, new_id, new_name in (
        ("Heading1", "heading 1", "1", "หัวเรื่อง 1"),
        ("Heading2", "heading 2", "2", "หัวเรื่อง 2"),
        ("Normal", "Normal", "a", "ปกติ"),
        ("BodyText", "Body Text", "a3", "เนื้อความ"),
    ):
        styles = styles.replace(f'w:styleId="{style_id}"', f'w:styleId="{new_id}"')
        styles = styles.replace(f'<w:name w:val="{name}"/>', f'<w:name w:val="{new_name}"/>')
        for reference in ("basedOn", "next", "link"):
            styles = styles.replace(
                f'<w:{reference} w:val="{style_id}"/>', f'<w:{reference} w:val="{new_id}"/>'
            )
        for part in ("word/document.xml",):
            old = parts[part].decode()
            parts[part] = old.replace(f'w:pStyle w:val="{style_id}"', f'w:pStyle w:val="{new_id}"').encode()
    stranger = '<w:style w:type="character" w:styleId="Heading1"><w:name w:val="ตัวเน้น"/></w:style>'
    counting = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    at = styles.index('<w:name w:val="หัวเรื่อง 1"/>')
    place = styles.index("<w:pPr>", at) + len("<w:pPr>")
    styles = f"{styles[:place]}{counting}{styles[place:]}"
    parts["word/styles.xml"] = styles.replace("</w:styles>", f"{stranger}</w:styles>").encode()
    return zipped(parts)


def without_styles() -> bytes:
    """No part of styles, no numbering."""
    parts = parts_of(make_start_template())
    for name in ("word/styles.xml", "word/numbering.xml"):
        parts.pop(name)
    rels = parts["word/_rels/document.xml.rels"].decode()
    kept = [each for each in rels.split("<Relationship ") if "styles" not in each and "numbering" not in each]
    parts["word/_rels/document.xml.rels"] = "<Relationship ".join(kept).encode()
    types = parts["[Content_Types].xml"].decode()
    for name in ("/word/styles.xml", "/word/numbering.xml"):
        start = types.index(f'<Override PartName="{name}"')
        types = types[:start] + types[types.index("/>", start) + 2 :]
    parts["[Content_Types].xml"] = types.encode()
    return zipped(parts)


def as_strict() -> bytes:
    """The starting template as “Strict Open XML”."""
    parts = parts_of(with_letterhead())
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            for usual, strict in (
                (b"openxmlformats.org/wordprocessingml/2006/main", b"wordprocessingml/main"),
                (b"openxmlformats.org/officeDocument/2006/relationships", b"officeDocument/relationships"),
                (b"openxmlformats.org/drawingml/2006/", b"drawingml/"),
            ):
                part = part.replace(b"http://schemas." + usual, b"http://purl.oclc.org/ooxml/" + strict)
            parts[name] = part
    return zipped(parts)


def as_dotx() -> bytes:
    parts = parts_of(with_letterhead())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"wordprocessingml.document.main", b"wordprocessingml.template.main"
    )
    return zipped(parts)


def with_macros() -> bytes:
    parts = parts_of(with_letterhead())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        b"application/vnd.ms-word.document.macroEnabled.main",
    )
    return zipped(parts | {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def with_outside_link(kind: str = "image", target: str = "file:///C:/ตรา.png") -> bytes:
    parts = parts_of(with_letterhead())
    link = (
        '<Relationship Id="rId777" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    )
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", link).encode()
    return zipped(parts)


def with_attached_template() -> bytes:
    """What Word writes into every file made from a template of that computer, and a lock on editing."""
    parts = parts_of(with_letterhead())
    settings = parts["word/settings.xml"].decode()
    head = settings.index(">", settings.index("<w:settings")) + 1
    lock = '<w:attachedTemplate r:id="rId9"/><w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    opening = settings[:head]
    if "xmlns:r=" not in opening:
        r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        opening = opening.replace("<w:settings", f'<w:settings xmlns:r="{r}"')
    parts["word/settings.xml"] = (opening + lock + settings[head:]).encode()
    parts["word/_rels/settings.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        b'Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'attachedTemplate" '
        b'Target="file:///C:/office.dotx" TargetMode="External"/></Relationships>'
    )
    return zipped(parts)


def with_own_cover(*, content: str = "{{เนื้อหา}}") -> bytes:
    """A cover of the office, the place of the report, and a last page."""
    word = open_docx(io.BytesIO(with_letterhead()))
    word.add_paragraph("ตราของสำนักงาน")
    word.add_paragraph("{{ ชื่อรายงาน }}")
    word.add_paragraph("ปีการศึกษา {{ปีการศึกษา}} {{ช่องแปลก}}")
    word.add_paragraph(content)
    word.add_paragraph("ปกหลังของสำนักงาน")
    return saved(word)


def with_wrong_style_type() -> bytes:
    """A character style that bears the name of a heading, and a heading that bears a table's id."""
    parts = parts_of(make_start_template())
    styles = parts["word/styles.xml"].decode()
    start = styles.index('<w:style w:type="paragraph" w:styleId="Heading2">')
    styles = styles[:start] + styles[start:].replace('w:type="paragraph"', 'w:type="character"', 1)
    parts["word/styles.xml"] = styles.encode()
    return zipped(parts)
