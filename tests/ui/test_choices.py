"""Pickers start somewhere even when the value they should show is none of their options."""

from datetime import date

from lib.ui.pickers import place_of
from lib.ui.sar_choices import year_choices


def test_a_value_that_is_no_option_starts_the_picker_at_the_first() -> None:
    assert place_of("ข", ("ก", "ข")) == 1
    assert place_of("ค", ("ก", "ข")) == 0


def test_the_years_hold_the_known_ones_however_old_and_next_year() -> None:
    years = year_choices(2541, None)
    assert 2541 in years
    assert date.today().year + 543 + 1 in years
    assert list(years) == sorted(set(years), reverse=True)
