"""What taking a register file back would do, and what stands against it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Row, bindparam, or_, select
from sqlalchemy.orm import Session

from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.storage.schema import (
    datasets,
    external_assessments,
    external_dues,
    observations,
    register_load_schools,
    register_loads,
    school_aliases,
    schools,
    self_assessments,
    visits,
)
from lib.storage.schools import load_schools
from lib.storage.speaking import speaks

_NAMED = 3
_CLOSE_THEM = "ถ้าเลิกใช้โรงเรียนเหล่านี้ ให้เอาเครื่องหมาย “เปิดทำการอยู่” ออกทีละแห่งในหน้าทะเบียน"
_LINES = (
    select(register_load_schools)
    .where(register_load_schools.c.load_id == bindparam("load_id"))
    .order_by(register_load_schools.c.school_id)
)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a register file cannot be taken back now.

    Attributes:
        schools: names of the schools it is about.
        reason: what rests on them; ``remedy``: what to do first.
    """

    schools: tuple[str, ...]
    reason: str
    remedy: str

    @property
    def sentence(self) -> str:
        named = " ".join(f"โรงเรียน{name}" for name in self.schools[:_NAMED])
        more = len(self.schools) - _NAMED
        return f"{named}{f' และอีก {more:,} แห่ง' if more > 0 else ''} {self.reason}"


@dataclass(frozen=True, slots=True)
class RegisterUndo:
    """What taking a register file back does.

    Attributes:
        back: schools that get their former fields back, each with the load of figures it came with, if any.
        leaving: schools that the file added and that leave the register.
        kept: schools that a person corrected since; they stay as corrected.
        obstacles: while there is one, nothing is taken back.
    """

    back: tuple[tuple[School, int | None], ...]
    leaving: tuple[School, ...]
    kept: tuple[School, ...]
    obstacles: tuple[Obstacle, ...]


def plan_register_undo(session: Session, load_id: int) -> RegisterUndo:
    """What taking a load back would do now.

    Raises:
        WorkbenchError: there is no such load, or it was already taken back.
    """
    holding = select(register_loads.c.load_id).where(
        register_loads.c.load_id == load_id, register_loads.c.undone_at.is_(None)
    )
    if session.execute(holding).first() is None:
        raise WorkbenchError(f"ไม่พบการนำเข้าทะเบียนรายการ {load_id} ที่ยังใช้อยู่", "ดูหมายเลขจากประวัติการนำเข้าทะเบียน")
    present = {school.school_id: school for school in load_schools(session)}
    changed = {
        line.school_id: line for line in session.execute(_LINES, {"load_id": load_id}) if _changes(line)
    }
    back, leaving, kept = [], [], []
    for school_id, line in changed.items():
        now = present.get(school_id)
        if now is None:
            continue
        if now != School(**line.after):
            kept.append(now)
        elif line.before is None:
            leaving.append(now)
        else:
            back.append((School(**line.before), line.added_by))
    return RegisterUndo(
        tuple(back),
        tuple(leaving),
        tuple(kept),
        (*_later_loads(session, load_id, changed), *_still_used(session, tuple(leaving))),
    )


def refusal(load_id: int, plan: RegisterUndo) -> WorkbenchError:
    """Why nothing was taken back, and what to do first."""
    return WorkbenchError(
        f"ยังไม่ได้ยกเลิกการนำเข้าทะเบียนรายการ {load_id} ทะเบียนไม่เปลี่ยนแปลง เพราะ"
        + " · ".join(each.sentence for each in plan.obstacles),
        " แล้ว".join(dict.fromkeys(each.remedy for each in plan.obstacles)),
    )


def _changes(line: Row[tuple[object, ...]]) -> bool:
    """Whether the load changed the school, or made one stay that would have left with its figures."""
    return line.before is None or line.before != line.after or line.added_by is not None


def _later_loads(session: Session, load_id: int, changed: Collection[str]) -> Iterable[Obstacle]:
    """Later register files that name the same schools; they were read on top of this one."""
    query = (
        select(register_loads.c.load_id, register_loads.c.file_name, schools.c.name)
        .join(register_load_schools, register_load_schools.c.load_id == register_loads.c.load_id)
        .join(schools, schools.c.school_id == register_load_schools.c.school_id)
        .where(
            register_loads.c.load_id > load_id,
            register_loads.c.undone_at.is_(None),
            register_load_schools.c.school_id.in_(changed),
        )
        .order_by(register_loads.c.load_id.desc(), schools.c.school_id)
    )
    named: dict[tuple[int, str], list[str]] = {}
    for later, file_name, name in session.execute(query):
        named.setdefault((later, file_name), []).append(name)
    for (later, file_name), names in named.items():
        yield Obstacle(
            tuple(names),
            f"อยู่ในไฟล์ทะเบียน “{file_name}” (รายการ {later}) ที่นำเข้าทีหลังด้วย",
            f"ยกเลิกการนำเข้าทะเบียนรายการ {later} ก่อน",
        )


def _still_used(session: Session, leaving: tuple[School, ...]) -> Iterable[Obstacle]:
    """Figures, answers, reports and visits that speak of a school that would leave.

    A replaced load stands against nothing: should it speak again, its schools are listed by its figures.
    """
    names = {school.school_id: school.name for school in leaving}
    speaking = select(datasets.c.dataset_id).where(speaks())
    figures = (
        select(observations.c.school_id, observations.c.dataset_id)
        .distinct()
        .where(observations.c.school_id.in_(names), observations.c.dataset_id.in_(speaking))
    )
    answers = (
        select(school_aliases.c.school_id, school_aliases.c.dataset_id)
        .distinct()
        .where(
            school_aliases.c.school_id.in_(names),
            or_(school_aliases.c.dataset_id.is_(None), school_aliases.c.dataset_id.in_(speaking)),
        )
    )
    users: dict[int | None, set[str]] = {}
    for school_id, dataset_id in (*session.execute(figures), *session.execute(answers)):
        users.setdefault(dataset_id, set()).add(school_id)
    nobodys = users.pop(None, set())
    if users:
        loads = sorted((number for number in users if number is not None), reverse=True)
        more = len(loads) - _NAMED
        told = " ".join(map(str, loads[:_NAMED])) + (f" และอีก {more:,} รายการ" if more > 0 else "")
        yield Obstacle(
            tuple(names[school_id] for school_id in sorted(set().union(*users.values()))),
            f"ใช้อยู่ในรายการนำเข้าข้อมูล {told}",
            f"ยกเลิกรายการนำเข้าข้อมูล {told} ในหน้านำเข้าข้อมูลก่อน",
        )
    if nobodys:
        named = tuple(names[school_id] for school_id in sorted(nobodys))
        yield Obstacle(named, "มีคำตอบเรื่องชื่อโรงเรียนที่จำไว้", _CLOSE_THEM)
    for table, kept in (
        (self_assessments, "มีรายงานการประเมินตนเอง (SAR) เก็บอยู่"),
        (visits, "มีแผนหรือบันทึกการนิเทศและตรวจเยี่ยม"),
        (external_assessments, "มีผลประเมินภายนอก (สมศ.) เก็บอยู่"),
        (external_dues, "มีกำหนดรับการประเมินภายนอก (สมศ.)"),
    ):
        speaking_of = select(table.c.school_id).distinct().where(table.c.school_id.in_(names))
        if spoken := sorted(session.execute(speaking_of).scalars()):
            yield Obstacle(tuple(names[school_id] for school_id in spoken), kept, _CLOSE_THEM)
