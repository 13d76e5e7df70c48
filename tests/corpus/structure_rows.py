"""What the rows are: groups, totals, areas in any order, years in a column, merged cells, hidden things."""

from lib.ingest.choices import ImportChoices
from tests.corpus.grids import Grid, delimited, xlsx
from tests.corpus.schools import NAMES, S1, S2, S3, S4, S5, S6, S7, S8, S9, S10, S11, S12
from tests.corpus.ugly import UglyWorkbook, fault, figures

_GROUPS = Grid(
    (
        ("จำนวนนักเรียน แยกตามอำเภอ ปีการศึกษา 2566",),
        ("ที่", "ชื่อสถานศึกษา", "อนุบาล", "ประถมศึกษา", "รวมทุกระดับ"),
        (None, "จังหวัดสมมติ", None, None, None),
        (None, "อำเภอเมืองสมมติ", 88, 221, 309),
        (1, "1.รร." + NAMES[S1], "-", 100, 100),
        (2, "2. รร.บ้านสมมติสอง", 12, 33, 45),
        (3, "3. โรงเรียนวัดสมมติสาม", 20, "หกสิบ", 80),
        (4, "4. รร.บ้านเหล่า", 16, 42, 58),
        (None, "รวม", 48, 175, 283),
        (None, "อำเภอทุ่งสมมติ", None, None, None),
        (1, "1. " + NAMES[S6], 60, 150, 210),
        (2, "2. " + NAMES[S7], 24, "4O", 64),
        (3, "3. บ้านห้วยสมติ", 8, 25, 33),
        (None, None, 9, 20, 29),
        (4, "4. " + NAMES[S9], 20, 75, 95),
        (None, "รวม", 121, 310, 431),
        (None, "รวมทั้งหมด", 169, 485, 714),
        ("หมายเหตุ : - หมายถึง ไม่เปิดสอน",),
    )
)
_SCOPES = Grid(
    (
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์"),
        ("00000000", None, None, 55.1, 29.9),
        (None, "ระดับสังกัด", None, 54.2, 29.1),
        (S1, NAMES[S1], 12, 50, 30),
        ("99010000", None, None, 51.5, 31.25),
        (S2, NAMES[S2], 4, 44, "สามสิบ"),
        (S3, "รวม", 16, 47, 30),
        (None, "จังหวัดสมมติ", None, 52, 30.5),
        (None, "ศึกษาธิการภาค 12", None, 53, 30.75),
        (S5, NAMES[S5], 80, 58, 36),
        ("99010099", "รวมโรงเรียนขนาดเล็ก", 20, 48, 30),
        (S6, NAMES[S6], 21, "๔๘.๕ คะแนน", 33),
        ("ค่าสูงสุด", None, None, 58, 36),
        ("S.D.", None, None, 6.1, 3.1),
        (None, "เฉลี่ยทุกโรงเรียน", None, 51.5, 31.25),
        ("99019999", None, 5, 40, 28),
        (S9, NAMES[S9], None, 45, 31),
    )
)
_TEST = {"D": "academic.onet_p6_thai", "E": "academic.onet_p6_math"}
_DOUBLES = Grid(
    (
        ("ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์"),
        (1, S1, NAMES[S1], 12, 50, 30),
        (2, S2, NAMES[S2], 4, 44, 28),
        (3, S2, NAMES[S2], 4, 44, 28),
        (4, S3, NAMES[S3], 9, 47, 29),
        (5, S3, NAMES[S3], 9, 49, 29),
        ("ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์"),
        (6, S4, NAMES[S4], 3, 41, 27),
        (7, None, S5, 80, 58, 36),
        (8, S6, NAMES[S6], "ภาษาไทย", 48, 33),
        (9, S8, None, NAMES[S8], 33, 31),
        (10, S8, NAMES[S9], 13, 46, 31),
        (11, S10, NAMES[S10], 14, "50-55", 32),
        (12, NAMES[S11], S11, 7, 43, 29),
        (13, S12, NAMES[S12], 6, 45, None),
        (None, None, None, None, None, None),
        (None, "รวม 12 โรงเรียน", None, 155, 51, 31),
    )
)
_EIGHT_C = Grid(
    (
        ("ลำดับ", "วันที่บันทึก", "ปีการศึกษา", "ภาคเรียน", "อำเภอ", "กลุ่มโรงเรียน", "โรงเรียน",
         "ขนาดโรงเรียน", "จำนวนนักเรียนทั้งหมด", "จำนวนที่ประเมิน", "คะแนนเฉลี่ย 8C", "ระดับคุณภาพ", "จุดเด่น"),
        (1, "5/6/2567", 2567, 1, "เมืองสมมติ", "ก", "โรงเรียน" + NAMES[S3], "เล็ก", 80, 75, 3.2, "ดี", "-"),
        (2, "5/6/2567", "2024", "1", "เมืองสมมติ", "ก", "รร." + NAMES[S1], "เล็ก", 120, 118, 3.4, "ดี", "-"),
        (3, "5/6/2567", "๒๕๖๗", "๑", "ทุ่งสมมติ", "ข", NAMES[S6], "กลาง", 210, 205, 3.1, "ดี", "-"),
        (4, "5/6/2567", "67", 1, "ทุ่งสมมติ", "ข", NAMES[S7], "เล็ก", 64, 60, 3.0, "ดี", "-"),
        (5, "5/6/2567", "ปีนี้", 1, "ทุ่งสมมติ", "ข", NAMES[S8], "เล็ก", 33, 30, 2.9, "พอใช้", "-"),
        (6, "5/6/2567", 2567, "2/2567", "ทุ่งสมมติ", "ข", NAMES[S9], "เล็ก", 95, 90, 3.3, "ดี", "-"),
        (7, "5/6/2567", None, "2/2566", "ทุ่งสมมติ", "ข", NAMES[S9], "เล็ก", 95, 91, 3.05, "ดี", "-"),
        (8, "5/6/2567", None, 1, "ทุ่งสมมติ", "ข", NAMES[S10], "กลาง", 150, 148, 3.6, "ดีมาก", "-"),
        (9, "5/6/2567", 2567, "สาม", "เมืองสมมติ", "ก", NAMES[S5], "ใหญ่", 640, 630, 3.7, "ดีมาก", "-"),
        (10, "5/6/2567", 2567, 1, "เมืองสมมติ", "ก", "บ้านสมมติ", "เล็ก", 50, 48, 3.1, "ดี", "-"),
        (11, "5/6/2567", 25667, 1, "เมืองสมมติ", "ก", NAMES[S2], "เล็ก", 45, 44, 3.1, "ดี", "-"),
        (12, "5/6/2567", "2567", 1, "เมืองสมมติ", "ก", NAMES[S4], "เล็ก", 12, 12, "ดีมาก", "ดี", "-"),
        (13, "5/6/2567", "2567-2568", 1, "เมืองสมมติ", "ก", NAMES[S11], "เล็ก", 58, 55, 3.2, "ดี", "-"),
    )
)  # fmt: skip
_C8 = {"K": "academic.c8_mean"}
_MERGED = Grid(
    (
        ("กลุ่มโรงเรียน", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ปีการศึกษา", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์"),
        ("กลุ่มดอนสมมติ", S1, NAMES[S1], 2566, 10, 48, 31),
        (None, None, None, 2567, 12, 50, 30),
        (None, S2, NAMES[S2], 2566, 5, 43, 27),
        (None, None, None, 2567, 4, 44, 28),
        ("กลุ่มทุ่งสมมติ", S6, NAMES[S6], 2567, 21, 48.5, 33),
        (None, S7, NAMES[S7], 2567, 6, None, 34),
        (None, S8, NAMES[S8], 2567, 5, 46, None),
        (None, S9, NAMES[S9], 2567, 13, None, 31),
        (None, S10, NAMES[S10], 2567, 14, 51, None),
    ),
    merged=("A2:A5", "B2:B3", "C2:C3", "B4:B5", "C4:C5", "A6:A10", "F6:F7", "G7:G8", "E9:F9", "F10:G10"),
)
_MERGED_TEST = {"F": "academic.onet_p6_thai", "G": "academic.onet_p6_math"}
_HIDDEN = Grid(
    (
        ("ผลการทดสอบ O-NET ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์"),
        (S1, NAMES[S1], 12, 50, 30),
        (S2, NAMES[S2], 4, 44, 28),
        (S3, NAMES[S3], 9, 47, 29),
        (S5, NAMES[S5], 80, 58, 36),
        (S6, NAMES[S6], 21, 48, "x1"),
    ),
    hidden_rows=(4, 5),
    hidden_columns=("E",),
)
_DRAFT = Grid((*_HIDDEN.rows[:2], (S1, NAMES[S1], 12, 99, 99)), hidden=True)
_WANTED = Grid((*_HIDDEN.rows[:2], (S1, NAMES[S1], 12, 51, "3O"), (S8, None, 5, 46, 31)), hidden=True)
_NOTES_SHEET = Grid((("บันทึก",), ("โทรถามโรงเรียนที่ยังไม่ส่ง",), ("ภายใน 15 มิ.ย.",)))

WORKBOOKS = (
    UglyWorkbook(
        "district_groups",
        "Districts as headings, one of them with its own sums, sums under each, numbers glued to the names.",
        "นักเรียน.xlsx",
        xlsx({"Sheet1": _GROUPS}),
        figures(
            _GROUPS,
            "Sheet1",
            2566,
            {
                "C": "general.pupils_early_total",
                "D": "general.pupils_primary_total",
                "E": "general.pupils_all_total",
            },
            {5: S1, 6: S2, 7: S3, 11: S6, 12: S7, 15: S9},
            without=("C5", "D7", "D12"),
        ),
        (
            *fault("V14", "Sheet1", "C5", "a dash for a school without the level"),
            *fault("V03", "Sheet1", "D7 D12", "words and a letter O for digits"),
            *fault("S15", "Sheet1", "A8:B8", "a name that two schools bear"),
            *fault("S15", "Sheet1", "A13:B13", "a misspelt name"),
            *fault("S19", "Sheet1", "A14:C14", "a school without its name"),
        ),
    ),
    UglyWorkbook(
        "scopes_in_any_order",
        "Nation, affiliation, area, province, region and statistics among the schools, some only as codes.",
        "O-NET ป.6 ปีการศึกษา 2567.csv",
        delimited(_SCOPES.rows, "utf-8"),
        figures(
            _SCOPES,
            "",
            2567,
            _TEST,
            {4: S1, 6: S2, 10: S5, 12: S6, 17: S9},
            n="C",
            instead={"D12": 48.5},
            without=("E6",),
        ),
        (
            *fault("V03", "", "E6", "a number in words"),
            *fault("S15 S16", "", "A7:B7", "a sum that carries a school's code"),
            *fault("S15 S16", "", "A11:B11", "a part sum that carries a code of its own"),
            *fault("V04", "", "D12", "Thai digits with a unit"),
            *fault("S15", "", "A16:B16", "a code that nobody knows, no name"),
        ),
    ),
    UglyWorkbook(
        "doubled_and_shifted",
        "Schools listed twice, cells one column off, code and name swapped, the header again on page two.",
        "O-NET ป.6 ปีการศึกษา 2567.xlsx",
        xlsx({"ข้อมูล": _DOUBLES}),
        figures(
            _DOUBLES,
            "ข้อมูล",
            2567,
            {"E": "academic.onet_p6_thai", "F": "academic.onet_p6_math"},
            {2: S1, 3: S2, 8: S4, 9: S5, 10: S6, 13: S10, 14: S11, 15: S12},
            n="D",
            without=("D10", "E13"),
        ),
        (
            *fault("S13", "ข้อมูล", "B4:C4", "the same row twice"),
            *fault("S13", "ข้อมูล", "B5:C5 B6:C6", "two rows that differ"),
            *fault("V03", "ข้อมูล", "D10", "a header word in a count"),
            *fault("S30", "ข้อมูล", "B11:D11", "a row moved to the right"),
            *fault("S15", "ข้อมูล", "B12:C12", "code of one school, name of another"),
            *fault("V03", "ข้อมูล", "E13", "a range for a number"),
        ),
    ),
    UglyWorkbook(
        "form_answers_8c",
        "Answers of a form: one row per school and term, years as พ.ศ., ค.ศ., two digits and Thai digits.",
        "8C (การตอบกลับ).xlsx",
        xlsx({"การตอบแบบฟอร์ม 1": _EIGHT_C}),
        {
            **figures(_EIGHT_C, "การตอบแบบฟอร์ม 1", 2567, _C8, {2: S3, 3: S1, 4: S6}, n="J", term=1),
            **figures(_EIGHT_C, "การตอบแบบฟอร์ม 1", 2567, _C8, {7: S9}, n="J", term=2),
            **figures(_EIGHT_C, "การตอบแบบฟอร์ม 1", 2566, _C8, {8: S9}, n="J", term=2),
        },
        (
            *fault("V10", "การตอบแบบฟอร์ม 1", "C3", "a Christian year"),
            *fault(
                "V11",
                "การตอบแบบฟอร์ม 1",
                "C5 C6 C12 C14",
                "years of two digits, words, five digits, two years",
            ),
            *fault("P02 V11", "การตอบแบบฟอร์ม 1", "C9", "no year at all"),
            *fault("V11", "การตอบแบบฟอร์ม 1", "D10", "a term in words"),
            *fault("S15", "การตอบแบบฟอร์ม 1", "G11", "a name of no school"),
            *fault("V03", "การตอบแบบฟอร์ม 1", "K13", "a level instead of a mean"),
        ),
    ),
    UglyWorkbook(
        "merged_data",
        "Cells merged in the data: a school over its two years, one mean over two schools.",
        "O-NET ป.6.xlsx",
        xlsx({"ข้อมูล": _MERGED}),
        {
            **figures(_MERGED, "ข้อมูล", 2566, _MERGED_TEST, {2: S1, 4: S2}, n="E"),
            **figures(
                _MERGED,
                "ข้อมูล",
                2567,
                _MERGED_TEST,
                {3: S1, 5: S2, 6: S6, 7: S7, 8: S8, 9: S9, 10: S10},
                n="E",
                without=("F6", "G7", "E9", "F10"),
            ),
        },
        (
            *fault("S11", "ข้อมูล", "F6:F7 G7:G8", "one figure over two schools"),
            *fault("S11", "ข้อมูล", "E9:F9 F10:G10", "one figure over two columns"),
            *fault("S11", "ข้อมูล", "B2:C3 B4:C5", "a school over two rows"),
        ),
    ),
    UglyWorkbook(
        "hidden_parts",
        "Two rows, a column and a sheet hidden, and a sheet of scribbles.",
        "ผลสอบ.xlsx",
        xlsx({"O-NET": _HIDDEN, "ร่าง": _DRAFT, "บันทึก": _NOTES_SHEET}),
        figures(_HIDDEN, "O-NET", 2567, _TEST, {3: S1, 4: S2, 5: S3, 6: S5, 7: S6}, n="C", without=("E7",)),
        (
            *fault("S29", "O-NET", "A4:E5", "hidden rows that hold schools"),
            *fault("S29", "O-NET", "E2", "a hidden column that holds figures"),
            *fault("V03", "O-NET", "E7", "letters in a figure of a hidden column"),
            *fault("S06", "ร่าง", "", "a hidden draft"),
            *fault("S10", "บันทึก", "A1", "a sheet without a table"),
        ),
    ),
    UglyWorkbook(
        "hidden_sheet_wanted",
        "The same hidden draft, which a person wants read after all.",
        "ผลสอบ.xlsx",
        xlsx({"ปก": Grid(()), "ร่าง": _WANTED}),
        figures(_WANTED, "ร่าง", 2567, _TEST, {3: S1, 4: S8}, n="C", without=("E3",)),
        (*fault("V03", "ร่าง", "E3", "a letter O for nought"),),
        ImportChoices(hidden_sheets=("ร่าง",)),
    ),
)
