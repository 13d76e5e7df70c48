"""What a check found in a file, at its place, in words for staff."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict


class Severity(StrEnum):
    """How much an issue stops: the file, the cell or row, or nothing."""

    ERROR = "error"
    QUESTION = "question"
    WARNING = "warning"
    INFO = "info"


class IssuePlace(TypedDict):
    """Where an issue is, for several issues of one place."""

    sheet: str
    cell: str


class IssueCell(IssuePlace):
    """Where an issue is and what stands there."""

    value: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault or remark, located as Excel shows it.

    Attributes:
        severity: ERROR was not loaded; QUESTION waits for a person; WARNING was loaded as it is;
            INFO was understood and repaired.
        code: stable short code (F.. file, S.. structure, V.. value, C.. csv, D.. document); tests and
            translations depend on it, never on the wording.
        message: what is wrong, in Thai.
        hint: what to do, in Thai.
        sheet: sheet name, empty for a csv or the whole file.
        cell: Excel address such as ``E12`` or ``A3:A9``; empty for a whole sheet.
        value: the text as it stands in the file; never personal data.
        readings: what the cell may be read as, for a person to pick from; ``""`` reads it as missing.
            Empty where nothing is to be picked. A pick is a correction of every cell in ``cell``.
    """

    severity: Severity
    code: str
    message: str
    hint: str = ""
    sheet: str = ""
    cell: str = ""
    value: str = ""
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SettledIssue:
    """A doubt of the reading or of the checks, and who answered it; it is not raised again."""

    issue: Issue
    by: str
