"""Views of the documents page: the office's template, the way through Word, editions."""

import io
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from streamlit.testing.v1 import AppTest

from lib.services.evidence_focus import thai_today
from lib.services.report import load_texts
from lib.services.report_editions import load_editions, write_report
from lib.services.report_run import start_run
from lib.services.report_template import load_template_shelf
from lib.settings import DATABASE_VARIABLE
from lib.storage.backup import write_backup
from lib.storage.engine import Store, open_store
from lib.storage.restore import restore_backup
from lib.ui.state import Key
from tests.pages.opening import open_page
from tests.report import office_templates as made

YEAR = 2568


@pytest.fixture
def office(sample_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A copy of the sample office that the page writes to."""
    write_backup(sample_store, tmp_path / "office.zip")
    store = open_store(f"sqlite:///{(tmp_path / 'copy.sqlite3').as_posix()}")
    restore_backup(store, tmp_path / "office.zip", replace=False, by="ก")
    monkeypatch.setenv(DATABASE_VARIABLE, store.url)
    return store


def page(view: str) -> AppTest:
    app = open_page("pages/report.py", **{Key.REPORT_VIEW: view})
    assert not app.exception
    return app


def texts(app: AppTest) -> str:
    shown = (*app.markdown, *app.caption, *app.warning, *app.error, *app.success, *app.info)
    return "\n".join(str(each.value) for each in shown)


def test_a_template_is_checked_in_words_kept_and_named_as_the_one_in_use(office: Store) -> None:
    app = page("template")
    assert "ใช้แม่แบบของโปรแกรมอยู่" in texts(app)
    app.file_uploader[0].upload("หัวจดหมาย.docx", made.with_own_cover(), "application/octet-stream").run()
    assert "มีเรื่องควรแก้ 2 เรื่อง" in texts(app)
    assert "{{ช่องแปลก}}" in texts(app)
    app.button(key=f"{Key.REPORT_TEMPLATE}-keep").click().run()
    assert not app.exception
    record = load_template_shelf(office).in_use
    assert record is not None
    assert record.file_name == "หัวจดหมาย.docx"
    assert "ใช้แม่แบบที่ 1 **หัวจดหมาย.docx**" in texts(app)


def test_a_template_with_macros_is_refused_and_nothing_changes(office: Store) -> None:
    app = page("template")
    app.file_uploader[0].upload("ก.docm", made.with_macros(), "application/octet-stream").run()
    assert not app.exception
    assert "มาโคร" in texts(app)
    assert load_template_shelf(office).records == ()


def test_words_written_in_a_word_copy_are_laid_beside_ours_and_saved_when_picked(office: Store) -> None:
    run = start_run(office, None, None, today=thai_today())
    word = docx.Document(io.BytesIO(write_report(office, run.content, for_editing=True)[0]))
    tag = next(each for each in word.element.iter(qn("w:tag")) if each.get(qn("w:val")) == "conclusion_text")
    next(tag.getparent().getparent().iter(qn("w:t"))).text = "สรุปจาก Word"
    word.add_paragraph("พิมพ์นอกกรอบ")
    app = page("written")
    app.file_uploader[0].upload("แก้.docx", made.saved(word), "application/octet-stream").run()
    assert not app.exception
    assert "สรุปจาก Word" in texts(app)
    assert "พิมพ์นอกกรอบ" in texts(app)
    app.button(key=f"{Key.REPORT_COPY}-save").click().run()
    assert not app.exception
    assert load_texts(office, YEAR)["conclusion_text"][0] == "สรุปจาก Word"


def test_an_edition_needs_a_word_on_what_asks_and_is_listed_afterwards(office: Store) -> None:
    app = page("editions")
    assert "ปีนี้ยังไม่ได้ออกฉบับใด" in texts(app)
    app.button(key=f"{Key.REPORT_EDITION}-make").click().run()
    assert not app.exception
    assert "ควรดู" in "\n".join(str(each.value) for each in app.error)
    assert load_editions(office, YEAR) == ()
    app.checkbox[0].check()
    app.text_input(key=f"{Key.REPORT_EDITION}-reason-1").set_value("เสนอร่าง").run()
    app.button(key=f"{Key.REPORT_EDITION}-make").click().run()
    assert not app.exception
    (edition,) = load_editions(office, YEAR)
    assert "เสนอร่าง" in edition.note
    assert "ไม่มีตัวเลข ข้อค้นพบ หรือข้อความใดเปลี่ยน" in texts(app)
    assert "(รับทราบแล้วในฉบับที่ 1)" in texts(app)
    assert not app.checkbox[0].value
