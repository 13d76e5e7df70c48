"""The workbook behind a native chart, opened when somebody edits its data in Word or PowerPoint."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.report.characters import printable
from lib.report.chart_target import target_series

_EPOCH = datetime(2000, 1, 1)  # a fixed date, so that the same data gives the same bytes


def chart_workbook(chart: Chart) -> bytes:
    """Categories in column A from row 2, one series a column; text is never taken for a formula or a link."""
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, options) as workbook:
        workbook.set_properties({"created": _EPOCH})
        sheet = workbook.add_worksheet("Sheet1")
        sheet.write_column(1, 0, [printable(name) for name in chart.categories])
        series: tuple[ChartSeries, ...] = (*chart.series, *target_series(chart))
        for column, one in enumerate(series, start=1):
            sheet.write_string(0, column, printable(one.name))
            for row, value in enumerate(one.values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value)
    return stream.getvalue()
