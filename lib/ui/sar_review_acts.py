"""What a press on the review desk does: save one answer, confirm, open again, take out; then move on."""

from collections.abc import Callable, Sequence

import streamlit as st

from lib.domain.assessments import SavedSelfAssessment
from lib.domain.report_checks import CheckItem, ItemAnswer, QueueLine
from lib.errors import EditConflict, WorkbenchError
from lib.services import self_assessments as sar
from lib.services.report_queue import next_draft
from lib.storage.engine import Store
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import error_words, unexpected_words
from lib.ui.pickers import place_of
from lib.ui.resources import who
from lib.ui.sar_review_queue import close_item, open_report
from lib.ui.state import Key, get, put


def next_open(items: Sequence[CheckItem], current: CheckItem | None, step: int = 1) -> CheckItem | None:
    """The open item after the current one, round the end; None where no other is open."""
    opened = [item for item in items if item.is_open]
    others = [item for item in opened if current is None or item.key != current.key]
    if current is None or current not in opened or not others:
        return others[0] if others else None
    return opened[(place_of(current, opened) + step) % len(opened)]


def open_item(report_id: int, key: str) -> None:
    """Let an item be looked at from the next run on; for ``on_click``."""
    close_item()
    put(Key.SAR_ITEM, (report_id, key))


def opened_item(report_id: int) -> str:
    """Key of the item that was opened of this report; empty for none."""
    of, key = get(Key.SAR_ITEM, (0, ""))
    return key if of == report_id else ""


def answer(store: Store, report_id: int, given: ItemAnswer, then: str, said: str = "") -> None:
    """Save an answer and open the next item; for ``on_click``.

    Args:
        then: key of the item to open after it, empty for the first open one.
        said: calm line to show where the answer is not seen at once.
    """
    put(Key.SAR_CONFLICT, None)

    def save() -> None:
        sar.answer_item(store, report_id, given, by=who())
        open_item(report_id, then)
        if said:
            say_after_rerun(said)

    try:
        save()
    except EditConflict as error:
        put(Key.SAR_CONFLICT, (report_id, given, error_words(error)))
    except WorkbenchError as error:
        say_after_rerun("", failed=[error_words(error)])
    except Exception as error:
        say_after_rerun("", failed=[unexpected_words(error)])


def conflict_of(report_id: int) -> tuple[ItemAnswer, str] | None:
    """An answer that somebody else was faster with, and what is to be said of it."""
    kept: tuple[int, ItemAnswer, str] | None = get(Key.SAR_CONFLICT, None)
    return kept[1:] if kept is not None and kept[0] == report_id else None


def drop_conflict() -> None:
    """Let the other person's answer stand; for ``on_click``."""
    put(Key.SAR_CONFLICT, None)


def confirm(store: Store, saved: SavedSelfAssessment, queue: Sequence[QueueLine], name: str) -> None:
    """Confirm a report and go on to the next draft; for ``on_click``."""
    after = next_draft(queue, saved.report_id)

    def act() -> None:
        sar.confirm_report(store, saved.report_id, seen_version=saved.version, by=who())
        if after is not None:
            open_report(after)
        done = "ตรวจครบทุกฉบับแล้ว" if after is None else "เปิดฉบับถัดไปให้แล้ว"
        say_after_rerun(f"ยืนยันรายงานของ{name}แล้ว {done}")

    _told(act)


def reopen(store: Store, saved: SavedSelfAssessment, reason: str) -> None:
    """Make a confirmed report a draft again."""

    def act() -> None:
        sar.reopen_report(store, saved.report_id, reason=reason, seen_version=saved.version, by=who())
        close_item()
        say_after_rerun("เปิดแก้ไขอีกครั้งแล้ว รายงานเป็นฉบับร่างจนกว่าจะยืนยันใหม่")

    _told(act)
    st.rerun()


def remove(store: Store, saved: SavedSelfAssessment, reason: str, name: str) -> None:
    """Take a draft out."""

    def act() -> None:
        sar.remove_report(store, saved.report_id, reason=reason, seen_version=saved.version, by=who())
        close_item()
        say_after_rerun(f"นำรายงาน {saved.file_name} ของ{name}ออกแล้ว สิ่งที่อ่านไว้ยังอยู่ในประวัติ")

    _told(act)
    st.rerun()


def _told(act: Callable[[], None]) -> None:
    """Do something whose failure is told at the top of the next run."""
    try:
        act()
    except WorkbenchError as error:
        say_after_rerun("", failed=[error_words(error)])
    except Exception as error:
        say_after_rerun("", failed=[unexpected_words(error)])
