"""What a change replaced leads back to what was said before."""

from hypothesis import given
from hypothesis import strategies as st

from lib.storage.assessment_changes import make_step_back, step_back

_VALUES = st.one_of(st.integers(0, 3), st.text("กข", max_size=2), st.lists(st.integers(0, 3), max_size=6))
_READINGS = st.fixed_dictionaries({"a": _VALUES, "b": _VALUES})


def test_one_changed_entry_of_a_list_is_all_that_is_kept() -> None:
    before, after = {"x": [1, 2, 3, 4], "y": "ก"}, {"x": [1, 9, 3, 4], "y": "ก"}
    assert make_step_back(before, after) == {"x": {"from": 1, "to": 2, "items": [2]}}


def test_an_entry_that_went_comes_back_at_its_place() -> None:
    before, after = {"x": [1, 2, 3]}, {"x": [1, 3]}
    steps = make_step_back(before, after)
    assert steps == {"x": {"from": 1, "to": 1, "items": [2]}}
    assert step_back(after, steps) == before


@given(before=_READINGS, after=_READINGS)
def test_any_change_leads_back(before: dict[str, object], after: dict[str, object]) -> None:
    assert step_back(after, make_step_back(before, after)) == before
