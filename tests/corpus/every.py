"""Every workbook of the corpus, in the order of the table."""

from tests.corpus import (
    review_academic,
    review_offices,
    structure_columns,
    structure_layouts,
    structure_rows,
    structure_titles,
    values_areas,
    values_counts,
    values_csv,
    values_formats,
    values_numbers,
    values_schools,
)
from tests.corpus.ugly import UglyWorkbook

WORKBOOKS: tuple[UglyWorkbook, ...] = (
    *structure_titles.WORKBOOKS,
    *structure_rows.WORKBOOKS,
    *structure_columns.WORKBOOKS,
    *structure_layouts.WORKBOOKS,
    *values_numbers.WORKBOOKS,
    *values_formats.WORKBOOKS,
    *values_counts.WORKBOOKS,
    *values_schools.WORKBOOKS,
    *values_areas.WORKBOOKS,
    *values_csv.WORKBOOKS,
    *review_academic.WORKBOOKS,
    *review_offices.WORKBOOKS,
)
