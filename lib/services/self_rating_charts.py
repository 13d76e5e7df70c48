"""The matrix of own levels and results as a picture and as a workbook."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from lib.analysis.sar_frames import matrix_cells
from lib.catalog.standards import load_standards
from lib.charts.drawing import ChartTable, Drawing
from lib.charts.rating_matrix import make_rating_matrix
from lib.charts.spec import ChartSpec
from lib.domain.self_rating_matrix import UNMEASURED_LABELS, Measured, RatedSchool, SelfRatingMatrix
from lib.report.table_workbook import make_table_workbook
from lib.services.self_rating_matrix import CAPTION

if TYPE_CHECKING:
    import pandas as pd

WITHOUT_LEVEL = "ไม่ระบุหรือไม่ตรงกันเอง"
_SIDES = {
    Measured.LOW: "low",
    Measured.LIKELY_LOW: "likely",
    Measured.SAME: "same",
    Measured.LIKELY_HIGH: "likely",
    Measured.HIGH: "high",
}
_READING = (
    "แถว = ระดับที่โรงเรียนให้ตนเอง สดมภ์ = ผลเทียบกับเขต ตัวเลข = จำนวนโรงเรียน · "
    "กรอบหนา = ไปคนละทางเกินความผันผวน · ลายเส้นเฉียง = น่าจะต่าง แต่ยังไม่แน่"
)
_HEADER = (
    "รหัสโรงเรียน", "โรงเรียน", "กลุ่มโรงเรียน", "ระดับที่ประเมินตนเอง", "ระดับจากทั้งมาตรฐาน", "ที่มาในรายงาน",
    "สถานะรายงาน", "ผลเทียบกับเขต", "ตัวชี้วัด", "ผลของโรงเรียน", "ค่าของเขต", "ต่างจากเขต", "หมายเหตุ",
)  # fmt: skip


def level_label(level: int | None) -> str:
    """A row of the matrix: the number and the word of a level."""
    return WITHOUT_LEVEL if level is None else f"{level} {load_standards().vocabularies[0].word(level)}"


def columns_of(matrix: SelfRatingMatrix) -> tuple[Measured, ...]:
    """From the bad side to the good; mixed results and none only where a school has them."""
    seen = {school.measured for school in matrix.schools}
    optional = (Measured.MIXED, Measured.NONE)
    return tuple(each for each in Measured if each not in optional or each in seen)


def rows_of(matrix: SelfRatingMatrix) -> tuple[int | None, ...]:
    """Levels from the highest; without one only where a school has none."""
    without = any(school.level is None for school in matrix.schools)
    return (5, 4, 3, 2, 1, None) if without else (5, 4, 3, 2, 1)


def draw_matrix(matrix: SelfRatingMatrix, indicator: str) -> Drawing:
    """The picture of a matrix.

    Args:
        indicator: what the levels are laid against, in words.
    """
    cells = matrix_cells(
        _cell(matrix, level, measured) for level in rows_of(matrix) for measured in columns_of(matrix)
    )
    year = matrix.submitted.academic_year_be
    spec = ChartSpec(
        title=message(matrix),
        subtitle=f"{matrix.about.name} กับ{indicator} · จำนวนโรงเรียน · n = {len(matrix.schools):,} แห่ง · "
        f"ปีการศึกษา {year}",
        footnote="ที่มา: รายงานการประเมินตนเองของสถานศึกษา และผลในระบบของปีการศึกษาเดียวกัน",
        axis="",
        reading=_READING,
    )
    name = f"ระดับที่ประเมินตนเองกับผล {matrix.about.number} ระดับ{matrix.about.level_of_education.label} {year}"
    return Drawing(make_rating_matrix(cells, spec), spec, name, partial(_cells_table, cells))


def _cell(
    matrix: SelfRatingMatrix, level: int | None, measured: Measured
) -> tuple[str, str, str, int, bool, str]:
    n = len(matrix.cell(level, measured))
    return (
        level_label(level),
        measured.label.replace("เกินความ", "|เกินความ").replace("และ", "|และ"),
        _SIDES.get(measured, "other"),
        n,
        (matrix.is_high(level) and measured is Measured.LOW)
        or (matrix.is_low(level) and measured is Measured.HIGH),
        f"ประเมินตนเอง {level_label(level)} และผล{measured.label}: {n:,} แห่ง",
    )


def message(matrix: SelfRatingMatrix) -> str:
    """How many disagree each way, of how many."""
    n = len(matrix.schools)
    over, under = len(matrix.overrated), len(matrix.underrated)
    if not over and not under:
        return f"ยังไม่พบโรงเรียนที่ระดับกับผลไปคนละทางเกินความผันผวน จาก {n:,} แห่ง"
    return f"ประเมินตนเองสูงแต่ผลด้อยกว่าเขต {over:,} แห่ง ประเมินต่ำแต่ผลดีกว่า {under:,} แห่ง จาก {n:,} แห่ง"


def make_matrix_workbook(matrix: SelfRatingMatrix, indicator: str) -> bytes:
    """Every school of the matrix with each result that lies on a side, by cluster and name."""
    title = (
        f"{matrix.about.name} กับ{indicator}",
        f"ปีการศึกษา {matrix.submitted.academic_year_be} · {message(matrix)}",
        CAPTION,
    )
    rows = [row for school in matrix.schools for row in _school_rows(school)]
    return make_table_workbook("ระดับกับผล", title, _HEADER, rows)


def _school_rows(school: RatedSchool) -> Sequence[Sequence[str | float | None]]:
    head = (
        school.school_id,
        school.name,
        school.cluster,
        WITHOUT_LEVEL if school.level is None else school.level_label,
        "ใช่" if school.by_standard else "",
        school.source,
        "ยืนยันแล้ว" if school.confirmed else "ฉบับร่าง",
        school.measured.label,
    )
    told = [result for result in school.results if result.own]
    if not told:
        return [(*head, "", "", "", "", school.doubt or why_unmeasured(school))]
    return [
        (*head, result.indicator, result.own, result.against, result.apart,
         " · ".join(note for note in (result.measured.label, school.doubt) if note))
        for result in told
    ]  # fmt: skip


def why_unmeasured(school: RatedSchool) -> str:
    """Why nothing was compared, each reason once; empty where something was."""
    if school.measured is not Measured.NONE:
        return ""
    reasons = dict.fromkeys(result.unmeasured for result in school.results if result.unmeasured)
    return " · ".join(UNMEASURED_LABELS[reason] for reason in reasons)


def _cells_table(cells: "pd.DataFrame") -> ChartTable:
    columns = {"row": "ระดับที่ประเมินตนเอง", "column": "ผลเทียบกับเขต", "n_schools": "จำนวนโรงเรียน (แห่ง)"}
    plain = cells.assign(column=[text.replace("|", "") for text in cells["column"]])
    return ChartTable(
        tuple(columns.values()),
        tuple(tuple(row) for row in plain[list(columns)].itertuples(index=False, name=None)),
    )
