"""The papers around a meeting, filled as far as the workbench knows: letter, agenda, minutes, order."""

from dataclasses import dataclass
from datetime import date, time

from lib.catalog.paper_words import PaperWords, load_paper_words
from lib.domain.office import Office
from lib.domain.papers import Agenda, Letter, Meeting, Memo, Minutes, Order, Paper, PaperKind, Seat, Signature
from lib.domain.report_content import ReportContent
from lib.report.paper_parts import clock, spoken_day
from lib.report.paper_word import make_paper_docx
from lib.services.paper_agenda import AgendaChoice, agenda_items

#: Notice in writing before a meeting (ม.80 of the Administrative Procedure Act of 2539).
_NOTICE_DAYS = 3
_NO_NUMBER = "......"
_ALL_MATTERS = AgendaChoice()


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """What a person chose for a paper.

    Attributes:
        written_on: day of the letter or order.
        reference: its number; empty to be filled by hand.
        address: lines under the office's name on a letter.
        seats: places on the committee; names are written by hand.
    """

    kind: PaperKind
    meeting_number: str
    day: date
    starts: time
    place: str
    written_on: date
    thai_digits: bool
    reference: str = ""
    address: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()
    agenda: AgendaChoice = _ALL_MATTERS


def standing_seats() -> tuple[Seat, ...]:
    """The places on the committee as the wording file lists them."""
    return load_paper_words().seats


def paper_name(kind: PaperKind) -> str:
    """What a paper is called."""
    return load_paper_words().name(kind)


def seats_as_text(seats: tuple[Seat, ...]) -> str:
    """One place a line: ``duty | whom it stands for``."""
    return "\n".join(f"{seat.duty} | {seat.stands_for}".rstrip(" |") for seat in seats)


def seats_from_text(text: str) -> tuple[Seat, ...]:
    """The places of the lines that are not empty; the reverse of :func:`seats_as_text`."""
    rows = (line.partition("|") for line in text.splitlines() if line.strip(" |"))
    return tuple(Seat(duty.strip(), stands_for.strip()) for duty, _, stands_for in rows)


def notice_caution(choice: PaperChoice) -> str:
    """What to mind where the invitation goes out too late; empty where it does not."""
    if choice.kind not in (PaperKind.LETTER, PaperKind.MEMO):
        return ""
    days = (choice.day - choice.written_on).days
    if days >= _NOTICE_DAYS:
        return ""
    told = f"ห่างจากวันประชุม {days:,} วัน" if days >= 0 else "อยู่หลังวันประชุม"
    return (
        f"วันที่ในหนังสือ{told} กฎหมายให้แจ้งล่วงหน้าเป็นหนังสืออย่างน้อย {_NOTICE_DAYS} วัน "
        "เลือกวันใหม่ หรือแจ้งกรรมการในที่ประชุมครั้งก่อน"
    )


def make_paper(content: ReportContent, office: Office, choice: PaperChoice) -> bytes:
    """The chosen paper as a Word file; what nobody knows yet is dotted.

    Args:
        content: figures, accepted findings and pinned answers that go under the agenda.
    """
    words = load_paper_words()
    return make_paper_docx(
        fill_paper(content, office, choice, words),
        words.name(choice.kind),
        office.name,
        thai_digits=choice.thai_digits,
        is_sample=office.is_sample,
    )


def fill_paper(content: ReportContent, office: Office, choice: PaperChoice, words: PaperWords) -> Paper:
    """The paper as a value."""
    name = office.name or "สำนักงานเขตพื้นที่การศึกษา"
    committee = f"{words.committee} {name}"
    meeting = Meeting(
        committee, choice.meeting_number, choice.day, choice.starts, choice.place or _NO_NUMBER * 4
    )
    fills = {
        "office": name,
        "committee": words.committee,
        "number": choice.meeting_number or _NO_NUMBER,
        "when": f"{spoken_day(choice.day)} เวลา {clock(choice.starts)}",
        "place": meeting.place,
    }
    match choice.kind:
        case PaperKind.LETTER:
            return _letter(choice, words, fills)
        case PaperKind.MEMO:
            return Memo(
                words.say("memo.unit", **fills),
                choice.reference,
                choice.written_on,
                words.say("memo.subject", **fills),
                words.say("memo.to", **fills),
                words.lines("memo.paragraphs", **fills),
                Signature(words.say("memo.position", **fills)),
            )
        case PaperKind.AGENDA:
            return Agenda(meeting, agenda_items(content, choice.agenda, words))
        case PaperKind.MINUTES:
            return Minutes(
                meeting,
                choice.seats,
                agenda_items(content, choice.agenda, words),
                Signature(words.texts["minutes.recorder"]),
                Signature(words.texts["minutes.checker"]),
            )
        case PaperKind.ORDER:
            return _order(choice, words, fills)


def _letter(choice: PaperChoice, words: PaperWords, fills: dict[str, str]) -> Letter:
    return Letter(
        office=fills["office"],
        address=choice.address,
        reference=choice.reference,
        day=choice.written_on,
        subject=words.say("letter.subject", **fills),
        to=words.say("letter.to", **fills),
        referring=(),
        enclosures=words.lines("letter.enclosures", **fills),
        paragraphs=words.lines("letter.paragraphs", **fills),
        closing=words.texts["letter.closing"],
        signature=Signature(words.say("letter.position", **fills)),
        contact=words.lines("letter.contact", **fills),
    )


def _order(choice: PaperChoice, words: PaperWords, fills: dict[str, str]) -> Order:
    return Order(
        office=fills["office"],
        reference=choice.reference,
        subject=words.say("order.subject", **fills),
        opening=words.lines("order.opening", **fills),
        seats=choice.seats,
        duties_heading=words.texts["order.duties_heading"],
        duties=words.lines("order.duties", **fills),
        in_force=words.texts["order.in_force"],
        day=choice.written_on,
        signature=Signature(words.say("order.position", **fills)),
    )
