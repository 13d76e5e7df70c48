from collections.abc import Iterator
from datetime import date

import pandas as pd
import pytest

from lib.catalog.rules import load_rules
from lib.domain.evidence import Answer
from lib.domain.findings import Finding, Review
from lib.domain.indicators import Catalogue
from lib.domain.periods import PeriodKind
from lib.domain.schools import School
from lib.services.analysis import OfficeData, Periods
from lib.services.evidence_edits import save_answer
from lib.services.evidence_files import attach_file
from lib.services.evidence_focus import (
    KPI_FORM,
    due_in_words,
    find_working_year,
    fiscal_year_choices,
    open_pages,
    working_fiscal_year,
)
from lib.services.evidence_rounds import submit_round
from lib.services.findings import FindingsResult, ReviewedFinding
from lib.services.freshness import load_board
from lib.services.home import Coverage, Task, count_open_questions, find_coverage, find_tasks
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.analysis.builders import ACADEMIC, PERIODS, YEAR, catalogue, indicator

SCHOOLS = tuple(School(f"0{number}", f"บ้านสมมติ {number}") for number in range(1, 6))
NO_FINDINGS = FindingsResult((), ())
NO_QUESTIONS = (0, 0)
#: Far from the last day of every round.
QUIET_DAY = date(2025, 1, 10)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()


def office_data(known: Catalogue, *rows: tuple[str, str, int]) -> OfficeData:
    """Figures as (indicator, kind of year, year), of every school."""
    each = [(*row, school.school_id) for row in rows for school in SCHOOLS]
    frame = pd.DataFrame(each, columns=["indicator_id", "period_kind", "year_be", "school_id"])
    frame = frame.assign(scope="nation", dataset_id=1)
    return OfficeData(frame, frame, SCHOOLS, SCHOOLS, known, load_rules(), 1)


TWO_DOMAINS = catalogue(
    indicator("a"), indicator("b"), indicator("m", domain="budget", period_kind=PeriodKind.FISCAL_YEAR)
)


def finding(finding_id: str, status: str = "new", *, stale: bool = False) -> ReviewedFinding:
    made = Finding(
        finding_id, "area", "", "เขต", "academic", "academic.a", "strength", 1, "r", ACADEMIC, "ข้อความ", ()
    )
    return ReviewedFinding(made, Review(finding_id, status=status), stale)  # type: ignore[arg-type]


def tasks(
    store: Store,
    data: OfficeData,
    *,
    periods: Periods = PERIODS,
    result: FindingsResult = NO_FINDINGS,
    questions: tuple[int, int] = NO_QUESTIONS,
    today: date = QUIET_DAY,
) -> dict[str, Task]:
    board = load_board(store, data, periods, today=today)
    found = find_tasks(store, periods, result, board, questions)
    return {task.path.removeprefix("pages/").removesuffix(".py"): task for task in found}


def coverage(data: OfficeData) -> tuple[Coverage, ...]:
    return find_coverage(data, today=QUIET_DAY)


def coverage_of(data: OfficeData, domain: str, year_be: int) -> Coverage:
    (found,) = (each for each in coverage(data) if each.domain == domain and each.period.year_be == year_be)
    return found


def test_a_domain_with_every_group_it_ever_had_is_full() -> None:
    data = office_data(TWO_DOMAINS, ("academic.a", "academic_year", YEAR))
    each = coverage_of(data, "academic", YEAR)
    assert (each.presence, each.n_present, each.n_expected) == ("full", 1, 1)


def test_a_domain_that_lost_a_group_since_last_year_is_there_in_part() -> None:
    data = office_data(
        TWO_DOMAINS,
        ("academic.a", "academic_year", YEAR),
        ("academic.a", "academic_year", YEAR - 1),
        ("academic.b", "academic_year", YEAR - 1),
    )
    assert coverage_of(data, "academic", YEAR).presence == "part"
    assert coverage_of(data, "academic", YEAR - 1).presence == "full"


def test_a_domain_that_never_had_a_figure_expects_its_whole_list() -> None:
    known = catalogue(indicator("a"), indicator("m", domain="budget"), indicator("n", domain="budget"))
    each = coverage_of(office_data(known, ("academic.a", "academic_year", YEAR)), "budget", YEAR)
    assert (each.presence, each.n_present, each.n_expected) == ("none", 0, 2)


def test_figures_of_a_fiscal_year_never_fill_an_academic_one() -> None:
    data = office_data(
        TWO_DOMAINS, ("academic.a", "academic_year", YEAR), ("budget.m", "fiscal_year", YEAR + 1)
    )
    assert {(each.domain, each.period.kind, each.period.year_be) for each in coverage(data)} == {
        ("academic", PeriodKind.ACADEMIC_YEAR, YEAR),
        ("budget", PeriodKind.FISCAL_YEAR, YEAR + 1),
    }


def test_only_the_last_three_years_are_shown() -> None:
    rows = (("academic.a", "academic_year", YEAR - back) for back in range(5))
    years = [each.period.year_be for each in coverage(office_data(TWO_DOMAINS, *rows))]
    assert years == [YEAR - 2, YEAR - 1, YEAR]


def test_a_domain_without_figures_in_the_chosen_year_is_asked_for_from_its_owner(store: Store) -> None:
    known = catalogue(indicator("a"), indicator("m", domain="budget", owner="กลุ่มการเงิน"))
    task = tasks(store, office_data(known, ("academic.a", "academic_year", YEAR)))["freshness"]
    assert task.title == "ต้องขอข้อมูล 1 รายการ (ยังไม่มี 1)"
    assert task.detail == "กลุ่มการเงิน 1"


def test_nothing_is_owed_where_every_domain_has_figures(store: Store) -> None:
    data = office_data(catalogue(indicator("a")), ("academic.a", "academic_year", YEAR))
    assert "freshness" not in tasks(store, data)


def test_unanswered_questions_are_counted_with_their_files(store: Store) -> None:
    data = office_data(catalogue(indicator("a")), ("academic.a", "academic_year", YEAR))
    task = tasks(store, data, questions=(4, 2))["data_import"]
    assert task.title == "คำถามค้าง 4 ข้อ"
    assert "4 ข้อ ใน 2 ไฟล์" in task.detail


def test_an_empty_history_has_no_questions(store: Store) -> None:
    assert count_open_questions(store) == (0, 0)


def test_new_findings_wait_and_decided_ones_do_not(store: Store) -> None:
    data = office_data(TWO_DOMAINS, ("academic.a", "academic_year", YEAR))
    result = FindingsResult((finding("1"), finding("2"), finding("3", "accepted")), ())
    assert tasks(store, data, result=result)["findings"].title == "ข้อค้นพบรอพิจารณา 2 ข้อ"


def test_a_decision_on_figures_that_changed_is_asked_for_again(store: Store) -> None:
    data = office_data(TWO_DOMAINS, ("academic.a", "academic_year", YEAR))
    result = FindingsResult((finding("1", "accepted", stale=True),), ())
    assert tasks(store, data, result=result)["findings"].title == "ตัวเลขเปลี่ยนหลังตัดสินใจ 1 ข้อ"


def test_schools_without_a_report_are_named_and_counted_within_the_office(store: Store) -> None:
    elsewhere = School("99", "บ้านต่างเขต")
    with writing(store) as session:
        save_schools(session, (*SCHOOLS, elsewhere))
    task = tasks(store, office_data(TWO_DOMAINS, ("academic.a", "academic_year", YEAR)))["self_assessments"]
    assert task.title == "ยังไม่มี SAR 5 จาก 5 แห่ง (ปีการศึกษา 2567)"
    assert task.detail == "โรงเรียนบ้านสมมติ 1, บ้านสมมติ 2, บ้านสมมติ 3 และอีก 2 แห่ง"


def test_the_kpi_round_tells_its_days_its_level_and_what_lacks(store: Store) -> None:
    data = office_data(TWO_DOMAINS, ("academic.a", "academic_year", YEAR))
    task = tasks(store, data, today=date(2025, 3, 21))["kpi_form"]
    assert task.title == "แบบ ARS 46 (1) รอบ 6 เดือน: อีก 10 วัน"
    assert "ระดับ 0 จาก 2" in task.detail
    assert "ข้อ 1, 2" in task.detail
    assert task.urgent


def test_a_round_near_its_last_day_comes_first_and_a_far_one_last(store: Store) -> None:
    data = office_data(catalogue(indicator("a")), ("academic.a", "academic_year", YEAR))
    result = FindingsResult((finding("1"),), ())
    assert list(tasks(store, data, result=result, today=date(2025, 3, 21))) == ["kpi_form", "findings"]
    assert list(tasks(store, data, result=result)) == ["findings", "kpi_form"]


def test_a_submitted_round_gives_way_to_the_next_open_one(store: Store) -> None:
    submit_round(store, KPI_FORM, 2568, "6", by="ก")
    data = office_data(TWO_DOMAINS, ("academic.a", "academic_year", YEAR))
    assert "รอบ 9 เดือน" in tasks(store, data, today=date(2025, 3, 21))["kpi_form"].title


def test_last_years_form_stays_the_work_until_its_last_round_is_handed_in(store: Store) -> None:
    november = date(2025, 11, 1)
    assert working_fiscal_year(store, november) == 2569
    save_answer(store, KPI_FORM, 2568, "2", Answer("yes", {"model": "กระบวนการ"}), by="ก")
    assert working_fiscal_year(store, november) == 2568
    submit_round(store, KPI_FORM, 2568, "12", by="ก")
    assert working_fiscal_year(store, november) == 2569


def test_all_forms_are_opened_for_one_year_and_the_page_says_why(store: Store) -> None:
    november = date(2025, 11, 1)
    assert find_working_year(store, november).in_words == "ทุกแบบเปิดที่ปีงบประมาณปัจจุบัน 2569"
    save_answer(store, "ktpn_plan", 2568, "used", Answer("yes"), by="ก")
    assert [page.form.fiscal_year_be for page in open_pages(store, november)] == [2568, 2568]
    assert (
        find_working_year(store, november).in_words
        == "ทุกแบบเปิดที่ปีงบประมาณ 2568 จนกว่าจะส่ง ตัวบ่งชี้ที่ 3 รอบที่ 2 ของปีนั้น"
    )


def test_a_file_alone_begins_a_form(store: Store) -> None:
    attach_file(store, KPI_FORM, 2568, "1", b"%PDF-1.7", "คำสั่ง.pdf", kind="order", by="ก")
    assert working_fiscal_year(store, date(2025, 11, 1)) == 2568


def test_a_form_is_offered_only_for_years_it_serves() -> None:
    assert fiscal_year_choices(KPI_FORM, date(2025, 11, 1)) == (2570, 2569, 2568, 2567, 2566, 2565)
    assert fiscal_year_choices(KPI_FORM, date(2014, 11, 1)) == (2559, 2558, 2557)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2025, 1, 11), "อีก 1 วัน"),
        (date(2025, 1, 10), "ครบกำหนดวันนี้"),
        (date(2025, 1, 8), "เลยกำหนด 2 วัน"),
    ],
)
def test_the_way_to_a_last_day_is_said_in_words(due: date, words: str) -> None:
    assert due_in_words(due, QUIET_DAY) == words
