from pathlib import Path

import pytest

from lib.catalog.loader import load_catalogue
from lib.catalog.peers import load_peer_rules
from lib.errors import BadCatalogue

GOOD = """
disadvantaged_n_of = "budget.poor_subsidy_cover_pct"
disadvantaged_weight = 0.5
min_known_pct = 80
reasons = ["กลุ่มผู้เรียนต่างกัน"]
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "peers.toml"
    file.write_text(text, "utf-8")
    return file


def test_the_packaged_file_names_an_indicator_whose_n_counts_pupils_and_reasons_to_pick() -> None:
    rules = load_peer_rules()
    assert "ยากจน" in load_catalogue().by_id[rules.disadvantaged_n_of].denominator
    assert len(rules.reasons) > 1


def test_no_indicator_at_all_may_be_named(tmp_path: Path) -> None:
    text = GOOD.replace("budget.poor_subsidy_cover_pct", "")
    assert load_peer_rules(written(tmp_path, text)).disadvantaged_n_of == ""


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("budget.poor_subsidy_cover_pct", "budget.gone", "budget.gone"),
        ("budget.poor_subsidy_cover_pct", "academic.gpax", "academic.gpax"),
        ("= 80", "= 0", "min_known_pct"),
        ("0.5", "-1", "disadvantaged_weight"),
        ('["กลุ่มผู้เรียนต่างกัน"]', "[]", "reasons"),
        ("reasons", "reason", "reasons"),
    ],
)
def test_a_fault_is_named_with_its_file_and_key(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    with pytest.raises(BadCatalogue, match=told) as raised:
        load_peer_rules(written(tmp_path, GOOD.replace(right, wrong)))
    assert "peers.toml" in raised.value.message
