"""Attack a published figures.csv: how closely can each hidden count be told, with all totals known?

``python -m tests.robustness.attack_publication FOLDER`` needs nothing of the office but the files.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import lil_array

Row = dict[str, str]
_MOST = 1e6


def read_figures(folder: Path) -> dict[tuple[str, str, str], list[Row]]:
    """Rows by indicator, year and term."""
    tables: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    with (folder / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            tables[row["indicator_id"], row["year_be"], row["term"]].append(row)
    return tables


def _schools_of(group: Row, schools: list[Row]) -> list[int]:
    if group["unit_kind"] == "area":
        return list(range(len(schools)))
    return [place for place, school in enumerate(schools) if school[group["unit_kind"]] == group["unit_name"]]


def ranges_of(rows: list[Row]) -> dict[tuple[str, str], tuple[float, float]]:
    """(unit, what) → smallest and largest possible value of each hidden numerator, rest and denominator."""
    rows = [row for row in rows if row["reason"] != "unknown_n"]
    schools = [row for row in rows if row["unit_kind"] == "school"]
    groups = [row for row in rows if row["unit_kind"] != "school"]
    units = schools + groups
    has_n = any(row["denominator"] for row in units)
    k = len(units)
    equalities: list[tuple[dict[int, float], float]] = []
    for place, group in enumerate(groups, start=len(schools)):
        kind = group["unit_kind"]
        if kind != "area" and not any(school[kind] for school in schools):
            continue  # schools under codes do not tell their groups
        members = _schools_of(group, schools)
        for shift in (0, 2 * k) if has_n else (0,):
            equalities.append(({place + shift: 1.0} | {m + shift: -1.0 for m in members}, 0.0))
    for place, row in enumerate(units):
        if has_n:  # counted + rest = people
            equalities.append(({place: 1.0, place + k: 1.0, place + 2 * k: -1.0}, 0.0))
        if row["numerator"]:
            equalities.append(({place: 1.0}, float(row["numerator"])))
        if row["denominator"]:
            equalities.append(({place + 2 * k: 1.0}, float(row["denominator"])))
    n_variables = 3 * k if has_n else k
    sums = lil_array((len(equalities), n_variables))
    for line, (factors, _) in enumerate(equalities):
        for variable, factor in factors.items():
            sums[line, variable] = factor
    left = np.array([value for _, value in equalities])
    ranges = {}
    for place, row in enumerate(units):
        wanted = [(place, "counted")] if not row["numerator"] and row["suppressed"] == "1" else []
        if has_n and not row["denominator"] and row["suppressed"] == "1":
            wanted.append((place + 2 * k, "people"))
        for variable, what in wanted:
            pull = np.zeros(n_variables)
            ends = []
            for sign in (1.0, -1.0):
                pull[variable] = sign
                found = linprog(pull, A_eq=sums.tocsr(), b_eq=left, bounds=(0, _MOST), method="highs-ds")
                assert found.status == 0, f"the published sums contradict each other: {found.message}"
                ends.append(float(found.x[variable]))
            ranges[f"{row['unit_kind']} {row['unit_name']}", what] = (ends[0], ends[1])
    return ranges


def main(folder: Path) -> int:
    """Prints the narrowest ranges; the number told closer than five."""
    close, asked, narrowest = 0, 0, _MOST
    for key, rows in read_figures(folder).items():
        counted = rows[0]["measure_unit"] == "ร้อยละ" or not any(row["denominator"] for row in rows)
        hidden = any(row["suppressed"] == "1" for row in rows)
        if not counted or not hidden or not any(row["numerator"] for row in rows):
            continue
        for unit, (low, high) in ranges_of(rows).items():
            asked += 1
            narrowest = min(narrowest, high - low)
            if high - low < 5 - 1e-6:
                close += 1
                print(*key, *unit, f"{low:.2f}–{high:.2f}")
    print(f"{asked} hidden counts attacked, {close} told closer than 5, narrowest {narrowest:.2f}")
    return close


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]))))
