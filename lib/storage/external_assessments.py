"""Outcomes of external assessment: one per school, round, phase and level of education, versioned."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from lib.domain.external_assessments import ExternalAssessment, OutcomeKey
from lib.errors import WorkbenchError
from lib.storage import audit
from lib.storage.external_json import Json, reading_from_json, reading_to_json
from lib.storage.schema import external_assessments
from lib.storage.versioned import delete_versioned, save_versioned


def load_outcomes(session: Session, school_id: str | None = None) -> tuple[ExternalAssessment, ...]:
    """Every outcome, or those of one school, by school, round, phase and level."""
    table = external_assessments.c
    query = select(external_assessments).order_by(
        table.school_id, table.round_id, table.phase, table.level_of_education
    )
    if school_id is not None:
        query = query.where(table.school_id == school_id)
    return tuple(_outcome(row) for row in session.execute(query).mappings())


def load_outcome(session: Session, assessment_id: int) -> ExternalAssessment:
    """One outcome.

    Raises:
        WorkbenchError: there is none of that number.
    """
    query = select(external_assessments).where(external_assessments.c.assessment_id == assessment_id)
    row = session.execute(query).mappings().first()
    if row is None:
        raise WorkbenchError("ไม่พบผลประเมินภายนอกรายการนี้แล้ว เพราะมีผู้ยกเลิกหรือลบ", "เปิดหน้าผลประเมินภายนอกใหม่อีกครั้ง")
    return _outcome(row)


def find_outcome(session: Session, key: OutcomeKey) -> ExternalAssessment | None:
    """The outcome a school already has."""
    query = select(external_assessments).where(
        *(external_assessments.c[name] == value for name, value in key_values(key).items())
    )
    row = session.execute(query).mappings().first()
    return None if row is None else _outcome(row)


def put_outcome(session: Session, outcome: ExternalAssessment, *, by: str) -> int:
    """Insert an outcome, or save it over the version seen (``outcome.version``); writes no history.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved or removed it meanwhile.
    """
    return save_versioned(
        session,
        external_assessments,
        key_values(outcome.key),
        _values(outcome),
        seen_version=outcome.version,
        by=by,
    )


def save_outcome(session: Session, outcome: ExternalAssessment, *, by: str) -> int:
    """Save an entry by hand; what stood before is in the history.

    Raises:
        EditConflict: somebody saved or removed it meanwhile.
    """
    before = find_outcome(session, outcome.key) if outcome.version else None
    version = put_outcome(session, outcome, by=by)
    audit.record(
        session,
        by=by,
        action="external_save",
        subject="/".join(key_values(outcome.key).values()),
        detail={"before": as_json(before) if before else None, "after": as_json(outcome), "version": version},
    )
    return version


def remove_outcome(session: Session, outcome: ExternalAssessment, *, by: str) -> None:
    """Delete an outcome; what it said stays in the history.

    Raises:
        EditConflict: somebody saved or removed it meanwhile.
    """
    drop_outcome(session, outcome)
    audit.record(
        session,
        by=by,
        action="external_remove",
        subject="/".join(key_values(outcome.key).values()),
        detail={"before": as_json(outcome)},
    )


def drop_outcome(session: Session, outcome: ExternalAssessment) -> None:
    """Delete the version seen; writes no history."""
    delete_versioned(session, external_assessments, key_values(outcome.key), seen_version=outcome.version)


def key_values(key: OutcomeKey) -> dict[str, str]:
    """The columns that name an outcome."""
    return {
        "school_id": key.school_id,
        "round_id": key.round_id,
        "phase": key.phase,
        "level_of_education": key.level_of_education,
    }


def as_json(outcome: ExternalAssessment) -> Json:
    """An outcome as the history keeps it."""
    values = _values(outcome)
    return {**key_values(outcome.key), **values}


def from_json(value: Mapping[str, object]) -> ExternalAssessment:
    """The outcome that ``as_json`` wrote; without version."""
    reading = value["reading"]
    return ExternalAssessment(
        OutcomeKey(*(str(value[name]) for name in ("school_id", "round_id", "phase", "level_of_education"))),
        reading_from_json(reading if isinstance(reading, Mapping) else {}),
        day_of(str(value["assessed_on"])),
        str(value["sha256"] or ""),
        str(value["file_name"]),
    )


def day_of(text: str) -> date | None:
    """The day of a column in ISO form, None for an empty one."""
    return date.fromisoformat(text) if text else None


def _values(outcome: ExternalAssessment) -> Json:
    return {
        "assessed_on": outcome.assessed_on.isoformat() if outcome.assessed_on else "",
        "sha256": outcome.sha256 or None,
        "file_name": outcome.file_name[:300],
        "reading": reading_to_json(outcome.reading),
    }


def _outcome(row: RowMapping) -> ExternalAssessment:
    return ExternalAssessment(
        OutcomeKey(row["school_id"], row["round_id"], row["phase"], row["level_of_education"]),
        reading_from_json(row["reading"]),
        day_of(row["assessed_on"]),
        row["sha256"] or "",
        row["file_name"],
        row["assessment_id"],
        row["version"],
        row["saved_at"],
        row["saved_by"],
    )
