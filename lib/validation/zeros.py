"""Scores of 0 that are more likely no test at all: a column of every school, a school's every subject."""

import pandas as pd

from lib.domain.indicators import Catalogue, Indicator, Kind
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import cells_of, cells_text
from lib.validation.cell_issues import places_text

_LEAST_CELLS = 3
_LEAST_SUBJECTS = 2
_ROW = ["school_id", "period_kind", "year_be", "term", "sheet", "row", "test"]
#: Real zeros, or nobody took the test.
_READINGS = ("0", "")


def check_dropped(frame: pd.DataFrame, indicator: Indicator) -> tuple[pd.DataFrame, list[Issue]]:
    """A test score that is 0 for every school was not held (NT ด้านเหตุผล since 2562)."""
    if indicator.kind is not Kind.MEAN or len(frame) < _LEAST_CELLS or (frame["value"] != 0).any():
        return frame, []
    issues = [
        Issue(
            Severity.WARNING,
            "V15",
            f"“{indicator.short_name}” เป็น 0 ทุกโรงเรียน ({len(frame)} แห่ง) จึงถือว่าไม่มีการสอบและไม่นำเข้า",
            "ถ้าเป็นคะแนน 0 จริง ให้เลือก 0",
            sheet=str(sheet),
            cell=places_text(cells),
            value="0",
            readings=_READINGS,
        )
        for sheet, cells in frame.groupby("sheet", sort=False)
    ]
    return frame.iloc[:0], issues


def check_zero_rows(
    frame: pd.DataFrame, catalogue: Catalogue, sure: "pd.Series[bool]"
) -> tuple[pd.DataFrame, list[Issue]]:
    """A school with 0 in every subject of a test: nobody may have sat it, so a person must say.

    Args:
        sure: by index, zeros that a person confirmed.
    """
    tests = {
        indicator.id: indicator.group for indicator in catalogue.indicators if indicator.kind is Kind.MEAN
    }
    zeros = frame[frame["value"] == 0]
    suspects = zeros["school_id"][zeros["indicator_id"].isin(tests)]
    if suspects.empty:
        return frame, []
    scores = frame[frame["school_id"].isin(suspects)]
    scores = scores[scores["indicator_id"].isin(tests)]
    scores = scores.assign(test=scores["indicator_id"].map(tests), zero=scores["value"] == 0)
    by_row = scores.groupby(_ROW, sort=False)["zero"]
    doubtful = scores[
        by_row.transform("all") & (by_row.transform("size") >= _LEAST_SUBJECTS) & ~sure[scores.index]
    ]
    issues = []
    for (sheet, _), cells in doubtful.groupby(["sheet", "row"], sort=False):
        places = [cell for ref in cells["source_ref"] for cell in cells_of(ref.rsplit("!", 1)[-1])[:1]]
        issues.append(
            Issue(
                Severity.QUESTION,
                "V15",
                f"โรงเรียนนี้ได้ 0 ทุกวิชา ({len(places)} เซลล์) จึงยังไม่นำเข้าเซลล์เหล่านี้",
                "เลือกว่าเป็นคะแนน 0 จริง หรือไม่มีผู้เข้าสอบ (ไม่มีข้อมูล)",
                sheet=str(sheet),
                cell=cells_text(places),
                value="0",
                readings=_READINGS,
            )
        )
    return frame.drop(index=doubtful.index), issues
