"""How tables lie in a book: stacked, side by side, on several sheets, on their side, long, as forms."""

from tests.corpus.grids import Grid, delimited, ods, xlsx
from tests.corpus.schools import NAMES, S1, S2, S3, S5, S6, S7, S8, S9, S10
from tests.corpus.ugly import UglyWorkbook, fault, figures

_STACKED = Grid(
    (
        ("รายงานผลการทดสอบ ปีการศึกษา 2567",),
        ("ตาราง 1 O-NET ป.6",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์"),
        (S1, NAMES[S1], 12, 50, 30),
        (S2, NAMES[S2], 4, "44 หรือ 45", 28),
        (None, "ค่าเฉลี่ยระดับเขต", 16, 48.5, 29.5),
        (),
        ("ตาราง 2 O-NET ม.3",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์"),
        (S6, NAMES[S6], 20, 52, 27),
        ("99010077", "บ้านย้ายมาใหม่", 8, 49, 25),
        (S5, NAMES[S5], 25, 54, 127),
        (),
        ("ตาราง 3 NT ป.3 ปีการศึกษา 2566",),
        ("ที่", "โรงเรียน", "จำนวนผู้เข้าสอบ", "ด้านภาษาไทย", "ด้านคณิตศาสตร์"),
        (1, NAMES[S1], 10, 55, 47),
        (2, "บ้านเหล่า", 6, 51, 42),
        (3, NAMES[S3], "-", 48, "อยู่ระหว่างตรวจ"),
        ("หมายเหตุ: ข้อมูล ณ วันที่ 30 เมษายน 2568",),
    )
)
_TEST = {"D": "academic.onet_p6_thai", "E": "academic.onet_p6_math"}
_PAIR = Grid(
    (
        ("เปรียบเทียบผล O-NET ปีการศึกษา 2567", None, None, None, None, None, None, None, None),
        ("O-NET ชั้น ป.6", None, None, None, None, "O-NET ชั้น ม.3", None, None, None),
        ("ที่", "โรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", None, "ที่", "โรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย"),
        (1, NAMES[S1], 12, 50, None, 1, NAMES[S6], 20, 52),
        (2, NAMES[S3], 9, "47.x", None, 2, "ชุมชนไหนก็ไม่รู้", 11, 50),
        (3, NAMES[S7], 6, 45, None, 3, NAMES[S5], 25, 54),
        (4, "บ้านเหล่า", 6, 44, None, 4, NAMES[S5], 25, 45),
        (5, None, 8, 43, None, 5, NAMES[S9], "สิบ", 48),
        (None, "เฉลี่ย", 41, 47.1, None, None, "เฉลี่ย", 56, 52.1),
    ),
    merged=("A2:D2", "F2:I2", "A1:I1"),
)
_TIGHT = Grid(
    (
        ("ที่", "โรงเรียน", "อ่านไม่ออกเขียนไม่ได้ (ร้อยละ)", "ที่", "โรงเรียน", "อ่านไม่ออกเขียนไม่ได้ (ร้อยละ)"),
        (1, NAMES[S1], 2.5, 4, NAMES[S6], 3),
        (2, NAMES[S2], 0, 5, NAMES[S7], "สาม"),
        (3, NAMES[S3], 130, 6, NAMES[S8], 1.25),
        (None, None, None, 7, "บ้านหนองสมมุติ", 4),
    )
)
_TERM_1 = Grid(
    (
        ("โรงเรียน", "ปฐมวัย ชาย", "ป.1 ชาย", "ป.1 หญิง"),
        (NAMES[S1], 9, 7, 6),
        (NAMES[S2], "๓", 0, 3),
        (NAMES[S3], 6, None, "ไม่ทราบ"),
        ("รวม", 18, 7, 9),
    )
)
_TERM_2 = Grid(
    (
        ("โรงเรียน", "ปฐมวัย ชาย", "ป.1 ชาย", "ป.1 หญิง"),
        (NAMES[S1], 9, 8, 6),
        (NAMES[S2], 3, 1.5, 3),
        ("บ้านสมมติสิบเอ็ด", 6, 4, 4),
    )
)
_NO_YEAR = Grid((("โรงเรียน", "ร้อยละนักเรียนออกกลางคัน"), (NAMES[S1], 0.5), (NAMES[S3], 0)))
_TWO_YEARS = Grid(
    (("สถิติปีการศึกษา 2565-2566",), ("โรงเรียน", "ร้อยละนักเรียนออกกลางคัน"), (NAMES[S1], 0.4), (NAMES[S3], 0))
)
_ACROSS = Grid(
    (
        ("ผลการทดสอบ O-NET ป.6 ปีการศึกษา 2567",),
        ("รายการ", NAMES[S1], NAMES[S3], NAMES[S6], "เขตพื้นที่"),
        ("จำนวนผู้เข้าสอบ", 12, 9, 21, 133),
        ("ภาษาไทย", 50, 47, 48, 50.5),
        ("คณิตศาสตร์", 30, 29, 33, 31.2),
    )
)
_LONG = Grid(
    (
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ตัวชี้วัด", "ปีการศึกษา", "ค่า", "จำนวนผู้เข้าสอบ"),
        (S1, NAMES[S1], "O-NET ป.6 ภาษาไทย", 2567, 50, 12),
        (S1, NAMES[S1], "O-NET ป.6 คณิตศาสตร์", 2567, 30, 12),
        (S1, NAMES[S1], "O-NET ป.6 ภาษาไทย", 2566, 48, 10),
        (S3, NAMES[S3], "O-NET ป.6 ภาษาไทย", "๒๕๖๗", 47, 9),
        (S3, NAMES[S3], "O-NET ป.6 คณิตศาตร์", 2567, 29, 9),
        (S3, NAMES[S3], "ความสุขของครู", 2567, 4.5, 9),
        (S6, NAMES[S6], "O-NET ป.6 ภาษาไทย", "67", 48, 21),
        (S6, NAMES[S6], "O-NET ป.6 คณิตศาสตร์", 2567, "สามสิบ", 21),
        (S7, NAMES[S7], None, 2567, 44, 6),
        ("99010088", "บ้านนอกรายการ", "O-NET ป.6 ภาษาไทย", 2567, 50, 12),
        (S8, NAMES[S8], "O-NET ป.6 ภาษาไทย", 2567, 50, 5),
        (S8, NAMES[S8], "O-NET ป.6 ภาษาไทย", 2567, 55, 5),
    )
)
_FORM = Grid(
    (
        ("แบบรายงานข้อมูลโรงเรียน ปีการศึกษา 2567",),
        ("ชื่อโรงเรียน", NAMES[S1]),
        ("จำนวนนักเรียนทั้งหมด", 120),
        ("จำนวนครู", 8),
        ("ร้อยละนักเรียนออกกลางคัน", 0.5),
        ("ผู้รายงาน", "......................."),
    )
)
_LEVELS = Grid(
    (
        ("ด้าน", "จำนวนนักเรียน", None, None, "คะแนนเฉลี่ยร้อยละ", None, None),
        (None, "ทั้งหมด", "ที่เข้าสอบ", None, "ระดับโรงเรียน", "ระดับเขตพื้นที่การศึกษา", "ระดับประเทศ"),
        (None, None, "(ปกติ)", "(Walk In)", None, None, None),
        ("ภาษาไทย", 4, 4, "-", 68.75, 62.35, 50.84),
        ("คณิตศาสตร์", 4, 4, "-", 54, 53.1, 44.2),
    ),
    merged=("A1:A3", "B1:D1", "E1:G1"),
)
_SUMMARY = Grid(
    (
        ("ตัวบ่งชี้", "จำนวนนักเรียน/ ครูทั้งหมด", "ได้ระดับคุณภาพ 3 ขึ้นไป(คน)", "ร้อยละ/ระดับที่ได้", "น้ำหนัก", "คะแนนที่ได้"),
        ("ตัวบ่งชี้ที่ 1.1", 120, 110, 91.67, 0.5, 0.46),
        ("ตัวบ่งชี้ที่ 1.2", 120, "-", "-", 0.5, "-"),
    )
)
_AREAS = Grid(
    (
        ("ข้อมูลครู ปีการศึกษา 2567",),
        ("ที่", "เขตพื้นที่การศึกษา", "จำนวนครูทั้งหมด", "ก่อนประถมศึกษา", None),
        (None, None, None, "จำนวน", "ร้อยละ"),
        (1, "สพป.สมมติ เขต 1", 820, 90, 10.98),
        (2, "สพป.สมมติ เขต 2", 640, None, 0.00),
    )
)
_AFFILIATIONS = Grid(
    (
        ("สังกัด", "จำนวน ร.ร.", "จำนวนนักเรียนสอบ", "การอ่านออกเสียง", None, None),
        (None, None, None, "ดีมาก", "ดี", "รวม"),
        ("สพฐ.", "1,204", "35,344", "15,035\n(42.54)", "9,001\n(25.47)", "24,036\n(68.01)"),
        ("สช.", 320, "12,001", "7,000\n(58.33)", "3,000\n(25.00)", "10,000\n(83.33)"),
    )
)
_REGISTER = Grid(
    (
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "กลุ่มโรงเรียน"),
        (S1, NAMES[S1], "กลุ่มดอนสมมติ"),
        (S2, "บ้านสมมติสอง (คุรุอุปถัมภ์ )", "กลุ่มดอนสมมติ"),
    )
)
_PUPILS = Grid(
    (
        (
            "ลำดับ",
            "โรงเรียน",
            "ชั้น",
            "ห้อง",
            "เลขประจำตัวประชาชน",
            "เลขประจำตัวนักเรียน",
            "คำนำหน้าชื่อ",
            "ชื่อ",
            "นามสกุล",
            "น้ำหนัก",
        ),
        (1, NAMES[S1], "ป.1", 1, "1999900000012", "00012", "ด.ช.", "สมมติ", "นามสมมติ", 22),
        (2, NAMES[S1], "ป.1", 1, "1999900000021", "00013", "ด.ญ.", "สมมุติ", "นามสมมุติ", 20),
    )
)
_NEED = Grid(
    (
        ("เลขประจำตัวประชาชน", "ชื่อ", "นามสกุล", "ความด้อยโอกาส", "ขาดแคลนแบบเรียน", "ขาดแคลนอาหารกลางวัน"),
        ("1999900000012", "สมมติ", "นามสมมติ", "ยากจน", "ใช่", "ใช่"),
    )
)
_RATIOS_OF_OTHERS = Grid(
    (
        ("ที่", "สังกัด", "จำนวนครู", "จำนวนนักเรียน", "สัดส่วน"),
        (1, "สพป.สมมติ เขต 1", 820, 12300, "1 : 15"),
        (2, "อปท.", 90, 1450, "1 : 16"),
        ("รวม",),
        (None, None, 910, 13750, "1 : 15"),
    )
)
_PROJECTS = Grid(
    (
        ("เลขที่", "ชื่อโครงการ", "กลุ่มงาน", "ระดับ", "จัดสรร (บาท)", "เบิกจ่าย (บาท)", "ร้อยละการเบิกจ่าย", "สถานะ"),
        (1, "พัฒนาการอ่าน", "นิเทศฯ", "เขต", "120,000.00", "80,000.00", "66.67%", "ดำเนินการ"),
        (2, "อบรมครู", "บุคคล", "เขต", "50,000.00", "50,000.00", "100%", "เสร็จ"),
    )
)
#: The raw export: each record in one pair of quotes, semicolons inside.
_RAW = "\r\n".join(
    '"' + ";".join(f'""{field}""' for field in record) + '"'
    for record in (
        ("รหัสโรงเรียน", "เลขประจำตัวประชาชน", "ชั้น", "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล"),
        (S1, "1999900000012", "ป.1", "เด็กชาย", "สมมติ", "นามสมมติ"),
        (S1, "1999900000021", "ป.1", "เด็กหญิง", "สมมุติ", "นามสมมุติ"),
        (S3, "1999900000039", "ป.2", "เด็กชาย", "สมมต", "นามสมมต"),
    )
)
_BAND = Grid(
    (
        ("ข้อมูลพื้นฐาน", None, None, "ผล NT ป.3 ปีการศึกษา 2567", None, None, None),
        ("ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ด้านภาษาไทย", "ด้านคณิตศาสตร์", "เฉลี่ย 2 ด้าน"),
        (1, "๙๙๐๑๐๐๐๑", NAMES[S1], 10, 55, 47, 51),
        (2, "99010003", None, 8, 48, 40, "44.0.0"),
        (3, 99010006.0, NAMES[S6], 20, None, 43, 43),
        (4, "1099990009", NAMES[S9], -2, 50, 41, 45.5),
        (5, "990010", NAMES[S10], 14, "52.5 คะแนน", 44, 48.25),
        (6, "99010O02", "บ้านสมมติสิบสอง", 7, 41, 39, 40),
        (7, S8, NAMES[S8], "1,5", 46, 40, 43),
        (8, S5, NAMES[S5], 70, True, 40, 43),
        (9, S2, NAMES[S2], 4, 44, 40, "=AVERAGE(E11:F11)"),
    ),
    merged=("A1:C1", "D1:G1"),
)

WORKBOOKS = (
    UglyWorkbook(
        "stacked_tables",
        "Three tables under each other, each with a title; the third says its own year.",
        "สรุป.xlsx",
        xlsx({"สรุป": _STACKED}),
        {
            **figures(_STACKED, "สรุป", 2567, _TEST, {4: S1, 5: S2}, n="C", without=("D5",)),
            **figures(
                _STACKED,
                "สรุป",
                2567,
                {"D": "academic.onet_m3_thai", "E": "academic.onet_m3_math"},
                {10: S6, 12: S5},
                n="C",
                without=("E12",),
            ),
            **figures(
                _STACKED,
                "สรุป",
                2566,
                {"D": "academic.nt_p3_thai", "E": "academic.nt_p3_math"},
                {16: S1, 18: S3},
                n="C",
                without=("C18", "E18"),
            ),
        },
        (
            *fault("V03", "สรุป", "D5", "two figures in one cell"),
            *fault("S15", "สรุป", "A11:B11", "a school of no register"),
            *fault("V07", "สรุป", "E12", "a digit too many"),
            *fault("S15", "สรุป", "A17:B17", "a name that two schools bear"),
            *fault("V14", "สรุป", "C18", "a dash for a count"),
            *fault("V03", "สรุป", "E18", "a remark for a figure"),
        ),
    ),
    UglyWorkbook(
        "side_by_side",
        "Two tables beside each other under one title, a blank column between.",
        "เปรียบเทียบ.xlsx",
        xlsx({"Sheet1": _PAIR}),
        {
            **figures(
                _PAIR,
                "Sheet1",
                2567,
                {"D": "academic.onet_p6_thai"},
                {4: S1, 5: S3, 6: S7},
                n="C",
                without=("D5",),
            ),
            **figures(
                _PAIR, "Sheet1", 2567, {"I": "academic.onet_m3_thai"}, {4: S6, 8: S9}, n="H", without=("H8",)
            ),
        },
        (
            *fault("V03", "Sheet1", "D5", "a letter for a digit"),
            *fault("S15", "Sheet1", "G5", "unknown name in the right table"),
            *fault("S13", "Sheet1", "G6 G7", "one school twice in the right table"),
            *fault("S15", "Sheet1", "B7", "a name that two schools bear"),
            *fault("S19", "Sheet1", "A8:C8", "a row without a school in the left table"),
            *fault("V03", "Sheet1", "H8", "a count in words"),
        ),
    ),
    UglyWorkbook(
        "printed_in_two_columns",
        "One list printed in two halves beside each other, without a blank column, in OpenDocument.",
        "อ่านไม่ออก ปีการศึกษา 2567.ods",
        ods("Sheet1", _TIGHT.rows),
        {
            **figures(_TIGHT, "Sheet1", 2567, {"C": "academic.literacy_fail_pct"}, {2: S1, 3: S2}),
            **figures(
                _TIGHT,
                "Sheet1",
                2567,
                {"F": "academic.literacy_fail_pct"},
                {2: S6, 3: S7, 4: S8},
                without=("F3",),
            ),
        },
        (
            *fault("V07", "Sheet1", "C4", "more than all"),
            *fault("V03", "Sheet1", "F3", "a number in words"),
            *fault("S15", "Sheet1", "E5", "a misspelt name"),
        ),
    ),
    UglyWorkbook(
        "terms_and_sheets",
        "A sheet per term, one without any year, one with two.",
        "จำนวนนักเรียน.xlsx",
        xlsx(
            {"1-2567": _TERM_1, "เทอม 2 ปีการศึกษา 2567": _TERM_2, "ออกกลางคัน": _NO_YEAR, "ย้อนหลัง": _TWO_YEARS}
        ),
        {
            **figures(
                _TERM_1,
                "1-2567",
                2567,
                {
                    "B": "general.pupils_early_male",
                    "C": "general.pupils_p1_male",
                    "D": "general.pupils_p1_female",
                },
                {2: S1, 3: S2, 4: S3},
                term=1,
                instead={"B3": 3},
                without=("D4",),
            ),
            **figures(
                _TERM_2,
                "เทอม 2 ปีการศึกษา 2567",
                2567,
                {
                    "B": "general.pupils_early_male",
                    "C": "general.pupils_p1_male",
                    "D": "general.pupils_p1_female",
                },
                {2: S1, 3: S2},
                term=2,
                without=("C3",),
            ),
        },
        (
            *fault("V04", "1-2567", "B3", "a Thai digit"),
            *fault("V03", "1-2567", "D4", "not known, in words"),
            *fault("V20 V09 V27 V28 V29 V30", "เทอม 2 ปีการศึกษา 2567", "C3", "half a boy"),
            *fault("S15", "เทอม 2 ปีการศึกษา 2567", "A4", "a school of no register"),
            *fault("P02", "ออกกลางคัน", "A1", "no year anywhere"),
            *fault("P01", "ย้อนหลัง", "A2", "two years in the title"),
        ),
    ),
    UglyWorkbook(
        "schools_across",
        "Turned on its side: indicators down the rows, schools across the columns.",
        "onet ป6 2567.xlsx",
        xlsx({"ตาราง": _ACROSS}),
        {},
        (*fault("S28", "ตาราง", "A2:E2", "schools where headers belong"),),
    ),
    UglyWorkbook(
        "long_list",
        "One row per school, indicator and year, the figure in a column of its own, parted by semicolons.",
        "ข้อมูลรวม.csv",
        delimited(_LONG.rows, "utf-8", ";"),
        {
            **figures(_LONG, "", 2567, {"E": "academic.onet_p6_thai"}, {2: S1, 5: S3}, n="F"),
            **figures(_LONG, "", 2566, {"E": "academic.onet_p6_thai"}, {4: S1}, n="F"),
            **figures(_LONG, "", 2567, {"E": "academic.onet_p6_math"}, {3: S1}, n="F"),
        },
        (
            *fault("S28", "", "C1", "indicators in the rows"),
            *fault("S22 S21", "", "C6 C7", "a misspelt and an unknown indicator"),
            *fault("V11", "", "D8", "a year of two digits"),
            *fault("V03", "", "E9", "a figure in words"),
            *fault("S22 S21 S19", "", "C10", "no indicator"),
            *fault("S15", "", "A11:B11", "a school of no register"),
            *fault("S13", "", "A12:B12 A13:B13", "one figure stated twice"),
        ),
    ),
    UglyWorkbook(
        "form_of_one_school",
        "A form of one school, label and figure.",
        "แบบรายงาน.xlsx",
        xlsx({"แบบ": _FORM}),
        {},
        (*fault("S10 S12 S28", "แบบ", "A1:B2", "no table at all"),),
    ),
    UglyWorkbook(
        "tables_of_others",
        "Tables of levels, of indicators, of areas and of affiliations, none of schools, and a register.",
        "ภาคผนวก ปีการศึกษา 2566.xlsx",
        xlsx(
            {
                "ระดับ": _LEVELS,
                "สรุป": _SUMMARY,
                "เขต": _AREAS,
                "สังกัด RT ป.1": _AFFILIATIONS,
                "ทะเบียน": _REGISTER,
            }
        ),
        {},
        (
            *fault("S12 S10", "ระดับ", "A1:A3", "levels across, no school"),
            *fault("S12 S10", "สรุป", "A1", "indicators down, no school"),
            *fault("S12 S10", "เขต", "A1:A3", "areas, no school"),
            *fault("S12 S10", "สังกัด RT ป.1", "A1:A2", "affiliations, no school"),
            *fault("S12", "ทะเบียน", "A1", "a register without figures"),
        ),
    ),
    UglyWorkbook(
        "pupils_by_name",
        "A list of pupils with citizen ids among the school sheets.",
        "DMC ปีการศึกษา 2567.xlsx",
        xlsx({"นักเรียน": _PUPILS}),
        {},
        fault("V17", "", "", "persons"),
    ),
    UglyWorkbook(
        "needs_by_name",
        "Needy pupils by name, exported as csv.",
        "ด้อยโอกาส 2567.csv",
        delimited(_NEED.rows, "cp874"),
        {},
        fault("V17", "", "", "persons"),
    ),
    UglyWorkbook(
        "pupils_raw_export",
        "The raw pupil export: a csv of one field, each record quoted whole, semicolons inside.",
        "dmc.csv",
        _RAW.encode("utf-8"),
        {},
        fault("V17", "", "", "persons"),
    ),
    UglyWorkbook(
        "more_tables_of_others",
        "Ratios of affiliations and a list of projects, no school in either.",
        "ภาคผนวก ปีงบประมาณ 2568.xlsx",
        xlsx({"อัตราส่วนครู": _RATIOS_OF_OTHERS, "โครงการ": _PROJECTS}),
        {},
        (
            *fault("S12 S10", "อัตราส่วนครู", "A1", "affiliations, no school"),
            *fault("S12 S10", "โครงการ", "A1", "projects, no school"),
        ),
    ),
    UglyWorkbook(
        "band_over_schools",
        "A band over the school's columns too; codes in Thai digits, as numbers, of ten and of six digits.",
        "ผล.xlsx",
        xlsx({"Sheet1": _BAND}),
        figures(
            _BAND,
            "Sheet1",
            2567,
            {"E": "academic.nt_p3_thai", "F": "academic.nt_p3_math", "G": "academic.nt_p3_both"},
            {3: S1, 4: S3, 5: S6, 7: S10, 9: S8, 10: S5, 11: S2},
            n="D",
            instead={"E7": 52.5},
            without=("G4", "D9", "E10", "G11"),
        ),
        (
            *fault("V03", "Sheet1", "G4", "two points"),
            *fault("V20", "Sheet1", "D6:G6", "less than nobody"),
            *fault("V04", "Sheet1", "E7", "a unit"),
            *fault("S15", "Sheet1", "B8:C8", "a letter in the code, a name of no school"),
            *fault("V05", "Sheet1", "D9", "a count with a comma"),
            *fault("V03", "Sheet1", "E10", "a truth value"),
            *fault("V01", "Sheet1", "G11", "a formula that was never worked out"),
        ),
    ),
)
