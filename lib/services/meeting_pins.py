"""Answers kept for the minutes: pinned with their figures, compared with the figures of today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from lib.domain.meeting import Pin, PinnedTable, Question
from lib.domain.report_content import PinnedAnswer
from lib.domain.schools import SizeScheme
from lib.services.analysis import OfficeData
from lib.services.meeting import answer
from lib.services.meeting_answer import Answer
from lib.services.meeting_terms import known_terms
from lib.storage import pins as pin_store
from lib.storage.engine import Store, reading, writing
from lib.thai.dates import format_moment

#: Rows of a pinned table; a list of all schools is no matter for the minutes.
_MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class ListedPin:
    """A pin as the drawer shows it; ``outdated`` where the same question has another answer today."""

    pin: Pin
    outdated: bool

    @property
    def remark(self) -> str:
        """What a reader must know beside the sentence; empty where nothing changed."""
        if self.pin.unloaded_file:
            return f"ค่าจากไฟล์ {self.pin.unloaded_file} ซึ่งยังไม่ได้นำเข้าในเวลาที่ปักหมุด"
        return "ข้อมูลเปลี่ยนไปแล้วหลังปักหมุด ตัวเลขนี้เป็นของเวลาที่ปักหมุด" if self.outdated else ""

    @property
    def stamp(self) -> str:
        """Who pinned it when, on which version of the data."""
        pin = self.pin
        return f"ปักหมุดโดย {pin.pinned_by} {format_moment(pin.pinned_at)} · ข้อมูลรุ่นที่ {pin.data_version:,}"


def pin_answer(store: Store, answered: Answer, *, data_version: int, unloaded_file: str = "", by: str) -> int:
    """Keep an answer as it stands.

    Returns:
        pin_id.
    """
    pin = Pin(
        0,
        answered.question,
        answered.title,
        answered.sentence,
        _short(answered.table),
        answered.sources,
        data_version,
        unloaded_file,
        datetime.now(UTC),
        by,
    )
    with writing(store) as session:
        return pin_store.save_pin(session, pin)


def unpin(store: Store, pin_id: int, *, by: str) -> None:
    """Take a pin down."""
    with writing(store) as session:
        pin_store.remove_pin(session, pin_id, by=by)


def list_pins(
    store: Store,
    data: OfficeData,
    scheme: SizeScheme,
    answer_of: Callable[[Question], Answer] | None = None,
) -> tuple[ListedPin, ...]:
    """Every pin, the newest first, held against today's figures where these are of another version.

    Args:
        answer_of: answers from a cache; without it each question is answered anew.
    """
    again = answer_of or (lambda question: answer(data, question, scheme))
    with reading(store) as session:
        kept = pin_store.load_pins(session)
    return tuple(ListedPin(pin, _outdated(pin, data, again)) for pin in kept)


def pinned_answers(listed: tuple[ListedPin, ...]) -> tuple[PinnedAnswer, ...]:
    """The pins as the report's annex prints them, in the order they were pinned."""
    return tuple(
        PinnedAnswer(
            one.pin.title, one.pin.sentence, one.pin.table.columns, one.pin.table.rows, one.pin.sources,
            one.stamp, one.remark,
        )
        for one in reversed(listed)
    )  # fmt: skip


def _outdated(pin: Pin, data: OfficeData, again: Callable[[Question], Answer]) -> bool:
    if pin.unloaded_file or pin.data_version == data.version:
        return False
    if known_terms(pin.question.terms, data) != pin.question.terms:
        return True
    try:
        today = again(pin.question)
    except KeyError:
        return True
    return (today.sentence, _short(today.table)) != (pin.sentence, pin.table)


def _short(table: PinnedTable) -> PinnedTable:
    return PinnedTable(table.columns, table.rows[:_MOST_ROWS])
