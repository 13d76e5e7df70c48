"""Works out the few formulas of the annex in plain Python, from the cells of the file alone."""

import io
import re
import statistics
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>"[^"]*")
    |(?P<ref>(?:'(?:[^']|'')+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)
    |(?P<name>[A-Z]+)(?=\()|(?P<sign>>=|<=|[-+*/=(),]))""",
    re.VERBOSE,
)


def _numbers(values: Any) -> list[float]:
    flat = values if isinstance(values, list) else [values]
    return [float(each) for each in flat if isinstance(each, int | float)]


def _round(value: float, places: float) -> float:
    step = Decimal(1).scaleb(-int(places))
    return float(Decimal(repr(value)).quantize(step, ROUND_HALF_UP))


def _sumproduct(*lists: list[Any]) -> float:
    total = 0.0
    for together in zip(*lists, strict=True):
        part = 1.0
        for each in together:
            part *= float(each) if isinstance(each, int | float) else 0.0
        total += part
    return total


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "SUM": lambda values: sum(_numbers(values)),
    "COUNT": lambda values: len(_numbers(values)),
    "MEDIAN": lambda values: statistics.median(_numbers(values)),
    "COUNTIF": lambda values, wanted: sum(each == wanted for each in values),
    "IF": lambda test, yes, no: yes if test else no,
    "SUMPRODUCT": _sumproduct,
}


class Spreadsheet:
    """A workbook whose formulas are worked out when asked."""

    def __init__(self, content: bytes) -> None:
        self.formulas = openpyxl.load_workbook(io.BytesIO(content))
        self._known: dict[tuple[str, str], Any] = {}

    def value(self, sheet: str, cell: str) -> Any:
        key = (sheet, cell)
        if key not in self._known:
            held = self.formulas[sheet][cell]
            is_formula = held.data_type == "f"
            self._known[key] = _Reader(self, sheet, str(held.value)[1:]).all() if is_formula else held.value
        return self._known[key]

    def block(self, sheet: str, reference: str) -> list[Any]:
        left, top, right, bottom = range_boundaries(reference)
        rows = self.formulas[sheet].iter_rows(top, bottom, left, right)
        return [self.value(sheet, each.coordinate) for row in rows for each in row]


class _Reader:
    """One formula from left to right; comparisons bind least."""

    def __init__(self, book: Spreadsheet, sheet: str, formula: str) -> None:
        self.book, self.sheet = book, sheet
        self.tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(formula):
            found = _TOKEN.match(formula, at)
            assert found, formula[at:]
            self.tokens.append((str(found.lastgroup), found[found.lastgroup or 0]))
            at = found.end()

    def all(self) -> Any:
        result = self.compared()
        assert not self.tokens
        return result

    def next_is(self, *signs: str) -> bool:
        return bool(self.tokens) and self.tokens[0][1] in signs

    def compared(self) -> Any:
        left = self.added()
        while self.next_is("=", ">=", "<="):
            sign = self.tokens.pop(0)[1]
            tests = {"=": lambda a, b: a == b, ">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b}
            left = _each(tests[sign], left, self.added())
        return left

    def added(self) -> Any:
        left = self.multiplied()
        while self.next_is("+", "-"):
            sign = self.tokens.pop(0)[1]
            right = self.multiplied()
            left = _each((lambda a, b: a + b) if sign == "+" else (lambda a, b: a - b), left, right)
        return left

    def multiplied(self) -> Any:
        left = self.single()
        while self.next_is("*", "/"):
            sign = self.tokens.pop(0)[1]
            right = self.single()
            left = _each((lambda a, b: a * b) if sign == "*" else (lambda a, b: a / b), left, right)
        return left

    def single(self) -> Any:
        kind, text = self.tokens.pop(0)
        if kind == "number":
            return float(text)
        if kind == "text":
            return text[1:-1]
        if kind == "ref":
            sheet, _, cells = text.rpartition("!")
            name = sheet[1:-1].replace("''", "'") or self.sheet
            plain = cells.replace("$", "")
            return self.book.block(name, plain) if ":" in plain else self.book.value(name, plain)
        if kind == "name":
            assert self.tokens.pop(0)[1] == "("
            parts = [self.compared()]
            while self.next_is(","):
                self.tokens.pop(0)
                parts.append(self.compared())
            assert self.tokens.pop(0)[1] == ")"
            return _each(_round, *parts) if text == "ROUND" else _FUNCTIONS[text](*parts)
        assert text == "("
        inside = self.compared()
        assert self.tokens.pop(0)[1] == ")"
        return inside


def _each(way: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    """A sign between two values, or between a value and every one of a list."""
    if isinstance(left, list):
        others = right if isinstance(right, list) else [right] * len(left)
        return [way(a, b) for a, b in zip(left, others, strict=True)]
    return [way(left, b) for b in right] if isinstance(right, list) else way(left, right)
