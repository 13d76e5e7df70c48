"""A stored sentence names its figures; shown, it has today's."""

import pytest

from lib.domain.finding_text import GONE, Place, figures_in, fill, lacking, read_parts, write_parts


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("มี 13,219 จาก 15,053 คน (ร้อยละ 87.82)", ["13,219", "15,053", "87.82"]),
        ("มี๑๓คนร้อยละ๔๕.๕๐", ["13", "45.50"]),
        ("ระดับ ป.6 ม.3 กฎ R2 สมรรถนะ 8C", []),
        ("ร้อยละ -10.00 ถึง 10.00 ปี 2566-2568", ["-10.00", "10.00", "2566", "2568"]),
    ],
)
def test_figures_are_found_and_names_and_grades_are_not(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in figures_in(text)] == figures


def test_braces_of_the_writer_stay_braces() -> None:
    parts = ("ตัวอย่าง {ก} ", Place("value", "t"), " จบ")
    assert read_parts(write_parts(parts)) == parts
    assert fill(parts, {"value": "62.10"}) == "ตัวอย่าง {ก} ๖๒.๑๐ จบ"


def test_a_text_saved_before_figures_were_bound_reads_as_it_stands() -> None:
    assert read_parts("ประโยคของคณะทำงาน ร้อยละ 62") == ("ประโยคของคณะทำงาน ร้อยละ 62",)


def test_a_figure_is_written_as_the_person_wrote_it() -> None:
    parts = (Place("value", "s"), " ", Place("n", "p"))
    assert fill(parts, {"value": "62.10", "n": "1,234"}) == "62.1 1234"
    assert fill(parts, {"value": "62.55", "n": "2,345"}) == "62.55 2345"


def test_a_figure_that_is_gone_is_named_and_never_invented() -> None:
    parts = ("หรือประมาณ ", Place("gap_n"), " คน")
    assert fill(parts, {}) == f"หรือประมาณ {GONE} คน"
    assert lacking(parts, {}) == ("gap_n",)
