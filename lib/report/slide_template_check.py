"""What an office's own presentation has and lacks for the slides, in words."""

import io
from zipfile import BadZipFile, ZipFile

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.slide import SlideLayout

from lib.domain.issues import Issue, Severity
from lib.report.slide_layouts import CONTENT, COVER, LAYOUT_TYPES, TWO
from lib.report.slide_page import BESIDE_BODY
from lib.report.slide_template import find_layout, office_presentation

_NEEDED_BODIES = {COVER: 1, CONTENT: 1, TWO: 2}
_POWERPOINT_NAMES = {COVER: "Title Slide", CONTENT: "Title and Content", TWO: "Two Content"}
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_MOST_BYTES = 200_000_000  # unpacked
_WIDE = 1.6


def check_slide_template(content: bytes) -> tuple[Issue, ...]:
    """What is missing or will look otherwise; the template can be used unless one is an error."""
    broken = _broken(content)
    if broken is not None:
        return (broken,)
    try:
        made = office_presentation(content)
    except (KeyError, ValueError, PackageNotFoundError):
        return (_error("S01", "เปิดไฟล์เป็นงานนำเสนอไม่ได้", "บันทึกจาก PowerPoint เป็น .pptx ใหม่ แล้วเลือกอีกครั้ง"),)
    issues: list[Issue] = []
    for name in LAYOUT_TYPES:
        layout = find_layout(made, name)
        if layout is None:
            said = f"ไม่มีเลย์เอาต์ “{name}” หรือ {_POWERPOINT_NAMES[name]}"
            issues.append(_error("S02", said, "เพิ่มในมุมมองต้นแบบสไลด์ของ PowerPoint แล้วเลือกไฟล์อีกครั้ง"))
        else:
            issues += _check_layout(name, layout)
    width, height = made.slide_width or 0, made.slide_height or 1
    if width / height < _WIDE:
        said = "สไลด์ไม่ใช่จอกว้าง 16:9 กราฟและข้อความจะแคบลง"
        issues.append(Issue(Severity.WARNING, "S05", said, "ตั้งขนาดสไลด์เป็น 16:9 ถ้าห้องประชุมใช้จอกว้าง"))
    return tuple(issues)


def _broken(content: bytes) -> Issue | None:
    """A file that must not be opened further."""
    try:
        with ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            size = sum(entry.file_size for entry in package.infolist())
    except BadZipFile:
        return _error("S01", "ไฟล์นี้ไม่ใช่ PowerPoint (.pptx)", "บันทึกจาก PowerPoint เป็น .pptx แล้วเลือกอีกครั้ง")
    if size > _MOST_BYTES:
        return _error("S01", "ไฟล์ใหญ่เกินไปเมื่อคลายแล้ว", "ลดขนาดรูปในแม่แบบ แล้วเลือกอีกครั้ง")
    if "ppt/presentation.xml" not in names:
        return _error("S01", "ไฟล์นี้ไม่ใช่ PowerPoint (.pptx)", "บันทึกจาก PowerPoint เป็น .pptx แล้วเลือกอีกครั้ง")
    if any(name.endswith("vbaProject.bin") for name in names):
        return _error("S01", "ไฟล์มีแมโคร", "บันทึกเป็น .pptx ที่ไม่มีแมโคร แล้วเลือกอีกครั้ง")
    return None


def _check_layout(name: str, layout: SlideLayout) -> list[Issue]:
    kinds = [each.placeholder_format.type for each in list(layout.placeholders)]
    issues = []
    if not any(kind in _TITLES for kind in kinds):
        issues.append(_error("S03", f"เลย์เอาต์ “{layout.name}” ไม่มีที่สำหรับหัวเรื่อง", "เพิ่มตัวแทนหัวเรื่องในเลย์เอาต์นี้"))
    bodies = sum(kind not in BESIDE_BODY for kind in kinds)
    if bodies < _NEEDED_BODIES[name]:
        said = f"เลย์เอาต์ “{layout.name}” มีที่สำหรับเนื้อหา {bodies} จาก {_NEEDED_BODIES[name]} ที่"
        issues.append(_error("S03", said, "เพิ่มตัวแทนเนื้อหาในเลย์เอาต์นี้"))
    if name != COVER:
        for kind, said in (
            (PP_PLACEHOLDER.FOOTER, "แหล่งข้อมูล (ท้ายกระดาษ) จะอยู่ในบันทึกย่อเท่านั้น"),
            (PP_PLACEHOLDER.SLIDE_NUMBER, "เลขหน้า จะไม่มีเลขหน้า"),
        ):
            if kind not in kinds:
                told = f"เลย์เอาต์ “{layout.name}” ไม่มีที่สำหรับ{said}"
                issues.append(Issue(Severity.WARNING, "S04", told, "เพิ่มในต้นแบบสไลด์ ถ้าต้องการ"))
    return issues


def _error(code: str, message: str, hint: str) -> Issue:
    return Issue(Severity.ERROR, code, message, hint)
