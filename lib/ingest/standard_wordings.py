"""How the standards and items of every known set are worded, made comparable."""

from functools import cache

from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation
from lib.thai.text import fold_key


@cache
def current_items() -> dict[LevelOfEducation, dict[str, str]]:
    """Item id → name in the current set of each level of education."""
    catalogue = load_standards()
    return {
        level: {item.id: item.name for s in catalogue.current(level).standards for item in s.items}
        for level in LevelOfEducation
    }


@cache
def standard_wordings() -> tuple[tuple[str, str, LevelOfEducation | None], ...]:
    """Folded wording, number, level of each standard's name, longest first; None where both use it."""
    found: dict[tuple[str, str], set[LevelOfEducation]] = {}
    for entry in load_standards().sets:
        for standard in entry.standards:
            for wording in (standard.name, *standard.aliases):
                found.setdefault((fold_key(wording), standard.id), set()).add(entry.level_of_education)
    rows = [
        (wording, number, next(iter(levels)) if len(levels) == 1 else None)
        for (wording, number), levels in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[1])))
