"""Findings as points of a list: whole sentences where they are told first, one line where summed up."""

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Block, BulletList, ExactFigure, Paragraph, Run
from lib.domain.figure_names import print_number
from lib.domain.finding_figures import relations_in
from lib.domain.findings import Number
from lib.domain.report_content import AcceptedFinding
from lib.report.figure_runs import joined_runs

#: What a line compares with, and how far from it the value is; the first that a finding has.
_COMPARED = (("target", "gap"), ("benchmark", "benchmark_gap"), ("comparator", "gap"), ("earlier", "gap"))


def finding_list(findings: tuple[AcceptedFinding, ...], words: ReportWords) -> tuple[Block, ...]:
    """Findings as points, every figure bound; what the list says of chance is explained once, below it."""
    if not findings:
        return (Paragraph((Run(words.phrases["no_findings"]),)),)
    points = BulletList(tuple(_sentence(each, words) for each in findings))
    notes = [words.phrases[key] for key in _chance_keys(findings, words)]
    return (points, Paragraph((Run(" ".join(notes)),), "note")) if notes else (points,)


def finding_lines(findings: tuple[AcceptedFinding, ...], words: ReportWords) -> tuple[Block, ...]:
    """Findings as points of one line each: value, distance and n; the sentences stand in the chapter."""
    if not findings:
        return (Paragraph((Run(words.phrases["no_findings"]),)),)
    return (BulletList(tuple(finding_line(each, words) for each in findings)),)


def finding_line(each: AcceptedFinding, words: ReportWords) -> tuple[Run, ...]:
    """Value, distance and n of a finding; a sentence that a person wrote stays whole."""
    numbers = dict(each.finding.numbers)
    if each.sentence != each.finding.sentence or "value" not in numbers:
        return _sentence(each, words)
    unit = f" ({each.unit})" if each.unit else ""
    runs = [Run(f"{each.short_name}{unit} "), _figure(each, "value", numbers)]
    compared = next((pair for pair in _COMPARED if set(pair) <= numbers.keys()), None)
    relation = next(iter(relations_in(each.finding.sentence)), None)
    if compared and relation:
        runs += [Run(f" {relation['word']}{relation['than']} "), _figure(each, compared[0], numbers)]
        runs += [Run(" อยู่ "), _figure(each, compared[1], numbers)]
    elif {"n_below", "n_schools"} <= numbers.keys():
        runs += [Run(f" {words.phrases['line_below']} "), _figure(each, "n_below", numbers), Run(" จาก ")]
        runs += [_figure(each, "n_schools", numbers), Run(" แห่ง")]
    if numbers.get("n"):
        runs += [Run(" (n = "), _figure(each, "n", numbers), Run(")")]
    return joined_runs(runs)


def exact_of_finding(each: AcceptedFinding) -> tuple[ExactFigure, ...]:
    """The numbers of a finding, with the n its value rests on."""
    numbers = dict(each.finding.numbers)
    n = numbers.get("n")
    return tuple(
        ExactFigure(
            _figure_id(each, name),
            float(number),
            float(n) if name == "value" and isinstance(n, int | float) else None,
        )
        for name, number in each.finding.numbers
        if not isinstance(number, str)
    )


def _figure_id(each: AcceptedFinding, name: str) -> str:
    return f"finding|{each.finding.id}|{name}"


def _figure(each: AcceptedFinding, name: str, numbers: dict[str, Number]) -> Run:
    return Run(print_number(name, numbers[name]), figure_id=_figure_id(each, name))


def _sentence(each: AcceptedFinding, words: ReportWords) -> tuple[Run, ...]:
    """The sentence; a rule's own leaves out what the heading and the note of the list say."""
    pieces = each.pieces or ((each.sentence, ""),)
    own = each.sentence == each.finding.sentence
    return joined_runs(
        Run(
            text if name or not own else _shortened(text, words),
            figure_id=_figure_id(each, name) if name else None,
        )
        for text, name in pieces
    )


def _shortened(text: str, words: ReportWords) -> str:
    text = text.removeprefix(words.phrases["sentence_opening"])
    for key in ("chance_sure", "chance_likely"):
        text = text.replace(words.phrases[f"{key}_long"], words.phrases[f"{key}_short"])
    return text


def _chance_keys(findings: tuple[AcceptedFinding, ...], words: ReportWords) -> list[str]:
    told = " ".join(each.sentence for each in findings if each.sentence == each.finding.sentence)
    return [f"{key}_note" for key in ("chance_sure", "chance_likely") if words.phrases[f"{key}_long"] in told]
