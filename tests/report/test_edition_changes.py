"""The annex of what changed since the edition before."""

from datetime import UTC, datetime

from lib.domain.documents import Document, Table
from lib.domain.report_editions import ChangedFigure, EditionChanges
from lib.report.edition_changes import with_changes


def test_long_figures_break_between_their_parts_not_inside_a_number() -> None:
    figure = ChangedFigure("a", "บ้านก · ปีล่าสุด", "1,046/1,167\u00a0(89.63)", "")
    changes = EditionChanges(1, datetime(2026, 5, 1, tzinfo=UTC), (figure,), (), (), ())
    document = with_changes(Document("รายงาน", "", "", "", ()), changes)
    (table,) = [each for each in document.all_blocks() if isinstance(each, Table)]
    assert table.rows == (("บ้านก · ปีล่าสุด", "1,046/1,167 (89.63)", "–", "ตัดออก"),)
