"""A file handed back with what was found in it: cells filled and commented, a list as the first sheet."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lib.domain.issues import Issue
from lib.errors import RefusedFile
from lib.ingest.child import run_reader
from lib.ingest.guards import check_workbook_file
from lib.ingest.limits import MARKED_ISSUES_MAX, READER_CAPS, ReaderCaps
from lib.ingest.reading_progress import OnProgress, tell_nobody
from lib.ingest.receive import read_file_result

#: The same workbook with marks, and a new one with the values as read for what openpyxl cannot keep.
MARK_JOB: Final = "mark"
MARK_ANEW_JOB: Final = "mark-anew"
_TRIED_ANEW: Final = ("F11", "F19")


def mark_workbook(
    content: bytes,
    file_name: str,
    issues: Sequence[Issue],
    on_progress: OnProgress | None = None,
    *,
    caps: ReaderCaps = READER_CAPS,
    encoding: str = "",
    person: str = "",
) -> bytes:
    """A copy of a table file, always xlsx, with the cells of the issues marked.

    An xlsx or xlsm stays the same workbook but for its macros; another kind, or one too large to keep, is
    written anew: the same sheets and addresses with the values as read.

    Args:
        content: the whole file.
        file_name: as the person named it.
        issues: what was found; those without a cell are in the list only.
        encoding: as picked for a csv or HTML file.
        person: whose file it is, for the queue.

    Raises:
        RefusedFile: the file cannot be read, or is too large for a copy (F25).
    """
    checked = replace(check_workbook_file(content, file_name), issues=())
    told = [
        (one.severity.value, one.code, one.message, one.hint, one.sheet, one.cell, one.value)
        for one in issues[:MARKED_ISSUES_MAX]
    ]
    about = {"issues": told, "n_issues": len(issues)}
    given = json.dumps(about, ensure_ascii=False).encode() + b"\n" + content
    tell = on_progress or tell_nobody

    def run(job: str) -> bytes:
        return run_reader(
            given, checked, caps, tell, read_file_result, job=job, encoding=encoding, person=person
        )

    try:
        return run(MARK_JOB)
    except RefusedFile as refused:
        if refused.code not in _TRIED_ANEW:
            raise
        return run(MARK_ANEW_JOB)
