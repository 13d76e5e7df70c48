"""External assessment of the sample office, taken in and followed up the way a person does it."""

import tomllib
from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from lib.domain.external_assessments import (
    ExternalDue,
    ExternalStatement,
    ExternalStatementKind,
    FollowUp,
    FollowUpStatus,
)
from lib.services.external_edits import follow_up, set_due
from lib.services.external_files import commit_external, open_external, preview_external
from lib.storage.engine import Store


class _FollowUp(TypedDict):
    school: str
    round: str
    text: str
    status: str
    by: str
    due_on: NotRequired[date]
    done_on: NotRequired[date]
    action: NotRequired[str]


class _Due(TypedDict):
    school: str
    round: str
    due_on: NotRequired[date]
    steps: NotRequired[list[str]]
    note: NotRequired[str]


class _File(TypedDict):
    kept_on: date
    follow_up: list[_FollowUp]
    due: list[_Due]


def load_sample_external(store: Store, folder: Path, entries: Path, *, by: str) -> int:
    """Take in every file of the folder, then enter what the TOML file says.

    Returns:
        How many outcomes were taken in.
    """
    taken = 0
    for file in sorted(folder.iterdir()):
        content = file.read_bytes()
        preview = preview_external(store, open_external(content, file.name), content, file.name)
        taken += commit_external(store, preview, replace_changed=False, by=by).n_new
    entered = cast(_File, tomllib.loads(entries.read_text(encoding="utf-8")))
    for one in entered["follow_up"]:
        words = ExternalStatement(ExternalStatementKind.RECOMMENDATION, one["text"])
        done = FollowUp(
            one["school"],
            one["round"],
            words.key,
            FollowUpStatus(one["status"]),
            one.get("action", ""),
            one["by"],
            one.get("due_on"),
            one.get("done_on"),
        )
        follow_up(store, done, today=entered["kept_on"], by=by)
    for due in entered["due"]:
        steps = tuple(due.get("steps", ()))
        set_due(
            store,
            ExternalDue(due["school"], due["round"], due.get("due_on"), steps, due.get("note", "")),
            by=by,
        )
    return taken
