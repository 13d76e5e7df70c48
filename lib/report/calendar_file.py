"""Days of the office as a calendar file that Outlook, Google and telephones open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

_PRODUCT = "-//KTPN Workbench//TH"
_REMIND_DAYS_BEFORE = (14, 3)
#: One moment for all, so that the same days give the same bytes.
_STAMP = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A whole day; ``uid`` is the same each time, so that a calendar updates it and adds no second one."""

    uid: str
    day: date
    title: str
    note: str = ""


def make_calendar(days: Iterable[CalendarDay]) -> bytes:
    """An iCalendar file (RFC 5545) with a reminder 14 and 3 days before each day."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for each in days:
        event = Event()
        event.add("uid", each.uid)
        event.add("dtstamp", _STAMP)
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", each.title)
        if each.note:
            event.add("description", each.note)
        for n_days in _REMIND_DAYS_BEFORE:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", each.title)
            alarm.add("trigger", timedelta(days=-n_days))
            event.add_component(alarm)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
