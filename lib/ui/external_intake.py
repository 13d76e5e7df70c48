"""Results taken in: files with their questions and changes, entry by hand, what came before."""

from functools import partial

import streamlit as st

from lib.catalog.external_rounds import load_external_rounds
from lib.services.external_files import (
    ExternalPreview,
    ExternalSource,
    commit_external,
    open_external,
    preview_external,
)
from lib.services.external_templates import make_round_template, round_template_name
from lib.storage.files import content_hash
from lib.ui.dialogs import is_open, open_dialog
from lib.ui.external_desk import ExternalDesk
from lib.ui.external_entry import ENTRY, show_entry
from lib.ui.external_history import show_external_history
from lib.ui.external_questions import ask_defaults, ask_schools, is_asked
from lib.ui.external_reading import show_changes, show_reading
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key, get, put
from lib.ui.uploads import Saving, each_once, save_each

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_intake(desk: ExternalDesk) -> None:
    """Uploader with one card per file, the blank workbooks, entry by hand, and the history."""
    generation = get(Key.EXTERNAL_UPLOADS, 0)
    files = st.file_uploader(
        "ไฟล์ผลประเมิน (xlsx, csv) หรือรายงานของ สมศ. (docx, pdf) ไม่เกิน 50 MB ต่อไฟล์",
        accept_multiple_files=True,
        key=f"{Key.EXTERNAL_UPLOADS}-{generation}",
    )
    savings = []
    for name, content in each_once(files or ()):
        with errors_shown():
            saving = _show_file(desk, name, content)
            savings += [saving] if saving else []
    if savings and st.button(f"บันทึกผลจาก {len(savings):,} ไฟล์", type="primary", key=Key.EXTERNAL_SAVE):
        with errors_shown():
            stored, failed = save_each(savings)
            if not failed:
                put(Key.EXTERNAL_UPLOADS, generation + 1)
            done = f"บันทึกผลจาก {', '.join(stored)} แล้ว" if stored else ""
            say_after_rerun(done, failed=failed)
            st.rerun()
    _show_other_ways(desk)
    show_external_history(desk.store)


def _show_file(desk: ExternalDesk, name: str, content: bytes) -> Saving | None:
    """Draw one file; what saves it where something is to be saved."""
    sha256 = content_hash(content)
    source = _source(content, sha256, name)
    with st.container(border=True):
        st.subheader(plain(name))
        first = preview_external(desk.store, source, content, name)
        defaults = ask_defaults(first.file, sha256)
        asked = preview_external(desk.store, source, content, name, defaults=defaults)
        answers = ask_schools(asked.file, desk.schools, sha256)
        preview = preview_external(desk.store, source, content, name, defaults=defaults, answers=answers)
        show_reading(preview, waits=is_asked(preview.file), key=sha256)
        if not preview.changes:
            return None
        agreed = show_changes(preview, key=sha256)
        if not preview.new and not (agreed and preview.changed):
            return None
        return Saving(name, partial(_save, desk, preview, agreed))


def _save(desk: ExternalDesk, preview: ExternalPreview, replace_changed: bool) -> None:
    commit_external(desk.store, preview, replace_changed=replace_changed, by=who())


@st.cache_resource(max_entries=4, show_spinner="กำลังอ่านไฟล์")
def _source(_content: bytes, sha256: str, file_name: str) -> ExternalSource:  # noqa: ARG001 - the key
    return open_external(_content, file_name)


def _show_other_ways(desk: ExternalDesk) -> None:
    st.subheader("ยังไม่มีไฟล์")
    rounds = load_external_rounds().rounds
    columns = st.columns(len(rounds) + 1, vertical_alignment="bottom")
    columns[0].button(
        "กรอกผลของโรงเรียน", key=f"{ENTRY}-open", on_click=open_dialog, args=(ENTRY,), width="stretch"
    )
    for column, of in zip(columns[1:], reversed(rounds), strict=True):
        column.download_button(
            f"แบบกรอกเปล่า {of.name}",
            data=partial(make_round_template, desk.store, of.id),
            file_name=round_template_name(of.id),
            mime=_XLSX,
            key=f"{Key.EXTERNAL_TEMPLATE}-{of.id}",
            on_click="ignore",
            width="stretch",
        )
    if is_open(ENTRY):
        show_entry(desk)
