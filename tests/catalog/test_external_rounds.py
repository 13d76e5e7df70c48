"""The rounds of external assessment: what is packaged, and what is refused by file, key and reason."""

from pathlib import Path

import pytest

from lib.catalog.external_rounds import load_external_rounds, load_external_words
from lib.catalog.toml_files import DATA_DIR
from lib.errors import BadCatalogue

ROUNDS = (DATA_DIR / "external_rounds.toml").read_text("utf-8")
WORDS = (DATA_DIR / "external_words.toml").read_text("utf-8")


def changed(folder: Path, packaged: str, old: str, new: str, name: str) -> Path:
    assert old in packaged
    file = folder / name
    file.write_text(packaged.replace(old, new, 1), "utf-8")
    return file


@pytest.mark.parametrize(
    ("points", "word"), [(0, "ปรับปรุง"), (3, "ปรับปรุง"), (4, "พอใช้"), (5, "ดี"), (6, None), (-1, None)]
)
def test_phase_one_of_round_four_is_judged_by_criteria_met(points: int, word: str | None) -> None:
    phase = load_external_rounds().by_id["4"].phase("covid_1")
    assert phase is not None
    assert phase.word_of_points(points) == word


def test_phase_two_of_round_four_has_three_words_and_counts_nothing() -> None:
    phase = load_external_rounds().by_id["4"].phase("covid_2")
    assert phase is not None
    assert [each.word for each in phase.words] == ["ดี", "ดีมาก", "ดีเยี่ยม"]
    assert phase.word_of_points(5) is None


def test_round_five_is_open_and_lies_from_2567_to_2571() -> None:
    of = load_external_rounds().by_id["5"]
    assert (of.open, of.first_year_be, of.last_year_be, of.phases) == (True, 2567, 2571, ())


def test_what_is_not_confirmed_says_so() -> None:
    assert [each.id for each in load_external_rounds().rounds if not each.note] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "4"', 'id = "3"', "ซ้ำ"),
        ("first_year_be = 2559", "first_year_be = 2016", "พ.ศ."),
        ("points = [4, 4]", "points = [5, 4]", "points"),
        ("points = [4, 4]", "points = [3, 4]", "ต่อเนื่อง"),
        ('word = "ดีเยี่ยม"', 'word = "ดีมาก"', "ซ้ำ"),
        ("\nopen = true", '\nopen = "yes"', "open"),
        ("\nopen = true", "\nopened = true", "opened"),
        ('source = "sar"', 'source = "guess"', "guess"),
        ("[people]", "[persons]", "people"),
        ("first_year_be = 2567", "first_year_be = 2550", "เรียง"),
    ],
)
def test_a_round_that_cannot_be_kept_is_refused_by_name(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    file = changed(tmp_path, ROUNDS, old, new, "external_rounds.toml")
    with pytest.raises(BadCatalogue, match=told) as caught:
        load_external_rounds(file)
    assert "external_rounds.toml" in caught.value.message


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('phase = ["ระยะ"', 'phase = ["รอบ"', "รอบ"),
        ("\nstandard = [", "\nstandards = [", "standard"),
        ("sections = [", "section = [", "section"),
    ],
)
def test_a_header_that_would_mean_two_things_is_refused(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(BadCatalogue, match=told):
        load_external_words(changed(tmp_path, WORDS, old, new, "external_words.toml"))
