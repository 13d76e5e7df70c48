"""Columns of a blank workbook, headed in the words that its reader knows for certain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lib.domain.indicators import Indicator, Kind

Part = Literal["value", "n", "numerator", "sd"]

#: What stands under an indicator's name where its figure has companions beside it. คะแนนเฉลี่ย and ค่าเฉลี่ย would
#: not do: result files write them alone for the mean over all subjects.
_VALUE_WORDS = {
    Kind.PROPORTION: "ร้อยละ",
    Kind.MEAN: "คะแนน",
    Kind.RATING: "คะแนน",
    Kind.RATIO: "ค่า",
}


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """One column to fill.

    Attributes:
        header: second line of the header, empty for an indicator with a single column.
        low / high: least and greatest number that the cell takes, None where it is open.
        number_format: of Excel; never a per cent format, which would turn 75.5 into 7550%.
    """

    indicator: Indicator
    part: Part
    header: str
    low: float | None
    high: float | None
    number_format: str


def blank_columns(indicators: Sequence[Indicator]) -> tuple[BlankColumn, ...]:
    """Value, count, numerator and S.D. of every indicator, as far as it has them."""
    return tuple(column for indicator in indicators for column in _of(indicator))


def _of(indicator: Indicator) -> tuple[BlankColumn, ...]:
    companions: list[BlankColumn] = []
    count_format = "#,##0.##" if indicator.n_is_baht else "#,##0"
    if indicator.has_n and indicator.n_aliases:
        companions.append(BlankColumn(indicator, "n", indicator.n_aliases[0], 0, None, count_format))
        if indicator.kind is Kind.PROPORTION and indicator.numerator_aliases:
            header = indicator.numerator_aliases[0]
            companions.append(BlankColumn(indicator, "numerator", header, 0, None, count_format))
    if indicator.sd_aliases:
        companions.append(BlankColumn(indicator, "sd", indicator.sd_aliases[0], 0, None, "0.00"))
    word = _VALUE_WORDS.get(indicator.kind, "ค่า") if companions else ""
    value_format = {Kind.COUNT: "#,##0", Kind.AMOUNT: "#,##0.00"}.get(indicator.kind, "0.00")
    value = BlankColumn(indicator, "value", word, indicator.valid_min, indicator.valid_max, value_format)
    return (value, *companions)
