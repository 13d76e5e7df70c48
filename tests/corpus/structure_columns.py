"""What the columns are: doubled, nameless, misspelt, sums beside their parts, two figures in one cell."""

from lib.ingest.choices import ImportChoices
from tests.corpus.grids import Grid, delimited, html_table, xlsx
from tests.corpus.schools import NAMES, S1, S2, S3, S4, S5, S6, S7, S8, S9, S10
from tests.corpus.ugly import UglyWorkbook, fault, figures

_TITLE = ("ผลการทดสอบ O-NET ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567",)
_HEADERS = Grid(
    (
        (*_TITLE, None, None, None, None, None, None, None, None, None, "พิมพ์เมื่อ 3/6/2568"),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "ภาษาไทย", "คณิตศาตร", None,
         "ผลรวมดาว", "วิทยาศาสตร์", "วิทยาศาสตร์", "อ่านออกเสียง ระดับดีขึนไป"),
        (S1, NAMES[S1], 12, 50, 50, 30, 4, 3, 33.75, 33.75, 90),
        (S2, NAMES[S2], 4, 44, 45, 28, None, 2, 31.25, 31.25, 85),
        (S3, NAMES[S3], 9, 47, 47, 29, 5, 2, "N/A", 32, 88),
        (S5, NAMES[S5], 80, 58, 58, 36, 5, 5, 40, 40, 95),
        (None, "ค่าเฉลี่ยระดับเขต", 105, 55.9, 55.9, 34.5, None, None, 38, 38, None, "ตรวจแล้ว"),
    )
)  # fmt: skip
_PARTS = Grid(
    (
        ("ข้อมูลจำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2567",),
        ("ที่", "รหัส SMIS", "โรงเรียน", "ป.1", None, None, "ป.2", None, None, "รวมประถม", None, None, "รวมทั้งสิ้น"),
        (None, None, None, "ชาย", "หญิง", "รวม", "ชาย", "หญิง", "รวม", "ชาย", "หญิง", "รวม", None),
        (1, S1, NAMES[S1], 7, 6, 13, 5, 4, 9, 12, 10, 22, 22),
        (2, S2, NAMES[S2], 0, 3, 3, 2, 2, 5, 2, 5, 7, 7),
        (3, S3, NAMES[S3], 4, 4, 8, 3, "3 คน", 6, 7, 7, 15, 15),
        (4, S4, NAMES[S4], 1, -1, 0, 1, 1, 2, 2, 0, 2, 2),
        (5, S6, NAMES[S6], 10, 12, 22, 11, 9, 20, 21, 21, 42, 42),
        (6, S6, NAMES[S6], 10, 12, 22, 11, 9, 20, 21, 21, 42, 42),
        (7, "99010O07", NAMES[S7], 4, 4, 8, 4, 4, 8, 8, 8, 16, 16),
        ("รวม", None, None, 26, 28, 54, 26, 23, 50, 52, 51, 103, 104),
    )
)
_GRADE_PARTS = {
    letter: f"general.pupils_{grade}_{sex}"
    for grade, letters in (("p1", "DEF"), ("p2", "GHI"), ("primary", "JKL"))
    for letter, sex in zip(letters, ("male", "female", "total"), strict=True)
} | {"M": "general.pupils_all_total"}
_TWO_IN_ONE = Grid(
    (
        ("ผลการประเมิน RT ชั้นประถมศึกษาปีที่ 1 ปีการศึกษา 2566",),
        ("ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "อ่านออกเสียง ระดับดีขึ้นไป", "อ่านรู้เรื่อง ระดับดีขึ้นไป"),
        (NAMES[S1], "1,200", "1,050\n(87.50)", "900 (75.00)"),
        (NAMES[S3], 40, "30\n(75.00)", "22\n(55.00%)"),
        (NAMES[S6], 50, "30\n(90.00)", "(80.00)"),
        (NAMES[S7], 8, "8 คน\n(100)", "9\n(112.50)"),
        (NAMES[S8], 10, "แปด\n(80)", "-"),
        (NAMES[S9], None, "45\n(90.00)", "40/50"),
        ("รวมทั้งสิ้น", "1,308", "1,163\n(88.91)", "971\n(74.24)"),
    )
)
_BUDGET = Grid(
    (
        ("รายงานการเบิกจ่าย ปีงบประมาณ พ.ศ. ๒๕๖๘",),
        ("ที่", "โรงเรียน", "งบประมาณที่ได้รับ", "เบิกจ่ายสะสม", "คงเหลือ", "ร้อยละการเบิกจ่าย", "สถานะ"),
        (1, NAMES[S1], "฿1,000,000.00", "930,000.-", "70,000", "93.00 %", "ปกติ"),
        (2, NAMES[S2], "500000 บาท", 410000, 90000, 82, "ปกติ"),
        (3, NAMES[S3], 250000, "สองแสน", 50000, 80, "ล่าช้า"),
        (4, NAMES[S5], 2000000, 2100000, -100000, 105, "เกิน"),
        (5, NAMES[S6], 0, 0, 0, "#DIV/0!", "ยังไม่โอน"),
        (6, "เขตพื้นที่", 9000000, 8100000, 900000, 90, None),
        (7, "สำรองจ่าย", 100000, 0, 100000, 0, None),
        (None, "รวม", 12850000, 11740000, 1110000, 91.4, None),
    )
)
_CATEGORIES = Grid(
    (
        ("หมวดงบประมาณ", "งบประมาณที่ได้รับ", "เบิกจ่ายสะสม", "คงเหลือ", "ร้อยละการเบิกจ่าย"),
        ("งบลงทุน", 100, 70, 30, 70),
        ("งบดำเนินงาน", 200, 180, 20, 90),
        ("รวม", 300, 250, 50, 83.33),
    )
)
_RATIO = Grid(
    (
        ("ที่", "โรงเรียน", "จำนวนครู", "จำนวนนักเรียน", "นักเรียนต่อครู"),
        (1, NAMES[S3], 5, 80, "1 : 16"),
        (2, NAMES[S1], 8, 120, "15 : 1"),
        (3, NAMES[S6], 12, 210, "17.5"),
        (4, NAMES[S7], 4, 64, "1 ต่อ 16"),
        (5, NAMES[S8], 0, 33, "1 : 0"),
        (6, NAMES[S9], 6, 95, "16 : 95 : 1"),
        (7, NAMES[S10], 9, 150, "๑ : ๑๗"),
    )
)
_PERCENT = Grid(
    (
        ("โรงเรียน", "จำนวนนักเรียนที่คัดกรอง", "อ่านไม่ออกเขียนไม่ได้ (คน)", "อ่านไม่ออกเขียนไม่ได้ (ร้อยละ)"),
        (NAMES[S1], 100, 3, 0.03),
        (NAMES[S3], 80, 4, 0.05),
        (NAMES[S6], 200, 20, 0.1),
        (NAMES[S7], 60, 90, 1.5),
        (NAMES[S8], "30 คน", 3, 0.1),
    ),
    formats={f"D{row}": "0.0%" for row in range(2, 7)},
)

WORKBOOKS = (
    UglyWorkbook(
        "headers_gone_wrong",
        "Doubled, nameless, misspelt and unreadable headers, words to the right of the table.",
        "คะแนน.xlsx",
        xlsx({"ข้อมูล": _HEADERS}),
        figures(
            _HEADERS,
            "ข้อมูล",
            2567,
            {"D": "academic.onet_p6_thai", "I": "academic.onet_p6_science"},
            {3: S1, 4: S2, 5: S3, 6: S5},
            n="C",
            without=("I5",),
        ),
        (
            *fault("S08", "ข้อมูล", "E2", "the same header twice, the figures differ"),
            *fault("S08", "ข้อมูล", "J2", "the same header twice"),
            *fault("S21", "ข้อมูล", "F2", "a header with letters missing"),
            *fault("S09", "ข้อมูล", "G2 G3", "figures without a header"),
            *fault("S22", "ข้อมูล", "H2", "a header that no book knows"),
            *fault("S21 S22", "ข้อมูล", "K2", "a header of another test, misspelt"),
            *fault("V14", "ข้อมูล", "I5", "a mark for nothing"),
            *fault("S09", "ข้อมูล", "L7", "a remark right of the table"),
        ),
    ),
    UglyWorkbook(
        "subtotals_beside_parts",
        "Sums beside their parts, at two levels, one of them wrong; parents written once.",
        "DMC.xlsx",
        xlsx({"Sheet1": _PARTS}),
        figures(
            _PARTS,
            "Sheet1",
            2567,
            _GRADE_PARTS,
            {4: S1, 5: S2, 6: S3, 7: S4, 8: S6, 10: S7},
            term=1,
            instead={"H6": 3},
            without=("E7",),
        ),
        (
            *fault("V22", "Sheet1", "G5:I5", "boys and girls are not the sum"),
            *fault("V22", "Sheet1", "L6", "a sum one too many"),
            *fault("V04", "Sheet1", "H6", "a unit in the cell"),
            *fault("V06 V07", "Sheet1", "E7", "minus one girl"),
            *fault("S13", "Sheet1", "B9:C9", "the same row twice"),
            *fault("S23", "Sheet1", "B10:C10", "a letter O in the code"),
        ),
    ),
    UglyWorkbook(
        "count_and_percent",
        "A count and its per cent in one cell, thousands with commas, in a web page.",
        "rt.xls",
        html_table(_TWO_IN_ONE),
        figures(
            _TWO_IN_ONE,
            "ตาราง 1",
            2566,
            {"C": "academic.rt_good_p1_aloud", "D": "academic.rt_good_p1_comprehension"},
            {3: S1, 4: S3, 5: S6, 6: S7, 7: S8, 8: S9},
            n="B",
            instead={
                "B3": 1200,
                "C3": 87.5,
                "C5": 90,
                "D3": 75,
                "C4": 75,
                "D4": 55,
                "D5": 80,
                "C6": 100,
                "C8": 90,
            },
            without=("D6", "C7", "D7", "D8"),
        ),
        (
            *fault("V21", "ตาราง 1", "C5", "30 of 50 are not ninety per cent"),
            *fault("V07", "ตาราง 1", "D6", "more than all"),
            *fault("V03", "ตาราง 1", "C7", "a count in words"),
            *fault("V14", "ตาราง 1", "D7", "a dash"),
            *fault("V03", "ตาราง 1", "D8", "a fraction"),
            *fault("F14 F24", "", "", "a web page called .xls"),
        ),
    ),
    UglyWorkbook(
        "budget_in_baht",
        "Baht signs, commas, .- behind the amount, a per cent sign, the office itself, categories.",
        "เบิกจ่าย.xlsx",
        xlsx({"รายโรงเรียน": _BUDGET, "หมวด": _CATEGORIES}),
        {
            **figures(
                _BUDGET,
                "รายโรงเรียน",
                2568,
                {"F": "budget.disburse_total_pct"},
                {3: S1, 4: S2, 5: S3, 6: S5},
                n="C",
                instead={"C3": 1_000_000, "F3": 93, "C4": 500_000},
            ),
            **figures(
                _BUDGET,
                "รายโรงเรียน",
                2568,
                {"E": "budget.remaining_total_amt"},
                {3: S1, 4: S2, 5: S3, 6: S5, 7: S6},
                instead={"E3": 70_000},
            ),
        },
        (
            *fault("V03", "รายโรงเรียน", "D5", "an amount in words"),
            *fault("V02 V03", "รายโรงเรียน", "F7", "divided by nought"),
            *fault("S15", "รายโรงเรียน", "A9:B9", "a pot that is no school"),
            *fault("S12", "หมวด", "A1", "categories instead of schools"),
        ),
    ),
    UglyWorkbook(
        "ratios",
        "Pupils per teacher as 1 : 16, as 15 : 1, in words and beyond repair.",
        "อัตรากำลัง ปีการศึกษา 2567.ods.csv",
        delimited(_RATIO.rows, "utf-16", "\t"),
        figures(
            _RATIO,
            "",
            2567,
            {"E": "personnel.student_teacher_ratio"},
            {2: S3, 3: S1, 4: S6, 8: S10},
            n="C",
            instead={"E2": 16, "E3": 15, "E4": 17.5, "E8": 17},
        ),
        (
            *fault("V03", "", "E5", "a ratio in words"),
            *fault("V23 V09 V03 V07", "", "E6", "pupils of no teacher"),
            *fault("V03", "", "E7", "a ratio of three"),
        ),
    ),
    UglyWorkbook(
        "percent_formats",
        "Shares that Excel shows as per cent, one over a hundred, a unit in a count.",
        "คัดกรอง ปีการศึกษา 2567.xlsx",
        xlsx({"คัดกรอง": _PERCENT}),
        figures(
            _PERCENT,
            "คัดกรอง",
            2567,
            {"D": "academic.literacy_fail_pct"},
            {2: S1, 3: S3, 4: S6, 6: S8},
            n="B",
            instead={"D2": 3, "D3": 5, "D4": 10, "D6": 10, "B6": 30},
        ),
        (*fault("V07", "คัดกรอง", "D5", "ninety of sixty"), *fault("V04", "คัดกรอง", "B6", "a unit")),
    ),
    UglyWorkbook(
        "headers_settled",
        "The wrong headers again, after a person picked what they mean.",
        "คะแนน.xlsx",
        xlsx({"ข้อมูล": _HEADERS}),
        figures(
            _HEADERS,
            "ข้อมูล",
            2567,
            {"E": "academic.onet_p6_thai", "F": "academic.onet_p6_math", "I": "academic.onet_p6_science"},
            {3: S1, 4: S2, 5: S3, 6: S5},
            n="C",
            without=("I5",),
        ),
        (
            *fault("S09", "ข้อมูล", "L7", "a remark right of the table"),
            *fault("S08", "ข้อมูล", "J2", "the same header twice"),
            *fault("V14", "ข้อมูล", "I5", "a mark for nothing"),
        ),
        ImportChoices(
            columns=(
                (("ข้อมูล", 2, 3), "remark"),
                (("ข้อมูล", 2, 5), "academic.onet_p6_math"),
                (("ข้อมูล", 2, 6), "remark"),
                (("ข้อมูล", 2, 7), "remark"),
                (("ข้อมูล", 2, 10), "remark"),
            )
        ),
    ),
)
