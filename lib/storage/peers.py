"""The like schools that people chose instead of the computed ones, versioned, one row per school."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.domain.peers import PeerChoice
from lib.storage import audit
from lib.storage.schema import peer_choices
from lib.storage.versioned import save_versioned


def load_peer_choices(session: Session) -> dict[str, PeerChoice]:
    """School id → its choice, also those that were set back to the computed list."""
    rows = session.execute(select(peer_choices).order_by(peer_choices.c.school_id)).mappings()
    return {
        row["school_id"]: PeerChoice(
            school_id=row["school_id"],
            school_ids=tuple(row["school_ids"]),
            note=row["note"],
            version=row["version"],
            by=row["saved_by"],
            at=row["saved_at"].isoformat(),
        )
        for row in rows
    }


def save_peer_choice(
    session: Session, school_id: str, school_ids: Sequence[str], note: str, *, seen_version: int, by: str
) -> int:
    """Save the list of one school; an empty one stands for the computed list.

    Args:
        seen_version: the version the person had before them, 0 where nobody had chosen.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved this school's list meanwhile.
    """
    values = {"school_ids": sorted(school_ids), "note": note}
    version = save_versioned(
        session, peer_choices, {"school_id": school_id}, values, seen_version=seen_version, by=by
    )
    # R5 compares with these lists, so that the version of the data must grow
    audit.record(session, by=by, action="choose_peers", subject=school_id, detail=values)
    return version
