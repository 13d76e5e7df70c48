"""What each column of a file was read as, how sure that is, and a picker to put it right."""

from dataclasses import replace

import streamlit as st

from lib.domain.columns import CODE_ROLES, Column, Role
from lib.domain.indicators import Catalogue
from lib.domain.sheets import column_letter
from lib.ingest.choices import ColumnPlace, ImportChoices
from lib.ingest.reading import TableReading
from lib.services.import_preview import Preview
from lib.thai.codes import tidy_code
from lib.ui.import_answers import LATER, keep_choices, show_question
from lib.ui.import_meanings import certainty_words, meaning_words, pick_words
from lib.ui.plain import plain

_MOST_ASKED = 12
_CODE_DIGITS = (6, 8, 10)
_IDENTITY_PICKS = (
    Role.SCHOOL_CODE, Role.SCHOOL_NAME, Role.CLUSTER, Role.DISTRICT, Role.PUPILS, Role.YEAR, Role.TERM,
    Role.ROW_NUMBER,
)  # fmt: skip


def show_open_columns(preview: Preview, catalogue: Catalogue, table: TableReading) -> None:
    """One picker for each column that waits for a person, and for those already answered."""
    answered = dict(preview.choices.columns)
    asked = [each for each in table.columns if table.place(each) in answered or is_open(table, each)]
    for column in asked[:_MOST_ASKED]:
        told, picker = st.columns(2, vertical_alignment="center", gap="small")
        with told:
            title = plain(column.title) or "ไม่มีหัวคอลัมน์"
            st.markdown(f"**{column_letter(column.index)}** · {title}  \n:gray[{_known_of(table, column)}]")
        with picker:
            ask_column(preview, catalogue, table, column, is_label_shown=False)
    if len(asked) > _MOST_ASKED:
        st.caption(f"เหลืออีก {len(asked) - _MOST_ASKED:,} คอลัมน์ เลือกได้จากรายการคอลัมน์ด้านล่าง")
    strange = [each for each in asked if table.place(each) not in answered and not each.candidates]
    if len(strange) > 1 and not _lacks_schools(table):
        now = preview.choices
        for column in strange:
            now = with_column(now, table.place(column), str(Role.REMARK))
        label = f"ไม่ใช้คอลัมน์ที่ไม่รู้จักทั้ง {len(strange):,} คอลัมน์"
        key = f"leave-{table.place(strange[0])}-{preview.sha256}"
        st.button(label, key=key, on_click=keep_choices, args=(preview.sha256, now))


def show_all_columns(preview: Preview, catalogue: Catalogue, table: TableReading) -> None:
    """Every column of one table in a row, and a picker for whichever is chosen."""
    st.dataframe([_row(table, column, catalogue) for column in table.columns], hide_index=True)
    by_place = {column.index: column for column in table.columns}
    left, right = st.columns([2, 3])
    index = left.selectbox(
        "คอลัมน์ที่จะแก้",
        (None, *by_place),
        format_func=lambda index: LATER if index is None else _headed(by_place[index]),
        key=f"mend-{table.sheet}-{table.header_rows}-{min(by_place)}-{preview.sha256}",
    )
    if index is not None:
        with right:
            ask_column(preview, catalogue, table, by_place[index], name="mended")


def is_open(table: TableReading, column: Column) -> bool:
    """Whether a column's meaning is open: it may be a figure, or name the schools that no other names."""
    if column.role is not Role.UNKNOWN:
        return False
    return bool(column.candidates) or _holds_figures(table, column) or _lacks_schools(table)


def ask_column(
    preview: Preview,
    catalogue: Catalogue,
    table: TableReading,
    column: Column,
    name: str = "column",
    *,
    is_label_shown: bool = True,
) -> None:
    """The picker of one column: what is likely first, then everything it may be."""
    place = table.place(column)
    options = (LATER, *_picks(table, column, catalogue))
    show_question(
        preview, f"{name}-{place}", f"คอลัมน์ {column_letter(column.index)} “{plain(column.title)}” คือ",
        options, dict(preview.choices.columns).get(place, LATER),
        lambda pick: pick_words(str(pick), catalogue),
        lambda now, pick: with_column(now, place, str(pick)), is_label_shown=is_label_shown,
    )  # fmt: skip


def with_column(now: ImportChoices, place: ColumnPlace, pick: str) -> ImportChoices:
    """The answers with one column picked; LATER takes the answer back."""
    kept = {key: value for key, value in now.columns if key != place}
    if pick != LATER:
        kept[place] = pick
    return replace(now, columns=tuple(kept.items()))


def _picks(table: TableReading, column: Column, catalogue: Catalogue) -> tuple[str, ...]:
    """Candidates, the other key indicators with the table's domains first, their parts, identity."""
    named = tuple(dict.fromkeys((*column.candidates, *_named(table))))
    rest = [each for each in catalogue.indicators if each.key_indicator]
    rest.sort(key=lambda each: each.domain not in table.domains)
    parts = []
    for indicator_id in named:
        one = catalogue.by_id[indicator_id]
        parts += [f"{Role.N}:{one.id}", f"{Role.NUMERATOR}:{one.id}"] if one.has_n else []
        parts.append(f"{Role.SD}:{one.id}")
    identity = tuple(map(str, _IDENTITY_PICKS))
    head = (*_schools_likely(table, column), *column.candidates, str(Role.REMARK))
    body = (
        (*parts, *(each.id for each in rest)) if column.candidates else (*(each.id for each in rest), *parts)
    )
    if not table.domains:
        body = (*identity, *body)
    return tuple(dict.fromkeys((*head, *body, *identity)))


def _named(table: TableReading) -> tuple[str, ...]:
    """Indicators whose values the table has."""
    return tuple(each for column in table.columns if column.role is Role.VALUE for each in column.indicators)


def _lacks_schools(table: TableReading) -> bool:
    return not any(column.role in (*CODE_ROLES, Role.SCHOOL_NAME) for column in table.columns)


def _schools_likely(table: TableReading, column: Column) -> tuple[str, ...]:
    """Codes have a known number of digits; where no column names the schools, words may."""
    samples = table.samples.get(column.index, ())
    if not samples or not _lacks_schools(table):
        return ()
    if all(len(tidy_code(text)) in _CODE_DIGITS and tidy_code(text).isdigit() for text in samples):
        return (str(Role.SCHOOL_CODE),)
    return () if _holds_figures(table, column) else (str(Role.SCHOOL_NAME),)


def _holds_figures(table: TableReading, column: Column) -> bool:
    samples = table.samples.get(column.index, ())
    return bool(samples) and all(any(map(str.isdigit, text)) for text in samples)


def _known_of(table: TableReading, column: Column) -> str:
    samples = ", ".join(map(plain, table.samples.get(column.index, ())))
    parts = (
        certainty_words(column),
        column.reason if column.candidates else "",
        samples and f"เช่น {samples}",
    )
    return " · ".join(filter(None, parts))


def _headed(column: Column) -> str:
    return f"{column_letter(column.index)} · {column.title}"


def _row(table: TableReading, column: Column, catalogue: Catalogue) -> dict[str, str]:
    return {
        "คอลัมน์": column_letter(column.index),
        "หัวคอลัมน์": column.title,
        "อ่านเป็น": meaning_words(column, catalogue),
        "ความแน่ใจ": certainty_words(column),
        "ปี": str(column.year_be or ""),
        "ตัวอย่างค่า": " · ".join(table.samples.get(column.index, ())),
        "เหตุผล": column.reason,
    }
