from datetime import date, timedelta

from icalendar import Calendar

from lib.report.calendar_file import CalendarDay, make_calendar

DUE = CalendarDay(
    "ars46-2569-6@ktpn", date(2026, 3, 31), "ครบกำหนด ARS 46 (1) รอบ 6 เดือน; 9, 12", "ปีงบประมาณ 2569"
)


def test_a_day_comes_back_whole_with_its_reminders() -> None:
    (event,) = Calendar.from_ical(make_calendar([DUE])).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 3, 31), date(2026, 4, 1))
    assert str(event["summary"]) == DUE.title
    assert str(event["description"]) == DUE.note
    triggers = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert triggers == [timedelta(days=-14), timedelta(days=-3)]


def test_the_same_days_give_the_same_bytes_with_one_name_each() -> None:
    assert make_calendar([DUE]) == make_calendar([DUE])
    assert make_calendar([DUE]).count(b"UID:ars46-2569-6@ktpn") == 1


def test_no_line_is_longer_than_the_format_allows() -> None:
    long = CalendarDay("x", date(2026, 3, 31), "สำนักงานเขตพื้นที่การศึกษา" * 8)
    assert max(len(line) for line in make_calendar([long]).split(b"\r\n")) <= 75
