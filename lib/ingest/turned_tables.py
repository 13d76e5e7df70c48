"""Tables on their side, schools across and indicators down: said plainly, since their rows are no schools."""

from collections.abc import Callable

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellRange, Sheet
from lib.ingest.cells import cell_text

_SEARCHED_ROWS = 40
_LEAST_SCHOOLS = 2


def turned_table(sheet: Sheet, is_school: Callable[[str], bool]) -> Issue | None:
    """The remark on a sheet whose schools stand beside each other in one row; None where none do.

    Args:
        is_school: whether a text is the name or the code of a school of the register.
    """
    for row, cells in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        texts = [(column, cell_text(cell)) for column, cell in enumerate(cells)]
        found = [(column, text) for column, text in texts if text and is_school(text)]
        n_codes = sum(text[:1].isdigit() for _, text in found)
        places = [column for column, _ in found]
        # A code beside a name is one school.
        if max(n_codes, len(found) - n_codes) >= _LEAST_SCHOOLS:
            return Issue(
                Severity.ERROR,
                "S28",
                f"แถว {row + 1} มีชื่อหรือรหัสโรงเรียนเรียงตามแนวนอน {len(places)} แห่ง ตารางนี้วางโรงเรียนเป็นคอลัมน์ "
                "จึงยังไม่ได้อ่านชีตนี้",
                "ใน Excel ให้คัดลอกตาราง แล้ววางแบบพิเศษ > สลับแถวกับคอลัมน์ ให้แต่ละแถวเป็นหนึ่งโรงเรียน แล้วนำเข้าใหม่",
                sheet=sheet.name,
                cell=CellRange(row, places[0], row, places[-1]).address,
            )
    return None
