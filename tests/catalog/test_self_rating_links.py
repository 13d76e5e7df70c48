from pathlib import Path

import pytest

from lib.catalog.self_rating_links import load_self_rating_links
from lib.catalog.toml_files import DATA_DIR
from lib.domain.assessments import LevelOfEducation
from lib.errors import BadCatalogue


def test_results_speak_to_achievement_and_development_to_the_child() -> None:
    by_item = {(link.level_of_education, link.item): link.indicator_ids for link in load_self_rating_links()}
    assert "academic.nt_p3_math" in by_item[LevelOfEducation.BASIC, "1.1"]
    assert "academic.desirable_char_pct" in by_item[LevelOfEducation.BASIC, "1.2"]
    assert by_item[LevelOfEducation.EARLY_CHILDHOOD, "1.4"] == ("academic.ecd_dev_all_mind",)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('standard = "1"\nitem = "1.1"', 'standard = "9"\nitem = "1.1"', "ชุดปัจจุบัน"),
        ('standard = "1"\nitem = "1.1"', 'standard = "1"\nitem = "2.1"', "ชุดปัจจุบัน"),
        ("academic.gpax", "academic.gpaxx", "academic.gpaxx"),
        ("academic.gpax", "academic.sar_level", "ความผันผวน"),
        ("academic.gpax", "academic.desirable_char_pct", "สองแห่ง"),
        ('"basic"', '"vocational"', "vocational"),
        ("indicators =", "indicator =", "indicator"),
    ],
)
def test_a_broken_link_is_refused_by_name(tmp_path: Path, old: str, new: str, named: str) -> None:
    text = (DATA_DIR / "self_rating_links.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / "self_rating_links.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadCatalogue, match=named):
        load_self_rating_links(path)
