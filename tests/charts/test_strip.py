import json

from lib.charts.marks import Mark
from lib.charts.strip import make_strip
from tests.charts.frames import ODD_NAME, schools, spec


def drawn() -> dict[str, object]:
    frame = schools()
    rows = frame.assign(
        own=frame["school_id"] == "2", row=[ODD_NAME if own == "2" else "ใกล้เคียง 3 แห่ง" for own in "1234"]
    )
    return make_strip(rows, spec())


def test_the_school_has_the_upper_row_whatever_its_value() -> None:
    text = json.dumps(drawn(), ensure_ascii=False)
    assert '"domain": [' + json.dumps(ODD_NAME, ensure_ascii=False) in text


def test_a_small_school_is_hollow_and_the_signs_are_told_in_words() -> None:
    text = json.dumps(drawn(), ensure_ascii=False)
    assert all(str(mark) in text for mark in (Mark.SMALL, Mark.CHANCE, Mark.GOOD))


def test_a_school_without_a_value_is_not_drawn_as_nought() -> None:
    frame = schools()
    frame.loc[0, "value"] = float("nan")
    rows = frame.assign(own=[False, True, False, False], row=["ข", "ก", "ข", "ข"])
    values = [
        row["value"]
        for rows_of in make_strip(rows, spec())["datasets"].values()
        for row in rows_of
        if row.get("school_id")
    ]
    assert sorted(set(values)) == [5.0, 20.0, 41.0]
