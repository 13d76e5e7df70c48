"""The statements of one theme: what each says, of which school and page, and why it is here."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.theme_synthesis import ThemeCount, ThemedStatement, ThemeSynthesis
from lib.services.sar_themes import theme_name
from lib.ui.figure_tables import FigurePlace, show_figures, show_way_button
from lib.ui.pickers import keep_within
from lib.ui.plain import plain
from lib.ui.sar_desk import SarDesk
from lib.ui.sar_theme_choice import ThemeChoices
from lib.ui.sar_theme_moves import show_move, versions_seen
from lib.ui.state import Key, get, put
from lib.ui.way_home_said import way_of
from lib.ui.way_home_stops import Stop

_CARDS, _SCHOOLS = 12, 6
_NONE = ""


def show_one_theme(sar: SarDesk, synthesis: ThemeSynthesis, chosen: ThemeChoices) -> None:
    """Pick a theme, or those without one; its clusters and statements."""
    counts = {each.theme_id: each for each in synthesis.of(chosen.kind, chosen.level)}
    left = [each for each in synthesis.statements if chosen.takes(each) and not each.theme_id]
    options = [*counts, *([_NONE] if left else [])]
    keep_within(Key.SAR_THEME_OPEN, options)
    theme_id = st.selectbox(
        "อ่านข้อความของเรื่อง",
        options,
        format_func=theme_name,
        key=Key.SAR_THEME_OPEN,
        on_change=lambda: put(Key.SAR_THEME_SHOWN, _CARDS),
    )
    seen = versions_seen(sar.store)
    if theme_id == _NONE:
        _show_unthemed(sar, synthesis, chosen, seen)
        return
    count = counts[theme_id]
    st.caption(f"{count.n_schools:,} แห่ง {count.n_statements:,} ข้อความ")
    if not chosen.clusters and len(count.clusters) > 1:
        with st.expander("แยกตามกลุ่มโรงเรียน"):
            _show_clusters(chosen, count)
    _show_cards(sar, _wordings(count.quotes), seen)


def _show_clusters(chosen: ThemeChoices, count: ThemeCount) -> None:
    clusters = count.clusters
    show_figures(
        [
            {
                "กลุ่มโรงเรียน": each.cluster or "ไม่ระบุกลุ่ม",
                "โรงเรียนที่กล่าวถึง": f"{each.n_schools:,} จาก {each.n_submitted:,}",
            }
            for each in clusters
        ],
        key=f"{FigurePlace.SAR_THEME_CLUSTERS}-{chosen.key}-{count.theme_id}",
        ways={
            "โรงเรียนที่กล่าวถึง": [
                Stop(said=chosen.figure(count.theme_id, cluster=each.cluster))
                if each.n_schools and each.cluster
                else None
                for each in clusters
            ]
        },
    )


def _show_unthemed(
    sar: SarDesk, synthesis: ThemeSynthesis, chosen: ThemeChoices, seen: dict[str, int]
) -> None:
    """Those without a theme, alike ones under one another; a whole group can be moved at once."""
    n_left = sum(chosen.takes(each) and not each.theme_id for each in synthesis.statements)
    st.caption(f"{n_left:,} ข้อความ ไม่มีคำของเรื่องใด และไม่คล้ายข้อความที่จัดไว้แล้ว ย้ายเข้าเรื่องได้ทีละข้อความหรือทั้งกลุ่ม")
    groups = [
        group
        for group in synthesis.unthemed
        if (group.kind, group.level_of_education) == (chosen.kind, chosen.level)
    ]
    shown = get(Key.SAR_THEME_SHOWN, _CARDS)
    for group in groups[:shown]:
        wordings = _wordings(group.quotes)
        if len(wordings) == 1:
            _show_card(sar, wordings[0], seen)
            continue
        with st.container(border=True):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**ข้อความคล้ายกัน {len(wordings):,} ข้อความ จาก {group.n_schools:,} แห่ง**")
                show_move(sar.store, group.quotes, seen, label="ย้ายทั้งกลุ่ม")
            for each in wordings:
                _show_card(sar, each, seen)
    _show_more(len(groups), shown)


def _show_cards(sar: SarDesk, wordings: Sequence[tuple[ThemedStatement, ...]], seen: dict[str, int]) -> None:
    shown = get(Key.SAR_THEME_SHOWN, _CARDS)
    for each in wordings[:shown]:
        _show_card(sar, each, seen)
    _show_more(len(wordings), shown)


def _show_more(n_all: int, shown: int) -> None:
    if n_all > shown:
        st.button(
            f"แสดงเพิ่ม (เหลืออีก {n_all - shown:,})",
            key="theme-more",
            on_click=lambda: put(Key.SAR_THEME_SHOWN, shown + 2 * _CARDS),
        )


def _show_card(sar: SarDesk, said: tuple[ThemedStatement, ...], seen: dict[str, int]) -> None:
    """One wording with every school that writes it."""
    first = said[0]
    with st.container(border=True):
        text, move = st.columns([7, 2], vertical_alignment="center")
        text.markdown(plain(first.text))
        with move:
            show_move(sar.store, said, seen)
        reasons = [first.basis.label] if first.by_person or not first.why else []
        same = [f"ข้อความเดียวกัน {len(said):,} แห่ง"] if len(said) > 1 else []
        st.caption(plain(" · ".join([*same, *reasons, *first.why])))
        with st.container(horizontal=True, vertical_alignment="center"):
            for place, each in enumerate(said[:_SCHOOLS]):
                label = plain(" · ".join(filter(None, (each.school_name, each.place.label))))
                show_way_button(Stop(said=way_of(each)), f"theme-said-{first.key[:16]}-{place}", label)
            if len(said) > _SCHOOLS:
                st.caption(f"และอีก {len(said) - _SCHOOLS:,} แห่ง (คลิกจำนวนในตารางเพื่อดูทุกแห่ง)")


def _wordings(quotes: Sequence[ThemedStatement]) -> list[tuple[ThemedStatement, ...]]:
    """Statements of one wording together, those of most schools first."""
    together: dict[str, list[ThemedStatement]] = {}
    for each in quotes:
        together.setdefault(each.key, []).append(each)
    return sorted(map(tuple, together.values()), key=lambda said: -len({each.school_id for each in said}))
