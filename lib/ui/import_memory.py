"""Answers of an earlier file of the same layout: said in one line, confirmed or declined once."""

from dataclasses import replace

import streamlit as st

from lib.services.import_memory import RememberedAnswers
from lib.services.import_preview import Preview
from lib.storage.engine import Store
from lib.storage.files import content_hash
from lib.thai.dates import format_moment
from lib.ui.import_answers import choices_of, keep_choices
from lib.ui.plain import plain
from lib.ui.resources import preview_of


def preview_with_memory(
    store: Store, content: bytes, file_name: str
) -> tuple[Preview, RememberedAnswers | None]:
    """The preview of a file, made with remembered answers where there are some, and those not yet confirmed.

    Raises:
        RefusedFile: the file cannot be read, or holds data of persons.
    """
    preview = preview_of(store, content, file_name, choices_of(content_hash(content)))
    remembered = preview.remembered
    if remembered is None:
        return preview, None
    return preview_of(store, content, file_name, remembered.choices), remembered


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
