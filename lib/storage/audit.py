"""Who did what and when, append-only; its length is the version of the data."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import and_, func, insert, or_, select
from sqlalchemy.orm import Session

from lib.storage.schema import audit

#: A draft of a self-assessment speaks to no finding; confirming one, or opening a confirmed one again, may.
_NO_FIGURES = (
    "review",
    "kpi_",
    "report_",
    "slides_",
    "backup",
    "pin_",
    "visit_",
    "external_",
    "theme_",
    "sar save",
    "sar replace",
    "sar correct",
    "sar remove",
)
#: Settings that no figure rests on; the office's others (sizes, order, names) may move one.
_NO_FIGURES_SETTINGS = (
    "sar_due",
    "report_template",
    "slides_template",
    "publication",
    "publication_codes",
    "publication_history",
)


def record(
    session: Session, *, by: str, action: str, subject: str, detail: Mapping[str, object] | None = None
) -> None:
    """Add one line to the history; every function that writes calls it inside its own transaction.

    Args:
        action: short English verb phrase such as ``import`` or ``review``.
        subject: key of what was touched.
        detail: what changed, JSON-ready; never cell values of a person.
    """
    session.execute(
        insert(audit).values(
            at=datetime.now(UTC), by=by, action=action, subject=subject[:300], detail=dict(detail or {})
        )
    )


def data_version(session: Session) -> int:
    """A number that grows whenever a figure, school, indicator or self-rating may have changed; a cache key.

    Decisions about findings, KPI evidence, visits, external assessment, themes of statements and copies of
    the data change no figure and do not count; nor does the day on which reports are due.
    """
    # autoescape: "_" alone stands for any letter in LIKE
    decisions = [audit.c.action.startswith(prefix, autoescape=True) for prefix in _NO_FIGURES]
    newest = select(func.coalesce(func.max(audit.c.audit_id), 0)).where(
        ~or_(
            *decisions,
            audit.c.action.contains("_kpi_", autoescape=True),
            and_(audit.c.action == "save_setting", audit.c.subject.in_(_NO_FIGURES_SETTINGS)),
        )
    )
    return int(session.execute(newest).scalar_one())


def history_version(session: Session) -> int:
    """A number that grows with every write of any kind."""
    return int(session.execute(select(func.coalesce(func.max(audit.c.audit_id), 0))).scalar_one())


def last_at(session: Session, action: str) -> datetime | None:
    """When an action was last done, None for never."""
    row = session.execute(
        select(audit.c.at).where(audit.c.action == action).order_by(audit.c.audit_id.desc()).limit(1)
    ).first()
    return row.at if row else None
