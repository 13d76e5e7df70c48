"""What every rule of the sample office says, and what every edit of it keeps."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.domain.figure_names import FIGURE_LABELS, changed_figures
from lib.domain.finding_binding import bind
from lib.domain.finding_figures import printed_figures, rule_parts
from lib.domain.finding_text import GONE, Parts, Place, figures_in, fill, lacking, read_parts, write_parts
from lib.domain.findings import Finding, Number

if TYPE_CHECKING:
    from lib.storage.engine import Store

#: Figures that not every sentence prints: step and level have their own words, a long list is in the table.
UNSPOKEN = {"step", "earlier_n", "level", "item", "schools", "n_schools", "n_expected"}
LETTERS = "กขคงจชซญดตนบปผพมยรลวสหอะาเแ ()"
_SHAPES: list[Finding] = []


def shapes(store: "Store") -> list[Finding]:
    """One finding of each kind of sentence, and those whose figures look alike."""
    if not _SHAPES:
        from lib.services.analysis import load_office_data, make_periods
        from lib.services.findings import compute_findings

        data = load_office_data(store)
        chosen: dict[object, Finding] = {}
        for finding in compute_findings(data, make_periods(data))[0]:
            said = tuple(part.name for part in rule_parts(finding) if isinstance(part, Place))
            alike = len(set(printed_figures(finding).values())) < len(printed_figures(finding))
            chosen.setdefault((finding.rule_id, said, alike), finding)
        _SHAPES.extend(chosen.values())
    return _SHAPES


def changed(finding: Finding) -> Finding:
    """The same finding with every figure another one."""
    numbers: list[tuple[str, Number]] = []
    for place, (name, number) in enumerate(finding.numbers):
        if isinstance(number, str):
            numbers.append((name, number))
        elif name.endswith("_be"):
            numbers.append((name, int(number) - 40))
        elif isinstance(number, int):
            numbers.append((name, 7_000_001 + 1_111 * place))
        else:
            numbers.append((name, 8_000_000.37 + 1_111 * place))
    words = {name: word for name, word in printed_figures(finding).items() if name.startswith("~")}
    fresh = replace(finding, numbers=tuple(numbers), sentence="")
    return replace(fresh, sentence=fill(rule_parts(finding), printed_figures(fresh) | words))


@st.composite
def edits(draw: st.DrawFn, parts: Parts) -> Parts:
    """Words put in and cut out anywhere between figures, the two ends dropped."""
    first = draw(st.integers(0, len(parts) - 1))
    kept: list[str | Place] = []
    for part in parts[first : draw(st.integers(first + 1, len(parts)))]:
        if isinstance(part, Place):
            kept.append(part)
            continue
        cut = draw(st.integers(0, len(part)))
        begin, end = part[:cut], part[draw(st.integers(cut, len(part))) :]
        kept.append(f"{begin}{draw(st.text(LETTERS, max_size=12))}{end} ")
        kept.append("ก " if len(kept) > 1 else "")
    return tuple(kept)


def test_every_sentence_reads_back_as_it_was(sample_store: "Store") -> None:
    for finding in shapes(sample_store):
        parts = rule_parts(finding)
        assert fill(parts, printed_figures(finding)) == finding.sentence
        assert read_parts(write_parts(parts)) == parts


def test_every_figure_has_its_place_in_its_sentence_and_a_name(sample_store: "Store") -> None:
    for finding in shapes(sample_store):
        said = {part.name for part in rule_parts(finding) if isinstance(part, Place)}
        assert {name for name, _ in finding.numbers} - said <= UNSPOKEN, finding
        assert {name for name, _ in finding.numbers} <= FIGURE_LABELS.keys()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_an_edit_between_the_figures_loses_none_of_them(sample_store: "Store", data: st.DataObject) -> None:
    finding = data.draw(st.sampled_from(shapes(sample_store)), label="finding")
    printed = printed_figures(finding)
    text = fill(data.draw(edits(rule_parts(finding)), label="edit"), printed)
    bound = bind(text, finding)
    assert fill(bound.parts, printed) == text

    answered = bind(text, finding, answers={each.start: each.guess for each in bound.asked if each.same})
    assert fill(answered.parts, printed) == text
    new = changed(finding)
    filled = fill(answered.parts, printed_figures(new))
    assert GONE not in filled
    wording = {
        each.text for part in rule_parts(finding) if isinstance(part, str) for each in figures_in(part)
    }
    asked = {each.text for each in answered.asked}
    said = [name for name, _ in finding.numbers if name in printed]
    old = {printed[name] for name in said} - wording - asked
    assert not {each.raw for each in figures_in(filled)} & old
    names = {"schools", "benchmark_name"}
    n_places = sum(
        isinstance(part, Place) and part.name[0] != "~" and part.name not in names for part in answered.parts
    )
    new_ones = {printed_figures(new)[name] for name in said}
    assert sum(each.raw in new_ones for each in figures_in(filled)) >= n_places


@settings(max_examples=150, deadline=None)
@given(text=st.text("กขค 0123456789๐๑๒,.{}|%-()ป", max_size=60))
def test_any_text_at_all_comes_back_as_it_was_written(sample_store: "Store", text: str) -> None:
    finding = shapes(sample_store)[0]
    parts = bind(text, finding).parts
    assert fill(read_parts(write_parts(parts)), printed_figures(finding)) == text


def test_changed_figures_stand_beside_what_they_were(sample_store: "Store") -> None:
    finding = next(each for each in shapes(sample_store) if "gap_n" in dict(each.numbers))
    then = {**dict(finding.numbers), "value": 12.5}
    del then["gap_n"]
    assert [(each.name, each.then) for each in changed_figures(then, finding)] == [
        ("value", "12.50"),
        ("gap_n", "–"),
    ]


def test_a_figure_that_the_data_no_longer_give_is_lacking(sample_store: "Store") -> None:
    finding = next(each for each in shapes(sample_store) if "gap_n" in dict(each.numbers))
    without = tuple((name, number) for name, number in finding.numbers if name != "gap_n")
    sentence = re.sub(r" หรือประมาณ [\d,]+ \S+", "", finding.sentence)
    gone = replace(finding, numbers=without, sentence=sentence)
    assert lacking(rule_parts(finding), printed_figures(gone)) == ("gap_n",)
