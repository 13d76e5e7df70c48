"""Area rows that do not follow from their schools: other orders, one wrong number, other weights."""

from tests.corpus.grids import Grid, delimited, xlsx
from tests.corpus.schools import NAMES, S1, S3, S5, S6, S7, S8
from tests.corpus.ugly import UglyWorkbook, fault, figures

_TITLE = ("ผลการทดสอบ O-NET ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567",)
_HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์", "วิทยาศาสตร์", "ภาษาอังกฤษ")
_TEST = {
    "D": "academic.onet_p6_thai",
    "E": "academic.onet_p6_math",
    "F": "academic.onet_p6_science",
    "G": "academic.onet_p6_english",
}
_SCHOOLS = (
    (S1, NAMES[S1], 10, 40, 30, 45, 25),
    (S5, NAMES[S5], 30, 60, 35, 40, 20),
    (S6, NAMES[S6], 10, 80, 20, 50, 35),
)
# Weighted by 10, 30 and 10: 60, 31, 43 and 24.
_NATION = ("00000000", "ระดับประเทศ", None, 54.5, 33.2, 41.7, 29.1)
_ROTATED = Grid((_TITLE, _HEADER, *_SCHOOLS, ("99010000", "ระดับเขตพื้นที่", None, 60, 43, 24, 31), _NATION))
_TYPED_N = Grid(
    # 30 takers typed as 03: (10·40 + 3·60 + 10·80)/23 = 60 but stated 60, 31, 43, 24
    (
        _TITLE,
        _HEADER,
        _SCHOOLS[0],
        (S5, NAMES[S5], 3, 60, 35, 40, 20),
        _SCHOOLS[2],
        ("99010000", "ระดับเขตพื้นที่", None, 60, 31, 43, 24),
        _NATION,
    )
)
_PLAIN_MEANS = Grid(
    (_TITLE, _HEADER, *_SCHOOLS, ("99010000", "ค่าเฉลี่ยระดับเขตพื้นที่", None, 60, 28.33, 45, 26.67), _NATION)
)
_MISSING_SCHOOL = Grid(
    (
        _TITLE,
        _HEADER,
        *_SCHOOLS,
        (S7, NAMES[S7], 50, "ไม่มี", "6O", 20, 30),
        ("99010000", "ค่าเฉลี่ยระดับเขตพื้นที่", None, 60, 45.5, 31.5, 27),
    )
)
_PUPILS = (
    ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "ป.1 รวม", "ป.2 ชาย", "ป.2 หญิง", "ป.2 รวม"),
    (S1, NAMES[S1], "10", "21", "22", "8", "9", "17"),
    (S3, NAMES[S3], "8", "9", "17", "7", "6", "31"),
    (S7, NAMES[S7], "4", "5", "9", "3", "3", "6"),
    (S8, NAMES[S8], "6", "2", "8", "5", "4", "9"),
    ("", "รวม", "28", "28", "65", "23", "22", "45"),
)
_GRADES = {
    "C": "general.pupils_p1_male", "D": "general.pupils_p1_female", "E": "general.pupils_p1_total",
    "F": "general.pupils_p2_male", "G": "general.pupils_p2_female", "H": "general.pupils_p2_total",
}  # fmt: skip
_THREE = {3: S1, 4: S5, 5: S6}


def _numbers(rows: tuple[tuple[str, ...], ...]) -> Grid:
    return Grid(tuple(tuple(int(cell) if cell.isdigit() else cell for cell in row) for row in rows))


WORKBOOKS = (
    UglyWorkbook(
        "area_row_rotated",
        "The area's figures stand in another order than the header: three columns rotated, one in place.",
        "onet ป6 2567.xlsx",
        xlsx({"ข้อมูล": _ROTATED}),
        figures(_ROTATED, "ข้อมูล", 2567, _TEST, _THREE, n="C"),
        (*fault("V27", "ข้อมูล", "E6 F6 G6", "another column's figure"),),
    ),
    UglyWorkbook(
        "area_row_wrong_count",
        "One count of takers lost its zero, so that the area row follows from none of the columns but one.",
        "onet ป6 2567.xlsx",
        xlsx({"ข้อมูล": _TYPED_N}),
        figures(_TYPED_N, "ข้อมูล", 2567, _TEST, _THREE, n="C"),
        (*fault("V27", "ข้อมูล", "E6 F6 G6", "weights that are not the counts"),),
    ),
    UglyWorkbook(
        "area_row_unweighted",
        "The area row is the plain mean of the schools.",
        "onet ป6 2567.xlsx",
        xlsx({"ข้อมูล": _PLAIN_MEANS}),
        figures(_PLAIN_MEANS, "ข้อมูล", 2567, _TEST, _THREE, n="C"),
        (*fault("V27", "ข้อมูล", "E6 F6 G6", "a mean of means"),),
    ),
    UglyWorkbook(
        "area_row_without_a_school",
        "A school's figure is unreadable, so the area row cannot follow from the rest; another is missing.",
        "onet ป6 2567.xlsx",
        xlsx({"ข้อมูล": _MISSING_SCHOOL}),
        figures(_MISSING_SCHOOL, "ข้อมูล", 2567, _TEST, {**_THREE, 6: S7}, n="C", without=("D6", "E6")),
        (
            *fault("V14", "ข้อมูล", "D6", "no value"),
            *fault("V03", "ข้อมูล", "E6", "a letter O"),
            *fault("V27", "ข้อมูล", "E7", "the area with a school that cannot be read"),
        ),
    ),
    UglyWorkbook(
        "sums_with_swapped_digits",
        "Digits swapped in a school's count, in its total and in the grand total; the rest tells which.",
        "จำนวนนักเรียน 2567.csv",
        delimited(_PUPILS, "utf-8"),
        figures(_numbers(_PUPILS), "", 2567, _GRADES, {2: S1, 3: S3, 4: S7, 5: S8}),
        (
            *fault("V22", "", "E2 H3", "boys and girls give another total"),
            *fault("V27", "", "D6 E6 H6", "sums of columns that are not"),
            *fault("V22", "", "E6", "the sums' own sum"),
        ),
    ),
)
