"""Answers of an earlier file of the same layout: said in one line, confirmed or declined once."""

from dataclasses import replace

import streamlit as st

from lib.errors import RefusedFile
from lib.services.import_memory import RememberedAnswers
from lib.services.import_preview import Preview
from lib.storage.engine import Store
from lib.storage.files import content_hash
from lib.thai.dates import format_moment
from lib.ui.file_resources import preview_of
from lib.ui.import_answers import choices_of, keep_choices
from lib.ui.plain import plain

#: A picked encoding that cannot be, or a repair that would not be one.
_NO_FIT = ("C01", "C02")


def preview_with_memory(
    store: Store, content: bytes, file_name: str
) -> tuple[Preview, RememberedAnswers | None]:
    """The preview of a file, made with remembered answers where there are some, and those not yet confirmed.

    Raises:
        RefusedFile: the file cannot be read, or holds data of persons.
    """
    preview = _preview_as_picked(store, content, file_name)
    remembered = preview.remembered
    if remembered is None:
        return preview, None
    return preview_of(store, content, file_name, remembered.choices), remembered


def _preview_as_picked(store: Store, content: bytes, file_name: str) -> Preview:
    """The preview with the answers given; an encoding that does not fit is said and put back as detected."""
    sha256 = content_hash(content)
    choices = choices_of(sha256)
    try:
        return preview_of(store, content, file_name, choices)
    except RefusedFile as refused:
        if not choices.encoding or refused.code not in _NO_FIT:
            raise
        keep_choices(sha256, replace(choices, encoding=""))
        st.warning(f"{plain(refused.message)} จึงกลับไปอ่านแบบที่โปรแกรมตรวจพบ เลือกแบบอื่นได้ด้านล่าง")
        return preview_of(store, content, file_name, choices_of(sha256))


def show_memory(sha256: str, remembered: RememberedAnswers) -> None:
    """Say what was answered before; the card beneath shows the file as it would be read with it."""
    source = f" (ไฟล์ {plain(remembered.file_name)})" if remembered.file_name else ""
    st.info(
        f"เคยอ่านแบบนี้แล้วเมื่อ {format_moment(remembered.saved_at)}{source} "
        f"ใช้คำตอบเดิม {remembered.n_answers:,} ข้อ ตัวอย่างด้านล่างอ่านตามคำตอบเดิม ยังไม่บันทึกจนกว่าจะยืนยัน"
    )
    left, right, _ = st.columns([1, 1, 2])
    left.button(
        "ใช้คำตอบเดิม",
        key=f"recall-{sha256}",
        type="primary",
        width="stretch",
        on_click=keep_choices,
        args=(sha256, remembered.choices),
    )
    right.button(
        "ไม่ใช้ ถามใหม่",
        key=f"forget-{sha256}",
        width="stretch",
        on_click=keep_choices,
        args=(sha256, replace(choices_of(sha256), recall=False)),
    )
