"""Editions: kept as they were handed out, compared figure by figure, marked in the next one."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lib.catalog.report_words import load_report_words
from lib.domain.report_content import ReportContent
from lib.domain.report_editions import FigureChange
from lib.errors import EditConflict, WorkbenchError
from lib.report.compose import compose_report
from lib.report.edition_changes import with_changes
from lib.services.readiness import Check
from lib.services.report import make_report_docx
from lib.services.report_editions import changes_since, edition_file, hand_out, load_editions
from lib.services.report_run import ReportRun, start_run
from lib.storage.backup import write_backup
from lib.storage.engine import Store, open_store
from lib.storage.restore import restore_backup

YEAR = 2568


@pytest.fixture(scope="module")
def run(sample_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportRun]:
    """The sample office in a database of its own, with nothing that stands against a release."""
    copy = tmp_path_factory.mktemp("editions")
    write_backup(sample_store, copy / "office.zip")
    store = open_store(f"sqlite:///{(copy / 'office.sqlite3').as_posix()}")
    restore_backup(store, copy / "office.zip", replace=False, by="ก")
    gathered = start_run(store, None, None, today=date(2026, 3, 1))
    yield replace(gathered, checks=(), content=replace(gathered.content, is_draft=False))
    store.dispose()


def handed(run: ReportRun, *, seen: int | None = None, note: str = "") -> int:
    known = len(load_editions(run.store, YEAR)) if seen is None else seen
    return hand_out(
        run,
        YEAR,
        seen=known,
        note=note,
        reason="",
        acknowledged=False,
        marks_changes=True,
        by="ผู้ทดสอบ",
    )


def with_value(content: ReportContent, text: str) -> tuple[ReportContent, str]:
    """The same content with another text in its first figure."""
    domain = next(each for each in content.domains if each.rows)
    row = domain.rows[0]
    changed = replace(domain, rows=(replace(row, value_text=text), *domain.rows[1:]))
    domains = tuple(changed if each is domain else each for each in content.domains)
    return replace(content, domains=domains), row.name


def document_xml(file: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.read("word/document.xml").decode()


def test_an_edition_is_kept_as_it_was_and_the_next_one_gets_the_next_number(run: ReportRun) -> None:
    first = handed(run, note="เสนอครั้งที่ 1")
    edition = load_editions(run.store, YEAR)[first - 1]
    assert (edition.number, edition.note, edition.made_by) == (first, "เสนอครั้งที่ 1", "ผู้ทดสอบ")
    assert edition_file(run.store, edition) == make_report_docx(run.content)
    assert len(edition.figures) > 100
    assert handed(run) == first + 1


def test_two_people_cannot_hand_out_one_number(run: ReportRun) -> None:
    handed(run)
    before = load_editions(run.store, YEAR)
    with pytest.raises(EditConflict):
        handed(run, seen=len(before) - 1)
    assert load_editions(run.store, YEAR) == before


def test_nothing_changed_is_said_as_nothing(run: ReportRun) -> None:
    handed(run)
    changes = changes_since(load_editions(run.store, YEAR)[-1], run.content)
    assert changes.is_empty


def test_a_changed_figure_is_told_with_both_values_and_marked_in_the_next_document(run: ReportRun) -> None:
    handed(run)
    content, name = with_value(run.content, "12.34")
    changes = changes_since(load_editions(run.store, YEAR)[-1], content)
    (figure,) = changes.figures
    assert name in figure.where
    assert (figure.now.rstrip("*"), figure.change) == ("12.34", FigureChange.CHANGED)
    xml = document_xml(make_report_docx(content, changes=changes))
    assert xml.count('w:val="ChangedFigure"') == 1
    assert "สิ่งที่เปลี่ยนจากฉบับที่" in xml
    assert 'w:val="ChangedFigure"' not in document_xml(make_report_docx(content))


def test_findings_and_written_sections_that_changed_are_told(run: ReportRun) -> None:
    handed(run)
    gone = next(each for domain in run.content.domains for each in domain.findings)
    domains = tuple(
        replace(domain, findings=tuple(each for each in domain.findings if each is not gone))
        for domain in run.content.domains
    )
    content = replace(run.content, domains=domains, texts=(*run.content.texts, ("conclusion_text", "ใหม่")))
    changes = changes_since(load_editions(run.store, YEAR)[-1], content)
    assert changes.findings_gone == (gone.sentence,)
    assert changes.findings_added == ()
    assert changes.sections == ("สรุปผล (เพิ่มเติม)",)


def test_what_blocks_a_release_keeps_no_edition(run: ReportRun) -> None:
    before = load_editions(run.store, YEAR)
    stopped = replace(run, checks=(Check("block", "ยังไม่มีข้อมูล"),))
    with pytest.raises(WorkbenchError):
        handed(stopped)
    assert load_editions(run.store, YEAR) == before


def test_an_annex_of_changes_is_no_part_of_a_document_without_changes(run: ReportRun) -> None:
    handed(run)
    document = compose_report(run.content, load_report_words())
    assert with_changes(document, changes_since(load_editions(run.store, YEAR)[-1], run.content)) is document


def test_a_backup_brings_editions_back_whole(run: ReportRun, tmp_path: Path) -> None:
    handed(run)
    write_backup(run.store, tmp_path / "copy.zip")
    other = open_store(f"sqlite:///{(tmp_path / 'other.sqlite3').as_posix()}")
    restore_backup(other, tmp_path / "copy.zip", replace=False, by="ก")
    kept = load_editions(run.store, YEAR)
    assert load_editions(other, YEAR) == kept
    assert edition_file(other, kept[-1]) == edition_file(run.store, kept[-1])
    other.dispose()
