"""The register comes from a file, grows, and keeps what a newer file does not say."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.catalog.loader import load_size_schemes
from lib.domain.schools import OfficeType
from lib.errors import WorkbenchError
from lib.services.analysis import load_data_version
from lib.services.originals import original_of
from lib.services.register import (
    commit_register,
    load_register,
    preview_register,
    register_as_json,
    save_school,
    size_name,
)
from lib.services.register_history import (
    load_register_history,
    plan_undo,
    undo_register,
    undo_words,
)
from lib.storage.engine import Store, open_store, reading
from lib.storage.observations import state_hash
from tests.builders import NAME, make_register, make_schools, make_workbook


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


def take_in(store: Store, content: bytes) -> dict[str, object]:
    preview = preview_register(store, content, "ทะเบียน.xlsx")
    return register_as_json(commit_register(store, preview, by="ก"), preview)


def test_a_first_register_adds_and_a_second_changes_only_what_differs(store: Store) -> None:
    schools = make_schools(3)
    assert take_in(store, make_register(schools))["added"] == 3
    changed = (schools[0], replace(schools[1], pupils=999), schools[2], make_schools(4)[3])
    document = take_in(store, make_register(changed))
    assert (document["added"], document["updated"], document["unchanged"]) == (1, 1, 2)
    assert next(s for s in load_register(store) if s.school_id == schools[1].school_id).pupils == 999


def test_a_column_the_newer_file_lacks_keeps_its_old_value(store: Store) -> None:
    schools = make_schools(2)
    take_in(store, make_register(schools))
    take_in(store, make_workbook({"ทะเบียน": [["รหัส SMIS", NAME], [schools[0].smis_code, "บ้านใหม่สมมติ"]]}))
    kept = load_register(store)[0]
    assert (kept.name, kept.pupils, kept.cluster) == ("บ้านใหม่สมมติ", schools[0].pupils, schools[0].cluster)


def test_a_preview_says_what_would_change_and_stores_nothing(store: Store) -> None:
    before = load_data_version(store)
    preview = preview_register(store, make_register(make_schools(2)), "ทะเบียน.xlsx")
    assert (preview.added, preview.updated, preview.unchanged) == (2, 0, 0)
    assert load_register(store) == ()
    assert load_data_version(store) == before


def test_the_difference_gives_each_field_its_old_and_its_new_value(store: Store) -> None:
    schools = make_schools(3)
    take_in(store, make_register(schools))
    changed = replace(schools[0], pupils=1999, cluster="กลุ่มใหม่")
    preview = preview_register(store, make_register((changed, schools[1])), "ทะเบียน.xlsx")
    first, second = preview.changes
    assert {field.label: (field.before, field.after) for field in first.fields} == {
        "กลุ่มโรงเรียน": (schools[0].cluster, "กลุ่มใหม่"),
        "จำนวนนักเรียน": (f"{schools[0].pupils:,}", "1,999"),
    }
    assert second.is_same
    assert preview.absent == (schools[2],)


def test_undo_of_a_file_gives_the_former_register_and_keeps_the_original(store: Store) -> None:
    schools = make_schools(2)
    take_in(store, make_register(schools))
    with reading(store) as session:
        before = state_hash(session)
    content = make_register((replace(schools[0], pupils=999), *make_schools(3)[1:]))
    take_in(store, content)
    load, _ = load_register_history(store)
    assert original_of(store, load) == content
    assert undo_words(plan_undo(store, load.load_id)) == "คืนค่าเดิม 1 แห่ง · นำออกจากทะเบียน 1 แห่ง"
    undo_register(store, load.load_id, by="ข")
    with reading(store) as session:
        assert state_hash(session) == before


def test_a_file_that_changes_nothing_leaves_no_line_in_the_history(store: Store) -> None:
    content = make_register(make_schools(2))
    take_in(store, content)
    assert take_in(store, content)["unchanged"] == 2
    assert len(load_register_history(store)) == 1


def test_a_file_without_schools_is_refused(store: Store) -> None:
    with pytest.raises(WorkbenchError):
        take_in(store, make_workbook({"ทะเบียน": [["รหัส SMIS", NAME]]}))


def test_a_school_corrected_by_a_person_moves_the_version_of_the_data(store: Store) -> None:
    take_in(store, make_register(make_schools(1)))
    before = load_data_version(store)
    save_school(store, replace(load_register(store)[0], active=False), by="ก")
    assert load_data_version(store) > before
    assert load_register(store, active_only=True) == ()


def test_the_size_of_a_school_is_its_band_and_unknown_stays_empty() -> None:
    (school,) = make_schools(1)
    scheme = next(each for each in load_size_schemes() if each.office_type is OfficeType.PRIMARY)
    assert size_name(replace(school, pupils=119), scheme) == scheme.bands[0].name
    assert size_name(replace(school, pupils=None), scheme) == ""
