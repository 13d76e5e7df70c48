"""Cell formats of the blank workbooks: grey is filled in already, white is asked."""

from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

_INK, _MUTED, _LINE, _PANEL, _HEAD = "#1F2A30", "#5B6B73", "#B9C6CA", "#F4F7F7", "#DDE9EA"


@dataclass(frozen=True, slots=True)
class BlankFormats:
    """Formats by use; cells to fill are made per number format, ``marked`` keeps =1+1 a text when edited."""

    book: Workbook
    title: Format
    note: Format
    head: Format
    sub_head: Format
    given: Format
    given_centred: Format
    text: Format
    marked: Format
    fields: dict[str, Format]

    def field(self, number_format: str) -> Format:
        """A cell to fill."""
        if number_format not in self.fields:
            look = {"border": 1, "border_color": _LINE, "num_format": number_format, "valign": "vcenter"}
            self.fields[number_format] = self.book.add_format(look)
        return self.fields[number_format]


def make_formats(book: Workbook) -> BlankFormats:
    """The formats of one workbook."""
    box = {"border": 1, "border_color": _LINE, "valign": "vcenter", "font_color": _INK}
    head = box | {"bold": True, "align": "center", "text_wrap": True, "bg_color": _HEAD}
    return BlankFormats(
        book,
        title=book.add_format({"bold": True, "font_size": 20, "valign": "vcenter", "font_color": _INK}),
        note=book.add_format({"font_color": _MUTED, "valign": "vcenter"}),
        head=book.add_format(head),
        sub_head=book.add_format(head | {"bold": False, "bg_color": _PANEL}),
        given=book.add_format(box | {"bg_color": _PANEL, "num_format": "@"}),
        given_centred=book.add_format(box | {"bg_color": _PANEL, "align": "center", "num_format": "@"}),
        text=book.add_format(box | {"text_wrap": True, "valign": "top"}),
        marked=book.add_format(box | {"text_wrap": True, "valign": "top", "quote_prefix": True}),
        fields={},
    )
