"""Foreign text in Markdown: what it must not become, and that nothing of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ui.plain import plain


def as_drawn(markdown: str) -> str:
    """The letters a reader sees: backslashes gone, invisible joiners gone."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace("\u2060", "")


@given(st.text(alphabet=st.characters(exclude_characters="\u2060"), max_size=40))
def test_every_letter_is_still_read(text: str) -> None:
    assert as_drawn(plain(text)) == " ".join(re.split(r"\s+", text)).strip()


@given(st.text(max_size=40))
def test_no_mark_of_markdown_is_left_bare(text: str) -> None:
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<~$&]", plain(text))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("![x](http://a.b/p.png) dropout.csv", "!\\[x\\](http:\u2060//a.b/p.png) dropout.csv"),
        (":material/home: :red[x]", ":\u2060material/home: :\u2060red\\[x\\]"),
        ("1. คะแนน_2567", "1\\. คะแนน\\_2567"),
        ("# หัวข้อ", "\\# หัวข้อ"),
        ("บรรทัด\n\n- สอง", "บรรทัด - สอง"),
        ("NT ป.3 2567.xlsx", "NT ป.3 2567.xlsx"),
    ],
)
def test_what_it_writes(text: str, written: str) -> None:
    assert plain(text) == written
