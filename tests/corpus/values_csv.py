"""Text files whose lines do not fit their header: unquoted thousands, fields lost, quotes, empty lines."""

from tests.corpus.grids import Grid
from tests.corpus.schools import NAMES, S1, S2, S3, S5, S6, S7
from tests.corpus.ugly import UglyWorkbook, fault, figures

_HEADER = "รหัสโรงเรียน,ชื่อโรงเรียน,จำนวนผู้เข้าสอบ,ภาษาไทย,คณิตศาสตร์,วิทยาศาสตร์"
_TEST = {"D": "academic.onet_p6_thai", "E": "academic.onet_p6_math", "F": "academic.onet_p6_science"}
_RAGGED = "\n".join(
    (
        _HEADER,
        f"{S1},{NAMES[S1]},12,50,30,40",
        f"{S5},{NAMES[S5]},1,080,58.25,36,55",
        f"{S3},{NAMES[S3]},9,47.5",
        "",
        f'{S6},"{NAMES[S6]}",21,"48.5","33,5",44',
        f"{S7},{NAMES[S7]},6,46,,,",
        f"{S2},{NAMES[S2]},4,44,28,81,5",
    )
)
_SEEN = Grid(
    (
        (),
        (S1, None, 12, 50, 30, 40),
        (),
        (S3, None, 9, 47.5),
        (),
        (S6, None, 21, 48.5, None, 44),
        (S7, None, 6, 46),
    )
)

WORKBOOKS = (
    UglyWorkbook(
        "ragged_csv",
        "Thousands and decimals with commas and without quotes push fields to the right; a line is short.",
        "onet ป6 2567.csv",
        _RAGGED.encode("utf-8-sig"),
        figures(_SEEN, "", 2567, _TEST, {2: S1, 4: S3, 6: S6, 7: S7}, n="C"),
        (
            *fault("C03", "", "A3", "a comma for thousands without quotes"),
            *fault("V05", "", "E6", "decimal comma in quotes"),
            *fault("C03", "", "A8", "a decimal comma without quotes"),
        ),
    ),
)
