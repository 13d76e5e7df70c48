import pytest

from lib.analysis.area_parts import target_words
from lib.analysis.sentences import make_wording, printed_gap, two_decimals, whole_number
from lib.catalog.rules import load_rules
from lib.domain.indicators import Kind
from tests.analysis.builders import indicator

WORDING = make_wording(load_rules())


@pytest.mark.parametrize(
    ("value", "printed"), [(2.345, "2.35"), (-2.345, "-2.35"), (1234567.0, "1,234,567.00")]
)
def test_figures_have_two_decimals_rounded_half_up_and_commas(value: float, printed: str) -> None:
    assert two_decimals(value) == printed


def test_people_are_whole_with_commas() -> None:
    assert [whole_number(value) for value in (0.5, 2.5, 12_345.4)] == ["1", "3", "12,345"]


def test_a_gap_is_the_difference_of_the_printed_figures() -> None:
    # 50.054 and 42.975 differ by 7.079, but a reader subtracts 42.98 from 50.05
    assert printed_gap(50.054, 42.975) == 7.07


def test_a_difference_of_per_cents_is_in_points() -> None:
    assert WORDING.value(indicator(), 62.1) == "ร้อยละ 62.10"
    assert WORDING.gap(indicator(), -7.9) == "7.90 จุด"


def test_a_difference_of_scores_keeps_their_unit() -> None:
    assert WORDING.gap(indicator("mean", Kind.MEAN), -7.9) == "7.90 คะแนน"


def test_a_share_names_x_of_n_and_a_mean_names_whom_it_counts() -> None:
    assert WORDING.own(indicator(), 75.0, 1200, 900) == "มี 900 จาก 1,200 คน (ร้อยละ 75.00)"
    mean = indicator("mean", Kind.MEAN)
    assert WORDING.own(mean, 45.5, 6, float("nan")) == "เฉลี่ย 45.50 คะแนน (ผู้เข้าสอบ 6 คน)"


def test_money_is_not_spoken_of_as_baht_of_money() -> None:
    spent = indicator(denominator="บาทของงบประมาณ")
    assert WORDING.counted_words(spent) == {"classifier": "บาท", "denominator": "งบประมาณ"}


def test_a_target_band_names_both_its_ends() -> None:
    pupils = indicator("rooms", Kind.RATIO, unit="คน", target=1.0, target_high=40.0)
    assert target_words(pupils, WORDING) == "1.00 ถึง 40.00 คน"
    assert target_words(indicator(target=80.0), WORDING) == "ร้อยละ 80.00"
