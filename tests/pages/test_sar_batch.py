"""Many reports handed in at once on the SAR page: what waits is answered in the list."""

import io
import pickle
import zipfile
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.schools import School
from lib.services import self_assessments as sar
from lib.services.report_batch import BatchLine, Outcome
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from lib.ui.sar_batch import progress_words
from lib.ui.state import Key
from tests.ingest.pdf_files import lines_of, make_pdf
from tests.pages.opening import open_page

SCHOOLS = tuple(
    School(f"9900000{n}", f"บ้านสมมติที่{word}", smis_code=f"9900000{n}")
    for n, word in enumerate(("หนึ่ง", "สอง"), start=1)
)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Store]:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def report(name: str, code: str = "", level: str = "ดีเลิศ", year: str = "ปีการศึกษา 2567") -> bytes:
    return make_pdf(
        lines_of(
            "รายงานการประเมินตนเองของสถานศึกษา (SAR)",
            f"โรงเรียน{name} รหัส {code}" if code else f"โรงเรียน{name}",
            f"{year} ระดับการศึกษาขั้นพื้นฐาน",
            "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
            f"ระดับคุณภาพ {level}",
            "จุดเด่น",
            f"1) ผู้เรียนของโรงเรียน{name}อ่านออกเขียนได้และคิดคำนวณได้ตามเกณฑ์",
        )
    )


def hand_in(app: AppTest, files: dict[str, bytes], generation: int = 0) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    key = f"{Key.SAR_UPLOADS}-{generation}"
    app.file_uploader(key=key).upload("รวม.zip", packed.getvalue()).run()
    app.button(key=Key.SAR_READ_ALL).click().run()
    assert not app.exception


def box(app: AppTest, start: str):  # type: ignore[no-untyped-def]
    return next(each for each in (*app.selectbox, *app.checkbox) if str(each.key).startswith(start))


def saved(store: Store) -> list[tuple[str, int, str]]:
    return [(each.school_id, each.academic_year_be, each.file_name) for each in sar.load_reports(store)]


def test_a_school_that_is_not_known_is_chosen_in_the_list(store: Store) -> None:
    app = open_page("pages/self_assessments.py")
    hand_in(app, {"ก.pdf": report(SCHOOLS[0].name, "99000001"), "ข.pdf": report("ไกลแสนไกล")})
    assert saved(store) == [("99000001", 2567, "ก.pdf")]
    assert app.button(key=Key.SAR_BATCH_SAVE).disabled
    chosen = box(app, "sar-batch-school")
    assert "ไกลแสนไกล" in chosen.label
    chosen.set_value("99000002").run()
    assert app.button(key=Key.SAR_BATCH_SAVE).label == "บันทึกที่เลือกแล้ว 1 ไฟล์"
    app.button(key=Key.SAR_BATCH_SAVE).click().run()
    assert not app.exception
    assert saved(store) == [("99000001", 2567, "ก.pdf"), ("99000002", 2567, "ข.pdf")]
    assert any("บันทึกเป็นฉบับร่างแล้ว **2** ไฟล์" in each.value for each in app.markdown)
    assert not [each for each in app.button if each.key == Key.SAR_BATCH_SAVE]


def test_how_much_was_read_of_the_saved_is_told(store: Store) -> None:
    app = open_page("pages/self_assessments.py")
    hand_in(app, {f"{n}.pdf": report(SCHOOLS[n].name, f"9900000{n + 1}") for n in (0, 1)})
    assert any("ระดับคุณภาพ 2 รายการ และข้อความ 2 ข้อ" in each.value for each in app.caption)


def test_a_year_that_is_not_known_must_be_chosen_and_is_never_guessed(store: Store) -> None:
    app = open_page("pages/self_assessments.py")
    hand_in(app, {"ก.pdf": report(SCHOOLS[0].name, "99000001", year="")})
    assert box(app, "sar-batch-school").value == "99000001"
    assert app.button(key=Key.SAR_BATCH_SAVE).disabled
    box(app, "sar-batch-year").set_value(2566).run()
    app.button(key=Key.SAR_BATCH_SAVE).click().run()
    assert saved(store) == [("99000001", 2566, "ก.pdf")]


def test_a_saved_report_is_replaced_in_the_list_after_a_tick(store: Store) -> None:
    app = open_page("pages/self_assessments.py")
    hand_in(app, {"ก.pdf": report(SCHOOLS[0].name, "99000001")})
    hand_in(app, {"ใหม่.pdf": report(SCHOOLS[0].name, "99000001", "ยอดเยี่ยม")}, generation=1)
    assert saved(store) == [("99000001", 2567, "ก.pdf")]
    agree = box(app, "sar-batch-replace")
    assert "ก.pdf" in agree.label
    agree.check().run()
    app.button(key=Key.SAR_BATCH_SAVE).click().run()
    assert saved(store) == [("99000001", 2567, "ใหม่.pdf")]


def test_the_same_zip_again_skips_what_is_saved_and_says_so(store: Store) -> None:
    app = open_page("pages/self_assessments.py")
    files = {"ก.pdf": report(SCHOOLS[0].name, "99000001")}
    hand_in(app, files)
    hand_in(app, files, generation=1)
    assert any("มีอยู่แล้ว จึงข้าม **1** ไฟล์" in each.value for each in app.markdown)
    assert "ไม่เปลี่ยน" in app.table[0].value["เหตุผลและสิ่งที่ต้องทำ"].iloc[0]


def test_a_stopped_batch_says_how_far_it_came(store: Store) -> None:
    app = open_page("pages/self_assessments.py")
    hand_in(app, {"ก.pdf": report(SCHOOLS[0].name, "99000001")})
    app.session_state[Key.SAR_BATCH_SIZE] = 5
    app.run()
    assert any("อ่านไป 1 จาก 5 ไฟล์ รายงานที่บันทึกแล้วยังอยู่ครบ" in each.value for each in app.info)


def test_the_session_holds_no_content_of_a_file_that_waits(store: Store) -> None:
    app = open_page("pages/self_assessments.py")
    hand_in(app, {"ข.pdf": report("ไกลแสนไกล")})
    (line,) = app.session_state[Key.SAR_BATCH]
    assert isinstance(line, BatchLine)
    assert line.outcome is Outcome.OPEN
    assert len(pickle.dumps(line)) < 2_000


@pytest.mark.parametrize(
    ("n_read", "seconds", "words"),
    [
        (1, 2.0, "อ่านแล้ว 1 จาก 200 ไฟล์"),
        (50, 25.0, "อ่านแล้ว 50 จาก 200 ไฟล์ · เหลืออีกประมาณ 1 นาที"),
        (100, 30.0, "อ่านแล้ว 100 จาก 200 ไฟล์ · เหลืออีกประมาณ 30 วินาที"),
        (199, 60.0, "อ่านแล้ว 199 จาก 200 ไฟล์ · เหลืออีกประมาณ 5 วินาที"),
        (200, 60.0, "อ่านแล้ว 200 จาก 200 ไฟล์"),
    ],
)
def test_the_time_left_is_told_in_words(n_read: int, seconds: float, words: str) -> None:
    assert progress_words(n_read, 200, seconds) == words
