"""Figures in an edited sentence stay bound to the data; a figure that is none of the data is asked about."""

from dataclasses import replace

import pytest

from lib.domain.finding_binding import OWN, bind
from lib.domain.finding_figures import printed_figures, rule_parts
from lib.domain.finding_text import fill, write_parts
from lib.domain.findings import Finding
from lib.domain.periods import Period, PeriodKind

YEAR = Period(PeriodKind.ACADEMIC_YEAR, 2568)
FINDING = Finding(
    "f1", "school", "1", "บ้านสมมติ", "academic", "academic.x", "improvement_area", 1, "R2", YEAR,
    "โรงเรียนบ้านสมมติ ร้อยละนักเรียน ป.6 ที่อ่านได้ระดับ 3 ขึ้นไป ปีการศึกษา 2568 มี 1,015 จาก 1,571 คน (ร้อยละ 64.61) "
    "ต่ำกว่าค่าของเขต (ร้อยละ 74.66) อยู่ 10.05 จุด หรือประมาณ 158 คน รวม 3 ปี มี 2,945 จาก 4,602 คน (ร้อยละ 63.99) "
    "ต่ำกว่าค่าของเขตต่อเนื่อง 3 ปี แตกต่างเกินความผันผวน (เกณฑ์ร้อยละ 99.8) (กฎ R2)",
    (
        ("comparator", 74.66), ("gap", 10.05), ("gap_n", 158), ("n", 1571), ("pooled_n", 4602),
        ("pooled_value", 63.99), ("pooled_x", 2945), ("pooled_years", 3), ("value", 64.61), ("x", 1015),
        ("years_same_side", 3),
    ),
)  # fmt: skip


def stored(text: str, answers: dict[int, str] | None = None) -> str:
    bound = bind(text, FINDING, answers=answers)
    assert not bound.asked, bound.asked
    return write_parts(bound.parts)


def test_the_rule_s_sentence_has_a_place_for_every_figure_told_apart_by_order() -> None:
    assert write_parts(rule_parts(FINDING)) == (
        "โรงเรียนบ้านสมมติ ร้อยละนักเรียน ป.6 ที่อ่านได้ระดับ 3 ขึ้นไป ปีการศึกษา 2568 มี {x} จาก {n} คน (ร้อยละ {value}) "
        "{~ค่าของเขต}ค่าของเขต (ร้อยละ {comparator}) อยู่ {gap} จุด หรือประมาณ {gap_n} คน "
        "รวม {pooled_years} ปี มี {pooled_x} จาก {pooled_n} คน (ร้อยละ {pooled_value}) "
        "{~ค่าของเขตต่อเนื่อง}ค่าของเขตต่อเนื่อง {years_same_side} ปี แตกต่างเกินความผันผวน (เกณฑ์ร้อยละ 99.8) (กฎ R2)"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("นักเรียนอ่านได้ ร้อยละ 64.61", "นักเรียนอ่านได้ ร้อยละ {value}"),
        ("นักเรียนอ่านได้ 64.61%", "นักเรียนอ่านได้ {value}%"),
        ("นักเรียนอ่านได้ร้อยละ ๖๔.๖๑", "นักเรียนอ่านได้ร้อยละ {value|t}"),
        ("จากนักเรียน 1,571 คน", "จากนักเรียน {n} คน"),
        ("มี 1015 จาก 1571 คน", "มี {x|p} จาก {n|p} คน"),
        (
            "(ร้อยละ 64.61) ต่ำกว่าค่าของเขต (ร้อยละ 74.66)",
            "(ร้อยละ {value}) {~ค่าของเขต}ค่าของเขต (ร้อยละ {comparator})",
        ),
        ("ปีการศึกษา 2568 ชั้น ป.6 ดีขึ้น", "ปีการศึกษา 2568 ชั้น ป.6 ดีขึ้น"),
    ],
)
def test_a_printed_figure_becomes_a_place_however_it_is_written(text: str, expected: str) -> None:
    assert stored(text) == expected


def test_the_same_figure_of_two_names_is_told_apart_by_its_words() -> None:
    assert stored("ต่ำกว่าค่าของเขตต่อเนื่อง 3 ปี").endswith("{years_same_side} ปี")
    assert stored("หรือประมาณ 158 คน รวม 3 ปี มี 2,945").startswith("หรือประมาณ {gap_n} คน รวม {pooled_years} ปี")


def test_a_changed_figure_is_asked_about_with_the_one_that_stood_there() -> None:
    (asked,) = bind("มี 1,015 จาก 1,571 คน (ร้อยละ 55) ต่ำกว่าค่าของเขต", FINDING).asked
    assert (asked.text, asked.guess, asked.same) == ("55", "value", False)


def test_a_figure_of_the_writer_is_asked_about_and_then_kept_as_it_is() -> None:
    text = "ควรติดตามทุก 2 เดือน"
    (asked,) = bind(text, FINDING).asked
    assert asked.text == "2"
    assert stored(text, {asked.start: OWN}) == text


def test_a_small_figure_in_other_words_is_no_figure_of_the_data_unasked() -> None:
    (asked,) = bind("ควรแก้ไขให้ได้ภายใน 3 เดือน", FINDING).asked
    assert asked.same


def test_a_figure_can_be_put_back() -> None:
    text = "มี 1,015 จาก 1,571 คน (ร้อยละ 55)"
    (asked,) = bind(text, FINDING).asked
    bound = bind(text, FINDING, answers={asked.start: "value"})
    assert fill(bound.parts, printed_figures(FINDING)) == "มี 1,015 จาก 1,571 คน (ร้อยละ 64.61)"


def test_a_comparison_turned_round_is_asked_about() -> None:
    (asked,) = bind("(ร้อยละ 64.61) สูงกว่าค่าของเขต (ร้อยละ 74.66)", FINDING).asked
    assert (asked.text, asked.guess) == ("สูงกว่า", "~ค่าของเขต")


def test_what_the_writer_owned_before_is_not_asked_again() -> None:
    text = "ร้อยละ 64.61 ควรติดตามทุก 2 เดือน"
    (asked,) = bind(text, FINDING).asked
    base = bind(text, FINDING, answers={asked.start: OWN}).parts
    again = bind("ร้อยละ 64.61 ควรติดตามทุก 2 เดือนอย่างต่อเนื่อง", FINDING, base)
    assert not again.asked


def test_a_figure_of_the_writer_is_asked_again_where_it_replaces_one_of_the_data() -> None:
    text = "ร้อยละ 64.61 ควรติดตามทุก 2 เดือน"
    (asked,) = bind(text, FINDING).asked
    base = bind(text, FINDING, answers={asked.start: OWN}).parts
    assert [each.text for each in bind("ร้อยละ 2 ควรเร่งแก้ไข", FINDING, base).asked] == ["2"]


def test_new_figures_stand_in_the_edited_sentence() -> None:
    parts = bind("โรงเรียนอ่านได้เพียงร้อยละ 64.61 ต่ำกว่าค่าของเขต อยู่ 10.05 จุด", FINDING).parts
    numbers = tuple({**dict(FINDING.numbers), "value": 80.0, "gap": 5.34}.items())
    sentence = FINDING.sentence.replace("64.61", "80.00").replace("10.05", "5.34").replace("ต่ำกว่า", "สูงกว่า")
    changed = replace(FINDING, numbers=numbers, sentence=sentence)
    assert fill(parts, printed_figures(changed)) == "โรงเรียนอ่านได้เพียงร้อยละ 80.00 สูงกว่าค่าของเขต อยู่ 5.34 จุด"
