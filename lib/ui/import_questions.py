"""What a person must answer about a file, as pickers; every answer is kept and the file read anew with it."""

from dataclasses import replace

import streamlit as st

from lib.domain.columns import Column, Role
from lib.domain.indicators import Catalogue
from lib.domain.issues import Issue
from lib.domain.schools import School
from lib.domain.sheets import column_letter
from lib.ingest.choices import ImportChoices
from lib.ingest.reading import TableReading, UnknownSchool
from lib.services.import_preview import Preview
from lib.ui.import_answers import show_question, store_answer
from lib.ui.import_structure import show_structure_questions
from lib.ui.plain import plain

_YEARS = tuple(range(2572, 2549, -1))
_SKIP, _LATER = "ไม่ใช้คอลัมน์นี้", "ยังไม่เลือก"
_MOST_ASKED = 30


def show_questions(preview: Preview, catalogue: Catalogue, schools: tuple[School, ...]) -> None:
    """Draw every open question of one file."""
    choices = preview.choices
    undated = [issue.sheet for issue in preview.issues if issue.code in ("P01", "P02", "P03")]
    for sheet in dict.fromkeys((*(name for name, _ in choices.years), *undated)):
        _ask_year(preview, sheet)
    if preview.data.new_schools:
        st.checkbox(
            f"เพิ่มโรงเรียนที่ยังไม่มีในทะเบียน {len(preview.data.new_schools):,} แห่ง (มีทั้งรหัสและชื่อในไฟล์)",
            value=choices.add_schools,
            key=f"add-{preview.sha256}",
            on_change=store_answer,
            args=(preview.sha256, f"add-{preview.sha256}", _set_add_schools),
        )
    for table, column in _open_columns(preview):
        _ask_column(preview, catalogue, table, column)
    for issue in preview.issues:
        if issue.code == "V08":
            _ask_fraction(preview, issue)
    show_structure_questions(preview)
    addable = {school.school_id for school in preview.data.new_schools} if choices.add_schools else set()
    asked = [each for each in preview.data.unknown_schools if each.code not in addable]
    for unknown in asked[:_MOST_ASKED]:
        _ask_school(preview, unknown, schools)
    if len(asked) > _MOST_ASKED:
        st.caption(f"เหลืออีก {len(asked) - _MOST_ASKED:,} แห่งที่ยังไม่ทราบโรงเรียน จะถามต่อเมื่อตอบชุดนี้แล้ว")


def _ask_year(preview: Preview, sheet: str) -> None:
    current = dict(preview.choices.years).get(sheet)

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        kept = {name: year for name, year in now.years if name != sheet}
        if isinstance(picked, int):
            kept[sheet] = picked
        return replace(now, years=tuple(kept.items()))

    show_question(
        preview, f"year-{sheet}",
        f"ปี พ.ศ. ของชีต “{plain(sheet)}”" if sheet else "ปี พ.ศ. ของข้อมูล", _year_options(current), current,
        lambda year: "ตามที่ไฟล์บอก" if year is None else str(year), change,
    )  # fmt: skip


def _year_options(chosen: int | None) -> tuple[int | None, ...]:
    years = _YEARS if chosen is None or chosen in _YEARS else (*_YEARS, chosen)
    return None, *years


def _set_add_schools(now: ImportChoices, value: object) -> ImportChoices:
    return replace(now, add_schools=bool(value))


def _open_columns(preview: Preview) -> list[tuple[TableReading, Column]]:
    """Columns that wait for a person, and those already answered, so that answers stay visible."""
    answered = dict(preview.choices.columns)
    return [
        (table, column)
        for table in preview.data.tables
        for column in table.columns
        if (column.role is Role.UNKNOWN and column.candidates) or table.place(column) in answered
    ]


def _ask_column(preview: Preview, catalogue: Catalogue, table: TableReading, column: Column) -> None:
    answered = dict(preview.choices.columns)
    place = table.place(column)
    rest = tuple(
        each.id for each in catalogue.indicators if each.key_indicator and each.id not in column.candidates
    )
    options = (_LATER, *column.candidates, str(Role.REMARK), *rest)

    def words(option: object) -> str:
        if option == Role.REMARK:
            return _SKIP
        return catalogue.by_id[str(option)].name if option in catalogue.by_id else str(option)

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        kept = {key: value for key, value in now.columns if key != place}
        if picked != _LATER:
            kept[place] = str(picked)
        return replace(now, columns=tuple(kept.items()))

    label = (
        f"คอลัมน์ “{plain(column.title)}”" + (f" ในชีต “{plain(table.sheet)}”" if table.sheet else "") + " คือ"
    )
    show_question(preview, f"column-{place}", label, options, answered.get(place, _LATER), words, change)


def _ask_school(preview: Preview, unknown: UnknownSchool, schools: tuple[School, ...]) -> None:
    answered = dict(preview.choices.schools)
    by_id = {school.school_id: school for school in schools}
    first = tuple(school.school_id for school in unknown.candidates)
    options = (_LATER, *first, *(each for each in by_id if each not in first))

    def words(option: object) -> str:
        school = by_id.get(str(option))
        if school is None:
            return str(option)
        pupils = f" · นักเรียน {school.pupils:,} คน" if school.pupils is not None else ""
        return f"{school.name} ({school.smis_code or school.school_id}) {school.district}{pupils}"

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        kept = {key: value for key, value in now.schools if key != unknown.key}
        if picked != _LATER:
            kept[unknown.key] = str(picked)
        return replace(now, schools=tuple(kept.items()))

    shown = " ".join(filter(None, (unknown.code, unknown.name)))
    where = f"แถว {unknown.cell.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
    if unknown.sheet:
        where = f"ชีต “{plain(unknown.sheet)}” {where}"
    show_question(
        preview, f"school-{unknown.key}", f"{where} “{plain(shown)}” คือโรงเรียน", options,
        answered.get(unknown.key, _LATER), words, change,
    )  # fmt: skip


def _ask_fraction(preview: Preview, issue: Issue) -> None:
    letters = "".join(filter(str.isalpha, issue.cell.split(",")[0]))
    row = int("".join(filter(str.isdigit, issue.cell.split(",")[0].split(":")[0])) or 0)
    places = [
        (table.place(column), column)
        for table in preview.data.tables
        if table.sheet == issue.sheet and table.header_rows[0] <= row
        for column in table.columns
        if column.role is Role.VALUE and column_letter(column.index) == letters
    ]
    if not places:
        return
    place, column = places[-1]

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        kept = {key: value for key, value in now.fractions if key != place}
        if picked is not None:
            kept[place] = bool(picked)
        return replace(now, fractions=tuple(kept.items()))

    words = {None: _LATER, True: "สัดส่วน 0–1 (0.85 คือร้อยละ 85)", False: "ร้อยละอยู่แล้ว (0.85 คือร้อยละ 0.85)"}
    show_question(
        preview, f"fraction-{place}", f"คอลัมน์ “{plain(column.title)}” เป็น",
        (None, True, False),
        dict(preview.choices.fractions).get(place), lambda option: words[option], change,  # type: ignore[index]
    )  # fmt: skip
