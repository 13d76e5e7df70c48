"""Sums in words, with numbers that lead a reader with a calculator to the printed figure."""

from decimal import ROUND_HALF_UP, Decimal

from lib.analysis.contributions import Made
from lib.services.indicator_words import IndicatorWords

_PLACES = (4, 6, 8, 10)
_PRINTED = Decimal("0.01")


def arithmetic(made: Made, words: IndicatorWords) -> tuple[str, ...]:
    """How the parts become the figure: the rule, then the rule with its numbers; empty without a figure."""
    exact = made.exact
    if exact is None:
        return ()
    n_parts = len(made.parts)
    denominator = words.indicator.denominator or "จำนวน"
    if made.way == "sum":
        return (f"ผลรวมของ {n_parts:,} ค่าด้านล่าง", f"= {exact_number(exact)}")
    if made.way == "median":
        return _median(made, exact)
    if made.way == "share":
        rule = f"ผลรวมที่นับได้ ÷ ผลรวมของ{denominator} × 100"
        return (rule, f"= {quotient(made.total, made.divisor, 100)}")
    rule = f"ผลรวมของ (ค่า × {denominator}) ÷ ผลรวมของ{denominator}"
    lines = [rule, f"= {quotient(made.total, made.divisor)}"]
    counted = [part.x for part in made.parts if part.n is not None]
    if all(x is not None for x in counted):
        total = sum((Decimal(repr(x)) for x in counted), Decimal())
        lines.append(f"จำนวนที่นับได้รวม {exact_number(total)} จาก {exact_number(made.divisor)}")
    left_out = sum(part.n is None for part in made.parts)
    if left_out:
        lines.append(f"อีก {left_out:,} แห่งมีค่าแต่ไม่มีจำนวน จึงไม่ได้รวมในค่านี้")
    return tuple(lines)


def quotient(total: Decimal, divisor: Decimal, times: int = 1) -> str:
    """``123.5 ÷ 11 × 100 = 45.4545 ปัดครึ่งขึ้นเป็น 45.45``."""
    by = f" × {times}" if times != 1 else ""
    return f"{exact_number(total)} ÷ {exact_number(divisor)}{by} = {rounded(times * total / divisor)}"


def difference(later: float, earlier: float) -> str:
    """``62.01 − 60.50 = 1.51``, with as many places as the result needs."""
    a, b = Decimal(repr(later)), Decimal(repr(earlier))
    return f"{exact_number(a)} − {exact_number(b)} = {rounded(a - b)}"


def rounded(exact: Decimal) -> str:
    """The number, and what it becomes with two places where it has more."""
    printed = exact.quantize(_PRINTED, ROUND_HALF_UP)
    if printed == exact:
        return exact_number(exact)
    shown = next(
        (
            short
            for places in _PLACES
            if (short := exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)).quantize(
                _PRINTED, ROUND_HALF_UP
            )
            == printed
        ),
        exact,
    )
    return f"{exact_number(shown)} ปัดครึ่งขึ้นเป็น {printed:,.2f}".replace("-", "−")


def exact_number(value: Decimal) -> str:
    """All places the number has, at most ten, with commas."""
    text = f"{value:,.10f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")


def _median(made: Made, exact: Decimal) -> tuple[str, ...]:
    n = len(made.parts)
    if len(made.middle) == 1:
        return (
            f"เรียง {n:,} ค่าจากน้อยไปมาก ค่ากลางคือลำดับที่ {n // 2 + 1:,}",
            f"= {rounded(exact)}",
        )
    low, high = (exact_number(Decimal(repr(value))) for value in made.middle)
    return (
        f"เรียง {n:,} ค่าจากน้อยไปมาก ค่ากลางคือเฉลี่ยของลำดับที่ {n // 2:,} และ {n // 2 + 1:,}",
        f"= ({low} + {high}) ÷ 2 = {rounded(exact)}",
    )
