"""Levels by cluster and size, over the years, and how schools moved from one year to the next."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.assessment_synthesis import GroupKind, LevelSynthesis, SynthesisGroup
from lib.domain.documents import Block, Table, TableColumn
from lib.domain.level_changes import Direction, LevelChange
from lib.domain.sar_report_content import LevelHistory, SarReportContent
from lib.report.sar_parts import count_text, high_word, n_high, pct_text, said

_CLUSTER = "กลุ่มโรงเรียน"
_PRINTED = (GroupKind.CLUSTER, GroupKind.SIZE)


def group_blocks(content: SarReportContent, level: LevelSynthesis, words: ReportWords) -> list[Block]:
    """One table per kind of group: its Ns, and how many schools of it are high in each standard."""
    blocks: list[Block] = []
    for kind in _PRINTED:
        groups = [group for group in content.synthesis.groups if group.kind is kind]
        if groups:
            blocks.append(_group_table(groups, kind, level, words))
    return blocks or [said(words.phrases["groups_none"])]


def year_blocks(history: LevelHistory, level: LevelSynthesis, words: ReportWords) -> list[Block]:
    """The years side by side, then the moves of the schools that are in both."""
    if len(history.years) < 2:
        return [said(words.phrases["years_none"])]
    name = level.level_of_education.label
    rows = tuple((str(each.academic_year_be), *_shares(each.level, level)) for each in history.years)
    caption = words.say("years_caption", word=high_word(level), level=name)
    columns = (TableColumn("ปีการศึกษา", width_cm=2.4), *_share_columns(level, words))
    blocks: list[Block] = [Table(caption, columns, rows, note=words.phrases["years_note"])]
    moved = [change for change in history.changes if change.n_both]
    if moved:
        blocks.append(_change_table(moved, name, words))
    return blocks


def _group_table(
    groups: Sequence[SynthesisGroup], kind: GroupKind, level: LevelSynthesis, words: ReportWords
) -> Table:
    rows, bold = [], frozenset({len(groups)})
    for group in groups:
        own = next(each for each in group.levels if each.level_of_education is level.level_of_education)
        rows.append((group.label.removeprefix(_CLUSTER).strip(), *_shares(own, level)))
    rows.append(("รวม", *_shares(level, level)))
    caption = words.say(
        "groups_caption", word=high_word(level), group=kind.label, level=level.level_of_education.label
    )
    columns = (TableColumn(kind.label, width_cm=3.6), *_share_columns(level, words))
    return Table(caption, columns, tuple(rows), note=words.phrases["groups_note"], bold_rows=bold)


def _share_columns(level: LevelSynthesis, words: ReportWords) -> tuple[TableColumn, ...]:
    columns = [TableColumn("เปิดสอน", "right", 1.5), TableColumn("รายงาน", "right", 1.5)]
    for row in level.standards:
        head = words.say("standard_short", number=row.standard)
        columns += [TableColumn("แห่ง", "right", 1.2, head), TableColumn("ร้อยละ", "right", 1.6, head)]
    return tuple(columns)


def _shares(own: LevelSynthesis, whole: LevelSynthesis) -> tuple[str, ...]:
    """Ns of a group or year, and its high schools per standard of the report's own table."""
    by_standard = {row.standard: row for row in own.standards}
    cells = [count_text(own.n_offering), count_text(own.n_counted)]
    for row in whole.standards:
        mine = by_standard.get(row.standard)
        high = n_high(mine) if mine else 0
        cells += [count_text(high), pct_text(high, own.n_counted)] if own.n_counted else ["–", "–"]
    return tuple(cells)


def _change_table(changes: Sequence[LevelChange], name: str, words: ReportWords) -> Table:
    columns = [TableColumn("มาตรฐาน", width_cm=6.4), TableColumn("ทั้งสองปี", "right", 1.6)]
    for way in Direction:
        columns += [
            TableColumn("แห่ง", "right", 1.0, way.label),
            TableColumn("ร้อยละ", "right", 1.5, way.label),
        ]
    rows = []
    for change in changes:
        cells = [words.say("standard_name", number=change.standard, name=change.name).strip()]
        cells.append(count_text(change.n_both))
        for way in Direction:
            cells += [count_text(change.n(way)), pct_text(change.n(way), change.n_both)]
        rows.append(tuple(cells))
    caption = words.say(
        "changes_caption",
        level=name,
        before=str(changes[0].from_year_be),
        now=str(changes[0].to_year_be),
    )
    return Table(caption, tuple(columns), tuple(rows), note=words.phrases["changes_note"])
