from pathlib import Path

import pytest

from lib.catalog.standards import load_report_words, load_standards
from lib.catalog.toml_files import DATA_DIR
from lib.domain.assessments import LevelOfEducation
from lib.errors import BadCatalogue


def _changed(tmp_path: Path, name: str, old: str, new: str) -> Path:
    for file in ("sar_standards.toml", "sar_headings.toml"):
        text = (DATA_DIR / file).read_text("utf-8")
        assert file != name or old in text
        (tmp_path / file).write_text(text.replace(old, new, 1) if file == name else text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("level", "n_items"), [(LevelOfEducation.BASIC, 13), (LevelOfEducation.EARLY_CHILDHOOD, 14)]
)
def test_both_current_sets_have_three_standards_and_their_items(
    level: LevelOfEducation, n_items: int
) -> None:
    current = load_standards().current(level)
    assert (len(current.standards), sum(len(s.items) for s in current.standards)) == (3, n_items)


def test_older_sets_are_known_by_their_number_of_standards() -> None:
    found = {s.id: (len(s.standards), s.scale) for s in load_standards().sets if not s.current}
    assert found["basic_2554"] == (15, "old5")
    assert found["early_childhood_2554"] == (11, "old5")


def test_the_same_word_may_stand_on_two_scales() -> None:
    by_scale = {v.scale: v for v in load_standards().vocabularies}
    assert by_scale["sar5"].word(3) == by_scale["old5"].word(3) == "ดี"
    assert (by_scale["sar5"].word(5), by_scale["old5"].word(5)) == ("ยอดเยี่ยม", "ดีเยี่ยม")


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("sar_standards.toml", 'id = "1.2", name = "คุณลักษณะ', 'id = "1.9", name = "คุณลักษณะ', "basic_2561"),
        ("sar_standards.toml", 'scale = "sar5"\ncurrent = true', 'scale = "sar9"\ncurrent = true', "sar9"),
        ("sar_standards.toml", "\ncurrent = true", "\ncurrent = false", "basic"),
        ("sar_standards.toml", "lower = [0, 60, 70, 80, 90]", "lower = [0, 60, 60, 80, 90]", "percent_bands"),
        ("sar_standards.toml", 'id = "basic_2561"', 'id = "basic_2559"', "ซ้ำ"),
    ],
)
def test_a_broken_standards_file_is_refused_by_name(
    tmp_path: Path, file: str, old: str, new: str, named: str
) -> None:
    with pytest.raises(BadCatalogue, match=named):
        load_standards(_changed(tmp_path, file, old, new))


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('"จุดแข็ง",', '"จุดแข็ง", "จุดอ่อน",', "statements"),
        ("improvement_area = [", "weakness = [", "improvement_area"),
        ("parts = [", "chapters = [", "parts"),
    ],
)
def test_a_broken_headings_file_is_refused_by_name(tmp_path: Path, old: str, new: str, named: str) -> None:
    with pytest.raises(BadCatalogue, match=named):
        load_report_words(_changed(tmp_path, "sar_headings.toml", old, new))
