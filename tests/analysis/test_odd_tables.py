"""Tables as storage and offices really hand them over."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.analysis.examination import examine
from lib.analysis.findings import findings_of, looked_at
from lib.analysis.groups import summarize_groups
from lib.analysis.school_rows import school_rows
from lib.analysis.summary import summarize_all
from lib.analysis.trends import area_trend
from lib.catalog.rules import load_rules
from lib.domain.indicators import Direction, Kind
from tests.analysis.builders import (
    PERIODS,
    all_findings,
    benchmarks,
    catalogue,
    dense_table,
    indicator,
    observations,
    schools,
)

RULES = load_rules()
OF_EVERY_KIND = (
    indicator("share", target=80.0),
    indicator("mean", Kind.MEAN, benchmark=50.0, benchmark_label="ประเทศ"),
    indicator("rating", Kind.RATING, valid_max=5.0, target=3.51),
    indicator("score", Kind.SCORE, target=85.0),
    indicator("cases", Kind.COUNT, direction=Direction.LOWER, target=0.0),
    indicator("money", Kind.AMOUNT, domain="budget"),
    indicator("ratio", Kind.RATIO, direction=Direction.BAND, target=15.0, target_high=20.0),
)


def test_nullable_and_categorical_columns_read_like_plain_ones() -> None:
    ten = schools(10)
    rng = np.random.default_rng(4)
    n = np.full((1, 3, 10), 40.0)
    x = rng.binomial(40, 0.7, n.shape).astype(float)
    plain = dense_table(OF_EVERY_KIND[:1], ten, 100 * x / n, n, x)
    typed = plain.astype(
        {"n": "Int64", "year_be": "int16", "term": "Int8", "period_kind": "category", "school_id": "string"}
    )
    known = catalogue(*OF_EVERY_KIND[:1])
    made = [all_findings(table, ten, known) for table in (plain, typed)]
    assert made[0] == made[1]


@settings(deadline=None, max_examples=60)
@given(
    count=st.integers(0, 12),
    seed=st.integers(0, 10_000),
    missing=st.sampled_from([0.0, 0.3, 1.0]),
    flat=st.sampled_from([None, 0.0, 100.0]),
    with_sd=st.booleans(),
)
def test_any_table_gives_summaries_rows_and_finite_figures(
    count: int, seed: int, missing: float, flat: float | None, with_sd: bool
) -> None:
    rng = np.random.default_rng(seed)
    some = schools(count, clusters=3)
    shape = (len(OF_EVERY_KIND), 3, count)
    value = rng.uniform(0, 100, shape) if flat is None else np.full(shape, flat)
    value[rng.random(shape) < missing] = np.nan
    n = rng.integers(0, 60, shape).astype(float)
    n[rng.random(shape) < missing / 2] = np.nan
    table = dense_table(OF_EVERY_KIND, some, value, n, None, np.full(shape, 10.0) if with_sd else None)
    known = catalogue(*OF_EVERY_KIND)
    found = examine(table, benchmarks(), OF_EVERY_KIND, some, PERIODS, RULES)
    summaries = summarize_all(found, ())
    assert all(summary.value is None or np.isfinite(summary.value) for summary in summaries)
    for of in OF_EVERY_KIND:
        assert len(school_rows(found, of.id)) <= count
        assert summarize_groups(found, of.id, "cluster")["n_schools"].sum() <= count
        assert (area_trend(found, of.id)["n_schools"] > 0).all()
    findings = findings_of(found, known)
    assert "nan" not in " ".join(finding.sentence for finding in findings)
    assert {quiet.indicator_id for quiet in looked_at(found, findings)}.isdisjoint(
        finding.indicator_id for finding in findings
    )


@pytest.mark.parametrize("columns", [[], ["A1"]])
def test_an_empty_office_has_no_findings(columns: list[str]) -> None:
    known = catalogue(*OF_EVERY_KIND)
    some = schools(len(columns))
    assert all_findings(observations([]), some, known) == ()


def test_one_kind_of_year_alone_examines_its_own_indicators_only() -> None:
    academic = {kind: period for kind, period in PERIODS.items() if kind == "academic_year"}
    fiscal = indicator("spent", period_kind=next(kind for kind in PERIODS if kind == "fiscal_year"))
    found = examine(observations([]), benchmarks(), (*OF_EVERY_KIND, fiscal), schools(2), academic, RULES)
    assert [each.id for each in found.cube.indicators] == [each.id for each in OF_EVERY_KIND]


def test_a_stated_figure_that_is_missing_is_no_benchmark() -> None:
    marks = benchmarks([{"indicator_id": OF_EVERY_KIND[0].id, "value": np.nan}])
    found = examine(observations([]), marks, OF_EVERY_KIND, schools(2), PERIODS, RULES)
    assert found.benchmarks == {}
