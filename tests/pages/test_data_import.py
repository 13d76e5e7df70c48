"""The import page: look, answer, store, undo; empty and with the sample office."""

import io
from collections.abc import Iterator

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.ingest.file_names import tidy_file_name
from lib.services import imports
from lib.services.import_preview import Preview
from lib.services.imports import load_history
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.observations import load_observations
from lib.storage.schools import save_schools
from lib.ui.plain import plain
from lib.ui.state import Key
from tests.pages.opening import open_page

SCHOOLS = (
    School("99010001", "บ้านทดสอบหนึ่ง", smis_code="99010001", district="เมืองสมมติ"),
    School("99010002", "บ้านทดสอบสอง", smis_code="99010002", district="เมืองสมมติ"),
)
GOOD = (
    ("ผล NT ชั้นประถมศึกษาปีที่ 3 ปีการศึกษา 2567",),
    ("รหัสโรงเรียน", "ชื่อโรงเรียน", "น.ร.(คน)", "ภาษา", "คำนวณ"),
    ("99010001", "บ้านทดสอบหนึ่ง", 8, 55.5, "๔๑.๒๕"),
    ("99010002", "บ้านทดสอบสอง", 5, 61, "-"),
)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Store]:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def workbook(rows: tuple[tuple[object, ...], ...]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def opened_page() -> AppTest:
    return open_page("pages/data_import.py")


def upload(app: AppTest, name: str, content: bytes) -> AppTest:
    return app.file_uploader(key=f"{Key.UPLOADS}-0").upload(name, content).run()


def words(app: AppTest) -> str:
    return "\n".join(
        element.value for kind in ("markdown", "info", "error", "warning") for element in app.get(kind)
    )


def test_an_empty_page_says_what_to_do_next(store: Store) -> None:
    app = opened_page()
    assert not app.exception
    assert "ยังไม่มีการนำเข้า" in words(app)


def test_a_good_file_is_previewed_stored_on_confirmation_and_taken_back(store: Store) -> None:
    app = upload(opened_page(), "NT ป.3 2567.xlsx", workbook(GOOD))
    assert "อ่าน **2** แถว = นำเข้า **2** + ไม่รับ **0** + ข้าม **0** · ได้ **3** ค่า" in words(app)
    assert load_history(store) == ()
    app.button(key=Key.COMMIT).click().run()
    assert not app.exception
    assert [record.n_values for record in load_history(store)] == [3]
    app.button(key=Key.UNDO).click().run()
    app.button(key=Key.UNDO_CONFIRM).click().run()
    with reading(store) as session:
        assert load_observations(session).empty


def test_a_file_without_a_year_asks_and_loads_once_answered(store: Store) -> None:
    rows = (("ผล NT ชั้นประถมศึกษาปีที่ 3",), *GOOD[1:])
    app = upload(opened_page(), "NT ป.3.xlsx", workbook(rows))
    assert "ได้ **0** ค่า" in words(app)
    year = next(box for box in app.selectbox if box.label == "ปี พ.ศ. ของชีต “Sheet”")
    year.select(2566).run()
    assert "ได้ **3** ค่า" in words(app)
    app.button(key=Key.COMMIT).click().run()
    with reading(store) as session:
        assert set(load_observations(session)["year_be"]) == {2566}


def test_an_unknown_school_is_asked_for_and_the_answer_is_used(store: Store) -> None:
    rows = (*GOOD[:2], ("", "บ้านทดสอบหนืง", 8, 55.5, 41.25))
    app = upload(opened_page(), "NT ป.3 2567.xlsx", workbook(rows))
    assert "ได้ **0** ค่า" in words(app)
    asked = next(box for box in app.selectbox if "คือโรงเรียน" in box.label)
    asked.select("99010001").run()
    assert "ได้ **2** ค่า" in words(app)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ว่าง.xlsx", b"", "ว่าง"),
        ("ไม่ใช่.xlsx", b"\x00\x01\x02 nothing anybody knows", "ไม่รู้จักชนิดของไฟล์นี้"),
        ("ไม่มีหัว.csv", "ก,ข\n1,2\n".encode(), "ไม่พบแถวหัวตาราง"),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_plain_message_and_stores_nothing(
    store: Store, name: str, content: bytes, said: str
) -> None:
    app = upload(opened_page(), name, content)
    assert not app.exception
    shown = words(app) + "\n".join(str(table.value.to_dict()) for table in app.dataframe)
    assert said in shown
    assert load_history(store) == ()


def test_the_same_file_again_is_not_loaded_twice(store: Store) -> None:
    app = upload(opened_page(), "NT ป.3 2567.xlsx", workbook(GOOD))
    app.button(key=Key.COMMIT).click().run()
    app.file_uploader(key=f"{Key.UPLOADS}-1").upload("NT ป.3 2567.xlsx", workbook_bytes_of(store)).run()
    assert "จึงไม่นำเข้าซ้ำ" in words(app)
    assert len(load_history(store)) == 1


def workbook_bytes_of(store: Store) -> bytes:
    from lib.storage.files import load_file

    return load_file(store, load_history(store)[0].sha256)


def test_one_file_chosen_under_two_names_is_read_once(store: Store) -> None:
    bad = workbook((*GOOD[:2], ("99010001", "บ้านทดสอบหนึ่ง", 8, 155.5, 41.25)))
    app = opened_page()
    app.file_uploader(key=f"{Key.UPLOADS}-0").upload("NT ป.3.xlsx", bad).upload(
        "สำเนา NT ป.3.xlsx", bad
    ).run()
    assert not app.exception
    assert "สำเนา NT ป.3.xlsx เป็นไฟล์เดียวกับ NT ป.3.xlsx" in words(app)
    assert [head.value for head in app.subheader] == ["NT ป.3.xlsx"]


def test_a_file_name_is_never_read_as_markdown(store: Store) -> None:
    name = "![x](http://example.invalid/p.png) :material/home: $a$ *NT* ป.3_2567.xlsx"
    app = upload(opened_page(), name, workbook(GOOD))
    assert not app.exception
    assert app.subheader[0].value == plain(tidy_file_name(name)[0])
    assert "![x](" not in words(app) + app.subheader[0].value


def test_when_one_file_fails_the_other_is_stored_and_both_are_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = imports.commit

    def commit(
        store: Store, preview: Preview, content: bytes, *, by: str, replaces: int | None = None
    ) -> object:
        if "2566" in preview.file_name:
            raise WorkbenchError("ฐานข้อมูลไม่ตอบ", "ลองใหม่")
        return kept(store, preview, content, by=by, replaces=replaces)

    monkeypatch.setattr(imports, "commit", commit)
    earlier = workbook((("ผล NT ชั้นประถมศึกษาปีที่ 3 ปีการศึกษา 2566",), *GOOD[1:]))
    app = opened_page()
    uploader = app.file_uploader(key=f"{Key.UPLOADS}-0")
    uploader.upload("NT 2566.xlsx", earlier).upload("NT 2567.xlsx", workbook(GOOD)).run()
    app.button(key=Key.COMMIT).click().run()
    assert [each.value for each in app.success] == ["บันทึกแล้ว: NT 2567.xlsx"]
    assert [each.value for each in app.error] == ["NT 2566.xlsx ยังไม่ได้บันทึก: ฐานข้อมูลไม่ตอบ — ลองใหม่"]
    assert [record.file_name for record in load_history(store)] == ["NT 2567.xlsx"]
    assert app.button(key=Key.COMMIT).label == "บันทึก 3 ค่า จาก 1 ไฟล์"
