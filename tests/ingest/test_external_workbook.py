"""Workbooks of external results in the shapes offices keep them, and rows that cannot be taken."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.domain.external_assessments import ExternalReading, OutcomeKey
from lib.domain.external_files import NOTHING_SAID, ExternalDefaults, ExternalFile
from lib.domain.issues import Severity
from lib.domain.schools import School
from lib.domain.sheets import CellRange, CellValue, Sheet, Workbook
from lib.ingest.external_workbook import tidy_external_workbook
from lib.ingest.school_identity import SchoolFinder, alias_key

SCHOOLS = (
    School("99010001", "บ้านสมมติหนึ่ง", "99010001", "990001", "1099990001"),
    School("99010002", "บ้านสมมติสอง", "99010002", "990002", "1099990002"),
)
FINDER = SchoolFinder(SCHOOLS)
LONG = ("รหัสโรงเรียน", "โรงเรียน", "รอบ", "ระยะ", "ระดับการศึกษา", "มาตรฐาน", "ผลการประเมิน")
EARLY, BASIC = "early_childhood", "basic"

Row = Sequence[CellValue]


def read(
    rows: Sequence[Row],
    *,
    name: str = "ผล.xlsx",
    merged: Sequence[CellRange] = (),
    defaults: ExternalDefaults = NOTHING_SAID,
    finder: SchoolFinder = FINDER,
) -> ExternalFile:
    book = Workbook("xlsx", (Sheet("ข้อมูล", tuple(map(tuple, rows)), tuple(merged)),))
    return tidy_external_workbook(book, name, finder, defaults)


def told(file: ExternalFile, school: str, phase: str, level: str, of: str = "4") -> ExternalReading:
    key = OutcomeKey(school, of, phase, level)
    return next(each.reading for each in file.outcomes if each.key == key)


def words(reading: ExternalReading) -> dict[str, str]:
    return {each.standard: each.result for each in reading.results}


def test_the_long_form_joins_the_standards_of_a_school_and_level() -> None:
    file = read(
        [
            LONG,
            ("1099990001", "บ้านสมมติหนึ่ง", "รอบสี่", "ระยะที่ 1", "ปฐมวัย", "มาตรฐานที่ 1", "ดี"),
            ("๙๙๐๑๐๐๐๑", "", "4", "1", "ระดับปฐมวัย", "มฐ.๒", "พอใช้"),
            ("", "บ้านสมมติสอง", "รอบที่ ๔", "1", "ขั้นพื้นฐาน", "3", "ปรับปรุง"),
        ]
    )
    assert words(told(file, "99010001", "covid_1", EARLY)) == {"1": "ดี", "2": "พอใช้"}
    assert words(told(file, "99010002", "covid_1", BASIC)) == {"3": "ปรับปรุง"}
    assert (file.rows.read, file.rows.loaded, file.issues) == (3, 3, ())


def test_the_wide_form_reads_two_header_rows_of_levels_and_standards() -> None:
    file = read(
        [
            ("ผลการประเมินคุณภาพภายนอก รอบสี่ ระยะที่ 1", *[None] * 7),
            ("รหัสโรงเรียน", "โรงเรียน", "ปฐมวัย", None, None, "ขั้นพื้นฐาน", None, None),
            (None, None, "มฐ.1", "มฐ.2", "มฐ.3", "มฐ.1", "มฐ.2", "มฐ.3"),
            ("99010001", "บ้านสมมติหนึ่ง", "ดี", "ดี", "พอใช้", "ดี", "ปรับปรุง", "ดี"),
            ("99010002", "บ้านสมมติสอง", "-", "-", "-", "พอใช้", "ดี", "ดี"),
        ],
        merged=(CellRange(0, 0, 0, 7), CellRange(1, 2, 1, 4), CellRange(1, 5, 1, 7)),
    )
    assert words(told(file, "99010001", "covid_1", EARLY)) == {"1": "ดี", "2": "ดี", "3": "พอใช้"}
    assert words(told(file, "99010001", "covid_1", BASIC)) == {"1": "ดี", "2": "ปรับปรุง", "3": "ดี"}
    assert {each.key.level_of_education for each in file.outcomes if each.key.school_id == "99010002"} == {
        BASIC
    }


def test_one_column_per_standard_and_a_level_column_are_read() -> None:
    file = read(
        [
            ("รหัสโรงเรียน", "โรงเรียน", "ระดับการศึกษา", "มฐ.1", "มฐ.2", "มฐ.3", "ภาพรวม"),
            ("99010001", "บ้านสมมติหนึ่ง", "ขั้นพื้นฐาน", "ดีมาก", "ดี", "ดีเยี่ยม", "ดีมาก"),
        ],
        name="ผล สมศ. รอบ 4 ระยะที่ 2.xlsx",
    )
    assert words(told(file, "99010001", "covid_2", BASIC)) == {
        "1": "ดีมาก",
        "2": "ดี",
        "3": "ดีเยี่ยม",
        "": "ดีมาก",
    }


def test_columns_headed_by_the_names_of_standards_and_a_bare_sum_are_read() -> None:
    file = read(
        [
            (
                "โรงเรียน",
                "ระดับการศึกษา",
                "ด้านคุณภาพของผู้เรียน",
                "กระบวนการบริหารและการจัดการ",
                "มาตรฐานด้านกระบวนการจัดการเรียนการสอนที่เน้นผู้เรียนเป็นสำคัญ",
                "ผลรวม",
            ),
            ("บ้านสมมติหนึ่ง", "ขั้นพื้นฐาน", "ดีมาก", "ดี", "ดีเยี่ยม", "ดีมาก"),
        ],
        name="ผล สมศ. รอบ 4 ระยะที่ 2.xlsx",
    )
    assert words(told(file, "99010001", "covid_2", BASIC)) == {
        "1": "ดีมาก",
        "2": "ดี",
        "3": "ดีเยี่ยม",
        "": "ดีมาก",
    }


def test_a_word_with_its_criteria_is_read_and_one_against_them_is_refused() -> None:
    file = read(
        [
            LONG,
            ("99010001", "", "4", "1", "ปฐมวัย", "1", "พอใช้ (๔ ข้อ)"),
            ("99010001", "", "4", "1", "ปฐมวัย", "2", "ดี (4 ข้อ)"),
        ]
    )
    (result,) = told(file, "99010001", "covid_1", EARLY).results
    assert (result.result, result.points) == ("พอใช้", 4)
    assert [(issue.code, issue.cell) for issue in file.issues if issue.code == "X06"] == [("X06", "G3")]


def test_criteria_met_stand_for_the_word_and_are_kept() -> None:
    file = read([LONG, ("99010001", "", "4", "1", "ปฐมวัย", "1", 4)])
    (result,) = told(file, "99010001", "covid_1", EARLY).results
    assert (result.result, result.points, result.written) == ("พอใช้", 4, "4")
    assert result.place.label == "ข้อมูล!G2"


def test_an_open_round_keeps_words_levels_and_columns_as_written() -> None:
    file = read(
        [
            (*LONG, "ดัชนีใหม่"),
            ("99010001", "", "รอบห้า", "", "อาชีวศึกษาทวิภาคี", "องค์ประกอบ ก", "ผ่านอย่างมีเงื่อนไข", "A+"),
        ]
    )
    reading = told(file, "99010001", "", "อาชีวศึกษาทวิภาคี", "5")
    assert words(reading) == {"องค์ประกอบ ก": "ผ่านอย่างมีเงื่อนไข"}
    assert [(each.name, each.text) for each in reading.extras] == [("ดัชนีใหม่", "A+")]


def test_recommendations_are_parted_and_the_day_is_read() -> None:
    file = read(
        [
            (*LONG, "วันที่ประเมิน", "ข้อเสนอแนะ"),
            ("99010001", "", "4", "2", "ขั้นพื้นฐาน", "1", "ดี", "16 ธ.ค. 2565", "1. ควรเพิ่มสื่อ\n2. ควรนิเทศภายใน"),
        ]
    )
    (outcome,) = file.outcomes
    assert outcome.assessed_on == date(2022, 12, 16)
    assert [each.text for each in outcome.reading.recommendations] == ["ควรเพิ่มสื่อ", "ควรนิเทศภายใน"]


def test_a_word_of_another_scale_is_refused_at_its_cell_with_the_words_that_are_right() -> None:
    file = read([LONG, ("99010001", "", "4", "1", "ปฐมวัย", "1", "ดีเยี่ยม")])
    (issue,) = file.issues
    assert (issue.severity, issue.code, issue.cell) == (Severity.ERROR, "X06", "G2")
    assert "ปรับปรุง พอใช้ ดี" in issue.message
    assert (file.rows.rejected, file.outcomes) == (1, ())


def test_a_standard_the_round_does_not_have_is_refused() -> None:
    file = read([LONG, ("99010001", "", "4", "1", "ปฐมวัย", "4", "ดี")])
    assert [issue.code for issue in file.issues] == ["X07"]


def test_two_words_for_one_standard_are_told_and_the_first_is_kept() -> None:
    row = ("99010001", "", "4", "1", "ปฐมวัย", "1")
    file = read([LONG, (*row, "ดี"), (*row, "พอใช้"), (*row, "ดี")])
    assert words(told(file, "99010001", "covid_1", EARLY)) == {"1": "ดี"}
    assert (file.issues[0].code, file.issues[0].cell) == ("X08", "G3")
    assert (file.rows.loaded, file.rows.rejected, file.rows.ignored) == (1, 1, 1)


def test_an_unknown_school_is_asked_about_and_an_answer_settles_it() -> None:
    rows = [LONG, ("", "บ้านสมมุติหนึ่งเก่า", "4", "1", "ปฐมวัย", "1", "ดี")]
    asked = read(rows)
    assert [question.text for question in asked.questions] == ["บ้านสมมุติหนึ่งเก่า"]
    assert asked.questions[0].alias == alias_key("", "บ้านสมมุติหนึ่งเก่า")
    settled = read(rows, finder=FINDER.with_answers({asked.questions[0].alias: "99010001"}))
    assert [each.key.school_id for each in settled.outcomes] == ["99010001"]


def test_a_round_that_nobody_names_is_asked_and_then_taken() -> None:
    rows = [("รหัสโรงเรียน", "โรงเรียน", "ระดับการศึกษา", "มฐ.1"), ("99010001", "", "ปฐมวัย", "ดี")]
    asked = read(rows)
    assert (asked.asks_round, asked.rows.rejected) == (True, 1)
    assert read(rows, defaults=ExternalDefaults("4")).phase_round == "4"
    settled = read(rows, defaults=ExternalDefaults("4", "covid_2"))
    assert [each.key.phase for each in settled.outcomes] == ["covid_2"]


def test_totals_and_empty_rows_are_ignored_with_a_reason() -> None:
    file = read(
        [
            LONG,
            ("99010001", "", "4", "1", "ปฐมวัย", "1", None),
            ("", "รวม", "", "", "", "", 2),
        ]
    )
    assert (file.rows.ignored, file.rows.read) == (2, 2)
    assert {issue.severity for issue in file.issues} == {Severity.INFO}


def test_a_sheet_without_results_says_what_is_missing() -> None:
    file = read([("รหัสโรงเรียน", "โรงเรียน", "อำเภอ"), ("99010001", "บ้านสมมติหนึ่ง", "เมือง")])
    assert [issue.code for issue in file.issues] == ["X01"]


CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.integers(-5, 3000), st.sampled_from(["ดี", "พอใช้", "4", "-", "รอบสี่"])
)


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(range(7)), st.lists(st.text("กขคงจabc", min_size=3, max_size=8), max_size=3, unique=True)
)
def test_order_of_columns_and_columns_more_change_no_result(order: list[int], more: list[str]) -> None:
    body = [
        ("99010001", "บ้านสมมติหนึ่ง", "4", "1", "ปฐมวัย", "1", "ดี"),
        ("99010001", "บ้านสมมติหนึ่ง", "4", "1", "ปฐมวัย", "2", "พอใช้"),
        ("99010002", "บ้านสมมติสอง", "4", "2", "ขั้นพื้นฐาน", "3", "ดีเยี่ยม"),
    ]
    extra = [f"พิเศษ{name}" for name in more]
    rows = [[*(LONG[place] for place in order), *extra]]
    rows += [[*(row[place] for place in order), *("x" for _ in extra)] for row in body]
    file = read(rows)
    assert words(told(file, "99010001", "covid_1", EARLY)) == {"1": "ดี", "2": "พอใช้"}
    assert words(told(file, "99010002", "covid_2", BASIC)) == {"3": "ดีเยี่ยม"}
    assert {each.name for each in told(file, "99010002", "covid_2", BASIC).extras} == set(extra)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=8))
def test_every_row_is_loaded_rejected_or_ignored_and_every_refused_one_is_told(
    rows: list[list[CellValue]],
) -> None:
    file = read([LONG, *rows])
    assert file.rows.read == file.rows.loaded + file.rows.rejected + file.rows.ignored
    assert len([issue for issue in file.issues if issue.severity is not Severity.INFO]) >= file.rows.rejected


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_rows_changes_no_word(order: list[int]) -> None:
    body = [
        ("99010001", "", "4", "1", level, standard, word)
        for level, standard, word in (
            ("ปฐมวัย", "1", "ดี"), ("ปฐมวัย", "2", "พอใช้"), ("ขั้นพื้นฐาน", "1", "ปรับปรุง"), ("ขั้นพื้นฐาน", "2", "ดี"),
        )
    ]  # fmt: skip
    file = read([LONG, *(body[place] for place in order)])
    assert words(told(file, "99010001", "covid_1", EARLY)) == {"1": "ดี", "2": "พอใช้"}
    assert words(told(file, "99010001", "covid_1", BASIC)) == {"1": "ปรับปรุง", "2": "ดี"}
    assert all(one != other for one, other in pairwise(file.outcomes))
