"""Wording of the committee report: every template can be filled, faults are named."""

from pathlib import Path

import pytest

from lib.catalog.report_words import load_report_words
from lib.errors import BadCatalogue


def test_a_phrase_is_filled_with_its_words() -> None:
    assert load_report_words().say("pupils", n="1,204") == " มีนักเรียน 1,204 คน"


def test_a_phrase_that_is_not_there_is_no_empty_text() -> None:
    with pytest.raises(KeyError):
        load_report_words().say("no_such_phrase")


def test_the_reading_of_a_table_has_one_place_for_its_number() -> None:
    assert load_report_words().phrases["reading"].count("{table}") == 1


@pytest.mark.parametrize(
    "text", ["[headings]\n[texts]\n", '[headings]\n[texts]\n[phrases]\nreading = "จาก{table พบว่า"\n']
)
def test_a_faulty_file_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "report.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadCatalogue, match=r"report\.toml"):
        load_report_words(file)
