"""Questions about schools: which one an unknown name is, and which of several rows of one school holds."""

from dataclasses import replace

import streamlit as st

from lib.domain.schools import School
from lib.ingest.choices import ImportChoices
from lib.ingest.reading import DoubledSchool, UnknownSchool
from lib.services.import_preview import Preview
from lib.ui.import_answers import LATER, show_question, store_answer
from lib.ui.plain import plain

_MOST_ASKED = 12
_ADD, _SKIP = "เพิ่มเป็นโรงเรียนใหม่", "ข้ามแถวนี้"


def ask_schools(preview: Preview, schools: tuple[School, ...]) -> None:
    """Draw the questions about schools: all new ones at once, then unknown names one by one, then doubles."""
    choices = preview.choices
    if preview.data.new_schools:
        st.checkbox(
            f"เพิ่มโรงเรียนที่ยังไม่มีในทะเบียน {len(preview.data.new_schools):,} แห่ง (มีทั้งรหัสและชื่อในไฟล์)",
            value=choices.add_schools,
            key=f"add-{preview.sha256}",
            on_change=store_answer,
            args=(preview.sha256, f"add-{preview.sha256}", _set_add_schools),
        )
    new = {school.school_id for school in preview.data.new_schools}
    asked = [each for each in preview.data.unknown_schools if not (choices.add_schools and each.code in new)]
    for unknown in asked[:_MOST_ASKED]:
        _ask_school(preview, unknown, schools, addable=unknown.code in new)
    if len(asked) > _MOST_ASKED:
        st.caption(f"เหลืออีก {len(asked) - _MOST_ASKED:,} แห่งที่ยังไม่ทราบโรงเรียน จะถามต่อเมื่อตอบชุดนี้แล้ว")
    for school in preview.doubled_schools[:_MOST_ASKED]:
        _ask_row(preview, school)
    if len(preview.doubled_schools) > _MOST_ASKED:
        more = len(preview.doubled_schools) - _MOST_ASKED
        st.caption(f"เหลืออีก {more:,} แห่งที่มีหลายแถว แก้ในไฟล์แล้วนำเข้าใหม่จะเร็วกว่า")


def _set_add_schools(now: ImportChoices, value: object) -> ImportChoices:
    return replace(now, add_schools=bool(value))


def _ask_school(
    preview: Preview, unknown: UnknownSchool, schools: tuple[School, ...], *, addable: bool
) -> None:
    choices = preview.choices
    by_id = {school.school_id: school for school in schools}
    first = tuple(school.school_id for school in unknown.candidates)
    whys = dict(zip(first, unknown.whys, strict=False))
    options = (
        LATER,
        *first,
        *([_ADD] if addable else []),
        _SKIP,
        *(each for each in by_id if each not in first),
    )
    current = dict(choices.schools).get(unknown.key, LATER)
    if unknown.key in choices.skipped_schools:
        current = _SKIP
    elif unknown.key in choices.added_schools:
        current = _ADD

    def words(option: object) -> str:
        school = by_id.get(str(option))
        return str(option) if school is None else _school_words(school, whys.get(school.school_id, ""))

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        return _with_school(now, unknown.key, str(picked))

    shown = " ".join(filter(None, (unknown.code, unknown.name)))
    where = f"แถว {unknown.cell.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
    if unknown.sheet:
        where = f"ชีต “{plain(unknown.sheet)}” {where}"
    show_question(
        preview,
        f"school-{unknown.key}",
        f"{where} “{plain(shown)}” คือโรงเรียน",
        options,
        current,
        words,
        change,
    )
    for near in unknown.near:
        st.caption(
            f"ชื่อใกล้กับอีกแถวในไฟล์ {plain(near.name)} อาจเป็นโรงเรียนเดียวกันที่สะกดต่างกัน เทียบค่าของสองแถวก่อนเลือก"
        )
        _show_side_by_side(near)


def _with_school(now: ImportChoices, key: str, picked: str) -> ImportChoices:
    """The answers with one row's school picked, added or passed over; each undoes the other two."""
    schools = tuple(each for each in now.schools if each[0] != key)
    skipped = tuple(each for each in now.skipped_schools if each != key)
    added = tuple(each for each in now.added_schools if each != key)
    if picked == _SKIP:
        skipped = (*skipped, key)
    elif picked == _ADD:
        added = (*added, key)
    elif picked != LATER:
        schools = (*schools, (key, picked))
    return replace(now, schools=schools, skipped_schools=skipped, added_schools=added)


def _school_words(school: School, why: str) -> str:
    pupils = f"นักเรียน {school.pupils:,} คน" if school.pupils is not None else ""
    code = f"({school.smis_code or school.school_id})"
    known = " ".join(filter(None, (school.name, code, school.district)))
    return " · ".join(filter(None, (known, pupils, why)))


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
        return LATER if place is None else _place_words(place)

    key = "-".join(f"{sheet}.{row}" for sheet, row in school.places)
    show_question(
        preview, f"row-{school.school_id}-{key}", f"โรงเรียน “{plain(school.name)}” มีหลายแถวที่ค่าต่างกัน ใช้แถว",
        (None, *school.places), current, words, change,
    )  # fmt: skip
    _show_side_by_side(school)


def _show_side_by_side(school: DoubledSchool) -> None:
    if school.differs:
        places = [_place_words(place) for place in school.places]
        st.dataframe(
            [{"ค่าที่ต่างกัน": title, **dict(zip(places, texts, strict=True))} for title, texts in school.differs],
            hide_index=True,
        )


def _place_words(place: tuple[str, int]) -> str:
    return f"ชีต “{plain(place[0])}” แถว {place[1]}" if place[0] else f"แถว {place[1]}"
