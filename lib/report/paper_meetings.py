"""The agenda and the minutes of a meeting as parts on paper."""

from dataclasses import replace

from lib.domain.papers import Agenda, AgendaItem, AgendaPart, AgendaPoint, Meeting, Minutes
from lib.report.paper_parts import (
    SHORT_DOTS,
    Line,
    Part,
    Piece,
    clock,
    headed,
    line,
    people,
    seats,
    signature,
    spoken_day,
)

_RESOLUTION = "มติที่ประชุม"
_DISSENT = "ความเห็นแย้งและเหตุผล (ถ้ามี)"
_TITLE_RULE = "-" * 40
#: Matters under these are decided or noted; an answer of the meeting belongs to them.
_DECIDED = (AgendaPart.APPROVE, AgendaPart.INFORM, AgendaPart.CONSIDER)


def agenda_parts(paper: Agenda) -> list[Part]:
    """ระเบียบวาระการประชุม: meeting, day, hour, place, then the items with their matters."""
    meeting = paper.meeting
    parts: list[Part] = [
        *_title("ระเบียบวาระการประชุม", meeting),
        line("PaperTitle", f"{spoken_day(meeting.day)} เวลา {clock(meeting.starts)}"),
        line("PaperTitle", f"ณ {meeting.place}"),
        line("PaperOrderLine", _TITLE_RULE),
    ]
    for item in paper.items:
        parts.append(_item_head(item))
        parts += [_point_head(item, n, point) for n, point in enumerate(item.points, start=1)]
        if not item.points:
            parts.append(line("PaperBlank", "\t"))
    return parts


def minutes_parts(paper: Minutes) -> list[Part]:
    """รายงานการประชุม: who came, what was said item by item with its resolution, who wrote and checked it."""
    meeting = paper.meeting
    parts: list[Part] = [
        *_title("รายงานการประชุม", meeting),
        line("PaperTitle", f"เมื่อ{spoken_day(meeting.day)}"),
        line("PaperTitle", f"ณ {meeting.place}"),
        line("PaperOrderLine", _TITLE_RULE),
        line("PaperPart", "ผู้มาประชุม"),
        seats(paper.seats),
        line("PaperPart", "ผู้ไม่มาประชุม (ถ้ามี)"),
        people([(f"เนื่องจาก {SHORT_DOTS}", "")]),
    ]
    if paper.n_guests:
        parts.append(line("PaperPart", "ผู้เข้าร่วมประชุม (ถ้ามี)"))
        parts.append(people([(f"ตำแหน่ง {SHORT_DOTS}", "")] * paper.n_guests))
    parts.append(
        Line("PaperPart", (Piece("เริ่มประชุมเวลา", "bold"), Piece(f" {clock(meeting.starts)}")), with_next=True)
    )
    for item in paper.items:
        parts.append(_item_head(item))
        parts += _told(item, paper)
    ended = clock(meeting.ends) if meeting.ends else f"{SHORT_DOTS} น."
    closing = (Piece("เลิกประชุมเวลา", "bold"), Piece(f" {ended}"))
    parts.append(Line("PaperPart", closing, with_next=True))
    return [*parts, *signature(paper.recorder), *signature(paper.checker)]


def _title(name: str, meeting: Meeting) -> list[Part]:
    return [
        line("PaperTitle", name),
        line("PaperTitle", meeting.committee),
        line("PaperTitle", f"ครั้งที่ {meeting.number or SHORT_DOTS}"),
    ]


def _item_head(item: AgendaItem) -> Part:
    return line("PaperItem", f"ระเบียบวาระที่ {item.number}  {item.title}")


def _point_head(item: AgendaItem, n: int, point: AgendaPoint) -> Line:
    return headed("PaperPoint", f"{item.number}.{n}", point.title)


def _told(item: AgendaItem, paper: Minutes) -> list[Part]:
    """The matters of an item; where there are none, a line to write on."""
    if not item.points:
        blank: list[Part] = [line("PaperBlank", "\t"), line("PaperBlank", "\t")]
        return [*blank, _resolution(AgendaPoint(""))] if item.part in _DECIDED else blank
    parts: list[Part] = []
    for n, point in enumerate(item.points, start=1):
        parts.append(replace(_point_head(item, n, point), with_next=bool(point.text)))
        parts += [line("PaperText", text) for text in point.text.splitlines()]
        if point.table is not None:
            parts.append(point.table)
        if point.source:
            parts.append(line("PaperSource", point.source, "verbatim"))
        if item.part in _DECIDED:
            parts.append(_resolution(point))
        if item.part is AgendaPart.CONSIDER and paper.with_dissent:
            parts.append(Line("PaperBlank", (Piece(_DISSENT, "bold"), Piece(" \t"))))
    return parts


def _resolution(point: AgendaPoint) -> Line:
    """Dots to its right end where the meeting has not decided yet."""
    said = f" {point.resolution}" if point.resolution else " \t"
    return Line("PaperBlank", (Piece(_RESOLUTION, "bold"), Piece(said)))
