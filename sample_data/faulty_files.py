"""One workbook full of faults to try the import with, and the list of what was planted where."""

from dataclasses import dataclass

from sample_data import academic_truth, general_truth
from sample_data.academic_files import open_schools
from sample_data.file_bytes import workbook_bytes
from sample_data.grids import CODED, Cell, Column, Grid, make_grid
from sample_data.school_list import YEARS

FILE_NAME = "ไฟล์ที่มีข้อผิดพลาด.xlsx"
_YEAR = YEARS[-1]
_SWAPPED, _WRONG_N, _CELLS = "O-NET สลับคอลัมน์", "NT จำนวนผิด", "RT หลายอย่าง"
_TWO_YEARS, _FRACTION, _COUNTS = "สองปี", "สัดส่วน", "ออกกลางคัน"


@dataclass(frozen=True, slots=True)
class PlantedFault:
    """One fault of the workbook.

    Attributes:
        code: issue code it must be reported under; ``reconciliation`` for an area row that cannot be met.
        cell: where it is reported, empty for a whole sheet.
    """

    code: str
    sheet: str
    cell: str
    what: str


PLANTED = (
    PlantedFault("reconciliation", _SWAPPED, "E122", "ภาษาอังกฤษกับคณิตศาสตร์ของรายโรงเรียนสลับกัน แถวเขตถูกต้อง"),
    PlantedFault("reconciliation", _SWAPPED, "F122", "คอลัมน์คณิตศาสตร์สลับกับภาษาอังกฤษ แถวเขตพื้นที่ถูกต้อง"),
    PlantedFault("reconciliation", _WRONG_N, "D123", "จำนวนผู้เข้าสอบของโรงเรียนหนึ่งพิมพ์ผิด ค่าเขตจึงไม่ตรง"),
    PlantedFault("reconciliation", _WRONG_N, "E123", "ผลของจำนวนที่พิมพ์ผิดในคอลัมน์ถัดไป"),
    PlantedFault("S15", _CELLS, "A5", "รหัสและชื่อโรงเรียนที่ไม่มีในทะเบียน"),
    PlantedFault("S13", _CELLS, "A8", "โรงเรียนเดียวกันสองแถว (7 และ 8) ค่าต่างกัน"),
    PlantedFault("V07", _CELLS, "D9", "คะแนน 178.5 เกิน 100"),
    PlantedFault("V06", _CELLS, "E10", "คะแนนติดลบ"),
    PlantedFault("V03", _CELLS, "D11", "ข้อความในช่องตัวเลข"),
    PlantedFault("V02", _CELLS, "E12", "สูตรที่แสดง #DIV/0!"),
    PlantedFault("V05", _CELLS, "D13", "จุลภาคแทนจุดทศนิยม 81,5"),
    PlantedFault("V04", _CELLS, "E14", "สระไทยหลงหน้าตัวเลขที่ E14 และเลขไทยที่ D15 อ่านให้และแจ้งจำนวน"),
    PlantedFault("S15", _CELLS, "A16", "ไม่มีรหัส และชื่อนี้มีสองโรงเรียน"),
    PlantedFault("S15", _CELLS, "A17", "รหัสเป็นของโรงเรียนหนึ่ง แต่ชื่อเป็นของอีกโรงเรียนหนึ่ง"),
    PlantedFault("S19", _CELLS, "A18", "แถวมีตัวเลขแต่ไม่มีรหัสและชื่อ"),
    PlantedFault("S22", _CELLS, "F3", "หัวคอลัมน์ที่ไม่มีในพจนานุกรม"),
    PlantedFault("P01", _TWO_YEARS, "A3", "ชื่อเรื่องมีสองปีการศึกษา"),
    PlantedFault("V08", _FRACTION, "D4", "ร้อยละพิมพ์เป็นสัดส่วน 0 ถึง 1 ทั้งคอลัมน์"),
    PlantedFault("V20", _COUNTS, "E6", "ออกกลางคันมากกว่านักเรียนต้นปี"),
    PlantedFault("V21", _COUNTS, "E8", "ร้อยละไม่ตรงกับจำนวน"),
)  # fmt: skip


def faulty_files() -> dict[str, bytes]:
    """The workbook and a README that lists its faults."""
    grids = [_swapped(), _wrong_n(), _cells(), _two_years(), _fraction(), _counts()]
    lines = [
        "# ไฟล์ที่มีข้อผิดพลาด",
        "",
        f"`{FILE_NAME}` มีข้อผิดพลาดที่ใส่ไว้ตั้งใจ ใช้ลองหน้านำเข้าข้อมูล ข้อมูลทั้งหมดเป็นเรื่องสมมติ",
        "คำสั่ง `demo` ไม่นำเข้าไฟล์นี้",
        "",
        "| รหัส | ชีต | เซลล์ | สิ่งที่ผิด |",
        "|---|---|---|---|",
        *(f"| {fault.code} | {fault.sheet} | {fault.cell or '-'} | {fault.what} |" for fault in PLANTED),
    ]
    return {FILE_NAME: workbook_bytes(grids), "README.md": ("\n".join(lines) + "\n").encode()}


def _swapped() -> Grid:
    found = academic_truth.onet("ป.6", _YEAR)
    columns = [
        Column(("จำนวนผู้เข้าสอบ",), found["thai"], "n"),
        Column(("ภาษาไทย",), found["thai"]),
        Column(("ภาษาอังกฤษ",), found["english"]),
        Column(("คณิตศาสตร์",), found["math"]),
        Column(("วิทยาศาสตร์",), found["science"]),
    ]
    title = f"ผลการทดสอบ O-NET ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา {_YEAR}"
    grid = make_grid(_SWAPPED, (title,), CODED, columns, open_schools(_YEAR), total="ระดับเขตพื้นที่")
    rows = [list(row) for row in grid.rows]
    for row in rows[2:-1]:
        row[4], row[5] = row[5], row[4]
    return _again(grid, rows)


def _wrong_n() -> Grid:
    found = academic_truth.nt(_YEAR)
    columns = [
        Column(("จำนวนผู้เข้าสอบ",), found["thai"], "n"),
        Column(("ด้านภาษาไทย",), found["thai"]),
        Column(("ด้านคณิตศาสตร์",), found["math"]),
    ]
    title = f"ผลการประเมิน NT ชั้นประถมศึกษาปีที่ 3 ปีการศึกษา {_YEAR}"
    grid = make_grid(_WRONG_N, (title, ""), CODED, columns, open_schools(_YEAR), total="ระดับเขตพื้นที่")
    rows = [list(row) for row in grid.rows]
    rows[3:-1] = _with_one_wrong_count(rows[3:-1], rows[-1])
    return _again(grid, rows)


def _with_one_wrong_count(schools: list[list[Cell]], area: list[Cell]) -> list[list[Cell]]:
    """A digit too many in the count of the school that stands farthest from the area in both parts."""

    def distance(row: list[Cell]) -> float:
        return min(abs(_number(row[place]) - _number(area[place])) for place in (3, 4))

    farthest = max((row for row in schools if row[2] != "-"), key=distance)
    farthest[2] = int(_number(farthest[2])) * 10 + 1
    return schools


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else 0.0


def _cells() -> Grid:
    found = academic_truth.rt(_YEAR)
    columns = [
        Column(("จำนวนผู้เข้าสอบ",), found["aloud"], "n"),
        Column(("การอ่านออกเสียง",), found["aloud"]),
        Column(("การอ่านรู้เรื่อง",), found["comprehension"]),
    ]
    title = f"ผลการประเมินความสามารถด้านการอ่าน (RT) ชั้นประถมศึกษาปีที่ 1 ปีการศึกษา {_YEAR}"
    schools = [school for school in open_schools(_YEAR) if school.smis in found["aloud"].figures][40:56]
    grid = make_grid(_CELLS, (title, ""), CODED, columns, schools, total="")
    rows = [[*row, None] if len(row) > 1 else list(row) for row in grid.rows]
    rows[2][5] = "ความเห็นของกรรมการ"
    rows[4][:2] = ["99019999", "บ้านไม่มีในทะเบียนเลย"]
    rows[7] = [*rows[6][:3], 41.25, 39.5, None]
    rows[8][3] = 178.5
    rows[9][4] = -3
    rows[10][3] = "ยังไม่ส่งผล"
    rows[11][4] = "=1/0"
    rows[12][3] = "81,5"
    rows[13][4] = "ิ62.50"
    rows[14][3] = "๗๑.๒๕"
    rows[15][:2] = [None, "บ้านหนองดาวเรียง"]
    rows[16][1] = schools[0].name
    rows[17][:2] = [None, None]
    return _again(grid, rows)


def _two_years() -> Grid:
    found = academic_truth.quality_levels(_YEAR)
    titles = (f"ผลการประเมินตนเองของสถานศึกษา ปีการศึกษา {_YEAR - 1}", f"ปรับปรุงจากรายงานปีการศึกษา {_YEAR}")
    columns = [Column(("ระดับคุณภาพ SAR",), found)]
    return make_grid(_TWO_YEARS, titles, CODED, columns, open_schools(_YEAR)[:20], total="")


def _fraction() -> Grid:
    found = academic_truth.qualities(_YEAR)["character"]
    columns = [
        Column(("จำนวนผู้เรียนทั้งหมด",), found, "n"),
        Column(("คุณลักษณะอันพึงประสงค์ (ร้อยละ)",), found),
    ]
    titles = (f"คุณลักษณะอันพึงประสงค์ ปีการศึกษา {_YEAR}", "")
    grid = make_grid(_FRACTION, titles, CODED, columns, open_schools(_YEAR)[:30], total="")
    rows = [list(row) for row in grid.rows]
    for row in rows[3:]:
        row[3] = round(_number(row[3]) / 100, 4)
    return _again(grid, rows)


def _counts() -> Grid:
    found = general_truth.enrolment(_YEAR)["dropout"]
    columns = [
        Column(("จำนวนนักเรียนต้นปี",), found, "n"),
        Column(("ออกกลางคัน (คน)",), found, "x"),
        Column(("ออกกลางคัน (ร้อยละ)",), found),
    ]
    titles = (f"นักเรียนออกกลางคัน ปีการศึกษา {_YEAR}", "")
    grid = make_grid(_COUNTS, titles, CODED, columns, open_schools(_YEAR)[:30], total="")
    rows = [list(row) for row in grid.rows]
    rows[5][2:5] = [9, 12, 1.5]
    rows[7][2:5] = [80, 2, 7.9]
    return _again(grid, rows)


def _again(grid: Grid, rows: list[list[Cell]]) -> Grid:
    return Grid(grid.name, tuple(tuple(row) for row in rows), grid.n_titles, grid.n_headers, grid.merged)
