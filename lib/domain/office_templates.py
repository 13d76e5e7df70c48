"""An office's own Word template: what the report asks of it and what was found in it."""

import re
from dataclasses import dataclass
from datetime import datetime

#: What a template may name between {{ and }}, with what stands there in the report.
PLACEHOLDERS = (
    ("ชื่อรายงาน", "ชื่อของรายงาน มีในเนื้อความเมื่อแม่แบบมีหน้าปกเอง"),
    ("ชื่อรอง", "ปีการศึกษาและปีงบประมาณของรายงาน"),
    ("สำนักงาน", "ชื่อสำนักงานเขตพื้นที่การศึกษา"),
    ("ปีการศึกษา", "ปีการศึกษาของรายงาน"),
    ("ปีงบประมาณ", "ปีงบประมาณของรายงาน"),
    ("วันที่", "วันที่จัดทำ"),
    ("เนื้อหา", "ตำแหน่งที่วางเนื้อรายงานทั้งเล่ม"),
)
CONTENT = "เนื้อหา"
TITLE = "ชื่อรายงาน"
PLACEHOLDER = re.compile(r"\{\{\s*([^{}]{1,60}?)\s*\}\}")
#: Names under which Thai copies of Word and LibreOffice keep the built-in styles.
STYLE_ALIASES = {
    "ปกติ": "normal",
    "ชื่อเรื่อง": "title",
    "ชื่อเรื่องรอง": "subtitle",
    "หัวเรื่อง 1": "heading 1",
    "หัวเรื่อง 2": "heading 2",
    "หัวเรื่อง 3": "heading 3",
    "หัวข้อ 1": "heading 1",
    "หัวข้อ 2": "heading 2",
    "หัวข้อ 3": "heading 3",
    "เนื้อความ": "body text",
    "เนื้อเรื่อง": "body text",
    "ตัวข้อความ": "body text",
    "text body": "body text",
    "คำอธิบายภาพ": "caption",
    "คำบรรยาย": "caption",
    "หัวกระดาษ": "header",
    "ท้ายกระดาษ": "footer",
    "สัญลักษณ์แสดงหัวข้อย่อย": "list bullet",
    "สารบัญ 1": "toc 1",
    "สารบัญ 2": "toc 2",
}
#: Styles whose lack a person would notice; the rest of the report's own are added without a word.
NOTICED_STYLES = (
    "Normal",
    "Title",
    "heading 1",
    "heading 2",
    "heading 3",
    "Body Text",
    "List Bullet",
    "caption",
    "header",
    "footer",
)


@dataclass(frozen=True, slots=True)
class TemplateStyle:
    """A named style; ``kind`` is paragraph, character, table or numbering.

    Attributes:
        names_thai_font: it or what it is based on names a font for Thai letters.
        size_pt: of Thai letters, None where it says none itself.
        is_numbered: paragraphs of it get a number by themselves.
    """

    name: str
    kind: str
    names_thai_font: bool
    size_pt: float | None = None
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """What a template holds, as read without opening it in an office program.

    Attributes:
        placeholders: name → where: ``body``, ``table``, ``header`` or ``footer``, in reading order.
        page_cm: width and height; margins_cm: top, right, bottom, left; None where not stated.
        headers / footers: texts found, empty for one that holds only pictures.
        has_page_number: a header or footer counts pages.
        outside_links: targets of pictures or parts that lie outside the file.
        other_form: ``strict`` or ``template`` (.dotx) where it is one, else empty.
    """

    styles: tuple[TemplateStyle, ...]
    placeholders: tuple[tuple[str, str], ...]
    page_cm: tuple[float, float] | None
    margins_cm: tuple[float, float, float, float] | None
    headers: tuple[str, ...]
    footers: tuple[str, ...]
    n_pictures: int
    has_page_number: bool
    has_styles: bool
    body_text: str
    outside_links: tuple[str, ...] = ()
    is_protected: bool = False
    other_form: str = ""


@dataclass(frozen=True, slots=True)
class TemplateRecord:
    """A template the office has, or had.

    Attributes:
        number: 1 for the first.
        sha256: of the file as it was given.
    """

    number: int
    sha256: str
    file_name: str
    saved_at: datetime
    by: str


def folded_style_name(name: str) -> str:
    """The key under which spellings and translations of one style meet."""
    plain = " ".join(name.split()).casefold()
    return STYLE_ALIASES.get(plain, plain)
