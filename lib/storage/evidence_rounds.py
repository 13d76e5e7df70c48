"""Rounds of the KPI forms: their state and, once submitted, what they said."""

from collections.abc import Mapping
from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.domain.evidence import (
    Answer,
    EvidenceFile,
    LevelResult,
    MissingEvidence,
    RoundRecord,
    RoundStatus,
)
from lib.storage.audit import record
from lib.storage.evidence import FormKey
from lib.storage.schema import kpi_rounds
from lib.storage.versioned import save_versioned


class _Missing(TypedDict):
    item_id: str
    number: int
    level: int
    needs: list[str]


class _Level(TypedDict):
    level: int
    cap: int
    uncapped_level: int
    score: float
    weighted_score: float
    reasons: list[str]
    missing: list[_Missing]


def load_rounds(session: Session, key: FormKey) -> dict[str, RoundRecord]:
    """Round id → record; rounds never submitted are absent, which means open."""
    rows = session.execute(select(kpi_rounds).where(key.where(kpi_rounds)))
    return {
        row.round_id: RoundRecord(
            row.round_id,
            RoundStatus(row.status),
            _level_from_json(row.round_id, row.snapshot["level"]) if row.snapshot else None,
            frozenset(row.snapshot.get("counted_items", ())),
            row.version,
        )
        for row in rows
    }


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
    snapshot: dict[str, object] = {}
    if form_round.result is not None:
        snapshot = {
            "level": _level_to_json(form_round.result),
            "counted_items": sorted(form_round.counted_items),
            "answers": {
                item_id: {"answer": answer.answer, "fields": dict(answer.fields)}
                for item_id, answer in (answers or {}).items()
            },
            "files": [_file_to_json(file) for file in files],
        }
    version = save_versioned(
        session,
        kpi_rounds,
        key.columns | {"round_id": form_round.round_id},
        {"status": form_round.status.value, "snapshot": snapshot},
        seen_version=form_round.version,
        by=by,
    )
    record(
        session,
        by=by,
        action=f"kpi_round_{form_round.status.value}",
        subject=key.subject(f"round {form_round.round_id}"),
        detail=snapshot,
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
        key.columns | {"round_id": form_round.round_id},
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


def _level_to_json(result: LevelResult) -> _Level:
    return {
        "level": result.level,
        "cap": result.cap,
        "uncapped_level": result.uncapped_level,
        "score": result.score,
        "weighted_score": result.weighted_score,
        "reasons": list(result.reasons),
        "missing": [
            {"item_id": each.item_id, "number": each.number, "level": each.level, "needs": list(each.needs)}
            for each in result.missing
        ],
    }


def _level_from_json(round_id: str, kept: _Level) -> LevelResult:
    return LevelResult(
        round_id,
        kept["level"],
        kept["cap"],
        kept["uncapped_level"],
        kept["score"],
        kept["weighted_score"],
        tuple(kept["reasons"]),
        tuple(
            MissingEvidence(each["item_id"], each["number"], each["level"], tuple(each["needs"]))
            for each in kept["missing"]
        ),
    )


def _file_to_json(file: EvidenceFile) -> dict[str, object]:
    return {
        "item_id": file.item_id,
        "sha256": file.sha256,
        "file_name": file.file_name,
        "title": file.title,
        "kind": file.kind,
        "page": file.page,
        "accepted": file.accepted,
    }
