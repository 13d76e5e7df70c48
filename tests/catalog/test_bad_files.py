"""A spoilt file is refused with file, entry and reason; nothing of it is used."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.catalog.facets import INDICATOR_SORTS
from lib.catalog.loader import load_catalogue
from lib.domain.indicators import Indicator
from lib.errors import BadCatalogue

Load = Callable[[str], tuple[Indicator, ...]]


def test_the_entry_that_the_faults_are_planted_in_is_good(load_text: Load, good_entry: str) -> None:
    (visited,) = load_text(good_entry)
    assert (visited.id, visited.target, visited.min_n) == ("general.visited_pct", 90.0, 10)
    assert "ไปเยี่ยม (คน)" in visited.numerator_aliases


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('unit = "ร้อยละ"\n', "", "unit"),
        ('unit = "ร้อยละ"', "unit = 5", "unit"),
        ("target = 90", 'target = "90"', "target"),
        ("target = 90", "target = true", "target"),
        ('aliases = ["เยี่ยม"]', 'aliases = "เยี่ยม"', "aliases"),
        ('aliases = ["เยี่ยม"]', "aliases = [1]", "aliases"),
        ("target = 90", "min_n = 2.5", "min_n"),
        ("target = 90", 'break_years = ["2562"]', "break_years"),
        ("target = 90", 'zero_is_missing = "yes"', "zero_is_missing"),
        ("target = 90", "traget = 90", "traget"),
        ('direction = "higher"', 'direction = "up"', "up"),
        ('kind = "proportion"', 'kind = "percent"', "percent"),
        ('"academic_year"', '"school_year"', "school_year"),
        ("target = 90", 'compare = "guess"', "guess"),
        ("target = 90", 'group = "nowhere"', "nowhere"),
    ],
)
def test_a_fault_of_an_entry_names_file_entry_and_key(
    load_text: Load, good_entry: str, before: str, after: str, named: str
) -> None:
    assert before in good_entry
    with pytest.raises(BadCatalogue, match=rf"general\.toml.*visited_pct.*{named}"):
        load_text(good_entry.replace(before, after, 1))


def test_a_file_that_is_no_toml_is_named_with_the_place(load_text: Load) -> None:
    with pytest.raises(BadCatalogue, match=r"general\.toml.*line 1"):
        load_text("[[indicator]\n")


def test_a_file_that_is_not_utf_8_is_refused_in_words(data_dir: Path) -> None:
    (data_dir / "indicators" / "budget.toml").write_bytes("# งบ".encode("cp874"))
    with pytest.raises(BadCatalogue, match=r"budget\.toml อ่านไม่ได้"):
        load_catalogue(data_dir)


def test_a_missing_file_is_refused_in_words(data_dir: Path) -> None:
    (data_dir / "indicators" / "budget.toml").unlink()
    with pytest.raises(BadCatalogue, match=r"ไม่พบไฟล์ budget\.toml"):
        load_catalogue(data_dir)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("target = 90", "target = 101", "ค่าเป้าหมาย 101"),
        ("target = 90", "benchmark = -1\nbenchmark_label = 'ก'", "ค่าเปรียบเทียบ -1"),
        ("target = 90", "benchmark = 50", "benchmark_label"),
        ("valid_min = 0", "valid_min = 100", "กลับด้าน"),
        ("target = 90", 'scale = "nothing"', "ไม่มีเกณฑ์ nothing"),
        ("target = 90", 'total_of = ["nothing"]', "total_of"),
        ('direction = "higher"', 'direction = "band"', "target_high"),
        ("target = 90", "target = 90\ntarget_high = 95", "target_high"),
        ('direction = "higher"', 'direction = "context"', "context"),
        ('denominator = "บ้าน"\n', "", "denominator"),
        ("target = 90", "min_n = 0", "min_n"),
        ('id = "visited_pct"', 'id = "dropout_pct"', "รหัสซ้ำกัน"),
        ('aliases = ["เยี่ยม"]', 'aliases = ["..."]', "ว่าง"),
        ('context = ["บ้าน"]', 'context = ["บ้าน & "]', "context"),
    ],
)
def test_an_entry_that_contradicts_itself_or_the_rest_is_refused(
    data_dir: Path, good_entry: str, before: str, after: str, reason: str
) -> None:
    assert before in good_entry
    path = data_dir / "indicators" / "general.toml"
    path.write_text(path.read_text("utf-8") + good_entry.replace(before, after, 1), "utf-8")
    with pytest.raises(BadCatalogue, match=rf"general\.toml.*{reason}"):
        load_catalogue(data_dir)


def test_one_entry_added_to_a_file_is_one_indicator_more(data_dir: Path, good_entry: str) -> None:
    path = data_dir / "indicators" / "general.toml"
    path.write_text(path.read_text("utf-8") + good_entry, "utf-8")
    added = set(load_catalogue(data_dir).by_id) - set(load_catalogue().by_id)
    assert added == {"general.visited_pct"}


@given(
    key=st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=20).filter(
        lambda key: key not in INDICATOR_SORTS
    )
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_key_that_means_nothing_is_never_silently_lost(load_text: Load, good_entry: str, key: str) -> None:
    with pytest.raises(BadCatalogue, match=key):
        load_text(good_entry.replace("target = 90", f"{key} = 90", 1))
