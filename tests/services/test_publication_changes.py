"""The change log of the public copy: what the editions of the report printed otherwise."""

from datetime import UTC, date, datetime

import pytest

from lib.domain.documents import Document, Table, TableColumn
from lib.domain.report_editions import Edition
from lib.services.publication_changes import public_changes
from lib.services.report_run import ReportRun, start_run
from lib.storage.engine import Store

_AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def run(sample_store: Store) -> ReportRun:
    return start_run(sample_store, None, None, today=date(2026, 11, 22))


def _document() -> Document:
    columns = (TableColumn("ตัวชี้วัด"), TableColumn("ผล", "right"))
    rows = (("อ่านออก", "81.00"), ("เขียนได้", "ปกปิด"), ("คิดเลข", "60.00"))
    table = Table("ผล", columns, rows, key="t", figure_ids=(("", "a"), ("", "b"), ("", "c")))
    return Document("รายงาน", "", "", "", (table,))


def _edition(number: int, **figures: str) -> Edition:
    return Edition(2568, number, "", tuple(figures.items()), (), "บันทึกภายใน", _AT, "ผู้ทดสอบ")


def test_a_report_without_editions_has_no_log(run: ReportRun) -> None:
    assert public_changes(run, _document()) == ()


def test_what_changed_is_named_without_old_or_hidden_figures(
    run: ReportRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = (_edition(1, a="80.00", b="3.00"), _edition(2, a="81.00", b="4.00", c="60.00"))
    monkeypatch.setattr("lib.services.publication_changes.load_editions", lambda *_: editions)
    log = public_changes(run, _document())
    assert log == (
        ("ฉบับที่ 2", "20 พ.ย. 2569", "เปลี่ยน 1 ค่า: อ่านออก · ผล · เพิ่ม 1 ค่า"),
        ("ฉบับที่ 1", "20 พ.ย. 2569", "ฉบับแรก"),
    )
    assert "บันทึกภายใน" not in str(log)
