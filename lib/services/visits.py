"""Visits to a school: what is owed and by when, what is planned, what was done."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lib.catalog.visit_rules import load_visit_rules
from lib.domain.visits import Visit, VisitDue
from lib.errors import WorkbenchError
from lib.ingest.personal_cells import name_in, number_in
from lib.services.analysis import OfficeData
from lib.services.visit_coverage import visit_dues
from lib.storage import visits as kept
from lib.storage.engine import Store, reading, writing
from lib.thai.dates import format_date
from lib.thai.text import clean_text

_LONGEST_AHEAD = timedelta(days=3 * 366)
_LONGEST_BACK = timedelta(days=10 * 366)
_NOT_SAVED = "จึงยังไม่ได้บันทึก"


@dataclass(frozen=True, slots=True)
class SchoolVisits:
    """Visits of one school on a given day.

    Attributes:
        dues: how it stands to every rule, in their order.
        planned: visits ahead and those whose day has gone by without a record, the nearest first.
        done: the newest first.
    """

    dues: tuple[VisitDue, ...]
    planned: tuple[Visit, ...]
    done: tuple[Visit, ...]


def visits_due(store: Store, data: OfficeData, school_id: str, today: date) -> SchoolVisits:
    """What is owed to a school, what is planned and what was done.

    Raises:
        KeyError: the school is not in the register, or closed.
    """
    if school_id not in {school.school_id for school in data.schools}:
        raise KeyError(school_id)
    with reading(store) as session:
        return _of_school(kept.load_visits(session, school_id), today)


def _of_school(visits: tuple[Visit, ...], today: date) -> SchoolVisits:
    planned = [visit for visit in visits if visit.done_on is None]
    done = [visit for visit in visits if visit.done_on is not None]
    return SchoolVisits(
        visit_dues(load_visit_rules(), visits, today),
        tuple(sorted(planned, key=lambda visit: (visit.day or today, visit.visit_id))),
        tuple(sorted(done, key=lambda visit: (visit.day or today, visit.visit_id), reverse=True)),
    )


def plan_visit(store: Store, visit: Visit, *, today: date, by: str) -> int:
    """Plan a visit, or change the plan of one.

    Returns:
        visit_id.

    Raises:
        WorkbenchError: there is no day, it has gone by or is far away, or nobody is named to go.
        EditConflict: somebody saved or removed this visit meanwhile.
    """
    day = visit.planned_on
    if day is None:
        raise WorkbenchError(f"ยังไม่ได้เลือกวันที่จะไปให้ครบทั้งวัน เดือน และปี {_NOT_SAVED}", "เลือกวันที่ แล้วบันทึกอีกครั้ง")
    if not today <= day <= today + _LONGEST_AHEAD:
        raise WorkbenchError(
            f"วันที่จะไป {format_date(day)} ไม่อยู่ระหว่างวันนี้ถึงอีก 3 ปี {_NOT_SAVED}",
            "แก้วันที่ ถ้าไปมาแล้วให้เลือก “บันทึกผลที่ไปมาแล้ว”",
        )
    return _save(store, replace(visit, done_on=None, outcome=""), "visit_plan", by)


def record_visit(store: Store, visit: Visit, *, today: date, by: str) -> int:
    """Record a visit that was made, planned before or not.

    Returns:
        visit_id.

    Raises:
        WorkbenchError: there is no day, it lies ahead or long ago, or nobody is named who went.
        EditConflict: somebody saved or removed this visit meanwhile.
    """
    day = visit.done_on
    if day is None:
        raise WorkbenchError(f"ยังไม่ได้เลือกวันที่ไปให้ครบทั้งวัน เดือน และปี {_NOT_SAVED}", "เลือกวันที่ แล้วบันทึกอีกครั้ง")
    if not today - _LONGEST_BACK <= day <= today:
        raise WorkbenchError(
            f"วันที่ไป {format_date(day)} ยังไม่ถึง หรือนานเกิน 10 ปี {_NOT_SAVED}",
            "แก้วันที่ ถ้ายังไม่ได้ไปให้เลือก “วางแผน”",
        )
    return _save(store, visit, "visit_record", by)


def cancel_visit(store: Store, visit: Visit, *, by: str) -> None:
    """Take a visit out of the list; what it said stays in the history.

    Raises:
        EditConflict: somebody saved or removed this visit meanwhile.
    """
    with writing(store) as session:
        kept.remove_visit(session, visit, by=by)


def _save(store: Store, visit: Visit, action: str, by: str) -> int:
    roles = load_visit_rules().roles
    unknown = [role for role in visit.by_role.split(" · ") if role not in roles]
    if unknown:
        raise WorkbenchError(
            f"ยังไม่ได้เลือกว่าใครเป็นผู้ไปจากรายการบทบาท {_NOT_SAVED}", "เลือกบทบาทอย่างน้อยหนึ่งรายการ ไม่ใช้ชื่อบุคคล"
        )
    for text in (visit.purpose, visit.outcome):
        person = number_in(text) or name_in(text)
        if person:
            raise WorkbenchError(
                f"ข้อความมี{person.label} ซึ่งระบบนี้ไม่เก็บข้อมูลรายบุคคล {_NOT_SAVED}",
                "เขียนเป็นเรื่องหรือบทบาทแทน แล้วบันทึกอีกครั้ง",
            )
    tidy = replace(visit, purpose=clean_text(visit.purpose), outcome=clean_text(visit.outcome))
    with writing(store) as session:
        return kept.save_visit(session, tidy, action=action, by=by)
