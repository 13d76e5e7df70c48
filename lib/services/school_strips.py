"""The small multiples beside a school's table, from its rows."""

from collections.abc import Sequence

from lib.analysis.school_profile import strip_frame
from lib.charts.small_multiples import make_strips
from lib.charts.theme import VegaSpec
from lib.services.school_rows import IndicatorRow

_WITHOUT_YEARS = ("–2 ปี", "–1 ปี", "ล่าสุด")


def draw_strips(rows: Sequence[IndicatorRow], colour: str, *, row_height: int, head_height: int) -> VegaSpec:
    """One strip per row, in their order.

    Args:
        colour: of the domain.
        row_height / head_height: pixels, those of the table beside it.
    """
    told = [
        (
            place,
            point.year_be,
            point.value,
            point.area,
            point.peers[0] if point.peers else None,
            point.peers[1] if point.peers else None,
            row.small and point.year_be == row.period.year_be,
            point.sentence,
        )
        for place, row in enumerate(rows)
        for point in row.years
    ]
    return make_strips(
        strip_frame(told), colour, _names(rows), row_height=row_height, head_height=head_height
    )


def _names(rows: Sequence[IndicatorRow]) -> tuple[str, ...]:
    """The years where all rows show the same ones, else how long ago they are."""
    years = {tuple(str(point.year_be) for point in row.years) for row in rows}
    return years.pop() if len(years) == 1 else _WITHOUT_YEARS
