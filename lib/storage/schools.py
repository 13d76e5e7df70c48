"""The school register and the remembered answers about school names."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from lib.domain.schools import School
from lib.storage.schema import school_aliases, schools
from lib.thai.school_names import base_name_key, name_key

_FIELDS = tuple(School.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """How many schools a load of the register touched."""

    added: int
    updated: int
    unchanged: int


def load_schools(session: Session, *, active_only: bool = False) -> tuple[School, ...]:
    """The register in the order of its keys."""
    query = select(*(schools.c[field] for field in _FIELDS)).order_by(schools.c.school_id)
    if active_only:
        query = query.where(schools.c.active)
    return tuple(School(*row) for row in session.execute(query))


def save_schools(session: Session, entries: Iterable[School]) -> RegisterChange:
    """Add or update schools by ``school_id``; schools that are not named stay as they are."""
    entries = tuple(entries)
    known = {school.school_id: school for school in load_schools(session)}
    new = [entry for entry in entries if entry.school_id not in known]
    changed = [entry for entry in entries if entry.school_id in known and known[entry.school_id] != entry]
    if new:
        session.execute(insert(schools), [_row(entry) | {"version": 1} for entry in new])
    for entry in changed:
        session.execute(
            update(schools)
            .where(schools.c.school_id == entry.school_id)
            .values(**_row(entry), version=schools.c.version + 1)
        )
    return RegisterChange(len(new), len(changed), len(entries) - len(new) - len(changed))


def load_answers(session: Session) -> dict[str, str]:
    """Remembered answers: ``alias_key`` → school_id."""
    rows = session.execute(select(school_aliases.c.alias_key, school_aliases.c.school_id))
    return {row.alias_key: row.school_id for row in rows}


def save_answers(session: Session, answers: Mapping[str, tuple[str, str]], *, by: str) -> None:
    """Remember whom a written code and name mean; ``answers``: alias_key → (school_id, text as written)."""
    for key, (school_id, text) in answers.items():
        session.execute(delete(school_aliases).where(school_aliases.c.alias_key == key))
        session.execute(
            insert(school_aliases).values(
                alias_key=key, school_id=school_id, text=text[:300], saved_at=datetime.now(UTC), saved_by=by
            )
        )


def _row(school: School) -> dict[str, object]:
    return asdict(school) | {"name_key": name_key(school.name), "base_key": base_name_key(school.name)}
