"""The answers of a load that mattered for one figure, in words."""

from collections.abc import Iterator

from lib.domain.sheets import cells_of, column_letter
from lib.domain.source_refs import SourceRef
from lib.ingest.choices import ImportChoices


def told_choices(choices: ImportChoices, reference: SourceRef, school_id: str) -> tuple[str, ...]:
    """What a person decided that this figure depends on, in the order of the reading; mostly nothing.

    Args:
        school_id: whose figure it is; empty for a stated one.
    """
    return tuple(_told(choices, reference, school_id))


def told_corrections(issues: object, reference: SourceRef) -> tuple[str, ...]:
    """Confirmed readings of the figure's own cells, as the load's report says them.

    Args:
        issues: the report's list of remarks.
    """
    cells = {place for each in reference.cells for place in cells_of(each.address)}
    return tuple(
        str(issue["message"])
        for issue in (issues if isinstance(issues, list) else [])
        if issue.get("code") == "V25"
        and issue.get("sheet") == reference.sheet
        and cells & set(cells_of(str(issue.get("cell", ""))))
    )


def _told(choices: ImportChoices, reference: SourceRef, school_id: str) -> Iterator[str]:
    sheet, row, column = reference.sheet, reference.first_row, reference.first_column
    if choices.encoding:
        yield f"เลือกรหัสอักษรของไฟล์เป็น {choices.encoding}"
    if sheet in choices.hidden_sheets:
        yield "เลือกให้อ่านชีตที่ซ่อนอยู่นี้"
    for first, last in choices.headers_of(sheet):
        yield f"ระบุว่าหัวตารางอยู่แถว {first}" + (f" ถึง {last}" if last != first else "")
    years = [year for name, year in choices.years if name == sheet]
    if years or choices.year_be is not None:
        yield f"ระบุปีของตารางที่ไม่บอกปีเป็น {years[0] if years else choices.year_be}"
    if any(place[0] == sheet and place[2] == column for place, _ in choices.columns):
        yield f"เลือกความหมายของคอลัมน์ {column_letter(column)} เอง"
    for place, is_fraction in choices.fractions:
        if place[0] == sheet and place[2] == column:
            yield "ยืนยันว่าคอลัมน์นี้เป็นสัดส่วน 0 ถึง 1" if is_fraction else "ยืนยันว่าคอลัมน์นี้เป็นร้อยละอยู่แล้ว"
    if any(school_id == answered for _, answered in choices.schools):
        yield "ตอบว่าชื่อโรงเรียนที่เขียนในไฟล์คือโรงเรียนนี้"
    for (name, answered), kept in choices.kept_rows:
        if (name, answered) == (sheet, school_id) and kept == row + 1:
            yield f"เลือกแถว {kept} จากหลายแถวของโรงเรียนเดียวกันที่ค่าต่างกัน"
