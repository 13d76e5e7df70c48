"""Faults of content: numbers that are none, texts that would run, persons, years, schools."""

# ruff: noqa: E501 - rows of data

import datetime
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from lib.thai.numerals import to_thai_digits
from tests.builders import CODE, MATH, MATH_N, NAME, TITLE, Cell, make_register, make_schools, make_workbook
from tests.ingest.bad_files import xlsx
from tests.ingest.persons import citizen_id, pupil_code
from tests.robustness.cases import Case, Slot, either, read, refused
from tests.robustness.crafted_sheets import cell, row
from tests.robustness.office import SCHOOLS

#: Texts that would run somewhere, were they not text everywhere.
PAYLOADS = (
    "<script>window.struck=1</script>",
    "<img src=x onerror=window.struck=1>",
    "<svg onload=window.struck=1>",
    "<iframe srcdoc='<script>parent.struck=1</script>'></iframe>",
    "[x](javascript:window.struck=1)",
    "![x](http://127.0.0.1:9/beacon.png)",
    "<style>body{display:none}</style>",
    "<a href='javascript:window.struck=1'>x</a>",
    "{{constructor.constructor('window.struck=1')()}}",
    "$\\href{javascript:window.struck=1}{x}$",
)
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1",
    "＝1+1",
    '=HYPERLINK("http://127.0.0.1:9","x")',
    "=cmd|'/c calc'!A0",
)
SQL = ("'; DROP TABLE observations;--", '" OR 1=1 --', "%s %(a)s {a} :a ?", "\\'; SELECT 1")
_ODD = (*PAYLOADS, *FORMULAS, *SQL)
_GOOD_SCORES = [40.0 + n for n in range(len(SCHOOLS))]


def cases() -> Iterator[Case]:
    """Every family of this module."""
    yield from _figures()
    yield from _counts()
    yield from _years()
    yield from _schools()
    yield from _texts()
    yield from _persons()
    yield from _registers()


def scores(values: Sequence[Cell], counts: Sequence[Cell] | None = None, **more: object) -> bytes:
    """A table of one indicator for the office's schools; ``more`` names other texts of it."""
    title = str(more.get("title", TITLE.format(year_be=2567)))
    header = [CODE, NAME, MATH_N, str(more.get("header", MATH))]
    counts = counts or [20] * len(values)
    rows: list[Sequence[Cell]] = [[title], header]
    rows += [
        [school.school_id, school.name, n, value]
        for school, n, value in zip(SCHOOLS, counts, values, strict=False)
    ]
    return make_workbook({str(more.get("sheet", "ข้อมูล")): rows})


def _one(value: Cell) -> bytes:
    return scores([value, *_GOOD_SCORES[1:]])


def _figures() -> Iterator[Case]:
    for code, values in {
        "V03": ("abc", "1_000", "สี่สิบ", "0x2D", "4๐x", "45..5", "4คน5", "½", "⁴⁵", "1e5", "45.5.6"),
        "V05": ("81,5", "-81,55"),
        "V02": ("#REF!", "#N/A", "#DIV/0!"),
        "V14": ("-", "N/A", "ไม่มีข้อมูล", "n/a", "–"),
        "V04": ("๘๑.๕", "81.5 %", "+81.5"),
    }.items():
        for value in values:
            yield read("figure-as-text", value, partial(_one, value), code)
    for value in ("nan", "NaN", "inf", "-Infinity", "1E309", "9" * 400, "9" * 5000):
        yield read("figure-no-number", f"{value[:12]}-of-{len(value)}", partial(_one, value))
    for label, value, code in (
        ("minus", -5.0, "V06"), ("101", 101, "V07"), ("1e12", 1e12, "V07"), ("1e300", 1e300, "V09"),
        ("2**63", 2**63, "V09"), ("10**400", "1" + "0" * 400, "V09"), ("true", True, "V03"),
        ("date", datetime.date(2024, 2, 1), "V13"), ("time", datetime.time(1, 2), "V13"),
    ):  # fmt: skip
        yield read("figure-out-of-range", label, partial(_one, value), code)  # type: ignore[arg-type]
    for value in ("NaN", "INF", "1E309", "9" * 400, "1E308"):
        yield either("figure-raw", value[:8], partial(_raw_score, value), "F11")
    yield read("figure-column", "all-zero", lambda: scores([0] * 12), "V15")
    yield read(
        "figure-column",
        "fractions-among-per-cents",
        lambda: scores([0.45, 45, 0.5, 50, 0.6, 60, 0.7, 70, 0.8, 80, 0.9, 90]),
    )
    yield read("figure-column", "all-text", lambda: scores(["ขาด"] * 12), "V03")
    for label, value in {
        "zero-width": "8\u200b1.5",
        "right-to-left": "\u202e81.5",
        "soft-hyphen": "8\u00ad1.5",
    }.items():
        yield read("figure-invisible", label, partial(_one, value), "V18")


def _raw_score(value: str) -> bytes:
    texts = (CODE, NAME, MATH_N, MATH)
    header = row(
        1, *(cell(f"{'ABCD'[n]}1", f"<is><t>{text}</t></is>", "inlineStr") for n, text in enumerate(texts))
    )
    school = SCHOOLS[0]
    body = row(2, cell("A2", f"<v>{school.school_id}</v>"), cell("B2", f"<is><t>{school.name}</t></is>", "inlineStr"),
               cell("C2", "<v>20</v>"), cell("D2", f"<v>{value}</v>"))  # fmt: skip
    return xlsx(header + body)


def _counts() -> Iterator[Case]:
    for label, n, code in (
        ("minus", -3, "V20"), ("half", 3.5, "V20"), ("small", 7, "V16"), ("nobody", 0, "V23"), ("text", "หลายคน", "V03"),
    ):  # fmt: skip
        counts = [n, *[20] * 11]
        yield read("count", label, partial(scores, _GOOD_SCORES, counts), code)
    for label, n in (
        ("huge", 10**15),
        ("nan", "nan"),
        ("thai", "๒๐"),
        ("comma", "1,234"),
        ("date", datetime.date(2024, 1, 1)),
    ):
        yield read("count", label, partial(scores, _GOOD_SCORES, [n, *[20] * 11]))  # type: ignore[list-item]


def _years() -> Iterator[Case]:
    for label, year in {
        "thai-digits": "๒๕๖๗", "ce": "2024", "two-digits": "67", "3000": "3000", "0": "0", "minus": "-1",
        "99999": "99999", "two": "2566 และ 2567", "range": "2565-2567", "words": "สองพัน", "none": "",
    }.items():  # fmt: skip
        title = f"ผลการทดสอบ O-NET ป.6 ปีการศึกษา {year}"
        yield read("year-in-title", label, partial(scores, _GOOD_SCORES, title=title))
    for label, values in {
        "two-digits": ["67"] * 3, "ce": [2024] * 3, "mixed": [2567, 2024, 67], "huge": [10**9] * 3, "nan": ["nan"] * 3,
        "half": [2567.5] * 3, "date": [datetime.date(2024, 5, 16)] * 3, "be-date": [datetime.date(2567, 5, 16)] * 3,
    }.items():  # fmt: skip
        rows = [[SCHOOLS[n].school_id, SCHOOLS[n].name, year, 20, 45.5] for n, year in enumerate(values)]
        table = {"ข้อมูล": [[CODE, NAME, "ปีการศึกษา", MATH_N, MATH], *rows]}
        yield read("year-in-column", label, partial(make_workbook, table))  # type: ignore[arg-type]


def _schools() -> Iterator[Case]:
    for label, code, name in (
        ("unknown-code", "99999999", "บ้านไกล"), ("unknown-name", "", "บ้านไม่มี"), ("doubled", SCHOOLS[1].school_id, SCHOOLS[1].name),
        ("code-of-one-name-of-another", SCHOOLS[1].school_id, SCHOOLS[2].name), ("long-name", "99999998", "บ" * 40_000),
        ("letters-as-code", "รหัสหนึ่ง", "บ้านสมมติ 1"), ("float-code", "10990001.0", "บ้านสมมติ 1"), ("huge-code", "9" * 400, "บ้านสมมติ"),
        ("zero-width", "1099\u200b0001", "บ้าน\u200bสมมติ 1"), ("split-vowel", "", "บํ้านสมมติ"), ("blank", "", ""),
    ):  # fmt: skip
        table = [[CODE, NAME, MATH_N, MATH], [code, name, 20, 45.5]]
        table += [[school.school_id, school.name, 20, 50.0] for school in SCHOOLS[1:4]]
        build = partial(make_workbook, {"O-NET 2567": table})
        yield read("school", label, build)  # type: ignore[arg-type]


def _texts() -> Iterator[Case]:
    for n, text in enumerate(_ODD):
        # Word and Excel cut a sheet's name at 31 letters and forbid some.
        named = "".join(letter for letter in text if letter not in "[]:*?/\\\t\r")[:31].strip("'") or "ก"
        yield read("text-in-cell", f"{n}", partial(_one, text))
        yield read("text-in-header", f"{n}", partial(scores, _GOOD_SCORES, header=f"{MATH} {text}"))
        yield read("text-in-sheet-name", f"{n}", partial(scores, _GOOD_SCORES, sheet=named))
        yield read("text-in-file-name", f"{n}", partial(scores, _GOOD_SCORES), name=f"{text}.xlsx")
        yield read("text-in-title", f"{n}", partial(scores, _GOOD_SCORES, title=f"{text} ปีการศึกษา 2567"))
    for label, name in {
        "climbing": "../../../etc/passwd.xlsx", "windows": "C:\\Windows\\CON.xlsx", "device": "NUL.xlsx", "stream": "ก.xlsx::$DATA",
        "blank": "", "dot": ".", "long": "ก" * 5000 + ".xlsx", "new-line": "ก\nข.xlsx", "nul": "ก\0ข.xlsx",
        "right-to-left": "ก\u202exslx.exe", "surrogate": "ก\ud800.xlsx", "no-ending": "ข้อมูล",
    }.items():  # fmt: skip
        yield read("file-name", label, partial(scores, _GOOD_SCORES), name=name)


def _dashed(number: str) -> str:
    return f"{number[0]}-{number[1:5]}-{number[5:10]}-{number[10:12]}-{number[12]}"


_WRITTEN: dict[str, Callable[[str], Cell]] = {
    "plain": str,
    "dashed": _dashed,
    "spaced": lambda number: _dashed(number).replace("-", " "),
    "thai-digits": to_thai_digits,
    "dashed-thai-digits": lambda number: to_thai_digits(_dashed(number)),
    "number": int,
}


def _persons() -> Iterator[Case]:
    for label, write in _WRITTEN.items():
        ids = [write(citizen_id(n)) for n in range(1, 13)]
        table: list[list[Cell]] = [
            ["ที่", "เลขประจำตัวประชาชน", "คะแนน"],
            *([n, one, 50] for n, one in enumerate(ids)),
        ]
        yield refused("citizen-ids-in-a-column", label, partial(make_workbook, {"ก": table}), "V17")
        yield refused(
            "citizen-ids-in-the-register",
            label,
            partial(make_workbook, {"ก": table}),
            "V17",
            slot=Slot.REGISTER,
        )
        unnamed: list[list[Cell]] = [[CODE, NAME, "รหัส", MATH]]
        unnamed += [
            [school.school_id, school.name, one, 45.0] for school, one in zip(SCHOOLS, ids, strict=True)
        ]
        yield refused("citizen-ids-without-header", label, partial(make_workbook, {"ก": unnamed}), "V17")
        late = [*([n, "ก", 1] for n in range(600)), *([n, one, 1] for n, one in enumerate(ids))]
        yield either("citizen-ids-below-row-600", label, partial(make_workbook, {"ก": late}), "V17")  # type: ignore[dict-item]
        lone = partial(_one, f"ผู้ติดต่อ {write(citizen_id(7))}")
        yield read("citizen-id-in-a-cell", label, lone, "V17")
    codes: list[list[Cell]] = [["ที่", "รหัส", "คะแนน"], *([n, pupil_code(n), 50] for n in range(1, 13))]
    yield refused("pupil-codes", "g-codes", partial(make_workbook, {"ก": codes}), "V17")
    named = [["ที่", "ชื่อ-สกุล", "คะแนน"], *([n, f"เด็กชายสมมติ{'กขค'[n % 3]} นามสมมติ", 50] for n in range(12))]
    yield refused("names-with-titles", "pupils", partial(make_workbook, {"ก": named}), "V17")  # type: ignore[dict-item]
    yield refused(
        "citizen-id-in-a-name",
        "file",
        partial(scores, _GOOD_SCORES),
        "V17",
        name=f"คะแนน {citizen_id(3)}.xlsx",
    )
    yield refused("citizen-id-in-a-name", "sheet", partial(scores, _GOOD_SCORES, sheet=citizen_id(4)), "V17")
    hidden = {
        "ข้อมูล": [[CODE, NAME, MATH], ["10990001", "บ้านสมมติ 1", 45]],
        "ข": [["เลข"], *([citizen_id(n)] for n in range(9))],
    }
    yield refused("citizen-ids-in-a-column", "second-sheet", partial(make_workbook, hidden), "V17")  # type: ignore[arg-type]


def _registers() -> Iterator[Case]:
    register: dict[str, object] = {"slot": Slot.REGISTER, "name": "ทะเบียน.xlsx"}
    yield read("register", "good", partial(make_register, make_schools(5)), **register)
    for label, rows in {
        "no-code-column": [[NAME], ["บ้านสมมติ"]],
        "no-name-column": [["รหัส SMIS"], ["10990001"]],
        "nothing-known": [["ก", "ข"], [1, 2]],
    }.items():
        yield either("register", label, partial(make_workbook, {"ก": rows}), "S12", "S04", **register)
    for n, text in enumerate(_ODD):
        rows = [["รหัส SMIS", NAME, "กลุ่มโรงเรียน"], ["10990001", text, text]]
        yield read("text-in-register", f"{n}", partial(make_workbook, {"ก": rows}), **register)
    for label, rows in {
        "short-code": [["รหัส SMIS", NAME], ["12", "ก"]],
        "letters": [["รหัส SMIS", NAME], ["กขค", "ก"]],
        "doubled": [["รหัส SMIS", NAME], ["10990001", "ก"], ["10990001", "ข"]],
        "pupils-minus": [["รหัส SMIS", NAME, "จำนวนนักเรียน"], ["10990001", "ก", -5]],
        "pupils-text": [["รหัส SMIS", NAME, "จำนวนนักเรียน"], ["10990001", "ก", "หลายคน"]],
        "pupils-huge": [["รหัส SMIS", NAME, "จำนวนนักเรียน"], ["10990001", "ก", 10**30]],
        "blank-rows": [["รหัส SMIS", NAME], *([["", ""]] * 2000), ["10990001", "ก"]],
    }.items():
        yield read("register", label, partial(make_workbook, {"ก": rows}), **register)  # type: ignore[dict-item]
