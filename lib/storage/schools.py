"""The school register: schools of a register file or a person stay, those of a load stay with it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from lib.domain.schools import School
from lib.storage.schema import schools
from lib.storage.speaking import is_listed
from lib.thai.school_names import base_name_key, name_key

_FIELDS = tuple(School.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """How many schools a load of the register touched."""

    added: int
    updated: int
    unchanged: int


def load_schools(
    session: Session, *, active_only: bool = False, without: int | None = None
) -> tuple[School, ...]:
    """The register in the order of its keys; ``without`` a load, as though another had taken its place."""
    query = (
        select(*(schools.c[field] for field in _FIELDS))
        .where(is_listed(without))
        .order_by(schools.c.school_id)
    )
    if active_only:
        query = query.where(schools.c.active)
    return tuple(School(*row) for row in session.execute(query))


def save_schools(session: Session, entries: Iterable[School]) -> RegisterChange:
    """Add or update schools by ``school_id``, to stay; schools that are not named stay as they are."""
    entries = tuple(entries)
    listed = {school.school_id: school for school in load_schools(session)}
    # A school without its load keeps its row, which figures of that load still name.
    kept = set(session.execute(select(schools.c.school_id)).scalars())
    of_loads = set(
        session.execute(select(schools.c.school_id).where(schools.c.added_by.is_not(None))).scalars()
    )
    new = [entry for entry in entries if entry.school_id not in listed]
    changed = [entry for entry in entries if listed.get(entry.school_id, entry) != entry]
    to_stay = [
        entry for entry in entries if entry.school_id in of_loads and listed.get(entry.school_id) == entry
    ]
    _insert(session, [entry for entry in new if entry.school_id not in kept], None)
    for entry in (*changed, *to_stay, *(each for each in new if each.school_id in kept)):
        _update(session, entry, None)
    return RegisterChange(len(new), len(changed), len(entries) - len(new) - len(changed))


def add_schools_of_load(session: Session, entries: Iterable[School], dataset_id: int) -> None:
    """Add schools that only a load knows; those that the register has meanwhile stay as they are."""
    listed = {school.school_id for school in load_schools(session)}
    kept = set(session.execute(select(schools.c.school_id)).scalars())
    new = [entry for entry in entries if entry.school_id not in listed]
    _insert(session, [entry for entry in new if entry.school_id not in kept], dataset_id)
    for entry in new:
        if entry.school_id in kept:
            _update(session, entry, dataset_id)


def put_back(session: Session, school: School, added_by: int | None) -> None:
    """Give a school the fields it had before, and the load it came with, if any."""
    _update(session, school, added_by)


def unlist(session: Session, school_id: str) -> None:
    """Take a school out of the register; its row stays for figures that were taken back."""
    session.execute(
        update(schools)
        .where(schools.c.school_id == school_id)
        .values(listed=False, added_by=None, version=schools.c.version + 1)
    )


def _insert(session: Session, entries: list[School], added_by: int | None) -> None:
    if entries:
        session.execute(
            insert(schools),
            [_row(entry) | {"version": 1, "added_by": added_by, "listed": True} for entry in entries],
        )


def _update(session: Session, entry: School, added_by: int | None) -> None:
    session.execute(
        update(schools)
        .where(schools.c.school_id == entry.school_id)
        .values(**_row(entry), added_by=added_by, listed=True, version=schools.c.version + 1)
    )


def _row(school: School) -> dict[str, object]:
    return asdict(school) | {"name_key": name_key(school.name), "base_key": base_name_key(school.name)}
