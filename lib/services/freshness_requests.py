"""Asking for what lacks: who is asked for what, the words to send, and the blank workbooks that fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lib.domain.freshness import Board, BoardRow, Mark, State
from lib.domain.periods import PeriodKind
from lib.domain.schools import School
from lib.report.blank_workbook import AREA_ROW
from lib.report.file_bundle import bundle_files
from lib.report.file_names import safe_file_name
from lib.report.table_workbook import make_table_workbook
from lib.services.analysis import OfficeData, Periods
from lib.services.templates import make_template, template_file_name
from lib.storage.engine import Store
from lib.thai.dates import format_date

_MOST_NAMED = 5
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Request:
    """What one กลุ่มงาน owes now."""

    owner: str
    rows: tuple[BoardRow, ...]


def open_requests(board: Board) -> tuple[Request, ...]:
    """One request an owner, in the order of the board; owners who owe nothing are absent."""
    owners = dict.fromkeys(row.owner for row in board.owed)
    return tuple(Request(owner, tuple(row for row in board.owed if row.owner == owner)) for owner in owners)


def describe_gap(row: BoardRow, names: Mapping[str, str]) -> str:
    """What lacks of a group in one phrase, with the first schools by name.

    Args:
        names: school id → name.
    """
    if row.state is State.OLD and row.latest is not None:
        return f"ยังไม่มีของปีนี้ ข้อมูลล่าสุดเป็น{row.latest.label}"
    if row.state is not State.PART:
        return "ยังไม่มีข้อมูล"
    parts = []
    lacking = sorted({names.get(each, each) for _, schools in row.gaps for each in schools})
    if lacking:
        more = f" และอีก {len(lacking) - _MOST_NAMED:,} แห่ง" if len(lacking) > _MOST_NAMED else ""
        named = ", ".join(lacking[:_MOST_NAMED])
        parts.append(f"ขาด {len(lacking):,} จาก {row.n_expected:,} แห่ง ({named}{more})")
    if row.area_gaps:
        parts.append(f"ขาดค่าระดับเขต {len(row.area_gaps):,} รายการ")
    return " และ".join(parts)


def describe_marks(marks: Sequence[Mark]) -> str:
    """How a school stands in several groups: the sign of all together, with how many are whole."""
    asked = [mark for mark in marks if mark is not Mark.NOT_TAUGHT]
    if not asked:
        return "–"
    n_full = asked.count(Mark.FULL)
    sign = "●" if n_full == len(asked) else "○" if asked.count(Mark.NONE) == len(asked) else "◐"
    return f"{sign} {n_full}/{len(asked)}"


def request_text(request: Request, names: Mapping[str, str], office: str, by: date) -> str:
    """A message to paste into LINE or a letter: what is asked, of which year, until when."""
    lines = [
        f"เรียน {request.owner}",
        "",
        f"ขอข้อมูลเพื่อการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา (ก.ต.ป.น.) {len(request.rows):,} รายการ",
        *(
            f"{number}. {row.name} {row.period.label}: {describe_gap(row, names)}"
            for number, row in enumerate(request.rows, start=1)
        ),
        "",
        f"กรอกในแบบที่แนบ เฉพาะช่องสีขาว ไม่มีข้อมูลให้เว้นว่าง แล้วส่งกลับภายในวันที่ {format_date(by)}",
    ]
    return "\n".join([*lines, office] if office else lines)


def request_files(store: Store, data: OfficeData, request: Request, periods: Periods) -> tuple[str, bytes]:
    """Name and bytes of the blank workbook of exactly what is owed; a ZIP where it is of several domains."""
    return _templates(store, data, request.rows, periods, data.schools, request.owner, with_area=True)


def school_gaps(board: Board, school_id: str) -> tuple[BoardRow, ...]:
    """Groups of figures that a school ought to have and has not, or not wholly."""
    place = next((at for at, school in enumerate(board.schools) if school.school_id == school_id), None)
    if place is None:
        return ()
    lacks = (Mark.NONE, Mark.PART)
    return tuple(row for row in board.rows if row.state is not State.NEVER and row.marks[place] in lacks)


def school_files(
    store: Store, data: OfficeData, board: Board, school: School, periods: Periods
) -> tuple[str, bytes]:
    """Name and bytes of the blank workbook of what one school lacks, its row filled in."""
    rows = school_gaps(board, school.school_id)
    return _templates(store, data, rows, periods, (school,), f"โรงเรียน{school.name}")


def owed_list(board: Board, data: OfficeData, office: str) -> bytes:
    """What is owed as a workbook: domain, group, year, what lacks, who sends it."""
    names = {school.school_id: school.name for school in board.schools}
    header = ("ด้าน", "กลุ่มตัวชี้วัด", "ปี", "สิ่งที่ขาด", "กลุ่มงานที่ส่ง", "ข้อมูลล่าสุด", "ปกติออกภายใน")
    rows = [
        (
            data.catalogue.domain(row.domain).short_name,
            row.name,
            row.period.label,
            describe_gap(row, names),
            row.owner,
            row.latest.label if row.latest else "ยังไม่เคยมี",
            format_date(row.due, short=True) if row.due else "",
        )
        for row in board.owed
    ]
    title = (f"ข้อมูลที่ต้องขอ {office}".strip(), f"ณ วันที่ {format_date(board.today)} จำนวน {len(rows):,} รายการ")
    return make_table_workbook("ข้อมูลที่ต้องขอ", title, header, rows)


def _templates(
    store: Store,
    data: OfficeData,
    rows: Iterable[BoardRow],
    periods: Periods,
    schools: tuple[School, ...],
    whom: str,
    *,
    with_area: bool = False,
) -> tuple[str, bytes]:
    years = {kind: period.year_be for kind, period in periods.items()}
    academic = years.get(PeriodKind.ACADEMIC_YEAR, 0)
    fiscal = years.get(PeriodKind.FISCAL_YEAR, 0)
    only = frozenset(school.school_id for school in schools)
    by_domain: dict[str, dict[str, frozenset[str]]] = {}
    for row in rows:
        asked = by_domain.setdefault(row.domain, {})
        asked |= {indicator_id: lacking & only for indicator_id, lacking in row.gaps if lacking & only}
        if with_area:
            asked |= {indicator_id: frozenset({AREA_ROW}) for indicator_id in row.area_gaps}
    files = []
    for domain, asked in by_domain.items():
        name = template_file_name(data.catalogue.domain(domain).name, academic, fiscal)
        files.append((name, make_template(store, domain, academic, fiscal, schools, asked)))
    if len(files) == 1:
        name, content = files[0]
        return safe_file_name(f"{name.removesuffix('.xlsx')} {whom}.xlsx", _LONGEST_NAME), content
    return safe_file_name(f"แบบเก็บข้อมูล {whom}.zip", _LONGEST_NAME), bundle_files(files)
