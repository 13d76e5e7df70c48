"""Every question about the shape of a file has a picker, and once all are answered none is open."""

import io
from collections.abc import Iterator

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from lib.ingest.choices import ImportChoices
from lib.services import imports
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from lib.ui.state import Key
from tests.builders import CODE, MATH, NAME, make_schools, make_workbook
from tests.pages.opening import open_page

FILE = "คะแนน.xlsx"
TITLE = "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567"
ONE = ["10990001", "บ้านสมมติ 1"]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Store]:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, make_schools(2))
    yield opened
    opened.dispose()


def with_hidden_sheet() -> bytes:
    rows = [[TITLE], [CODE, NAME, MATH]]
    content = make_workbook({"ข้อมูล": [*rows, [*ONE, 40]], "เก่า": [*rows, ["10990002", "บ้านสมมติ 2", 50]]})
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["เก่า"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def opened_with(content: bytes) -> AppTest:
    return open_page("pages/data_import.py").file_uploader(key=f"{Key.UPLOADS}-0").upload(FILE, content).run()


def stored_choices(app: AppTest, sha256: str) -> ImportChoices:
    choices = app.session_state[f"choices-{sha256}"]
    assert isinstance(choices, ImportChoices)
    return choices


def answered(store: Store, content: bytes, label: str, answer: object) -> list[float]:
    """The values of the preview after one answer on the page, which must leave no question open."""
    asked = imports.preview_file(store, content, FILE)
    assert len(asked.questions) == 1
    app = opened_with(content)
    next(box for box in app.selectbox if label in box.label).select(answer).run()
    assert not app.exception
    preview = imports.preview_file(store, content, FILE, stored_choices(app, asked.sha256))
    assert preview.questions == ()
    return sorted(preview.accepted["value"])


@pytest.mark.parametrize(("answer", "values"), [(True, [40, 50]), (False, [40])])
def test_a_hidden_sheet_is_asked_about_once(store: Store, answer: bool, values: list[float]) -> None:
    assert answered(store, with_hidden_sheet(), "ชีตซ่อน “เก่า”", answer) == values


@pytest.mark.parametrize(("column", "value"), [(2, 40), (3, 45)])
def test_of_doubled_columns_one_is_chosen(store: Store, column: int, value: float) -> None:
    content = make_workbook({"ข้อมูล": [[TITLE], [CODE, NAME, MATH, MATH], [*ONE, 40, 45]]})
    assert answered(store, content, "มีหลายคอลัมน์", column) == [value]


def test_of_differing_rows_of_a_school_one_is_chosen(store: Store) -> None:
    content = make_workbook({"ข้อมูล": [[TITLE], [CODE, NAME, MATH], [*ONE, 40], [*ONE, 45]]})
    assert answered(store, content, "มีหลายแถว", ("ข้อมูล", 4)) == [45]


def test_of_differing_sheets_about_a_school_one_row_is_chosen(store: Store) -> None:
    rows = [[TITLE], [CODE, NAME, MATH]]
    content = make_workbook({"ก": [*rows, [*ONE, 40]], "ข": [*rows, [*ONE, 45]]})
    assert answered(store, content, "มีหลายแถว", ("ข", 3)) == [45]
