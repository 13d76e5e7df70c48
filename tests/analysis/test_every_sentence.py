"""Every kind of sentence says who, what, of how many, against what, how surely, how many people, and why."""

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest

from lib.catalog.rules import load_rules
from lib.domain.findings import Finding
from lib.domain.indicators import Compare, Direction, Indicator, Kind
from lib.domain.self_ratings import CheckedReport, SelfRating
from tests.analysis.builders import (
    YEAR,
    all_findings,
    benchmarks,
    catalogue,
    indicator,
    observations,
    schools,
)

#: The last two are of unknown size, so that nobody is their like.
MANY = tuple(
    replace(school, pupils=None) if k >= 118 else school
    for k, school in enumerate(schools(120, clusters=20, pupils=[100 + k for k in range(120)]))
)
RULE = re.compile(r"\(กฎ (R[1-8])\)$")
N_IN_WORDS = re.compile(r"\d[\d,]* (คน|แห่ง|โครงการ|โรงเรียน|บาท|ห้อง|เรื่อง)|ใน \d+ โรงเรียน")
CERTAINTY = (
    "เกินความผันผวน",
    "แยกไม่ออกจากความผันผวน",
    "น่าจะ",
    "ไม่ได้มาจากการสุ่ม",
    "นับจากข้อมูล",
    "ต่างกันตามปกติ (เกณฑ์ร้อยละ 99.8)",
)
RELATION = ("สูงกว่า", "ต่ำกว่า", "เพิ่มขึ้นจาก", "ลดลงจาก", "อยู่ในช่วงเป้าหมาย", "เทียบกับเป้าหมาย", "เท่ากับเป้าหมาย")
SHARES = indicator("share", target=95.0)
AT_TARGET = indicator("reached", target=80.0)
EXACT = indicator("exact", target=80.0)
NO_TARGET = indicator("plain")
MEANS = indicator("stated", Kind.MEAN)
WEAK = indicator("weak", Kind.MEAN)
BAND = indicator(
    "band", Kind.RATIO, direction=Direction.BAND, target=10.0, target_high=30.0, denominator="ห้อง"
)
COUNTED = indicator("counted", compare=Compare.ROBUST, target=90.0, denominator="โครงการ")
MONEY = indicator("money", Kind.AMOUNT, domain="budget", direction=Direction.LOWER)
ZERO = indicator("zero", Kind.COUNT, direction=Direction.LOWER, target=0.0)
THIN = indicator("thin")
BARE = indicator("bare")
NEW = indicator("new", break_years=(YEAR,))
FAULTY = indicator("faulty")
LEVELS = indicator("sar_level", Kind.SCORE, valid_max=5.0)
ALL = (
    SHARES, AT_TARGET, EXACT, NO_TARGET, MEANS, WEAK, BAND, COUNTED, MONEY, ZERO, THIN, BARE, NEW, FAULTY,
    LEVELS,
)  # fmt: skip


def _rows(of: Indicator, value: np.ndarray, n: np.ndarray | None, sd: float = np.nan) -> pd.DataFrame:
    """``[year, school]``, the last year being YEAR; schools without a value have no row."""
    return observations(
        {
            "indicator_id": of.id,
            "school_id": MANY[s].school_id,
            "year_be": YEAR - (len(value) - 1 - y),
            "value": value[y, s],
            "n": np.nan if n is None else n[y, s],
            "sd": sd,
        }
        for y in range(len(value))
        for s in range(value.shape[1])
        if np.isfinite(value[y, s])
    )


@cache
def _office() -> tuple[Finding, ...]:
    """Schools that differ, change, overreach, omit and mistype; every rule has something to say."""
    rng = np.random.default_rng(4)
    n = np.maximum(rng.poisson(28, (3, 120)), 12).astype(float)
    own = np.clip(0.75 + 0.09 * rng.normal(size=120), 0.4, 0.97)
    own[::20] = 0.45

    def share(level: np.ndarray) -> np.ndarray:
        return np.round(100 * rng.binomial(n.astype(int), level) / n, 2)

    falling = share(own)
    falling[1, 7], falling[2, 7] = 100.0, 0.0
    mean = 50 + 4 * rng.normal(size=120) + 12 * rng.normal(size=n.shape) / np.sqrt(n)
    uneven = np.maximum(rng.poisson(np.geomspace(4, 90, 120), (3, 120)), 4).astype(float)
    weak = 50 + 4 * rng.normal(size=120) + 12 * rng.normal(size=n.shape) / np.sqrt(uneven)
    weak[:2, 118:], weak[2, 118:] = 52.0, 28.0
    high = np.round(np.linspace(78, 100, 120), 2)[None]
    few = np.where(np.arange(120) < 60, 80.0, np.nan)[None]
    numbers = n[-1:].copy()
    numbers[0, :3] = np.nan, 0.0, 900.0
    amounts = np.linspace(1_000, 1_600, 240).reshape(2, 120)
    amounts[1] *= 2
    amounts[1, 3] = 9e7
    tables = [
        _rows(SHARES, falling, n),
        _rows(AT_TARGET, share(np.where(own > 0.75, 0.97, 0.78)), n),
        _rows(EXACT, np.full((1, 120), 80.0), n[-1:]),
        _rows(NO_TARGET, share(own), n),
        _rows(MEANS, mean, n, 12.0),
        _rows(WEAK, weak, uneven),
        _rows(BAND, np.where(np.arange(120) == 5, 80.0, 20.0 + np.arange(120) % 4)[None], n[-1:]),
        _rows(COUNTED, np.where(np.isin(np.arange(120), (6, 9)), 30.0, high), n[-1:]),
        _rows(MONEY, amounts, None),
        _rows(ZERO, (np.arange(120) % 3 == 0).astype(float)[None], None),
        _rows(THIN, few, n[-1:]),
        _rows(BARE, high, None),
        _rows(NEW, high, n[-1:]),
        _rows(FAULTY, high, numbers),
    ]
    ratings = tuple(
        SelfRating(s.school_id, YEAR, "มาตรฐานที่ 1", 5, "ยอดเยี่ยม", (NO_TARGET.id, SHARES.id), "รายงาน.docx")
        for s in MANY
    )
    marks = benchmarks([{"indicator_id": WEAK.id, "value": 45.0}, {"indicator_id": MEANS.id, "value": 52.0}])
    of_figures = all_findings(pd.concat(tables), MANY, catalogue(*ALL), marks, ratings)
    return of_figures + _of_reports(3) + _of_reports(4)


def _of_reports(n_doubted: int) -> tuple[Finding, ...]:
    """Three doubtful reports are told one by one, four together."""
    says = ("ระดับ 5 แต่ค่าเฉลี่ยของประเด็นได้ระดับ 4", "ภาพรวมระดับ 5 แต่ค่าเฉลี่ยได้ระดับ 4")
    reports = tuple(
        CheckedReport(s.school_id, YEAR, says if k < n_doubted else (), "รายงาน.docx")
        for k, s in enumerate(MANY[:40])
    )
    empty = _rows(LEVELS, np.full((1, 120), np.nan), None)
    return all_findings(empty, MANY, catalogue(LEVELS), reports=reports)


def _performance() -> list[Finding]:
    return [f for f in _office() if f.kind != "data_quality"]


def _by_kind() -> dict[str, list[Finding]]:
    kinds = defaultdict(list)
    for found in _office():
        kinds[f"{found.rule_id} {found.scope} {found.tier}"].append(found)
    return kinds


def test_the_invented_office_makes_every_rule_speak() -> None:
    expected = (
        "R1 area 0", "R1 area 1", "R1 area 2", "R2 cluster 1", "R2 school 1", "R2 school 2", "R2 schools 1",
        "R3 area 0", "R3 school 2", "R4 school 2", "R5 school 2", "R6 area 0", "R7 school 1", "R8 area 0",
        "R8 school 0",
    )  # fmt: skip
    assert set(expected) <= set(_by_kind())


@pytest.mark.parametrize("key", [key for key, _ in load_rules().sentences if key[0] == "R"])
def test_every_template_has_its_sentence(key: str) -> None:
    template = dict(load_rules().sentences)[key]
    rest = [part.strip() for part in re.split(r"\{\w+\}", template) if len(part.strip()) > 1]
    assert any(all(part in f.sentence for part in rest) for f in _office()), rest


def test_every_sentence_ends_in_its_rule() -> None:
    for found in _office():
        end = RULE.search(found.sentence)
        assert end is not None, found.sentence
        assert end[1] == found.rule_id, found.sentence


def test_every_sentence_begins_with_who_and_names_indicator_and_year() -> None:
    who = {"area": "ภาพรวมเขตพื้นที่", "schools": "ภาพรวมเขตพื้นที่"}
    names = {each.id: each.name for each in ALL}
    for found in _office():
        begin = who.get(found.scope) or ("โรงเรียน" * (found.scope == "school")) + found.scope_name
        assert found.sentence.startswith(begin), found.sentence
        assert f"{names[found.indicator_id]} {found.period.label}" in found.sentence, found.sentence


def test_every_sentence_says_of_how_many() -> None:
    for found in _performance():
        money = found.indicator_id == MONEY.id and found.scope == "school"
        assert money or N_IN_WORDS.search(found.sentence), found.sentence


def test_a_share_of_a_school_says_x_of_n_and_its_per_cent() -> None:
    shares = {each.id for each in ALL if each.kind is Kind.PROPORTION}
    for found in _performance():
        if found.scope in ("school", "cluster") and found.indicator_id in shares:
            assert re.search(r"มี [\d,]+ จาก [\d,]+ \S+ \(ร้อยละ [\d.]+\)", found.sentence), found.sentence


def test_every_statement_of_performance_says_how_sure_it_is() -> None:
    for found in _performance():
        assert any(words in found.sentence for words in CERTAINTY), found.sentence


def test_every_statement_of_performance_says_against_what() -> None:
    for found in _performance():
        counted = found.indicator_id == ZERO.id
        assert counted or any(words in found.sentence for words in RELATION), found.sentence


def test_a_gap_of_half_a_pupil_or_more_is_told_in_whole_pupils() -> None:
    for found in _performance():
        gap_n = dict(found.numbers).get("gap_n")
        if gap_n is not None:
            assert f"หรือประมาณ {gap_n:,} " in found.sentence, found.sentence


def test_tested_shares_of_schools_always_have_their_gap_in_pupils() -> None:
    tested = {SHARES.id, AT_TARGET.id, NO_TARGET.id}
    found = [f for f in _performance() if f.scope == "school" and f.indicator_id in tested]
    assert len(found) > 30
    assert all("gap_n" in dict(f.numbers) for f in found)


def test_what_is_likely_states_its_probability() -> None:
    for found in _by_kind()["R4 school 2"] + _by_kind()["R5 school 2"]:
        figures = dict(found.numbers)
        name = "peer_probability" if found.rule_id == "R5" else "probability"
        assert 0.5 < float(figures[name]) <= 0.99
        assert f"{figures[name]:.2f}" in found.sentence
        assert "โอกาส" in found.sentence


def test_a_disagreement_is_as_sure_as_its_result() -> None:
    results = {(f.scope_id, f.indicator_id): f for f in _by_kind()["R2 school 1"]}
    for found in _by_kind()["R7 school 1"]:
        of = results[found.scope_id, found.indicator_id]
        words = ("เกณฑ์ร้อยละ 99.8)", "แม้คำนึงว่าเทียบหลายโรงเรียน")
        assert [each in found.sentence for each in words] == [each in of.sentence for each in words]
        assert dict(found.numbers).get("pooled_n") == dict(of.numbers).get("pooled_n")


def test_no_sentence_keeps_a_gap_where_a_part_was_empty() -> None:
    for found in _office():
        assert not re.search(r"  |\( | \)|\{|nan|None", found.sentence), found.sentence
