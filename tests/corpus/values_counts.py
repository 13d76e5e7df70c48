"""Head counts, totals and baht: parts that do not add up, ratios, zeros that are no zeros."""

from tests.corpus.grids import Grid, html_table, ods, xlsx
from tests.corpus.schools import NAMES, S1, S2, S3, S5, S6, S7, S8, S9, S10
from tests.corpus.ugly import UglyWorkbook, fault, figures

_PUPILS = Grid(
    (
        ("จำนวนนักเรียน ปีการศึกษา 2567",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", None, None, "ป.2", None, None),
        (None, None, "ชาย", "หญิง", "รวม", "ชาย", "หญิง", "รวม"),
        (S1, NAMES[S1], 10, 12, 22, 8, 9, 17),
        (S2, NAMES[S2], 3, 4, 8, 2, 2, 4),
        (S3, NAMES[S3], 7, 21, 19, 6, 5, 11),
        (S5, NAMES[S5], 40, 38, 78, 41, 39, "8O"),
        (S6, NAMES[S6], 12.5, 11, 24, 10, 12, 22),
        (S7, NAMES[S7], -4, 5, 9, 3, "(3)", 6),
        (S8, NAMES[S8], 2, 3, 5, "50 %", 3, 5),
        (S9, NAMES[S9], "6 (54.5)", 5, 11, 4, "5 คน", 9),
        (S10, NAMES[S10], "-", 7, 15, 7, 8, 16),
        ("รวม", None, 93, 97, 191, 83, 90, 173),
    ),
    merged=("C2:E2", "F2:H2"),
)
_GRADES = {
    "C": "general.pupils_p1_male", "D": "general.pupils_p1_female", "E": "general.pupils_p1_total",
    "F": "general.pupils_p2_male", "G": "general.pupils_p2_female", "H": "general.pupils_p2_total",
}  # fmt: skip

_STAFF = Grid(
    (
        ("ข้อมูลบุคลากร ปีการศึกษา 2567",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนครู", "นักเรียนต่อครู", "อัตรากำลังขาด/เกิน"),
        (S1, NAMES[S1], 8, "1 : 15", -1),
        (S2, NAMES[S2], 3, "15 : 1", "+1"),
        (S3, NAMES[S3], 5, "30 : 2", "(2)"),
        (S5, NAMES[S5], 32, "1:๒๐", "−3"),
        (S6, NAMES[S6], "๑๔", "1 : 150", "ขาด 2"),
        (S7, NAMES[S7], 4, "0 : 16", "–"),
        (S8, NAMES[S8], 3, "16 คน", 0),
        (S9, NAMES[S9], 6, 15.83, 1.5),
    )
)
_BAHT = Grid(
    (
        ("รายงานการเบิกจ่ายงบประมาณ ปีงบประมาณ พ.ศ. ๒๕๖๘",),
        ("ที่", "โรงเรียน", "งบประมาณที่ได้รับ", "เบิกจ่ายสะสม", "คงเหลือ", "ร้อยละการเบิกจ่าย"),
        (1, NAMES[S1], "฿1,000,000.00", "930,000.-", "70,000", "93.00 %"),
        (2, NAMES[S2], "500,000 บาท", "450000", "50,000.-", "ร้อยละ 90"),
        (3, NAMES[S3], 200000, 150000, 50000, 57),
        (4, NAMES[S5], 100000, 107000, "(7,000)", 107),
        (5, NAMES[S6], "1.000.000,00", 600000, 400000, 60),
        (6, NAMES[S7], 80000, 60000, "20 000", 75),
        (7, NAMES[S8], 90000, 45000, "45,000,00", "50,0"),
        (8, NAMES[S9], 70000, 70000, "0", "100%"),
    )
)
_SPENDERS = {3: S1, 4: S2, 5: S3, 6: S5, 7: S6, 8: S7, 9: S8, 10: S9}
_NT = Grid(
    (
        ("ผลการประเมิน NT ชั้น ป.3 ปีการศึกษา 2567",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "น.ร.(คน)", "ด้านภาษาไทย", "ด้านคณิตศาสตร์", "ด้านเหตุผล"),
        (S1, NAMES[S1], 12, 50, 41.5, 0),
        (S2, NAMES[S2], 5, 0, 0, 0),
        (S3, NAMES[S3], 9, 44, 0, 0),
        (S6, NAMES[S6], 20, 0, 0, 0),
        (S7, NAMES[S7], 0, 0, 0, 0),
        (S8, NAMES[S8], 4, 47.25, 39, 0),
    )
)
_ONET_ZEROS = Grid(
    (
        ("ผลการทดสอบ O-NET ชั้น ม.3 ปีการศึกษา 2567",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์", "สังคมศึกษา"),
        (S5, NAMES[S5], 60, 50, 30, 0),
        (S6, NAMES[S6], 20, 44, 28, 0),
        (S10, NAMES[S10], 15, 0, 0, 0),
        (S9, NAMES[S9], 11, 47, 0, 0),
    )
)

WORKBOOKS = (
    UglyWorkbook(
        "pupils_that_do_not_add_up",
        "Boys and girls against totals per row and per column, half pupils, shares and letters among counts.",
        "จำนวนนักเรียน 2567.xlsx",
        xlsx({"นักเรียน": _PUPILS}),
        figures(
            _PUPILS,
            "นักเรียน",
            2567,
            _GRADES,
            {4: S1, 5: S2, 6: S3, 7: S5, 8: S6, 9: S7, 10: S8, 11: S9, 12: S10},
            instead={"C11": 6, "G11": 5},
            without=("H7", "C8", "C9", "G9", "F10", "C12"),
        ),
        (
            *fault("V22", "นักเรียน", "E5 E6 H12", "boys and girls give another total"),
            *fault("V03", "นักเรียน", "H7 G9 F10", "a letter, a negative or a share, a share"),
            *fault("V20", "นักเรียน", "C8", "half a boy"),
            *fault("V06", "นักเรียน", "C9", "fewer than none"),
            *fault("V04", "นักเรียน", "C11 G11", "a count with its share, a unit"),
            *fault("V14", "นักเรียน", "C12", "a dash"),
            *fault("V27", "นักเรียน", "C13 D13 F13 G13 H13", "sums of columns that are not"),
            *fault("V22", "นักเรียน", "E13", "the sums' own sum"),
        ),
    ),
    UglyWorkbook(
        "ratios_and_gaps",
        "Ratios either way round, too large or of nothing; gaps with signs, words, parentheses and halves.",
        "บุคลากร 2567.xls",
        html_table(_STAFF),
        {
            **figures(
                _STAFF, "ตาราง 1", 2567, {"D": "personnel.student_teacher_ratio"},
                {3: S1, 4: S2, 5: S3, 6: S5, 7: S6, 8: S7, 9: S8, 10: S9}, n="C",
                instead={"D3": 15, "D4": 15, "D6": 20, "D9": 16, "C7": 14}, without=("D5", "D7", "D8"),
            ),
            **figures(
                _STAFF, "ตาราง 1", 2567, {"E": "personnel.staffing_gap"},
                {3: S1, 4: S2, 6: S5, 9: S8}, instead={"E4": 1, "E6": -3},
            ),
        },
        (
            *fault("V04", "ตาราง 1", "D3 D4 D6 D9 C7", "ratios, units, digits"),
            *fault("V03", "ตาราง 1", "D5 D8", "which side is the teacher"),
            *fault("V07", "ตาราง 1", "D7", "150 pupils a teacher"),
            *fault("V03", "ตาราง 1", "E5 E7", "a negative or not, a word"),
            *fault("V04", "ตาราง 1", "E4 E6", "signs"),
            *fault("V14", "ตาราง 1", "E8", "a dash"),
            *fault("V20", "ตาราง 1", "E10", "half a teacher"),
        ),
    ),
    UglyWorkbook(
        "baht_as_typed",
        "Baht with signs, commas, .- and units; a negative in parentheses, decimal commas, a share over 100.",
        "เบิกจ่าย 2568.ods",
        ods("งบประมาณ", _BAHT.rows),
        {
            **figures(
                _BAHT, "งบประมาณ", 2568, {"E": "budget.remaining_total_amt"}, _SPENDERS,
                instead={"E3": 70000, "E4": 50000, "E10": 0}, without=("E6", "E8", "E9"),
            ),
            **figures(
                _BAHT, "งบประมาณ", 2568, {"F": "budget.disburse_total_pct"}, _SPENDERS, n="C",
                instead={"F3": 93, "F4": 90, "F10": 100, "C3": 1_000_000, "C4": 500_000},
                without=("C7", "F9"),
            ),
        },
        (
            *fault("V04", "งบประมาณ", "C3 D3 E3 F3 C4 E4 F4 F10", "signs and units"),
            *fault("V21", "งบประมาณ", "F5", "another share than spent of given"),
            *fault("V03", "งบประมาณ", "E6", "a negative or a positive"),
            *fault("V03", "งบประมาณ", "C7 E8 E9", "points and commas in each other's places"),
            *fault("V05", "งบประมาณ", "F9", "decimal comma"),
        ),
    ),
    UglyWorkbook(
        "zeros_of_no_test",
        "A dropped domain of zeros, schools with zeros throughout, a school of no pupils.",
        "NT ป.3 2567.xlsx",
        xlsx({"NT": _NT}),
        figures(
            _NT, "NT", 2567, {"D": "academic.nt_p3_thai", "E": "academic.nt_p3_math"}, {3: S1, 5: S3, 8: S8},
            n="C",
        ),
        (
            *fault("V24 V15", "NT", "F3 F4 F5 F6 F8", "a domain nobody was tested in"),
            *fault("V15", "NT", "D4 E4 D6 E6", "zeros or nobody sat"),
            *fault("V24", "NT", "D7 E7", "zeros of no pupils"),
        ),
    ),
    UglyWorkbook(
        "zeros_of_a_dropped_subject",
        "A subject that is 0 for every school beside a school that is 0 in every subject.",
        "O-NET ม.3 2567.xlsx",
        xlsx({"ONET": _ONET_ZEROS}),
        figures(
            _ONET_ZEROS, "ONET", 2567, {"D": "academic.onet_m3_thai", "E": "academic.onet_m3_math"},
            {3: S5, 4: S6, 6: S9}, n="C",
        ),
        (
            *fault("V15", "ONET", "F3 F4 F6", "a subject that is no longer tested"),
            *fault("V15", "ONET", "D5 E5", "zeros or nobody sat"),
        ),
    ),
)  # fmt: skip
