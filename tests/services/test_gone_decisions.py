"""What was accepted and is no finding any more stays in sight with its recommendations."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lib.domain.findings import Recommendation, Review
from lib.services.analysis import OfficeData, load_office_data, make_periods
from lib.services.finding_decisions import decide
from lib.services.findings import FindingsResult, compute_findings, join_reviews
from lib.services.gone_decisions import gone_decisions
from lib.storage.engine import Store, open_store


@pytest.fixture(scope="module")
def data(sample_store: Store) -> OfficeData:
    return load_office_data(sample_store)


@pytest.fixture
def office(sample_store: Store, tmp_path: Path) -> Iterator[Store]:
    copy = tmp_path / "copy.sqlite3"
    with (
        closing(sqlite3.connect(sample_store.url.removeprefix("sqlite:///"))) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    store = open_store(f"sqlite:///{copy.as_posix()}")
    yield store
    store.dispose()


@pytest.fixture
def result(office: Store, data: OfficeData) -> FindingsResult:
    return join_reviews(office, *compute_findings(data, make_periods(data)))


def test_while_every_accepted_finding_stands_nothing_is_gone(
    office: Store, data: OfficeData, result: FindingsResult
) -> None:
    assert gone_decisions(office, data, make_periods(data), result) == ()


@pytest.mark.parametrize("scope", ["area", "schools"])
def test_an_accepted_finding_that_is_gone_is_told_with_its_recommendation(
    office: Store, data: OfficeData, result: FindingsResult, scope: str
) -> None:
    lost = next(
        each.finding
        for each in result.findings
        if each.finding.scope == scope and each.review.status == "new"
    )
    advised = Review(lost.id, "accepted", recommendations=(Recommendation("สพท.", "จัดพี่เลี้ยง"),))
    decide(office, lost, advised, by="ก")
    left = FindingsResult(tuple(each for each in result.findings if each.finding.id != lost.id), ())
    (gone,) = gone_decisions(office, data, make_periods(data), left)
    assert gone.review.recommendations == advised.recommendations
    assert data.catalogue.by_id[lost.indicator_id].name in gone.about
    assert lost.rule_id in gone.about
    assert lost.period.label in gone.about


def test_a_rejected_finding_that_is_gone_needs_nobody(
    office: Store, data: OfficeData, result: FindingsResult
) -> None:
    lost = next(each.finding for each in result.asked if each.review.status == "new")
    decide(office, lost, Review(lost.id, "rejected", reason="ตรวจก่อน"), by="ก")
    left = FindingsResult(tuple(each for each in result.findings if each.finding.id != lost.id), ())
    assert gone_decisions(office, data, make_periods(data), left) == ()
