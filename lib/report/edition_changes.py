"""What changed since the edition before, as marks in a document and a short annex."""

from dataclasses import replace

from lib.domain.documents import Block, Document, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.report_editions import EditionChanges
from lib.report.compose_parts import bullets
from lib.thai.dates import format_moment

_MOST_ROWS = 200
_COLUMNS = (
    TableColumn("ตัวเลข", width_cm=6.4),
    TableColumn("ฉบับก่อน", "right", 3.9),
    TableColumn("ฉบับนี้", "right", 3.9),
    TableColumn("", "center", 1.8),
)


def with_changes(document: Document, changes: EditionChanges) -> Document:
    """The document with changed figures marked and สิ่งที่เปลี่ยนจากฉบับก่อน as its last annex."""
    if changes.is_empty:
        return document
    marked = frozenset(each.figure_id for each in changes.figures if each.now)
    return replace(document, blocks=(*document.blocks, *_annex(changes)), changed=marked)


def _annex(changes: EditionChanges) -> list[Block]:
    made = format_moment(changes.made_at)
    blocks: list[Block] = [
        Heading(1, f"ภาคผนวก สิ่งที่เปลี่ยนจากฉบับที่ {changes.number}"),
        Paragraph((Run(f"เทียบกับฉบับที่ {changes.number} ออกเมื่อ {made} ตัวเลขที่เปลี่ยนมีเส้นใต้คู่ในรายงาน"),)),
    ]
    if changes.figures:
        shown = changes.figures[:_MOST_ROWS]
        rest = len(changes.figures) - len(shown)
        blocks.append(
            Table(
                "ตัวเลขที่เปลี่ยน",
                _COLUMNS,
                tuple(
                    (each.where, _breaking(each.printed), _breaking(each.now), each.change.value)
                    for each in shown
                ),
                note=f"และอีก {rest:,} ค่า ดูรายการครบในหน้ารายงานของโปรแกรม" if rest else "",
                key="edition_changes",
            )
        )
    for title, lines in (
        ("ข้อค้นพบที่เพิ่ม", changes.findings_added),
        ("ข้อค้นพบที่ไม่มีแล้ว", changes.findings_gone),
        ("ส่วนที่แก้ข้อความ", changes.sections),
    ):
        if lines:
            blocks += [Heading(3, title), bullets(lines)]
    return blocks


def _breaking(printed: str) -> str:
    """A figure that may break between its parts: these columns are narrower than those it was printed in."""
    return printed.replace("\u00a0", " ") or "–"
