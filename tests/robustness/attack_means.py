"""Attack the means and percentages of a published figures.csv: how closely can each hidden value be told?

``python -m tests.robustness.attack_means FOLDER`` needs nothing of the office but the files. It knows every
published value, its rounding, number of people and total, and the scale a value can lie on at all.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

Row = dict[str, str]
#: Values are printed with two decimals; that of a group is made of such values of its schools.
_HALF, _HALF_OF_GROUP = 0.005, 0.01
_OPEN = 3.0  # a scale without an end, or with one far off, reaches so many times the largest published value


@dataclass(frozen=True)
class Told:
    """A hidden value as the attacker sees it; ``n`` is the least number of people there can be."""

    unit: str
    low: float
    high: float
    n: float

    def is_open(self, scale: float) -> bool:
        """Whether a tenth of the scale is possible, or as much as one person's marks can move the value."""
        width = (self.high - self.low) / scale
        return width * max(10.0, self.n) >= 1 - 1e-6


class _Lines:
    """Rows of an LP over sums, people and one common factor; every row is homogeneous."""

    def __init__(self) -> None:
        self._entries: list[tuple[int, int, float]] = []
        self.n = 0

    def put(self, factors: dict[int, float]) -> None:
        self._entries += [(self.n, variable, factor) for variable, factor in factors.items()]
        self.n += 1

    def matrix(self, n_variables: int) -> coo_array:
        lines, variables, factors = zip(*self._entries, strict=True)
        return coo_array((factors, (lines, variables)), shape=(self.n, n_variables)).tocsc()


def told_values(rows: list[Row], scale: tuple[float, float]) -> Iterator[Told]:
    """Smallest and largest possible value of each hidden figure of one indicator and year.

    A value is a sum over people; dividing everything by the people of the asked unit makes it linear.
    """
    rows = [row for row in rows if row["reason"] != "unknown_n"]
    k = len(rows)
    factor = 2 * k  # 1 over the people of the asked unit
    same, most = _Lines(), _Lines()
    schools = [place for place, row in enumerate(rows) if row["unit_kind"] == "school"]
    for place, row in enumerate(rows):
        if row["unit_kind"] != "school" and (members := _members(row, rows, schools)):
            for shift in (0, k):
                same.put({place + shift: 1.0} | {member + shift: -1.0 for member in members})
        low, high = scale
        if row["numerator"] and row["measure_unit"] == "ร้อยละ":
            same.put({place: 1.0, factor: -100.0 * int(row["numerator"])})
        elif row["value"]:
            half = _HALF if row["unit_kind"] == "school" else _HALF_OF_GROUP
            low, high = float(row["value"]) - half, float(row["value"]) + half
        most.put({place: 1.0, place + k: -high})
        most.put({place: -1.0, place + k: low})
        if row["denominator"]:
            same.put({place + k: 1.0, factor: -float(row["denominator"])})
        else:
            most.put({factor: 1.0, place + k: -1.0})  # at least one person
    above, below = same.matrix(2 * k + 1), most.matrix(2 * k + 1)
    for place, row in enumerate(rows):
        if row["suppressed"] != "1":
            continue
        ends = []
        bounds = [(0.0, None)] * (2 * k + 1)
        bounds = [(None, None)] * k + bounds[k:]
        bounds[place + k] = (1.0, 1.0)
        for variable, sign in ((place, 1.0), (place, -1.0), (factor, -1.0)):
            pull = np.zeros(2 * k + 1)
            pull[variable] = sign
            found = linprog(
                pull, A_ub=below, b_ub=np.zeros(most.n), A_eq=above, b_eq=np.zeros(same.n), bounds=bounds,
                method="highs",
            )  # fmt: skip
            assert found.status == 0, f"the published figures contradict each other: {found.message}"
            ends.append(float(found.x[variable]))
        yield Told(f"{row['unit_kind']} {row['unit_name']}", ends[0], ends[1], 1 / ends[2])


def _members(group: Row, rows: list[Row], schools: list[int]) -> list[int]:
    kind = group["unit_kind"]
    if kind == "area":
        return schools
    return [place for place in schools if rows[place][kind] == group["unit_name"]]


def read_tables(folder: Path) -> Iterator[tuple[tuple[str, str, str], list[Row], tuple[float, float]]]:
    """(indicator, year, term), its rows, and the lowest and highest value there can be."""
    with (folder / "indicators.csv").open(encoding="utf-8-sig", newline="") as file:
        ends = {row["indicator_id"]: (row["scale_min"], row["scale_max"]) for row in csv.DictReader(file)}
    tables: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    with (folder / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            tables[row["indicator_id"], row["year_be"], row["term"]].append(row)
    for key, rows in tables.items():
        if not any(row["denominator"] for row in rows) or not any(row["suppressed"] == "1" for row in rows):
            continue
        low, high = ends[key[0]]
        largest = max((float(row["value"]) for row in rows if row["value"]), default=0.0)
        near = _OPEN * max(largest, 1.0)
        if high and (rows[0]["measure_unit"] == "ร้อยละ" or float(high) < near):
            near = float(high)
        yield key, rows, (float(low or 0.0), near)


def main(folder: Path) -> int:
    """Prints the narrowest ranges; the number told closer than promised."""
    close = asked = 0
    narrowest: dict[str, tuple[float, str]] = {}
    for key, rows, scale in read_tables(folder):
        width = scale[1] - scale[0]
        sort = "ร้อยละ" if rows[0]["measure_unit"] == "ร้อยละ" else "ค่าเฉลี่ย"
        for told in told_values(rows, scale):
            asked += 1
            words = f"{' '.join(key)} {told.unit} {told.low:.2f}–{told.high:.2f} n {told.n:.0f}+"
            narrowest[sort] = min(narrowest.get(sort, (9.9, "")), ((told.high - told.low) / width, words))
            if not told.is_open(width):
                close += 1
                print(words)
    print(f"{asked} hidden values attacked, {close} told closer than promised")
    for sort, (share, words) in narrowest.items():
        print(f"{sort}: narrowest {share:.2%} of the scale: {words}")
    return close


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]))))
