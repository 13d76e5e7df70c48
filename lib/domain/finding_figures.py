"""Where the figures of a finding stand in its rule's sentence."""

import re
from collections.abc import Sequence

from lib.domain.figure_names import print_number, ways_to_print
from lib.domain.finding_text import Figure, Part, Parts, Place, figures_in, fill, joined, lacking, read_parts
from lib.domain.findings import Finding, Number, Review

#: The order in which the rules' sentences say their figures; some say one twice, or at the other place.
_SPOKEN = (
    "{told} n_short short n_over over value x n value n_peers earlier_year_be earlier earlier_n target"
    " target_high comparator gap gap_n {first} n_below n_reached n_schools below_pct reached_pct benchmark"
    " benchmark_gap gap_n target target_high pupils_below_pct {small} pooled_years pooled_value pooled_x"
    " pooled_n pooled_value {last}"
    " probability peer_probability enrolled n_doubted n_others expected n_likely"
    " n_schools n_expected n_unweighed coverage_pct needed_pct"
    " doubted_pct n_no_n n_zero_n n_x_above_n n_enrolment n_jump"
)
#: Figures that are names of schools or of what is compared with, said as they are.
NAMES_SAID = frozenset({"benchmark_name", "schools"})
#: Numbers of things that a sentence says in words only.
_IN_WORDS = frozenset({"step", "level", "item"})
_RELATION = re.compile(r"(?P<word>สูงกว่า|ต่ำกว่า|เท่ากับ|เพิ่มขึ้น|ลดลง)(?P<than>[^\s\d(){}|]*)")


def relations_in(text: str) -> list[re.Match[str]]:
    """Every สูงกว่า, ต่ำกว่า, เท่ากับ, เพิ่มขึ้น, ลดลง (``word``) with what follows it (``than``)."""
    return list(_RELATION.finditer(text))


def rule_parts(finding: Finding) -> Parts:
    """The rule's sentence with a place for each of its figures and its words of comparison.

    Figures up to the period belong to names; figures that look alike are told apart by their order.
    """
    parts: list[Part] = []
    done = 0
    for start, end, name in _spans(finding):
        parts += [finding.sentence[done:start], Place(name)]
        done = end
    return joined([*parts, finding.sentence[done:]])


def printed_figures(finding: Finding) -> dict[str, str]:
    """Name → the figure as the rule's sentence prints it today; one it does not say, in the usual way.

    Numbers that stand for words, such as the step towards a target, are no figures to write.
    """
    usual = {name: print_number(name, number) for name, number in finding.numbers if name not in _IN_WORDS}
    return usual | {name: finding.sentence[start:end] for start, end, name in reversed(_spans(finding))}


def shown_sentence(finding: Finding, review: Review) -> str:
    """The sentence that counts, with today's figures: the person's, else the rule's."""
    if not review.sentence_text:
        return finding.sentence
    return fill(stored_parts(review), printed_figures(finding))


def sentence_pieces(finding: Finding, review: Review) -> tuple[tuple[str, str], ...]:
    """The sentence that counts in pieces: text, and the name of the figure it is, empty for wording."""
    if not review.sentence_text:
        pieces, done = [], 0
        for start, end, name in _spans(finding):
            if not name.startswith("~") and name not in NAMES_SAID:
                pieces += [(finding.sentence[done:start], ""), (finding.sentence[start:end], name)]
                done = end
        pieces.append((finding.sentence[done:], ""))
        return tuple(piece for piece in pieces if piece[0])
    printed = printed_figures(finding)
    return tuple(
        (part, "")
        if isinstance(part, str)
        else (fill((part,), printed), "" if part.name.startswith("~") else part.name)
        for part in stored_parts(review)
    )


def stored_parts(review: Review) -> Parts:
    """The parts of a sentence as a person left it; one saved before figures were bound has no places."""
    return read_parts(review.sentence_text) if review.numbers else joined([review.sentence_text])


def gone_figures(finding: Finding, review: Review) -> tuple[str, ...]:
    """Names of figures in a person's sentence that the data no longer give."""
    return lacking(stored_parts(review), printed_figures(finding))


def _spans(finding: Finding) -> list[tuple[int, int, str]]:
    """(start, end, name) of everything in the sentence that comes from the data, in its order."""
    sentence, numbers = finding.sentence, dict(finding.numbers)
    head = sentence.find(finding.period.label)
    begin = head + len(finding.period.label) if head >= 0 else 0
    spans = []
    for name in NAMES_SAID & numbers.keys():
        said = next((way for way in ways_to_print(name, numbers[name]) if way in sentence[begin:]), "")
        if said:
            start = sentence.index(said, begin)
            spans.append((start, start + len(said), name))
    figures = [
        figure
        for figure in figures_in(sentence)
        if figure.start >= begin and not any(start <= figure.start < end for start, end, _ in spans)
    ]
    named = zip(figures, _names(finding.rule_id, numbers, figures), strict=True)
    spans += [(figure.start, figure.end, name) for figure, name in named if name]
    spans += [
        (*found.span("word"), f"~{found['than']}")
        for found in relations_in(sentence)
        if found.start() >= begin
    ]
    return sorted(spans)


def _names(rule_id: str, numbers: dict[str, Number], figures: Sequence[Figure]) -> list[str]:
    """The name of each figure, empty for one of the wording: the best row of both in the same order."""
    early, late = ("years_same_side", "") if rule_id == "R4" else ("", "years_same_side")
    small = "n" if "pooled_years" in numbers else ""
    told = "n_told n_schools comparator" if "n_told" in numbers else ""
    order = _SPOKEN.format(told=told, first=early, small=small, last=late).split()
    spoken = [name for name in order if name in numbers]
    spoken += [name for name in numbers if name not in spoken]
    ways = {name: ways_to_print(name, number) for name, number in numbers.items()}

    def fit(i: int, j: int) -> int:
        if figures[i].raw not in ways[spoken[j]]:
            return 0
        return 10 - 2 * (figures[i].raw != ways[spoken[j]][0]) - (spoken[j] in spoken[:j])

    best = [[0] * (len(spoken) + 1) for _ in range(len(figures) + 1)]
    for i in reversed(range(len(figures))):
        for j in reversed(range(len(spoken))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + fit(i, j))
    names = [""] * len(figures)
    i = j = 0
    while i < len(figures) and j < len(spoken):
        if fit(i, j) and best[i][j] == best[i + 1][j + 1] + fit(i, j):
            names[i] = spoken[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            i += 1
    for place, figure in enumerate(figures):
        if not names[place] and ("." in figure.raw or "," in figure.raw):
            names[place] = next(
                (name for name in spoken if name not in names and figure.raw in ways[name]), ""
            )
    return names
