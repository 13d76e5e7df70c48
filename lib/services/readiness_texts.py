"""Checks of what people decided and wrote: findings, sections, self-assessments, pinned answers."""

import re
from collections.abc import Iterator

from lib.services.findings import asked
from lib.services.readiness import Check
from lib.services.readiness_data import named
from lib.services.readiness_state import ReleaseState
from lib.services.report import SECTIONS

_FINDINGS, _REPORT = "pages/findings.py", "pages/report.py"
#: Sections printed in every report, with the packaged wording until somebody writes their own.
_ALWAYS_PRINTED = ("preface_text", "background_text", "purpose_text", "scope_text")
#: What a person leaves where something is still to be filled in.
_BLANK = re.compile(r"\.{4,}|…{2,}|_{3,}|\((?:ระบุ|เติม)[^)]*\)|\[(?:ระบุ|เติม)[^\]]*\]|(?i:\bx{3,}\b)")


def text_checks(state: ReleaseState) -> Iterator[Check]:
    """Findings first, then sections, self-assessments, pinned answers, the office."""
    yield from _findings(state)
    yield from _sections(state)
    yield _self_assessments(state)
    yield from _pins(state)
    yield from _office(state)


def _findings(state: ReleaseState) -> Iterator[Check]:
    stale = sum(each.stale for each in state.findings)
    if stale:
        yield Check("block", f"ข้อค้นพบ {stale:,} ข้อ ตัวเลขเปลี่ยนหลังพิจารณา ต้องพิจารณาใหม่", _FINDINGS, view="open")
    new = [each.finding.scope for each in asked(state.findings) if each.review.status == "new"]
    if new:
        shared = new.count("schools")
        text = f"ข้อค้นพบของเขต {len(new) - shared:,} ข้อ และเรื่องที่โรงเรียนต่างกัน {shared:,} ข้อ ยังไม่พิจารณา"
        reach = "area" if len(new) > shared else "shared"
        yield Check("ask", text, _FINDINGS, view="open", section=reach)
    else:
        yield Check("done", "พิจารณาข้อค้นพบของเขตและเรื่องที่โรงเรียนต่างกันครบแล้ว")
    accepted = state.content.all_findings
    without = sum(each.finding.kind == "improvement_area" and not each.recommendations for each in accepted)
    if not accepted:
        yield Check("ask", "ยังไม่มีข้อค้นพบที่รับเข้ารายงาน", _FINDINGS, view="open")
    elif without:
        yield Check("ask", f"จุดที่ควรพัฒนา {without:,} ข้อยังไม่มีข้อเสนอแนะ", _FINDINGS, view="in")
    else:
        yield Check("done", "จุดที่ควรพัฒนาทุกข้อมีข้อเสนอแนะ")


def _sections(state: ReleaseState) -> Iterator[Check]:
    """One line for each text with a blank left in it, one for those nobody wrote."""
    names = dict(SECTIONS)
    for section, text in state.content.texts:
        blank = _BLANK.search(text)
        if blank:
            told = f"ส่วน “{names.get(section, section)}” มีช่องที่ยังไม่ได้เติม ({blank.group()[:20]})"
            yield Check("block", told, _REPORT, view="written", section=section)
    unwritten = [each for each in _ALWAYS_PRINTED if not state.content.text(each)]
    if unwritten:
        listed = named([names[each].partition(" (")[0] for each in unwritten], len(unwritten))
        told = f"ยังใช้ข้อความตั้งต้นในส่วน {listed} อ่านให้ตรงกับเขตของตน หรือเขียนเอง"
        yield Check("ask", told, _REPORT, view="written", section=unwritten[0])
    else:
        yield Check("done", "คำนำ ความเป็นมา วัตถุประสงค์ และขอบเขต เขียนแล้ว")


def _self_assessments(state: ReleaseState) -> Check:
    page, sar = "pages/self_assessments.py", state.content.sar
    if not sar:
        return Check("ask", "ยังไม่มีรายงาน SAR ของปีที่เลือก", page)
    drafts = sum(not each.is_confirmed for each in sar.reports)
    if drafts:
        return Check(
            "ask", f"SAR {drafts:,} จาก {len(sar.reports):,} ฉบับยังเป็นฉบับร่าง ไม่ได้ยืนยัน", page, view="review"
        )
    return Check("done", f"SAR ยืนยันแล้วทุกฉบับ {len(sar.reports):,} ฉบับ")


def _pins(state: ReleaseState) -> Iterator[Check]:
    pinned = state.content.pinned
    outdated = [each.title for each in pinned if each.remark]
    if outdated:
        text = f"คำตอบที่ปักหมุด {len(outdated):,} ข้อไม่ตรงกับข้อมูลวันนี้: {named(outdated, 2)} ปักหมุดใหม่หรือถอดออก"
        yield Check("ask", text, "pages/meeting.py")
    elif pinned:
        yield Check("done", f"คำตอบที่ปักหมุด {len(pinned):,} ข้อยังตรงกับข้อมูลวันนี้")


def _office(state: ReleaseState) -> Iterator[Check]:
    if state.content.office_short_name:
        yield Check("done", f"ชื่อสำนักงาน {state.content.office_name}")
    else:
        yield Check("block", "ยังไม่ได้ตั้งชื่อสำนักงาน", "pages/settings.py")
    faults = state.template_faults
    if faults:
        text = f"แม่แบบของสำนักงานใช้ไม่ได้: {named(list(faults), 2)}"
        yield Check("ask", text, _REPORT, view="template")
    elif faults is not None:
        yield Check("done", "ใช้แม่แบบของสำนักงาน")
