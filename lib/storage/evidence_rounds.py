"""Rounds of the KPI forms: their state and, once submitted, what they said."""

from collections.abc import Mapping

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from lib.domain.evidence import Answer, EvidenceFile, RoundRecord, RoundSnapshot, RoundStatus
from lib.storage.audit import record
from lib.storage.evidence import FormKey
from lib.storage.evidence_round_json import level_from_json, snapshot_from_json, snapshot_to_json
from lib.storage.schema import kpi_rounds
from lib.storage.versioned import save_versioned


def load_rounds(session: Session, key: FormKey) -> dict[str, RoundRecord]:
    """Round id → its newest edition; rounds never touched are absent, which means open."""
    return {each.round_id: each for each in load_editions(session, key)}


def load_editions(session: Session, key: FormKey) -> tuple[RoundRecord, ...]:
    """Every edition of every round, the oldest first."""
    query = select(kpi_rounds).where(key.where(kpi_rounds)).order_by(kpi_rounds.c.edition)
    return tuple(
        RoundRecord(
            row.round_id,
            RoundStatus(row.status),
            level_from_json(row.round_id, row.snapshot["level"]) if row.snapshot else None,
            frozenset(row.snapshot.get("counted_items", ())),
            row.version,
            row.edition,
            row.reason,
            row.claimed_level,
            row.claimed_reason,
            row.saved_at,
            row.saved_by,
        )
        for row in session.execute(query)
    )


def load_snapshot(session: Session, key: FormKey, form_round: RoundRecord) -> RoundSnapshot | None:
    """Answers and evidence of an edition as they were handed in; None for one that was not."""
    here = and_(key.where(kpi_rounds), *(kpi_rounds.c[name] == value for name, value in _edition(form_round)))
    kept = session.execute(select(kpi_rounds.c.snapshot).where(here)).scalar_one_or_none()
    return snapshot_from_json(kept) if kept else None


def save_round(
    session: Session,
    key: FormKey,
    form_round: RoundRecord,
    *,
    by: str,
    answers: Mapping[str, Answer] | None = None,
    files: tuple[EvidenceFile, ...] = (),
) -> int:
    """Save the state of a round; ``form_round.version`` is the version the person had before them.

    Args:
        answers: item id → answer, kept beside the level when there is one.
        files: the evidence, likewise.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody changed this round meanwhile.
    """
    snapshot: Mapping[str, object] = (
        {}
        if form_round.result is None
        else snapshot_to_json(form_round.result, form_round.counted_items, answers or {}, files)
    )
    version = save_versioned(
        session,
        kpi_rounds,
        key.columns | dict(_edition(form_round)),
        {"status": form_round.status.value, "snapshot": snapshot, "reason": form_round.reason},
        seen_version=form_round.version,
        by=by,
    )
    record(
        session,
        by=by,
        action=f"kpi_round_{form_round.status.value}",
        subject=key.subject(f"round {form_round.round_id}"),
        detail=dict(snapshot),
    )
    return version


def save_round_status(
    session: Session, key: FormKey, form_round: RoundRecord, status: RoundStatus, *, by: str
) -> int:
    """Move a submitted round on with its snapshot untouched.

    Raises:
        EditConflict: somebody changed this round meanwhile.
    """
    version = save_versioned(
        session,
        kpi_rounds,
        key.columns | dict(_edition(form_round)),
        {"status": status.value},
        seen_version=form_round.version,
        by=by,
    )
    record(
        session,
        by=by,
        action=f"kpi_round_{status.value}",
        subject=key.subject(f"round {form_round.round_id}"),
    )
    return version


def save_claim(session: Session, key: FormKey, form_round: RoundRecord, *, by: str) -> int:
    """Save the level an office claims in an open round, beside whatever is computed.

    Raises:
        EditConflict: somebody changed this round meanwhile.
    """
    values: dict[str, object] = {
        "claimed_level": form_round.claimed_level,
        "claimed_reason": form_round.claimed_reason,
    }
    new: dict[str, object] = {} if form_round.version else {"status": form_round.status.value, "snapshot": {}}
    version = save_versioned(
        session,
        kpi_rounds,
        key.columns | dict(_edition(form_round)),
        values | new,
        seen_version=form_round.version,
        by=by,
    )
    record(
        session,
        by=by,
        action="kpi_round_claim",
        subject=key.subject(f"round {form_round.round_id}"),
        detail=values,
    )
    return version


def _edition(form_round: RoundRecord) -> tuple[tuple[str, object], ...]:
    return (("round_id", form_round.round_id), ("edition", form_round.edition))
