"""A refused list of persons as a workbook of counts by school, which takes the list's place."""

from dataclasses import dataclass, field

from lib.catalog.count_up import load_count_up_words
from lib.domain.count_up import CountedUp, CountTable, CountUpOffer, ListColumn
from lib.domain.sheets import EXPLANATION_SHEET, Sheet
from lib.ingest.child import read_workbook
from lib.ingest.count_up import count_up
from lib.report.file_names import safe_file_name
from lib.report.plain_copy import write_plain_copy
from lib.services.catalogue import load_office_catalogue
from lib.storage.engine import Store

_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class CountedFile:
    """The counts of one list; nothing of a person is in it.

    Attributes:
        n_figures: figures that the office's indicators take.
    """

    offer: CountUpOffer
    file_name: str
    content: bytes = field(repr=False)
    n_figures: int


def count_up_file(store: Store, content: bytes, file_name: str) -> CountedFile | None:
    """Count a list of persons up by school.

    Returns:
        None where the file has no list that tells its school, or nothing that can be counted.

    Raises:
        RefusedFile: the file cannot be read.
    """
    catalogue = load_office_catalogue(store)
    counted = count_up(read_workbook(content, file_name), file_name, load_count_up_words(), catalogue)
    if counted is None or not (counted.figures or counted.words):
        return None
    n_figures = sum(value is not None for table in counted.figures for row in table.rows for value in row[2:])
    return CountedFile(counted.offer, *counted_workbook(counted), n_figures)


def counted_workbook(counted: CountedUp) -> tuple[str, bytes]:
    """Name and bytes of the workbook of counts: figures, words without an indicator, and how it was counted.

    The name holds no word of the list's own name, which may be a person's.
    """
    tables = [*counted.figures, *((counted.words,) if counted.words else ())]
    sheets = [*map(_as_sheet, tables), _explanation(counted.offer)]
    period = counted.offer.period or "ไม่ระบุปี"
    name = f"นับรวมรายโรงเรียน {period} {counted.offer.n_schools} แห่ง {counted.offer.n_rows} คน.xlsx"
    return safe_file_name(name, _LONGEST_NAME), write_plain_copy(sheets)


def _as_sheet(table: CountTable) -> Sheet:
    return Sheet(table.name, (*((line,) for line in table.title), table.header, *table.rows))


def _explanation(offer: CountUpOffer) -> Sheet:
    lines = (
        "นับรวมจากรายชื่อบุคคลเป็นจำนวนรายโรงเรียน รายชื่อเดิมไม่ถูกเก็บ",
        f"รายชื่อ {offer.n_rows:,} คน โรงเรียน {offer.n_schools:,} แห่ง แถวที่ไม่ใช่บุคคล {offer.n_other:,} แถว",
        f"ไม่ระบุโรงเรียน {offer.no_school:,} คน ไม่ถูกนับในโรงเรียนใด",
        f"ไม่ระบุชั้น {offer.no_grade:,} คน นับในยอดรวมของโรงเรียน แต่ไม่อยู่ในชั้นใด",
        f"ไม่ระบุเพศ {offer.no_sex:,} คน ยอดที่มีคนเหล่านี้จึงไม่แยกชายหญิง",
        "ช่องว่างคือไม่มีคนในชั้นนั้น ไม่ใช่ศูนย์ จำนวนน้อยอาจชี้ตัวบุคคลได้ ใช้ภายในสำนักงานเท่านั้น",
        "คอลัมน์ที่ใช้นับ",
        *(f"  {_describe_column(column)}" for column in offer.used),
        "คอลัมน์ที่ไม่ใช้และไม่เก็บ",
        *(f"  {_describe_column(column)}" for column in offer.left_out),
    )
    return Sheet(EXPLANATION_SHEET, tuple((line,) for line in lines))


def _describe_column(column: ListColumn) -> str:
    """Sheet, letter and header of a column of the list, and what it was used for."""
    sheet = f"ชีต “{column.sheet}” " if column.sheet else ""
    header = f" “{column.header}”" if column.header else ""
    use = f" ใช้เป็น{column.use}" if column.use else ""
    return f"{sheet}{column.letter}{header}{use}"
