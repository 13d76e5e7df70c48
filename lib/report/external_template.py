"""A blank workbook for results of external assessment; what is filled in comes back without a question."""

import io
from collections.abc import Mapping, Sequence

import xlsxwriter

from lib.report.blank_formats import make_formats
from lib.report.characters import printable

_SHEET = "ผลประเมินภายนอก"
_WIDTHS = {"โรงเรียน": 34, "จุดเด่น": 44, "ข้อเสนอแนะ": 60, "ระยะ": 26}
_WIDTH = 16
_LONGEST_LIST = 255


def make_external_template(
    title: Sequence[str],
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    choices: Mapping[str, Sequence[str]],
) -> bytes:
    """The table below its title lines, with a list to pick from where a column has fixed words.

    Args:
        rows: one per school and level of education, the first columns filled in.
        choices: header → words of its list.
    """
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": "TH Sarabun New", "font_size": 16},
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        page = book.add_worksheet(_SHEET)
        formats = make_formats(book)
        for line, text in enumerate(title):
            page.write_string(line, 0, printable(text), formats.title if line == 0 else formats.note)
        top = len(title) + 1
        for column, text in enumerate(header):
            page.set_column(column, column, _WIDTHS.get(text, _WIDTH))
            page.write_string(top, column, printable(text), formats.head)
            words = choices.get(text, ())
            if words and rows and len(",".join(words)) <= _LONGEST_LIST:
                page.data_validation(
                    top + 1, column, top + len(rows), column, {"validate": "list", "source": list(words)}
                )
        for line, row in enumerate(rows, start=top + 1):
            for column, text in enumerate(row):
                page.write_string(line, column, printable(text), formats.text)
        page.freeze_panes(top + 1, 2)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(top)
    return buffer.getvalue()
