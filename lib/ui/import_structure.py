"""Questions about the shape of a file: hidden sheets, doubled columns, several rows of one school."""

from dataclasses import replace

import streamlit as st

from lib.domain.columns import Column, Role
from lib.domain.sheets import column_letter
from lib.ingest.choices import ImportChoices
from lib.ingest.reading import DoubledSchool, TableReading
from lib.services.import_preview import Preview
from lib.ui.import_answers import show_question
from lib.ui.plain import plain

_LATER = "ยังไม่เลือก"
_MOST_ASKED = 30


def show_structure_questions(preview: Preview) -> None:
    """Draw the pickers for hidden sheets, doubled columns and rows of one school that differ."""
    hidden = [issue.sheet for issue in preview.issues if issue.code == "S06"]
    answered = (*preview.choices.hidden_sheets, *preview.choices.skipped_sheets)
    for sheet in dict.fromkeys((*answered, *hidden)):
        _ask_hidden(preview, sheet)
    for table, columns in _doubled_columns(preview):
        _ask_doubled(preview, table, columns)
    for school in preview.doubled_schools[:_MOST_ASKED]:
        _ask_row(preview, school)
    if len(preview.doubled_schools) > _MOST_ASKED:
        more = len(preview.doubled_schools) - _MOST_ASKED
        st.caption(f"เหลืออีก {more:,} แห่งที่มีหลายแถว แก้ในไฟล์แล้วนำเข้าใหม่จะเร็วกว่า")


def _ask_hidden(preview: Preview, sheet: str) -> None:
    choices = preview.choices
    current = True if sheet in choices.hidden_sheets else False if sheet in choices.skipped_sheets else None

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        read = tuple(name for name in now.hidden_sheets if name != sheet)
        left = tuple(name for name in now.skipped_sheets if name != sheet)
        return replace(
            now,
            hidden_sheets=(*read, sheet) if picked is True else read,
            skipped_sheets=(*left, sheet) if picked is False else left,
        )

    words: dict[object, str] = {None: _LATER, True: "อ่านด้วย", False: "ไม่อ่าน"}
    show_question(
        preview, f"hidden-{sheet}", f"ชีตซ่อน “{plain(sheet)}”", (None, True, False), current,
        lambda option: words[option], change,
    )  # fmt: skip


def _doubled_columns(preview: Preview) -> list[tuple[TableReading, tuple[Column, ...]]]:
    found = []
    for table in preview.data.tables:
        values: dict[tuple[str, int | None], list[Column]] = {}
        for column in table.columns:
            if column.role is Role.VALUE:
                values.setdefault((column.indicators[0], column.year_be), []).append(column)
        found += [(table, tuple(same)) for same in values.values() if len(same) > 1]
    return found


def _ask_doubled(preview: Preview, table: TableReading, columns: tuple[Column, ...]) -> None:
    by_index = {column.index: column for column in columns}

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        kept = dict(now.columns)
        if picked is not None:
            others = [column for index, column in by_index.items() if index != picked]
            kept |= {table.place(column): str(Role.REMARK) for column in others}
        return replace(now, columns=tuple(kept.items()))

    where = f" ในชีต “{plain(table.sheet)}”" if table.sheet else ""
    show_question(
        preview, f"doubled-{table.place(columns[0])}",
        f"คอลัมน์ “{plain(columns[0].title)}”{where} มีหลายคอลัมน์ ใช้คอลัมน์", (None, *by_index), None,
        lambda index: _LATER if index is None else f"คอลัมน์ {column_letter(int(str(index)))}", change,
    )  # fmt: skip


def _ask_row(preview: Preview, school: DoubledSchool) -> None:
    chosen = {(sheet, row) for (sheet, who), row in preview.choices.kept_rows if who == school.school_id}
    current = next((place for place in school.places if place in chosen), None)

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        kept = tuple(
            (place, row)
            for place, row in now.kept_rows
            if place[1] != school.school_id or (place[0], row) not in school.places
        )
        places = {place: ((place[0], school.school_id), place[1]) for place in school.places}
        answer = next((one for place, one in places.items() if place == picked), None)
        return replace(now, kept_rows=(*kept, answer) if answer else kept)

    def words(option: object) -> str:
        place = next((place for place in school.places if place == option), None)
        if place is None:
            return _LATER
        return f"ชีต “{plain(place[0])}” แถว {place[1]}" if place[0] else f"แถว {place[1]}"

    key = "-".join(f"{sheet}.{row}" for sheet, row in school.places)
    show_question(
        preview, f"row-{school.school_id}-{key}", f"โรงเรียน “{plain(school.name)}” มีหลายแถวที่ค่าต่างกัน ใช้แถว",
        (None, *school.places), current, words, change,
    )  # fmt: skip
