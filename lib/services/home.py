"""The page หน้าแรก: what waits for a person today, and which figures are here."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.domain.evidence import RoundStatus
from lib.domain.freshness import Board, State
from lib.domain.issues import Severity
from lib.domain.periods import Period, PeriodKind
from lib.services.analysis import OfficeData, Periods, known_years
from lib.services.evidence import EvidencePage
from lib.services.evidence_focus import due_in_words, focus_round, open_pages
from lib.services.findings import FindingsResult
from lib.services.freshness import make_board
from lib.services.freshness_requests import open_requests
from lib.storage.datasets import load_history, load_report
from lib.storage.engine import Store, reading
from lib.thai.dates import format_date

_YEARS_SHOWN = 3
_DAYS_URGENT = 30
_MOST_NAMED = 3
_MOST_TASKS = 5

Presence = Literal["full", "part", "none"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many groups of figures of one domain are here in one year.

    Attributes:
        n_present: groups with any figure; ``n_full`` of them whole for every school that ought to have them.
        n_expected: groups that the office waits for (lib.domain.freshness).
    """

    domain: str
    period: Period
    n_present: int
    n_full: int
    n_expected: int

    @property
    def presence(self) -> Presence:
        if self.n_present == 0:
            return "none"
        return "full" if self.n_full >= self.n_expected else "part"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, with the page where it is done."""

    title: str
    detail: str
    path: str
    link: str
    urgent: bool = False


def find_coverage(data: OfficeData, *, today: date) -> tuple[Coverage, ...]:
    """Coverage of every domain with groups in a calendar, for its latest years, oldest first."""
    found = []
    for kind, years in known_years(data).items():
        boards = {
            year: make_board(data, (), frozenset(), {kind: Period(kind, year)}, today=today)
            for year in sorted(years[:_YEARS_SHOWN])
        }
        for area in data.catalogue.domains:
            for year, board in boards.items():
                states = [row.state for row in board.rows if row.domain == area.id]
                waited = [state for state in states if state is not State.NEVER]
                n_full, n_part = waited.count(State.FULL), waited.count(State.PART)
                if states:
                    period = Period(kind, year)
                    found.append(Coverage(area.id, period, n_full + n_part, n_full, len(waited)))
    return tuple(found)


def count_open_questions(store: Store) -> tuple[int, int]:
    """Questions nobody answered in loads that still hold: how many, and in how many files."""
    counts = []
    with reading(store) as session:
        for record in load_history(session):
            if record.speaks:
                issues = load_report(session, record.dataset_id).get("issues", [])
                asked = issues if isinstance(issues, list) else []
                counts.append(sum(each.get("severity") == str(Severity.QUESTION) for each in asked))
    return sum(counts), sum(map(bool, counts))


def find_tasks(
    store: Store,
    periods: Periods,
    result: FindingsResult,
    board: Board,
    questions: tuple[int, int],
) -> tuple[Task, ...]:
    """What waits on the board's day, at most five things; a KPI round near its last day comes first."""
    found = (
        _data_task(board),
        _stale_task(result),
        _review_task(result),
        _sar_task(board, periods),
        *(_kpi_task(page, board.today) for page in open_pages(store, board.today)),
        _question_task(questions),
    )
    return tuple(sorted((task for task in found if task), key=lambda task: not task.urgent))[:_MOST_TASKS]


def _kpi_task(page: EvidencePage, today: date) -> Task | None:
    view = focus_round(page)
    if view.record.status is not RoundStatus.OPEN:
        return None
    lacking = ", ".join(str(each.number) for each in view.level.missing)
    return Task(
        f"แบบ {page.form.code} {view.form_round.name}: {due_in_words(view.due, today)}",
        f"ปีงบประมาณ {page.form.fiscal_year_be} ครบกำหนด {format_date(view.due)} "
        f"ขณะนี้ได้ระดับ {view.level.level} จาก {view.level.cap} "
        + (f"หลักฐานยังไม่ครบในข้อ {lacking}" if lacking else "หลักฐานครบแล้ว รอส่งรายงาน"),
        "pages/kpi_form.py",
        f"เปิดแบบ {page.form.code}",
        urgent=(view.due - today).days <= _DAYS_URGENT,
    )


def _data_task(board: Board) -> Task | None:
    requests = open_requests(board)
    if not requests:
        return None
    n_partly = sum(row.state is State.PART for row in board.owed)
    n_absent = len(board.owed) - n_partly
    owners = " · ".join(f"{each.owner} {len(each.rows):,}" for each in requests[:_MOST_NAMED])
    more = f" และอีก {len(requests) - _MOST_NAMED:,} กลุ่มงาน" if len(requests) > _MOST_NAMED else ""
    parts = [f"ยังไม่มี {n_absent:,}" if n_absent else "", f"ขาดบางส่วน {n_partly:,}" if n_partly else ""]
    return Task(
        f"ต้องขอข้อมูล {len(board.owed):,} รายการ ({' · '.join(filter(None, parts))})",
        owners + more,
        "pages/freshness.py",
        "ดูว่าใครต้องส่งอะไร",
    )


def _question_task(questions: tuple[int, int]) -> Task | None:
    n_questions, n_files = questions
    if not n_questions:
        return None
    return Task(
        f"คำถามค้าง {n_questions:,} ข้อ",
        f"ไฟล์ที่นำเข้าแล้วมีคำถามที่ยังไม่ได้ตอบ {n_questions:,} ข้อ ใน {n_files:,} ไฟล์",
        "pages/data_import.py",
        "ไปหน้านำเข้าข้อมูล",
    )


def _stale_task(result: FindingsResult) -> Task | None:
    n_stale = sum(each.stale for each in result.findings)
    if not n_stale:
        return None
    return Task(
        f"ตัวเลขเปลี่ยนหลังตัดสินใจ {n_stale:,} ข้อ",
        "ข้อค้นพบที่เคยพิจารณาแล้วยังไม่เข้ารายงาน จนกว่าจะพิจารณาอีกครั้งกับตัวเลขใหม่",
        "pages/findings.py",
        "พิจารณาอีกครั้ง",
    )


def _review_task(result: FindingsResult) -> Task | None:
    new = [each.finding for each in result.asked if each.review.status == "new"]
    if not new:
        return None
    n_shared = sum(finding.scope == "schools" for finding in new)
    return Task(
        f"ข้อค้นพบรอพิจารณา {len(new):,} ข้อ",
        f"ของเขตและกลุ่ม {len(new) - n_shared:,} ข้อ เรื่องที่โรงเรียนต่างกัน {n_shared:,} ข้อ "
        "เฉพาะข้อที่รับแล้วเท่านั้นที่เข้ารายงาน",
        "pages/findings.py",
        "พิจารณาข้อค้นพบ",
    )


def _sar_task(board: Board, periods: Periods) -> Task | None:
    period = periods.get(PeriodKind.ACADEMIC_YEAR)
    missing = [school.name for school in board.schools if school.school_id in board.without_report]
    if period is None or not missing:
        return None
    named = "โรงเรียน" + ", ".join(missing[:_MOST_NAMED])
    rest = f" และอีก {len(missing) - _MOST_NAMED:,} แห่ง" if len(missing) > _MOST_NAMED else ""
    return Task(
        f"ยังไม่มี SAR {len(missing):,} จาก {len(board.schools):,} แห่ง ({period.label})",
        named + rest,
        "pages/self_assessments.py",
        "ไปหน้า SAR",
    )
