"""What a report says against itself: each contradiction with both of its places."""

from collections.abc import Callable, Iterator

from lib.domain.assessments import LevelOfEducation, Rating, SelfAssessment, Statement, StatementKind
from lib.domain.contradictions import Contradiction, ContradictionKind, Side
from lib.domain.issues import Issue, Severity
from lib.domain.recomputed_levels import half_up_mean, recomputed_levels
from lib.domain.standards import StandardsCatalogue
from lib.thai.numerals import round_half_up
from lib.validation.self_assessment_sets import set_of

#: ``(a strength) -> items "1.1" it speaks of``; the taxonomy of themes knows.
ItemsOf = Callable[[Statement], frozenset[str]]

_OWN_ENTRY = 1.0
_FEWEST_ITEMS = 4
_CLEARLY_BELOW_MEAN = 1.0
_CODES = {
    ContradictionKind.WORD_AND_NUMBER: "D15",
    ContradictionKind.TWO_OVERALL: "D16",
    ContradictionKind.TWO_LEVELS: "D16",
    ContradictionKind.ITEMS_DO_NOT_ADD_UP: "D31",
    ContradictionKind.STANDARDS_DO_NOT_ADD_UP: "D33",
    ContradictionKind.LOWEST_PRAISED: "D36",
}
_HINTS = {
    ContradictionKind.LOWEST_PRAISED: "เทียบระดับของประเด็นกับข้อความจุดเด่น แล้วสอบถามโรงเรียนหากไม่แน่ใจ",
    ContradictionKind.ITEMS_DO_NOT_ADD_UP: "แสดงทั้งสองค่าไว้ เลือกค่าที่ถูกเมื่อเทียบกับเล่มรายงาน",
    ContradictionKind.STANDARDS_DO_NOT_ADD_UP: "ตรวจระดับของแต่ละมาตรฐานกับเล่มรายงาน",
}
_HINT = "เปิดดูทั้งสองแห่งแล้วเลือกระดับที่ถูก ระหว่างนี้ใช้ค่าที่ระบุชัดกว่า"


def find_contradictions(
    assessment: SelfAssessment, standards: StandardsCatalogue, items_of: ItemsOf | None = None
) -> tuple[Contradiction, ...]:
    """Contradictions of one report in the order of its standards; a person's own entry settles a level.

    Args:
        items_of: tells which items a strength speaks of; without it praise is not compared.
    """
    stated = (*assessment.overall, *assessment.ratings)
    return (
        *(one for rating in stated for one in _about(rating)),
        *_items(assessment, standards),
        *_standards(assessment),
        *(_praise(assessment, items_of) if items_of else ()),
    )


def contradiction_issue(found: Contradiction) -> Issue:
    """The contradiction as an issue for the review list; both places stand in its message."""
    about = Rating(found.level_of_education, found.standard, found.item, None, "")
    return Issue(
        Severity.QUESTION,
        _CODES[found.kind],
        f"{about.name}: {found.kind.label} {_side(found.first)} แต่ {_side(found.second)}",
        _HINTS.get(found.kind, _HINT),
        sheet=found.second.place.sheet,
        cell=found.second.place.cell if found.second.place.sheet else "",
        value=found.second.quote[:200],
    )


def _side(side: Side) -> str:
    where = side.place.label
    return f"{side.says} ({where})" if where else side.says


def _about(rating: Rating) -> Iterator[Contradiction]:
    """A level that the same report states otherwise, beside it or elsewhere."""
    if rating.level is None or rating.confidence >= _OWN_ENTRY:
        return
    here = Side(f"ระดับ {rating.level}", rating.place, rating.quote)
    key = (rating.level_of_education, rating.standard, rating.item)
    if rating.number is not None and round_half_up(rating.number, 0) != rating.level:
        number = Side(f"ตัวเลข {rating.number:g}", rating.place, rating.quote)
        yield Contradiction(ContradictionKind.WORD_AND_NUMBER, *key, here, number)
    for other in rating.elsewhere:
        kind = (
            ContradictionKind.TWO_OVERALL
            if not rating.standard
            else ContradictionKind.WORD_AND_NUMBER
            if other.in_other_form
            else ContradictionKind.TWO_LEVELS
        )
        yield Contradiction(kind, *key, here, Side(f"ระดับ {other.level}", other.place, other.quote))


def _items(assessment: SelfAssessment, standards: StandardsCatalogue) -> Iterator[Contradiction]:
    """Stated level of a standard against the mean of its items, once every item is rated."""
    recomputed = recomputed_levels(assessment)
    for rating in assessment.ratings:
        key = (rating.level_of_education, rating.standard)
        if rating.item or rating.level is None or recomputed.get(key, rating.level) == rating.level:
            continue
        standard = set_of(assessment, rating.level_of_education, standards).standard(rating.standard)
        wanted = {item.id for item in standard.items} if standard else set()
        items = [r for r in assessment.ratings if (r.level_of_education, r.standard) == key and r.item]
        rated = [item for item in items if item.level is not None]
        if wanted <= {item.item for item in rated}:
            levels = ", ".join(f"{item.item} ระดับ {item.level}" for item in rated)
            mean = Side(f"ค่าเฉลี่ยของประเด็นได้ระดับ {recomputed[key]}", rated[0].place, levels)
            own = Side(f"ระดับ {rating.level}", rating.place, rating.quote)
            yield Contradiction(ContradictionKind.ITEMS_DO_NOT_ADD_UP, *key, "", own, mean)


def _standards(assessment: SelfAssessment) -> Iterator[Contradiction]:
    """Stated level of a whole level of education against the mean of its standards."""
    for rating in assessment.overall:
        level = rating.level_of_education
        own = [
            r
            for r in assessment.ratings
            if r.level_of_education is level and not r.item and r.level is not None
        ]
        mean = half_up_mean([r.level for r in own if r.level is not None]) if len(own) > 1 else None
        if rating.level is not None and mean not in (None, rating.level):
            levels = ", ".join(f"มาตรฐานที่ {r.standard} ระดับ {r.level}" for r in own)
            yield Contradiction(
                ContradictionKind.STANDARDS_DO_NOT_ADD_UP,
                level,
                "",
                "",
                Side(f"ระดับ {rating.level}", rating.place, rating.quote),
                Side(f"ค่าเฉลี่ยของมาตรฐานได้ระดับ {mean}", own[0].place, levels),
            )


def _praise(assessment: SelfAssessment, items_of: ItemsOf) -> Iterator[Contradiction]:
    """A strength about the item that the report rates lowest, well below the others."""
    for level in assessment.levels:
        lowest = {rating.item: rating for rating in _lowest_items(assessment, level)}
        for said in assessment.statements:
            if said.kind is not StatementKind.STRENGTH or said.level_of_education not in (None, level):
                continue
            items = items_of(said)
            # What speaks to several items praises the lowest only where all of them are.
            for item in sorted(items) if items <= set(lowest) else ():
                rating = lowest[item]
                yield Contradiction(
                    ContradictionKind.LOWEST_PRAISED,
                    level,
                    rating.standard,
                    item,
                    Side(f"ระดับ {rating.level}", rating.place, rating.quote),
                    Side(f"จุดเด่น “{said.text[:80]}”", said.place, said.text),
                )


def _lowest_items(assessment: SelfAssessment, level: LevelOfEducation) -> list[Rating]:
    """Items at the lowest level, where they are few and clearly below the mean of all."""
    rated = [
        (r, r.level)
        for r in assessment.ratings
        if r.level_of_education is level and r.item and r.level is not None
    ]
    if len(rated) < _FEWEST_ITEMS:
        return []
    least = min(value for _, value in rated)
    lowest = [rating for rating, value in rated if value == least]
    mean = sum(value for _, value in rated) / len(rated)
    few = len(lowest) * 3 <= len(rated)
    return lowest if few and mean - least >= _CLEARLY_BELOW_MEAN else []
