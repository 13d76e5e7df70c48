"""Column widths that keep a number on one line and fill the page."""

from lib.domain.documents import Table, TableColumn
from lib.report.text_width import longest_word, word_width_cm

CELL_MARGINS_CM = 0.2
TEXT_PT = 14.0
SMALL_TEXT_PT = 12.0
_WIDEST_GUESS_CM = 3.2  # a longer word is a sentence without spaces and may break
_ROUNDING_CM = 0.05
_TEXT_GIVES_WAY = 0.3
_STRETCH_FROM = 0.7  # a table nearly as wide as the page is drawn out to its edge


def needed_widths_cm(table: Table, size_pt: float = TEXT_PT) -> tuple[float, ...]:
    """The width of each column: what its maker asked for, or more where a number or heading would break."""
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    return tuple(
        max(column.width_cm, _narrowest(table, column, cells, size_pt))
        for column, cells in zip(table.columns, columns, strict=True)
    )


def _narrowest(table: Table, column: TableColumn, cells: tuple[str, ...], size_pt: float) -> float:
    words = {longest_word(column.title)}
    if column.align != "left":
        # The longest by letters is near enough the widest, and quick over thousands of rows.
        words.add(longest_word(max(cells, key=len, default="")))
        words.update(longest_word(cells[row]) for row in table.bold_rows if row < len(cells))
    widest = max(word_width_cm(word, size_pt, bold=True) for word in words)
    return min(widest, _WIDEST_GUESS_CM) + CELL_MARGINS_CM


def fits_upright(table: Table, available_cm: float) -> bool:
    """Whether a table can stand on an upright page without turning it or breaking a number."""
    asked = sum(column.width_cm for column in table.columns)
    small = needed_widths_cm(table, SMALL_TEXT_PT)
    least = sum(small) - _text_cm(table, small) * _TEXT_GIVES_WAY
    return max(asked, least) <= available_cm + _ROUNDING_CM


def fitted_widths_cm(table: Table, available_cm: float) -> tuple[tuple[float, ...], bool]:
    """Widths that fit the page, and whether the text must be small for it; columns of text give way first."""
    widths = needed_widths_cm(table)
    total = sum(widths)
    if total <= available_cm:
        factor = available_cm / total if total >= available_cm * _STRETCH_FROM else 1.0
        return tuple(width * factor for width in widths), False
    text_cm = _text_cm(table, widths)
    if total - available_cm <= text_cm * _TEXT_GIVES_WAY:
        factor = (text_cm - total + available_cm) / text_cm
        return tuple(
            width * factor if column.align == "left" else width
            for width, column in zip(widths, table.columns, strict=True)
        ), False
    widths = needed_widths_cm(table, SMALL_TEXT_PT)
    factor = available_cm / sum(widths)
    return tuple(width * factor for width in widths), True


def _text_cm(table: Table, widths: tuple[float, ...]) -> float:
    """What the columns of running text take together."""
    return sum(width for width, column in zip(widths, table.columns, strict=True) if column.align == "left")
