"""The funnel of the report keeps the ends and the bend of the limits the page draws."""

import pandas as pd

from lib.services.report_funnels import _thinned


def test_the_limits_of_the_report_keep_their_first_and_last_place() -> None:
    curve = pd.DataFrame({"n": range(1, 501), "lower": range(500)})
    kept = _thinned(curve, 10.0)
    assert kept["n"].iloc[0] == 10
    assert kept["n"].iloc[-1] == 500
    assert len(kept) <= 30
    # limits bend where numbers are small: the places stand closer there
    assert kept["n"].diff().iloc[1] < kept["n"].diff().iloc[-1]
    assert set(zip(kept["n"], kept["lower"], strict=True)) <= set(
        zip(curve["n"], curve["lower"], strict=True)
    )


def test_few_places_are_all_kept() -> None:
    assert list(_thinned(pd.DataFrame({"n": [1, 5, 9]}), 2.0)["n"]) == [5, 9]
