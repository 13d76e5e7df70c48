"""The same data and rules give the same bytes, whatever the order of rows and the process."""

import os
import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import hashlib, sys
from lib.analysis.cluster_standing import cluster_cells
from lib.analysis.examination import examine
from lib.analysis.findings import findings_of, key_indicators, looked_at
from lib.analysis.school_silence import looked_at_school
from lib.catalog.rules import load_rules
from lib.domain.self_ratings import SelfRating
from tests.analysis.builders import PERIODS, YEAR, benchmarks, catalogue
from tests.analysis.simulation import simulate

seed = int(sys.argv[1])
district = simulate(3, n_schools=60, spread=0.4, planted_share=0.1, planted_logit=-1.0)
district.table.loc[district.table["school_id"] == district.schools[5].school_id, "n"] = None
rows = district.table.sample(frac=1, random_state=seed)
in_schools = district.schools if seed % 2 else district.schools[::-1]
known = catalogue(*district.indicators)
ratings = tuple(
    SelfRating(s.school_id, YEAR, "มาตรฐานที่ 1", 5, "ยอดเยี่ยม", tuple(i.id for i in district.indicators), "ก")
    for s in in_schools
)
found = examine(rows, benchmarks(), key_indicators(known), in_schools, PERIODS, load_rules())
findings = findings_of(found, known, ratings)
said = repr(findings) + repr(looked_at(found, findings))
said += str(cluster_cells(found, [i.id for i in district.indicators]).to_csv())
said += repr([looked_at_school(found, findings, s.school_id) for s in district.schools[:8]])
print(sorted({f.rule_id for f in findings}), len(findings), hashlib.sha256(said.encode()).hexdigest())
"""


def _said(order: int, hash_seed: str) -> str:
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", _PROGRAM, str(order)]
    done = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


def test_shuffled_rows_in_another_process_give_identical_bytes() -> None:
    first = _said(1, "1")
    assert "'R2'" in first
    assert "'R7'" in first
    assert "'R8'" in first
    assert _said(2, "4242") == first
