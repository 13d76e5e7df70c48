from dataclasses import replace

from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, Rating, SelfAssessment
from lib.validation.self_assessment import check_self_assessment

BASIC, EARLY = LevelOfEducation.BASIC, LevelOfEducation.EARLY_CHILDHOOD


def _rated(standard: str, level: int | None, item: str = "") -> Rating:
    return Rating(BASIC, standard, item, level, "sar5")


WHOLE = SelfAssessment(
    "S1", "", 2566, (BASIC,), tuple(_rated(s, 4) for s in "123"), (), 1.0, (), ("basic_2561",)
)


def _codes(assessment: SelfAssessment, **known: object) -> list[str]:
    found = check_self_assessment(assessment, load_standards(), **known)  # type: ignore[arg-type]
    return [issue.code for issue in found]


def test_a_whole_report_of_the_only_level_offered_has_no_fault() -> None:
    assert _codes(WHOLE, offered=(BASIC,), year_be=2566) == []


def test_a_standard_without_a_level_is_named() -> None:
    found = check_self_assessment(replace(WHOLE, ratings=WHOLE.ratings[:2]), load_standards())
    assert [(issue.code, "มาตรฐานที่ 3" in issue.message) for issue in found] == [("D30", True)]


def test_a_level_of_education_that_is_offered_and_absent_is_missed() -> None:
    assert _codes(WHOLE, offered=(BASIC, EARLY)) == ["D30"]


def test_a_level_of_education_that_is_not_offered_is_asked_about() -> None:
    assert _codes(WHOLE, offered=()) == ["D32"]


def test_a_report_of_another_year_is_asked_about() -> None:
    assert _codes(WHOLE, year_be=2565) == ["D34"]


def test_a_level_outside_one_to_five_is_an_error() -> None:
    assert _codes(replace(WHOLE, ratings=(*WHOLE.ratings[:2], _rated("3", 6)))) == ["D17"]


def test_the_mean_of_items_is_rounded_half_up_and_compared() -> None:
    items = (_rated("1", 3, "1.1"), _rated("1", 4, "1.2"))  # mean 3.5 is level 4, as stated
    assert _codes(replace(WHOLE, ratings=(*WHOLE.ratings, *items))) == []
    lower = (_rated("1", 3, "1.1"), _rated("1", 3, "1.2"))  # mean 3.0 is level 3, stated is 4
    assert _codes(replace(WHOLE, ratings=(*WHOLE.ratings, *lower))) == ["D31"]


def test_items_are_not_averaged_while_one_is_missing() -> None:
    assert (
        _codes(replace(WHOLE, ratings=(*WHOLE.ratings, _rated("2", 1, "2.1"), _rated("2", 1, "2.2")))) == []
    )


def test_an_overall_level_that_is_not_the_mean_of_the_standards_is_asked_about() -> None:
    assert _codes(replace(WHOLE, overall=(_rated("", 5),))) == ["D33"]


def test_a_standard_number_beyond_the_set_is_told() -> None:
    assert _codes(replace(WHOLE, ratings=(*WHOLE.ratings, _rated("9", 4)))) == ["D35"]
