"""Keys under which two spellings meet, and the order of a Thai list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.thai.school_names import base_name_key, name_key, tidy_school_name
from lib.thai.text import clean_text, fold_key, fold_words, safe_text, sort_key

THAI = st.text(
    alphabet=st.sampled_from([chr(code) for code in range(0x0E01, 0x0E5C)] + list(" .()-_%aBß0\u200b"))
)


@given(THAI | st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_key(fold_key(text)) == fold_key(text)
    assert clean_text(clean_text(text)) == clean_text(text)


@given(THAI | st.text())
def test_the_order_of_a_cleaned_text_is_its_own(text: str) -> None:
    assert sort_key(sort_key(text)[1])[0] == sort_key(text)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("จํานวน", "จำนวน"),
        ("เเม่", "แม่"),
        ("ป. ๖", "ป.6"),
        ("รังสฤษฏ์", "รังสฤษฎ์"),
        ("O-NET", "onet"),
        ("จำนวน\u200bคน", "จำนวน คน"),
    ],
)
def test_spellings_of_one_label_meet(one: str, other: str) -> None:
    assert fold_key(one) == fold_key(other)


def test_per_cent_stays_in_a_key() -> None:
    assert fold_key("เบิกจ่าย %") != fold_key("เบิกจ่าย")


def test_words_stay_apart_where_they_stood_apart() -> None:
    assert fold_words("O-NET_ป6 resultMath") == "o net ป6 result math"


def test_a_list_is_in_dictionary_order_with_numbers_by_size() -> None:
    names = ["เขต 10", "แก", "ขา", "เขต 2", "เกม", "กา"]
    assert sorted(names, key=sort_key) == ["กา", "เกม", "แก", "ขา", "เขต 2", "เขต 10"]


@pytest.mark.parametrize(
    "name", ["โรงเรียนบ้านสมมติ (ก)", "ร.ร.บ้านสมมติ(ก )", "รร.บ้านสมมติ ( ก)", "บ. สมมติ(ก)", "บ้านสมมติ(ก)"]
)
def test_ways_to_write_a_school_meet(name: str) -> None:
    assert name_key(name) == name_key("บ้านสมมติ (ก)")


def test_the_base_name_leaves_the_alias_out() -> None:
    assert base_name_key("บ้านสมมติ(ก)") == name_key("บ้านสมมติ") != name_key("บ้านสมมติ(ก)")
    assert tidy_school_name("โรงเรียน  บ้านสมมติ (ก )") == "บ้านสมมติ (ก)"


@given(st.text(max_size=20) | st.sampled_from(["=1", "\t=1", "\r=1", "\n=1", "＝1", "＠ก", "-1", "+1"]))
def test_no_text_starts_like_a_formula(text: str) -> None:
    assert not safe_text(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert safe_text(text) in (text, f"'{text}")
