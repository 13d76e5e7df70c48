"""The office's changes lie over the packaged catalogue and never change what a figure means."""

from collections.abc import Iterator

import pytest

from lib.catalog.loader import load_catalogue
from lib.errors import EditConflict, WorkbenchError
from lib.services.catalogue import change_indicator, change_versions, load_office_catalogue
from lib.services.imports import preview_file
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from lib.storage.settings import save_setting
from tests.builders import make_schools, make_scores

MATH = "academic.onet_p6_math"


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


def change(store: Store, seen_version: int = 0, **changes: object) -> None:
    change_indicator(store, MATH, changes, seen_version=seen_version, by="ก")


def test_without_changes_the_office_sees_the_packaged_catalogue(store: Store) -> None:
    assert set(load_office_catalogue(store).by_id) == set(load_catalogue().by_id)


def test_a_target_of_the_office_wins_over_the_file(store: Store) -> None:
    change(store, target=55.5)
    assert load_office_catalogue(store).by_id[MATH].target == 55.5
    assert change_versions(store) == {MATH: 1}


def test_a_target_can_be_cleared_and_put_back(store: Store) -> None:
    change(store, target=None)
    assert load_office_catalogue(store).by_id[MATH].target is None
    change(store, seen_version=1)
    assert load_office_catalogue(store).by_id[MATH].target == load_catalogue().by_id[MATH].target


def test_a_file_with_the_old_header_is_still_recognised_after_a_rename(store: Store) -> None:
    schools = make_schools(2)
    with writing(store) as session:
        save_schools(session, schools)
    content = make_scores(schools, [40, 50])
    before = preview_file(store, content, "คะแนน.xlsx").accepted
    change(store, name="คณิต ป.6 ตามที่เขตเรียก", short_name="คณิต ป.6 เขต")
    after = preview_file(store, content, "คะแนน.xlsx").accepted
    assert set(before["indicator_id"]) == set(after["indicator_id"]) == {MATH}


@pytest.mark.parametrize("changes", [{"target": 101.0}, {"target": -1}, {"target_high": 250.0}])
def test_an_impossible_target_is_refused(store: Store, changes: dict[str, object]) -> None:
    with pytest.raises(WorkbenchError, match="นอกช่วง"):
        change(store, **changes)
    assert change_versions(store) == {}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "ห้าสิบ", True])
def test_a_target_that_is_no_number_is_refused(store: Store, value: object) -> None:
    with pytest.raises(WorkbenchError):
        change(store, target=value)
    assert change_versions(store) == {}


def test_a_range_whose_top_is_below_its_foot_is_refused(store: Store) -> None:
    with pytest.raises(WorkbenchError):
        change(store, target=60.0, target_high=40.0)


@pytest.mark.parametrize("field", ["direction", "unit", "kind", "id"])
def test_what_a_figure_means_cannot_be_changed(store: Store, field: str) -> None:
    with pytest.raises(WorkbenchError, match=field):
        change(store, **{field: "อื่น"})


@pytest.mark.parametrize("field", ["name", "short_name"])
def test_a_name_cannot_be_empty(store: Store, field: str) -> None:
    with pytest.raises(WorkbenchError, match="ว่าง"):
        change(store, **{field: "  "})


def test_an_indicator_that_is_not_there_cannot_be_changed(store: Store) -> None:
    with pytest.raises(WorkbenchError):
        change_indicator(store, "academic.none", {"target": 1.0}, seen_version=0, by="ก")


def test_the_second_of_two_who_change_an_indicator_is_told(store: Store) -> None:
    change(store, target=55.0)
    with pytest.raises(EditConflict):
        change(store, target=60.0)
    assert load_office_catalogue(store).by_id[MATH].target == 55.0


def test_domains_and_their_indicators_stand_in_the_office_s_order(store: Store) -> None:
    with writing(store) as session:
        save_setting(session, "domain_order", ["general", "personnel"], seen_version=0, by="ก")
    catalogue = load_office_catalogue(store)
    assert [domain.id for domain in catalogue.domains] == ["general", "personnel", "academic", "budget"]
    seen = list(dict.fromkeys(indicator.domain for indicator in catalogue.indicators))
    assert seen == ["general", "personnel", "academic", "budget"]
