"""From a file to figures and back: look first, store once, remember answers, take back."""

import threading
from collections.abc import Iterator

import pytest

from lib.domain.issues import Severity
from lib.errors import WorkbenchError
from lib.ingest.choices import ImportChoices
from lib.services import imports
from lib.services.analysis import load_data_version
from lib.services.import_json import preview_as_json
from lib.services.observations import observations_csv
from lib.services.register import load_register
from lib.storage.answers import load_answers
from lib.storage.datasets import load_report
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.files import kept_files, load_file
from lib.storage.observations import state_hash
from lib.storage.schools import save_schools
from tests.builders import CODE, MATH, NAME, make_schools, make_scores, make_workbook

SCHOOLS = make_schools(3)
FILE = "คะแนน.xlsx"


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def take_in(store: Store, content: bytes, choices: ImportChoices | None = None) -> int:
    return imports.commit(store, imports.preview_file(store, content, FILE, choices), content, by="ก")


def state(store: Store) -> str:
    with reading(store) as session:
        return state_hash(session)


def test_a_preview_stores_nothing(store: Store) -> None:
    before, version = state(store), load_data_version(store)
    imports.preview_file(store, make_scores(SCHOOLS, [40, 50, 60]), FILE)
    assert (state(store), load_data_version(store)) == (before, version)
    assert kept_files(store) == set()
    assert imports.load_history(store) == ()


def test_every_row_of_a_file_is_accounted_for(store: Store) -> None:
    content = make_scores(SCHOOLS, [40, None, "ขาดสอบทั้งห้อง"])
    preview = imports.preview_file(store, content, FILE)
    assert (preview.rows.read, preview.rows.loaded) == (3, 1)
    assert preview.rows.read == preview.rows.loaded + preview.rows.rejected + preview.rows.ignored
    sheet = sum((line.rows for line in preview.sheets), start=type(preview.rows)())
    assert sheet == preview.rows


def test_a_stored_file_is_in_the_history_with_its_original_and_its_preview(store: Store) -> None:
    content = make_scores(SCHOOLS, [40, 50, 60])
    dataset_id = take_in(store, content)
    (record,) = imports.load_history(store)
    assert (record.dataset_id, record.file_name, record.n_values, record.loaded_by) == (
        dataset_id,
        FILE,
        3,
        "ก",
    )
    assert load_file(store, record.sha256) == content
    with reading(store) as session:
        report = load_report(session, dataset_id)
    assert report["values"] == 3


def test_undo_gives_back_the_very_state_before(store: Store) -> None:
    take_in(store, make_scores(SCHOOLS, [40, 50, 60]))
    before = state(store)
    later = take_in(store, make_scores(SCHOOLS, [41, 51, 61]))
    assert state(store) != before
    imports.undo(store, later, by="ข")
    assert state(store) == before
    assert [record.undone_by for record in imports.load_history(store)] == ["ข", None]


def test_a_file_that_changed_after_the_preview_is_refused(store: Store) -> None:
    preview = imports.preview_file(store, make_scores(SCHOOLS, [40, 50, 60]), FILE)
    with pytest.raises(WorkbenchError, match="ยังไม่มีข้อมูลใดถูกบันทึก"):
        imports.commit(store, preview, make_scores(SCHOOLS, [40, 50, 99]), by="ก")
    assert imports.load_history(store) == ()


def test_the_same_file_again_is_said_and_not_stored_twice(store: Store) -> None:
    content = make_scores(SCHOOLS, [40, 50, 60])
    first = take_in(store, content)
    preview = imports.preview_file(store, content, FILE)
    assert preview.loaded_before is not None
    assert preview.loaded_before.dataset_id == first
    assert not preview.can_commit
    with pytest.raises(WorkbenchError) as refusal:
        imports.commit(store, preview, content, by="ข")
    assert f"รายการ {first}" in refusal.value.message
    assert "โดย ก" in refusal.value.message


def test_the_same_file_with_other_answers_waits_for_the_undo_of_the_first(store: Store) -> None:
    content = make_scores(SCHOOLS, [40, 50, 60], year_be=None)
    first = take_in(store, content, ImportChoices(year_be=2567))
    other = ImportChoices(year_be=2566)
    with pytest.raises(WorkbenchError):
        take_in(store, content, other)
    imports.undo(store, first, by="ก")
    take_in(store, content, other)
    assert "2566" in observations_csv(store)


def test_a_double_click_stores_one_load(store: Store) -> None:
    content = make_scores(SCHOOLS, [40, 50, 60])
    preview = imports.preview_file(store, content, FILE)
    start = threading.Barrier(2)
    results: list[int | WorkbenchError] = []

    def click() -> None:
        start.wait()
        try:
            results.append(imports.commit(store, preview, content, by="ก"))
        except WorkbenchError as error:
            results.append(error)

    threads = [threading.Thread(target=click) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(result).__name__ for result in results) == ["WorkbenchError", "int"]
    assert len(imports.load_history(store)) == 1


def test_a_file_without_a_usable_value_is_refused(store: Store) -> None:
    content = make_scores(SCHOOLS, [None, None, None])
    with pytest.raises(WorkbenchError, match="ไม่มีค่าที่นำเข้าได้"):
        take_in(store, content)
    assert kept_files(store) == set()


def test_a_file_that_does_not_say_its_year_asks_and_takes_the_answer(store: Store) -> None:
    content = make_scores(SCHOOLS, [40, 50, 60], year_be=None)
    asked = imports.preview_file(store, content, FILE)
    assert [issue.code for issue in asked.questions] == ["P02"]
    assert not asked.can_commit
    answered = imports.preview_file(store, content, FILE, ImportChoices(year_be=2566))
    assert set(answered.accepted["year_be"]) == {2566}


def two_sheets() -> bytes:
    title = "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6"
    header = [CODE, NAME, MATH]
    return make_workbook(
        {
            "ชัด": [[f"{title} ปีการศึกษา 2567"], header, ["10990001", "บ้านสมมติ 1", 40]],
            "สองปี": [[f"{title} ปีการศึกษา 2565-2566"], header, ["10990001", "บ้านสมมติ 1", 50]],
        }
    )


def test_the_year_answered_for_one_sheet_leaves_the_other_sheets_alone(store: Store) -> None:
    content = two_sheets()
    asked = imports.preview_file(store, content, FILE)
    assert [(issue.code, issue.sheet, issue.cell) for issue in asked.questions] == [("P01", "สองปี", "A2")]
    answered = imports.preview_file(store, content, FILE, ImportChoices(years=(("สองปี", 2566),)))
    assert dict(zip(answered.accepted["sheet"], answered.accepted["year_be"], strict=True)) == {
        "ชัด": 2567,
        "สองปี": 2566,
    }
    assert [sheet.year_be for sheet in answered.sheets] == [2567, 2566]
    assert answered.questions == ()
    imports.commit(store, answered, content, by="ก")
    assert {"2566", "2567"} <= set(observations_csv(store).replace("\n", ",").split(","))


def test_a_year_for_the_whole_file_never_overrules_a_stated_one_and_says_so(store: Store) -> None:
    answered = imports.preview_file(store, two_sheets(), FILE, ImportChoices(year_be=2565))
    assert sorted(answered.accepted["year_be"]) == [2565, 2567]
    (kept,) = [issue for issue in answered.issues if issue.code == "P04"]
    assert (kept.severity, kept.sheet) == (Severity.WARNING, "ชัด")


def test_an_area_row_beside_schools_nobody_knows_is_not_stored(store: Store) -> None:
    title = "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567"
    area = ["", "ระดับเขตพื้นที่การศึกษา", 41]
    foreign = make_workbook({"ข้อมูล": [[title], [CODE, NAME, MATH], ["20990001", "บ้านเขตอื่น", 40], area]})
    preview = imports.preview_file(store, foreign, FILE)
    assert (len(preview.accepted), len(preview.stated), preview.can_commit) == (0, 1, False)
    with pytest.raises(WorkbenchError, match="อาจเป็นไฟล์ของเขตอื่น"):
        imports.commit(store, preview, foreign, by="ก")
    area_only = make_workbook({"ข้อมูล": [[title], [CODE, NAME, MATH], area]})
    assert imports.preview_file(store, area_only, FILE).can_commit


def test_schools_outside_the_register_come_in_only_when_that_was_chosen(store: Store) -> None:
    content = make_scores(make_schools(4), [40, 50, 60, 70])
    left_out = imports.preview_file(store, content, FILE)
    assert left_out.new_schools == ()
    assert "10990004" not in set(left_out.accepted["school_id"])
    take_in(store, content, ImportChoices(add_schools=True))
    assert [school.school_id for school in load_register(store)][-1] == "10990004"
    assert "10990004" in observations_csv(store)


def test_an_answer_about_a_school_name_is_remembered_and_used_next_time(store: Store) -> None:
    def scores(value: float) -> bytes:
        title = "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567"
        return make_workbook({"ข้อมูล": [[title], [NAME, MATH], ["บ้านสมมติ 1", value], ["สมมุติพัฒนา", value]]})

    asked = imports.preview_file(store, scores(40), FILE)
    (unknown,) = asked.data.unknown_schools
    take_in(store, scores(40), ImportChoices(schools=((unknown.key, "10990002"),)))
    with reading(store) as session:
        assert load_answers(session)[unknown.key] == "10990002"
    again = imports.preview_file(store, scores(41), FILE)
    assert again.data.unknown_schools == ()
    assert set(again.accepted["school_id"]) == {"10990001", "10990002"}


def test_two_places_that_disagree_about_a_school_wait_for_a_person(store: Store) -> None:
    title = "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567"
    sheet = [[title], [CODE, NAME, MATH], ["10990001", "บ้านสมมติ 1", 40], ["10990001", "บ้านสมมติ 1", 45]]
    preview = imports.preview_file(store, make_workbook({"ข้อมูล": sheet}), FILE)
    assert preview.accepted.empty
    assert "S13" in {issue.code for issue in preview.issues if issue.severity is Severity.QUESTION}


def test_the_printed_preview_has_the_agreed_keys(store: Store) -> None:
    document = preview_as_json(imports.preview_file(store, make_scores(SCHOOLS, [40, 50, 160]), FILE), None)
    assert {"file", "sha256", "dataset_id", "sheets", "reconciliation", "issues"} <= document.keys()
    (sheet,) = document["sheets"]  # type: ignore[misc]
    wanted = "sheet header_rows domain year_be rows_read rows_loaded rows_rejected rows_ignored"
    assert set(wanted.split()) <= sheet.keys()
    (issue,) = document["issues"]  # type: ignore[misc]
    assert set(issue) == {"severity", "code", "sheet", "cell", "value", "message", "hint"}
    assert (issue["code"], issue["cell"]) == ("V07", "D5")
