"""What Excel does to numbers: errors, formulas never calculated, dates, per cent formats, fractions."""

from datetime import datetime, time

from tests.corpus.grids import Grid, xlsx
from tests.corpus.schools import NAMES, S1, S2, S3, S5, S6, S7, S8, S9, S10
from tests.corpus.ugly import UglyWorkbook, fault, figures

_HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์", "วิทยาศาสตร์")
_TITLE = ("ผลการทดสอบ O-NET ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567",)
_TEST = {"D": "academic.onet_p6_thai", "E": "academic.onet_p6_math", "F": "academic.onet_p6_science"}
_EXCEL = Grid(
    (
        _TITLE,
        _HEADER,
        (S1, NAMES[S1], 12, "#REF!", "#DIV/0!", 40),
        (S2, NAMES[S2], 4, "#N/A", "#VALUE!", "#NAME?"),
        (S3, NAMES[S3], "=SUM(A1:A2)", "=D3*2", "=AVERAGE(D3:D4)", 41.5),
        (S5, NAMES[S5], 80, datetime(2026, 5, 12), datetime(2026, 12, 5), 58),
        (S6, NAMES[S6], 21, datetime(2567, 5, 12), time(12, 30), 48),
        (S7, NAMES[S7], 6, 0.455, 45.5, 51),
        (S8, NAMES[S8], 0.05, 46, 33, 44),
        (S9, NAMES[S9], "#NUM!", 47, 34, "45.5 %"),
        (S10, NAMES[S10], 14, 52, "#NULL!", "=1/0"),
    ),
    formats={"D8": "0.0%", "E8": "0.0%", "C9": "0%"},
)

_SHARES = (
    "จำนวนผู้เรียนที่ประเมิน",
    "อ่าน คิดวิเคราะห์ และเขียน (คน)",
    "อ่าน คิดวิเคราะห์ เขียน ดีขึ้นไป",
    "คุณลักษณะอันพึงประสงค์ ดีขึ้นไป",
)
_PERCENTS = Grid(
    (
        ("ผลการประเมินผู้เรียน ปีการศึกษา 2567",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", *_SHARES),
        (S1, NAMES[S1], 40, 30, 75, 95),
        (S2, NAMES[S2], 20, 15, 85, 0.85),
        (S3, NAMES[S3], 30, 33, 110, 92.5),
        (S5, NAMES[S5], 200, 150, 57, 0.925),
        (S6, NAMES[S6], 50, "25 คน", 50, "40 คน"),
        (S7, NAMES[S7], 12, -3, 25, 100.5),
        (S8, NAMES[S8], 25, "-", 64, -64),
        (S9, NAMES[S9], "30 %", 12, 40, 88),
        (S10, NAMES[S10], 40, 10.5, 26.25, 7750),
    )
)
_FRACTIONS = Grid(
    (
        ("ผลการประเมินผู้เรียน ปีการศึกษา 2567",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เรียนที่ประเมิน", "คุณลักษณะอันพึงประสงค์ ดีขึ้นไป", "สมรรถนะสำคัญ 5 ด้าน"),
        (S1, NAMES[S1], 40, 0.75, 0.5),
        (S2, NAMES[S2], 20, 0.8, 90),
        (S3, NAMES[S3], 30, 0.9, 80),
        (S5, NAMES[S5], 200, 1, 82.5),
        (S6, NAMES[S6], 50, "0.๖๖", 0.72),
    )
)
_KEEPS = {"E": "academic.reading_analytic_pct", "F": "academic.desirable_char_pct"}

WORKBOOKS = (
    UglyWorkbook(
        "errors_and_dates",
        "Errors, formulas saved without results, scores that became dates, cells shown as per cent.",
        "onet ป6 2567.xlsx",
        xlsx({"คะแนน": _EXCEL}),
        figures(
            _EXCEL,
            "คะแนน",
            2567,
            _TEST,
            {3: S1, 4: S2, 5: S3, 6: S5, 7: S6, 8: S7, 9: S8, 10: S9, 11: S10},
            n="C",
            instead={"D8": 45.5, "F10": 45.5},
            without=(
                "D3", "E3", "D4", "E4", "F4", "C5", "D5", "E5", "D6", "E6", "D7", "E7", "E8", "C9", "C10",
                "E11", "F11",
            ),
        ),
        (
            *fault("V02", "คะแนน", "D3 E3 D4 E4 F4 C10 E11", "an error of Excel"),
            *fault("V01", "คะแนน", "C5 D5 E5 F11", "a formula never calculated"),
            *fault("V13 V12", "คะแนน", "D6 E6 D7 E7", "a score that became a date or a time"),
            *fault("V07", "คะแนน", "E8", "4550 per cent"),
            *fault("V03", "คะแนน", "C9", "a count shown as per cent"),
            *fault("V04", "คะแนน", "F10", "a unit"),
        ),
    ),
    UglyWorkbook(
        "shares_that_disagree",
        "Per cents beside head counts that give others, fractions among per cents, units mixed up.",
        "ผลการประเมินผู้เรียน 2567.xlsx",
        xlsx({"Sheet1": _PERCENTS}),
        {
            **figures(
                _PERCENTS, "Sheet1", 2567, _KEEPS, {3: S1, 4: S2, 5: S3, 6: S5, 7: S6, 8: S7, 9: S8, 11: S10},
                n="C", without=("F4", "E5", "F6", "F7", "E8", "F8", "F9", "E11", "F11"),
            ),
            **figures(_PERCENTS, "Sheet1", 2567, _KEEPS, {10: S9}, n="C", without=("C10",)),
        },
        (
            *fault("V08", "Sheet1", "F4 F6", "a fraction among per cents"),
            *fault("V21", "Sheet1", "E4 E6", "another share than x of n"),
            *fault("V20 V07", "Sheet1", "E5", "more of them than all"),
            *fault("V04", "Sheet1", "D7", "a unit behind a count"),
            *fault("V03", "Sheet1", "F7 C10", "people for per cent, per cent for people"),
            *fault("V20 V21", "Sheet1", "E8", "fewer than none"),
            *fault("V07", "Sheet1", "F8 F11", "over 100"),
            *fault("V14", "Sheet1", "D9", "a dash"),
            *fault("V06", "Sheet1", "F9", "below nothing"),
            *fault("V20", "Sheet1", "E11", "half a pupil"),
        ),
    ),
    UglyWorkbook(
        "fractions_for_per_cents",
        "One column of fractions throughout, one where two fractions stand among per cents.",
        "ผลการประเมินผู้เรียน 2567.xlsx",
        xlsx({"Sheet1": _FRACTIONS}),
        figures(
            _FRACTIONS, "Sheet1", 2567, {"E": "academic.competency_pct"}, {4: S2, 5: S3, 6: S5}, n="C"
        ),
        (
            *fault("V08", "Sheet1", "D3", "a whole column of fractions"),
            *fault("V08", "Sheet1", "E3 E7", "fractions among per cents"),
            *fault("V04", "Sheet1", "D7", "Thai digits"),
        ),
    ),
)  # fmt: skip
