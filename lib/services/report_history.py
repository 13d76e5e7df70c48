"""The history of a report in words: who did what and when, and what changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from lib.domain.assessments import Rating, SavedSelfAssessment, SelfAssessment, Statement
from lib.domain.report_history import ReportAction, ReportEvent
from lib.services.report_answers import in_order
from lib.services.school_levels import told_level
from lib.storage.engine import Store, reading
from lib.storage.report_history import load_report_history

_LONGEST = 90
_RIGHT, _NOTED = "ตรวจแล้วว่าถูกต้อง", "รับทราบ"
_LOOKED_AT = "ตรวจรายการ"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step of a report's history.

    Attributes:
        changes: what changed, one sentence each.
        reason: in the person's words; empty where none was asked.
    """

    at: datetime
    by: str
    action: str
    changes: tuple[str, ...]
    reason: str


def report_history(store: Store, report: SavedSelfAssessment) -> tuple[HistoryLine, ...]:
    """Everything that was done to a school's report of a year, the latest first."""
    with reading(store) as session:
        events = load_report_history(session, report)
    return tuple(_line(event) for event in reversed(events))


def told_changes(before: SelfAssessment, after: SelfAssessment) -> tuple[str, ...]:
    """What a correction changed, level by level and statement by statement."""
    changes = (*_levels(before, after), *_statements(before, after))
    if changes:
        return changes
    known = set(before.settled)
    return tuple(f"{_NOTED}: {each.issue.message}" for each in after.settled if each not in known)


def _line(event: ReportEvent) -> HistoryLine:
    changes: tuple[str, ...] = ()
    if event.action is ReportAction.CORRECT and event.before is not None and event.after is not None:
        changes = told_changes(event.before, event.after)
    elif event.action is ReportAction.CONFIRM and event.before is not None and event.after is not None:
        known = set(event.before.settled)
        changes = tuple(
            f"{_NOTED}: {each.issue.message}" for each in event.after.settled if each not in known
        )
    elif event.file_name:
        changes = (f"ไฟล์ {event.file_name}",)
    nothing_else = event.action is ReportAction.CORRECT and all(
        change.startswith((_RIGHT, _NOTED)) for change in changes
    )
    action = _LOOKED_AT if nothing_else and changes else event.action.label
    return HistoryLine(event.at, event.by, action, changes, event.reason)


def _levels(before: SelfAssessment, after: SelfAssessment) -> Iterator[str]:
    old, new = (
        {(r.level_of_education, r.standard, r.item): r for r in (*each.overall, *each.ratings)}
        for each in (before, after)
    )
    for rating in in_order({**old, **new}.values()):
        key = (rating.level_of_education, rating.standard, rating.item)
        earlier, later = old.get(key), new.get(key)
        if earlier is None or later is None:
            word = "เพิ่ม" if earlier is None else "ลบ"
            yield f"{word} {rating.name}: {told_level(rating)}"
        elif earlier.level != later.level:
            yield f"{rating.name}: {told_level(earlier)} → {told_level(later)}"
        elif later.checked_by and not earlier.checked_by:
            yield f"{_RIGHT} {_level_told(later)}"


def _level_told(rating: Rating) -> str:
    return f"{rating.name}: {told_level(rating)}"


def _statements(before: SelfAssessment, after: SelfAssessment) -> Iterator[str]:
    old, new = list(before.statements), list(after.statements)
    for same in [each for each in old if each in new]:
        old.remove(same)
        new.remove(same)
    for earlier in list(old):
        later = _follower(earlier, new)
        if later is not None:
            old.remove(earlier)
            new.remove(later)
            yield from _changed(earlier, later)
    yield from (f"ลบ{each.kind.label} “{_short(each.text)}”" for each in old)
    yield from (f"เพิ่ม{each.kind.label} “{_short(each.text)}”" for each in new)


def _follower(earlier: Statement, new: list[Statement]) -> Statement | None:
    """What became of a statement: the same words, else the one at its place."""
    words = (each for each in new if each.text == earlier.text)
    place = (each for each in new if each.place == earlier.place)
    return next(words, None) or next(place, None)


def _changed(earlier: Statement, later: Statement) -> Iterator[str]:
    text = _short(later.text)
    if replace(earlier, checked_by="") == replace(later, checked_by=""):
        yield f"{_RIGHT} {later.kind.label} “{text}”"
        return
    if earlier.text != later.text:
        yield f"แก้ข้อความ “{_short(earlier.text)}” → “{text}”"
    if earlier.kind is not later.kind:
        yield f"“{text}”: {earlier.kind.label} → {later.kind.label}"
    if (earlier.level_of_education, earlier.standard) != (later.level_of_education, later.standard):
        yield f"“{text}”: {_belongs(earlier)} → {_belongs(later)}"
    if earlier.place != later.place:
        yield f"“{text}”: {earlier.place.label or 'ไม่ระบุหน้า'} → {later.place.label or 'ไม่ระบุหน้า'}"


def _belongs(statement: Statement) -> str:
    level = statement.level_of_education
    parts = [f"ระดับ{level.label}"] if level else ["ไม่ระบุระดับการศึกษา"]
    return " ".join([*parts, f"มาตรฐานที่ {statement.standard}"] if statement.standard else parts)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
