"""The packaged indicators: enough of them, complete, and possible."""

import pytest

from lib.catalog.checks import in_range
from lib.catalog.loader import load_catalogue
from lib.domain.indicators import Compare, Direction, Indicator, Kind

CATALOGUE = load_catalogue()


def _family(indicator: Indicator) -> str:
    """The test or form an indicator belongs to: a grid counts once, whatever grades and subjects it has."""
    return indicator.id.removesuffix(f"_{indicator.row}_{indicator.column}")


@pytest.mark.parametrize("domain", [area.id for area in CATALOGUE.domains])
def test_each_domain_has_at_least_twelve_families_that_are_judged_on(domain: str) -> None:
    families = {_family(indicator) for indicator in CATALOGUE.of_domain(domain) if indicator.key_indicator}
    assert len(families) >= 12, sorted(families)


def test_every_indicator_fills_what_staff_read() -> None:
    for indicator in CATALOGUE.indicators:
        texts = (
            indicator.name,
            indicator.short_name,
            indicator.unit,
            indicator.source_system,
            indicator.owner,
        )
        assert all(text and text.strip() == text for text in texts), indicator.id
        assert len(indicator.short_name) <= 40, indicator.id


def test_no_pattern_is_left_unfilled() -> None:
    assert not [indicator.id for indicator in CATALOGUE.indicators if "{" in repr(indicator)]


def test_a_group_name_can_title_a_sheet() -> None:
    names = {indicator.group_name for indicator in CATALOGUE.indicators}
    assert not [name for name in names if not 0 < len(name) <= 31 or set(name) & set("[]:*?/\\")]


def test_targets_and_benchmarks_are_possible_values() -> None:
    stated = [
        (indicator, value)
        for indicator in CATALOGUE.indicators
        for value in (indicator.target, indicator.target_high, indicator.benchmark)
        if value is not None
    ]
    assert len(stated) > 30
    assert not [indicator.id for indicator, value in stated if not in_range(indicator, value)]


def test_money_and_staff_are_never_told_apart_by_a_sampling_test() -> None:
    full_counts = [i for i in CATALOGUE.indicators if i.domain == "personnel" or "บาท" in i.denominator]
    assert not [indicator.id for indicator in full_counts if indicator.compare is Compare.PROPORTION]


def test_a_scale_has_a_word_for_every_value_that_is_possible() -> None:
    classified = [indicator for indicator in CATALOGUE.indicators if indicator.scale]
    for indicator in classified:
        assert indicator.valid_min is not None, indicator.id
        assert CATALOGUE.scale(indicator.scale).bands[0].lower <= indicator.valid_min, indicator.id


def test_indicators_of_one_group_share_a_calendar() -> None:
    calendars: dict[tuple[str, str], set[str]] = {}
    for indicator in CATALOGUE.indicators:
        calendars.setdefault((indicator.domain, indicator.group), set()).add(indicator.period_kind)
    assert {group: kinds for group, kinds in calendars.items() if len(kinds) > 1} == {}


def test_grid_o_net_p6_thai_reads_as_it_was_written() -> None:
    thai = CATALOGUE.by_id["academic.onet_p6_thai"]
    assert (thai.name, thai.short_name) == ("คะแนนเฉลี่ย O-NET ป.6 วิชาภาษาไทย", "O-NET ป.6 ไทย")
    assert (thai.group, thai.group_name, thai.row, thai.column) == ("onet_p6", "O-NET ป.6", "p6", "thai")
    assert (thai.kind, thai.compare, thai.scale) == (Kind.MEAN, Compare.MEAN, "onec_test")
    assert {"ไทย", "ภาษาไทย"} <= set(thai.aliases)
    assert {"o-net & ป.6", "โอเน็ต & ประถมศึกษาปีที่ 6"} <= set(thai.context)
    assert "O-NET ป.6 ภาษาไทย" in thai.full_aliases
    assert "S.D. ภาษาไทย" in thai.sd_aliases


def test_the_o_net_average_of_subjects_is_shown_and_not_judged() -> None:
    mean = CATALOGUE.by_id["academic.onet_m3_mean"]
    assert (mean.direction, mean.key_indicator, mean.scale) == (Direction.CONTEXT, False, "")


def test_a_benchmark_of_one_cell_stays_in_that_cell() -> None:
    assert CATALOGUE.by_id["academic.onet_p6_thai"].benchmark == 56.20
    assert CATALOGUE.by_id["academic.onet_p6_math"].benchmark is None


def test_the_dropped_part_of_nt_reads_zero_as_missing_from_its_break_on() -> None:
    reasoning = CATALOGUE.by_id["academic.nt_p3_reasoning"]
    assert (reasoning.zero_is_missing, reasoning.break_years) == (True, (2562,))
    assert not CATALOGUE.by_id["academic.nt_p3_math"].zero_is_missing


def test_staffing_gap_may_be_negative() -> None:
    assert in_range(CATALOGUE.by_id["personnel.staffing_gap"], -3)


@pytest.mark.parametrize("family", ["academic.nt_p3_", "academic.rt_p1_", "budget.disburse_", "academic.c8_"])
def test_cut_offs_that_no_announcement_confirms_classify_nothing(family: str) -> None:
    of_family = [each for each in CATALOGUE.indicators if each.id.startswith(family)]
    assert of_family
    assert {each.scale for each in of_family} == {""}


def test_no_level_is_a_bare_number() -> None:
    labels = [band.label for scale in CATALOGUE.scales for band in scale.bands]
    assert not [label for label in labels if any(sign.isdigit() for sign in label)]


@pytest.mark.parametrize("header", ["BMI ปกติ (ร้อยละ)", "สมส่วน (ร้อยละ)", "สถานศึกษาปลอดภัย (ร้อยละ)"])
def test_a_header_of_another_measure_is_not_taken_for_a_similar_one(header: str) -> None:
    assert not [each.id for each in CATALOGUE.indicators if header in each.full_aliases + each.aliases]


def test_teachers_and_civil_service_teachers_are_counted_apart() -> None:
    teachers = CATALOGUE.by_id["personnel.staff_teacher_total"]
    civil = CATALOGUE.by_id["personnel.staff_civil_teacher_total"]
    assert "ครู รวม" in teachers.full_aliases
    assert "ข้าราชการครู รวม" in civil.full_aliases
    assert not set(teachers.full_aliases) & set(civil.full_aliases)


@pytest.mark.parametrize("indicator_id", ["general.sdq_risk_pct", "personnel.retire_5y_pct"])
def test_what_describes_pupils_or_ages_is_not_judged(indicator_id: str) -> None:
    assert CATALOGUE.by_id[indicator_id].direction is Direction.CONTEXT
