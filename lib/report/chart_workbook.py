"""The workbook behind a native chart, opened when somebody edits its data in Word or PowerPoint."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from lib.domain.chart_descriptions import Chart
from lib.domain.chart_looks import drawn_series
from lib.report.characters import printable

_EPOCH = datetime(2000, 1, 1)  # a fixed date, so that the same data gives the same bytes


def chart_workbook(chart: Chart) -> bytes:
    """Categories in column A from row 2, then the places of a scatter, then one series a column.

    Text is never taken for a formula or a link.
    """
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, options) as workbook:
        workbook.set_properties({"created": _EPOCH})
        sheet = workbook.add_worksheet("Sheet1")
        sheet.write_column(1, 0, [printable(name) for name in chart.categories])
        if chart.xs:
            sheet.write_string(0, 1, printable(chart.x_unit))
            sheet.write_column(1, 1, chart.xs)
        for column, one in enumerate(drawn_series(chart), start=first_series_column(chart)):
            sheet.write_string(0, column, printable(one.name))
            for row, value in enumerate(one.values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value)
    return stream.getvalue()


def first_series_column(chart: Chart) -> int:
    return 2 if chart.xs else 1


def column_range(chart: Chart, column: int) -> str:
    """Address of the rows of one column."""
    name = xl_col_to_name(column)
    return f"Sheet1!${name}$2:${name}${len(chart.categories) + 1}"
