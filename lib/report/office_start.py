"""A template to begin with: our styles, a letterhead to replace, every placeholder in its place."""

from functools import cache
from io import BytesIO

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lib.domain.office_templates import CONTENT
from lib.report.fixed_dates import with_fixed_dates
from lib.report.word_blocks import paragraph_xml
from lib.report.word_pages import section_xml
from lib.report.word_template import open_template
from lib.report.word_text import field_xml, run_xml

_COVER = (
    ("Title", "{{ชื่อรายงาน}}"),
    ("Subtitle", "{{ชื่อรอง}}"),
    ("CoverOffice", "{{สำนักงาน}}"),
    ("CoverDate", "จัดทำเมื่อ {{วันที่}}"),
    ("BodyText", f"{{{{{CONTENT}}}}}"),
)


@cache
def make_start_template() -> bytes:
    """An A4 docx with a header and footer to replace; the same bytes every time."""
    word = open_template()
    body = word.element.body
    content = "".join(paragraph_xml(style, run_xml(text, "arabic")) for style, text in _COVER)
    for element in parse_xml(f"<w:body {nsdecls('w', 'r')}>{content}{section_xml()}</w:body>"):
        body.append(element)
    section = word.sections[0]
    for part, style, words in (
        (section.header, "Header", run_xml("{{สำนักงาน}}  ปีการศึกษา {{ปีการศึกษา}}", "arabic")),
        (section.footer, "Footer", field_xml("PAGE", "1")),
    ):
        part.is_linked_to_previous = False
        paragraph = part.paragraphs[0]
        filled = parse_xml(f"<w:hdr {nsdecls('w')}>{paragraph_xml(style, words)}</w:hdr>")[0]
        paragraph._p.getparent().replace(paragraph._p, filled)
    stream = BytesIO()
    word.save(stream)
    return with_fixed_dates(stream.getvalue())
