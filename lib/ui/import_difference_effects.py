"""What a file would change in findings and report, worked out when asked."""

from collections.abc import Iterable

import streamlit as st

from lib.domain.findings import Finding
from lib.ingest.choices import ImportChoices
from lib.report.changes import DocumentChanges, TableChange
from lib.services.import_difference_effects import Effects, effects
from lib.services.import_preview import Preview
from lib.ui.frame import Desk
from lib.ui.plain import plain
from lib.ui.state import Key

_FIRST = 8
_FIRST_CELLS = 100


@st.cache_resource(max_entries=8, show_spinner=False)
def _kept(
    url: str,  # noqa: ARG001 - all of them are the key
    version: int,  # noqa: ARG001
    sha256: str,  # noqa: ARG001
    choices: ImportChoices,  # noqa: ARG001
    replaces: int | None,  # noqa: ARG001
    periods: tuple[str, ...],  # noqa: ARG001
) -> list[Effects]:
    """A place for the result: it is worked out outside, where its progress can be drawn."""
    return []


def show_effects(desk: Desk, preview: Preview, replaces: int | None) -> None:
    """Draw the button, and what was worked out once it was pressed."""
    asked = f"{Key.EFFECTS}-{preview.sha256}"
    if st.button("ดูผลต่อข้อค้นพบและรายงาน", key=f"{asked}-button"):
        st.session_state[asked] = True
    if not st.session_state.get(asked):
        return
    years = tuple(period.label for period in desk.periods.values())
    kept = _kept(desk.store.url, desk.data.version, preview.sha256, preview.choices, replaces, years)
    if not kept:
        bar = st.progress(0.0)

        def say(share: float, words: str) -> None:
            bar.progress(share, words)

        kept.append(effects(desk.store, desk.data, preview, replaces, periods=desk.periods, progress=say))
        bar.empty()
    _show(kept[0])


def _show(found: Effects) -> None:
    years = " และ".join(period.label for period in found.periods.values())
    if found.none:
        st.markdown(f"ถ้าบันทึกไฟล์นี้ ข้อค้นพบและรายงานของ{years} ไม่เปลี่ยน")
        return
    tables, sentences = found.report.tables, found.report.sentences
    st.markdown(
        f"ถ้าบันทึกไฟล์นี้ ข้อค้นพบของ{years} เพิ่ม **{len(found.appearing):,}** ข้อ "
        f"หายไป **{len(found.vanishing):,}** ข้อ เปลี่ยนข้อความ **{len(found.changed):,}** ข้อ · "
        f"รายงานเปลี่ยน **{len(tables):,}** ตาราง และข้อความ **{len(sentences):,}** แห่ง"
    )
    if found.outdated:
        st.warning(f"ข้อค้นพบที่พิจารณาแล้ว {len(found.outdated):,} ข้อจะต้องพิจารณาใหม่ เพราะตัวเลขเปลี่ยนหรือหายไป")
        _list(each.finding for each in found.outdated)
    _show_findings(found)
    if tables or sentences:
        with st.expander(f"ในรายงาน {len(tables):,} ตาราง {len(sentences):,} ข้อความ"):
            _show_report(found.report)


def _show_findings(found: Effects) -> None:
    for words, findings in (("เพิ่ม", found.appearing), ("หายไป", found.vanishing)):
        if findings:
            with st.expander(f"ข้อค้นพบที่{words} {len(findings):,} ข้อ"):
                _list(findings)
    if found.changed:
        with st.expander(f"ข้อค้นพบที่เปลี่ยนข้อความ {len(found.changed):,} ข้อ"):
            for each in found.changed[:_FIRST]:
                _show_pair(each.before, each.after)
            _say_rest(len(found.changed), _FIRST)


def _list(findings: Iterable[Finding]) -> None:
    every = tuple(findings)
    st.markdown("\n".join(f"- {plain(finding.sentence)}" for finding in every[:_FIRST]))
    _say_rest(len(every), _FIRST)


def _show_report(changes: DocumentChanges) -> None:
    for table in changes.tables:
        _show_table(table)
    for sentence in changes.sentences[:_FIRST]:
        _show_pair(sentence.before, sentence.after)
    _say_rest(len(changes.sentences), _FIRST)


def _show_table(table: TableChange) -> None:
    whole = " (ตารางใหม่)" if table.is_new else " (ไม่มีตารางนี้อีก)" if table.is_gone else ""
    st.markdown(f"**ตาราง {plain(table.caption)}**{whole}")
    rows = [f"เพิ่มแถว {plain(row)}" for row in table.added] + [f"แถวหายไป {plain(row)}" for row in table.gone]
    if rows:
        st.caption(
            " · ".join(rows[:_FIRST]) + (f" และอีก {len(rows) - _FIRST:,} แถว" if len(rows) > _FIRST else "")
        )
    if table.cells:
        st.dataframe(
            [
                {"แถว": cell.row, "คอลัมน์": cell.column, "เดิม": cell.before, "ใหม่": cell.after}
                for cell in table.cells[:_FIRST_CELLS]
            ],
            hide_index=True,
            width="stretch",
        )
        _say_rest(len(table.cells), _FIRST_CELLS)


def _show_pair(before: str, after: str) -> None:
    st.markdown(f"เดิม: {plain(before) or '–'}  \nใหม่: {plain(after) or '–'}")


def _say_rest(n: int, shown: int) -> None:
    if n > shown:
        st.caption(f"แสดง {shown:,} รายการแรกจาก {n:,} รายการ")
