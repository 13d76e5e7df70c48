"""What an office may change in an indicator, and what would break the catalogue for everybody."""

from collections.abc import Iterator

import pytest

from lib.catalog.loader import load_catalogue
from lib.domain.indicators import Direction
from lib.errors import EditConflict, WorkbenchError
from lib.services.catalogue import (
    change_indicator,
    change_versions,
    load_domain_order,
    load_office_catalogue,
    save_domain_order,
)
from lib.storage.engine import Store, open_store

MATH = "academic.onet_p6_math"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()


def change(store: Store, indicator_id: str = MATH, **changes: object) -> None:
    seen = change_versions(store).get(indicator_id, 0)
    change_indicator(store, indicator_id, dict(changes), seen_version=seen, by="ก")


def first_with(direction: Direction) -> str:
    return next(each.id for each in load_catalogue().indicators if each.direction is direction)


def test_a_change_holds_and_can_be_taken_back(store: Store) -> None:
    change(store, target=45.0, owner="กลุ่มอื่น")
    assert load_office_catalogue(store).by_id[MATH].target == 45
    change(store, target=load_catalogue().by_id[MATH].target)
    assert load_office_catalogue(store).by_id[MATH] == load_catalogue().by_id[MATH]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"target": 120.0}, "นอกช่วง"),
        ({"benchmark": 30.0}, "ต้องบอกที่มา"),
        ({"benchmark": 130.0, "benchmark_label": "ประเทศ"}, "นอกช่วง"),
        ({"name": "  "}, "ว่างไม่ได้"),
        ({"unit": "คน"}, "แก้ในหน้านี้ไม่ได้"),
        ({"name": load_catalogue().by_id["academic.onet_p6_thai"].name}, "อยู่แล้ว"),
    ],
)
def test_an_impossible_change_is_refused(store: Store, changes: dict[str, object], words: str) -> None:
    with pytest.raises(WorkbenchError, match=words):
        change(store, **changes)
    assert load_office_catalogue(store).by_id[MATH] == load_catalogue().by_id[MATH]


def test_a_band_keeps_both_of_its_ends_in_order(store: Store) -> None:
    band = first_with(Direction.BAND)
    with pytest.raises(WorkbenchError, match="ต่ำสุดและสูงสุด"):
        change(store, band, target=None)
    with pytest.raises(WorkbenchError, match="ต่ำสุดและสูงสุด"):
        change(store, band, target=5.0, target_high=1.0)


def test_a_describing_indicator_takes_no_goal(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ข้อมูลประกอบ"):
        change(store, first_with(Direction.CONTEXT), target=1.0)


def test_the_second_editor_is_told(store: Store) -> None:
    change(store, target=45.0)
    with pytest.raises(EditConflict):
        change_indicator(store, MATH, {"target": 50.0}, seen_version=0, by="ข")


def test_domains_follow_the_order_of_the_office(store: Store) -> None:
    order = ("general", "budget", "personnel", "academic")
    save_domain_order(store, order, seen_version=0, by="ก")
    assert load_domain_order(store) == (order, 1)
    assert tuple(dict.fromkeys(each.domain for each in load_office_catalogue(store).indicators)) == order
    with pytest.raises(WorkbenchError, match="ครบทุกด้าน"):
        save_domain_order(store, order[:3], seen_version=1, by="ก")
