"""The rules of visits: what is packaged, and what is refused."""

from pathlib import Path

import pytest

from lib.catalog.toml_files import DATA_DIR
from lib.catalog.visit_rules import load_visit_rules
from lib.domain.visits import VisitKind, VisitWindow
from lib.errors import BadCatalogue

PACKAGED = (DATA_DIR / "visit_rules.toml").read_text("utf-8")


def changed(folder: Path, old: str, new: str) -> Path:
    assert old in PACKAGED
    file = folder / "visit_rules.toml"
    file.write_text(PACKAGED.replace(old, new), "utf-8")
    return file


def test_each_school_is_owed_a_visit_a_year_a_check_a_term_and_a_quality_check_in_three_years() -> None:
    asked = {rule.id: (rule.window, rule.n_years, rule.n_visits) for rule in load_visit_rules().rules}
    assert asked == {
        "yearly_visit": (VisitWindow.FISCAL_YEAR, 1, 1),
        "term_check": (VisitWindow.TERM, 1, 1),
        "quality_check": (VisitWindow.FISCAL_YEAR, 3, 1),
    }


def test_every_rule_names_where_it_comes_from() -> None:
    assert [rule.id for rule in load_visit_rules().rules if not rule.source] == []


def test_a_kind_of_visit_has_words_of_its_own() -> None:
    assert len({kind.label for kind in VisitKind}) == len(VisitKind)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kinds = ["internal_check"]', 'kinds = ["inspection"]', "inspection"),
        ('window = "term"', 'window = "month"', "month"),
        ('opens = "11-01"', 'opens = "31-11"', "31-11"),
        ('opens = "11-01"', 'opens = "02-29"', "02-29"),
        ("n_years = 3", "n_years = 0", "n_years"),
        ('id = "term_check"', 'id = "yearly_visit"', "ซ้ำ"),
        ("n_visits = 1", "n_visit = 1", "n_visits"),
    ],
)
def test_a_rule_that_cannot_be_kept_is_refused_by_name(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(BadCatalogue, match=told):
        load_visit_rules(changed(tmp_path, old, new))
