"""Which evidence an item of a KPI form still lacks, and whether what was written in it can be read."""

import re
from collections.abc import Iterable, Mapping

from lib.domain.evidence import Answer, EvidenceFile, MissingEvidence
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import EvidenceField, FieldType, FormItem
from lib.domain.issues import Issue, Severity
from lib.thai.date_text import date_parts, parse_date_be
from lib.thai.numerals import parse_number, to_arabic_digits
from lib.thai.text import clean_text

_LONGEST_TEXT = 4000
_YEAR_BE = re.compile(r"2[4-6]\d\d")
_NO_ANSWER = Answer()


def find_missing(
    form: EvidenceForm, answers: Mapping[str, Answer], files: Iterable[EvidenceFile]
) -> dict[str, MissingEvidence]:
    """What each item lacks before it counts; complete items are absent.

    Args:
        answers: item id → answer.
        files: all evidence of the form in this fiscal year.
    """
    kept = tuple(files)
    found = {}
    for item in form.items:
        own = [file for file in kept if file.item_id == item.id]
        needs = tuple(_needs(item, answers.get(item.id, _NO_ANSWER), own))
        if needs:
            found[item.id] = MissingEvidence(item.id, item.number, item.level, needs)
    return found


def _needs(item: FormItem, answer: Answer, files: list[EvidenceFile]) -> Iterable[str]:
    if answer.answer == "no":
        yield "ตอบว่า ไม่มี"
    elif answer.answer != "yes":
        yield "ยังไม่ได้ตอบ มี/ไม่มี"
    for field in item.fields:
        if field.required and not answer.fields.get(field.id, "").strip():
            yield f"ยังไม่ได้กรอก {field.label}"
    yield from _sub_needs(item, answer)
    n_accepted = sum(file.counts for file in files)
    if n_accepted < item.min_files:
        refused = f" (แนบแล้ว {len(files)} ไฟล์ แต่ยังไม่นับเป็นหลักฐาน)" if len(files) > n_accepted else ""
        yield f"ต้องมีไฟล์หลักฐานที่นับได้อีก {item.min_files - n_accepted} ไฟล์{refused}"


def _sub_needs(item: FormItem, answer: Answer) -> Iterable[str]:
    absent = [each.number for each in item.sub_criteria if answer.sub_answers.get(each.number) == "no"]
    open_ones = [each.number for each in item.sub_criteria if not answer.sub_answers.get(each.number)]
    if absent:
        yield f"การพิจารณา {', '.join(absent)} ตอบว่า ไม่มี"
    if open_ones:
        yield f"ยังไม่ได้ตอบการพิจารณา {', '.join(open_ones)}"


def check_answer(item: FormItem, answer: Answer) -> tuple[Issue, ...]:
    """Faults of what was written in an item; empty texts are no fault, they only keep the item from counting.

    Args:
        answer: its texts as written.
    """
    known = {field.id: field for field in item.fields}
    issues = []
    for number in set(answer.sub_answers) - {each.number for each in item.sub_criteria}:
        issues.append(_issue("E01", item, number, "แบบนี้ไม่มีการพิจารณาข้อนี้", "เปิดหน้านี้ใหม่เพื่อใช้แบบฉบับล่าสุด", ""))
    for field_id, text in answer.fields.items():
        if field_id not in known:
            issues.append(_issue("E01", item, field_id, "แบบนี้ไม่มีช่องนี้", "เปิดหน้านี้ใหม่เพื่อใช้แบบฉบับล่าสุด", text))
            continue
        reason, hint = field_fault(known[field_id], text)
        if reason:
            issues.append(_issue("E02", item, known[field_id].label, reason, hint, text))
    return tuple(issues)


def field_fault(field: EvidenceField, text: str) -> tuple[str, str]:
    """Why a text cannot be kept in a blank, and what to do; both empty where it can."""
    written = text.strip()
    if len(written) > _LONGEST_TEXT:
        return f"ข้อความยาวเกิน {_LONGEST_TEXT:,} ตัวอักษร", "ย่อข้อความแล้วแนบฉบับเต็มเป็นไฟล์หลักฐาน"
    return _misread(field, written) if written else ("", "")


def tidy_fields(item: FormItem, fields: Mapping[str, str]) -> dict[str, str]:
    """The texts of an item as they are kept: cleaned, dates as ``YYYY-MM-DD``; the unreadable as it is."""
    kept = {}
    for field in item.fields:
        text = fields.get(field.id, "")
        lines = [clean_text(line) for line in text.splitlines()]
        tidied = "\n".join(line for line in lines if line)
        day = parse_date_be(tidied) if field.type is FieldType.DATE_BE else None
        if field.type is FieldType.YEAR_BE:
            tidied = to_arabic_digits(tidied)
        kept[field.id] = day.isoformat() if day else tidied
    return kept


def _misread(field: EvidenceField, text: str) -> tuple[str, str]:
    match field.type:
        case FieldType.DATE_BE if parse_date_be(text) is None:
            if None in (date_parts(text) or ()):
                return "วันที่ยังไม่ครบ", "เลือกวัน เดือน และปี พ.ศ. ให้ครบ หรือเว้นว่างทั้งหมด"
            return "อ่านเป็นวันที่ไม่ได้", "ตรวจว่าเดือนนั้นมีวันที่นี้ หรือเขียนแบบ 16 ธันวาคม 2565"
        case FieldType.NUMBER:
            value = parse_number(text).value
            if value is None:
                return "อ่านเป็นตัวเลขไม่ได้", "กรอกเฉพาะตัวเลข"
            if value < 0:
                return "จำนวนติดลบ", "กรอกตัวเลขตั้งแต่ 0 ขึ้นไป"
        case FieldType.YEAR_BE if not _YEAR_BE.fullmatch(to_arabic_digits(text)):
            return "ไม่ใช่ปี พ.ศ.", "กรอกปี พ.ศ. สี่หลัก เช่น 2569"
        case FieldType.ORDER_NO if not any(letter.isdigit() for letter in text):
            return "ไม่มีตัวเลข", "กรอกเลขที่ตามเอกสาร เช่น 125/2568"
        case FieldType.PAGE if not any(letter.isdigit() for letter in text):
            return "ไม่มีเลขหน้า", "กรอกเลขหน้า เช่น 12 หรือ 12-15"
        case FieldType.CHOICE if text not in field.choices:
            return "ไม่อยู่ในตัวเลือกของแบบ", f"เลือกจาก {', '.join(field.choices)}"
    return "", ""


def _issue(code: str, item: FormItem, place: str, reason: str, hint: str, value: str) -> Issue:
    return Issue(Severity.ERROR, code, f"ข้อ {item.number} ช่อง {place}: {reason}", hint, value=value[:200])
