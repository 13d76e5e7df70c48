"""Moving a statement to another theme, and taking a move back."""

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.domain.theme_synthesis import ThemedStatement
from lib.domain.themes import ThemeChoice
from lib.errors import WorkbenchError
from lib.services.sar_themes import (
    load_choices,
    move_statements,
    return_statement,
    theme_name,
    themes_for,
)
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import error_words
from lib.ui.plain import plain
from lib.ui.resources import who

#: Where the view shows what was moved.
PLACE = "themes"
_NOWHERE = ""
_NO_THEME = "ไม่เข้าเรื่องใด"


def versions_seen(store: Store) -> dict[str, int]:
    """Key of a wording → version of the choice that this drawing of the page shows."""
    return {choice.statement_key: choice.version for choice in load_choices(store)}


def show_move(
    store: Store,
    said: Sequence[ThemedStatement],
    seen: Mapping[str, int],
    *,
    label: str = "ย้ายเรื่อง",
) -> None:
    """A picker of themes behind a button, for statements of one level of education."""
    first = said[0]
    key = f"theme-move-{label}-{first.key[:16]}"
    themes = [theme.id for theme in themes_for(first.level_of_education) if theme.id != first.theme_id]
    with st.popover(label, icon=":material/drive_file_move:", width="stretch"):
        st.selectbox(
            "ย้ายไปเรื่อง",
            [*themes, *([_NOWHERE] if first.theme_id or not first.by_person else [])],
            index=None,
            placeholder="เลือกเรื่อง",
            format_func=lambda each: theme_name(each) if each else _NO_THEME,
            key=key,
        )
        st.caption("ใช้กับข้อความเดียวกันของทุกโรงเรียนและทุกปี คืนได้ที่ “ย้ายไว้แล้ว” ท้ายหน้า")
        st.button(
            "ย้าย",
            key=f"{key}-save",
            type="primary",
            on_click=_move,
            args=(store, tuple(said), dict(seen), key),
        )


def show_moves(store: Store) -> None:
    """Every remembered move with the way back."""
    choices = load_choices(store)
    if not choices:
        return
    with st.expander(f"ย้ายไว้แล้ว {len(choices):,} ข้อความ"):
        for choice in choices:
            left, right = st.columns([6, 1], vertical_alignment="center")
            theme = theme_name(choice.theme_id) if choice.theme_id else _NO_THEME
            left.markdown(
                f"{plain(choice.text)}  \n**{plain(theme)}** · {plain(choice.saved_by)} · "
                f"{format_moment(choice.saved_at)}"
            )
            right.button(
                "คืน",
                key=f"theme-return-{choice.statement_key[:16]}",
                help="ให้โปรแกรมจัดเรื่องของข้อความนี้เอง",
                on_click=_return,
                args=(store, choice),
            )


def _move(store: Store, said: tuple[ThemedStatement, ...], seen: dict[str, int], key: str) -> None:
    """With the versions that were on the page when the button was drawn."""
    theme_id = st.session_state.get(key)
    if theme_id is None:
        say_after_rerun("", PLACE, failed=["ยังไม่ได้เลือกเรื่อง ข้อความอยู่ที่เดิม เลือกเรื่องก่อนแล้วกดย้าย"])
        return
    wordings = len({each.key for each in said})
    told = f"ย้าย {wordings:,} ข้อความไปเรื่อง “{theme_name(theme_id) if theme_id else _NO_THEME}” แล้ว"
    try:
        move_statements(store, said, theme_id, seen=seen, by=who())
    except WorkbenchError as error:
        say_after_rerun("", PLACE, failed=[error_words(error)])
    else:
        say_after_rerun(told, PLACE)


def _return(store: Store, choice: ThemeChoice) -> None:
    try:
        return_statement(store, choice, by=who())
    except WorkbenchError as error:
        say_after_rerun("", PLACE, failed=[error_words(error)])
    else:
        say_after_rerun("คืนข้อความให้โปรแกรมจัดเรื่องแล้ว", PLACE)
