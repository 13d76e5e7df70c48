"""What the rules found about one school: short lines that open their figures, whole sentences on demand."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.figures import FigureId, FigureKind
from lib.domain.findings import KIND_LABELS, FindingKind
from lib.services.findings import FindingsResult
from lib.services.school import SchoolView
from lib.services.school_findings import CERTAINTY, FindingLine, lines_in_sight
from lib.storage.engine import Store
from lib.ui.figure_tables import FigurePlace, show_figures, show_way_button
from lib.ui.finding_cards import SIGNS, show_sentence, title_of
from lib.ui.finding_review import show_review
from lib.ui.plain import plain
from lib.ui.state import Key, get, put
from lib.ui.way_home_stops import Stop

MOST_SHOWN = 6
_SENTENCES = "sentences"
_SIDES: tuple[tuple[FindingKind, ...], ...] = (("strength",), ("improvement_area", "watch", "data_quality"))


def show_own_findings(store: Store, view: SchoolView, result: FindingsResult) -> None:
    """The surest in sight; a line opens its figures, the whole sentences stand below to decide on."""
    st.subheader("จุดเด่นและจุดที่ควรพัฒนา")
    if not view.lines and not view.rejected:
        st.markdown("ไม่มีข้อค้นพบเฉพาะของโรงเรียนนี้ในปีที่เลือก")
        return
    shown = lines_in_sight(view.lines, MOST_SHOWN)
    for column, kinds in zip(st.columns(2, gap="medium"), _SIDES, strict=True):
        with column.container(gap=None):
            _show_side([line for line in shown if line.finding.kind in kinds], kinds)
    opened: frozenset[str] = get(Key.SCHOOL_ALL, frozenset())
    n_more = len(view.lines) - len(shown)
    more = f" (อีก {n_more:,} เรื่อง)" if n_more else ""
    st.button(
        "ซ่อนประโยคเต็ม" if _SENTENCES in opened else f"อ่านเป็นประโยคเต็มและพิจารณา{more}",
        key="school-sentences",
        type="tertiary",
        on_click=put,
        args=(Key.SCHOOL_ALL, opened ^ {_SENTENCES}),
    )
    if _SENTENCES in opened:
        _show_sentences(store, view)
    show_review(store, result.findings)


def show_quiet(view: SchoolView) -> None:
    """What was examined without finding anything, each with the reason."""
    if not view.quiet:
        return
    with st.expander(f"ดูแล้วไม่พบสิ่งที่ต่าง {len(view.quiet):,} ตัวชี้วัด"):
        st.caption("คลิกข้อความเพื่อดูที่มาของตัวเลข")
        show_figures(
            [{"ตัวชี้วัดและเหตุผล": cell.sentence} for cell in view.quiet],
            key=f"{FigurePlace.SCHOOL_QUIET}-{view.school.school_id}",
            ways={
                "ตัวชี้วัดและเหตุผล": [
                    FigureId(FigureKind.RELATION, cell.indicator_id, cell.period, view.school.school_id)
                    for cell in view.quiet
                ]
            },
        )


def _show_side(lines: Sequence[FindingLine], kinds: Sequence[FindingKind]) -> None:
    sign, colour = SIGNS[kinds[0]]
    also = "และเรื่องที่ต้องดู" if len(kinds) > 1 else ""
    st.markdown(f":{colour}[**{sign} {KIND_LABELS[kinds[0]]}{also}**]")
    if not lines:
        st.caption("ไม่มี")
    for tier, words in CERTAINTY.items():
        alike = [line for line in lines if line.finding.tier == tier]
        if alike:
            st.caption(words)
        for line in alike:
            mark, _ = SIGNS[line.finding.kind]
            show_way_button(
                Stop(finding_id=line.finding.id),
                f"{FigurePlace.SCHOOL_FINDINGS}-{line.finding.id}",
                plain(f"{mark} {line.short}"),
            )


def _show_sentences(store: Store, view: SchoolView) -> None:
    """Every line in the order of its certainty, then what was rejected."""
    for line in view.lines:
        with st.container(border=True):
            also = f" · กฎที่ชี้ทางเดียวกัน {' '.join(line.others)}" if line.others else ""
            st.markdown(f"{title_of(line.each)}{also}")
            show_sentence(store, line.each)
    for each in view.rejected:
        with st.container(border=True):
            st.markdown(title_of(each))
            show_sentence(store, each)
