"""The guided mapping: a header or column that was not recognised is put right by picking, and remembered."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from lib.services import imports
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.observations import load_observations
from lib.storage.schools import save_schools
from lib.ui.state import Key
from tests.builders import make_schools, make_workbook
from tests.pages.opening import open_page

TITLE = "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา"
CODE, NAME = "รหัสโรงเรียน", "ชื่อโรงเรียน"
ONE, TWO = ["10990001", "บ้านสมมติ 1"], ["10990002", "บ้านสมมติ 2"]
THAI, MATH, SCIENCE = "academic.onet_p6_thai", "academic.onet_p6_math", "academic.onet_p6_science"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Store]:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, make_schools(2))
    yield opened
    opened.dispose()


def odd(year_be: int = 2567, *, turned: bool = False) -> bytes:
    """A file with one known column and one that nobody knows; ``turned``: written anew a year later."""
    if turned:
        header = ["คะแนน  ด้าน ก", "ภาษาไทย", NAME, CODE]
        rows = [[41, 52, *ONE[::-1]], [42, 53, *TWO[::-1]]]
        return make_workbook({"ปีนี้": [["กลุ่มนิเทศ"], [f"{TITLE} {year_be}"], header, *rows]})
    header = [CODE, "โรงเรียน", "ไทย", "คะแนนด้าน ก"]
    return make_workbook({"ข้อมูล": [[f"{TITLE} {year_be}"], header, [*ONE, 50, 40], [*TWO, 51, 43]]})


def opened_with(content: bytes, name: str = "คะแนน.xlsx", generation: int = 0) -> AppTest:
    page = open_page("pages/data_import.py", **{str(Key.UPLOADS): generation})
    return page.file_uploader(key=f"{Key.UPLOADS}-{generation}").upload(name, content).run()


def pick(app: AppTest, label: str, answer: object) -> AppTest:
    app = next(box for box in app.selectbox if label in box.label).select(answer).run()
    assert not app.exception
    return app


def labels(app: AppTest) -> list[str]:
    return [box.label for box in app.selectbox]


def said(app: AppTest) -> str:
    return "\n".join(each.value for kind in ("markdown", "info", "html") for each in app.get(kind))


def stored(store: Store) -> set[tuple[str, int, float]]:
    with reading(store) as session:
        found = load_observations(session)
    return set(zip(found["indicator_id"], found["year_be"], found["value"], strict=True))


def load_odd(store: Store) -> None:
    app = pick(opened_with(odd(2567)), "คอลัมน์ D “คะแนนด้าน ก”", SCIENCE)
    app.button(key=Key.COMMIT).click().run()
    assert not app.exception
    assert (SCIENCE, 2567, 40.0) in stored(store)


def test_a_sure_file_shows_no_mapping_until_it_is_asked_for(store: Store) -> None:
    content = make_workbook({"ข้อมูล": [[f"{TITLE} 2567"], [CODE, NAME, "ภาษาไทย"], [*ONE, 50]]})
    app = opened_with(content)
    assert not app.exception
    assert not any("คอลัมน์" in label for label in labels(app))
    app.toggle[0].set_value(True).run()
    assert "คอลัมน์ที่จะแก้" in labels(app)
    assert "หัวตาราง" in said(app)


def test_an_unknown_column_is_picked_from_a_list_and_read_at_once(store: Store) -> None:
    app = opened_with(odd())
    assert "ได้ **2** ค่า" in said(app)
    app = pick(app, "คอลัมน์ D “คะแนนด้าน ก”", SCIENCE)
    assert "ได้ **4** ค่า" in said(app)


def test_what_a_column_was_read_as_stands_over_it_with_the_mark_of_what_is_open(store: Store) -> None:
    shown = said(opened_with(odd()))
    assert "◆ ยังไม่รู้จัก" in shown
    assert "O-NET ป.6 ไทย" in shown


def test_a_column_read_wrongly_is_put_right_from_the_list_of_all(store: Store) -> None:
    content = make_workbook({"ข้อมูล": [[f"{TITLE} 2567"], [CODE, NAME, "ภาษาไทย"], [*ONE, 50]]})
    app = opened_with(content)
    app.toggle[0].set_value(True).run()
    app = pick(app, "คอลัมน์ที่จะแก้", 2)
    app = pick(app, "คอลัมน์ C “ภาษาไทย”", MATH)
    app.button(key=Key.COMMIT).click().run()
    assert stored(store) == {(MATH, 2567, 50.0)}


def test_a_header_that_was_not_found_is_picked_with_its_columns(store: Store) -> None:
    rows = [[f"{TITLE} 2567"], ["ผู้ส่ง", "งานวัดผล"], ["เลขประจำ", "ช่องหนึ่ง"], [ONE[0], 50]]
    app = opened_with(make_workbook({"ข้อมูล": rows}))
    assert "ไม่พบแถวหัวตาราง" in said(app)
    app = pick(app, "หัวตารางเริ่มที่แถว", 3)
    app = pick(app, "คอลัมน์ A “เลขประจำ”", "school_code")
    app = pick(app, "คอลัมน์ B “ช่องหนึ่ง”", THAI)
    app.button(key=Key.COMMIT).click().run()
    assert stored(store) == {(THAI, 2567, 50.0)}


def test_a_sheet_without_any_table_can_be_left_out(store: Store) -> None:
    content = make_workbook({"ข้อมูล": [["บันทึก", "ทั่วไป"], ["ก", "ข"]]})
    app = pick(opened_with(content), "หัวตารางเริ่มที่แถว", "ไม่ใช้ชีตนี้")
    assert "ไม่พบแถวหัวตาราง" not in said(app)


def test_the_answers_are_offered_for_next_years_file_and_confirmed_with_one_click(store: Store) -> None:
    load_odd(store)
    app = opened_with(odd(2568, turned=True), "ปีหน้า.xlsx", generation=1)
    assert "เคยอ่านแบบนี้แล้วเมื่อ" in said(app)
    assert "(ไฟล์ คะแนน.xlsx) ใช้คำตอบเดิม 1 ข้อ" in said(app)
    assert "ได้ **4** ค่า" in said(app)
    assert not any(button.key == Key.COMMIT for button in app.button)
    next(button for button in app.button if button.label == "ใช้คำตอบเดิม").click().run()
    assert "เคยอ่านแบบนี้แล้วเมื่อ" not in said(app)
    app.button(key=Key.COMMIT).click().run()
    assert not app.exception
    assert {(SCIENCE, 2568, 41.0), (SCIENCE, 2568, 42.0), (THAI, 2568, 52.0)} <= stored(store)


def test_declined_answers_are_asked_for_anew(store: Store) -> None:
    load_odd(store)
    app = opened_with(odd(2568, turned=True), "ปีหน้า.xlsx", generation=1)
    next(button for button in app.button if button.label == "ไม่ใช้ ถามใหม่").click().run()
    assert "เคยอ่านแบบนี้แล้วเมื่อ" not in said(app)
    assert "ได้ **2** ค่า" in said(app)
    assert any("คะแนน ด้าน ก" in label for label in labels(app))


def test_a_file_of_other_columns_is_offered_nothing(store: Store) -> None:
    load_odd(store)
    header = [CODE, NAME, "ไทย", "คะแนนด้าน ก", "อังกฤษ"]
    content = make_workbook({"ข้อมูล": [[f"{TITLE} 2568"], header, [*ONE, 50, 40, 30]]})
    assert imports.preview_file(store, content, "อื่น.xlsx").remembered is None


def test_answers_of_a_load_taken_back_are_not_offered(store: Store) -> None:
    load_odd(store)
    imports.undo(store, imports.load_history(store)[0].dataset_id, by="ก")
    assert imports.preview_file(store, odd(2568, turned=True), "ปีหน้า.xlsx").remembered is None


def test_columns_that_nobody_knows_are_left_out_with_one_button(store: Store) -> None:
    header = [CODE, NAME, "ไทย", *(f"ข้อ {number}" for number in range(1, 16))]
    rows = [[*one, 50, *range(1, 16)] for one in (ONE, TWO)]
    app = opened_with(make_workbook({"ข้อมูล": [[f"{TITLE} 2567"], header, *rows]}))
    next(button for button in app.button if "ไม่ใช้คอลัมน์ที่ไม่รู้จักทั้ง 15 คอลัมน์" in button.label).click().run()
    assert not app.exception
    assert not any("ไม่ใช้คอลัมน์ที่ไม่รู้จัก" in button.label for button in app.button)
    assert "◆" not in said(app)


def test_the_mapping_waits_until_the_letters_can_be_read(store: Store) -> None:
    text = f"{TITLE} 2567,,\n{CODE},{NAME},ไทย\n{ONE[0]},{ONE[1]},40\n{TWO[0]},{TWO[1]},50\n"
    app = opened_with(text.encode("cp874").decode("latin-1").encode(), "คะแนน.csv")
    assert any("ตัวอักษรในไฟล์เพี้ยน" in label for label in labels(app))
    assert not any("หัวตารางเริ่มที่แถว" in label for label in labels(app))
