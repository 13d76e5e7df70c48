"""Visits of the sample office, entered the way a person enters them."""

import tomllib
from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from lib.domain.visits import Visit, VisitKind
from lib.services.visits import plan_visit, record_visit
from lib.storage.engine import Store


class _Entry(TypedDict):
    school: str
    kind: str
    planned_on: NotRequired[date]
    done_on: NotRequired[date]
    by: list[str]
    purpose: str
    outcome: NotRequired[str]


class _File(TypedDict):
    kept_on: date
    visit: list[_Entry]


def load_sample_visits(store: Store, file: Path, *, by: str) -> int:
    """Enter every visit of the file as on the day it names.

    Returns:
        How many.
    """
    entered = cast(_File, tomllib.loads(file.read_text(encoding="utf-8")))
    for entry in entered["visit"]:
        visit = Visit(
            0,
            entry["school"],
            VisitKind(entry["kind"]),
            entry.get("planned_on"),
            entry.get("done_on"),
            " · ".join(entry["by"]),
            entry["purpose"],
            entry.get("outcome", ""),
        )
        enter = record_visit if visit.done_on else plan_visit
        enter(store, visit, today=entered["kept_on"], by=by)
    return len(entered["visit"])
