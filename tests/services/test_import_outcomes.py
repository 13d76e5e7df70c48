"""A row's result follows from its values; the places of issues are read as Excel writes them."""

import pytest

from lib.services.import_outcomes import _rows_named, count_rows, reasons_of


@pytest.mark.parametrize(
    ("cell", "rows"),
    [("E12", [12]), ("A3:A9", [3, 4, 5, 6, 7, 8, 9]), ("B2, C7", [2, 7]), ("$B$4", [4]), ("E", []), ("", [])],
)
def test_the_rows_of_a_place_are_those_it_names(cell: str, rows: list[int]) -> None:
    assert list(_rows_named(cell)) == rows


def test_results_are_counted_by_kind_and_reason() -> None:
    results = [
        ("ก", "loaded", ""),
        ("ก", "ignored", "แถวรวม"),
        ("ข", "ignored", "แถวรวม"),
        ("ข", "rejected", "ไม่มีรหัส"),
    ]
    counts = count_rows(results)
    assert (counts.read, counts.loaded, counts.rejected, counts.ignored) == (4, 1, 1, 2)
    assert reasons_of(results, "ignored") == (("แถวรวม", 2),)
