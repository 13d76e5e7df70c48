"""What a file would change in findings and report, worked out without storing it."""

from collections.abc import Iterator, Sequence

import pytest

from lib.domain.findings import Review
from lib.domain.schools import School
from lib.services import imports
from lib.services.analysis import load_data_version, load_office_data, make_periods
from lib.services.finding_decisions import decide
from lib.services.findings import compute_findings, join_reviews
from lib.services.import_difference_effects import Effects, effects, lay_over
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.observations import content_hash, load_benchmarks, load_observations, state_hash
from lib.storage.schools import load_schools, save_schools
from tests.builders import CODE, MATH, MATH_N, NAME, TITLE, Cell, make_schools, make_workbook

SCHOOLS = make_schools(12)
SCORES = [40, 42, 38, 41, 44, 39, 43, 40, 37, 45, 41, 42]
HIGHER = [72, 74, 70, 73, 76, 71, 75, 72, 69, 77, 73, 74]


def make_scores(
    schools: Sequence[School], scores: Sequence[float], *, year_be: int = 2567, n: Cell = 20
) -> bytes:
    """Mean scores of schools and of the nation, 50, so that the area is held against something."""
    rows: list[Sequence[Cell]] = [[TITLE.format(year_be=year_be)], [CODE, NAME, MATH_N, MATH]]
    rows += [[school.school_id, school.name, n, score] for school, score in zip(schools, scores, strict=True)]
    return make_workbook({"ข้อมูล": [*rows, ["", "ระดับประเทศ", None, 50]]})


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def preview_of(store: Store, content: bytes) -> imports.Preview:
    return imports.preview_file(store, content, "คะแนน.xlsx")


def take_in(store: Store, content: bytes, replaces: int | None = None) -> int:
    return imports.commit(store, preview_of(store, content), content, by="ก", replaces=replaces)


def effects_of(store: Store, content: bytes, replaces: int | None = None) -> Effects:
    return effects(store, load_office_data(store), preview_of(store, content), replaces)


def area_sentences(store: Store) -> dict[str, str]:
    data = load_office_data(store)
    findings, _ = compute_findings(data, make_periods(data))
    return {finding.id: finding.sentence for finding in findings}


def test_a_file_that_says_the_same_changes_nothing(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS, SCORES))
    assert effects_of(store, make_scores(SCHOOLS, [float(score) for score in SCORES], n="20")).none


def test_effects_are_what_storing_the_file_then_brings(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS, SCORES))
    before = area_sentences(store)
    content = make_scores(SCHOOLS, HIGHER)
    found = effects_of(store, content)
    take_in(store, content)
    after = area_sentences(store)
    assert {each.id for each in found.appearing} == after.keys() - before.keys()
    assert {each.id for each in found.vanishing} == before.keys() - after.keys()
    assert {each.finding.id: (each.before, each.after) for each in found.changed} == {
        key: (before[key], after[key]) for key in before.keys() & after.keys() if before[key] != after[key]
    }
    assert found.appearing or found.vanishing or found.changed


def test_a_cell_of_the_report_is_shown_before_and_after(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS, SCORES))
    found = effects_of(store, make_scores(SCHOOLS, HIGHER))
    results = next(table for table in found.report.tables if "วิชาการ" in table.caption)
    mean = next(cell for cell in results.cells if cell.column == "ผล")
    assert (mean.before, mean.after) == ("41.00", "73.00")  # sums 492 and 876 of 12 equal schools


def test_a_decision_that_would_no_longer_hold_is_named(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS, SCORES))
    data = load_office_data(store)
    result = join_reviews(store, *compute_findings(data, make_periods(data)))
    finding = next(each.finding for each in result.findings if each.finding.scope == "area")
    decide(store, finding, Review(finding.id, "accepted"), by="ก")
    found = effects_of(store, make_scores(SCHOOLS, HIGHER))
    assert [each.finding.id for each in found.outdated] == [finding.id]
    told = finding.sentence.removeprefix("ภาพรวมเขตพื้นที่ ").split(" (")[0]
    assert any(told in each.before for each in found.report.sentences)


def test_looking_at_effects_writes_nothing(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS, SCORES))
    with reading(store) as session:
        before = state_hash(session)
    version = load_data_version(store)
    effects_of(store, make_scores(SCHOOLS, HIGHER))
    with reading(store) as session:
        assert state_hash(session) == before
    assert load_data_version(store) == version


def test_the_first_file_of_an_office_makes_a_report_possible(store: Store) -> None:
    found = effects_of(store, make_scores(SCHOOLS, SCORES))
    assert all(table.is_new for table in found.report.tables)
    assert found.report.tables


def test_a_file_of_a_later_year_is_looked_at_in_that_year(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS, SCORES, year_be=2566))
    found = effects_of(store, make_scores(SCHOOLS, HIGHER, year_be=2567))
    assert {period.year_be for period in found.periods.values()} == {2567}
    assert found.appearing


def test_figures_laid_over_are_the_figures_stored_afterwards(store: Store) -> None:
    first = take_in(store, make_scores(SCHOOLS, SCORES))
    content = make_scores(SCHOOLS[:7], HIGHER[:7])
    for replaces in (None, first):
        then = lay_over(store, load_office_data(store), preview_of(store, content), replaces)
        dataset_id = take_in(store, content, replaces)
        with reading(store) as session:
            assert content_hash(then.observations, then.benchmarks) == content_hash(
                load_observations(session), load_benchmarks(session)
            )
            assert then.register == load_schools(session)
        imports.undo(store, dataset_id, by="ก")
