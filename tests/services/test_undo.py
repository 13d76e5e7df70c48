"""Undo after an import as a person makes it: schools added, names answered, an earlier file replaced."""

from collections.abc import Iterator

import pytest

from lib.ingest.choices import ImportChoices
from lib.services import imports
from lib.services.register import load_register
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.observations import state_hash
from lib.storage.schools import save_schools
from tests.builders import MATH, NAME, make_schools, make_scores, make_workbook

SCHOOLS = make_schools(3)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def state(store: Store) -> str:
    with reading(store) as session:
        return state_hash(session)


def test_undo_of_each_kind_of_import_gives_the_identical_state(store: Store) -> None:
    title = "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2566"
    misspelt = make_workbook({"ข้อมูล": [[title], [NAME, MATH], ["สมมุติพัฒนา", 33]]})
    unknown = imports.preview_file(store, misspelt, "ชื่อ.xlsx").data.unknown_schools[0]
    first = make_scores(SCHOOLS, [40, 50, 60])
    with_a_new_one, add = make_scores(make_schools(4), [41, 51, 61, 71]), ImportChoices(add_schools=True)
    files = (
        ("แรก.xlsx", first, ImportChoices(), False),
        ("เพิ่มโรงเรียน.xlsx", with_a_new_one, add, False),
        ("ชื่อ.xlsx", misspelt, ImportChoices(schools=((unknown.key, SCHOOLS[1].school_id),)), False),
        ("แรก แก้ไข.xlsx", make_scores(SCHOOLS[:2], [42, 52]), ImportChoices(), True),
    )  # fmt: skip
    states, loads = [state(store)], []
    for name, content, choices, replaces in files:
        preview = imports.preview_file(store, content, name, choices)
        loads.append(imports.commit(store, preview, content, by="ก", replaces=loads[0] if replaces else None))
        states.append(state(store))
    assert len(set(states)) == len(states)
    assert len(load_register(store)) == 4
    for dataset_id, before in zip(reversed(loads), reversed(states[:-1]), strict=True):
        imports.undo(store, dataset_id, by="ข")
        assert state(store) == before
    assert load_register(store) == SCHOOLS
