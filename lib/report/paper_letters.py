"""A letter, a memorandum and an order as parts on paper (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ)."""

from lib.domain.papers import Letter, Memo, Order
from lib.report.paper_parts import (
    SHORT_DOTS,
    Crest,
    Line,
    Part,
    Piece,
    headed,
    line,
    lines,
    seats,
    signature,
    spoken_day,
)
from lib.thai.dates import format_date

#: Heights of ครุฑ: on a letter and an order, on a memorandum.
_CREST_CM, _MEMO_CREST_CM = 3.0, 1.5
_ORDER_RULE = "-" * 40


def letter_parts(paper: Letter) -> list[Part]:
    """หนังสือภายนอก: crest, number and office, date, subject, addressee, text, closing, signature, unit."""
    reference = Line("PaperRef", (Piece(f"ที่ {paper.reference or SHORT_DOTS}"), Piece(f"\t{paper.office}")))
    parts: list[Part] = [Crest(_CREST_CM), reference, *lines("PaperAddress", paper.address)]
    parts += [line("PaperDate", format_date(paper.day)), headed("PaperHead", "เรื่อง", paper.subject)]
    parts.append(headed("PaperHead", "เรียน", paper.to))
    if paper.referring:
        parts += _listed("PaperHead", "อ้างถึง", paper.referring)
    if paper.enclosures:
        parts += _listed("PaperEnclosure", "สิ่งที่ส่งมาด้วย", paper.enclosures)
    parts += _text(paper.paragraphs)
    parts += signature(paper.signature, paper.closing)
    parts.append(line("PaperPlain"))
    return parts + lines("PaperPlain", paper.contact)


def memo_parts(paper: Memo) -> list[Part]:
    """บันทึกข้อความ: labels bold before dotted lines, and no rule under them."""
    halves = (
        Piece("ที่", "label"),
        Piece(f" {paper.reference}\t"),
        Piece("วันที่", "label"),
        Piece(f" {format_date(paper.day)}\t"),
    )
    return [
        Crest(_MEMO_CREST_CM, "บันทึกข้อความ"),
        Line("PaperMemoLine", (Piece("ส่วนราชการ", "label"), Piece(f" {paper.unit}\t"))),
        Line("PaperMemoHalves", halves),
        Line("PaperMemoLine", (Piece("เรื่อง", "label"), Piece(f" {paper.subject}\t"))),
        headed("PaperHead", "เรียน", paper.to),
        *_text(paper.paragraphs),
        *signature(paper.signature),
    ]


def order_parts(paper: Order) -> list[Part]:
    """คำสั่ง: office, number, subject, reason and power, places, duties, in force, day, signature."""
    return [
        Crest(_CREST_CM),
        line("PaperTitle", f"คำสั่ง{paper.office}"),
        line("PaperOrderLine", f"ที่ {paper.reference or SHORT_DOTS}"),
        line("PaperOrderLine", f"เรื่อง {paper.subject}"),
        line("PaperOrderLine", _ORDER_RULE),
        *lines("PaperText", paper.opening),
        seats(paper.seats),
        line("PaperText", paper.duties_heading),
        *(headed("PaperPoint", f"{n}.", duty) for n, duty in enumerate(paper.duties, start=1)),
        *_text((paper.in_force, f"สั่ง ณ {spoken_day(paper.day)}")),
        *signature(paper.signature),
    ]


def _text(paragraphs: tuple[str, ...]) -> list[Part]:
    """The text; its end goes with the signature, which never stands on a page alone."""
    last = len(paragraphs) - 1
    return [
        Line("PaperText", (Piece(text),), with_next=n == last) for n, text in enumerate(paragraphs) if text
    ]


def _listed(style: str, head: str, texts: tuple[str, ...]) -> list[Part]:
    """The head once; several lines are numbered."""
    numbered = [f"{n}. {text}" for n, text in enumerate(texts, start=1)] if len(texts) > 1 else list(texts)
    return [headed(style, head if n == 0 else "", text) for n, text in enumerate(numbered)]
