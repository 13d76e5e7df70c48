"""Staff, care, buildings and money in the wording of offices: per cents, heads and sums."""

from tests.corpus.grids import Grid, delimited, html_table, xlsx
from tests.corpus.schools import NAMES, S1, S2, S3, S4, S5, S6
from tests.corpus.ugly import Seen, UglyWorkbook, fault, figures

_FIVE = (S1, S2, S3, S4, S5)
_DROPOUT = Grid(
    (
        ("ข้อมูลนักเรียนออกกลางคัน ปีการศึกษา 2566",),
        ("ที่", "ชื่อสถานศึกษา", "นักเรียนต้นปี (คน)", "ออกกลางคัน (คน)", "คิดเป็นร้อยละ"),
        (1, NAMES[S1], 100, 0, 0),
        (2, NAMES[S2], 120, 1, "=D4/C4*100"),
        (3, NAMES[S3], "160 คน", 0, 0),
        (4, NAMES[S4], 180, "ไม่มี", "ไม่มี"),
        (5, NAMES[S5], 240, 1, 50),
    )
)
_NUTRITION = Grid(
    (
        ("รายงานภาวะโภชนาการ ภาคเรียนที่ 2/2566",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ชั่ง-วัด (คน)", "สูงดีสมส่วน", None, "ผอม", None),
        (None, None, None, "จำนวน", "ร้อยละ", "จำนวน", "ร้อยละ"),
        (S1, NAMES[S1], "1,000", 700, 70, 5, 0.5),
        (S2, NAMES[S2], 100, 61, "61.00 %", 5, 5),
        (S3, NAMES[S3], 100, "๖๓", "๖๓.๐๐", 5, 5),
        (S4, NAMES[S4], 100, 64, 46, 5, 5),
        (S5, NAMES[S5], 100, 65, "65,00", 5, 5),
    ),
    merged=("D2:E2", "F2:G2", "A2:A3", "B2:B3", "C2:C3"),
)
_KINDS = ("ข้าราชการครู", "พนักงานราชการ", "ลูกจ้างประจำ", "ครูอัตราจ้าง")
_STAFF = Grid(
    (
        ("ข้อมูลบุคลากร ปีการศึกษา 2567",),
        ("รหัสโรงเรียน", "โรงเรียน", *(text for kind in _KINDS for text in (kind, None))),
        (None, None, *("ช", "ญ") * 4),
        (S1, NAMES[S1], "๓", 5, 1, 0, 0, 1, 1, 1),
        (S2, NAMES[S2], 3, "หก", 1, 0, 0, 1, 1, 1),
        (S3, NAMES[S3], 3, 7, "1 คน", 0, 0, 1, 1, 1),
        (S4, NAMES[S4], 3, 8, 1, 0.5, 0, 1, 1, 1),
    ),
    merged=("C2:D2", "E2:F2", "G2:H2", "I2:J2", "A2:A3", "B2:B3"),
)
_STAFF_COLUMNS = {
    letter: f"personnel.staff_{kind}_{sex}"
    for kind, letters in (("civil_teacher", "CD"), ("government", "EF"), ("permanent", "GH"))
    for letter, sex in zip(letters, ("male", "female"), strict=True)
}
_BUILDINGS = Grid(
    (
        ("สภาพอาคารและระบบอินเทอร์เน็ต ปีการศึกษา 2567",),
        ("รหัส", "โรงเรียน", "อาคารเรียนชำรุด (หลัง)", "ห้องน้ำชำรุด (หลัง)", "รวมอาคารและห้องน้ำชำรุด (หลัง)",
         "ความเร็วอินเทอร์เน็ต (Mbps)"),
        (S1, NAMES[S1], 1, 2, "3 หลัง", 100),
        (S2, NAMES[S2], 1, 2, "สาม", 100),
        (S3, NAMES[S3], 1, 2, 2.5, 100),
        (S4, NAMES[S4], 1, 2, -1, 100),
        (S5, NAMES[S5], 1, 2, "ไม่มี", 100),
    )
)  # fmt: skip
_CONTROL = Grid(
    (
        ("การส่งรายงานการควบคุมภายใน ปีงบประมาณ พ.ศ. ๒๕๖๖",),
        ("ที่", "หน่วยงาน", "ปค.4", "ปค.5", "รายงานที่ส่งทันกำหนด (ร้อยละ)"),
        (1, NAMES[S1], "✓", "✓", "100 %"),
        (2, NAMES[S2], "✓", "✓", "✓"),
        (3, NAMES[S3], "✓", "✓", "66.67%"),
        (4, NAMES[S4], "✓", "✓", 1),
        (5, NAMES[S5], "✓", "✓", "ทันกำหนด"),
        (6, NAMES[S6], "✓", "✓", 100),
    )
)
_VACANT = Grid(
    (
        ("สรุปตำแหน่งผู้บริหารว่าง ปีการศึกษา 2567",),
        ("สถานศึกษา", "ผอ. ว่าง", "รวมตำแหน่งผู้บริหารว่าง"),
        *((NAMES[school], place % 2, place % 2 + 1) for place, school in enumerate(_FIVE)),
    )
)
_PLC = Grid(
    (
        ("ผลการดำเนินงาน PLC และ PA ปีงบประมาณ 2567",),
        ("โรงเรียน", "จำนวนข้าราชการครู", "ร้อยละ PLC", "ผ่านการประเมิน PA (คน)", "ผ่านการประเมิน PA (ร้อยละ)"),
        (NAMES[S1], 10, 90, 8, 80),
        (NAMES[S2], 10, 90, 8, "ผ่านทุกคน"),
        (NAMES[S3], 10, 90, 8, 85),
        (NAMES[S4], "10 คน", 90, 8, "๘๐"),
    )
)
_YEARS = Grid(
    (
        ("เปรียบเทียบผลสอบ O-NET ป.6 ย้อนหลัง",),
        ("โรงเรียน", "ภาษาไทย", None, "คณิตศาสตร์", None),
        (None, "2565", "2566", "2022", "2023"),
        (NAMES[S1], 42, 43, 31, 35),
        (NAMES[S2], 43, "๔๔", "33.O", 36),
        (NAMES[S3], 44, "-", 33, 137),
    ),
    merged=("B2:C2", "D2:E2", "A2:A3"),
)
_LONG = (
    ("ปีงบประมาณ", "รหัสโรงเรียน", "โรงเรียน", "ตัวชี้วัด", "ผลการดำเนินงาน"),
    (2567, S1, NAMES[S1], "ร้อยละการเบิกจ่ายภาพรวม", "80.50%"),
    (2567, S1, NAMES[S1], "คะแนน ITA Online ของสถานศึกษา", "เก้าสิบ"),
    (2567, S2, NAMES[S2], "ร้อยละการเบิกจ่ายภาพรวม", 81.5),
    (2567, S2, NAMES[S2], "คะแนน ITA Online ของสถานศึกษา", "๙๑.๑"),
    (2567, S3, NAMES[S3], "ร้อยละการเบิกจ่ายภาพรวม", 300),
    (2567, S3, NAMES[S3], "คะแนน ITA Online ของสถานศึกษา", 92.1),
    (2567, S3, NAMES[S3], "ร้อยละครูเข้าร่วม PLC", 70),
)
_DISBURSE, _ITA = "budget.disburse_total_pct", "general.ita_school"

WORKBOOKS = (
    UglyWorkbook(
        "review_bare_per_cent",
        "the per cent says only คิดเป็นร้อยละ, one is a formula nobody calculated",
        "ออกกลางคัน.xlsx",
        xlsx({"ข้อมูล": _DROPOUT}),
        figures(
            _DROPOUT, "ข้อมูล", 2566, {"E": "general.dropout_pct"}, dict(zip(range(3, 8), _FIVE, strict=True)),
            n="C", instead={"C5": 160}, without=("E4", "E6"),
        ),
        (
            *fault("V01", "ข้อมูล", "E4", "not calculated"),
            *fault("V04", "ข้อมูล", "C5", "a unit"),
            *fault("V14", "ข้อมูล", "D6 E6", "a word for nothing"),
            *fault("V21", "ข้อมูล", "E7", "one of 240 is no half"),
        ),
    ),
    UglyWorkbook(
        "review_nutrition_page",
        "a web page with bands of count and per cent; thin pupils are another thing",
        "โภชนาการ.xls",
        html_table(_NUTRITION),
        figures(
            _NUTRITION, "ตาราง 1", 2566, {"E": "general.nutrition_ok_pct"},
            dict(zip(range(4, 9), _FIVE, strict=True)), n="C", term=2,
            instead={"C4": 1000, "E5": 61, "E6": 63}, without=("E8",),
        ),
        (
            *fault("V04", "ตาราง 1", "C4 E5 E6", "commas, signs, Thai digits"),
            *fault("V21", "ตาราง 1", "E7", "the count says 64"),
            *fault("V05", "ตาราง 1", "E8", "decimal comma"),
            *fault("S21 S22", "ตาราง 1", "F3 G3", "no indicator of ours"),
        ),
    ),
    UglyWorkbook(
        "review_staff_sexes",
        "ช and ญ under merged kinds of staff, one kind that is none of ours",
        "บุคลากร67.xlsx",
        xlsx({"บุคลากร": _STAFF}),
        figures(
            _STAFF, "บุคลากร", 2567, _STAFF_COLUMNS, dict(zip(range(4, 8), _FIVE[:4], strict=True)),
            instead={"C4": 3, "E6": 1}, without=("D5", "F7"),
        ),
        (
            *fault("V04", "บุคลากร", "C4 E6", "Thai digits, a unit"),
            *fault("V03", "บุคลากร", "D5", "a number in words"),
            *fault("V20", "บุคลากร", "F7", "half a person"),
            *fault("S21 S22", "บุคลากร", "I3 J3", "contract teachers are counted elsewhere"),
        ),
    ),
    UglyWorkbook(
        "review_parts_before_their_sum",
        "damaged buildings and toilets apart and together: only together they are the indicator",
        "อาคาร.xlsx",
        xlsx({"สภาพ": _BUILDINGS}),
        figures(
            _BUILDINGS, "สภาพ", 2567, {"E": "general.building_damaged"}, {3: S1},
            instead={"E3": 3},
        ),
        (
            *fault("V04", "สภาพ", "E3", "a unit"),
            *fault("V03", "สภาพ", "E4", "a number in words"),
            *fault("V20", "สภาพ", "E5", "half a building"),
            *fault("V06", "สภาพ", "E6", "below nothing"),
            *fault("V14", "สภาพ", "E7", "a word for nothing"),
            *fault("S21 S22", "สภาพ", "C2 D2 F2", "parts and another thing"),
        ),
    ),
    UglyWorkbook(
        "review_ticks_and_a_one",
        "offices instead of schools in the header, ticks, and a 1 among hundreds",
        "ควบคุมภายใน.xlsx",
        xlsx({"ปค": _CONTROL}),
        figures(
            _CONTROL, "ปค", 2566, {"E": "general.internal_control_pct"},
            {3: S1, 4: S2, 5: S3, 6: S4, 7: S5, 8: S6},
            instead={"E3": 100, "E5": 66.67}, without=("E4", "E6", "E7"),
        ),
        (
            *fault("V04", "ปค", "E3 E5", "per cent signs"),
            *fault("V03", "ปค", "E4 E7", "a tick, a word"),
            *fault("V08", "ปค", "E6", "one per cent or all of it"),
            *fault("S21 S22", "ปค", "C2 D2", "ticks"),
        ),
    ),
    UglyWorkbook(
        "review_two_wordings",
        "vacant headships and all vacant posts are worded as one indicator: neither is guessed",
        "ผู้บริหารว่าง.xlsx",
        xlsx({"ว่าง": _VACANT}),
        {},
        (
            *fault("S21", "ว่าง", "B2 C2", "two wordings of one indicator"),
            *fault("S12", "ว่าง", "A2", "none left"),
        ),
    ),
    UglyWorkbook(
        "review_plc_beside_pa",
        "a kind the catalogue lacks beside one it has in another wording",
        "PLC_PA.xlsx",
        xlsx({"PLC": _PLC}),
        figures(
            _PLC, "PLC", 2567, {"E": "personnel.pa_done_pct"}, {3: S1, 4: S2, 5: S3, 6: S4}, n="B",
            instead={"E6": 80, "B6": 10}, without=("E4",),
        ),
        (
            *fault("V03 V14", "PLC", "E4", "words"),
            *fault("V21", "PLC", "E5", "the count says 80"),
            *fault("V04", "PLC", "B6 E6", "a unit, Thai digits"),
            *fault("S21 S22", "PLC", "C2", "no indicator of ours"),
        ),
    ),
    UglyWorkbook(
        "review_years_of_two_calendars",
        "years of both calendars typed as texts beneath merged subjects",
        "เปรียบเทียบ.xlsx",
        xlsx({"ย้อนหลัง": _YEARS}),
        {
            **figures(
                _YEARS, "ย้อนหลัง", 2565, {"B": "academic.onet_p6_thai", "D": "academic.onet_p6_math"},
                {4: S1, 5: S2, 6: S3}, without=("D5",),
            ),
            **figures(
                _YEARS, "ย้อนหลัง", 2566, {"C": "academic.onet_p6_thai", "E": "academic.onet_p6_math"},
                {4: S1, 5: S2, 6: S3}, instead={"C5": 44}, without=("C6", "E6"),
            ),
        },
        (
            *fault("V04", "ย้อนหลัง", "C5", "Thai digits"),
            *fault("V03", "ย้อนหลัง", "D5", "a letter for a digit"),
            *fault("V14", "ย้อนหลัง", "C6", "no result"),
            *fault("V07", "ย้อนหลัง", "E6", "a digit too many"),
        ),
    ),
    UglyWorkbook(
        "review_long_by_indicator",
        "one row per indicator under ผลการดำเนินงาน, one of them unknown",
        "รายงานตัวชี้วัด.csv",
        delimited(_LONG),
        {
            (_DISBURSE, S1, 2567, 0): Seen(80.5, None, "E2"),
            (_DISBURSE, S2, 2567, 0): Seen(81.5, None, "E4"),
            (_ITA, S2, 2567, 0): Seen(91.1, None, "E5"),
            (_ITA, S3, 2567, 0): Seen(92.1, None, "E7"),
        },
        (
            *fault("V04", "", "E2 E5", "per cent sign, Thai digits"),
            *fault("V03", "", "E3", "a number in words"),
            *fault("V07", "", "E6", "far too much"),
            *fault("S22", "", "D8", "no indicator of ours"),
        ),
    ),
)  # fmt: skip
