"""Hands one crafted input to its service and says what came of it; every breach is a sentence."""

import re
import time
from dataclasses import dataclass

from sqlalchemy import func, select

from lib.domain.issues import Issue
from lib.errors import RefusedFile, WorkbenchError
from lib.services.evidence_files import attach_file
from lib.services.imports import preview_file
from lib.services.register import preview_register
from lib.services.self_assessments import read_reports
from lib.storage.engine import Store, reading
from lib.storage.files import kept_files
from lib.storage.schema import metadata
from tests.robustness.cases import Case, End, Slot

NOTHING_SAVED = "ยังไม่มีข้อมูลใดถูกบันทึก"
SWIFT_SECONDS = 1.0
LONGEST_SECONDS = 60.0
KPI_FORM, KPI_YEAR_BE, KPI_ITEM, KPI_KIND = "ars46", 2569, "1", "other"
_THAI = re.compile("[\u0e01-\u0e2e]{2}")
_STACK = re.compile(r"Traceback|File \"|\bline \d+, in |[A-Z]\w+(?:Error|Exception)\b|0x[0-9a-f]{8}")


@dataclass(frozen=True)
class Verdict:
    """What a case came to; no breach means that it held."""

    case: Case
    seconds: float
    outcome: str
    codes: tuple[str, ...]
    breaches: tuple[str, ...]


def judge(store: Store, case: Case) -> Verdict:
    """Run one case through its service."""
    content = case.build()
    before = count_everything(store)
    started = time.perf_counter()
    breaches: list[str] = []
    try:
        issues = hand_in(store, case.slot, content, case.name)
        outcome, codes = "read", tuple(sorted({issue.code for issue in issues}))
        breaches += [fault for issue in issues for fault in faults_of_words(issue.message, issue.hint)]
        if case.end is End.REFUSED:
            breaches.append(f"read with {codes}, not refused")
        elif case.end is End.READ and not case.codes <= set(codes):
            breaches.append(f"read without {sorted(case.codes - set(codes))}, with {codes}")
    except RefusedFile as refusal:
        outcome, codes = "refused", (refusal.code,)
        breaches += faults_of_refusal(refusal)
        if case.end is End.READ:
            breaches.append(f"refused with {refusal.code}: {refusal.message}")
        elif refusal.code not in case.codes:
            breaches.append(f"refused with {refusal.code}, not {sorted(case.codes)}")
    except BaseException as fault:
        outcome, codes = type(fault).__name__, ()
        breaches.append(f"{type(fault).__name__}: {fault}")
    seconds = time.perf_counter() - started
    if seconds > (SWIFT_SECONDS if case.swift else LONGEST_SECONDS):
        breaches.append(f"took {seconds:.1f} s")
    if outcome != "read" or case.slot is not Slot.EVIDENCE:
        after = count_everything(store)
        if after != before:
            breaches.append(f"rows written: {after} after {before}")
    return Verdict(case, seconds, outcome, codes, tuple(breaches))


def hand_in(store: Store, slot: Slot, content: bytes, name: str) -> tuple[Issue, ...]:
    """The issues of a file that its service reads.

    Raises:
        RefusedFile: it does not.
    """
    if slot is Slot.FIGURES:
        return preview_file(store, content, name).issues
    if slot is Slot.REGISTER:
        return preview_register(store, content, name).issues
    if slot is Slot.REPORT:
        (report,) = read_reports(store, [(name, content)])
        if not report.readable:
            (issue,) = report.assessment.issues
            raise RefusedFile(issue.code, issue.message, issue.hint)
        return report.assessment.issues
    form = (KPI_FORM, KPI_YEAR_BE, KPI_ITEM)
    return attach_file(store, *form, content, name, kind=KPI_KIND, by="ก").remarks


def count_everything(store: Store) -> dict[str, int]:
    """Rows of every table, and kept originals."""
    with reading(store) as session:
        counts = {
            table.name: int(session.execute(select(func.count()).select_from(table)).scalar_one())
            for table in metadata.sorted_tables
        }
    return counts | {"files": len(kept_files(store))}


def faults_of_refusal(refusal: WorkbenchError) -> list[str]:
    """A refusal names what is wrong, what to do, and that nothing was saved."""
    faults = faults_of_words(refusal.message, refusal.hint)
    if not refusal.hint.replace(NOTHING_SAVED, "").strip():
        faults.append("a refusal without what to do")
    if NOTHING_SAVED not in f"{refusal.message} {refusal.hint}":
        faults.append("a refusal without the state of the data")
    return faults


def faults_of_words(message: str, hint: str) -> list[str]:
    """Words for staff are Thai and show nothing of the program's inside."""
    faults = []
    if not _THAI.search(message):
        faults.append(f"not Thai: {message!r}")
    if _STACK.search(f"{message} {hint}"):
        faults.append(f"inside of the program: {message!r} {hint!r}")
    return faults
