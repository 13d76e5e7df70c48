"""Which school a row is about: codes as typed, names as spelt, doubles, branches, neighbours."""

from tests.corpus.grids import Grid, delimited, xlsx
from tests.corpus.schools import NAMES, S1, S2, S3, S4, S5, S6, S7, S8, S9, S10, S11, S12
from tests.corpus.ugly import UglyWorkbook, fault, figures

_TEST = {"D": "academic.nt_p3_thai", "E": "academic.nt_p3_math"}
_TITLE = ("ผลการประเมิน NT ชั้น ป.3 ปีการศึกษา 2567",)
_CODES = Grid(
    (
        _TITLE,
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "น.ร.(คน)", "ด้านภาษาไทย", "ด้านคณิตศาสตร์"),
        ("99 01 0001", NAMES[S1], 12, 50, 41),
        ("๙๙๐๑๐๐๐๒", NAMES[S2], 14, 51, 42),
        (99010003.0, NAMES[S3], 13, 52, 43),
        ("9.901E+07", NAMES[S5], 80, 53, 44),
        ("9.9010006E+07", None, 21, 54, 45),
        ("990007", NAMES[S7], 16, 55, 46),
        ("1099990008", None, 15, 56, 47),
        ("9901009", NAMES[S9], 13, 57, 48),
        ("99010019", NAMES[S10], 14, 58, 49),
        ("99010001/99010002", NAMES[S11], 18, 59, 50),
        ("55020012", "บ้านเขตอื่น", 11, 60, 51),
        ("9.9E+07", None, 17, 61, 52),
        ("รหัส 99010012", NAMES[S12], 17, 62, 53),
        ("'99010004", NAMES[S4], 12, 63, 54),
    )
)
_NAMES = Grid(
    (
        _TITLE,
        ("ที่", "โรงเรียน", "น.ร.(คน)", "ด้านภาษาไทย", "ด้านคณิตศาสตร์"),
        (1, "โรงเรียนบ้านสมมติหนึ่ง", 12, 50, 41),
        (2, "ร.ร.บ้านสมมติสอง (คุรุอุปถัมภ์", 14, 51, 42),
        (3, "วัดสมมติสาม", 13, 52, 43),
        (4, "วัดสมมติสาม (สาขาบ้านไกล)", 12, 53, 44),
        (5, "วัดสมมติสาม (สาขาบ้านใหม่)", 11, 54, 45),
        (6, "ราษฏร์สมมติพัฒนา", 16, 55, 46),
        (7, "มิตรภาพสมมติที่ ๑๕๕", 15, 56, 47),
        (8, "มิตรภาพสมมติที่ 156", 13, 57, 48),
        (9, "บ้านเหล่า", 14, 58, 49),
        (10, "บ้านเหล่า (สมมติรัฐ )", 18, 59, 50),
        (11, "หนองสมมติ", 11, 60, 51),
        (12, "บ้านหวยสมมติ", 17, 61, 52),
        (13, "บ้านห้วยสมมติ", 17, 62, 53),
        (14, "ชุมชนสมมติ วิทยา", 12, 63, 54),
        (15, "อนุบาลสมมติ(บ้านกลาง)", 30, 64, 55),
        (16, "อนุบาลสมมต", 30, 64, 55),
    )
)
_DOUBLES = Grid(
    (
        _TITLE,
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "น.ร.(คน)", "ด้านภาษาไทย", "ด้านคณิตศาสตร์"),
        (S1, NAMES[S1], 12, 50, 41),
        (S1, NAMES[S1], 12, 50, 41),
        (S2, NAMES[S2], 14, 51, 42),
        (None, "เเม่ใหม่สมมติ", 11, 52, 43),
        (None, "แม่ใหมสมมติ", 11, 53, 44),
        (S3, NAMES[S3], 13, 52, 43),
        ("990003", "โรงเรียนวัดสมมติสาม", 13, 25, 43),
        (S6, NAMES[S7], 13, 56, 45),
        (S8, NAMES[S8], 15, 57, 46),
        (S8, "บ้านหวยสมมติ", 15, 58, 47),
        (S9, "ราษฎร์สมมติพัฒนา ", 16, 59, 48),
        (S10, "มิตรภาพสมมติ", 16, 60, 49),
    )
)
_DISTRICTS = (
    ("รหัสโรงเรียน", "ชื่อโรงเรียน", "อำเภอ", "น.ร.(คน)", "ด้านภาษาไทย"),
    ("", "บ้านสมมติหนึ่ง", "อ.เมืองสมมติ", "12", "50"),
    ("", "บ้านหนองสมมติ", "อำเภอไกลสมมติ", "14", "51"),
    ("", "บ้านห้วยสมมติ", "ทุ่งสมมติ", "15", "52"),
    ("", "อนุบาลสมมติ", "ทุ่งสมมติ", "80", "53"),
    ("99010013", "บ้านตั้งใหม่สมมติ", "ทุ่งสมมติ", "11", "54"),
    ("88010001", "บ้านตั้งใหม่สมมติ", "ไกลสมมติ", "12", "55"),
    ("990013", "", "ทุ่งสมมติ", "13", "56"),
)

WORKBOOKS = (
    UglyWorkbook(
        "codes_as_typed",
        "Codes with spaces, Thai digits, as rounded numbers, one digit short or wrong, two in a cell.",
        "NT ป3 2567.xlsx",
        xlsx({"NT": _CODES}),
        figures(
            _CODES,
            "NT",
            2567,
            _TEST,
            {3: S1, 4: S2, 5: S3, 6: S5, 7: S6, 8: S7, 9: S8, 10: S9, 15: S12, 16: S4},
            n="C",
        ),
        (
            *fault("S23", "NT", "A6:B6", "a code rounded away by a spreadsheet"),
            *fault("S23", "NT", "A10:B10", "a digit lost"),
            *fault("S15", "NT", "A11:B11", "a digit wrong"),
            *fault("S15", "NT", "A12:B12", "two codes of others in a cell"),
            *fault("S15", "NT", "A13:B13", "a school of another area"),
            *fault("S19 S15", "NT", "A14:C14", "a rounded code and no name"),
        ),
    ),
    UglyWorkbook(
        "names_as_spelt",
        "No codes; prefixes, parentheses left open, branches, namesakes, other numbers, a letter missing.",
        "NT ป3 2567.xlsx",
        xlsx({"Sheet1": _NAMES}),
        figures(
            _NAMES,
            "Sheet1",
            2567,
            _TEST,
            {3: S1, 4: S2, 5: S3, 6: S4, 8: S9, 9: S10, 12: S11, 15: S8, 16: S6, 17: S5},
            n="C",
        ),
        (
            *fault("S15", "Sheet1", "B7", "a branch of no register"),
            *fault("S15", "Sheet1", "B10", "another number"),
            *fault("S15", "Sheet1", "B11", "a name that two schools bear"),
            *fault("S15", "Sheet1", "B13", "a word left out"),
            *fault("S15", "Sheet1", "B14 B18", "a letter or a mark missing"),
            *fault("S14", "Sheet1", "B14 B15", "two spellings in one file"),
        ),
    ),
    UglyWorkbook(
        "doubled_schools",
        "A school twice alike, with other figures, under two codes, in two spellings, under another's code.",
        "NT ป3 2567.xlsx",
        xlsx({"ข้อมูล": _DOUBLES}),
        figures(_DOUBLES, "ข้อมูล", 2567, _TEST, {3: S1, 5: S2, 13: S9, 14: S10}, n="C"),
        (
            *fault("S13", "ข้อมูล", "A4:B4", "the same row twice"),
            *fault("S14", "ข้อมูล", "A6:B6 A7:B7", "two spellings of an unknown name"),
            *fault("S15", "ข้อมูล", "A6:B6 A7:B7", "unknown names"),
            *fault("S13", "ข้อมูล", "A8:B8 A9:B9", "one school by two codes, digits swapped"),
            *fault("S15", "ข้อมูล", "A10:B10", "code of one, name of another"),
            *fault("S13", "ข้อมูล", "A11:B11 A12:B12", "one code, two spellings, other figures"),
        ),
    ),
    UglyWorkbook(
        "neighbours_by_district",
        "A csv whose districts tell namesakes of the next area from our own schools, and schools too new.",
        "NT ป3 2567.csv",
        delimited(_DISTRICTS, "utf-16"),
        figures(
            Grid(_DISTRICTS),
            "",
            2567,
            {"E": "academic.nt_p3_thai"},
            {2: S1, 4: S8},
            n="D",
            instead={"E2": 50, "D2": 12, "E4": 52, "D4": 15},
        ),
        (
            *fault("S15", "", "A3:B3 A5:B5", "a name of ours in another district"),
            *fault("S15", "", "A6:B6", "too new for the register"),
            *fault("S15", "", "A7:B7", "a code of another area"),
            *fault("S15 S19", "", "A8:B8", "a code nobody knows, no name"),
        ),
    ),
)
