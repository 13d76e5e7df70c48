"""Learning results in the wording of offices: abbreviations, bands of levels, bare sexes."""

from openpyxl.utils import get_column_letter

from tests.corpus.grids import Grid, xlsx
from tests.corpus.schools import NAMES, S1, S2, S3, S4, S5, S6, S7
from tests.corpus.ugly import UglyWorkbook, fault, figures

_SIX = (S1, S2, S3, S4, S5, S6)
_ONET = Grid(
    (
        ("ผลการทดสอบทางการศึกษา O-NET ชั้นประถมศึกษาปีที่ ๖",),
        ("ปีการศึกษา ๒๕๖๖",),
        ("ที่", "โรงเรียน", "เข้าสอบ\n(คน)", "คะแนนเฉลี่ยรายวิชา", None, None, None, None),
        (None, None, None, "ไทย", "คณิตฯ", "วิทย์ฯ", "Eng.", "เฉลี่ย 4 วิชา"),
        (1, "รร." + NAMES[S1], 12, "๔๕.๒๐", 40.1, 38.2, 33.1, 39.15),
        (2, "รร." + NAMES[S2], 13, 51.3, "ขาดสอบ", 41.2, 36.4, 43.0),
        (3, "รร." + NAMES[S3], 14, 47.7, 39.9, 145.2, 35.5, 41.03),
        (4, "รร." + NAMES[S4], 15, 52.1, 44.4, 40.0, "45,5", 43.0),
        (5, "รร." + NAMES[S5], 80, 60.2, 51.8, 48.9, 47.0, "#DIV/0!"),
        (6, "รร." + NAMES[S6], 20, "48.2*", 40.6, 39.1, 34.2, 40.5),
        (None, "เฉลี่ยระดับประเทศ", None, 48.11, 34.02, 38.3, 39.9, 40.08),
        ("* รวมนักเรียนพิเศษ",),
    ),
    merged=("D3:H3", "A3:A4", "B3:B4", "C3:C4"),
)
_ONET_COLUMNS = {
    letter: f"academic.onet_p6_{subject}"
    for letter, subject in zip("DEFGH", ("thai", "math", "science", "english", "mean"), strict=True)
}
_GRADES = Grid(
    (
        ("ร้อยละของนักเรียนที่มีผลการเรียนระดับ 3 ขึ้นไป ภาคเรียนที่ 1 ปีการศึกษา 2567",),
        ("ลำดับ", "สถานศึกษา", "กลุ่มสาระการเรียนรู้", None, None, None, None),
        (None, None, "ภาษาไทย", "คณิตศาสตร์", "วิทย์ฯ และเทคโนฯ", "สังคมฯ", "เฉลี่ย"),
        (1, NAMES[S1], "85.5%", 61.2, 66.6, 72.0, 71.3),
        (2, NAMES[S2], 74.1, 0.72, 64.0, 70.5, 69.9),
        (3, NAMES[S3], 78.0, 66.3, "ร", 69.2, 71.1),
        (4, NAMES[S4], 81.2, 59.4, 61.8, 105, 70.2),
        (5, NAMES[S5], "๘๘", 79.9, 81.1, "75.55.", 83.4),
    ),
    merged=("A2:A3", "B2:B3", "C2:G2"),
)
_GRADE_COLUMNS = {
    letter: f"academic.gpa_ge3_all_{subject}"
    for letter, subject in zip("CDEFG", ("thai", "math", "science", "social", "mean"), strict=True)
}
_CHARACTER = Grid(
    (
        ("สรุปผลการประเมินคุณลักษณะอันพึงประสงค์ และการอ่าน คิดวิเคราะห์ และเขียน",),
        ("ปีการศึกษา 2566",),
        ("รหัส 8 หลัก", "สถานศึกษา", "จำนวนผู้เรียน", "คุณลักษณะอันพึงประสงค์", None,
         "อ่าน คิดวิเคราะห์ และเขียน", None),
        (None, None, None, "ดีเยี่ยม", "ร้อยละดีขึ้นไป", "ดีขึ้นไป (คน)", "ดีขึ้นไป (ร้อยละ)"),
        (int(S1), NAMES[S1], 100, 50, "80 %", 85, 85),
        (int(S2), NAMES[S2], 100, 50, 81, 86, "86.00%"),
        (int(S3), NAMES[S3], 100, 50, "84 จาก 100", 87, 87),
        (int(S4), NAMES[S4], 100, 50, 83, 88, 68),
        (int(S6), "บ้านสมมุติสอง", 100, 50, 83, 88, 88),
        (int(S7), NAMES[S7], 100, 50, 83, 120, 90),
    ),
    merged=("D3:E3", "F3:G3", "A3:A4", "B3:B4", "C3:C4"),
)  # fmt: skip
_CHARACTER_COLUMNS = {"E": "academic.desirable_char_pct", "G": "academic.reading_analytic_pct"}
_PUPILS = Grid(
    (
        ("จำนวนนักเรียน จำแนกรายกลุ่มโรงเรียน ปีการศึกษา 2567",),
        ("ที่", "โรงเรียน", "ชาย", "หญิง", "รวมนักเรียน"),
        ("กลุ่มดอนสมมติ",),
        (1, NAMES[S1], "๑๐", 20, 30),
        (2, NAMES[S2], 11, 20, 41),
        (3, NAMES[S3], 12, "20 คน", 32),
        ("รวมกลุ่มดอนสมมติ", None, 33, 60, 93),
        (),
        ("ที่", "โรงเรียน", "ชาย", "หญิง", "รวมนักเรียน"),
        ("กลุ่มทุ่งสมมติ",),
        (1, NAMES[S6], 10, 20, 30),
        (2, NAMES[S7], 11, "ยี่สิบ", 31),
        ("รวมทั้งสิ้น", None, 54, 100, 999),
    )
)
_PUPIL_COLUMNS = {
    letter: f"general.pupils_all_{sex}"
    for letter, sex in zip("CDE", ("male", "female", "total"), strict=True)
}
_DISABLED = Grid(
    (
        ("จำนวนนักเรียนพิการเรียนรวม ปีการศึกษา 2567",),
        ("ที่", "โรงเรียน", "ชาย", "หญิง", "รวม", "ร้อยละ"),
        *((place, NAMES[school], 2, 3, 5, 4.5) for place, school in enumerate(_SIX, start=1)),
    )
)

WORKBOOKS = (
    UglyWorkbook(
        "review_onet_abbreviated",
        "subjects abbreviated in Thai and English, a mean of four subjects, a star at a figure",
        "O-NET ป6.xlsx",
        xlsx({"สรุป": _ONET}),
        figures(
            _ONET, "สรุป", 2566, _ONET_COLUMNS, dict(zip(range(5, 11), _SIX, strict=True)), n="C",
            instead={"D5": 45.2}, without=("E6", "F7", "G8", "H9", "D10"),
        ),
        (
            *fault("V04", "สรุป", "D5", "Thai digits"),
            *fault("V03 V14", "สรุป", "E6", "absent from the test"),
            *fault("V07", "สรุป", "F7", "a digit too many"),
            *fault("V05", "สรุป", "G8", "decimal comma"),
            *fault("V02", "สรุป", "H9", "error typed as a value"),
            *fault("V03", "สรุป", "D10", "star at the figure"),
        ),
    ),
    UglyWorkbook(
        "review_grades_one_fraction",
        "abbreviated learning areas, a mean under their band, one share among per cents without head counts",
        "เกรด3ขึ้นไป.xlsx",
        xlsx({"เทอม1": _GRADES}),
        figures(
            _GRADES, "เทอม1", 2567, _GRADE_COLUMNS, dict(zip(range(4, 9), _SIX[:5], strict=True)), term=1,
            instead={"C4": 85.5, "C8": 88}, without=("D5", "E6", "F7", "F8"),
        ),
        (
            *fault("V04", "เทอม1", "C4 C8", "per cent sign, Thai digits"),
            *fault("V08", "เทอม1", "D5", "a share among per cents"),
            *fault("V03", "เทอม1", "E6 F8", "letters and points"),
            *fault("V07", "เทอม1", "F7", "over a hundred"),
        ),
    ),
    UglyWorkbook(
        "review_characteristics_bands",
        "a level beside a per cent, count and per cent of one thing, a code with another's name",
        "คุณลักษณะ 66.xlsx",
        xlsx({"Sheet1": _CHARACTER}),
        figures(
            _CHARACTER, "Sheet1", 2566, _CHARACTER_COLUMNS,
            {5: S1, 6: S2, 7: S3, 8: S4, 10: S7}, n="C",
            instead={"E5": 80, "G6": 86}, without=("E7", "G10"),
        ),
        (
            *fault("V04", "Sheet1", "E5 G6", "per cent signs"),
            *fault("V03", "Sheet1", "E7", "two numbers and words"),
            *fault("V21", "Sheet1", "G8", "the count says 88"),
            *fault("S15", "Sheet1", "A9", "code of one school, nearly the name of another"),
            *fault("V20", "Sheet1", "G10", "more than all"),
            *fault("S21 S22", "Sheet1", "D4", "a single level"),
        ),
    ),
    UglyWorkbook(
        "review_sexes_and_their_sum",
        "bare ชาย and หญิง with their sum, the header again for each group, a total that is wrong",
        "กลุ่ม.xlsx",
        xlsx({"กลุ่ม": _PUPILS}),
        figures(
            _PUPILS, "กลุ่ม", 2567, _PUPIL_COLUMNS, {4: S1, 5: S2, 6: S3, 11: S6, 12: S7},
            instead={"C4": 10, "D6": 20}, without=("D12",),
        ),
        (
            *fault("V04", "กลุ่ม", "C4 D6", "Thai digits, a unit"),
            *fault("V22", "กลุ่ม", "E5", "no sum of its parts"),
            *fault("V03", "กลุ่ม", "D12", "a number in words"),
            *fault("V27", "กลุ่ม", "E13", "the stated total does not agree"),
        ),
    ),
    UglyWorkbook(
        "review_some_pupils_only",
        "sexes of some of the pupils only, whose title begins as that of all pupils",
        "พิการเรียนรวม.xlsx",
        xlsx({"พิการ": _DISABLED}),
        {},
        (
            *fault("S12", "พิการ", "A2", "no figure of ours"),
            *(
                each
                for column in range(3, 7)
                for each in fault("S21 S22", "พิการ", f"{get_column_letter(column)}2", "not all pupils")
            ),
        ),
    ),
)  # fmt: skip
