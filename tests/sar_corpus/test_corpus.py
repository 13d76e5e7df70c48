"""The corpus is measured whole by ``python -m tests.sar_corpus``; here a part of it holds the thresholds."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.ingest.school_identity import SchoolFinder
from tests.house.sources import ROOT
from tests.sar_corpus.clashes import CLASHES
from tests.sar_corpus.defects import REPAIRABLE
from tests.sar_corpus.every import (
    DOCUMENTS,
    UNSEEN,
    WORKBOOKS,
    broken_reports,
    clean_reports,
    contradicting_reports,
    make_report,
)
from tests.sar_corpus.negatives import make_negatives, make_twins
from tests.sar_corpus.ruler import Verdict, judge, read, register
from tests.sar_corpus.strangers.desk import make_stranger
from tests.sar_corpus.strangers.every import SETS
from tests.sar_corpus.strangers.no_reports import no_reports

_N_LAYOUTS = len(DOCUMENTS) + len(WORKBOOKS)


@pytest.fixture(scope="module")
def finder() -> SchoolFinder:
    return register()


@pytest.fixture(scope="module")
def reports(finder: SchoolFinder) -> list[Verdict]:
    """One report in each layout of the first look."""
    return [judge(truth, finder) for truth in clean_reports("test", look=0, count=_N_LAYOUTS)]


@pytest.fixture(scope="module")
def broken(finder: SchoolFinder) -> list[Verdict]:
    """One report with each repairable defect."""
    return [judge(truth, finder) for truth in broken_reports("test", look=0, each=1)]


@pytest.fixture(scope="module")
def unseen(finder: SchoolFinder) -> list[Verdict]:
    """One report in each of the layouts written last, in other wordings."""
    made = (make_report("unseen", number, layout, look=2) for number, layout in enumerate(UNSEEN))
    return [judge(truth, finder) for truth in made]


@pytest.fixture(scope="module")
def strangers_reports(finder: SchoolFinder) -> list[Verdict]:
    """Reports by two authors who never saw the readers, in their own layouts and words; none printed."""
    made = []
    for own, layouts in SETS.items():
        for number, (layout, form) in enumerate(layouts.items()):
            # Half of them: the whole is measured by hand.
            if form[1] != "pdf" and number % 2 == 0:
                made.append(make_stranger(own, "test", number, layout, form))
    return [judge(truth, finder) for truth in made]


def _sum(verdicts: list[Verdict], part: str) -> Counter[str]:
    return sum((getattr(verdict, part) for verdict in verdicts), Counter())


def _faults(verdicts: list[Verdict]) -> list[str]:
    return [f"{v.truth.layout} {v.truth.defect}: {fault}" for v in verdicts for fault in v.faults]


def test_there_are_at_least_twelve_layouts() -> None:
    assert _N_LAYOUTS >= 12


@pytest.mark.parametrize("group", ["reports", "broken", "unseen", "strangers_reports"])
def test_98_of_100_levels_are_read_and_none_is_invented(group: str, request: pytest.FixtureRequest) -> None:
    verdicts: list[Verdict] = request.getfixturevalue(group)
    levels = _sum(verdicts, "levels")
    assert levels["right"] >= 0.98 * levels["all"] > 0, _faults(verdicts)
    assert levels["wrong"] <= 0.01 * levels["all"], _faults(verdicts)


@pytest.mark.parametrize("group", ["reports", "broken", "unseen", "strangers_reports"])
def test_statements_are_found_and_no_others(group: str, request: pytest.FixtureRequest) -> None:
    verdicts: list[Verdict] = request.getfixturevalue(group)
    words = _sum(verdicts, "words")
    assert words["right"] >= 0.95 * words["all"] > 0, _faults(verdicts)
    assert words["right"] >= 0.95 * (words["right"] + words["extra"]), _faults(verdicts)


@pytest.mark.parametrize("group", ["reports", "broken", "unseen", "strangers_reports"])
def test_every_quote_stands_at_its_page_after_repair(group: str, request: pytest.FixtureRequest) -> None:
    words = _sum(request.getfixturevalue(group), "words")
    assert words["placed"] == words["right"]


def test_a_target_is_never_taken_for_the_result(reports: list[Verdict]) -> None:
    levels = _sum(reports, "levels")
    assert levels["expected_right"] == levels["expected"] > 0


def test_school_and_year_are_read_from_the_text(reports: list[Verdict]) -> None:
    assert [v.truth.layout for v in reports if not (v.school and v.year)] == []


def test_the_set_of_standards_is_recognised(reports: list[Verdict]) -> None:
    levels = _sum(reports, "levels")
    assert levels["sets_right"] == levels["sets"] > 0


def test_planted_themes_are_recognised(reports: list[Verdict]) -> None:
    words = _sum(reports, "words")
    assert words["themed"] >= 0.9 * words["right"]


def test_every_kind_of_contradiction_is_told_with_both_pages(finder: SchoolFinder) -> None:
    verdicts = [judge(truth, finder) for truth in contradicting_reports("test", look=0, each=1)]
    assert len(verdicts) == len(CLASHES)
    assert _sum(verdicts, "clashes")["found"] == len(CLASHES), _faults(verdicts)


def test_a_report_without_contradictions_has_none(reports: list[Verdict]) -> None:
    assert _sum(reports, "clashes")["false"] == 0, _faults(reports)


def test_what_is_no_report_yields_nothing(finder: SchoolFinder) -> None:
    verdicts = [judge(truth, finder) for truth in make_negatives("test", look=2)]
    assert {v.truth.negative: v.faults for v in verdicts if v.findings} == {}


def test_what_strangers_send_and_is_no_report_yields_nothing(finder: SchoolFinder) -> None:
    verdicts = [judge(truth, finder) for truth in no_reports()]
    assert len(verdicts) >= 15
    assert {v.truth.negative: v.faults for v in verdicts if v.findings} == {}


def test_the_words_of_a_level_stand_at_the_cited_place(strangers_reports: list[Verdict]) -> None:
    levels = _sum(strangers_reports, "levels")
    assert levels["quoted"] == levels["quotes"] > 0, _faults(strangers_reports)


def test_one_report_under_two_names_reads_the_same(finder: SchoolFinder) -> None:
    first = make_report("twins", 1, "guide_book")
    (second,) = make_twins([first])
    assert read(first, finder)[1].ratings == read(second, finder)[1].ratings
    assert first.content == second.content


def test_every_repairable_defect_is_injected(broken: list[Verdict]) -> None:
    assert {v.truth.defect for v in broken} == set(REPAIRABLE)


def test_the_readers_import_nothing_of_the_truth() -> None:
    for file in (ROOT / "lib").rglob("*.py"):
        for imported in _imports(file):
            assert not imported.startswith(("tests", "sample_data.sar")), file


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
