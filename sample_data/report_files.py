"""Twelve fictional self-assessment reports in five layouts; some disagree with the school's results."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sample_data.chance import dice
from sample_data.file_bytes import workbook_bytes
from sample_data.grids import Grid, thai_digits
from sample_data.measures import leaning
from sample_data.office_names import OFFICE_NAME
from sample_data.school_list import YEARS, SampleSchool, all_pupils, all_schools
from sample_data.word_files import Block, Line, Lines, word_bytes

YEAR_BE = YEARS[-1]
_WORDS = ("", "กำลังพัฒนา", "ปานกลาง", "ดี", "ดีเลิศ", "ยอดเยี่ยม")
_STANDARDS = {
    "early_childhood": ("คุณภาพของเด็ก", "กระบวนการบริหารและการจัดการ", "การจัดประสบการณ์ที่เน้นเด็กเป็นสำคัญ"),
    "basic": ("คุณภาพของผู้เรียน", "กระบวนการบริหารและการจัดการ", "กระบวนการจัดการเรียนการสอนที่เน้นผู้เรียนเป็นสำคัญ"),
}
_LEVEL_HEADS = {"early_childhood": "ระดับปฐมวัย", "basic": "ระดับการศึกษาขั้นพื้นฐาน"}
_HEADS = {
    "strength": ("จุดเด่น", "จุดเด่น", "จุดแข็ง"),
    "improvement_area": ("จุดที่ควรพัฒนา", "จุดควรพัฒนา", "โอกาสในการพัฒนา"),
    "plan": ("แผนพัฒนาเพื่อให้ได้มาตรฐานที่สูงขึ้น", "แนวทางการพัฒนาในอนาคต", "แผนพัฒนาคุณภาพการศึกษาเพื่อยกระดับ"),
    "suggestion": ("ข้อเสนอแนะ", "ความต้องการการช่วยเหลือ", "ความต้องการและการช่วยเหลือ"),
}
_COUNTS = {"strength": 3, "improvement_area": 3, "plan": 2, "suggestion": 1}


@dataclass(frozen=True, slots=True)
class Report:
    """One school's report before it is laid out.

    Attributes:
        number: 0–11, decides layout and wording.
        levels: level of education → its three standard levels 1–5.
    """

    number: int
    school: SampleSchool
    levels: dict[str, tuple[int, int, int]]

    def statements(self, level: str, kind: str) -> tuple[str, ...]:
        """This report's own sentences out of the list."""
        return tuple(dice("texts", self.number, level, kind).sample(_texts()[level][kind], _COUNTS[kind]))

    def head(self, kind: str) -> str:
        return _HEADS[kind][self.number % 3]


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "report_texts.toml").read_text(encoding="utf-8"))


def self_assessment_files() -> dict[str, bytes]:
    """File name → content."""
    layouts: tuple[Callable[[Report], bytes], ...] = (
        _by_standard,
        _by_table,
        _by_boxes,
        _two_columns,
        _workbook,
    )
    files = {}
    for report in all_reports():
        layout = layouts[report.number % len(layouts)]
        ending = "xlsx" if layout is _workbook else "docx"
        files[f"SAR {YEAR_BE} {report.school.name}.{ending}"] = layout(report)
    return files


def all_reports() -> tuple[Report, ...]:
    """Four schools that scored low and rate themselves high, two the other way round, six in between."""
    present = [school for school in all_schools() if school.is_open(YEAR_BE) and school.has_early]
    known = sorted(present, key=lambda school: leaning(school, "reading") + leaning(school, "grades"))
    enough = [school for school in known if 90 <= all_pupils(school, YEAR_BE) <= 600]
    middle = dice("reports").sample([school for school in known[25:85] if school not in enough], 3)
    middle += dice("reports", 2).sample([school for school in enough[14:-10] if school not in middle], 3)
    chosen = [*enough[:4], *enough[-2:], *middle]
    reports = []
    for number, school in enumerate(chosen):
        draw = dice("levels", school.smis)
        if number < 4:
            basic = (5 if number % 2 else 4, 5, 4)
        elif number < 6:
            basic = (2, 3, 3)
        else:
            basic = (draw.choice((3, 4)), draw.choice((3, 4, 4)), draw.choice((3, 4, 5)))
        early = (draw.choice((3, 4, 5)), draw.choice((3, 4)), draw.choice((4, 4, 5)))
        reports.append(Report(number, school, {"early_childhood": early, "basic": basic}))
    return tuple(reports)


def _cover(report: Report) -> list[Block]:
    year = thai_digits(str(YEAR_BE)) if report.number % 3 == 1 else str(YEAR_BE)
    return [
        Line("รายงานการประเมินตนเองของสถานศึกษา", "title"),
        Line("(Self Assessment Report : SAR)", "title"),
        Line(f"ปีการศึกษา {year}", "title"),
        Line(f"โรงเรียน{report.school.name}", "title"),
        Line(f"รหัสโรงเรียน {report.school.smis}", "title"),
        Line(f"อำเภอ{report.school.district}", "title"),
        Line(OFFICE_NAME, "title"),
        Line("", "new_page"),
        Line("ส่วนที่ 1 ข้อมูลพื้นฐานของสถานศึกษา", "heading"),
        Line(
            f"โรงเรียน{report.school.name} จัดการศึกษา{report.school.level} "
            f"มีนักเรียน {all_pupils(report.school, YEAR_BE)} คน ข้อมูล ณ วันที่ 10 มิถุนายน {YEAR_BE}"
        ),
    ]


def _lists(report: Report, level: str) -> list[Block]:
    blocks: list[Block] = []
    for kind in _COUNTS:
        blocks.append(Line(report.head(kind), "heading"))
        blocks += [Line(f"{n}. {text}") for n, text in enumerate(report.statements(level, kind), start=1)]
    return blocks


def _by_standard(report: Report) -> bytes:
    """Level, ways and plans under each standard."""
    blocks = _cover(report)
    blocks.append(Line("ส่วนที่ 2 ผลการประเมินตนเองของสถานศึกษา", "heading"))
    for level, numbers in report.levels.items():
        blocks.append(Line(_LEVEL_HEADS[level], "heading"))
        for place, (name, number) in enumerate(zip(_STANDARDS[level], numbers, strict=True), start=1):
            blocks += [
                Line(f"มาตรฐานที่ {place} {name}", "heading"),
                Line(f"1. ระดับคุณภาพ {_WORDS[number]}"),
                Line("2. วิธีการพัฒนา"),
                Line(_texts()["method"][level][place - 1]),
            ]
        blocks += _lists(report, level)
    return word_bytes(blocks, f"SAR {YEAR_BE}")


def _by_table(report: Report) -> bytes:
    """One table of standards per level of education, then the lists."""
    blocks = _cover(report)
    for level, numbers in report.levels.items():
        blocks.append(Line(f"ผลการประเมินตนเอง {_LEVEL_HEADS[level]}", "heading"))
        rows = [("มาตรฐานการศึกษา", "ค่าเป้าหมาย", "ระดับคุณภาพ")]
        rows += [
            (f"มาตรฐานที่ {place} {name}", _WORDS[4], _WORDS[number])
            for place, (name, number) in enumerate(zip(_STANDARDS[level], numbers, strict=True), start=1)
        ]
        blocks.append(Lines(tuple(rows)))
        blocks += _lists(report, level)
    return word_bytes(blocks, f"SAR {YEAR_BE}")


def _by_boxes(report: Report) -> bytes:
    """Boxes to tick, with Thai digits."""
    blocks = _cover(report)
    for level, numbers in report.levels.items():
        blocks.append(Line(_LEVEL_HEADS[level], "heading"))
        for place, (name, number) in enumerate(zip(_STANDARDS[level], numbers, strict=True), start=1):
            boxes = " ".join(f"{'☑' if n == number else '☐'} {_WORDS[n]}" for n in range(1, 6))
            blocks += [
                Line(f"มาตรฐานที่ {thai_digits(str(place))} {name}", "heading"),
                Line(f"ระดับคุณภาพ {boxes}"),
                Line("วิธีการพัฒนา", "heading"),
                Line(_texts()["method"][level][place - 1]),
            ]
        blocks += _lists(report, level)
    return word_bytes(blocks, f"SAR {YEAR_BE}")


def _two_columns(report: Report) -> bytes:
    """Levels in a sentence; strengths and areas for development side by side in a table."""
    blocks = _cover(report)
    for level, numbers in report.levels.items():
        blocks.append(Line(_LEVEL_HEADS[level], "heading"))
        for place, (name, number) in enumerate(zip(_STANDARDS[level], numbers, strict=True), start=1):
            blocks.append(Line(f"มาตรฐานที่ {place} {name} : ระดับ{_WORDS[number]}"))
        blocks.append(Line(f"สรุปผล แนวทางการพัฒนา และความต้องการการช่วยเหลือ {_LEVEL_HEADS[level]}", "heading"))
        pairs = zip(
            report.statements(level, "strength"), report.statements(level, "improvement_area"), strict=True
        )
        blocks.append(Lines((("จุดเด่น", "จุดที่ควรพัฒนา"), *pairs)))
        for kind in ("plan", "suggestion"):
            blocks.append(Line(report.head(kind), "heading"))
            blocks += [Line(text, "bullet") for text in report.statements(level, kind)]
    return word_bytes(blocks, f"SAR {YEAR_BE}")


def _workbook(report: Report) -> bytes:
    """A summary sheet per level of education."""
    grids = []
    for level, numbers in report.levels.items():
        rows: list[tuple[str | int | None, ...]] = [
            (f"รายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา {YEAR_BE}",),
            (f"รหัสโรงเรียน {report.school.smis} โรงเรียน{report.school.name}",),
            (_LEVEL_HEADS[level],),
            ("มาตรฐานการศึกษา", "ระดับคุณภาพ"),
        ]
        rows += [
            (f"มาตรฐานที่ {place} {name}", _WORDS[number])
            for place, (name, number) in enumerate(zip(_STANDARDS[level], numbers, strict=True), start=1)
        ]
        for kind in _COUNTS:
            rows.append((report.head(kind),))
            rows += [(f"{n}. {text}",) for n, text in enumerate(report.statements(level, kind), start=1)]
        grids.append(Grid(_LEVEL_HEADS[level], tuple(rows), 3, 1))
    return workbook_bytes(grids)
