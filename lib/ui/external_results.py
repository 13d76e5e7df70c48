"""Results of external assessment: counts by standard and word, and the schools they rest on."""

import streamlit as st

from lib.catalog.external_rounds import load_external_rounds
from lib.domain.external_board import PhaseCounts, SchoolOutcome
from lib.domain.external_figures import ExternalCount
from lib.thai.dates import format_date
from lib.thai.numerals import format_number
from lib.ui.external_desk import ROW_HEIGHT, ExternalDesk, pick_cluster, table_height
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.pickers import keep_within
from lib.ui.plain import plain
from lib.ui.state import Key
from lib.ui.way_home_stops import Stop

_NOTHING = "ยังไม่มีผลประเมินภายนอกในระบบ เลือก “รับข้อมูล” ด้านบน แล้วแนบไฟล์ผลหรือกรอกเอง"


def show_results(desk: ExternalDesk) -> None:
    """One round at a time: a table per phase and level of education, then its schools."""
    counts = desk.board.counts
    if not counts:
        st.info(_NOTHING)
        return
    rounds = {each.round_id: each.round_name for each in counts}
    keep_within(Key.EXTERNAL_ROUND, rounds)
    round_id = st.segmented_control(
        "รอบ",
        list(rounds),
        default=next(iter(rounds)),
        format_func=rounds.__getitem__,
        key=Key.EXTERNAL_ROUND,
        required=True,
    )
    of = load_external_rounds().by_id[round_id]
    st.caption(plain(f"{of.name} {of.years}{' · ' + of.note if of.note else ''}"))
    for each in counts:
        if each.round_id == round_id:
            _show_counts(each)
    _show_schools(desk, round_id)


def _show_counts(one: PhaseCounts) -> None:
    title = f"{one.phase_name} ระดับ{one.level_name}".strip()
    st.subheader(plain(title))
    st.markdown(
        f"สถานศึกษาทั้งหมด **{one.n_schools:,}** แห่ง · เปิดสอนระดับนี้ **{one.n_offering:,}** แห่ง · "
        f"มีผลประเมิน **{one.n_assessed:,}** แห่ง"
    )
    rows: list[dict[str, str]] = []
    ways: dict[str, list[Stop | None]] = {}
    for standard in one.standards:
        row = {"มาตรฐาน": standard.name}
        for count in standard.counts:
            row[count.word] = f"{count.n:,} ({format_number(count.pct)})" if count.n else "0"
            way = ExternalCount(
                one.round_id, one.phase, one.level_of_education, standard.standard, count.word
            )
            ways.setdefault(count.word, []).append(Stop(external=way) if count.n else None)
        row["มีผล (แห่ง)"] = f"{standard.n_judged:,}"
        way = ExternalCount(one.round_id, one.phase, one.level_of_education, standard.standard)
        ways.setdefault("มีผล (แห่ง)", []).append(Stop(external=way))
        rows.append(row)
    show_figures(
        rows,
        key=f"{FigurePlace.EXTERNAL_RESULTS}-{one.round_id}-{one.phase}-{one.level_of_education}",
        ways=ways,
        row_height=ROW_HEIGHT,
        column_config={"มาตรฐาน": st.column_config.TextColumn("มาตรฐาน", width=470)},
    )
    st.caption("จำนวนแห่ง (ร้อยละของแห่งที่มีผลมาตรฐานนั้น) · คลิกตัวเลขเพื่อดูรายชื่อโรงเรียนและที่มา")


def _show_schools(desk: ExternalDesk, round_id: str) -> None:
    st.subheader("ผลรายโรงเรียน")
    left, _ = st.columns([1, 2])
    with left:
        cluster = pick_cluster(desk)
    shown = [
        each for each in desk.board.outcomes if each.round_id == round_id and cluster in ("", each.cluster)
    ]
    if not shown:
        st.info("ไม่มีผลของรอบนี้ในกลุ่มที่เลือก เลือกกลุ่มอื่นหรือทุกกลุ่ม")
        return
    heads = dict.fromkeys(_short(result.standard_name) for each in shown for result in each.results)
    rows, ways = [], {head: [_way(each, head) for each in shown] for head in heads}
    for each in shown:
        told = {_short(result.standard_name): result.result for result in each.results}
        row: dict[str, object] = {
            "โรงเรียน": each.school_name,
            "ระยะ": each.phase_name,
            "ระดับ": each.level_name,
            "ประเมินเมื่อ": format_date(each.assessed_on, short=True) if each.assessed_on else None,
        }
        row |= {head: told.get(head) for head in heads}
        row["ข้อเสนอแนะ"] = f"{each.n_recommendations:,} ข้อ ค้าง {each.n_open:,}"
        rows.append(row)
    show_figures(
        rows,
        key=f"{FigurePlace.EXTERNAL_SCHOOLS}-{round_id}",
        ways=ways,
        row_height=ROW_HEIGHT,
        height=table_height(rows),
        placeholder="–",
    )


def _short(name: str) -> str:
    """``มาตรฐานที่ 1 คุณภาพของเด็ก`` as มฐ.1: levels of education share a column."""
    word, _, rest = name.partition(" ")
    number = rest.partition(" ")[0]
    short = {"มาตรฐานที่": "มฐ.", "ตัวบ่งชี้ที่": "ตบช."}.get(word)
    return f"{short}{number}" if short and number else name


def _way(one: SchoolOutcome, head: str) -> Stop | None:
    return next((Stop(external=each.way) for each in one.results if _short(each.standard_name) == head), None)
