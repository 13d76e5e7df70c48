"""A finding as one short line: name, value, what it is compared with, n; never a cause."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Run
from lib.domain.report_content import AcceptedFinding, FigureRow, ReportContent
from lib.domain.slides import SlideLine
from lib.report.slide_compose_parts import unit_text
from lib.report.slide_fit import LINE_PT, WIDE_CM, lines_taken
from lib.report.slide_words import fields, line
from lib.thai.numerals import format_number

#: The first whose words a finding has.
_FORMS = (
    "line_benchmark",
    "line_change",
    "line_schools",
    "line_short",
    "line_below",
    "line_found",
    "line_reached",
    "line_target",
    "line_target_uncounted",
    "line_value",
    "line_bare",
)
#: Counts of schools beside a figure that is compared itself; the comparison is the message.
_BESIDE_A_GAP = ("n_below", "n_reached")
_COMPARED = {"line_benchmark": "benchmark", "line_change": "earlier"}
_LIKELY = 2
_RULE = re.compile(r"\s*\(กฎ [^)]*\)$")
_MOST_OWN_LINES = 2


@dataclass(frozen=True, slots=True)
class FindingLines:
    """Writes findings as lines of slides.

    Attributes:
        rows: results by figure, for the units and the figures as printed.
    """

    rows: Mapping[str, FigureRow]
    words: ReportWords

    def line(self, each: AcceptedFinding) -> SlideLine:
        """People's own sentence where they wrote one that is short enough, else the figures in brief."""
        own = _RULE.sub("", each.sentence)
        is_written = each.sentence != each.finding.sentence
        if is_written and lines_taken(own, WIDE_CM, LINE_PT) <= _MOST_OWN_LINES:
            return (Run(own),)
        numbers = dict(each.finding.numbers)
        known = self._parts(each, numbers)
        form = next(form for form in _FORMS if fields(self.words, form) <= known.keys() | {"side"})
        return line(self.words, form, side=self._side(each, numbers, form), **known)

    def effect(self, each: AcceptedFinding) -> float:
        """Size of the difference: points of 100, for other units per cent of what it is compared with."""
        numbers = dict(each.finding.numbers)
        gap = next((abs(float(numbers[name])) for name in ("gap", "benchmark_gap") if name in numbers), None)
        if gap is None:
            return abs(float(numbers.get("below_pct", numbers.get("reached_pct", 0.0))))
        row = self._row(each)
        if row is None or row.drawn:
            return gap
        held = next((numbers[name] for name in ("target", "benchmark", "comparator") if name in numbers), 0.0)
        return 100 * gap / max(abs(float(held)), 1.0)

    def chosen(self, findings: Sequence[AcceptedFinding], most: int) -> tuple[AcceptedFinding, ...]:
        """The findings with the largest effects, in the order of the report."""
        largest = sorted(range(len(findings)), key=lambda place: (-self.effect(findings[place]), place))[
            :most
        ]
        return tuple(findings[place] for place in sorted(largest))

    def _row(self, each: AcceptedFinding) -> FigureRow | None:
        return self.rows.get(_figure(each))

    def _parts(self, each: AcceptedFinding, numbers: Mapping[str, object]) -> dict[str, str | SlideLine]:
        """Words of the forms that this finding has figures for."""
        row, mine = self._row(each), f"finding|{each.finding.id}"
        unit = row.unit if row else ""
        parts: dict[str, str | SlideLine] = {"name": each.short_name or each.finding.scope_name}
        for name, number in numbers.items():
            if "gap" in numbers and name in _BESIDE_A_GAP:
                continue
            if name in ("value", "target", "benchmark", "earlier") and isinstance(number, int | float):
                text = row.value_text if row and name == "value" and not each.is_shared else _printed(number)
                bound = Run(text, figure_id=f"{mine}|{name}")
                parts[name] = unit_text(unit, bound) if name == "value" else (bound,)
            elif name == "earlier_year_be":
                parts[name] = str(number)
            elif isinstance(number, int | float):
                parts[name] = (Run(format_number(number, 0), figure_id=f"{mine}|{name}"),)
            else:
                parts[name] = str(number)
        return parts

    def _side(self, each: AcceptedFinding, numbers: Mapping[str, object], form: str) -> str:
        """สูงกว่า or ต่ำกว่า, softened where chance is not ruled out."""
        if form == "line_schools":
            side = "higher" if each.finding.scope_id == "high" else "lower"
        else:
            held = numbers.get(_COMPARED.get(form, "target"))
            value = numbers.get("value")
            if not isinstance(value, int | float) or not isinstance(held, int | float):
                return ""
            side = "higher" if value > held else "lower" if value < held else "same"
        said = self.words.phrases[side]
        return self.words.say("likely", side=said) if each.finding.tier == _LIKELY else said


def finding_lines(content: ReportContent, words: ReportWords) -> FindingLines:
    """The writer of lines over the results of a report."""
    rows = {row.figure_id: row for domain in content.domains for row in domain.rows}
    return FindingLines(rows, words)


def _figure(each: AcceptedFinding) -> str:
    period = each.finding.period
    return f"{each.finding.indicator_id}|{period.kind}|{period.year_be}"


def _printed(number: float) -> str:
    return format_number(number)
