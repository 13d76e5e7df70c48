"""A refused list of persons on the import page: the offer, the counts in its place, the download."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.schools import School
from lib.services.imports import load_history
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.files import content_hash
from lib.storage.observations import load_observations
from lib.storage.schools import save_schools
from lib.ui.state import Key
from tests.ingest.persons import citizen_id, given_name, surname
from tests.pages.opening import open_page
from tests.pages.test_data_import import upload, words, workbook

HEADER = ("โรงเรียน", "ชั้น", "เลขประจำตัวประชาชน", "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล")


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Store]:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, [School("99010001", "บ้านหนึ่ง"), School("99010002", "บ้านสอง")])
    yield opened
    opened.dispose()


def pupil_list(title: str) -> bytes:
    rows = [
        (f"บ้าน{'หนึ่ง' if n % 3 else 'สอง'}", "ป.1", citizen_id(n), "ด.ช.", given_name(n), surname(n))
        for n in range(9)
    ]
    return workbook(((title,), HEADER, *rows))


def offered(title: str) -> tuple[AppTest, str]:
    content = pupil_list(title)
    return upload(open_page("pages/data_import.py"), "นักเรียน.xlsx", content), content_hash(content)


def test_a_list_of_pupils_is_refused_and_offered_to_be_counted(store: Store) -> None:
    app, _ = offered("รายชื่อนักเรียน ปีการศึกษา 2567")
    said = words(app)
    assert "เลขประจำตัวประชาชน" in said
    assert "9 คน จาก 2 แห่ง · ปีการศึกษา 2567" in said
    assert citizen_id(1) not in said
    assert given_name(1) not in said
    assert load_history(store) == ()


def test_the_counts_take_the_place_of_the_list_and_are_stored(store: Store) -> None:
    app, sha256 = offered("รายชื่อนักเรียน ปีการศึกษา 2567")
    app.button(key=f"{Key.COUNTED_UP}-{sha256}").click().run()
    assert not app.exception
    assert "อ่าน **2** แถว = นำเข้า **2**" in words(app)
    app.button(key=Key.COMMIT).click().run()
    with reading(store) as session:
        frame = load_observations(session, indicator_id="general.pupils_p1_total")
    assert dict(zip(frame["school_id"], frame["value"], strict=True)) == {"99010001": 6, "99010002": 3}


def test_a_list_of_some_pupils_is_counted_for_download_only(store: Store) -> None:
    app, sha256 = offered("รายชื่อนักเรียนยากจน ปีการศึกษา 2567")
    assert f"{Key.COUNTED_UP}-{sha256}" not in [button.key for button in app.button]
    assert app.radio(key=f"{Key.COUNTED_UP}-who-{sha256}").value == "เฉพาะบางกลุ่ม"
    assert app.get("download_button")


def test_a_list_that_tells_no_school_is_refused_without_an_offer(store: Store) -> None:
    rows = [(citizen_id(n), "ด.ช.", given_name(n)) for n in range(4)]
    app = upload(open_page("pages/data_import.py"), "นักเรียน.xlsx", workbook((("เลข", "คำ", "ชื่อ"), *rows)))
    assert "ไม่รับไฟล์นี้" in words(app)
    assert "นับรวมเป็นรายโรงเรียนแทนได้" not in words(app)
