"""Numbers as people type them: repaired where one meaning is left, asked about where several are."""

from tests.corpus.grids import Grid, delimited, xlsx
from tests.corpus.schools import NAMES, S1, S2, S3, S4, S5, S6, S7, S8, S9, S10, S11, S12
from tests.corpus.ugly import UglyWorkbook, fault, figures

_TITLE = ("ผลการทดสอบ O-NET ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567",)
_HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์", "วิทยาศาสตร์", "ภาษาอังกฤษ")
_TEST = {
    "D": "academic.onet_p6_thai",
    "E": "academic.onet_p6_math",
    "F": "academic.onet_p6_science",
    "G": "academic.onet_p6_english",
}
_ROWS = dict(enumerate((S1, S2, S3, S4, S5, S6, S7, S8, S9, S10, S11, S12), start=3))

_TYPED = Grid(
    (
        _TITLE,
        _HEADER,
        (S1, NAMES[S1], "๑๒", "๔๕.๕", "4๕.25", "45.5 %", "ร้อยละ 45.5"),
        (S2, NAMES[S2], "4 คน", "(42.54)", "+36.97", "45.5 คะแนน", "\u00a045.5\u00a0"),
        (S3, NAMES[S3], "9", "4\u200b5.5", "４５．５", "ุ46.6", "45.50 "),
        (S4, NAMES[S4], 3, "ร้อยละ ๓๓.๓๓", "33.3%", "33.30  %", ".5"),
        (S5, NAMES[S5], "1,080", "58.40", "37.714285714", "58.40 คะแนน", "๕๘"),
        (S6, NAMES[S6], "21 คน ", "48.5", "ร้อยละ48.5", "( 48.5 )", "48.5％"),
        (S7, NAMES[S7], 6, "\ufeff51", "51\u00ad.5", "็51.5", "+51.5%"),
        (S8, NAMES[S8], "๕", "-", "–", "—", "ไม่มี"),
        (S9, NAMES[S9], 13, "N/A", "ไม่ได้สอบ", "ขาดสอบ", "…"),
        (S10, NAMES[S10], 14, "ไม่มีข้อมูล", "- -", "(-)", "null"),
        (S11, NAMES[S11], 8, "ไม่เข้าสอบ", "*", "‐", "n/a"),
        (S12, NAMES[S12], 7, "x", 41.125, "ไม่จัดสอบ", "."),
    )
)
_READ_AS = {
    "C3": 12, "D3": 45.5, "E3": 45.25, "F3": 45.5, "G3": 45.5,
    "C4": 4, "D4": 42.54, "E4": 36.97, "F4": 45.5, "G4": 45.5,
    "C5": 9, "D5": 45.5, "E5": 45.5, "F5": 46.6, "G5": 45.5,
    "D6": 33.33, "E6": 33.3, "F6": 33.3, "G6": 0.5,
    "C7": 1080, "D7": 58.4, "E7": 37.714285714, "F7": 58.4, "G7": 58,
    "C8": 21, "D8": 48.5, "E8": 48.5, "F8": 48.5, "G8": 48.5,
    "D9": 51, "E9": 51.5, "F9": 51.5, "G9": 51.5, "C10": 5,
}  # fmt: skip
_MARKS = (*(f"{letter}{row}" for row in (10, 11, 12, 13) for letter in "DEFG"), "D14", "F14", "G14")

_DOUBTFUL = Grid(
    (
        _TITLE,
        _HEADER,
        (S1, NAMES[S1], 12, "81,5", "๘๑,๕", "8,15", "81,50"),
        (S2, NAMES[S2], 4, "O", "l2", "4O.5", "45..5"),
        (S3, NAMES[S3], 9, "71.5 คะแนน*", "45. 5", "ประมาณ 45", "> 50"),
        (S4, NAMES[S4], "3 (40)", "ดีมาก", "40-50", "1 234", "45.5ุ"),
        (S5, NAMES[S5], "80 %", "12 คน", "35 (42.54)", "1 : 16", "4คน5"),
        (S6, NAMES[S6], "2O", 7150, 715, 105.5, 450),
        (S7, NAMES[S7], 6, -5, "-12.5", "−3", 1e15),
        (S8, NAMES[S8], "5.5", 40, 41, 42, 43),
        (S9, NAMES[S9], -13, 40, 41, 42, 43),
        (S10, NAMES[S10], 0, 40, 41, 0, 43),
        (S11, NAMES[S11], None, 40, 41, 42, True),
        (S12, NAMES[S12], "-", 40, 41, 42, 43),
    )
)


WORKBOOKS = (
    UglyWorkbook(
        "numbers_as_typed",
        "Thai, mixed and full-width digits, units, parentheses, stray vowels, invisible letters, many marks.",
        "onet ป6 2567.xlsx",
        xlsx({"ข้อมูล": _TYPED}),
        figures(_TYPED, "ข้อมูล", 2567, _TEST, _ROWS, n="C", instead=_READ_AS, without=_MARKS),
        (
            *fault("V04", "ข้อมูล", "C3 D3 E3 F3 G3 C4 D4 E4 F4 G4 E5 F5 D6 E6 F6", "digits, units, signs"),
            *fault("V04", "ข้อมูล", "C7 F7 G7 C8 E8 F8 G8 F9 G9 C10", "digits, units, signs"),
            *fault("V14", "ข้อมูล", " ".join(_MARKS), "a mark for no value"),
        ),
    ),
    UglyWorkbook(
        "doubtful_numbers",
        "Decimal commas, letters for digits, two numbers in a cell, other units, impossible counts.",
        "onet ป6 2567.xlsx",
        xlsx({"ข้อมูล": _DOUBTFUL}),
        {
            **figures(_DOUBTFUL, "ข้อมูล", 2567, _TEST, {14: S12}, n="C", without=("C14",)),
            **figures(_DOUBTFUL, "ข้อมูล", 2567, _TEST, {13: S11}, n="C", without=("G13",)),
        },
        (
            *fault("V05", "ข้อมูล", "D3 E3 F3 G3", "decimal comma"),
            *fault("V03", "ข้อมูล", "D4 E4 F4 G4 D5 E5 F5 G5", "letters, stars, points and limits"),
            *fault("V03", "ข้อมูล", "D6 E6 F6 G6 D7 E7 F7 G7", "words, ranges, other units, two numbers"),
            *fault("V03", "ข้อมูล", "C7 C8", "a share and a letter for a count"),
            *fault("V04", "ข้อมูล", "C6", "a count with its share"),
            *fault("V07", "ข้อมูล", "D8 E8 F8 G8", "a point lost"),
            *fault("V06", "ข้อมูล", "D9 E9 F9", "a mean below nothing"),
            *fault("V09", "ข้อมูล", "G9", "beyond any number"),
            *fault("V20", "ข้อมูล", "D10 E10 F10 G10", "half a pupil"),
            *fault("V20", "ข้อมูล", "D11 E11 F11 G11", "fewer pupils than none"),
            *fault("V23", "ข้อมูล", "D12 E12 G12", "a mean of nobody"),
            *fault("V26", "ข้อมูล", "C13 C14", "no count"),
            *fault("V03", "ข้อมูล", "G13", "a yes for a number"),
            *fault("V14", "ข้อมูล", "C14", "a dash for a count"),
        ),
    ),
    UglyWorkbook(
        "semicolons_cp874",
        "A cp874 file parted by semicolons, decimal commas beside points, errors of Excel as plain words.",
        "onet ป6 2567.csv",
        delimited(
            _CSV_ROWS := (
                _HEADER,
                (S1, NAMES[S1], "12", "50,5", "30.25", "#REF!", "33"),
                (S2, NAMES[S2], "4", "44.5", "#DIV/0!", "28.5", "#N/A"),
                (S3, NAMES[S3], "๙", "47.5", "29", "=D2*2", "9.5E+307"),
                (S5, NAMES[S5], "1,080", "58.25", "36", "55", "ไม่มีผู้เข้าสอบ"),
                (S6, NAMES[S6], "21", "48.5", "", "60.5", "NaN"),
            ),
            "cp874",
            ";",
        ),
        figures(
            Grid(_CSV_ROWS),
            "",
            2567,
            _TEST,
            {2: S1, 3: S2, 4: S3, 5: S5, 6: S6},
            n="C",
            instead={
                "C2": 12, "E2": 30.25, "G2": 33, "C3": 4, "D3": 44.5, "F3": 28.5, "C4": 9, "D4": 47.5,
                "E4": 29,
                "C5": 1080, "D5": 58.25, "E5": 36, "F5": 55, "C6": 21, "D6": 48.5, "F6": 60.5,
            },
            without=("D2", "F2", "E3", "G3", "F4", "G4", "G5", "E6", "G6"),
        ),
        (
            *fault("C04", "", "", "semicolons"),
            *fault("V05", "", "D2", "decimal comma"),
            *fault("V02", "", "F2 E3 G3", "an error of Excel as text"),
            *fault("V03", "", "F4 G4", "a formula as text, a power of ten"),
            *fault("V04", "", "C4 C5", "a Thai digit, a comma for thousands"),
            *fault("V14", "", "G5 G6", "words for no value"),
        ),
    ),
)  # fmt: skip
