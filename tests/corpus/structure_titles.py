"""Where the table begins: titles, headers in several rows, merges."""

from tests.corpus.grids import Grid, delimited
from tests.corpus.schools import NAMES, S1, S2, S3, S6
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
)
