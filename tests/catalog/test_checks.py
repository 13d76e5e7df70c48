"""A header of the catalogue never means two things."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.catalog.checks import check_aliases
from lib.catalog.identity_headers import load_identity_headers
from lib.catalog.loader import load_catalogue, make_catalogue
from lib.domain.indicators import Catalogue, Indicator
from lib.errors import BadCatalogue
from lib.thai.text import fold_key

CATALOGUE = load_catalogue()
DROPOUT = CATALOGUE.by_id["general.dropout_pct"]


def _with(indicator: Indicator, **changes: tuple[str, ...]) -> Catalogue:
    changed = replace(indicator, **changes)  # type: ignore[arg-type]
    everyone = tuple(changed if each.id == changed.id else each for each in CATALOGUE.indicators)
    return replace(CATALOGUE, indicators=everyone, by_id={each.id: each for each in everyone})


def test_the_packaged_catalogue_has_no_header_with_two_meanings() -> None:
    check_aliases(CATALOGUE)


def test_a_planted_collision_is_refused_with_header_and_both_entries() -> None:
    planted = _with(DROPOUT, full_aliases=("ร้อยละการเยี่ยมบ้าน",))
    with pytest.raises(BadCatalogue, match=r"general\.homevisit_pct.*ร้อยละการเยี่ยมบ้าน.*general\.dropout_pct"):
        check_aliases(planted)


def test_a_collision_counts_after_folding_spaces_dots_and_thai_digits() -> None:
    planted = _with(DROPOUT, full_aliases=("โอเน็ต  ป. ๖ ภาษาไทย",))
    with pytest.raises(BadCatalogue, match="onet_p6_thai"):
        check_aliases(planted)


def test_one_header_may_belong_to_two_grades_when_the_title_tells_them_apart() -> None:
    p6, m3 = CATALOGUE.by_id["academic.onet_p6_thai"], CATALOGUE.by_id["academic.onet_m3_thai"]
    assert "ไทย" in p6.aliases
    assert "ไทย" in m3.aliases
    check_aliases(CATALOGUE)


def test_contexts_that_one_title_always_satisfies_together_collide() -> None:
    m3 = CATALOGUE.by_id["academic.onet_m3_thai"]
    with pytest.raises(BadCatalogue, match="onet_p6_thai"):
        check_aliases(_with(m3, context=("o-net",)))


def test_a_count_column_cannot_be_a_value_as_well() -> None:
    with pytest.raises(BadCatalogue, match="numerator"):
        check_aliases(_with(DROPOUT, numerator_aliases=("ร้อยละการเยี่ยมบ้าน",)))


def test_a_count_that_tells_by_itself_may_not_hide_one_that_needs_a_title() -> None:
    with pytest.raises(BadCatalogue, match="จำนวนผู้เข้าสอบ"):
        check_aliases(_with(DROPOUT, n_aliases=("จำนวนผู้เข้าสอบ",)))


@given(header=st.sampled_from(sorted(load_identity_headers())))
@settings(max_examples=20, deadline=None)
def test_no_indicator_may_claim_a_header_that_says_which_school(header: str) -> None:
    with pytest.raises(BadCatalogue, match="โรงเรียนใด"):
        check_aliases(_with(DROPOUT, full_aliases=(header,)))


@given(alias=st.sampled_from(sorted({fold_key(a) for i in CATALOGUE.indicators for a in i.full_aliases})))
@settings(max_examples=30, deadline=None)
def test_a_header_that_tells_by_itself_belongs_to_one_indicator(alias: str) -> None:
    owners = [i.id for i in CATALOGUE.indicators if alias in {fold_key(a) for a in i.full_aliases}]
    assert len(owners) == 1


def test_an_office_change_passes_the_same_checks() -> None:
    changed = tuple(
        replace(each, target=200.0) if each.id == "academic.onet_p6_thai" else each
        for each in CATALOGUE.indicators
    )
    with pytest.raises(BadCatalogue, match=r"ค่าเป้าหมาย 200\.0"):
        make_catalogue(CATALOGUE.domains, changed, CATALOGUE.scales)
