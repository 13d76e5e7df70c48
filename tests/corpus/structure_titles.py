"""Where the table begins: titles, headers in several rows, merges."""

from tests.corpus.grids import Grid, delimited, html_table, xlsx
from tests.corpus.schools import NAMES, S1, S2, S3, S5, S6, S7, S8, S9
from tests.corpus.ugly import UglyWorkbook, fault, figures

_SUBJECTS = {
    "D": "academic.onet_p6_thai",
    "E": "academic.onet_p6_social",
    "F": "academic.onet_p6_english",
    "G": "academic.onet_p6_math",
    "H": "academic.onet_p6_science",
    "I": "academic.onet_p6_mean",
}
_ONET = Grid(
    (
        ("รหัสโรงเรียน", "โรงเรียน", "จน.นร.", "ไทย", "สังคม", "อังกฤษ", "คณิตศาสตร์", "วิทยาศาสตร์", "เฉลี่ย"),
        (S1, NAMES[S1], 12, 50.25, 40, 35.5, 30, 33.75, 37.9),
        (S2, "", 4, 44, 41, 30.5, 28, 31.25, 34.95),
        (S3, "วัดสมมติสาม", 9, 47.5, "ขาดสอบทั้งห้อง", 33, "28,5", 30.75, 36.1),
        ("99010031", "บ้านนอกทะเบียน", 7, 41, 39, 31, 27, 30, 33.6),
        (S6, "บ้านหนองสมมติ", 20, 52.5, 45, 41.25, 36, 38.5, 42.65),
        ("", "", 8, 43, 40, 30, 28, 31, 34.4),
        ("00000000", "", "", 52.8, 45.1, 39.2, 28.06, 34.3, 39.89),
        ("99010000", "ค่าเฉลี่ยระดับเขตพื้นที่", "", 48.69, 40.25, 34.25, 29.5, 33.13, 37.16),
    )
)

_NT = Grid(
    (
        ("ผลการประเมินความสามารถพื้นฐานของผู้เรียนระดับชาติ (NT) ชั้นประถมศึกษาปีที่ ๓",),
        ("ปีการศึกษา ๒๕๖๕",),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1",),
        ("ข้อมูล ณ วันที่ 10 มิถุนายน 2566",),
        (),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "น.ร.(คน)", "ภาษา", "คำนวณ", "เหตุผล", "รวมเฉลี่ย"),
        (S1, NAMES[S1], 9, 55.5, 47.2, 0, 51.35),
        (S2, NAMES[S2], 3, 60.1, 50.2, 0, 55.15),
        (S3, NAMES[S3], "สามคน", 48, 40, 0, 44),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "น.ร.(คน)", "ภาษา", "คำนวณ", "เหตุผล", "รวมเฉลี่ย"),
        (S5, NAMES[S5], 80, 104, 62.5, 0, 83.25),
        (S6, NAMES[S6], 21, 44, -3, 0, 41.5),
        (None, "บ้านที่ไหนไม่รู้", 4, 51, 43, 0, 47),
        (S7, NAMES[S7], 6, 52, 44, 0, 48),
        (S7, NAMES[S7], 6, 25, 44, 0, 48),
        (None, None, 5, 39, 41, 0, 40),
        (S8, NAMES[S8], 5, 50, 40, 0, 45),
        ("ค่าเฉลี่ยระดับเขตพื้นที่", None, 133, 50.5, 47.25, 0, 48.9),
        ("หมายเหตุ  โรงเรียนที่ไม่มีนักเรียนชั้น ป.3 ไม่ปรากฏในตาราง",),
        ("ที่มา : กลุ่มนิเทศ ติดตามและประเมินผลการจัดการศึกษา",),
    )
)
_YEARS = Grid(
    (
        ("ตารางที่ 2 คะแนนเฉลี่ย O-NET ป.6 ภาษาไทย ย้อนหลัง 3 ปี",),
        ("ที่", "โรงเรียน", "2565", "๒๕๖๖", 2567, "ผลต่าง"),
        (1, NAMES[S1], 45, 48, 50, 2),
        (2, NAMES[S3], 41, "-", 45.5, None),
        (3, NAMES[S6], 47, 149, 48, -101),
        (4, "บ้านไม่คุ้น", 40, 41, 42, 1),
        (5, NAMES[S7], "ไม่ส่ง", 44, 45, 1),
        (None, "อ.ทุ่งสมมติ", 46, 47, 47, None),
    )
)
_PUPILS = Grid(
    (
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "อ.2", None, None, "ป.1", None, None, "รวม", None, None, None),
        (None, None, "ชาย", "หญิง", "ห้อง", "ชาย", "หญิง", "ห้อง", "ชาย", "หญิง", "รวม", "ห้อง"),
        (S1, NAMES[S1], 5, 4, 1, 7, 6, 1, 12, 10, 22, 2),
        (S2, "โรงเรียน" + NAMES[S2], 1, 2, 1, 0, 3, 1, 1, 5, 6, 2),
        (S3, NAMES[S3], 3, 3, 1, "5 6", 4, 1, 8, 7, 15, 2),
        ("99020001", "บ้านเขตอื่น", 3, 3, 1, 5, 4, 1, 8, 7, 15, 2),
        (S5, NAMES[S5], 30, 28, 2, 31, "#REF!", 2, 61, 60, 121, 4),
        (S6, NAMES[S7], 9, 8, 1, 9, 10, 1, 18, 18, 36, 2),
        ("รวม", None, 39, 37, 5, 43, 40, 5, 82, 82, 164, 10),
    ),
    merged=("A1:A2", "B1:B2", "C1:E1", "F1:H1", "I1:L1"),
)
_GRADES = {
    "C": "general.pupils_k2_male",
    "D": "general.pupils_k2_female",
    "E": "general.pupils_k2_rooms",
    "F": "general.pupils_p1_male",
    "G": "general.pupils_p1_female",
    "H": "general.pupils_p1_rooms",
    "I": "general.pupils_all_male",
    "J": "general.pupils_all_female",
    "K": "general.pupils_all_total",
    "L": "general.pupils_all_rooms",
}
_STAFF = Grid(
    (
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ครู", None, "พนักงานราชการ", None, "รวม", None, "ทั้งหมด"),
        (None, None, "ชาย", "หญิง", "ชาย", "หญิง", "ชาย", "หญิง", None),
        (S1, NAMES[S1], 3, 8, 0, 1, 3, 9, 12),
        (S2, NAMES[S2], 2, 4, 1, 0, 3, 4, 7),
        (S3, NAMES[S3], 2, "สี่", 1, 0, 3, 4, 7),
        ("9901003", NAMES[S6], 5, 9, 1, 1, 6, 10, 16),
        ("รวมทั้งสิน", None, 7, 16, 2, 1, 9, 17, 26),
    ),
    merged=("A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1", "I1:I2"),
)
_STAFF_COLUMNS = {
    "C": "personnel.staff_teacher_male",
    "D": "personnel.staff_teacher_female",
    "E": "personnel.staff_government_male",
    "F": "personnel.staff_government_female",
    "G": "personnel.staff_all_male",
    "H": "personnel.staff_all_female",
    "I": "personnel.staff_all_total",
}
_PROVINCE = Grid(
    (
        ("ข้อมูลจำนวนนักเรียน",),
        ("สำนักงานศึกษาธิการจังหวัดสมมติ ปีการศึกษา 2566",),
        ("รหัสสถานศึกษา", "ชื่อโรงเรียน", "ป.6", None, "ม.1", None, None),
        (None, None, "ชาย", "หญิง", "ชาย", "หญิง", None),
        ("1099990001", NAMES[S1], 7, 0, 0, 0, 3),
        ("1099990009", NAMES[S9], 12, 9, 8, 11, None),
        ("1099990010", NAMES[S9], 5, 5, 0, 0, None),
        ("1099990006", NAMES[S6], "7 คน", "๙", 11, None, 8),
        ("1099990099", "บ้านใหม่เอี่ยม", 5, 5, 0, 0, None),
        ("รวม", None, 26, 18, 19, 11, None),
    ),
    merged=("A1:G1", "A2:G2", "A3:A4", "B3:B4", "C3:D3", "E3:F3"),
)
_THREE_DEEP = Grid(
    (
        ("ผลการทดสอบทางการศึกษาระดับชาติขั้นพื้นฐาน (O-NET) ชั้น ป.6",),
        ("ที่", "โรงเรียน", "ปีการศึกษา 2566", None, None, None, "ปีการศึกษา 2567", None, None, None, "แผนรบ"),
        (None, None, "ภาษาไทย", None, "คณิตศาสตร์", None, "ภาษาไทย", None, "คณิตศาสตร์", None, None),
        (None, None, "จำนวนผู้เข้าสอบ", "คะแนนเฉลี่ย", "จำนวนผู้เข้าสอบ", "คะแนนเฉลี่ย",
         "จำนวนผู้เข้าสอบ", "คะแนนเฉลี่ย", "จำนวนผู้เข้าสอบ", "คะแนนเฉลี่ย", None),
        (1, "1. " + NAMES[S1], 10, 48.5, 10, 33.25, 12, 50.25, 11, 35.5, 40),
        (2, "2. ร.ร." + NAMES[S3], 8, 44, 8, 30, 9, "4 7.5", 9, 31, 38),
        (3, "3. " + NAMES[S5], 70, 60, 70, 51.5, 75, 61.25, 0, 52.75, 55),
        (4, "4. บ้านเหล่า", 5, 41, 5, 29, 6, 42, 6, 30, 35),
        (5, "5. " + NAMES[S9], 11, 45, 11, 34, 13, 46.5, 13, "ขาดส่ง", 36),
        (None, "เฉลี่ย", 104, 54.94, 104, 44.45, 115, 56.5, 109, 45, None),
    )
)  # fmt: skip

WORKBOOKS = (
    UglyWorkbook(
        "onet_upload_cp874",
        "In cp874, names half missing, the nation above the area, year and grade only in the file name.",
        "onet ป6 2567.csv",
        delimited(_ONET.rows, "cp874"),
        figures(_ONET, "", 2567, _SUBJECTS, {2: S1, 3: S2, 4: S3}, n="C", without=("E4", "G4")),
        (
            *fault("V03", "", "E4", "a word instead of a mean"),
            *fault("V05", "", "G4", "decimal comma"),
            *fault("S15", "", "A5:B5", "school of no register"),
            *fault("S15", "", "A6:B6", "code of one school, name of another"),
            *fault("S19", "", "A7:C7", "neither code nor name"),
        ),
    ),
    UglyWorkbook(
        "nt_four_titles",
        "Four title rows and a blank one, Thai digits, the header again on the next page, notes below.",
        "NT.xlsx",
        xlsx({"NT": _NT}),
        figures(
            _NT,
            "NT",
            2565,
            {"D": "academic.nt_p3_thai", "E": "academic.nt_p3_math", "G": "academic.nt_p3_both"},
            {7: S1, 8: S2, 9: S3, 11: S5, 12: S6, 17: S8},
            n="C",
            without=("C9", "D11", "E12"),
        ),
        (
            *fault("V03", "NT", "C9", "a count in words"),
            *fault("V07", "NT", "D11", "over a hundred"),
            *fault("V06 V07", "NT", "E12", "below nought"),
            *fault("S15", "NT", "A13:B13", "unknown name"),
            *fault("S13", "NT", "A14:B14 A15:B15", "one school twice, digits swapped"),
            *fault("S19", "NT", "A16:C16", "school left out"),
            *fault("V24 V15", "NT", "F7 F8 F9 F11 F17", "a domain that was not tested"),
        ),
    ),
    UglyWorkbook(
        "years_under_a_title",
        "Columns headed by nothing but years; only the title says of what.",
        "ภาษาไทย.xlsx",
        xlsx({"ไทย": _YEARS}),
        {
            key: seen
            for letter, year_be in (("C", 2565), ("D", 2566), ("E", 2567))
            for key, seen in figures(
                _YEARS,
                "ไทย",
                year_be,
                {letter: "academic.onet_p6_thai"},
                {3: S1, 4: S3, 5: S6, 7: S7},
                without=("D4", "D5", "C7"),
            ).items()
        },
        (
            *fault("S22", "ไทย", "F2", "a column worked out from the others"),
            *fault("V14", "ไทย", "D4", "a dash"),
            *fault("V07", "ไทย", "D5", "a digit too many"),
            *fault("S15", "ไทย", "B6", "a school of no register"),
            *fault("V03", "ไทย", "C7", "not sent, in words"),
        ),
    ),
    UglyWorkbook(
        "pupils_html_xls",
        "A web page saved as .xls: two header rows, spans, a total below.",
        "จำนวนนักเรียน 1-2567.xls",
        html_table(_PUPILS),
        figures(
            _PUPILS,
            "ตาราง 1",
            2567,
            _GRADES,
            {3: S1, 4: S2, 5: S3, 7: S5},
            term=1,
            without=("F5", "G7"),
        ),
        (
            *fault("V03", "ตาราง 1", "F5", "two numbers in one cell"),
            *fault("S15", "ตาราง 1", "A6:B6", "school of another area"),
            *fault("V02 V03", "ตาราง 1", "G7", "formula that broke"),
            *fault("S15", "ตาราง 1", "A8:B8", "name one row off"),
            *fault("F14 F24", "", "", "a web page called .xls"),
        ),
    ),
    UglyWorkbook(
        "staff_two_rows",
        "Staff by kind and sex, a code of seven digits, a misspelt total.",
        "จำนวนบุคลากร 2567.xlsx",
        xlsx({"ข้อมูลบุคลากร": _STAFF}),
        figures(_STAFF, "ข้อมูลบุคลากร", 2567, _STAFF_COLUMNS, {3: S1, 4: S2, 5: S3, 6: S6}, without=("D5",)),
        (
            *fault("V03", "ข้อมูลบุคลากร", "D5", "a number in words"),
            *fault("S23 S15", "ข้อมูลบุคลากร", "A6:B6", "a digit of the code lost"),
        ),
    ),
    UglyWorkbook(
        "province_export",
        "Two merged title rows over two header rows, ten-digit codes, a stray column without a header.",
        "export.xlsx",
        xlsx({"Worksheet": _PROVINCE}),
        figures(
            _PROVINCE,
            "Worksheet",
            2566,
            {
                "C": "general.pupils_p6_male",
                "D": "general.pupils_p6_female",
                "E": "general.pupils_m1_male",
                "F": "general.pupils_m1_female",
            },
            {5: S1, 6: S9, 8: S6},
            instead={"C8": 7, "D8": 9},
        ),
        (
            *fault("S09", "Worksheet", "G3:G8", "figures without a header"),
            *fault("S15", "Worksheet", "A7:B7", "code of one, name of another"),
            *fault("S15", "Worksheet", "A9:B9", "school too new for the register"),
            *fault("V04", "Worksheet", "C8 D8", "unit and Thai digit in a cell"),
        ),
    ),
    UglyWorkbook(
        "three_deep_unmerged",
        "Three header rows whose parents are written once and never merged, two years side by side.",
        "onet.xlsx",
        xlsx({"ชีต1": _THREE_DEEP}),
        {
            **figures(
                _THREE_DEEP,
                "ชีต1",
                2566,
                {"D": "academic.onet_p6_thai", "F": "academic.onet_p6_math"},
                {5: S1, 6: S3, 7: S5, 9: S9},
                n={"D": "C", "F": "E"},
            ),
            **figures(
                _THREE_DEEP,
                "ชีต1",
                2567,
                {"H": "academic.onet_p6_thai", "J": "academic.onet_p6_math"},
                {5: S1, 6: S3, 7: S5, 9: S9},
                n={"H": "G", "J": "I"},
                without=("H6", "J7", "J9"),
            ),
        },
        (
            *fault("S22", "ชีต1", "K2:K4", "a header that nobody can read"),
            *fault("V03", "ชีต1", "H6", "a blank inside a number"),
            *fault("V23", "ชีต1", "J7", "a mean of nobody"),
            *fault("S15", "ชีต1", "A8:B8", "a name that two schools bear"),
            *fault("V03", "ชีต1", "J9", "a remark instead of a mean"),
        ),
    ),
)
