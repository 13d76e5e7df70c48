"""Files of ด้านการบริหารทั่วไป: pupils per grade from the school system, care, safety, satisfaction."""

from collections.abc import Sequence

from sample_data import general_truth as truth
from sample_data.academic_files import open_schools
from sample_data.file_bytes import csv_bytes, workbook_bytes
from sample_data.grids import CODED, Cell, Column, Grid, make_grid
from sample_data.office_names import AREA_CODE, OFFICE_NAME, OFFICE_SHORT
from sample_data.school_list import (
    EARLY_GRADES,
    LOWER_GRADES,
    PRIMARY_GRADES,
    SampleSchool,
    boys,
    pupils,
    rooms,
)

_UPPER_GRADES = ("ม.4", "ม.5", "ม.6", "ปวช.1", "ปวช.2", "ปวช.3")
_BLOCKS = (
    ("ก่อนประถม", EARLY_GRADES),
    ("ประถม", PRIMARY_GRADES),
    ("ม.ต้น", LOWER_GRADES),
    ("ม.ปลายและเทียบเท่า", _UPPER_GRADES),
)


def general_files(year_be: int) -> dict[str, bytes]:
    """File name → content."""
    when, fiscal_be = f"ปีการศึกษา {year_be}", year_be + 1
    office = [_integrity(fiscal_be), _satisfaction(fiscal_be), _buildings(year_be)]
    return {
        f"{year_be}-1-schoolmis-{AREA_CODE}_{OFFICE_SHORT}.csv": csv_bytes(_pupil_list(year_be)),
        f"ดูแลช่วยเหลือนักเรียน {when}.xlsx": workbook_bytes([_care(year_be), _enrolment(year_be)]),
        f"บริหารทั่วไป ปีงบประมาณ {fiscal_be}.xlsx": workbook_bytes(office),
    }


def _pupil_list(year_be: int) -> Grid:
    """The school system's own list: boys, girls, both and rooms of every grade, with subtotals."""
    head: list[Cell] = ["รหัสเขต", "ชื่อเขต", "รหัสโรงเรียน", "ชื่อโรงเรียน"]
    for name, grades in _BLOCKS:
        for grade in grades:
            head += [f"{grade} ชาย", f"{grade} หญิง", f"รวม{grade}", f"{grade} ห้อง"]
        head += [f"รวม{name} ชาย", f"รวม{name} หญิง", f"รวม{name}", f"รวมห้อง{name}"]
    head += ["รวมทั้งหมด ชาย", "รวมทั้งหมด หญิง", "รวมทั้งหมด", "รวมห้องทั้งหมด"]
    rows: list[tuple[Cell, ...]] = [tuple(head)]
    for school in open_schools(year_be):
        whole = [0, 0, 0, 0]
        cells: list[Cell] = [AREA_CODE, OFFICE_SHORT, school.smis, school.name]
        for _, grades in _BLOCKS:
            block = [_counts(school, year_be, grade) for grade in grades]
            cells += [count for counts in block for count in counts]
            subtotal = _added(block)
            cells += subtotal
            whole = _added([whole, subtotal])
        rows.append((*cells, *whole))
    return Grid("", tuple(rows))


def _counts(school: SampleSchool, year_be: int, grade: str) -> list[int]:
    if grade in _UPPER_GRADES:
        return [0, 0, 0, 0]
    both, male = pupils(school, year_be, grade), boys(school, year_be, grade)
    return [male, both - male, both, rooms(school, year_be, grade)]


def _added(parts: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*parts, strict=True)]


def _care(year_be: int) -> Grid:
    found = truth.care(year_be)
    columns = [
        Column(("เยี่ยมบ้าน", "นักเรียนที่ต้องเยี่ยมบ้าน"), found["homevisit"], "n"),
        Column(("เยี่ยมบ้าน", "เยี่ยมบ้านแล้ว (คน)"), found["homevisit"], "x"),
        Column(("เยี่ยมบ้าน", "ร้อยละ"), found["homevisit"]),
        Column(("การคัดกรอง SDQ", "คัดกรอง SDQ (คน)"), found["sdq"], "n"),
        Column(("การคัดกรอง SDQ", "SDQ เสี่ยง/มีปัญหา (คน)"), found["sdq"], "x"),
        Column(("การคัดกรอง SDQ", "SDQ เสี่ยง/มีปัญหา (ร้อยละ)"), found["sdq"]),
        Column(("ภาวะโภชนาการ", "ชั่งวัด (คน)"), found["nutrition"], "n"),
        Column(("ภาวะโภชนาการ", "สูงดีสมส่วน (คน)"), found["nutrition"], "x"),
        Column(("ภาวะโภชนาการ", "สูงดีสมส่วน (ร้อยละ)"), found["nutrition"]),
    ]
    title = f"ระบบดูแลช่วยเหลือนักเรียน ปีการศึกษา {year_be}"
    return make_grid(
        "ดูแลช่วยเหลือ", (title, OFFICE_NAME), CODED, columns, open_schools(year_be), by_district=True
    )


def _enrolment(year_be: int) -> Grid:
    found = truth.enrolment(year_be)
    columns = [
        Column(("จำนวนนักเรียนต้นปี",), found["dropout"], "n"),
        Column(("ออกกลางคัน (คน)",), found["dropout"], "x"),
        Column(("ออกกลางคัน (ร้อยละ)",), found["dropout"], show="percent_text" if year_be == 2568 else "plain"),
        Column(("นักเรียนปลายปี",), found["retention"], "x"),
        Column(("อัตราการคงอยู่",), found["retention"]),
    ]
    title = f"นักเรียนออกกลางคันและการคงอยู่ ปีการศึกษา {year_be}"
    return make_grid("ออกกลางคัน", (title,), CODED, columns, open_schools(year_be), numbered=True)


def _buildings(year_be: int) -> Grid:
    found = truth.buildings(year_be)
    columns = [
        Column(("อาคารชำรุด (หลัง)",), found["damaged"]),
        Column(("รอบ DMC ทั้งหมด",), found["dmc"], "n"),
        Column(("ยืนยัน DMC ทันกำหนด (รอบ)",), found["dmc"], "x"),
        Column(("ยืนยัน DMC (ร้อยละ)",), found["dmc"]),
    ]
    title = f"อาคารสถานที่และข้อมูลสารสนเทศ ปีการศึกษา {year_be}"
    return make_grid("อาคารและข้อมูล", (title,), CODED, columns, open_schools(year_be))


def _integrity(fiscal_be: int) -> Grid:
    found = truth.integrity(fiscal_be)
    columns = [
        Column(("คะแนน ITA",), found["ita"]),
        Column(("ความปลอดภัย", "มาตรการทั้งหมด"), found["safety"], "n"),
        Column(("ความปลอดภัย", "มาตรการที่ดำเนินการแล้ว"), found["safety"], "x"),
        Column(("ความปลอดภัย", "มาตรการที่ดำเนินการแล้ว (ร้อยละ)"), found["safety"]),
        Column(("ภัยพิบัติ", "จำนวนสถานศึกษาทั้งหมด"), found["disaster"], "n"),
        Column(("ภัยพิบัติ", "มีแผนจัดการภัยพิบัติ (แห่ง)"), found["disaster"], "x"),
        Column(("ภัยพิบัติ", "แผนภัยพิบัติ (ร้อยละ)"), found["disaster"]),
        Column(("ควบคุมภายใน", "รายงานที่ต้องส่ง"), found["control"], "n"),
        Column(("ควบคุมภายใน", "รายงานที่ส่งทันกำหนด"), found["control"], "x"),
        Column(("ควบคุมภายใน", "ส่งรายงานควบคุมภายใน (ร้อยละ)"), found["control"]),
    ]
    title = f"คุณธรรม ความโปร่งใส และความปลอดภัยในสถานศึกษา ปีงบประมาณ {fiscal_be}"
    schools = open_schools(fiscal_be - 1)
    return make_grid("ITA และความปลอดภัย", (title,), CODED, columns, schools, total="ระดับเขตพื้นที่")


def _satisfaction(fiscal_be: int) -> Grid:
    found = truth.satisfaction(fiscal_be)
    columns = [
        Column(("จำนวนผู้ตอบ",), found["mean"], "n"),
        Column(("ความพึงพอใจ (ค่าเฉลี่ย)",), found["mean"]),
        Column(("S.D. ความพึงพอใจ",), found["mean"], "sd"),
        Column(("พึงพอใจ (คน)",), found["share"], "x"),
        Column(("ร้อยละความพึงพอใจ",), found["share"]),
    ]
    title = f"ความพึงพอใจของผู้รับบริการ ปีงบประมาณ {fiscal_be}"
    return make_grid("ความพึงพอใจ", (title,), CODED, columns, open_schools(fiscal_be - 1), total="ระดับเขตพื้นที่")
