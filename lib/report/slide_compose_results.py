"""Results of one domain on one slide: how many reach their target, and the widest distances drawn."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import Run, Table, TableColumn
from lib.domain.report_content import DomainResults, FigureRow, ReportContent
from lib.domain.slides import Slide, SlideLine
from lib.report.slide_compose_parts import (
    PER_CENT,
    data_foot,
    n_of,
    source_note,
    value_of,
    with_unit,
)
from lib.report.slide_words import count, line, message, numbered, said

_BESIDE_COLOUR = "9AA5AB"
_MOST_BARS = 6
_MOST_ROWS = 5
_UNKNOWN = "–"


def results_slide(content: ReportContent, domain: DomainResults, words: ReportWords) -> Slide:
    """The message, a chart or a small table, and what to say beside it."""
    rows, beside = _drawn(domain)
    chart = _chart(domain, rows, beside, words) if rows else None
    shown = rows or _by_distance(domain.rows)[:_MOST_ROWS]
    best, far = _extremes(domain)
    lines: list[SlideLine] = []
    for row, key in ((best, "best"), (far, "far")):
        if row is not None:
            lines.append(_against_target(row, key, words))
    if far is not None and far.meeting_text != _UNKNOWN:
        meeting = Run(far.meeting_text, figure_id=f"{far.figure_id}|meeting")
        lines.append(line(words, "meeting", meeting=meeting))
    if not lines:
        told = count(len(domain.rows)), count(domain.n_judged)
        lines.append(line(words, "counted", n=told[0], n_judged=told[1]))
    if len(shown) < len(domain.rows):
        key = "rest_rows" if chart else "rest_table"
        lines.append(line(words, key, shown=count(len(shown)), n=count(len(domain.rows))))
    return Slide(
        "results",
        f"results_{domain.domain_id}",
        _message(domain, far, words),
        tuple(lines),
        chart=chart,
        table=None if chart else _table(domain, shown, words),
        source=data_foot(content, words),
        notes=_notes(content, domain, shown, words),
    )


def missing_slide(content: ReportContent, domains: Sequence[DomainResults], words: ReportWords) -> Slide:
    """One slide for all domains without a figure: what is missing, why it matters, what to do."""
    return Slide(
        "missing",
        "missing",
        message(words, ("missing",), n=count(len(domains))),
        (
            *(line(words, "missing_domain", domain=domain.name) for domain in domains),
            said(words.phrases["missing_why"]),
            said(words.phrases["missing_next"]),
        ),
        source=data_foot(content, words),
        notes=(source_note(content, words),),
    )


def _message(domain: DomainResults, far: FigureRow | None, words: ReportWords) -> SlideLine:
    parts = {
        "domain": domain.name,
        "n_reached": count(domain.n_reached),
        "n_judged": count(domain.n_judged),
        "n_rows": count(len(domain.rows)),
        "name": far.short_name if far else None,
    }
    stem = "results_some" if domain.n_judged else "results_untargeted"
    if domain.n_judged and domain.n_reached == domain.n_judged:
        stem = "results_all"
    return message(words, numbered(words, stem), **parts)


def _drawn(domain: DomainResults) -> tuple[list[FigureRow], str]:
    """Rows that one axis fits, those farthest from what stands beside them, in the order of the report."""
    drawn = [row for row in domain.rows if row.drawn and row.value is not None]
    targeted = [row for row in drawn if row.target is not None]
    if targeted:
        return _farthest(targeted, "target"), "beside_target"
    compared = [row for row in drawn if row.benchmark is not None]
    if compared:
        return _farthest(compared, "benchmark"), "beside_benchmark"
    return drawn[:_MOST_BARS], ""


def _farthest(rows: list[FigureRow], beside: str) -> list[FigureRow]:
    gaps = {row: abs((row.value or 0.0) - getattr(row, beside)) for row in rows}
    chosen = set(sorted(rows, key=gaps.__getitem__, reverse=True)[:_MOST_BARS])
    return [row for row in rows if row in chosen]


def _by_distance(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """The widest relative distances to a target first; those without one behind."""
    return sorted(rows, key=lambda row: -abs(row.target_gap or 0.0) / max(abs(row.target or 0.0), 1.0))


def _extremes(domain: DomainResults) -> tuple[FigureRow | None, FigureRow | None]:
    """The best and the farthest of the per cents against their targets, as the report names them."""
    gaps = {row: row.target_gap for row in domain.rows if row.unit == PER_CENT and row.target_gap is not None}
    best = max(gaps, key=gaps.__getitem__, default=None)
    far = min(gaps, key=gaps.__getitem__, default=None)
    return (
        best if best is not None and gaps[best] > 0 else None,
        far if far is not None and gaps[far] < 0 else None,
    )


def _against_target(row: FigureRow, key: str, words: ReportWords) -> SlideLine:
    if row.n_text == _UNKNOWN:
        return line(words, f"{key}_uncounted", name=row.short_name, value=value_of(row))
    return line(words, key, name=row.short_name, value=value_of(row), n=n_of(row))


def _chart(domain: DomainResults, rows: list[FigureRow], beside: str, words: ReportWords) -> Chart:
    values = tuple(row.value for row in rows)
    held = tuple(row.target if beside == "beside_target" else row.benchmark for row in rows)
    own = ChartSeries(words.phrases["series_value"], values, domain.colour.removeprefix("#"))
    highest = max(value for value in (*values, *held) if value is not None)
    parts = {"domain": domain.name, "n": count(len(rows)), "beside": words.phrases.get(beside, "")}
    stem = "results" if beside else "results_alone"
    return Chart(
        "bar",
        words.say(f"{stem}_caption" if beside else stem, **parts),
        tuple(row.short_name for row in rows),
        (own, ChartSeries(words.phrases[beside], held, _BESIDE_COLOUR)) if beside else (own,),
        words.phrases["chart_unit"],
        words.say(f"{stem}_alt", **parts),
        percent_axis=highest <= 100,
        key=f"slide_{domain.domain_id}",
    )


def _table(domain: DomainResults, rows: Sequence[FigureRow], words: ReportWords) -> Table:
    say = words.phrases
    return Table(
        words.say("results_alone", domain=domain.name),
        (
            TableColumn(say["column_indicator"], width_cm=13.5),
            TableColumn(say["column_value"], "right", 7),
            TableColumn(say["column_n"], "right", 4),
            TableColumn(say["column_target"], "right", 5.5),
        ),
        tuple(
            (f"{row.short_name} ({row.unit})", row.value_text, row.n_text, row.target_text) for row in rows
        ),
        figure_ids=tuple(_ids(row) for row in rows),
    )


def _ids(row: FigureRow) -> tuple[str, ...]:
    """Bindings of one row of the table."""
    told = (("value", row.value_text), ("n", row.n_text), ("target", row.target_text))
    return ("", *("" if text == _UNKNOWN else f"{row.figure_id}|{measure}" for measure, text in told))


def _notes(
    content: ReportContent, domain: DomainResults, shown: Sequence[FigureRow], words: ReportWords
) -> tuple[SlideLine, ...]:
    notes = [
        line(
            words,
            "note_row",
            name=row.name,
            value=value_of(row),
            n=n_of(row) if row.n_text != _UNKNOWN else _UNKNOWN,
            target=with_unit(row, row.target_text, f"{row.figure_id}|target")
            if row.target is not None
            else _UNKNOWN,
            benchmark=row.benchmark_text,
            change=row.change_text,
            period=row.period,
        )
        for row in shown
    ]
    if any(row.is_median for row in shown):
        notes.append(said(words.phrases["note_median"]))
    if len(shown) < len(domain.rows):
        notes.append(said(words.phrases["note_chosen"]))
    return (*notes, said(words.phrases["note_no_cause"]), source_note(content, words))
