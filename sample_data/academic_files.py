"""Files of ด้านวิชาการ in the shapes offices send them, one year after the other."""

from sample_data import academic_truth as truth
from sample_data.file_bytes import csv_bytes, workbook_bytes
from sample_data.grids import CODE, CODED, Column, Grid, Identity, Show, make_grid, thai_digits
from sample_data.measures import Figure, Measure
from sample_data.office_names import AREA_CODE, OFFICE_NAME, OFFICE_SHORT
from sample_data.school_list import SampleSchool, all_schools

_SUBJECTS = {
    "thai": "ภาษาไทย",
    "english": "ภาษาอังกฤษ",
    "math": "คณิตศาสตร์",
    "science": "วิทยาศาสตร์",
    "social": "สังคมศึกษา",
}
_SHORT_SUBJECTS = {"thai": "ไทย", "english": "อังกฤษ", "math": "คณิตศาสตร์", "science": "วิทยาศาสตร์"}
_GRADED = {
    "thai": "ภาษาไทย", "math": "คณิตศาสตร์", "science": "วิทยาศาสตร์และเทคโนโลยี",
    "social": "สังคมศึกษา ศาสนา และวัฒนธรรม", "health": "สุขศึกษาและพลศึกษา", "art": "ศิลปะ",
    "career": "การงานอาชีพ", "foreign": "ภาษาต่างประเทศ", "mean": "รวม 8 กลุ่มสาระ",
}  # fmt: skip
_EARLY = {
    "body": "ด้านร่างกาย",
    "emotion": "ด้านอารมณ์ จิตใจ",
    "social": "ด้านสังคม",
    "mind": "ด้านสติปัญญา",
    "all4": "รวม 4 ด้าน",
}
PREFIXED = Identity(("โรงเรียน",), lambda school: f"โรงเรียน{school.name}")
DIGITS_OTHERWISE = Identity(("โรงเรียน",), lambda school: _other_spelling(school.name))


def academic_files(year_be: int) -> dict[str, bytes]:
    """File name → content."""
    when = f"ปีการศึกษา {year_be}"
    return {
        f"O-NET ป.6 {when}.{'csv' if year_be == 2566 else 'xlsx'}": _onet_p6(year_be),
        f"O-NET ม.3 {when}.xlsx": workbook_bytes([_onet_grid("ม.3", year_be)]),
        f"NT ป.3 {when}.{'xlsx' if year_be == 2568 else 'csv'}": _nt(year_be),
        f"RT ป.1 {when}.xlsx": workbook_bytes([_rt_grid(year_be)]),
        f"คุณภาพผู้เรียน {when}.xlsx": workbook_bytes(
            [_grades_grid(year_be), _qualities_grid(year_be), _early_grid(year_be), _levels_grid(year_be)]
        ),
        f"การนิเทศ ปีงบประมาณ {year_be + 1}.csv": _visits(year_be + 1),
    }


def open_schools(year_be: int) -> list[SampleSchool]:
    return [school for school in all_schools() if school.is_open(year_be)]


def _onet_p6(year_be: int) -> bytes:
    if year_be != 2566:
        return workbook_bytes([_onet_grid("ป.6", year_be)])
    found = truth.onet("ป.6", year_be)
    columns = [
        Column(("จน.นร.",), found["thai"], "n"),
        *(Column((name,), found[key]) for key, name in _SHORT_SUBJECTS.items()),
        Column(("เฉลี่ย",), found["mean"]),
    ]
    return csv_bytes(_result_list(columns, year_be, "โรงเรียน"), encoding="cp874")


def _result_list(columns: list[Column], year_be: int, name_header: str) -> Grid:
    """A plain list whose last rows carry the codes of the area and of the nation."""
    names = Identity((name_header,), lambda school: school.name)
    grid = make_grid("", (), (CODE, names), columns, open_schools(year_be), total="ระดับเขตพื้นที่", outside=True)
    n_schools = len(open_schools(year_be))
    area, nation = grid.rows[1 + n_schools], grid.rows[-1]
    last = ((AREA_CODE, "ระดับเขตพื้นที่", *area[2:]), ("00000000", "ระดับประเทศ", *nation[2:]))
    return Grid("", (*grid.rows[: 1 + n_schools], *last))


def _onet_grid(grade: str, year_be: int) -> Grid:
    found = truth.onet(grade, year_be)
    columns = [Column(("จำนวนผู้เข้าสอบ",), found["thai"], "n")]
    for key, name in _SUBJECTS.items():
        if key in found:
            columns += [Column((name, "คะแนนเฉลี่ย"), found[key]), Column((name, "S.D."), found[key], "sd")]
            columns += _half_columns(name, found[f"{key}_50"], year_be) if key != "social" else []
    columns.append(Column(("เฉลี่ยทุกวิชา",), found["mean"]))
    long = "ประถมศึกษาปีที่ 6" if grade == "ป.6" else "มัธยมศึกษาปีที่ 3"
    title = f"ผลการทดสอบทางการศึกษาระดับชาติขั้นพื้นฐาน (O-NET) ชั้น{long} ปีการศึกษา {year_be}"
    schools = [school for school in open_schools(year_be) if grade in school.grades]
    return make_grid(
        f"O-NET {grade}",
        (thai_digits(title) if year_be == 2568 else title, OFFICE_NAME),
        (CODE, DIGITS_OTHERWISE if year_be == 2567 else PREFIXED),
        columns,
        schools,
        total="ระดับเขตพื้นที่",
        outside=True,
        numbered=year_be == 2568,
        note="ที่มา : สำนักงานตัวอย่าง ข้อมูลสมมติทั้งหมด",
    )


def _half_columns(name: str, measure: Measure, year_be: int) -> list[Column]:
    if year_be == 2568:
        return [Column((name, "50 ขึ้นไป (คน)"), measure, "x"), Column((name, "50 ขึ้นไป"), measure)]
    return [Column((name, "ร้อยละ 50 ขึ้นไป"), measure)]


def _nt(year_be: int) -> bytes:
    found = truth.nt(year_be)
    if year_be == 2568:
        return workbook_bytes([_nt_grid(found, year_be)])
    columns = [
        Column(("น.ร.(คน)",), found["thai"], "n"),
        Column(("ภาษา",), found["thai"]),
        Column(("คำนวณ",), found["math"]),
        Column(("เหตุผล",), Measure({smis: _zero() for smis in found["thai"].figures})),
        Column(("รวมเฉลี่ย",), found["both"]),
    ]
    grid = _result_list(columns, year_be, "ชื่อโรงเรียน")
    return csv_bytes(grid, delimiter=";") if year_be == 2567 else csv_bytes(grid)


def _zero() -> Figure:
    """The part of the test that is no longer held; files print 0 for it."""
    return Figure(0.0, 1)


def _nt_grid(found: dict[str, Measure], year_be: int) -> Grid:
    columns = [
        Column(("จำนวนนักเรียนที่เข้าสอบ",), found["thai"], "n"),
        Column(("คะแนนเฉลี่ยร้อยละ", "ด้านภาษาไทย"), found["thai"], show="thai"),
        Column(("คะแนนเฉลี่ยร้อยละ", "ด้านคณิตศาสตร์"), found["math"], show="thai"),
        Column(("คะแนนเฉลี่ยร้อยละ", "รวม 2 ด้าน"), found["both"], show="thai"),
    ]
    return make_grid(
        "NT ป.3",
        (thai_digits(f"ผลการประเมินคุณภาพผู้เรียน (NT) ชั้นประถมศึกษาปีที่ 3 ปีการศึกษา {year_be}"), OFFICE_NAME),
        CODED,
        columns,
        open_schools(year_be),
        total="ระดับเขตพื้นที่การศึกษา",
        outside=True,
        numbered=True,
    )


def _rt_grid(year_be: int) -> Grid:
    found = truth.rt(year_be)
    columns = [Column(("จำนวนผู้เข้าสอบ",), found["aloud"], "n")]
    for key, name in (("aloud", "การอ่านออกเสียง"), ("comprehension", "การอ่านรู้เรื่อง")):
        good = found[f"{key}_good"]
        columns += [Column((name, "คะแนนเฉลี่ย"), found[key]), Column((name, "S.D."), found[key], "sd")]
        if year_be == 2566:
            columns.append(Column((name, "ระดับดีขึ้นไป"), good, "x_and_value"))
        else:
            columns += [
                Column((name, "ระดับดีขึ้นไป (คน)"), good, "x"),
                Column((name, "ระดับดีขึ้นไป"), good, show="percent_text" if year_be == 2567 else "plain"),
            ]
    columns.append(Column(("รวม 2 ด้าน",), found["both"]))
    return make_grid(
        "RT ป.1",
        (f"ผลการประเมินความสามารถด้านการอ่าน (RT) ชั้นประถมศึกษาปีที่ 1 ปีการศึกษา {year_be}", OFFICE_SHORT),
        CODED,
        columns,
        open_schools(year_be),
        by_district=True,
        total="รวมทั้งสิ้น" if year_be != 2567 else "รวมทั้งสิน",
        outside=True,
        numbered=True,
    )


def _grades_grid(year_be: int) -> Grid:
    found = truth.grades(year_be)
    show: Show = "percent_text" if year_be == 2567 else "plain"
    columns = [Column(("จำนวนผู้เรียนที่มีเกรด",), found["mean"], "n")]
    columns += [Column((name,), found[key], show=show) for key, name in _GRADED.items()]
    title = f"ร้อยละของผู้เรียนที่มีผลการเรียนระดับ 3 ขึ้นไป รายกลุ่มสาระการเรียนรู้ ปีการศึกษา {year_be}"
    return make_grid(
        "ผลการเรียน", (title, OFFICE_SHORT), CODED, columns, open_schools(year_be), total="ระดับเขตพื้นที่"
    )


def _qualities_grid(year_be: int) -> Grid:
    found = truth.qualities(year_be)
    show: Show = "percent_cell" if year_be == 2568 else "plain"
    columns = [
        Column(("จำนวนผู้เรียนทั้งหมด",), found["reading"], "n"),
        Column(("GPAX เฉลี่ย",), truth.grades(year_be)["gpax"]),
        Column(("อ่าน คิดวิเคราะห์ และเขียน ระดับดีขึ้นไป",), found["reading"], show=show),
        Column(("คุณลักษณะอันพึงประสงค์ ระดับดีขึ้นไป",), found["character"], show=show),
        Column(("สมรรถนะสำคัญ ระดับดีขึ้นไป",), found["competency"], show=show),
        Column(("จำนวนที่ประเมิน",), found["c8"], "n"),
        Column(("คะแนนเฉลี่ย 8C",), found["c8"]),
        Column(("จำนวนนักเรียนที่คัดกรอง",), found["literacy_fail"], "n"),
        Column(("อ่านไม่ออกเขียนไม่ได้ (คน)",), found["literacy_fail"], "x"),
        Column(("อ่านไม่ออกเขียนไม่ได้ (ร้อยละ)",), found["literacy_fail"]),
        Column(("จำนวนผลการเรียนทั้งหมด",), found["failed"], "n"),
        Column(("จำนวน 0 ร มส",), found["failed"], "x"),
        Column(("ร้อยละติด 0 ร มส",), found["failed"]),
    ]
    title = f"คุณภาพผู้เรียนรายโรงเรียน ปีการศึกษา {year_be}"
    return make_grid("คุณลักษณะ", (title,), CODED, columns, open_schools(year_be), numbered=True)


def _early_grid(year_be: int) -> Grid:
    found = truth.early_childhood(year_be)
    columns = [Column(("จำนวนเด็กที่ประเมิน",), found["body"], "n")]
    columns += [Column(("ระดับดีขึ้นไป (ร้อยละ)", name), found[key]) for key, name in _EARLY.items()]
    schools = [school for school in open_schools(year_be) if school.has_early]
    return make_grid("ปฐมวัย", (f"ผลการประเมินพัฒนาการเด็กปฐมวัย ปีการศึกษา {year_be}",), CODED, columns, schools)


def _levels_grid(year_be: int) -> Grid:
    further = truth.further_study(year_be)
    columns = [
        Column(("ระดับคุณภาพ SAR",), truth.quality_levels(year_be)),
        Column(("ผู้จบ ม.3",), further, "n"),
        Column(("ศึกษาต่อ ม.3 (คน)",), further, "x"),
        Column(("ร้อยละศึกษาต่อ ม.3",), further),
    ]
    title = f"ผลการประเมินตนเองของสถานศึกษาและการศึกษาต่อ ปีการศึกษา {year_be}"
    return make_grid("SAR และศึกษาต่อ", (title,), CODED, columns, open_schools(year_be), total="เฉลี่ย")


def _visits(fiscal_be: int) -> bytes:
    columns = [Column(("จำนวนครั้งที่นิเทศ",), truth.visits(fiscal_be))]
    grid = make_grid("", (), CODED, columns, open_schools(fiscal_be - 1), total="", numbered=True)
    return csv_bytes(grid, encoding="cp874", delimiter=";")


def _other_spelling(name: str) -> str:
    """The same school as another group of the office spells it."""
    text = name.translate(str.maketrans("0123456789๐๑๒๓๔๕๖๗๘๙", "๐๑๒๓๔๕๖๗๘๙0123456789"))
    return text.replace(" (", "(").replace("ราษฎร์", "ราษฏร์").replace("รังสฤษฎ์", "รังสฤษฏ์")
