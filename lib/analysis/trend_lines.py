"""The lines of a trend chart as one long table."""

import pandas as pd

#: ``series`` in words; the area's own first.
TREND_LINE_COLUMNS = ("series", "year_be", "value", "n")


def make_trend_lines(
    area: pd.DataFrame, school: pd.DataFrame | None = None, school_name: str = ""
) -> pd.DataFrame:
    """Area over all schools, over the same schools where that differs, and one school.

    Args:
        area: AREA_TREND_COLUMNS.
        school: SCHOOL_TREND_COLUMNS; years before a break in the definition are left out.
    """
    parts = [
        pd.DataFrame(
            {"series": "เขต", "year_be": area["year_be"], "value": area["all_schools"], "n": area["n_total"]}
        )
    ]
    differs = (area["all_schools"] - area["same_schools"]).abs() >= 0.005
    if differs.any():
        n_same = int(area["n_same_schools"].iloc[-1])
        parts.append(
            pd.DataFrame(
                {
                    "series": f"โรงเรียนเดิม {n_same:,} แห่ง",
                    "year_be": area["year_be"],
                    "value": area["same_schools"],
                    "n": float("nan"),
                }
            )
        )
    if school is not None:
        own = school[school["comparable"]]
        parts.append(
            pd.DataFrame(
                {"series": school_name, "year_be": own["year_be"], "value": own["value"], "n": own["n"]}
            )
        )
    return pd.concat(parts, ignore_index=True)[list(TREND_LINE_COLUMNS)]
