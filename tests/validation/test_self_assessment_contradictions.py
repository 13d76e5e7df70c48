from dataclasses import replace

from lib.catalog.standards import load_standards
from lib.domain.assessments import (
    LevelOfEducation,
    OtherLevel,
    Place,
    Rating,
    SelfAssessment,
    Statement,
    StatementKind,
)
from lib.domain.contradictions import Contradiction, ContradictionKind
from lib.validation.self_assessment import check_self_assessment
from lib.validation.self_assessment_contradictions import find_contradictions

BASIC = LevelOfEducation.BASIC


def _rated(standard: str, level: int, item: str = "", page: int = 1, confidence: float = 0.9) -> Rating:
    return Rating(BASIC, standard, item, level, "sar5", place=Place(page), confidence=confidence)


REPORT = SelfAssessment(
    "S1", "", 2566, (BASIC,), tuple(_rated(s, 4) for s in "123"), (), 1.0, (), ("basic_2561",)
)


def _with(*ratings: Rating, said: tuple[Statement, ...] = ()) -> SelfAssessment:
    kept = tuple(
        r for r in REPORT.ratings if all((r.standard, r.item) != (n.standard, n.item) for n in ratings)
    )
    return replace(REPORT, ratings=(*kept, *ratings), statements=said)


def _found(report: SelfAssessment, **known: object) -> tuple[Contradiction, ...]:
    return find_contradictions(report, load_standards(), **known)  # type: ignore[arg-type]


def _kinds_and_pages(
    found: tuple[Contradiction, ...],
) -> list[tuple[ContradictionKind, int | None, int | None]]:
    return [(one.kind, one.first.place.page, one.second.place.page) for one in found]


def test_another_level_elsewhere_is_told_with_both_pages() -> None:
    rating = replace(_rated("1", 4, page=3), elsewhere=(OtherLevel(5, Place(9), "ยอดเยี่ยม"),))
    assert _kinds_and_pages(_found(_with(rating))) == [(ContradictionKind.TWO_LEVELS, 3, 9)]


def test_a_word_here_and_a_number_there_are_told_as_such() -> None:
    rating = replace(_rated("1", 4, page=3), elsewhere=(OtherLevel(5, Place(9), "5", in_other_form=True),))
    assert _kinds_and_pages(_found(_with(rating))) == [(ContradictionKind.WORD_AND_NUMBER, 3, 9)]


def test_a_number_beside_its_word_that_says_otherwise_is_told() -> None:
    found = _found(_with(replace(_rated("2", 5, page=4), number=4.0)))
    assert _kinds_and_pages(found) == [(ContradictionKind.WORD_AND_NUMBER, 4, 4)]


def test_two_overall_levels_are_told() -> None:
    overall = replace(_rated("", 4, page=2), elsewhere=(OtherLevel(3, Place(8), "ดี"),))
    found = _found(replace(REPORT, overall=(overall,)))
    assert _kinds_and_pages(found) == [(ContradictionKind.TWO_OVERALL, 2, 8)]


def test_a_persons_own_entry_settles_a_level() -> None:
    rating = replace(_rated("1", 4, confidence=1.0), elsewhere=(OtherLevel(5, Place(9), "ยอดเยี่ยม"),))
    assert _found(_with(rating)) == ()


def test_items_whose_mean_is_another_level_are_told_with_the_page_of_the_items() -> None:
    # Items 3 and 4: mean 3.5, half up 4; the standard says 3.
    report = _with(_rated("1", 3, page=5), _rated("1", 3, "1.1", page=6), _rated("1", 4, "1.2", page=6))
    assert _kinds_and_pages(_found(report)) == [(ContradictionKind.ITEMS_DO_NOT_ADD_UP, 5, 6)]


_ITEMS = (
    _rated("1", 2, "1.1", page=6),
    _rated("1", 4, "1.2", page=6),
    *(_rated("2", 4, f"2.{n}") for n in range(1, 7)),
)
_PRAISE = Statement(StatementKind.STRENGTH, "ผลสัมฤทธิ์สูงทุกวิชา", BASIC, place=Place(20))


def _speaks_of(*items: str) -> object:
    return lambda _: frozenset(items)


def test_a_strength_about_the_lowest_item_is_asked_about() -> None:
    # 1.1 is 2 and the mean of the eight items 3.75; the standard's own 3 is the mean of its items.
    report = _with(_rated("1", 3), *_ITEMS, said=(_PRAISE,))
    found = _found(report, items_of=_speaks_of("1.1"))
    assert _kinds_and_pages(found) == [(ContradictionKind.LOWEST_PRAISED, 6, 20)]


def test_a_strength_that_speaks_of_other_items_too_is_no_praise_of_the_lowest() -> None:
    report = _with(_rated("1", 3), *_ITEMS, said=(_PRAISE,))
    assert _found(report, items_of=_speaks_of("1.1", "1.2")) == ()


def test_an_area_for_development_about_the_lowest_item_is_as_it_should_be() -> None:
    said = replace(_PRAISE, kind=StatementKind.IMPROVEMENT_AREA)
    assert _found(_with(_rated("1", 3), *_ITEMS, said=(said,)), items_of=_speaks_of("1.1")) == ()


def test_the_review_list_names_both_pages() -> None:
    rating = replace(_rated("1", 4, page=3), elsewhere=(OtherLevel(5, Place(9), "ยอดเยี่ยม"),))
    (issue,) = check_self_assessment(_with(rating), load_standards())
    assert (issue.code, "หน้า 3" in issue.message, "หน้า 9" in issue.message) == ("D16", True, True)
