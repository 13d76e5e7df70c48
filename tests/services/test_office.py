"""The office's own words and years: saved for the next who opens it, never over somebody else's."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from lib.domain.office import Office
from lib.domain.periods import PeriodKind
from lib.domain.schools import OfficeType
from lib.errors import EditConflict
from lib.services.analysis import (
    examine_office,
    known_years,
    load_data_version,
    load_office_data,
    make_periods,
)
from lib.services.findings import compute_findings
from lib.services.imports import commit, preview_file
from lib.services.office import load_office, save_office, size_scheme
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.builders import make_schools, make_scores

SCHOOLS = make_schools(4)
OFFICE = Office("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาสมมติ", "สพม.สมมติ", OfficeType.SECONDARY, thai_digits=False)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def take_in(store: Store, year_be: int, *scores: float) -> None:
    content = make_scores(SCHOOLS, scores, year_be=year_be)
    commit(store, preview_file(store, content, "คะแนน.xlsx"), content, by="ก")


def test_before_anything_was_saved_there_is_an_unnamed_primary_office(store: Store) -> None:
    assert load_office(store) == (Office("", "", OfficeType.PRIMARY), 0)


def test_an_office_comes_back_as_it_was_saved(store: Store) -> None:
    assert save_office(store, OFFICE, seen_version=0, by="ก") == 1
    assert load_office(store) == (OFFICE, 1)


def test_the_second_of_two_who_save_the_office_is_told(store: Store) -> None:
    save_office(store, OFFICE, seen_version=0, by="ก")
    with pytest.raises(EditConflict):
        save_office(store, replace(OFFICE, short_name="อื่น"), seen_version=0, by="ข")
    assert load_office(store)[0] == OFFICE


@pytest.mark.parametrize("kind", list(OfficeType))
def test_an_office_without_a_choice_has_the_first_scheme_of_its_kind(kind: OfficeType) -> None:
    assert size_scheme(Office("", "", kind)).office_type is kind


def test_the_latest_year_with_figures_is_taken_unless_another_is_asked_for(store: Store) -> None:
    take_in(store, 2566, 40, 50, 60, 70)
    take_in(store, 2567, 41, 51, 61, 71)
    data = load_office_data(store)
    assert known_years(data)[PeriodKind.ACADEMIC_YEAR] == (2567, 2566)
    assert make_periods(data)[PeriodKind.ACADEMIC_YEAR].year_be == 2567
    assert make_periods(data, 2566)[PeriodKind.ACADEMIC_YEAR].year_be == 2566


def test_without_figures_there_is_no_year_and_no_finding(store: Store) -> None:
    data = load_office_data(store)
    assert make_periods(data) == {}
    assert compute_findings(data, make_periods(data)) == ((), ())


def test_equal_data_give_equal_findings(store: Store) -> None:
    take_in(store, 2567, 40, 50, 60, 70)
    first, second = load_office_data(store), load_office_data(store)
    assert first.version == second.version
    assert compute_findings(first, make_periods(first)) == compute_findings(second, make_periods(second))


def test_a_load_moves_the_version_and_saving_the_office_does_not_lose_it(store: Store) -> None:
    before = load_data_version(store)
    take_in(store, 2567, 40, 50, 60, 70)
    loaded = load_data_version(store)
    save_office(store, OFFICE, seen_version=0, by="ก")
    assert before < loaded <= load_data_version(store)


def test_a_closed_school_leaves_the_lists_and_keeps_the_figures_of_its_years(store: Store) -> None:
    take_in(store, 2567, 40, 50, 60, 70)
    before = examine_office(data := load_office_data(store), make_periods(data))
    with writing(store) as session:
        save_schools(session, [replace(SCHOOLS[0], active=False)])
    data = load_office_data(store)
    assert SCHOOLS[0].school_id not in {school.school_id for school in data.schools}
    after = examine_office(data, make_periods(data))
    np.testing.assert_array_equal(after.area, before.area)
