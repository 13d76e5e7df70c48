"""A person's answer about one item of a report, laid over the reading."""

from collections.abc import Iterable
from dataclasses import replace

from lib.domain.assessments import LevelOfEducation, Rating, SavedSelfAssessment, SelfAssessment, Statement
from lib.domain.issues import Issue, SettledIssue
from lib.domain.report_checks import ItemAnswer, Subject
from lib.errors import EditConflict, WorkbenchError
from lib.services.report_items import list_items
from lib.services.school_levels import told_level
from lib.thai.dates import format_moment
from lib.thai.text import clean_text

_LONGEST_TOLD = 120


def apply_answer(saved: SavedSelfAssessment, answer: ItemAnswer, *, by: str) -> SelfAssessment | None:
    """The reading with the answer; None where it says so already.

    Raises:
        EditConflict: somebody answered the same item otherwise meanwhile.
        WorkbenchError: the text is empty, or the report has such a level or statement already.
    """
    read = saved.assessment
    becomes = _signed(answer.becomes, by)
    if answer.seen is None:
        return None if becomes is None else _added(read, becomes)
    if isinstance(answer.seen, Issue):
        return settle_issues(read, [answer.seen], by) if answer.seen in read.issues else None
    if answer.seen in (*read.overall, *read.ratings, *read.statements):
        carried = [issue for item in list_items(read) if item.subject == answer.seen for issue in item.issues]
        return settle_issues(_replaced(read, answer.seen, becomes), carried, by)
    now = find_now(read, answer.seen)
    if (now is None and becomes is None) or (now is not None and _says_the_same(now, becomes)):
        return None
    raise EditConflict(
        f"{saved.saved_by} บันทึกเมื่อ {format_moment(saved.saved_at)} หลังจากที่เปิดรายการนี้ "
        f"ขณะนี้เป็น “{told_subject(now)}” คำตอบของท่านคือ “{told_subject(becomes)}” ยังไม่ได้บันทึก",
        "เลือกว่าจะใช้คำตอบใด",
    )


def settle_issues(read: SelfAssessment, issues: Iterable[Issue], by: str) -> SelfAssessment:
    """The reading with these issues answered by a person instead of open."""
    gone = [issue for issue in dict.fromkeys(issues) if issue in read.issues]
    return replace(
        read,
        issues=tuple(issue for issue in read.issues if issue not in gone),
        settled=(*read.settled, *(SettledIssue(issue, by) for issue in gone)),
    )


def settle_about(read: SelfAssessment, subject: Subject | None, by: str) -> SelfAssessment:
    """The reading with every open doubt about a rating settled that a person has just given."""
    if not isinstance(subject, Rating):
        return read
    now = find_now(read, subject)
    carried = [issue for item in list_items(read) if item.subject == now for issue in item.issues]
    return settle_issues(read, carried, by)


def find_now(read: SelfAssessment, seen: Subject) -> Subject | None:
    """What stands where a person saw an item: the same level, or the statement at the same place."""
    if isinstance(seen, Rating):
        every = (*read.overall, *read.ratings)
        return next((each for each in every if _same_name(each, seen)), None)
    if isinstance(seen, Statement):
        near = [each for each in read.statements if each.place == seen.place and each.checked_by]
        same = [each for each in near if each.text == seen.text]
        return next(iter(same or near), None)
    return seen if seen in read.issues else None


def told_subject(subject: Subject | None) -> str:
    """An item in words, for messages and the history."""
    if subject is None:
        return "ลบออก"
    if isinstance(subject, Rating):
        return told_level(subject)
    if isinstance(subject, Statement):
        text = subject.text
        return f"{subject.kind.label}: {text[:_LONGEST_TOLD]}{'…' if len(text) > _LONGEST_TOLD else ''}"
    return subject.message


def in_order(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    """Ratings by level of education, standard and item, numbers as numbers."""
    levels = list(LevelOfEducation)

    def place(rating: Rating) -> tuple[int, list[int], list[int]]:
        standard, item = (
            [int(n) for n in text.split(".") if n.isdigit()] for text in (rating.standard, rating.item)
        )
        return levels.index(rating.level_of_education), standard, item

    return tuple(sorted(ratings, key=place))


def _signed(subject: Subject | None, by: str) -> Subject | None:
    """What a person says is certain, and theirs."""
    if isinstance(subject, Rating):
        return replace(subject, confidence=1.0, checked_by=by)
    if isinstance(subject, Statement):
        text = clean_text(subject.text)
        if not text:
            raise WorkbenchError("ข้อความว่าง จึงยังไม่ได้บันทึก", "พิมพ์ข้อความตามรายงาน หรือกดว่าไม่ใช่ข้อความของโรงเรียน")
        return replace(subject, text=text, checked_by=by)
    return subject


def _added(read: SelfAssessment, new: Subject) -> SelfAssessment:
    if isinstance(new, Rating):
        _refuse_second(read, new)
        return _with_ratings(read, (*read.overall, *read.ratings, new))
    if isinstance(new, Statement):
        _refuse_twin(read, new)
        return replace(read, statements=(*read.statements, new))
    return read


def _replaced(read: SelfAssessment, old: Subject, new: Subject | None) -> SelfAssessment:
    if isinstance(old, Rating):
        others = [each for each in (*read.overall, *read.ratings) if each != old]
        if isinstance(new, Rating):
            if not _same_name(old, new):
                _refuse_second(read, new)
            others.append(new)
        return _with_ratings(read, others)
    statements = list(read.statements)
    place = statements.index(old)  # type: ignore[arg-type]
    statements[place : place + 1] = [new] if isinstance(new, Statement) else []
    return replace(read, statements=tuple(statements))


def _with_ratings(read: SelfAssessment, ratings: Iterable[Rating]) -> SelfAssessment:
    every = in_order(ratings)
    return replace(
        read,
        ratings=tuple(each for each in every if each.standard),
        overall=tuple(each for each in every if not each.standard),
    )


def _refuse_second(read: SelfAssessment, new: Rating) -> None:
    if find_now(read, new) is not None:
        raise WorkbenchError(f"รายงานนี้มีระดับของ {new.name} อยู่แล้ว จึงยังไม่ได้บันทึก", "แก้ไขที่รายการนั้นแทน")


def _refuse_twin(read: SelfAssessment, new: Statement) -> None:
    own = (new.kind, new.level_of_education, new.text)
    if any((each.kind, each.level_of_education, each.text) == own for each in read.statements):
        raise WorkbenchError("รายงานนี้มีข้อความนี้อยู่แล้ว จึงไม่ได้เพิ่มซ้ำ", "ดูในรายการด้านล่าง")


def _same_name(one: Rating, other: Rating) -> bool:
    return (one.level_of_education, one.standard, one.item) == (
        other.level_of_education,
        other.standard,
        other.item,
    )


def _says_the_same(now: Subject, becomes: Subject | None) -> bool:
    if isinstance(now, Rating) and isinstance(becomes, Rating):
        return _same_name(now, becomes) and now.level == becomes.level and bool(now.checked_by)
    if isinstance(now, Statement) and isinstance(becomes, Statement):
        return replace(now, checked_by="") == replace(becomes, checked_by="")
    return now == becomes
