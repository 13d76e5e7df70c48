"""เทียบกับผลจริง: levels that schools gave themselves beside their results of the same year."""

from functools import partial

import streamlit as st

from lib.domain.assessments import LevelOfEducation
from lib.domain.periods import PeriodKind
from lib.domain.self_rating_matrix import MatrixCellId, Measured, RatedItem, SelfRatingMatrix
from lib.services.self_rating_charts import (
    columns_of,
    draw_matrix,
    level_label,
    make_matrix_workbook,
    rows_of,
)
from lib.services.self_rating_matrix import CAPTION, MatrixSource, make_matrix
from lib.thai.numerals import format_number
from lib.ui.charts import show_chart
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.frame import Desk, open_desk
from lib.ui.messages import show_empty
from lib.ui.pickers import keep_within
from lib.ui.plain import plain
from lib.ui.sar_desk import SarDesk
from lib.ui.self_rating_lists import show_disagreements
from lib.ui.self_rating_resources import matrix_source
from lib.ui.state import Key
from lib.ui.topic_schools import follow_to_school
from lib.ui.way_home_stops import Stop

_ALL = ""
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_matrix_view(sar: SarDesk) -> None:
    """Choose what was rated and what it is held against; the matrix, then the two lists."""
    follow_to_school()
    desk = open_desk()
    if sar.year_be is None or not sar.reports:
        st.info("ยังไม่มีรายงานของปีนี้ เมื่อบันทึกและยืนยันรายงานแล้ว จะเทียบระดับกับผลของปีเดียวกันที่นี่")
        return
    period = desk.periods.get(PeriodKind.ACADEMIC_YEAR)
    source = matrix_source(desk, sar.year_be) if period else None
    items = [item for item in source.items if source.has_results(item)] if source else []
    if source is None or not items:
        show_empty(
            f"ยังไม่มีผลของปีการศึกษา {sar.year_be} ที่โยงกับมาตรฐาน จึงยังเทียบกับระดับใน SAR ไม่ได้ "
            "(เช่น RT NT O-NET ผลการเรียน คุณลักษณะ พัฒนาการเด็กปฐมวัย)",
            "pages/data_import.py",
            "ไปหน้านำเข้าข้อมูล",
        )
        return
    about = _choose_item(items)
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        indicator_id = _choose_indicator(desk, source, about)
    with right:
        with_drafts = st.toggle("นับฉบับร่างด้วย", key=Key.SAR_MATRIX_DRAFTS)
    matrix = make_matrix(source, about, indicator_id, with_drafts=with_drafts)
    _show(matrix, _words(desk, matrix))


def _choose_item(items: list[RatedItem]) -> RatedItem:
    levels = [level for level in LevelOfEducation if any(i.level_of_education is level for i in items)]
    levels.sort(key=lambda level: level is not LevelOfEducation.BASIC)
    keep_within(Key.SAR_MATRIX_LEVEL, levels)
    level = st.segmented_control(
        "ระดับการศึกษา",
        levels,
        default=levels[0],
        format_func=lambda each: each.label,
        key=Key.SAR_MATRIX_LEVEL,
        required=True,
    )
    own = [item for item in items if item.level_of_education is level]
    keep_within(Key.SAR_MATRIX_ITEM, own)
    return st.selectbox(
        "มาตรฐานหรือประเด็นพิจารณา", own, format_func=lambda each: plain(each.name), key=Key.SAR_MATRIX_ITEM
    )


def _choose_indicator(desk: Desk, source: MatrixSource, about: RatedItem) -> str:
    ids = [each for each in about.indicator_ids if source.linked.has_figures(each, source.year_be)]
    known = desk.data.catalogue.by_id
    keep_within(Key.SAR_MATRIX_INDICATOR, (_ALL, *ids))
    return st.selectbox(
        "เทียบกับ",
        [_ALL, *ids],
        format_func=lambda each: plain(known[each].name) if each else f"ทุกตัวชี้วัดที่เกี่ยวข้อง ({len(ids):,})",
        key=Key.SAR_MATRIX_INDICATOR,
    )


def _words(desk: Desk, matrix: SelfRatingMatrix) -> str:
    if matrix.indicator_id:
        return desk.data.catalogue.by_id[matrix.indicator_id].name
    return f"ตัวชี้วัดที่เกี่ยวข้อง {len(matrix.indicator_ids):,} ตัว"


def _show(matrix: SelfRatingMatrix, indicator: str) -> None:
    sent = matrix.submitted
    st.markdown(
        f"สถานศึกษาทั้งหมด **{sent.n_schools:,}** แห่ง เปิดสอนระดับนี้ **{sent.n_offering:,}** แห่ง "
        f"ส่งรายงานแล้ว **{sent.n_submitted:,}** แห่ง ยืนยันแล้ว **{sent.n_confirmed:,}** แห่ง · "
        f"ในตารางนี้ **{len(matrix.schools):,}** แห่ง{_apart(matrix)}"
    )
    if not matrix.schools:
        st.info("ยังไม่มีรายงานที่ยืนยันแล้วของระดับนี้ ยืนยันรายงานในมุมมอง “ตรวจรายงาน” หรือเปิด “นับฉบับร่างด้วย”")
        return
    show_chart(draw_matrix(matrix, indicator), f"sar-matrix-{matrix.about.name}-{matrix.indicator_id}")
    _show_table(matrix)
    st.caption(CAPTION)
    _show_agreement(matrix)
    show_disagreements(matrix)
    st.download_button(
        "ดาวน์โหลดตาราง (Excel)",
        data=partial(make_matrix_workbook, matrix, indicator),
        file_name=f"ระดับที่ประเมินตนเองกับผล {matrix.about.number} ปีการศึกษา {sent.academic_year_be}.xlsx",
        mime=_XLSX,
        key="sar-matrix-xlsx",
        icon=":material/download:",
        on_click="ignore",
    )


def _show_agreement(matrix: SelfRatingMatrix) -> None:
    """How many point alike, of those that could; nothing where none could."""
    found = matrix.agreement
    if found.n:
        st.markdown(
            f"ในโรงเรียน **{found.n:,}** แห่งที่ประเมินตนเองสูง (ระดับ {matrix.high_from} ขึ้นไป) หรือต่ำ "
            f"(ระดับ {matrix.low_to} ลงไป) และผลต่างจากเขตเกินความผันผวน: "
            f"ไปทางเดียวกัน **{found.n_same:,}** แห่ง (ร้อยละ {format_number(found.pct)}) "
            f"คนละทาง **{found.n_apart:,}** แห่ง"
        )


def _apart(matrix: SelfRatingMatrix) -> str:
    other = matrix.submitted.n_other_standards
    by_standard = sum(school.by_standard for school in matrix.schools)
    told = f" · ใช้มาตรฐานชุดอื่นหรือมาตรวัดอื่น ไม่นำมาเทียบ {other:,} แห่ง" if other else ""
    return told + (f" · ใช้ระดับของทั้งมาตรฐานแทนประเด็น {by_standard:,} แห่ง" if by_standard else "")


def _show_table(matrix: SelfRatingMatrix) -> None:
    """The same counts to click on."""
    rows: list[dict[str, str]] = []
    ways: dict[str, list[Stop | None]] = {measured.short: [] for measured in columns_of(matrix)}
    for level in rows_of(matrix):
        row = {"ระดับที่ประเมินตนเอง": level_label(level)}
        for measured in columns_of(matrix):
            n = len(matrix.cell(level, measured))
            row[measured.short] = f"{n:,}" if n else "–"
            ways[measured.short].append(_stop(matrix, level, measured) if n else None)
        rows.append(row | {"รวม": f"{sum(one.level == level for one in matrix.schools):,}"})
    show_figures(rows, key=FigurePlace.SAR_MATRIX, ways=ways)
    st.caption("คลิกจำนวนเพื่อดูรายชื่อโรงเรียน · ▼ ▲ ต่างเกินความผันผวน")


def _stop(matrix: SelfRatingMatrix, level: int | None, measured: Measured) -> Stop:
    return Stop(
        matrix=MatrixCellId(
            matrix.submitted.academic_year_be,
            matrix.about.linked,
            matrix.indicator_id,
            matrix.with_drafts,
            level,
            measured,
        )
    )
