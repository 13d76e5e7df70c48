"""How the fictional self-assessment reports are laid out, as schools do: each in a way of its own."""

from sample_data.file_bytes import workbook_bytes
from sample_data.grids import Grid, thai_digits
from sample_data.office_names import OFFICE_NAME
from sample_data.report_words import COUNTS, LEVEL_HEADS, STANDARDS, WORDS, Report, report_texts
from sample_data.school_list import all_pupils
from sample_data.word_files import Block, Line, Lines, word_bytes

_OLD_WORDS = ("", "ปรับปรุง", "พอใช้", "ดี", "ดีมาก", "ดีเยี่ยม")


def _cover(report: Report) -> list[Block]:
    year = thai_digits(str(report.year_be)) if report.number % 3 == 1 else str(report.year_be)
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
            f"มีนักเรียน {all_pupils(report.school, report.year_be)} คน ข้อมูล ณ วันที่ 10 มิถุนายน {report.year_be}"
        ),
    ]


def _lists(report: Report, level: str) -> list[Block]:
    blocks: list[Block] = []
    for kind in COUNTS:
        blocks.append(Line(report.head(kind), "heading"))
        blocks += [Line(f"{n}. {text}") for n, text in enumerate(report.statements(level, kind), start=1)]
    return blocks


def by_standard(report: Report) -> bytes:
    """Level, ways and plans under each standard."""
    blocks = _cover(report)
    blocks.append(Line("ส่วนที่ 2 ผลการประเมินตนเองของสถานศึกษา", "heading"))
    for level, numbers in report.levels.items():
        blocks.append(Line(LEVEL_HEADS[level], "heading"))
        for place, (name, number) in enumerate(zip(STANDARDS[level], numbers, strict=True), start=1):
            blocks += [
                Line(f"มาตรฐานที่ {place} {name}", "heading"),
                Line(f"1. ระดับคุณภาพ {WORDS[number]}"),
                Line("2. วิธีการพัฒนา"),
                Line(report_texts()["method"][level][place - 1]),
            ]
        blocks += _lists(report, level)
    return word_bytes(blocks, f"SAR {report.year_be}")


def by_table(report: Report) -> bytes:
    """One table of standards per level of education, then the lists."""
    blocks = _cover(report)
    for level, numbers in report.levels.items():
        blocks.append(Line(f"ผลการประเมินตนเอง {LEVEL_HEADS[level]}", "heading"))
        rows = [("มาตรฐานการศึกษา", "ค่าเป้าหมาย", "ระดับคุณภาพ")]
        rows += [
            (f"มาตรฐานที่ {place} {name}", WORDS[4], WORDS[number])
            for place, (name, number) in enumerate(zip(STANDARDS[level], numbers, strict=True), start=1)
        ]
        blocks.append(Lines(tuple(rows)))
        blocks += _lists(report, level)
    return word_bytes(blocks, f"SAR {report.year_be}")


def by_boxes(report: Report) -> bytes:
    """Boxes to tick, with Thai digits."""
    blocks = _cover(report)
    for level, numbers in report.levels.items():
        blocks.append(Line(LEVEL_HEADS[level], "heading"))
        for place, (name, number) in enumerate(zip(STANDARDS[level], numbers, strict=True), start=1):
            boxes = " ".join(f"{'☑' if n == number else '☐'} {WORDS[n]}" for n in range(1, 6))
            blocks += [
                Line(f"มาตรฐานที่ {thai_digits(str(place))} {name}", "heading"),
                Line(f"ระดับคุณภาพ {boxes}"),
                Line("วิธีการพัฒนา", "heading"),
                Line(report_texts()["method"][level][place - 1]),
            ]
        blocks += _lists(report, level)
    return word_bytes(blocks, f"SAR {report.year_be}")


def two_columns(report: Report) -> bytes:
    """Levels in a sentence; strengths and areas for development side by side in a table."""
    blocks = _cover(report)
    for level, numbers in report.levels.items():
        blocks.append(Line(LEVEL_HEADS[level], "heading"))
        for place, (name, number) in enumerate(zip(STANDARDS[level], numbers, strict=True), start=1):
            blocks.append(Line(f"มาตรฐานที่ {place} {name} : ระดับ{WORDS[number]}"))
        blocks.append(Line(f"สรุปผล แนวทางการพัฒนา และความต้องการการช่วยเหลือ {LEVEL_HEADS[level]}", "heading"))
        pairs = zip(
            report.statements(level, "strength"), report.statements(level, "improvement_area"), strict=True
        )
        blocks.append(Lines((("จุดเด่น", "จุดที่ควรพัฒนา"), *pairs)))
        for kind in ("plan", "suggestion"):
            blocks.append(Line(report.head(kind), "heading"))
            blocks += [Line(text, "bullet") for text in report.statements(level, kind)]
    return word_bytes(blocks, f"SAR {report.year_be}")


def workbook(report: Report) -> bytes:
    """A summary sheet per level of education."""
    grids = []
    for level, numbers in report.levels.items():
        rows: list[tuple[str | int | None, ...]] = [
            (f"รายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา {report.year_be}",),
            (f"รหัสโรงเรียน {report.school.smis} โรงเรียน{report.school.name}",),
            (LEVEL_HEADS[level],),
            ("มาตรฐานการศึกษา", "ระดับคุณภาพ"),
        ]
        rows += [
            (f"มาตรฐานที่ {place} {name}", WORDS[number])
            for place, (name, number) in enumerate(zip(STANDARDS[level], numbers, strict=True), start=1)
        ]
        for kind in COUNTS:
            rows.append((report.head(kind),))
            rows += [(f"{n}. {text}",) for n, text in enumerate(report.statements(level, kind), start=1)]
        grids.append(Grid(LEVEL_HEADS[level], tuple(rows), 3, 1))
    return workbook_bytes(grids)


def by_item(report: Report) -> bytes:
    """One table per standard with its items, and the standard's own level above it."""
    blocks = _cover(report)
    for level, numbers in report.levels.items():
        blocks.append(Line(f"ผลการประเมินตนเอง {LEVEL_HEADS[level]}", "heading"))
        for place, (name, number) in enumerate(zip(STANDARDS[level], numbers, strict=True), start=1):
            rows = [("ประเด็นพิจารณา", "ระดับคุณภาพ")]
            rows += [(f"{item} {words}", WORDS[own]) for item, words, own in report.items(level, place)]
            blocks += [
                Line(f"มาตรฐานที่ {place} {name}", "heading"),
                Line(f"ระดับคุณภาพ {WORDS[number]}"),
                Lines(tuple(rows)),
            ]
        blocks += _lists(report, level)
    return word_bytes(blocks, f"SAR {report.year_be}")


def by_number(report: Report) -> bytes:
    """Levels as a number with the word beside it."""
    blocks = _cover(report)
    for level, numbers in report.levels.items():
        blocks.append(Line(LEVEL_HEADS[level], "heading"))
        for place, (name, number) in enumerate(zip(STANDARDS[level], numbers, strict=True), start=1):
            blocks += [
                Line(f"มาตรฐานที่ {place} {name}", "heading"),
                Line(f"ระดับคุณภาพ {number} ({WORDS[number]})"),
                Line(report_texts()["method"][level][place - 1]),
            ]
        blocks += _lists(report, level)
    return word_bytes(blocks, f"SAR {report.year_be}")


def by_old_set(report: Report) -> bytes:
    """A school that still writes by the fifteen standards of 2554."""
    blocks = _cover(report)
    blocks.append(Line("ผลการประเมินตนเอง ระดับการศึกษาขั้นพื้นฐาน", "heading"))
    rows = [("มาตรฐานการศึกษา", "ระดับคุณภาพ")]
    rows += [
        (f"มาตรฐานที่ {place} {name}", _OLD_WORDS[report.levels["basic"][place % 3]])
        for place, name in enumerate(report_texts()["old_standards"], start=1)
    ]
    return word_bytes([*blocks, Lines(tuple(rows)), *_lists(report, "basic")], f"SAR {report.year_be}")
