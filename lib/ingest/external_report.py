"""A สมศ. report of one school, docx or pdf, read into the same outcomes as a workbook, with its pages."""

from collections.abc import Callable

from lib.catalog.external_rounds import load_external_rounds
from lib.domain.datasets import RowCounts
from lib.domain.document_text import DocumentText
from lib.domain.external_assessments import ExternalAssessment, OutcomeKey
from lib.domain.external_files import ExternalDefaults, ExternalFile, SchoolQuestion
from lib.domain.external_rounds import ExternalPhase, ExternalRound
from lib.domain.issues import Issue, Severity
from lib.ingest.external_report_signs import find_subject, names_an_external_report
from lib.ingest.external_report_walk import ExternalWalk
from lib.ingest.report_identity import find_report_school
from lib.ingest.report_lines import lines_of_document

FindSchool = Callable[[str, str], str | None]


def tidy_external_report(
    document: DocumentText, file_name: str, find_school: FindSchool, defaults: ExternalDefaults
) -> ExternalFile:
    """Read one report; another kind of document gives nothing and says so.

    Args:
        defaults: what a person said of round, phase and level where the report is silent.
    """
    lines = lines_of_document(document)
    if not names_an_external_report(lines):
        return ExternalFile((), RowCounts(), (*document.issues, _not_a_report()))
    round_id, phase_id = find_subject(lines, defaults)
    of = load_external_rounds().by_id.get(round_id)
    if of is None:
        return ExternalFile((), RowCounts(), (*document.issues, _ask("รอบใด")), asks_round=True)
    phase = of.phase(phase_id) or ExternalPhase("", "", tuple(w for p in of.phases for w in p.words))
    walk = ExternalWalk(of, phase, defaults.level_of_education)
    for line in lines:
        if not line.is_contents:
            walk.take(line)
    school = find_report_school(lines, find_school)
    found = walk.outcomes()
    issues = [*document.issues, *school.issues, *walk.issues]
    questions: tuple[SchoolQuestion, ...] = ()
    asks_phase = "" if of.phase(phase_id) or not of.phases else of.id
    asks_level = "" in found
    if not found:
        issues.append(_nothing(of))
    if school.school_id is None:
        questions = (SchoolQuestion(f"|{school.text}", school.text, ()),)
    if asks_phase:
        issues.append(_ask(f"ระยะใดของ{of.name}"))
    if asks_level:
        issues.append(_ask("ระดับการศึกษาใด"))
    if school.school_id is None or asks_phase or asks_level:
        rows = RowCounts(len(found), rejected=len(found))
        return ExternalFile((), rows, tuple(issues), questions, False, asks_level, asks_phase)
    outcomes = tuple(
        ExternalAssessment(OutcomeKey(school.school_id, of.id, phase.id, level), reading, file_name=file_name)
        for level, reading in found.items()
    )
    return ExternalFile(outcomes, RowCounts(len(found), loaded=len(found)), tuple(issues))


def _not_a_report() -> Issue:
    return Issue(
        Severity.ERROR,
        "X20",
        "เอกสารนี้ไม่ได้ขึ้นต้นว่ารายงานการประเมินคุณภาพภายนอก จึงไม่อ่านผลจากเอกสารนี้",
        "แนบรายงานของ สมศ. หรือกรอกผลเองที่ปุ่มกรอกผลของโรงเรียน",
    )


def _nothing(of: ExternalRound) -> Issue:
    return Issue(
        Severity.ERROR,
        "X21",
        f"ไม่พบผลหรือข้อเสนอแนะของ{of.name}ในเอกสาร",
        "เปิดไฟล์ดูว่าเป็นตัวอักษรหรือภาพ แล้วกรอกผลเอง",
    )


def _ask(what: str) -> Issue:
    return Issue(Severity.QUESTION, "X22", f"รายงานไม่ได้บอกว่าเป็นผลของ{what}", "เลือกจากรายการด้านบน")
