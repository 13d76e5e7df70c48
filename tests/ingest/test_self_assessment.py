from collections.abc import Callable

import docx
import pytest

from lib.domain.assessments import LevelOfEducation, Rating, SelfAssessment
from lib.ingest.report_reader import read_report_file
from tests.ingest import report_builders as made

SCHOOL = "99000001"


def _find_school(code: str, name: str) -> str | None:
    return SCHOOL if code in ("1099000001", SCHOOL) or name == "บ้านทดสอบหนึ่ง" else None


def _read(content: bytes, name: str = "รายงาน.docx") -> SelfAssessment:
    return read_report_file(content, name, _find_school)[1]


def _paragraphs(*texts: str) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return made.document_bytes(document)


def _levels(assessment: SelfAssessment) -> made.Levels:
    return {(str(r.level_of_education), r.standard, r.item): r.level or 0 for r in assessment.ratings}


def _said(assessment: SelfAssessment) -> made.Said:
    return {(str(statement.kind), statement.text) for statement in assessment.statements}


def _codes(assessment: SelfAssessment) -> set[str]:
    return {issue.code for issue in assessment.issues}


def _rating(assessment: SelfAssessment, standard: str, item: str = "") -> Rating:
    return next(r for r in assessment.ratings if (r.standard, r.item) == (standard, item))


@pytest.mark.parametrize("layout", made.LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_level_of_a_known_report_is_found_and_no_other(layout: Callable[[], made.Report]) -> None:
    report = layout()
    assert _levels(_read(report.content, report.name)) == report.levels


@pytest.mark.parametrize("layout", made.LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_statement_of_a_known_report_is_found_and_no_other(layout: Callable[[], made.Report]) -> None:
    report = layout()
    assert _said(_read(report.content, report.name)) == report.said


@pytest.mark.parametrize("layout", made.LAYOUTS, ids=lambda layout: layout.__name__)
def test_school_and_year_of_a_known_report_are_found(layout: Callable[[], made.Report]) -> None:
    report = layout()
    read = _read(report.content, report.name)
    assert (read.school_id, read.academic_year_be) == (SCHOOL, report.year_be)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (made.criteria_manual, "D10"),
        (made.untitled_criteria, "D11"),
        (made.letter, "D10"),
        (made.empty_form, "D11"),
    ],
)
def test_what_is_no_filled_report_gives_no_finding_and_says_so(make: Callable[[], bytes], code: str) -> None:
    read = _read(make())
    assert (read.ratings, read.statements, code in _codes(read)) == ((), (), True)


def test_the_year_comes_from_the_text_and_a_file_name_of_another_year_is_told() -> None:
    report = made.levels_in_a_table()
    read = _read(report.content, "SAR 2565.docx")
    assert (read.academic_year_be, "D14" in _codes(read)) == (2566, True)


def test_a_file_name_never_gives_the_year() -> None:
    read = _read(_paragraphs("รายงานการประเมินตนเอง", "มาตรฐานที่ 1 คุณภาพของผู้เรียน : ดีเลิศ"), "SAR 2565.docx")
    assert (read.academic_year_be, "D13" in _codes(read)) == (None, True)


def test_a_target_is_kept_beside_the_result() -> None:
    report = made.percent_and_target()
    rating = _rating(_read(report.content), "1")
    assert (rating.expected, rating.level, rating.percent) == (3, 4, 85.5)


def test_older_words_put_every_level_on_the_older_scale() -> None:
    report = made.old_vocabulary()
    read = _read(report.content)
    assert ({r.scale for r in read.ratings}, read.standard_sets) == ({"old5"}, ("basic_2554",))


def test_word_and_number_that_disagree_are_both_kept() -> None:
    read = _read(
        _paragraphs("ระดับการศึกษาขั้นพื้นฐาน", "มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ", "ระดับคุณภาพ ยอดเยี่ยม (4)")
    )
    assert (_rating(read, "2").level, _rating(read, "2").number) == (5, 4.0)


def test_a_level_out_of_range_is_kept_without_a_level() -> None:
    read = _read(_paragraphs("มาตรฐานที่ 1 คุณภาพของผู้เรียน", "ระดับคุณภาพ 7", "จุดเด่น", "- ครูดี"))
    assert (_rating(read, "1").level, "D17" in _codes(read)) == (None, True)


def test_two_places_that_disagree_are_both_kept() -> None:
    read = _read(
        _paragraphs(
            "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
            "ระดับคุณภาพ ดีเลิศ",
            "บทสรุปผู้บริหาร",
            "สถานศึกษามีผลการประเมินมาตรฐานที่ 1 คุณภาพของผู้เรียน อยู่ในระดับดี จากการดำเนินงานของครูทุกคนในโรงเรียนตลอดปี"
            "การศึกษาที่ผ่านมา และความร่วมมือของผู้ปกครอง",
        )
    )
    rating = _rating(read, "1")
    assert (rating.level, [other.level for other in rating.elsewhere]) == (4, [3])


def test_a_bare_per_cent_is_converted_and_asked_about() -> None:
    read = _read(_paragraphs("มาตรฐานที่ 1 คุณภาพของผู้เรียน", "ผลการประเมิน ร้อยละ 82.40"))
    rating = _rating(read, "1")
    assert (rating.level, rating.scale, rating.percent, "D18" in _codes(read)) == (4, "sar5_pct", 82.4, True)


def test_levels_of_another_year_and_of_pupils_are_not_the_schools() -> None:
    read = _read(
        _paragraphs(
            "รายงานการประเมินตนเอง ปีการศึกษา 2566",
            "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
            "ระดับคุณภาพ ดี",
            "ในปีการศึกษา 2565 มาตรฐานที่ 1 อยู่ในระดับยอดเยี่ยม",
            "ผู้เรียนตามมาตรฐานที่ 1 ร้อยละ 80 มีผลการเรียนระดับดีเลิศขึ้นไป",
        )
    )
    assert (_rating(read, "1").level, _rating(read, "1").elsewhere) == (3, ())


def test_the_overall_level_is_no_standard() -> None:
    report = made.levels_in_a_table()
    read = _read(report.content)
    assert [(r.level_of_education, r.level) for r in read.overall] == [(LevelOfEducation.BASIC, 4)]


def test_every_finding_says_where_it_stands() -> None:
    for layout in made.LAYOUTS:
        report = layout()
        read = _read(report.content, report.name)
        places = [finding.place for finding in (*read.ratings, *read.statements)]
        assert all(place.page or (place.sheet and place.cell) for place in places)


def test_a_code_and_a_name_of_two_schools_leave_the_choice_to_a_person() -> None:
    def find(code: str, name: str) -> str | None:
        return {("1099000001", ""): "A", ("", "บ้านทดสอบหนึ่ง"): "B"}.get((code, name))

    read = read_report_file(made.only_numbers().content, "ก.docx", find)[1]
    assert (read.school_id, "D12" in {issue.code for issue in read.issues}) == (None, True)


def test_a_citizen_id_is_blanked_in_text_and_findings() -> None:
    document, read, _ = read_report_file(
        _paragraphs("มาตรฐานที่ 1 คุณภาพของผู้เรียน", "ระดับคุณภาพ ดี", "จุดเด่น", "- ครู 1-1017-00230-70-8 สอนดี"),
        "ก.docx",
        _find_school,
    )
    assert "00230" not in str(document) + str(read)


def test_a_list_that_began_before_any_standard_goes_on_through_the_standards() -> None:
    report = made.statements_under_each_level()
    read = _read(report.content)
    assert {(s.level_of_education, s.standard) for s in read.statements} == {
        (level, standard) for level in LevelOfEducation for standard in ("1", "2")
    }
