"""One slide as the browser shows it: the same words as in PowerPoint, in the same order."""

from collections.abc import Sequence
from html import escape

from lib.domain.documents import Digits, Run, Table
from lib.domain.slides import Slide, SlideKind, SlideLine
from lib.report.slide_text import shown_text

_SIGNS: dict[SlideKind, tuple[str, str]] = {"strengths": ("▲", "up"), "improvement_areas": ("▼", "down")}


def title_html(slide: Slide, digits: Digits) -> str:
    return f'<h1 class="slide-title">{escape(shown_text(slide.message, digits))}</h1>'


def cover_html(slide: Slide, digits: Digits) -> str:
    """Title and lines of the first slide."""
    lines = "".join(f"<p>{escape(shown_text(each, digits))}</p>" for each in slide.lines)
    return f'<div class="slide-cover">{title_html(slide, digits)}{lines}</div>'


def lines_html(slide: Slide, digits: Digits) -> str:
    """The lines with the sign that the file gives them; smaller beside a picture."""
    sign, side = _SIGNS.get(slide.kind, ("•", ""))
    beside = "beside" if slide.chart is not None or slide.table is not None else ""
    points = "".join(
        f'<li><span aria-hidden="true">{_sign(slide.kind, sign, place, digits)}</span>'
        f"<span>{escape(shown_text(each, digits))}</span></li>"
        for place, each in enumerate(slide.lines, start=1)
    )
    return f'<ul class="slide-words {side} {beside}">{points}</ul>' if points else ""


def table_html(table: Table) -> str:
    """The small table; its figures keep Arabic digits as in the file."""
    sides = ["right" if column.align == "right" else "" for column in table.columns]
    head = _row([column.title for column in table.columns], sides, "th")
    rows = "".join(_row(row, sides, "td") for row in table.rows)
    return (
        f'<table class="slide-table" aria-label="{escape(table.caption)}">'
        f"<thead>{head}</thead><tbody>{rows}</tbody></table>"
    )


def foot_html(slide: Slide, digits: Digits) -> str:
    source = shown_text(_as_line(slide.source), digits)
    return f'<p class="slide-foot">{escape(source)}</p>'


def notes_html(slide: Slide, digits: Digits) -> str:
    """What the speaker may say, and the source."""
    notes = (*slide.notes, _as_line(slide.source)) if slide.source else slide.notes
    return "".join(f"<p>{escape(shown_text(each, digits))}</p>" for each in notes)


def _sign(kind: SlideKind, sign: str, place: int, digits: Digits) -> str:
    return shown_text(_as_line(f"{place}."), digits) if kind == "decisions" else sign


def _row(cells: Sequence[str], sides: Sequence[str], tag: str) -> str:
    told = (f'<{tag} class="{side}">{escape(cell)}</{tag}>' for cell, side in zip(cells, sides, strict=True))
    return f"<tr>{''.join(told)}</tr>"


def _as_line(text: str) -> SlideLine:
    return (Run(text),)
