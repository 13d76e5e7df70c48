"""The page หน้าแรก: what waits for a person today, and which figures are here."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.domain.evidence import RoundStatus
from lib.domain.issues import Severity
from lib.domain.periods import Period, PeriodKind
from lib.services.analysis import OfficeData, Periods, known_years
from lib.services.evidence import load_evidence_page
from lib.services.evidence_focus import KPI_FORM, due_in_words, focus_round, working_fiscal_year
from lib.services.findings import FindingsResult
from lib.services.self_assessments import not_submitted
from lib.storage.datasets import load_history, load_report
from lib.storage.engine import Store, reading
from lib.thai.dates import format_date

_YEARS_SHOWN = 3
_DAYS_URGENT = 30
_MOST_NAMED = 3

Presence = Literal["full", "part", "none"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many key indicators of one domain have any figure in one year.

    Attributes:
        n_expected: key indicators of the domain and calendar that the office has had figures of in any year;
            all of them where it never had any.
    """

    domain: str
    period: Period
    n_present: int
    n_expected: int

    @property
    def presence(self) -> Presence:
        if self.n_present == 0:
            return "none"
        return "full" if self.n_present >= self.n_expected else "part"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, with the page where it is done."""

    title: str
    detail: str
    path: str
    link: str
    urgent: bool = False


def find_coverage(data: OfficeData) -> tuple[Coverage, ...]:
    """Coverage of every domain that has key indicators in a calendar, for its latest years, oldest first."""
    columns = ["indicator_id", "period_kind", "year_be"]
    seen = data.observations[columns].drop_duplicates()
    there = {
        (str(indicator_id), PeriodKind(kind), int(year))
        for indicator_id, kind, year in seen.itertuples(index=False, name=None)
    }
    ever = {indicator_id for indicator_id, _, _ in there}
    found = []
    for kind, years in known_years(data).items():
        for area in data.catalogue.domains:
            keys = {each.id for each in data.catalogue.of_domain(area.id) if each.key_indicator}
            keys = {each for each in keys if data.catalogue.by_id[each].period_kind is kind}
            if not keys:
                continue
            expected = keys & ever or keys
            for year in sorted(years[:_YEARS_SHOWN]):
                present = sum((each, kind, year) in there for each in expected)
                found.append(Coverage(area.id, Period(kind, year), present, len(expected)))
    return tuple(found)


def count_open_questions(store: Store) -> tuple[int, int]:
    """Questions nobody answered in loads that still hold: how many, and in how many files."""
    counts = []
    with reading(store) as session:
        for record in load_history(session):
            if record.undone_at is None:
                issues = load_report(session, record.dataset_id).get("issues", [])
                asked = issues if isinstance(issues, list) else []
                counts.append(sum(each.get("severity") == str(Severity.QUESTION) for each in asked))
    return sum(counts), sum(map(bool, counts))


def find_tasks(
    store: Store,
    data: OfficeData,
    periods: Periods,
    result: FindingsResult,
    coverage: tuple[Coverage, ...],
    questions: tuple[int, int],
    *,
    today: date,
) -> tuple[Task, ...]:
    """What waits today, at most one task of each of five sorts; a KPI round near its last day comes first."""
    found = (
        _data_task(data, periods, coverage, questions),
        _stale_task(result),
        _review_task(result),
        _sar_task(store, data, periods),
        _kpi_task(store, today),
    )
    return tuple(sorted((task for task in found if task), key=lambda task: not task.urgent))


def _kpi_task(store: Store, today: date) -> Task | None:
    page = load_evidence_page(store, KPI_FORM, working_fiscal_year(store, KPI_FORM, today), today=today)
    view = focus_round(page)
    if view.record.status is not RoundStatus.OPEN:
        return None
    lacking = ", ".join(str(each.number) for each in view.level.missing)
    return Task(
        f"แบบ ARS 46 {view.form_round.name}: {due_in_words(view.due, today)}",
        f"ปีงบประมาณ {page.form.fiscal_year_be} ครบกำหนด {format_date(view.due)} "
        f"ขณะนี้ได้ระดับ {view.level.level} จาก {view.level.cap} "
        + (f"หลักฐานยังไม่ครบในข้อ {lacking}" if lacking else "หลักฐานครบแล้ว รอส่งรายงาน"),
        "pages/kpi_form.py",
        "เปิดแบบ ARS 46",
        urgent=(view.due - today).days <= _DAYS_URGENT,
    )


def _data_task(
    data: OfficeData, periods: Periods, coverage: tuple[Coverage, ...], questions: tuple[int, int]
) -> Task | None:
    owed = [each for each in coverage if each.period in periods.values() and each.presence == "none"]
    n_questions, n_files = questions
    asked = f"ไฟล์ที่นำเข้าแล้วมีคำถามที่ยังไม่ได้ตอบ {n_questions:,} ข้อ ใน {n_files:,} ไฟล์" if n_questions else ""
    if not owed and not asked:
        return None
    names = " · ".join(f"{data.catalogue.domain(each.domain).name} {each.period.label}" for each in owed)
    titles = [f"ยังไม่มีข้อมูล {len(owed):,} รายการ"] if owed else []
    titles += [f"คำถามค้าง {n_questions:,} ข้อ"] if asked else []
    return Task(
        " และ".join(titles),
        " · ".join(filter(None, (names, asked))),
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
    new = [each.finding for each in result.findings if each.review.status == "new"]
    if not new:
        return None
    n_area = sum(finding.scope == "area" for finding in new)
    return Task(
        f"ข้อค้นพบรอพิจารณา {len(new):,} ข้อ",
        f"ภาพรวมเขต {n_area:,} ข้อ กลุ่มโรงเรียนและโรงเรียน {len(new) - n_area:,} ข้อ เฉพาะข้อที่รับแล้วเท่านั้นที่เข้ารายงาน",
        "pages/findings.py",
        "พิจารณาข้อค้นพบ",
    )


def _sar_task(store: Store, data: OfficeData, periods: Periods) -> Task | None:
    period = periods.get(PeriodKind.ACADEMIC_YEAR)
    if period is None:
        return None
    own = {school.school_id for school in data.schools}
    missing = [school.name for school in not_submitted(store, period.year_be) if school.school_id in own]
    if not missing:
        return None
    named = "โรงเรียน" + ", ".join(missing[:_MOST_NAMED])
    rest = f" และอีก {len(missing) - _MOST_NAMED:,} แห่ง" if len(missing) > _MOST_NAMED else ""
    return Task(
        f"ยังไม่มี SAR {len(missing):,} จาก {len(own):,} แห่ง ({period.label})",
        named + rest,
        "pages/self_assessments.py",
        "ไปหน้า SAR",
    )
