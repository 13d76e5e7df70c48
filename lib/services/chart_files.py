"""A chart's rows as files, and what its files are called."""

import csv
import io

from lib.charts.drawing import Drawing
from lib.report.file_names import safe_file_name
from lib.report.table_workbook import make_table_workbook
from lib.thai.text import safe_text

_LONGEST_NAME = 110
_SHEET = "ข้อมูลของกราฟ"


def chart_file_name(drawing: Drawing, ending: str) -> str:
    """A Thai file name that Windows takes; ``ending`` with its dot."""
    return safe_file_name(f"{drawing.name}{ending}", _LONGEST_NAME, ending)


def chart_csv(drawing: Drawing) -> bytes:
    """The rows as Excel opens them with their Thai letters; nothing in them can run."""
    table = drawing.rows()
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.header)
    for row in table.rows:
        writer.writerow([safe_text(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def chart_workbook(drawing: Drawing) -> bytes:
    """The rows under the chart's own words."""
    table, words = drawing.rows(), drawing.words
    title = [line for line in (words.title, words.subtitle, words.reading, words.footnote) if line]
    return make_table_workbook(_SHEET, title, table.header, table.rows)
