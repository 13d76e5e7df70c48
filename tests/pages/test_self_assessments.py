"""The SAR page: read a file, save it as a draft, correct and confirm it, see the synthesis."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.assessments import ReportStatus
from lib.errors import WorkbenchError
from lib.services import self_assessments as sar
from lib.services.register import commit_register, preview_register
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store
from lib.ui.state import Key
from tests.ingest.pdf_files import make_pdf
from tests.pages.opening import open_page

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sample_data"
YEAR = 2568


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Store]:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    opened = open_store(database_url)
    register = SAMPLE / "register.xlsx"
    commit_register(opened, preview_register(opened, register.read_bytes(), register.name), by="ก")
    yield opened
    opened.dispose()


def opened_page() -> AppTest:
    return open_page("pages/self_assessments.py")


def a_report() -> Path:
    return sorted((SAMPLE / "self_assessments").glob(f"SAR {YEAR} *.docx"))[0]


def test_without_a_register_the_page_leads_to_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    app = opened_page()
    assert not app.exception
    assert "ยังไม่มีทะเบียนโรงเรียน" in app.info[0].value


def test_a_report_is_read_saved_as_draft_and_confirmed(store: Store) -> None:
    app = opened_page()
    report = a_report()
    app.file_uploader(key=f"{Key.SAR_UPLOADS}-0").upload(report.name, report.read_bytes()).run()
    assert not app.exception
    app.button(key=Key.SAR_SAVE).click().run()
    assert [each.status for each in sar.load_reports(store, YEAR)] == [ReportStatus.DRAFT]
    app.button(key=f"{Key.SAR_CONFIRM}-{app.session_state[Key.REPORT_ID]}").click().run()
    assert not app.exception
    assert [each.status for each in sar.load_reports(store, YEAR)] == [ReportStatus.CONFIRMED]


def test_the_synthesis_and_the_missing_schools_are_shown(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    app = opened_page()
    app.segmented_control(key=Key.SAR_VIEW).set_value("synthesis").run()
    assert not app.exception
    assert app.segmented_control(key=Key.SAR_LEVEL).options == ["ปฐมวัย", "ขั้นพื้นฐาน"]
    app.segmented_control(key=Key.SAR_VIEW).set_value("missing").run()
    assert any("ยังไม่ส่ง **83** จาก **119** แห่ง" in each.value for each in app.markdown)


def test_one_report_chosen_under_two_names_is_read_once(store: Store) -> None:
    app, content = opened_page(), a_report().read_bytes()
    uploader = app.file_uploader(key=f"{Key.SAR_UPLOADS}-0")
    uploader.upload("หนึ่ง.docx", content).upload("สอง.docx", content).run()
    assert not app.exception
    assert "สอง.docx เป็นไฟล์เดียวกับ หนึ่ง.docx จึงอ่านครั้งเดียว" in [each.value for each in app.info]
    assert app.button(key=Key.SAR_SAVE).label == "บันทึกเป็นฉบับร่าง 1 ฉบับ"


def test_a_report_of_an_old_year_and_an_unknown_school_asks_for_the_school(store: Store) -> None:
    document = docx.Document()
    for text in ("รายงานการประเมินตนเอง", "ปีการศึกษา 2558", "โรงเรียนบ้านไม่มีในทะเบียน", "มาตรฐานที่ 1 ระดับดี"):
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    app = opened_page()
    app.file_uploader(key=f"{Key.SAR_UPLOADS}-0").upload("SAR 2558.docx", stream.getvalue()).run()
    assert not app.exception
    assert not app.error
    assert (
        next(box for box in app.selectbox if box.label == "ปีการศึกษา" and "sar-year" in str(box.key)).value
        == 2558
    )


def test_when_one_report_fails_the_other_is_saved_and_both_are_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = sar.save_report
    first, second = sorted((SAMPLE / "self_assessments").glob(f"SAR {YEAR} *.docx"))[:2]

    def save_report(
        store: Store, report: sar.ReportReading, *, by: str, replaces: int | None = None
    ) -> object:
        if report.file_name == second.name:
            raise WorkbenchError("ฐานข้อมูลไม่ตอบ", "ลองใหม่")
        return kept(store, report, by=by, replaces=replaces)

    monkeypatch.setattr(sar, "save_report", save_report)
    app = opened_page()
    uploader = app.file_uploader(key=f"{Key.SAR_UPLOADS}-0")
    uploader.upload(first.name, first.read_bytes()).upload(second.name, second.read_bytes()).run()
    app.button(key=Key.SAR_SAVE).click().run()
    assert len(sar.load_reports(store, YEAR)) == 1
    assert any(first.name in each.value for each in app.success)
    assert any("ยังไม่ได้บันทึก: ฐานข้อมูลไม่ตอบ" in each.value for each in app.error)
    assert any("บันทึกไว้แล้ว จึงไม่บันทึกซ้ำ" in each.value for each in app.info)


def test_a_zip_is_read_at_once_and_what_is_clear_becomes_a_draft(store: Store) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(a_report(), "ก.docx")
        archive.writestr("สแกน.pdf", make_pdf([], picture_on=[1]))
        archive.writestr("เสีย.pdf", b"%PDF-1.7 broken")
    app = opened_page()
    app.file_uploader(key=f"{Key.SAR_UPLOADS}-0").upload("รวม.zip", packed.getvalue()).run()
    app.button(key=Key.SAR_READ_ALL).click().run()
    assert not app.exception
    assert [each.status for each in sar.load_reports(store, YEAR)] == [ReportStatus.DRAFT]
    assert any("บันทึกเป็นฉบับร่างแล้ว **1** ไฟล์ · อ่านไม่ได้ **2** ไฟล์" in each.value for each in app.markdown)
    assert list(app.table[0].value["ไฟล์"]) == ["สแกน.pdf", "เสีย.pdf"]
