"""The slides a meeting closes with: recommendations, what it is asked to decide, sources."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Table, TableColumn
from lib.domain.findings import RECIPIENTS, Recommendation
from lib.domain.report_content import AcceptedFinding, ReportContent
from lib.domain.slides import Slide, SlideLine
from lib.report.slide_compose_evidence import followed_up
from lib.report.slide_compose_findings import own_findings
from lib.report.slide_compose_parts import foot, source_note, years_text
from lib.report.slide_finding_lines import FindingLines
from lib.report.slide_fit import MOST_POINTS, SMALL_PT, lines_taken, shortened
from lib.report.slide_words import count, line, message, said

_ADVICE_CM = 25.5
_RECIPIENT_CM = 4.5
_MOST_TABLE_LINES = 7
_MOST_ADVICE_LINES = 2
_CELL_CM = 0.6  # left and right of the words in a cell

_Advice = tuple[AcceptedFinding, Recommendation]


def recommendations_slide(content: ReportContent, lines: FindingLines) -> Slide:
    """Recommendations by recipient, those to the widest findings; without any what the meeting may do."""
    words = lines.words
    advised = _advised(content)
    areas = own_findings(content, "improvement_area")
    source = foot(words, "foot_findings")
    if not advised:
        told = [said(words.phrases["no_recommendations_why"])]
        if areas:
            told.insert(0, line(words, "no_recommendations_next", n=count(len(areas))))
        return Slide(
            "recommendations",
            "recommendations",
            message(words, ("no_recommendations",)),
            tuple(told),
            source=source,
        )
    shown = _chosen(advised, lines)
    rest = len(advised) - len(shown)
    note = line(words, "rest", n=count(rest), place=words.phrases["chapter_conclusion"])
    return Slide(
        "recommendations",
        "recommendations",
        message(
            words,
            ("recommendations",),
            n=count(len(advised)),
            n_recipients=count(len({advice.to for _, advice in advised})),
        ),
        (note,) if rest else (),
        table=_table(shown, words),
        source=source,
        notes=tuple(_note(each, advice, lines) for each, advice in advised),
    )


def decisions_slide(content: ReportContent, words: ReportWords) -> Slide:
    """What the meeting is asked, made from what the report has and lacks."""
    say = words.phrases
    advised = _advised(content)
    areas = own_findings(content, "improvement_area")
    to_committee = sum(advice.to == "ก.ต.ป.น." for _, advice in advised)
    unadvised = sum(not each.recommendations for each in areas)
    late = sum(bool(each.days_overdue) for each in followed_up(content))
    missing = [domain.name for domain in content.domains if not domain.rows]
    missing += [] if content.sar else [say["missing_sar"]]
    missing += [] if content.kpi else [say["missing_kpi"]]
    asked: list[SlideLine] = [line(words, "decide_know", years=years_text(content, words))]
    for n, key in (
        (len(advised), "decide_advice"),
        (to_committee, "decide_committee"),
        (unadvised, "decide_unadvised"),
        (late, "decide_overdue"),
    ):
        if n:
            asked.append(line(words, key, n=count(n)))
    if missing:
        asked.append(line(words, "decide_missing", names=", ".join(missing)))
    asked = asked[: MOST_POINTS - 1]
    asked.append(said(say["decide_report"]))
    committee = [said(advice.text) for _, advice in advised if advice.to == "ก.ต.ป.น."]
    return Slide(
        "decisions",
        "decisions",
        message(words, ("decisions",), n=count(len(asked))),
        tuple(asked),
        source=foot(words, "foot_findings"),
        notes=tuple(committee),
    )


def sources_slide(content: ReportContent, words: ReportWords) -> Slide:
    """How the figures came about and where they lead."""
    say = words.phrases
    lines = [said(say[key]) for key in ("sources_weighted", "sources_chance", "sources_rounding")]
    if content.gaps:
        lines.append(line(words, "sources_gaps", n=count(len(content.gaps))))
    lines.append(said(say["sources_files"]))
    if content.is_sample:
        lines.append(said(words.headings["sample"]))
    told = message(words, ("sources",), n_files=count(len(content.sources)))
    return Slide("sources", "sources", told, tuple(lines), notes=(source_note(content, words),))


def _advised(content: ReportContent) -> list[_Advice]:
    """Recommendations in the order of their recipients, as the report lists them."""
    pairs = [(each, advice) for each in content.all_findings for advice in each.recommendations]
    return sorted(pairs, key=lambda pair: RECIPIENTS.index(pair[1].to))


def _chosen(advised: Sequence[_Advice], lines: FindingLines) -> list[_Advice]:
    """Recommendations to the findings with the largest effects, every recipient among them."""
    by_effect = sorted(range(len(advised)), key=lambda place: -lines.effect(advised[place][0]))
    first_of = {advised[place][1].to: place for place in reversed(by_effect)}
    order = [*sorted(first_of.values()), *(place for place in by_effect if place not in first_of.values())]
    kept: list[int] = []
    taken = 1  # the heading row
    for place in order:
        height = min(_height(advised[place][1]), _MOST_ADVICE_LINES)
        if taken + height <= _MOST_TABLE_LINES or not kept:
            kept.append(place)
            taken += height
    return [advised[place] for place in sorted(kept)]


def _height(advice: Recommendation) -> int:
    return lines_taken(advice.text, _ADVICE_CM - _CELL_CM, SMALL_PT)


def _table(shown: Sequence[_Advice], words: ReportWords) -> Table:
    say = words.phrases
    rows = []
    for _, advice in shown:
        brief = shortened(advice.text, _ADVICE_CM - _CELL_CM, SMALL_PT, _MOST_ADVICE_LINES)
        rows.append((advice.to or say["unaddressed"], brief))
    return Table(
        say["recommendations_caption"],
        (
            TableColumn(say["column_recipient"], width_cm=_RECIPIENT_CM),
            TableColumn(say["column_recommendation"], width_cm=_ADVICE_CM),
        ),
        tuple(rows),
    )


def _note(each: AcceptedFinding, advice: Recommendation, lines: FindingLines) -> SlideLine:
    to = advice.to or lines.words.phrases["unaddressed"]
    return line(lines.words, "note_advice", line=lines.line(each), text=advice.text, to=to)
