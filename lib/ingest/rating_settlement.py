"""The one rating each standard ends with, from all the places that state its level."""

from collections import defaultdict
from collections.abc import Iterable

from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, OtherLevel, Rating
from lib.domain.issues import Issue, IssueCell, Severity
from lib.ingest.rating_candidate import Candidate, without_criteria

_GUESSED_LEVEL_COST = 0.2

Key = tuple[LevelOfEducation, str, str]


def settle_ratings(
    candidates: Iterable[Candidate], levels: tuple[LevelOfEducation, ...], sets: dict[LevelOfEducation, str]
) -> tuple[tuple[Rating, ...], tuple[Rating, ...], tuple[Issue, ...]]:
    """One rating per level of education, standard and item.

    Args:
        levels: levels of education the report names; a candidate without one gets the only one, or the last.
        sets: standard set of each level of education, whose scale a bare number or ``ดี`` takes.

    Returns:
        Ratings of standards and items in order, ratings of whole levels of education, what was doubtful.
    """
    grouped: dict[Key, list[Candidate]] = defaultdict(list)
    guessed: set[Key] = set()
    for candidate in without_criteria(tuple(candidates)):
        level = candidate.level_of_education or (levels[-1] if levels else LevelOfEducation.BASIC)
        key = (level, candidate.standard, candidate.item)
        grouped[key].append(candidate)
        if candidate.level_of_education is None and len(levels) != 1:
            guessed.add(key)
    old = _uses_old_words(candidate for group in grouped.values() for candidate in group)
    ratings: list[Rating] = []
    overall: list[Rating] = []
    issues: list[Issue] = []
    for key in sorted(grouped, key=_order):
        rating, found = _settle(key, grouped[key], _scale_of(sets.get(key[0]), old), guessed=key in guessed)
        issues += found
        if rating is not None:
            (ratings if rating.standard else overall).append(rating)
    if guessed:
        issues.append(
            Issue(
                Severity.QUESTION,
                "D19",
                "รายงานไม่ได้ระบุว่าเป็นระดับปฐมวัยหรือขั้นพื้นฐานสำหรับบางมาตรฐาน",
                "ตรวจระดับการศึกษาของแต่ละมาตรฐานในตารางก่อนบันทึก",
            )
        )
    return tuple(ratings), tuple(overall), tuple(issues)


def _settle(
    key: Key, group: list[Candidate], scale: str, *, guessed: bool
) -> tuple[Rating | None, list[Issue]]:
    """The most direct result of one standard or item, its target, and what disagrees."""
    level_of_education, standard, item = key
    reached = sorted((c for c in group if not c.expected), key=lambda c: -c.confidence)
    targets = [c.reading.level for c in group if c.expected and c.reading.level is not None]
    if not reached:
        return None, []
    best = next((c for c in reached if c.reading.level is not None), reached[0])
    rating = Rating(
        level_of_education,
        standard,
        item,
        best.reading.level,
        best.reading.scale or scale,
        targets[0] if targets else None,
        best.reading.percent,
        best.place,
        best.quote,
        round(max(0.1, best.confidence - (_GUESSED_LEVEL_COST if guessed else 0)), 2),
        best.reading.number,
        _elsewhere(best, reached),
    )
    issue = _fault(best, rating.name)
    return rating, [issue] if issue else []


def _fault(best: Candidate, name: str) -> Issue | None:
    reading, place = best.reading, best.place
    where: IssueCell = {
        "sheet": place.sheet,
        "cell": place.cell if place.sheet else "",
        "value": best.quote[:200],
    }
    if reading.fault == "D17":
        return Issue(
            Severity.ERROR,
            "D17",
            f"{name}: ระดับที่เขียนไว้อยู่นอกช่วง 1 ถึง 5 ({place.label})",
            "สอบถามโรงเรียนแล้วกรอกระดับที่ถูก",
            **where,
        )
    if reading.fault == "D22":
        return Issue(
            Severity.QUESTION,
            "D22",
            f"{name}: ทำเครื่องหมายไว้มากกว่าหนึ่งระดับ ({place.label})",
            "สอบถามโรงเรียนแล้วเลือกระดับเดียว",
            **where,
        )
    if reading.scale == load_standards().percent_bands.scale:
        return Issue(
            Severity.QUESTION,
            "D18",
            f"{name}: มีเฉพาะร้อยละ {reading.percent:g} จึงแปลงเป็นระดับ {reading.level} "
            f"ด้วยขีดแบ่งตั้งต้น ({place.label})",
            "ตรวจกับเกณฑ์ที่โรงเรียนประกาศไว้",
            **where,
        )
    return None


def _elsewhere(best: Candidate, reached: list[Candidate]) -> tuple[OtherLevel, ...]:
    """One place for each other level that the report states, the most direct."""
    others: dict[int, OtherLevel] = {}
    for c in reached:
        level = c.reading.level
        if level is not None and level != best.reading.level and level not in others:
            in_other_form = c.reading.by_number != best.reading.by_number
            others[level] = OtherLevel(level, c.place, c.quote, in_other_form)
    return tuple(others.values())


def _uses_old_words(candidates: Iterable[Candidate]) -> bool:
    scales = {c.reading.scale for c in candidates}
    return "old5" in scales and "sar5" not in scales


def _scale_of(set_id: str | None, old: bool) -> str:
    """Scale of a number, or of a word that several vocabularies share."""
    entry = load_standards().by_id(set_id or "")
    return "old5" if old or (entry is not None and entry.scale == "old5") else "sar5"


def _order(key: Key) -> tuple[int, int, tuple[int, ...]]:
    level, standard, item = key
    parts = tuple(int(part) for part in item.split(".")) if item else ()
    return list(LevelOfEducation).index(level), int(standard or 0), parts
