"""A file that comes again shows what it changes before it is stored, and may take the first one's place."""

import io
from collections.abc import Iterator

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.schools import School
from lib.services.imports import load_history
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.observations import load_observations
from lib.storage.schools import save_schools
from lib.ui.state import Key
from tests.pages.opening import open_page

NAMES = ("บ้านทดสอบหนึ่ง", "บ้านทดสอบสอง", "บ้านทดสอบสาม")


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Store]:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(
            session, [School(f"9901000{n}", name, f"9901000{n}") for n, name in enumerate(NAMES, start=1)]
        )
    yield opened
    opened.dispose()


def scores(*values: float) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(("ผล NT ชั้นประถมศึกษาปีที่ 3 ปีการศึกษา 2567",))
    book.active.append(("รหัสโรงเรียน", "ชื่อโรงเรียน", "น.ร.(คน)", "ภาษา"))
    for n, value in enumerate(values, start=1):
        book.active.append((f"9901000{n}", NAMES[n - 1], 8, value))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def upload(name: str, content: bytes, app: AppTest | None = None, turn: int = 0) -> AppTest:
    app = app or open_page("pages/data_import.py")
    return app.file_uploader(key=f"{Key.UPLOADS}-{turn}").upload(name, content).run()


def words(app: AppTest) -> str:
    kinds = ("markdown", "info", "error", "warning", "caption")
    return "\n".join(element.value for kind in kinds for element in app.get(kind))


def stored_once(content: bytes) -> AppTest:
    app = upload("NT ป.3 2567.xlsx", content)
    return app.button(key=Key.COMMIT).click().run()


def values(store: Store) -> list[float]:
    with reading(store) as session:
        return sorted(load_observations(session)["value"])


def test_a_first_file_is_all_new(store: Store) -> None:
    app = upload("NT ป.3 2567.xlsx", scores(50, 60))
    assert not app.exception
    assert "ใหม่ 2 ค่า เปลี่ยน 0 ค่า เหมือนเดิม 0 ค่า หายไป 0 ค่า" in words(app)
    assert not app.checkbox


def test_a_corrected_file_shows_its_changed_cell_and_replaces_when_nothing_is_lost(store: Store) -> None:
    app = upload("NT ป.3 2567 แก้ไข.xlsx", scores(50, 65, 70), stored_once(scores(50, 60)), turn=1)
    assert not app.exception
    assert "ใหม่ 1 ค่า เปลี่ยน 1 ค่า เหมือนเดิม 1 ค่า หายไป 0 ค่า" in words(app)
    (box,) = app.checkbox
    assert (box.label, box.value) == ("ให้ไฟล์นี้แทนรายการ 1 ทั้งไฟล์", True)
    app.button(key=Key.COMMIT).click().run()
    assert not app.exception
    assert {each.dataset_id: each.replaced_by for each in load_history(store)} == {2: None, 1: 2}
    assert values(store) == [50, 65, 70]


def test_a_shorter_file_replaces_only_when_a_person_says_so(store: Store) -> None:
    app = upload("NT ป.3 2567 แก้ไข.xlsx", scores(50, 65), stored_once(scores(50, 60, 70)), turn=1)
    assert "หายไป 1 ค่า" in words(app)
    (box,) = app.checkbox
    assert not box.value
    app = box.check().run()
    app.button(key=Key.COMMIT).click().run()
    assert not app.exception
    assert values(store) == [50, 65]


def test_effects_are_worked_out_when_asked_for(store: Store) -> None:
    app = upload("NT ป.3 2567 แก้ไข.xlsx", scores(90, 95), stored_once(scores(50, 60)), turn=1)
    assert "ถ้าบันทึกไฟล์นี้" not in words(app)
    button = next(each for each in app.button if each.label == "ดูผลต่อข้อค้นพบและรายงาน")
    button.click().run()
    assert not app.exception
    assert "ถ้าบันทึกไฟล์นี้ ข้อค้นพบของ" in words(app)
    assert "รายงานเปลี่ยน **1** ตาราง" in words(app)
