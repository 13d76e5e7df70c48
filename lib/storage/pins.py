"""Answers pinned in meetings: kept as they were given, listed, taken down."""

from datetime import UTC, datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from lib.domain.meeting import Pin, PinnedTable, read_question
from lib.domain.periods import PeriodKind
from lib.storage import audit
from lib.storage.schema import pins


def save_pin(session: Session, pin: Pin) -> int:
    """Keep an answer; its id and moment are given here, whatever the value says.

    Returns:
        pin_id.
    """
    query = (
        insert(pins)
        .values(
            terms=list(pin.question.terms),
            years=[[str(kind), year] for kind, year in pin.question.years],
            title=pin.title,
            sentence=pin.sentence,
            columns=list(pin.table.columns),
            rows=[list(row) for row in pin.table.rows],
            sources=list(pin.sources),
            data_version=pin.data_version,
            unloaded_file=pin.unloaded_file,
            pinned_at=datetime.now(UTC),
            pinned_by=pin.pinned_by,
        )
        .returning(pins.c.pin_id)
    )
    pin_id = int(session.execute(query).scalar_one())
    audit.record(session, by=pin.pinned_by, action="pin_answer", subject=str(pin_id))
    return pin_id


def remove_pin(session: Session, pin_id: int, *, by: str) -> None:
    """Take a pin down; one that is gone already stays gone."""
    session.execute(delete(pins).where(pins.c.pin_id == pin_id))
    audit.record(session, by=by, action="pin_remove", subject=str(pin_id))


def load_pins(session: Session) -> tuple[Pin, ...]:
    """Every pin, the newest first."""
    rows = session.execute(select(pins).order_by(pins.c.pin_id.desc())).mappings()
    return tuple(
        Pin(
            pin_id=row["pin_id"],
            question=read_question(
                tuple(row["terms"]), {PeriodKind(kind): int(year) for kind, year in row["years"]}
            ),
            title=row["title"],
            sentence=row["sentence"],
            table=PinnedTable(tuple(row["columns"]), tuple(tuple(line) for line in row["rows"])),
            sources=tuple(row["sources"]),
            data_version=row["data_version"],
            unloaded_file=row["unloaded_file"],
            pinned_at=row["pinned_at"],
            pinned_by=row["pinned_by"],
        )
        for row in rows
    )


def faulty_pins(session: Session) -> tuple[int, list[str]]:
    """How many pins there are, and those that cannot be read as they were kept."""
    faults = []
    ids = session.execute(select(pins.c.pin_id, pins.c.columns, pins.c.rows).order_by(pins.c.pin_id)).all()
    for pin_id, columns, lines in ids:
        if any(len(line) != len(columns) for line in lines):
            faults.append(f"คำตอบที่ปักหมุดไว้รายการ {pin_id} มีตารางที่ช่องไม่ครบ")
    return len(ids), faults
