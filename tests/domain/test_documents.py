"""A document that does not hold together is refused when it is made, not when it is printed."""

import pytest

from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import Document, Paragraph, Run, Table, TableColumn


def document(*blocks: object) -> Document:
    return Document("ก", "ข", "ค", "ง", blocks)  # type: ignore[arg-type]


def table(key: str | None = None) -> Table:
    return Table("ตาราง", (TableColumn("ก"),), (("1",),), key=key)


def test_a_row_with_a_cell_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="row 1: 1 cells for 2 columns"):
        Table("ก", (TableColumn("ก"), TableColumn("ข")), (("1", "2"), ("1",)))


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="no columns"):
        Table("ก", (), ())


def test_a_series_must_have_one_value_per_category() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Chart("bar", "ก", ("ก", "ข"), (ChartSeries("ค", (1.0,), "0072B2"),), "คน", "ก")


def test_a_reference_to_a_table_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="not there"):
        document(Paragraph((Run("", refers_to="ไม่มี"),)), table("มี"))


def test_two_tables_cannot_share_a_key() -> None:
    with pytest.raises(ValueError, match="share a key"):
        document(table("ก"), table("ก"))


def test_equal_documents_are_equal_values() -> None:
    assert document(table()) == document(table())
