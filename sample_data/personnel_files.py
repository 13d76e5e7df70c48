"""Files of ด้านการบริหารงานบุคคล: a workbook per academic year, and one staff export of the school system."""

from sample_data import personnel_truth as truth
from sample_data.academic_files import open_schools
from sample_data.chance import count_of
from sample_data.file_bytes import html_bytes, workbook_bytes
from sample_data.grids import CODED, Column, Grid, make_grid
from sample_data.measures import Measure, count_measure
from sample_data.office_names import OFFICE_NAME
from sample_data.school_list import SampleSchool, teachers

_STAFF = ("ครู", "พนักงานราชการ", "ลูกจ้างประจำ", "ลูกจ้างชั่วคราว")


def personnel_files(year_be: int) -> dict[str, bytes]:
    """File name → content."""
    sheets = [_staffing(year_be), _development(year_be + 1), _welfare(year_be + 1)]
    files = {f"ข้อมูลบุคลากร ปีการศึกษา {year_be}.xlsx": workbook_bytes(sheets)}
    if year_be == 2568:
        files[f"จำนวนบุคลากร ปีการศึกษา {year_be}.xls"] = html_bytes(_staff_export(year_be))
    return files


def _staffing(year_be: int) -> Grid:
    found = truth.staffing(year_be)
    columns = [
        Column(("จำนวนนักเรียน",), found["heads"]),
        Column(("อัตรากำลังครู", "ครูตามเกณฑ์"), found["gap_pct"], "n"),
        Column(("อัตรากำลังครู", "จำนวนครู"), found["ratio"], "n"),
        Column(("อัตรากำลังครู", "ขาด/เกิน (คน)"), found["gap"]),
        Column(("อัตรากำลังครู", "ขาด/เกิน (ร้อยละ)"), found["gap_pct"]),
        Column(("อัตราส่วนครูต่อนักเรียน",), found["ratio"], show="ratio"),
        Column(("จำนวนห้องเรียน",), found["per_room"], "n"),
        Column(("นักเรียนต่อห้องเรียน",), found["per_room"]),
        Column(("ตำแหน่งผู้บริหารว่าง (ตำแหน่ง)",), found["vacancy"]),
        Column(("ครูผู้สอน (คน)",), found["out_of_field"], "n"),
        Column(("ครูสอนไม่ตรงเอก (คน)",), found["out_of_field"], "x"),
        Column(("ร้อยละครูสอนไม่ตรงเอก",), found["out_of_field"]),
        Column(("ข้าราชการครู (คน)",), found["retire"], "n"),
        Column(("เกษียณใน 5 ปี (คน)",), found["retire"], "x"),
        Column(("เกษียณใน 5 ปี (ร้อยละ)",), found["retire"]),
        Column(("ขอย้าย (คน)",), found["transfer"]),
    ]
    return make_grid(
        "อัตรากำลัง",
        (f"ข้อมูลอัตรากำลังครู ณ วันที่ 10 มิถุนายน ปีการศึกษา {year_be}", OFFICE_NAME),
        CODED,
        columns,
        open_schools(year_be),
        by_district=True,
    )


def _development(fiscal_be: int) -> Grid:
    found = truth.development(fiscal_be)
    columns = [
        Column(("จำนวนข้าราชการครู",), found["standing"], "n"),
        Column(("มีวิทยฐานะ (คน)",), found["standing"], "x"),
        Column(("ร้อยละครูมีวิทยฐานะ",), found["standing"]),
        Column(("ผ่าน PA (คน)",), found["agreement"], "x"),
        Column(("ผ่าน PA (ร้อยละ)",), found["agreement"]),
        Column(("ครูและบุคลากรทั้งหมด",), found["trained"], "n"),
        Column(("ได้รับการพัฒนา (คน)",), found["trained"], "x"),
        Column(
            ("ได้รับการพัฒนา (ร้อยละ)",), found["trained"], show="percent_text" if fiscal_be == 2568 else "plain"
        ),
        Column(("ชั่วโมงการพัฒนา (ชม./คน)",), found["hours"]),
    ]
    title = f"การพัฒนาครูและบุคลากร ปีงบประมาณ พ.ศ. {fiscal_be}"
    return make_grid("การพัฒนา", (title,), CODED, columns, open_schools(fiscal_be - 1), numbered=True)


def _welfare(fiscal_be: int) -> Grid:
    found = truth.welfare(fiscal_be)
    columns = [
        Column(("จำนวนผู้ตอบ",), found["morale"], "n"),
        Column(("ขวัญและกำลังใจ",), found["morale"]),
        Column(("S.D. ขวัญกำลังใจ",), found["morale"], "sd"),
        Column(("เรื่องร้องเรียน/วินัย (เรื่อง)",), found["discipline"]),
    ]
    title = f"ขวัญกำลังใจและวินัย ปีงบประมาณ พ.ศ. {fiscal_be}"
    return make_grid("ขวัญกำลังใจ", (title,), CODED, columns, open_schools(fiscal_be - 1))


def _staff_export(year_be: int) -> Grid:
    schools = open_schools(year_be)
    columns: list[Column] = []
    everyone: dict[str, list[float]] = {"ชาย": [], "หญิง": []}
    for kind in _STAFF:
        men = [float(_men(school, kind, year_be)) for school in schools]
        women = [float(_staff(school, kind, year_be)) - one for school, one in zip(schools, men, strict=True)]
        for sex, counts in (("ชาย", men), ("หญิง", women)):
            columns.append(Column((kind, sex), _counted(schools, counts)))
            everyone[sex] = [
                a + b for a, b in zip(everyone[sex] or [0.0] * len(schools), counts, strict=True)
            ]
    columns += [Column(("รวม", sex), _counted(schools, counts)) for sex, counts in everyone.items()]
    both = [a + b for a, b in zip(everyone["ชาย"], everyone["หญิง"], strict=True)]
    columns.append(Column(("รวม", "ทั้งหมด"), _counted(schools, both)))
    return make_grid("", (), CODED, columns, schools, total="รวม")


def _staff(school: SampleSchool, kind: str, year_be: int) -> int:
    if kind == "ครู":
        return teachers(school, year_be)
    share = {"พนักงานราชการ": 0.25, "ลูกจ้างประจำ": 0.2, "ลูกจ้างชั่วคราว": 0.55}[kind]
    return count_of(truth.other_staff(school), share, "staff", kind, school.smis)


def _men(school: SampleSchool, kind: str, year_be: int) -> int:
    return count_of(_staff(school, kind, year_be), 0.34, "men", kind, school.smis)


def _counted(schools: list[SampleSchool], counts: list[float]) -> Measure:
    by_code = {school.smis: count for school, count in zip(schools, counts, strict=True)}
    return count_measure(schools, lambda school: by_code[school.smis])
