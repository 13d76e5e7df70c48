"""The marked cut-out of a sheet, with the letters and numbers that Excel shows."""

import streamlit as st

from lib.services.way_home_sheet import Mark, SheetCell, SheetLine, SheetView
from lib.ui.plain import plain

_LEFT_OUT = "⋯"
_LONGEST = 48
_DRAWN: dict[Mark, str] = {
    "": "{}",
    "header": ":gray[**{}**]",
    "value": ":orange-background[**▶ {}**]",
    "n": ":blue-background[**n {}**]",
    "x": ":green-background[**x {}**]",
}


def show_sheet(view: SheetView, file_name: str) -> None:
    """The cut-out: the figure's cell marked ▶ on orange, its counts marked n and x."""
    where = f"ชีต “{plain(view.sheet)}”" if view.sheet else "ไฟล์ข้อความ ไม่มีชีต"
    hidden = " (ชีตที่ซ่อนอยู่)" if view.hidden else ""
    counted = f" · จำนวนที่เป็นฐาน :blue-background[**n** {view.n}]" if view.n else ""
    counted += f" · จำนวนที่นับได้ :green-background[**x** {view.x}]" if view.x else ""
    st.markdown(
        f"**{plain(file_name)}** · {where}{hidden} · เซลล์ :orange-background[**▶ {view.values}**]{counted}"
    )
    show_lines(view)


def show_lines(view: SheetView) -> None:
    """The lines of a cut-out without a word about where they stand."""
    st.table([_line(view, line) for line in view.lines], hide_index=True, border="horizontal")


def _line(view: SheetView, line: SheetLine) -> dict[str, str]:
    number = f":gray[{line.number}]" if line.number else f":gray[{_LEFT_OUT}]"
    row = {"": f"{number} :gray[ซ่อน]" if line.hidden else number}
    for place, (letter, cell) in enumerate(zip(view.columns, line.cells, strict=True)):
        # columns left out need names of their own
        row[letter or _LEFT_OUT + "\u200b" * place] = _cell(cell) if letter else f":gray[{_LEFT_OUT}]"
    return row


def _cell(cell: SheetCell) -> str:
    text = cell.text if len(cell.text) <= _LONGEST else f"{cell.text[:_LONGEST]}…"
    if not text and cell.mark in ("", "header"):
        return ""
    return _DRAWN[cell.mark].format(plain(text))
