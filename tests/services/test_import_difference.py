"""Before a file is stored: which of its figures are new, changed, the same, and which would be gone."""

from collections.abc import Iterator

import pytest

from lib.services import imports
from lib.services.import_difference import Difference, difference, name_pattern
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.builders import CODE, MATH, NAME, make_schools, make_scores, make_workbook

SCHOOLS = make_schools(4)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def take_in(store: Store, content: bytes, name: str = "คะแนน.xlsx", replaces: int | None = None) -> int:
    preview = imports.preview_file(store, content, name)
    return imports.commit(store, preview, content, by="สมศรี", replaces=replaces)


def look(store: Store, content: bytes, name: str = "คะแนน (แก้ไข 2).xlsx") -> Difference:
    return difference(store, imports.preview_file(store, content, name))


def counts(found: Difference) -> tuple[int, int, int, int]:
    return found.n("new"), found.n("changed"), found.n("same"), found.n("gone")


def test_in_an_empty_office_everything_is_new(store: Store) -> None:
    found = look(store, make_scores(SCHOOLS, [40, 50, 60, 70]))
    assert counts(found) == (4, 0, 0, 0)
    assert found.earlier is None


def test_a_corrected_file_shows_each_cell_before_and_after(store: Store) -> None:
    first = take_in(store, make_scores(SCHOOLS[:3], [40, 50, 60]))
    found = look(store, make_scores(SCHOOLS, [40, 55, 60, 70]))
    assert counts(found) == (1, 1, 2, 0)
    (changed,) = found.of("changed").to_dict("records")
    assert (changed["school_id"], changed["value_old"], changed["value"]) == ("10990002", 50.0, 55.0)
    assert (changed["source_ref_old"], changed["source_ref"]) == ("ข้อมูล!D4", "ข้อมูล!D4")
    assert changed["n_old"] == 20
    assert found.loads[int(changed["dataset_id"])].loaded_by == "สมศรี"
    assert found.earlier is not None
    assert (found.earlier.dataset_id, found.loses_nothing) == (first, True)


def test_a_number_of_pupils_that_changed_is_a_change(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS, [40, 50, 60, 70], n=20))
    found = look(store, make_scores(SCHOOLS, [40, 50, 60, 70], n=21))
    assert counts(found) == (0, 4, 0, 0)


def test_what_only_the_earlier_file_has_is_named_as_gone(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS, [40, 50, 60, 70]))
    found = look(store, make_scores(SCHOOLS[:3], [40, 50, 61]))
    assert counts(found) == (0, 1, 2, 1)
    (gone,) = found.of("gone").to_dict("records")
    assert (gone["school_id"], gone["value_old"], gone["source_ref_old"]) == ("10990004", 70.0, "ข้อมูล!D6")
    assert not found.loses_nothing


def test_the_same_form_of_another_year_is_no_new_version(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS, [40, 50, 60, 70], year_be=2566), "NT 2566.xlsx")
    found = look(store, make_scores(SCHOOLS, [41, 51, 61, 71], year_be=2567), "NT 2567.xlsx")
    assert (counts(found), found.earlier) == ((4, 0, 0, 0), None)


def test_the_same_form_of_other_schools_is_no_new_version(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS[:2], [40, 50]))
    found = look(store, make_scores(SCHOOLS[2:], [60, 70]))
    assert (counts(found), found.earlier) == ((2, 0, 0, 0), None)


def test_a_file_under_another_name_is_known_by_its_figures(store: Store) -> None:
    first = take_in(store, make_scores(SCHOOLS, [40, 50, 60, 70]))
    found = look(store, make_scores(SCHOOLS[:3], [40, 50, 61]), "ส่งเขต.xlsx")
    assert found.earlier is not None
    assert found.earlier.dataset_id == first


def test_stated_figures_are_compared_too(store: Store) -> None:
    def with_area(value: float) -> bytes:
        title = "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567"
        rows = [[title], [CODE, NAME, MATH], ["10990001", "บ้านสมมติ 1", 40], ["", "ระดับเขตพื้นที่", value]]
        return make_workbook({"ข้อมูล": rows})

    take_in(store, with_area(40))
    found = look(store, with_area(41))
    (changed,) = found.of("changed").to_dict("records")
    assert (changed["scope"], changed["school_id"], changed["value_old"], changed["value"]) == (
        "area", "", 40.0, 41.0,
    )  # fmt: skip


def test_a_load_is_replaced_as_a_whole_only_when_asked(store: Store) -> None:
    first = take_in(store, make_scores(SCHOOLS, [40, 50, 60, 70]))
    shorter = make_scores(SCHOOLS[:3], [40, 50, 61])
    second = take_in(store, shorter, replaces=first)
    assert {each.dataset_id: each.replaced_by for each in imports.load_history(store)} == {
        second: None,
        first: second,
    }
    assert counts(look(store, make_scores(SCHOOLS, [40, 50, 61, 70]))) == (1, 0, 3, 0)


@pytest.mark.parametrize(
    "name", ["ผลสอบ NT.xlsx", "ผลสอบ NT (1).xlsx", "ผลสอบ_NT แก้ไข 2.xls", "ผลสอบ NT final v3.xlsx"]
)
def test_copies_of_a_file_have_one_pattern(name: str) -> None:
    assert name_pattern(name) == name_pattern("ผลสอบ nt.xlsx")


def test_different_files_have_different_patterns() -> None:
    assert name_pattern("ผลสอบ NT.xlsx") != name_pattern("ผลสอบ RT.xlsx")
