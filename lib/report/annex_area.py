"""The sheets that a reader recomputes: the area's figures and schools by level, as formulas over the data."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from lib.domain.annex import AreaLine, Way
from lib.domain.bound_figures import BoundFigure, PlacedFigure
from lib.report.annex_book import AnnexBook
from lib.report.annex_data import Stretch, WrittenBlock, level_counts
from lib.report.annex_names import quoted
from lib.report.annex_numbers import number_format, printed_number
from lib.thai.numerals import format_number, round_half_up

WAYS: dict[Way, str] = {
    "weighted_mean": "ค่าเฉลี่ยถ่วงน้ำหนักด้วย n",
    "sum": "ผลรวม",
    "median": "ค่ากลางของโรงเรียน",
    "stated": "ค่าที่ไฟล์แจ้ง",
}
_COLUMNS = (
    ("รหัสตัวชี้วัด", 30),
    ("ตัวชี้วัด", 50),
    ("หน่วย", 12),
    ("ปี", 20),
    ("วิธีรวม", 22),
    ("ผล", 14),
    ("n รวม", 12),
    ("โรงเรียนที่มีค่า", 11),
    ("เกณฑ์ ไม่ต่ำกว่า", 11),
    ("เกณฑ์ ไม่เกิน", 11),
    ("โรงเรียนถึงเกณฑ์", 11),
    ("ร้อยละที่ถึง", 11),
    ("เปลี่ยนไป", 12),
    ("เทียบกับปี", 10),
    ("ผลที่พิมพ์ในรายงาน", 14),
    ("ตรงกัน", 10),
    ("ข้อมูลรายโรงเรียน", 16),
)
_RESULT, _N, _SCHOOLS, _LOW, _HIGH, _REACHED, _SHARE, _CHANGE, _SINCE, _PRINTED, _SAME, _LINK = range(5, 17)
_LEVEL_COLUMNS = (
    ("รหัสตัวชี้วัด", 30), ("ตัวชี้วัด", 50), ("ปี", 20), ("ระดับ", 20), ("โรงเรียน (แห่ง)", 14), ("ร้อยละ", 12),
)  # fmt: skip
_PLACES_KEPT = 10  # as the analysis keeps, so that a binary remainder never turns a five


@dataclass(slots=True)
class AreaCells:
    """Where the area's figures stand: figure id with its measure → cell, as a formula names it."""

    cells: dict[str, str] = field(default_factory=dict)
    placed: list[PlacedFigure] = field(default_factory=list)


def write_area(book: AnnexBook, page: Worksheet, written: Iterable[WrittenBlock]) -> AreaCells:
    """One row per indicator and period; its figures are formulas, their values kept beside them."""
    about = "ผล n และจำนวนโรงเรียนเป็นสูตรที่อ้างแผ่นข้อมูลรายโรงเรียน ปัดครึ่งขึ้นสองตำแหน่งแล้วจึงเทียบเกณฑ์"
    heads = [name for name, _ in _COLUMNS]
    top = book.begin(page, ("ค่าของเขตทุกตัวชี้วัด", about), heads, [width for _, width in _COLUMNS])
    found, row = AreaCells(), top
    at: dict[tuple[str, int], int] = {}
    for row, block in enumerate(written, start=top + 1):
        at[block.area.indicator_id, block.area.period.year_be] = row
        _write_row(book, page, row, block, at.get((block.area.indicator_id, block.area.since_be)))
        _bind(page, row, block.area, found)
    page.autofilter(top, 0, max(row, top), len(_COLUMNS) - 1)
    return found


def _write_row(book: AnnexBook, page: Worksheet, row: int, block: WrittenBlock, earlier: int | None) -> None:
    area, stretch = block.area, block.stretch
    shown = number_format(area.decimals)
    for column, text in enumerate(
        (area.indicator_id, area.name, area.unit, area.period.label, WAYS[area.way])
    ):
        book.line(page, row, column, text)

    def cell(column: int, at: int = row) -> str:
        return str(xl_rowcol_to_cell(at, column))

    result = round_half_up(area.value, area.decimals)
    if stretch is None:
        book.put(page, row, _RESULT, result, shown)
    else:
        book.formula(page, row, _RESULT, area_formula(area, stretch), result, shown)
    if stretch is not None and area.n is not None:
        book.formula(page, row, _N, f"=ROUND(SUM({stretch.weights}),0)", round(area.n), "#,##0")
    else:
        book.put(page, row, _N, None)
    if stretch is not None:
        book.formula(page, row, _SCHOOLS, f"=COUNT({stretch.values})", area.n_schools, "#,##0")
    else:
        book.put(page, row, _SCHOOLS, None)
    goal = area.goal
    book.put(page, row, _LOW, goal.low if goal else None, "#,##0.00")
    book.put(page, row, _HIGH, goal.high if goal else None, "#,##0.00")
    if stretch is not None and goal is not None and area.n_meeting is not None:
        tests = [f"(ROUND({stretch.values},2)>={cell(_LOW)})"] if goal.low is not None else []
        tests += [f"(ROUND({stretch.values},2)<={cell(_HIGH)})"] if goal.high is not None else []
        book.formula(page, row, _REACHED, f"=SUMPRODUCT(1*{'*'.join(tests)})", area.n_meeting, "#,##0")
        share = round_half_up(100 * area.n_meeting / area.n_schools)
        formula = f"=ROUND(100*{cell(_REACHED)}/{cell(_SCHOOLS)},2)"
        book.formula(page, row, _SHARE, formula, share, "#,##0.00")
    else:
        book.put(page, row, _REACHED, None)
        book.put(page, row, _SHARE, None)
    signed = number_format(area.decimals, signed=True)
    if area.change is not None and earlier is not None and area.decimals == 2:
        formula = f"=ROUND({cell(_RESULT)}-{cell(_RESULT, earlier)},2)"
        book.formula(page, row, _CHANGE, formula, area.change, signed)
    else:
        book.put(page, row, _CHANGE, area.change, signed)
    book.put(page, row, _SINCE, area.since_be or None, "0")
    printed = printed_number(area.printed)
    if printed is not None:
        book.put(page, row, _PRINTED, printed[0], shown)
        formula = f'=IF({cell(_RESULT)}={cell(_PRINTED)},"ตรง","ไม่ตรง")'
        book.formula(page, row, _SAME, formula, "ตรง" if printed[0] == result else "ไม่ตรง", "@")
    else:
        book.put(page, row, _PRINTED, None)
        book.put(page, row, _SAME, None)
    if stretch is not None:
        page.write_url(row, _LINK, f"internal:{stretch.start}", book.link, "เปิดดู")


def area_formula(area: AreaLine, stretch: Stretch) -> str:
    """The area's figure over its schools, rounded half up as printed."""
    made = {
        "weighted_mean": f"SUMPRODUCT({stretch.values},{stretch.weights})/SUM({stretch.weights})",
        "sum": f"SUM({stretch.values})",
        "median": f"MEDIAN({stretch.values})",
    }[area.way]
    return f"=ROUND(ROUND({made},{_PLACES_KEPT}),{area.decimals})"


def write_levels(book: AnnexBook, page: Worksheet, written: Iterable[WrittenBlock]) -> None:
    """Schools by level of the indicators that have a scale."""
    about = "นับจากคอลัมน์ระดับในแผ่นข้อมูลรายโรงเรียน ระดับมาจากค่าที่ปัดสองตำแหน่งแล้ว"
    heads = [name for name, _ in _LEVEL_COLUMNS]
    top = book.begin(page, ("จำนวนโรงเรียนตามระดับ", about), heads, [width for _, width in _LEVEL_COLUMNS])
    row = top
    for row, (block, level, count) in enumerate(level_counts(written), start=top + 1):
        area, stretch = block.area, block.stretch
        for column, text in enumerate((area.indicator_id, area.name, area.period.label, level)):
            book.line(page, row, column, text)
        if stretch is None:
            continue
        at = f"{xl_rowcol_to_cell(row, 3)}", f"{xl_rowcol_to_cell(row, 4)}"
        book.formula(page, row, 4, f"=COUNTIF({stretch.levels},{at[0]})", count, "#,##0")
        share = round_half_up(100 * count / area.n_schools)
        book.formula(page, row, 5, f"=ROUND(100*{at[1]}/COUNT({stretch.values}),2)", share, "#,##0.00")
    page.autofilter(top, 0, max(row, top), len(_LEVEL_COLUMNS) - 1)


def _bind(page: Worksheet, row: int, area: AreaLine, found: AreaCells) -> None:
    """Figure, n and change of a row, under the names the report gives them."""
    told = (
        ("value", _RESULT, format_number(area.value, area.decimals), area.value),
        ("n", _N, format_number(area.n, 0), area.n),
        ("change", _CHANGE, _signed(area), area.change),
    )
    for measure, column, text, value in told:
        if value is not None and (measure == "value" or area.n_schools):
            place = xl_rowcol_to_cell(row, column)
            figure_id = f"{area.figure_id}|{measure}"
            found.cells[figure_id] = f"{quoted(page.get_name())}!{place}"
            bound = BoundFigure(figure_id, text, value, area.n, area.unit)
            found.placed.append(PlacedFigure(f"{page.get_name()}!{place}", bound))


def _signed(area: AreaLine) -> str:
    text = format_number(area.change, area.decimals)
    return f"+{text}" if (area.change or 0) > 0 else text
