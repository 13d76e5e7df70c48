"""What of a report a person has to look at, uncertain items first, each with its reasons in plain words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256

from lib.analysis.sar_themes import items_of
from lib.catalog.sar_themes import load_themes
from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, Place, Rating, SelfAssessment, Statement
from lib.domain.contradictions import Contradiction
from lib.domain.document_text import PageReading, PageVerdict
from lib.domain.issues import Issue, Severity
from lib.domain.report_checks import CheckItem, Urgency
from lib.validation.self_assessment import missing_issue, missing_standards
from lib.validation.self_assessment_contradictions import contradiction_issue, find_contradictions
from lib.validation.self_assessment_sets import set_of

#: Codes about whose report it is and of which year; a report is not confirmed while one is open.
IDENTITY_CODES = ("D12", "D13", "D14")

_SURE = 0.8
_SOUND_TEXT = 0.6
_SOUND_PAGE = 0.85
_LONGEST_STATEMENT, _SHORTEST_STATEMENT = 600, 8
_PAGE = re.compile(r"หน้า (\d+)")
_LEVELS = tuple(LevelOfEducation)


def list_items(assessment: SelfAssessment, pages: Sequence[PageReading] = ()) -> tuple[CheckItem, ...]:
    """Every item of a report, errors first, then contradictions, then doubts; each in the book's order.

    Args:
        pages: how sound each page's text is; a doubt where a page was hard to repair.
    """
    taken: set[Issue] = set()
    weak = {page.page for page in pages if page.verdict is PageVerdict.REPAIRED and page.score < _SOUND_PAGE}
    items = [
        *_ratings(assessment, weak, taken),
        *_missing(assessment, taken),
        *_statements(assessment, weak),
    ]
    remarks = [
        _remark(issue)
        for issue in assessment.issues
        if issue not in taken and issue.severity is not Severity.INFO
    ]
    return tuple(sorted((*remarks, *items), key=lambda item: (item.urgency, _place_in_book(item))))


def blocking_issues(assessment: SelfAssessment) -> tuple[Issue, ...]:
    """Open issues that keep a report from being confirmed."""
    return tuple(
        issue
        for issue in assessment.issues
        if issue.severity is Severity.ERROR or issue.code in IDENTITY_CODES
    )


def _ratings(assessment: SelfAssessment, weak: set[int], taken: set[Issue]) -> Iterator[CheckItem]:
    contradictions: dict[tuple[str, str, str], list[tuple[Contradiction, Issue]]] = defaultdict(list)
    themes = partial(items_of, themes=load_themes())
    still_open = {(issue.code, issue.message): issue for issue in assessment.issues}
    for found in find_contradictions(assessment, load_standards(), themes):
        told = contradiction_issue(found)
        issue = still_open.get((told.code, told.message))
        if issue is not None:
            contradictions[found.level_of_education, found.standard, found.item].append((found, issue))
    for rating in (*assessment.overall, *assessment.ratings):
        against = contradictions[rating.level_of_education, rating.standard, rating.item]
        about = [issue for issue in assessment.issues if issue.message.startswith(f"{rating.name}:")]
        issues = tuple(dict.fromkeys((*about, *(issue for _, issue in against))))
        taken.update(issues)
        said = [issue.message.removeprefix(f"{rating.name}: ") for issue in issues]
        doubts = [] if rating.checked_by else _doubts(rating, assessment, weak)
        yield CheckItem(
            _rating_key(rating),
            rating,
            _urgency(issues, doubtful=bool(doubts), against=bool(against)),
            (*said, *doubts),
            issues,
            tuple(found for found, _ in against),
        )


def _doubts(rating: Rating, assessment: SelfAssessment, weak: set[int]) -> list[str]:
    doubts = []
    if rating.level is None:
        doubts.append("ไม่พบระดับที่อ่านได้ในรายงาน")
    elif rating.confidence < _SURE:
        doubts.append(f"รายงานไม่ได้เขียนระดับนี้ไว้ตรง ๆ โปรแกรมแน่ใจร้อยละ {rating.confidence * 100:.0f}")
    return [*doubts, *_text_doubts(rating.place, assessment, weak)]


def _text_doubts(place: Place, assessment: SelfAssessment, weak: set[int]) -> list[str]:
    if assessment.text_quality < _SOUND_TEXT:
        return ["ข้อความทั้งไฟล์เพี้ยนมาก ต้องเทียบทุกรายการ"]
    return ["หน้านี้ซ่อมตัวอักษรไว้มาก เทียบตัวสะกดและตัวเลขกับหน้าจริง"] if place.page in weak else []


def _missing(assessment: SelfAssessment, taken: set[Issue]) -> Iterator[CheckItem]:
    """A standard that the report gives no level of, while that remark is open."""
    standards = load_standards()
    for level in assessment.levels:
        missing = missing_standards(assessment, level, standards)
        issue = missing_issue(level, missing)
        if not missing or issue not in assessment.issues:
            continue
        taken.add(issue)
        scale = set_of(assessment, level, standards).scale
        for standard in missing:
            rating = Rating(level, standard, "", None, scale, confidence=0.0)
            reason = "ไม่พบระดับคุณภาพของมาตรฐานนี้ในรายงาน"
            yield CheckItem(_rating_key(rating), rating, Urgency.UNCERTAIN, (reason,), is_missing=True)


def _statements(assessment: SelfAssessment, weak: set[int]) -> Iterator[CheckItem]:
    seen: dict[str, int] = {}
    for statement in assessment.statements:
        words = f"{statement.kind}|{statement.level_of_education}|{statement.place.label}|{statement.text}"
        key = f"statement-{sha256(words.encode()).hexdigest()[:12]}"
        seen[key] = seen.get(key, 0) + 1
        doubts = [] if statement.checked_by else _statement_doubts(statement, assessment, weak)
        urgency = Urgency.UNCERTAIN if doubts else Urgency.CERTAIN
        yield CheckItem(f"{key}-{seen[key]}" if seen[key] > 1 else key, statement, urgency, tuple(doubts))


def _statement_doubts(statement: Statement, assessment: SelfAssessment, weak: set[int]) -> list[str]:
    doubts = []
    if len(statement.text) > _LONGEST_STATEMENT:
        doubts.append("ข้อความยาวมาก อาจมีหลายข้อรวมกัน")
    elif len(statement.text) < _SHORTEST_STATEMENT:
        doubts.append("ข้อความสั้นมาก อาจอ่านไม่ครบ")
    return [*doubts, *_text_doubts(statement.place, assessment, weak)]


def _remark(issue: Issue) -> CheckItem:
    words = f"{issue.code}|{issue.message}|{issue.sheet}|{issue.cell}"
    urgency = _urgency((issue,), doubtful=True, against=False)
    named = _PAGE.search(issue.message)
    return CheckItem(
        f"remark-{sha256(words.encode()).hexdigest()[:12]}",
        issue,
        urgency,
        (issue.hint,) if issue.hint else (),
        (issue,),
        page=int(named[1]) if named else None,
    )


def _urgency(issues: Sequence[Issue], *, doubtful: bool, against: bool) -> Urgency:
    if any(issue.severity is Severity.ERROR or issue.code in IDENTITY_CODES for issue in issues):
        return Urgency.ERROR
    if against:
        return Urgency.CONTRADICTION
    return Urgency.UNCERTAIN if issues or doubtful else Urgency.CERTAIN


def _rating_key(rating: Rating) -> str:
    return f"rating-{rating.level_of_education}-{rating.standard or 'overall'}-{rating.item}"


def _place_in_book(item: CheckItem) -> tuple[int, int, tuple[int, ...], int, int]:
    """Remarks on the whole report, then each level of education: levels by standard, then statements."""
    subject = item.subject
    if isinstance(subject, Issue):
        return (-1, 0, (), 0, 0)
    level = subject.level_of_education
    book = len(_LEVELS) if level is None else _LEVELS.index(level)
    standard = int(subject.standard) if subject.standard.isdigit() else 0
    if isinstance(subject, Rating):
        return (book, 0, (standard, *(int(part) for part in subject.item.split(".") if part.isdigit())), 0, 0)
    place = subject.place
    return (book, 1, (standard,), place.page or 0, place.block or 0)
