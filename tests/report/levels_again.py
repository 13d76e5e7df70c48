import csv
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path


def half_up(x):
    return x.quantize(Decimal("0.01"), ROUND_HALF_UP)


def rows(name):
    with Path(sys.argv[1], name).open(encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


rules = {}
for r in rows("rules.csv"):
    rules.setdefault((r["indicator_id"], r["rule_id"]), []).append(r)


def measure(r, v):
    if r["measure"] == "value":
        return v
    low, high = Decimal(r["target"]), Decimal(r["target_high"])
    gap = min(v - low, high - v, Decimal(0)) if r["sign"] == "0" else int(r["sign"]) * (v - low)
    return half_up(100 * half_up(gap) / Decimal(r["base"]))


n = bad = 0
for f in rows("figures.csv"):
    if not f["level"]:
        continue
    steps = rules[f["indicator_id"], f["rule_id"]]
    got = [
        s["level"] for s in steps if not s["lower"] or measure(s, Decimal(f["value"])) >= Decimal(s["lower"])
    ]
    n += 1
    bad += got[-1] != f["level"]
print(n, bad)
