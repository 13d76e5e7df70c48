"""เรื่องที่พบบ่อย: recurring themes of what schools say of themselves, each down to its statements."""

import streamlit as st

from lib.domain.assessments import StatementKind
from lib.domain.theme_synthesis import ThemeCount, ThemeSynthesis
from lib.services.sar_themes import join_years
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.kept_messages import show_message
from lib.ui.sar_desk import SarDesk
from lib.ui.sar_resources import themed_year
from lib.ui.sar_theme_choice import KIND_WORDS, ThemeChoices, pick_themes
from lib.ui.sar_theme_moves import PLACE, show_moves
from lib.ui.sar_theme_quotes import show_one_theme
from lib.ui.state import Key, put
from lib.ui.way_home_stops import Stop

_BOTH = "ทั้งสองด้าน"
_ROW_HEIGHT = 36
_SIDES = (StatementKind.STRENGTH, StatementKind.IMPROVEMENT_AREA)


def show_themes_view(sar: SarDesk) -> None:
    """Pick a side, a level and a cluster; the themes with their schools, then the statements of one."""
    if sar.year_be is None or not sar.reports:
        st.info("ยังไม่มีรายงานของปีนี้ เมื่อบันทึกรายงานแล้ว เรื่องที่โรงเรียนกล่าวถึงซ้ำกันจะอยู่ที่นี่")
        return
    chosen = pick_themes(sar, sar.year_be)
    year = themed_year(sar.store, sar.year_be, confirmed_only=chosen.confirmed_only)
    before = themed_year(sar.store, sar.year_be - 1, confirmed_only=chosen.confirmed_only)
    n_schools = sum(not chosen.clusters or school.cluster in chosen.clusters for school in sar.schools)
    synthesis = join_years(year, before, chosen.clusters, n_schools)
    counts = synthesis.of(chosen.kind, chosen.level)
    _show_standing(synthesis, chosen, counts)
    show_message(PLACE)
    if any(chosen.takes(each) for each in synthesis.statements):
        if counts:
            _show_table(chosen, counts)
        show_one_theme(sar, synthesis, chosen)
    else:
        st.info(f"ไม่มี{chosen.kind.label}ในรายงานของระดับและกลุ่มที่เลือก")
    show_moves(sar.store)


def _show_standing(synthesis: ThemeSynthesis, chosen: ThemeChoices, counts: tuple[ThemeCount, ...]) -> None:
    """Schools and statements in one sentence, those without a theme named openly."""
    themed = sum(each.n_statements for each in counts)
    left = sum(chosen.takes(each) and not each.theme_id for each in synthesis.statements)
    level = f"ระดับ{chosen.level.label}" if chosen.level else "ทุกระดับ"
    sent = synthesis.n_submitted(chosen.level)
    told = [
        f"สถานศึกษา **{synthesis.n_schools:,}** แห่ง ส่งรายงาน{level}แล้ว **{sent:,}** แห่ง",
        f"{KIND_WORDS[chosen.kind]} **{themed + left:,}** ข้อความ",
        f"จัดเข้า **{len(counts):,}** เรื่อง **{themed:,}** ข้อความ",
    ]
    st.markdown(" · ".join([*told, *([f"ยังไม่จัดเข้าเรื่อง **{left:,}** ข้อความ"] if left else [])]))


def _show_table(chosen: ThemeChoices, counts: tuple[ThemeCount, ...]) -> None:
    ids = [each.theme_id for each in counts]
    own: list[Stop | None] = [Stop(said=chosen.figure(theme_id)) for theme_id in ids]
    ways: dict[str, list[Stop | None]] = {
        "โรงเรียน": own,
        "ร้อยละ": own,
        "ข้อความ": own,
        "ปีก่อน": [
            Stop(said=chosen.figure(each.theme_id, year_be=each.before.academic_year_be))
            if each.before
            else None
            for each in counts
        ],
    }
    if chosen.kind in _SIDES:
        ways[_BOTH] = [
            Stop(said=chosen.figure(each.theme_id, both_sides=True)) if each.n_both else None
            for each in counts
        ]
    st.caption("คลิกตัวเลขเพื่อดูโรงเรียนและหน้าในรายงาน คลิกชื่อเรื่องเพื่ออ่านข้อความด้านล่าง")
    show_figures(
        [_row(each) for each in counts],
        key=f"{FigurePlace.SAR_THEMES}-{chosen.key}",
        ways=ways,
        on_row=lambda row: put(Key.SAR_THEME_OPEN, ids[row]),
        height=_ROW_HEIGHT * (len(counts) + 1) + 3,
        row_height=_ROW_HEIGHT,
        column_config={
            "เรื่อง": st.column_config.TextColumn(width=300),
            "ประเด็น": st.column_config.TextColumn(width=72, help="ประเด็นพิจารณาของมาตรฐานที่เรื่องนี้ผูกอยู่"),
            "ร้อยละ": st.column_config.ProgressColumn(
                min_value=0, max_value=100, format="%.2f", width=112, help="ของสถานศึกษาที่ส่งรายงานระดับนี้"
            ),
            _BOTH: st.column_config.TextColumn(help="สถานศึกษาที่กล่าวถึงเรื่องนี้ทั้งเป็นจุดเด่นและเป็นจุดที่ควรพัฒนา"),
        },
    )


def _row(count: ThemeCount) -> dict[str, object]:
    row: dict[str, object] = {
        "เรื่อง": count.name,
        "ประเด็น": ", ".join(count.items) or "–",
        "โรงเรียน": f"{count.n_schools:,} จาก {count.n_submitted:,}",
        "ร้อยละ": count.pct,
        "ข้อความ": f"{count.n_statements:,}",
        "ปีก่อน": _before_words(count),
    }
    if count.kind in _SIDES:
        row[_BOTH] = f"{count.n_both:,}" if count.n_both else "–"
    return row


def _before_words(count: ThemeCount) -> str:
    return f"{count.before.n_schools:,} จาก {count.before.n_submitted:,}" if count.before else "ไม่มีรายงาน"
