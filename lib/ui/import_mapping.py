"""The guided mapping: a sheet as its maker knows it, headers and columns put right by picking."""

from dataclasses import replace
from functools import partial

import streamlit as st

from lib.domain.indicators import Catalogue
from lib.domain.issues import Severity
from lib.ingest.choices import ColumnPlace, ImportChoices
from lib.ingest.sheet_excerpt import SheetExcerpt
from lib.services.import_preview import Preview
from lib.ui.import_answers import show_question
from lib.ui.import_columns import is_open, show_all_columns, show_open_columns
from lib.ui.import_meanings import meaning_words
from lib.ui.import_sheet import sheet_html

_UNSURE = frozenset({"S08", "S09", "S10", "S11", "S12", "S21"})
_HEADER_ROWS_OFFERED = 60
_DEEPEST_HEADER = 5
_ROW_LETTERS = 60
_UNUSED = "ไม่ใช้ชีตนี้"


def show_mapping(preview: Preview, catalogue: Catalogue) -> None:
    """Draw the mapping where something is not sure, or a person asks for it."""
    unsure = _unsure_sheets(preview)
    if not preview.data.excerpts:
        return
    # Declined answers are asked for anew, so the mapping opens again; else it stays as the person left it.
    key = f"mapping-{preview.choices.recall}-{preview.choices.encoding}-{preview.sha256}"
    asked = st.toggle("ตรวจการอ่านคอลัมน์", value=bool(unsure), key=key)
    if not asked:
        return
    excerpt = _chosen_sheet(preview, unsure)
    tables = [table for table in preview.data.tables if table.sheet == excerpt.sheet]
    meanings = {
        column.index: (meaning_words(column, catalogue), is_open(table, column))
        for table in reversed(tables)
        for column in table.columns
    }
    if not tables:
        st.markdown("โปรแกรมไม่พบแถวหัวตารางในชีตนี้ เลือกแถวที่เป็นหัวตารางใต้ภาพ แล้วเลือกว่าแต่ละคอลัมน์คืออะไร")
    st.html(sheet_html(excerpt, meanings))
    _ask_headers(preview, excerpt)
    for number, table in enumerate(tables, start=1):
        if len(tables) > 1:
            st.markdown(f"**ตารางที่ {number}** หัวตารางแถว {', '.join(map(str, table.header_rows))}")
        show_open_columns(preview, catalogue, table)
        show_all_columns(preview, catalogue, table)


def _unsure_sheets(preview: Preview) -> frozenset[str]:
    """Sheets of which something about the structure or the columns is a question."""
    if preview.other_encodings and not preview.choices.encoding:
        return frozenset()  # nobody can tell the columns of letters that look wrong
    said = {
        issue.sheet
        for issue in preview.issues
        if issue.code in _UNSURE and issue.severity in (Severity.QUESTION, Severity.ERROR)
    }
    # A column that was left open last year is no news this year.
    waiting = {
        table.sheet
        for table in preview.data.tables
        for each in table.columns
        if is_open(table, each) and not preview.choices.recall
    }
    unread = {excerpt.sheet for excerpt in preview.data.excerpts if excerpt.lines and not excerpt.headers}
    return frozenset(said | waiting | unread)


def _chosen_sheet(preview: Preview, unsure: frozenset[str]) -> SheetExcerpt:
    excerpts = {excerpt.sheet: excerpt for excerpt in preview.data.excerpts}
    if len(excerpts) == 1:
        return preview.data.excerpts[0]
    names = sorted(excerpts, key=lambda name: name not in unsure)
    chosen = st.selectbox(
        "ชีตที่ตรวจ",
        names,
        format_func=lambda name: f"{name} (มีส่วนที่ยังไม่แน่ใจ)" if name in unsure else name,
        key=f"sheet-{preview.sha256}",
    )
    return excerpts.get(chosen, preview.data.excerpts[0])


def _ask_headers(preview: Preview, excerpt: SheetExcerpt) -> None:
    rows = tuple(range(1, min(excerpt.n_rows, _HEADER_ROWS_OFFERED) + 1))
    for number, header in enumerate(excerpt.headers or (None,)):
        many = f"ตารางที่ {number + 1} " if len(excerpt.headers) > 1 else ""
        name = f"{excerpt.sheet}-{number}"
        unused = () if excerpt.headers else (_UNUSED,)
        left, right = st.columns(2)
        first = header[0] if header else None
        offered = rows if first is None or first in rows else (*rows, first)
        with left:
            show_question(
                preview, f"header-{name}", f"{many}หัวตารางเริ่มที่แถว", (None, *offered, *unused), first,
                partial(_row_words, excerpt), partial(_with_top, excerpt, number),
            )  # fmt: skip
        if header is not None:
            deepest = max(_DEEPEST_HEADER, header[1] - header[0] + 1)
            with right:
                show_question(
                    preview, f"header-end-{name}", f"{many}ถึงแถว",
                    tuple(range(header[0], header[0] + deepest)), header[1], partial(_row_words, excerpt),
                    partial(_with_end, excerpt, number),
                )  # fmt: skip


def _row_words(excerpt: SheetExcerpt, row: object) -> str:
    """A row by its number and its first words, so that it is known again without looking it up."""
    if not isinstance(row, int):
        return str(row or "ให้โปรแกรมหาเอง")
    texts = next((line.texts for line in excerpt.lines if line.row == row), ())
    words = " | ".join(filter(None, texts))
    return f"แถว {row}" + (f" · {words[:_ROW_LETTERS]}" if words else "")


def _with_top(excerpt: SheetExcerpt, number: int, now: ImportChoices, picked: object) -> ImportChoices:
    """The answers with a header that begins in another row and is as deep as before; None: find it again."""
    if picked == _UNUSED:
        return replace(now, skipped_sheets=(*now.skipped_sheets, excerpt.sheet))
    if not isinstance(picked, int):
        return replace(now, headers=tuple(each for each in now.headers if each[0] != excerpt.sheet))
    first, last = excerpt.headers[number] if excerpt.headers else (picked, picked)
    return _with_header(excerpt, number, now, (picked, picked + last - first))


def _with_end(excerpt: SheetExcerpt, number: int, now: ImportChoices, picked: object) -> ImportChoices:
    first, last = excerpt.headers[number]
    return _with_header(excerpt, number, now, (first, picked if isinstance(picked, int) else last))


def _with_header(
    excerpt: SheetExcerpt, number: int, now: ImportChoices, rows: tuple[int, int]
) -> ImportChoices:
    """The answers with one header of a sheet picked; the others stay where they are, answers move along."""
    before = excerpt.headers[number][0] if excerpt.headers else None
    headers = {*(header for place, header in enumerate(excerpt.headers) if place != number), rows}

    def moved(place: ColumnPlace) -> ColumnPlace:
        return (place[0], rows[0], place[2]) if place[:2] == (excerpt.sheet, before) else place

    return replace(
        now,
        headers=(
            *(each for each in now.headers if each[0] != excerpt.sheet),
            *((excerpt.sheet, each) for each in sorted(headers)),
        ),
        columns=tuple((moved(place), pick) for place, pick in now.columns),
        fractions=tuple((moved(place), answer) for place, answer in now.fractions),
    )
