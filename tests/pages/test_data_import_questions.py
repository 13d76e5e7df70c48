"""No question about a file is without a picker, and an answer given on the page settles it."""

import ast
import io
from collections.abc import Iterator

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.issues import Issue, Severity
from lib.ingest.choices import ImportChoices
from lib.services import imports
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.files import content_hash
from lib.storage.observations import load_observations
from lib.storage.schools import load_schools, save_schools
from lib.ui.import_questions import ASKED_APART, asker_of
from lib.ui.import_values import ask_fraction, ask_reading, ask_to_leave
from lib.ui.state import Key
from tests.builders import CODE, MATH, NAME, make_schools, make_workbook
from tests.house.sources import ROOT
from tests.pages.opening import open_page

TITLE = "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567"
ONE, TWO = ["10990001", "บ้านสมมติ 1"], ["10990002", "บ้านสมมติ 2"]
FILE = "คะแนน.xlsx"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Store]:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, make_schools(2))
    yield opened
    opened.dispose()


def scores(*rows: list[object]) -> bytes:
    return make_workbook({"ข้อมูล": [[TITLE], [CODE, NAME, MATH], *rows]})


def opened_with(content: bytes, name: str = FILE) -> AppTest:
    app = open_page("pages/data_import.py").file_uploader(key=f"{Key.UPLOADS}-0").upload(name, content).run()
    assert not app.exception
    return app


def pick(app: AppTest, label: str, answer: object) -> AppTest:
    app = next(box for box in app.selectbox if label in box.label).select(answer).run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    return "\n".join(each.value for kind in ("markdown", "warning", "error") for each in app.get(kind))


def pick_by_words(app: AppTest, label: str, said: str) -> AppTest:
    """Pick the option that reads so; options that are no texts are found by their words."""
    box = next(box for box in app.selectbox if label in box.label)
    app = box.select_index(next(n for n, each in enumerate(box.options) if said in each)).run()
    assert not app.exception
    return app


def stored(store: Store) -> list[float]:
    with reading(store) as session:
        return sorted(load_observations(session)["value"])


def commit(app: AppTest) -> None:
    app.button(key=Key.COMMIT).click().run()
    assert not app.exception


def test_an_encoding_that_does_not_fit_is_said_and_the_file_stays_open(store: Store) -> None:
    content = ("รหัสโรงเรียน,ชื่อโรงเรียน,ภาษาไทย\n" + ",".join(map(str, [*ONE, 50])) + "\n").encode("cp874")
    app = open_page("pages/data_import.py")
    keep = f"choices-{content_hash(content)}"
    app.session_state[keep] = ImportChoices(year_be=2567, encoding="utf-8")
    app = app.file_uploader(key=f"{Key.UPLOADS}-0").upload("คะแนน.csv", content).run()
    assert not app.exception
    assert "กลับไปอ่านแบบที่โปรแกรมตรวจพบ" in words(app)
    assert "คะแนน.csv" in [each.value for each in app.subheader]
    assert app.session_state[keep] == ImportChoices(year_be=2567)


def questions_of_the_program() -> set[str]:
    """Codes of every question that reading or checking a four-domain file can ask."""
    found = set()
    for room in ("ingest", "validation"):
        for file in sorted((ROOT / "lib" / room).glob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
                texts = [ast.unparse(argument) for argument in call.args]
                if "Severity.QUESTION" in texts:
                    found |= {text.strip("'") for text in texts if text.strip("'")[1:].isdigit()}
    return {code for code in found if not code.startswith("D")}


def test_every_question_has_a_picker() -> None:
    codes = questions_of_the_program()
    assert {"S06", "S08", "S11", "S13", "S15", "S21", "P01", "V08", "C02"} <= codes
    for code in codes - ASKED_APART.keys():
        drawn = {asker_of(Issue(Severity.QUESTION, code, "ก", readings=each)) for each in ((), ("1",))}
        assert drawn <= {ask_fraction, ask_reading, ask_to_leave}


def test_a_doubtful_value_is_read_as_picked(store: Store) -> None:
    app = opened_with(scores([*ONE, "41,5"], [*TWO, 50]))
    pick(app, "C3", "41.5")
    commit(app)
    assert stored(store) == [41.5, 50]


def test_a_confirmed_value_can_be_asked_about_again(store: Store) -> None:
    app = pick(opened_with(scores([*ONE, "41,5"], [*TWO, 50])), "C3", "41.5")
    assert not any("C3" in box.label for box in app.selectbox)
    pick(app, "ตอบไปแล้ว 1 ข้อ", ("ข้อมูล", "C3"))
    assert any("C3" in box.label for box in app.selectbox)


def test_an_unknown_school_can_be_added_alone(store: Store) -> None:
    content = scores([*ONE, 40], ["10990077", "บ้านใหม่หนึ่ง", 50], ["10990078", "บ้านใหม่สอง", 60])
    app = pick(opened_with(content), "บ้านใหม่หนึ่ง", "เพิ่มเป็นโรงเรียนใหม่")
    commit(app)
    assert stored(store) == [40, 50]
    with reading(store) as session:
        assert [school.name for school in load_schools(session)][-1] == "บ้านใหม่หนึ่ง"


def test_a_row_of_an_unknown_school_can_be_passed_over(store: Store) -> None:
    content = scores([*ONE, 40], ["", "บ้านที่ไม่มีใครรู้จัก", 50])
    app = pick(opened_with(content), "บ้านที่ไม่มีใครรู้จัก", "ข้ามแถวนี้")
    assert "ข้าม **1**" in words(app)
    assert not any("บ้านที่ไม่มีใครรู้จัก" in box.label and "คือโรงเรียน" in box.label for box in app.selectbox)


def test_differing_rows_of_a_school_stand_side_by_side(store: Store) -> None:
    app = opened_with(scores([*ONE, 40], [*ONE, 45]))
    shown = [table.value.to_dict("records") for table in app.dataframe]
    assert any(
        row.get("ชีต “ข้อมูล” แถว 3") == "40" and row.get("ชีต “ข้อมูล” แถว 4") == "45"
        for table in shown
        for row in table
    )


def test_merged_figures_are_left_as_read_once_seen(store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(scores([*ONE, 40], [*TWO, None])))
    book.active.merge_cells("C3:C4")
    out = io.BytesIO()
    book.save(out)
    app = opened_with(out.getvalue())
    assert "รอคำตอบ 1" in "".join(each.label for each in app.expander)
    app = pick(app, "C3:C4", True)
    assert "รอคำตอบ" not in "".join(each.label for each in app.expander)


def test_garbled_letters_are_repaired_as_picked(store: Store) -> None:
    text = f"{TITLE},,\n{CODE},{NAME},{MATH}\n{ONE[0]},{ONE[1]},40\n{TWO[0]},{TWO[1]},50\n"
    garbled = text.encode().decode("cp874", errors="replace")
    if "\ufffd" in garbled:
        garbled = text.encode().decode("latin-1")
    app = opened_with(garbled.encode(), "คะแนน.csv")
    app = pick_by_words(app, "ตัวอักษรในไฟล์เพี้ยน", "ซ่อมตัวอักษรไทยที่เพี้ยน")
    assert "นำเข้า **2**" in words(app)


def test_an_offer_that_makes_the_area_row_agree_is_taken_with_one_button(store: Store) -> None:
    header = [CODE, NAME, "จำนวนผู้เข้าสอบ", MATH]
    rows = [[*ONE, 10, 40], [*TWO, 20, 70], ["", "ค่าเฉลี่ยระดับเขตพื้นที่", "", 50]]
    content = make_workbook({"ข้อมูล": [[TITLE], header, *rows]})
    assert any(one.offers for one in imports.preview_file(store, content, FILE).reconciliation)
    app = opened_with(content)
    next(button for button in app.button if button.label == "ใช้ตามนี้").click().run()
    assert not app.exception
    assert "แถวของเขตตรงกับค่าที่คำนวณใหม่ทั้ง" in words(app)


def test_a_correction_that_mends_several_columns_is_offered_once(store: Store) -> None:
    # 10 takers of school one typed as 100: both columns weigh with it, (100·40 + 20·70) / 120 is not 60.
    header = [CODE, NAME, "จำนวนผู้เข้าสอบ", MATH, "ภาษาไทย"]
    rows = [[*ONE, 100, 40, 30], [*TWO, 20, 70, 60], ["", "ค่าเฉลี่ยระดับเขตพื้นที่", "", 60, 50]]
    content = make_workbook({"ข้อมูล": [[TITLE], header, *rows]})
    off = [one for one in imports.preview_file(store, content, FILE).reconciliation if one.offers]
    assert len(off) == 2
    app = opened_with(content)
    buttons = [button for button in app.button if button.label == "ใช้ตามนี้"]
    assert len(buttons) == len(off[0].offers)
    buttons[0].click().run()
    assert "แถวของเขตตรงกับค่าที่คำนวณใหม่ทั้ง" in words(app)
