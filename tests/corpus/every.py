"""Every workbook of the corpus, in the order of the table."""

from tests.corpus import structure_columns, structure_layouts, structure_rows, structure_titles
from tests.corpus.ugly import UglyWorkbook

WORKBOOKS: tuple[UglyWorkbook, ...] = (
    *structure_titles.WORKBOOKS,
    *structure_rows.WORKBOOKS,
    *structure_columns.WORKBOOKS,
    *structure_layouts.WORKBOOKS,
)
