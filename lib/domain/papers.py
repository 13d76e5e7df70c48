"""The papers around a committee meeting as values: letter, memorandum, agenda, minutes, order."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from lib.domain.documents import Table


class PaperKind(StrEnum):
    """A paper the office writes around a meeting of its committee."""

    LETTER = "letter"
    MEMO = "memo"
    AGENDA = "agenda"
    MINUTES = "minutes"
    ORDER = "order"


class AgendaPart(StrEnum):
    """What an item of the agenda is for, whatever its number."""

    CHAIR = "chair"
    APPROVE = "approve"
    ARISING = "arising"
    INFORM = "inform"
    CONSIDER = "consider"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting; ``number`` as printed, such as 2/2569, empty to be filled by hand."""

    committee: str
    number: str
    day: date
    starts: time
    place: str
    ends: time | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs; an empty name leaves dots to write on.

    Attributes:
        position: one line or more.
    """

    position: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """หนังสือภายนอก.

    Attributes:
        reference: number of the letter; empty leaves room.
        address: lines under the office's name.
        to: whom it addresses.
        referring: อ้างถึง, one per letter referred to.
        enclosures: สิ่งที่ส่งมาด้วย.
        contact: unit that answers questions, telephone, line by line.
    """

    office: str
    address: tuple[str, ...]
    reference: str
    day: date
    subject: str
    to: str
    referring: tuple[str, ...]
    enclosures: tuple[str, ...]
    paragraphs: tuple[str, ...]
    closing: str
    signature: Signature
    contact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Memo:
    """บันทึกข้อความ, a letter within the office."""

    unit: str
    reference: str
    day: date
    subject: str
    to: str
    paragraphs: tuple[str, ...]
    signature: Signature


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """A matter under an item of the agenda.

    Attributes:
        text: what is told; empty where the title says all.
        table: figures shown with it.
        source: where the figures come from.
        resolution: what the meeting decided; empty leaves dots.
    """

    title: str
    text: str = ""
    table: Table | None = None
    source: str = ""
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the agenda with its matters."""

    number: int
    part: AgendaPart
    title: str
    points: tuple[AgendaPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """ระเบียบวาระการประชุม."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A place on the committee: its duty and whom its holder stands for; names are written by hand."""

    duty: str
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """รายงานการประชุม.

    Attributes:
        seats: who should have come; names and absences are written by hand.
        n_guests: dotted lines for people who came along.
        with_dissent: room for dissent and its reasons under what was considered (ม.83 of the Act of 2539).
    """

    meeting: Meeting
    seats: tuple[Seat, ...]
    items: tuple[AgendaItem, ...]
    recorder: Signature
    checker: Signature
    n_guests: int = 2
    with_dissent: bool = True


@dataclass(frozen=True, slots=True)
class Order:
    """คำสั่งแต่งตั้ง.

    Attributes:
        reference: its number without ที่; empty leaves room.
        opening: why, and by which power.
        duties: what the committee is to do.
        in_force: from when on.
    """

    office: str
    reference: str
    subject: str
    opening: tuple[str, ...]
    seats: tuple[Seat, ...]
    duties_heading: str
    duties: tuple[str, ...]
    in_force: str
    day: date
    signature: Signature


Paper = Letter | Memo | Agenda | Minutes | Order
