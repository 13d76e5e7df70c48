"""Questions about what cells say: readings of a doubtful value, shares or per cents, the letters of a csv."""

from dataclasses import replace

from lib.domain.columns import Role
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import column_letter
from lib.ingest.choices import ImportChoices
from lib.ingest.decode_text import TEXT_ENCODINGS
from lib.services.import_preview import Preview
from lib.ui.import_answers import LATER, show_question
from lib.ui.plain import plain

_AS_READ = object()


def ask_encoding(preview: Preview) -> None:
    """The picker for how the letters of a file are to be read, where they look wrong or were picked."""
    offered = preview.other_encodings
    current = preview.choices.encoding
    if not offered and not current:
        return
    options = tuple(dict.fromkeys(("", *offered, *([current] if current else []))))
    show_question(
        preview, "encoding", "ตัวอักษรในไฟล์เพี้ยน อ่านแบบ", options, current,
        lambda name: TEXT_ENCODINGS.get(str(name), str(name)) if name else "ตามที่โปรแกรมอ่าน",
        lambda now, picked: replace(now, encoding=str(picked or "")),
    )  # fmt: skip


def ask_reading(preview: Preview, issue: Issue) -> None:
    """What a cell, or all cells of one question, are to be read as."""
    place = (issue.sheet, issue.cell)

    leave = (_AS_READ,) if issue.severity is Severity.QUESTION else ()

    def words(option: object) -> str:
        if option is None:
            return LATER
        if option is _AS_READ:
            return "ไม่นำเข้าเซลล์นี้"
        return f"ใช้ {option}" if option else "ถือว่าไม่มีข้อมูล"

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        if picked is _AS_READ:
            return leave_as_read(now, issue)
        kept = {key: text for key, text in now.corrections if key != place}
        if isinstance(picked, str):
            kept[place] = picked
        return replace(now, corrections=tuple(kept.items()))

    show_question(
        preview, f"reading-{issue.code}-{place}", question_words(issue), (None, *issue.readings, *leave),
        None, words, change,
    )  # fmt: skip


def ask_to_leave(preview: Preview, issue: Issue) -> None:
    """A question that only the file itself can settle: it is left as read, or mended and loaded anew."""
    show_question(
        preview, f"leave-{issue.code}-{issue.sheet}-{issue.cell}", question_words(issue), (None, True), None,
        lambda option: "รับทราบ ใช้ตามที่โปรแกรมอ่าน" if option else LATER,
        lambda now, picked: leave_as_read(now, issue) if picked else now,
    )  # fmt: skip


def leave_as_read(now: ImportChoices, issue: Issue) -> ImportChoices:
    """The answers with one question seen and left."""
    return replace(now, seen=tuple(dict.fromkeys((*now.seen, (issue.code, issue.sheet, issue.cell)))))


def show_corrected(preview: Preview) -> None:
    """Answers whose question is no longer drawn, each of which can be asked anew."""
    given: dict[object, str] = {
        place: f"เซลล์ {place[1]} ใช้ {text or 'ไม่มีข้อมูล'}" for place, text in preview.choices.corrections
    }
    schools = (
        *dict(preview.choices.schools),
        *preview.choices.skipped_schools,
        *preview.choices.added_schools,
    )
    asked = {unknown.key for unknown in preview.data.unknown_schools}
    given |= {key: f"โรงเรียนของ “{key}”" for key in schools if key not in asked}
    given |= {seen: f"{seen[2] or seen[1] or 'ไฟล์'} ใช้ตามที่โปรแกรมอ่าน" for seen in preview.choices.seen}
    if not given:
        return

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        return replace(
            now,
            corrections=tuple(each for each in now.corrections if each[0] != picked),
            seen=tuple(each for each in now.seen if each != picked),
            schools=tuple(each for each in now.schools if each[0] != picked),
            added_schools=tuple(each for each in now.added_schools if each != picked),
            skipped_schools=tuple(each for each in now.skipped_schools if each != picked),
        )

    show_question(
        preview, f"again-{len(given)}", f"ตอบไปแล้ว {len(given):,} ข้อ ถามใหม่", (None, *given), None,
        lambda option: "ไม่ต้องถามใหม่" if option is None else given[option], change,
    )  # fmt: skip


def ask_fraction(preview: Preview, issue: Issue) -> None:
    """Whether the values of a column count 0–1 or are per cents already."""
    first = issue.cell.split(",")[0].split(":")[0]
    letters, row = "".join(filter(str.isalpha, first)), int("".join(filter(str.isdigit, first)) or 0)
    places = [
        (table.place(column), column)
        for table in preview.data.tables
        if table.sheet == issue.sheet and table.header_rows[0] <= row
        for column in table.columns
        if column.role is Role.VALUE and column_letter(column.index) == letters
    ]
    if not places:
        ask_to_leave(preview, issue)
        return
    place, column = places[-1]

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        kept = {key: value for key, value in now.fractions if key != place}
        if picked is not None:
            kept[place] = bool(picked)
        return replace(now, fractions=tuple(kept.items()))

    words = {None: LATER, True: "สัดส่วน 0–1 (0.85 คือร้อยละ 85)", False: "ร้อยละอยู่แล้ว (0.85 คือร้อยละ 0.85)"}
    show_question(
        preview, f"fraction-{place}", f"คอลัมน์ “{plain(column.title)}” เป็น", (None, True, False),
        dict(preview.choices.fractions).get(place), lambda option: words[option], change,  # type: ignore[index]
    )  # fmt: skip


def question_words(issue: Issue) -> str:
    """Where and what, on one line, for a picker's label."""
    sheet = f"ชีต “{plain(issue.sheet)}” " if issue.sheet else ""
    cell = f"{issue.cell} " if issue.cell else ""
    return f"{sheet}{cell}{plain(issue.message)}"
