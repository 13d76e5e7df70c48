"""The first view of the explore page and the trend in words, on the sample office and on small frames."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import pytest

from lib.analysis.examination import Examination
from lib.catalog.rules import load_rules
from lib.domain.indicators import Direction
from lib.services.analysis import OfficeData, examine_office, load_office_data, make_periods
from lib.services.explore import IndicatorView, load_indicator_view
from lib.services.explore_overview import (
    SMALL_WORDS,
    IndicatorLine,
    domain_sentence,
    load_lines,
    make_glances,
)
from lib.services.explore_trend import trend_sentence
from lib.services.findings import FindingsResult, ReviewedFinding, compute_findings, join_reviews
from lib.storage.engine import Store
from tests.analysis.builders import PERIODS, benchmarks, catalogue, indicator, schools, shares

MATHS = "academic.onet_p6_math"


@pytest.fixture(scope="module")
def data(sample_store: Store) -> OfficeData:
    return load_office_data(sample_store)


@pytest.fixture(scope="module")
def found(data: OfficeData) -> Examination:
    return examine_office(data, make_periods(data))


@pytest.fixture(scope="module")
def lines(data: OfficeData, found: Examination) -> dict[str, tuple[IndicatorLine, ...]]:
    return load_lines(data, found)


@pytest.fixture(scope="module")
def result(sample_store: Store, data: OfficeData) -> FindingsResult:
    return join_reviews(sample_store, *compute_findings(data, make_periods(data)))


@pytest.fixture(scope="module")
def view(data: OfficeData, found: Examination) -> IndicatorView:
    return load_indicator_view(data, found, MATHS)


def test_every_key_indicator_of_a_card_is_in_exactly_one_of_its_counts(
    data: OfficeData, lines: dict[str, tuple[IndicatorLine, ...]], result: FindingsResult
) -> None:
    for glance in make_glances(data, lines, result.findings):
        key = [line for line in lines[glance.domain_id] if not line.basic]
        assert sum(glance.counts.values()) == len(key)
        assert f"ตัวชี้วัดหลัก {len(key):,} ตัว" in domain_sentence(glance, lines[glance.domain_id])


def test_the_cards_count_the_areas_findings_and_not_those_people_rejected(
    data: OfficeData, lines: dict[str, tuple[IndicatorLine, ...]], result: FindingsResult
) -> None:
    area = [each for each in result.findings if each.finding.scope == "area"]
    strong = next(each for each in area if each.finding.kind == "strength")
    domain = strong.finding.domain
    rejected = replace(strong, review=replace(strong.review, status="rejected"))
    others = [rejected if each is strong else each for each in result.findings]

    def counted(findings: Sequence[ReviewedFinding]) -> int:
        glances = make_glances(data, lines, findings)
        return next(one.n_strengths for one in glances if one.domain_id == domain)

    assert counted(others) == counted(result.findings) - 1


def test_a_line_says_the_same_as_the_indicators_own_view(
    lines: dict[str, tuple[IndicatorLine, ...]], view: IndicatorView
) -> None:
    line = next(one for one in lines["academic"] if one.indicator_id == MATHS)
    assert line.value == view.words.figure(view.summary.value)
    assert line.n == f"{view.summary.n_total:,} คน"
    assert line.coverage == f"{view.summary.n_schools}/{view.summary.n_expected}"
    assert view.summary.change_all is not None
    assert line.change.startswith(view.words.short(view.summary.change_all.printed, signed=True))


def _line(passed: int, takers: int, **keys: object) -> IndicatorLine:
    """The only line of an office of one school."""
    one = indicator("pass", target=50.0, **keys)
    known = catalogue(one)
    table = shares(one, schools(1), [passed], [takers]).assign(source_file="ผล.xlsx")
    data = OfficeData(table, benchmarks(), schools(1), schools(1), known, load_rules(), 1)
    return load_lines(data, examine_office(data, PERIODS))["academic"][0]


def test_standing_is_a_sign_with_its_word_on_the_side_that_is_good() -> None:
    assert (_line(30, 40).standing, _line(30, 40).status) == ("reached", "▲ ถึงเป้าหมาย")
    assert (_line(10, 40).standing, _line(10, 40).status) == ("below", "▼ ยังไม่ถึง")
    assert _line(10, 40, direction=Direction.LOWER).standing == "reached"


def test_too_few_people_are_marked_and_not_judged() -> None:
    assert _line(2, 6).status == SMALL_WORDS


def _trend(view: IndicatorView, **columns: list[float]) -> IndicatorView:
    return replace(view, trend=pd.DataFrame({"year_be": [2566, 2567, 2568], **columns}))


def test_the_same_schools_are_told_apart_where_they_tell_another_story(view: IndicatorView) -> None:
    told = trend_sentence(
        _trend(
            view,
            all_schools=[30.0, 31.0, 40.0],
            same_schools=[30.0, 30.5, 31.0],
            n_schools=[9, 10, 12],
            n_same_schools=[9, 9, 9],
        )
    )
    assert "ปี 2566 ถึง 2568 ทุกโรงเรียนที่มีค่าในแต่ละปี จาก 30.00 เป็น 40.00" in told
    assert "โรงเรียนเดิม 9 แห่งที่มีค่าครบทุกปี จาก 30.00 เป็น 31.00" in told
    assert "สองชุดต่างกัน" in told


def test_one_set_of_schools_all_the_years_is_said_so(view: IndicatorView) -> None:
    same = {"all_schools": [30.0, 31.0, 40.0], "same_schools": [30.0, 31.0, 40.0]}
    told = trend_sentence(_trend(view, **same, n_schools=[9, 9, 9], n_same_schools=[9, 9, 9]))
    assert "โรงเรียนชุดเดียวกัน 9 แห่งทุกปี" in told


def test_no_school_in_every_year_makes_no_comparison(view: IndicatorView) -> None:
    nan = float("nan")
    same = {"all_schools": [30.0, 31.0, 40.0], "same_schools": [nan, nan, nan]}
    told = trend_sentence(_trend(view, **same, n_schools=[9, 9, 9], n_same_schools=[0, 0, 0]))
    assert "ไม่มีโรงเรียนที่มีค่าครบทุกปี" in told
