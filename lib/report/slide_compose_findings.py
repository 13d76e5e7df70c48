"""จุดเด่น, จุดที่ควรพัฒนา and matters in which schools differ, on slides."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Run
from lib.domain.findings import FindingKind
from lib.domain.report_content import AcceptedFinding, ReportContent
from lib.domain.slides import Slide, SlideLine
from lib.domain.topics import TopicSchool
from lib.report.slide_compose_parts import data_foot, limited, source_note
from lib.report.slide_finding_lines import FindingLines
from lib.report.slide_fit import LINE_PT, MOST_LINES, MOST_POINTS, WIDE_CM, lines_taken
from lib.report.slide_words import count, line, message, numbered, said
from lib.thai.text import sort_key

_MOST_MATTERS = 4
_MOST_FIRST_LINES = 2


def own_findings(content: ReportContent, kind: FindingKind) -> tuple[AcceptedFinding, ...]:
    """Accepted findings of one kind that are not about schools that differ."""
    return tuple(each for each in content.all_findings if each.finding.kind == kind and not each.is_shared)


def findings_slide(content: ReportContent, kind: FindingKind, lines: FindingLines) -> Slide:
    """Accepted findings of one kind; those with the largest effects where they are many."""
    words = lines.words
    key: Literal["strengths", "improvement_areas"] = (
        "strengths" if kind == "strength" else "improvement_areas"
    )
    found = own_findings(content, kind)
    if not found:
        why = tuple(said(words.phrases[each]) for each in ("none_why", "none_next"))
        return Slide(key, key, message(words, (f"no_{key}",)), why, source=data_foot(content, words))
    return Slide(
        key,
        key,
        _counted(content, found, key, words),
        _told(found, lines, MOST_LINES),
        source=data_foot(content, words),
        notes=_notes(content, found, words),
    )


def both_slide(content: ReportContent, lines: FindingLines) -> Slide:
    """Strengths and areas for development on one slide, where there are few or none."""
    words = lines.words
    strengths, areas = own_findings(content, "strength"), own_findings(content, "improvement_area")
    told: list[SlideLine] = []
    for found, none in ((strengths, "none_strengths"), (areas, "none_areas")):
        told += _told(found, lines, MOST_LINES // 2) if found else (said(words.phrases[none]),)
    if not strengths and not areas:
        told += [said(words.phrases["none_why"]), said(words.phrases["none_next"])]
    return Slide(
        "findings",
        "findings",
        message(words, ("findings",), n_strengths=count(len(strengths)), n_areas=count(len(areas))),
        tuple(told),
        source=data_foot(content, words),
        notes=_notes(content, (*strengths, *areas), words),
    )


def schools_slide(content: ReportContent, lines: FindingLines) -> Slide | None:
    """Matters in which schools differ, and those that a visit should see first; None without any."""
    words = lines.words
    shared = tuple(each for each in content.all_findings if each.is_shared)
    if not shared:
        return None
    first = _first_schools(shared)
    chosen = lines.chosen(shared, _MOST_MATTERS)
    told = [lines.line(each) for each in chosen]
    if len(chosen) < len(shared):
        rest = count(len(shared) - len(chosen))
        told.append(line(words, "rest", n=rest, place=words.phrases["chapter_results"]))
    if first:
        told.append(_first_line(first, words))
    return Slide(
        "schools",
        "schools",
        message(
            words,
            numbered(words, "schools"),
            n=count(len(shared)),
            n_first=count(len(first)) if first else None,
        ),
        tuple(told),
        source=data_foot(content, words),
        notes=_school_notes(content, shared, lines),
    )


def _counted(
    content: ReportContent, found: Sequence[AcceptedFinding], key: str, words: ReportWords
) -> SlideLine:
    """How many in how many domains, and the domain with most where it is the only one."""
    names = {domain.domain_id: domain.name for domain in content.domains}
    by_domain = Counter(each.finding.domain for each in found).most_common()
    is_alone = len(by_domain) > 1 and by_domain[0][1] > by_domain[1][1]
    return message(
        words,
        numbered(words, key),
        n=count(len(found)),
        n_domains=count(len(by_domain)),
        domain=names.get(by_domain[0][0]) if is_alone else None,
        n_most=count(by_domain[0][1]),
    )


def _told(found: Sequence[AcceptedFinding], lines: FindingLines, most: int) -> tuple[SlideLine, ...]:
    """As many of the findings as fit, those with the largest effects, and the number of the rest."""
    for n_shown in range(min(len(found), most, MOST_POINTS), 0, -1):
        shown = [lines.line(each) for each in lines.chosen(found, n_shown)]
        hidden = len(found) - n_shown
        told = limited(shown, lines.words.phrases["chapter_results"], lines.words, hidden=hidden, most=most)
        if len(told) == n_shown + bool(hidden) or n_shown == 1:
            return told
    return ()


def _first_schools(shared: Sequence[AcceptedFinding]) -> tuple[TopicSchool, ...]:
    """Schools that more than one matter to develop counts, by cluster and name; no order of merit."""
    matters: Counter[str] = Counter()
    schools: dict[str, TopicSchool] = {}
    for each in shared:
        if each.finding.kind == "improvement_area":
            schools |= {school.school_id: school for school in each.schools}
            matters.update({school.school_id for school in each.schools})
    chosen = (school for school_id, school in schools.items() if matters[school_id] > 1)
    return tuple(sorted(chosen, key=lambda one: (sort_key(one.cluster), sort_key(one.name), one.school_id)))


def _first_line(first: Sequence[TopicSchool], words: ReportWords) -> SlideLine:
    """The names that two lines hold, and the number of the others."""
    for shown in range(len(first), 0, -1):
        names = ", ".join(school.name for school in first[:shown])
        rest = len(first) - shown
        key = "first_schools_rest" if rest else "first_schools"
        told = words.say(key, names=names, n=count(rest)) if rest else words.say(key, names=names)
        if lines_taken(told, WIDE_CM, LINE_PT) <= _MOST_FIRST_LINES:
            return said(told)
    return said(words.say("first_schools", names=count(len(first))))


def _notes(
    content: ReportContent, found: Sequence[AcceptedFinding], words: ReportWords
) -> tuple[SlideLine, ...]:
    """Every accepted sentence in full, shown or not."""
    sentences = [(Run(each.sentence),) for each in found]
    return (*sentences, said(words.phrases["note_no_cause"]), source_note(content, words))


def _school_notes(
    content: ReportContent, shared: Sequence[AcceptedFinding], lines: FindingLines
) -> tuple[SlideLine, ...]:
    words = lines.words
    named = [
        line(
            words,
            "note_schools",
            line=lines.line(each),
            names=", ".join(school.name for school in each.schools) or "–",
        )
        for each in shared
    ]
    return (*named, said(words.phrases["schools_note"]), source_note(content, words))
