"""The slides a meeting opens with: cover, order of the session, the area in figures."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import Run, Table, TableColumn
from lib.domain.report_content import ReportContent
from lib.domain.slides import Slide, SlideKind
from lib.report.compose_parts import unbroken_office
from lib.report.slide_compose_parts import foot, source_note, years_text
from lib.report.slide_words import count, line, message, numbered, said
from lib.thai.dates import format_date
from lib.thai.numerals import format_number

_COLOUR = "0F5E6B"
#: Part of the session → kinds of slides in it, and whether the meeting is asked something.
_PARTS: tuple[tuple[str, frozenset[SlideKind], bool], ...] = (
    ("agenda_context", frozenset({"context"}), False),
    ("agenda_results", frozenset({"results", "missing"}), False),
    ("agenda_findings", frozenset({"strengths", "improvement_areas", "findings", "schools"}), False),
    ("agenda_evidence", frozenset({"sar", "kpi", "follow_up"}), False),
    ("agenda_recommendations", frozenset({"recommendations"}), True),
    ("agenda_decisions", frozenset({"decisions"}), True),
)


def cover(content: ReportContent, words: ReportWords) -> Slide:
    """Name, years, committee, office and day."""
    lines = [years_text(content, words), words.headings["committee"], unbroken_office(content.office_name)]
    made = words.say("made", date=format_date(content.made_on))
    lines.append(f"{made} · {words.headings['sample']}" if content.is_sample else made)
    return Slide(
        "cover",
        "cover",
        message(words, ("deck",)),
        tuple(said(each) for each in lines if each),
        notes=(said(words.phrases["note_cover"]),),
    )


def agenda(slides: Sequence[Slide], words: ReportWords) -> Slide:
    """The parts of the session with the page each begins on.

    Args:
        slides: all others in their order, the cover first; the agenda itself is page 2.
    """
    rows: list[tuple[str, str, str]] = []
    said_kind, asked = "", 0
    for key, kinds, is_asked in _PARTS:
        pages = [page for page, slide in enumerate(slides, start=2) if slide.kind in kinds]
        if pages:
            kind = words.phrases["to_ask" if is_asked else "to_tell"]
            asked += is_asked
            rows.append(("" if kind == said_kind else kind, words.texts[key], count(pages[0])))
            said_kind = kind
    say = words.phrases
    return Slide(
        "agenda",
        "agenda",
        message(words, ("agenda",), n_told=count(len(rows) - asked), n_asked=count(asked)),
        table=Table(
            words.texts["agenda_caption"],
            (
                TableColumn(say["column_kind"], width_cm=6),
                TableColumn(say["column_matter"], width_cm=21),
                TableColumn(say["column_page"], "right", 3),
            ),
            tuple(rows),
        ),
        notes=(said(say["note_agenda"]),),
    )


def context(content: ReportContent, words: ReportWords) -> Slide:
    """Schools, pupils, clusters, and the sizes of the schools."""
    n_schools, year = content.n_schools, content.academic_year_be or content.fiscal_year_be
    largest = max(content.sizes, key=lambda size: size[1], default=("", 0))
    is_most = 2 * largest[1] > n_schools
    told = message(
        words,
        numbered(words, "context"),
        office=content.office_short_name or content.office_name,
        n_schools=Run(count(n_schools), figure_id=f"office||{year}|schools"),
        n_pupils=count(content.n_pupils) if content.n_pupils else None,
        size=largest[0] if is_most else None,
        n_size=count(largest[1]),
        size_pct=format_number(100 * largest[1] / n_schools) if n_schools else None,
    )
    lines = []
    if content.n_clusters:
        lines.append(line(words, "context_clusters", n=count(content.n_clusters)))
    lines.append(line(words, "context_files", n=count(len(content.sources))))
    lines.append(said(words.phrases["context_small"]))
    sizes = [line(words, "note_size", name=name, n=count(n)) for name, n in content.sizes]
    return Slide(
        "context",
        "context",
        told,
        tuple(lines),
        chart=_sizes(content, words) if any(n for _, n in content.sizes) else None,
        source=foot(words, "foot_register"),
        notes=(*sizes, source_note(content, words)),
    )


def _sizes(content: ReportContent, words: ReportWords) -> Chart:
    total = count(sum(n for _, n in content.sizes))
    return Chart(
        "bar",
        words.phrases["sizes_caption"],
        tuple(name for name, _ in content.sizes),
        (ChartSeries(words.phrases["sizes_series"], tuple(float(n) for _, n in content.sizes), _COLOUR),),
        "แห่ง",
        words.say("sizes_alt", n=total),
        decimals=0,
        key="slide_sizes",
    )
