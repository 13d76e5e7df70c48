"""Ugly workbooks through the real preview: no wrong figure, nothing dropped, every fault at its cell."""

from collections.abc import Callable, Iterator

import pytest

from lib.storage.engine import Store
from tests.corpus.every import WORKBOOKS
from tests.corpus.judge import Verdict, judge, open_office
from tests.corpus.tally import table_of
from tests.corpus.ugly import UglyWorkbook

_LEAST_REPORTED = 0.95


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_office(tmp_path_factory.mktemp("corpus"))
    yield store
    store.dispose()


@pytest.fixture(scope="session")
def verdict_of(office: Store) -> Callable[[UglyWorkbook], Verdict]:
    """Each workbook is read once in a run."""
    known: dict[str, Verdict] = {}

    def of(ugly: UglyWorkbook) -> Verdict:
        if ugly.id not in known:
            known[ugly.id] = judge(office, ugly)
        return known[ugly.id]

    return of


@pytest.mark.parametrize("ugly", WORKBOOKS, ids=lambda ugly: ugly.id)
def test_an_ugly_workbook_gives_the_figures_that_an_officer_reads(
    ugly: UglyWorkbook, verdict_of: Callable[[UglyWorkbook], Verdict]
) -> None:
    verdict = verdict_of(ugly)
    assert (verdict.wrong, verdict.extra, verdict.absent) == ((), (), ())


@pytest.mark.parametrize("ugly", WORKBOOKS, ids=lambda ugly: ugly.id)
def test_every_row_and_cell_of_an_ugly_workbook_is_read_or_spoken_of(
    ugly: UglyWorkbook, verdict_of: Callable[[UglyWorkbook], Verdict]
) -> None:
    assert verdict_of(ugly).dropped == ()


def test_the_corpus_is_wide_and_its_faults_are_reported_at_their_cell(
    verdict_of: Callable[[UglyWorkbook], Verdict],
) -> None:
    verdicts = [verdict_of(each) for each in WORKBOOKS]
    print(table_of(verdicts))
    planted = [fault for each in WORKBOOKS for fault in each.planted]
    missed = [(one.workbook.id, fault) for one in verdicts for fault in one.missed]
    assert len({each.id for each in WORKBOOKS}) == len(WORKBOOKS) >= 30
    assert len(planted) >= 300
    assert len(planted) - len(missed) >= _LEAST_REPORTED * len(planted), missed
