from pathlib import Path

import pytest

from lib.catalog.rules import load_rules
from lib.catalog.toml_files import DATA_DIR
from lib.errors import BadCatalogue

PACKAGED = (DATA_DIR / "finding_rules.toml").read_text("utf-8")


def _changed(tmp_path: Path, old: str, new: str) -> Path:
    assert PACKAGED.count(old) == 1
    path = tmp_path / "finding_rules.toml"
    path.write_text(PACKAGED.replace(old, new), "utf-8")
    return path


def test_the_packaged_rules_hold_the_published_thresholds() -> None:
    limits = load_rules().thresholds
    assert (limits.pooled_years, limits.min_pooled_n, limits.min_latest_n) == (3, 10, 10)
    assert (limits.false_discovery_rate, limits.alarm_z, limits.posterior) == (0.05, 3.090232, 0.90)
    assert (limits.spread_schools_pct, limits.spread_pupils_pct, limits.min_coverage_pct) == (
        20.0,
        25.0,
        80.0,
    )


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("alarm_z = 3.090232", "", "alarm_z"),
        ("alarm_z = 3.090232", 'alarm_z = "3"', "alarm_z"),
        ("alarm_z = 3.090232", "alarm_z = 3.090232\nalarm_zz = 1", "alarm_zz"),
        ("min_pooled_n = 10 ", "min_pooled_n = 10.5 ", "min_pooled_n"),
        ("[-15.0, -5.0, 0.0, 10.0]", "[-5.0, -15.0, 0.0, 10.0]", "limits_pct"),
        ('"ถึงเป้าหมาย", ', "", "labels"),
        ('points = "{value} จุด"', 'points = "{valeu} จุด"', "valeu"),
        ('points = "{value} จุด"', 'points = "{value จุด"', "points"),
        ('points = "{value} จุด"', "", "points"),
        ('"" = "คน"', "", "classifiers"),
        ("[steps]", "[stepz]", "steps"),
    ],
)
def test_a_slip_in_the_rules_is_refused_by_name(tmp_path: Path, old: str, new: str, named: str) -> None:
    with pytest.raises(BadCatalogue, match=named):
        load_rules(_changed(tmp_path, old, new))


@pytest.mark.parametrize(
    ("denominator", "counted"),
    [
        ("ผู้เข้าสอบ", "คน"),
        ("ผู้เรียนที่มีผลการเรียน", "คน"),
        ("ผลการเรียนทั้งหมด", "รายการ"),
        ("โครงการในแผนปฏิบัติการ", "โครงการ"),
        ("สถานศึกษาที่รับการประเมินในรอบ", "แห่ง"),
        ("บาทของงบประมาณหลังโอนเปลี่ยนแปลง", "บาท"),
        ("", "คน"),
    ],
)
def test_things_are_counted_with_their_own_word(denominator: str, counted: str) -> None:
    assert load_rules().classifier(denominator) == counted


def test_the_annex_has_words_for_every_rule_in_order() -> None:
    assert [rule for rule, _ in load_rules().meanings] == [f"R{number}" for number in range(1, 9)]
    assert all(text and "{" not in text for _, text in load_rules().meanings)
