"""Pieces of HTML: text that is safe to write, tables that can be listened to, the frame of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from lib.domain.documents import Align
from lib.report.characters import printable

_ALIGN = {"left": "", "right": ' class="right"', "center": ' class="mid"'}


@lru_cache(maxsize=8192)
def text_html(text: str) -> str:
    """Text as it may stand between tags or in an attribute."""
    return escape(printable(text), quote=True)


@dataclass(frozen=True, slots=True)
class HtmlColumn:
    """One column; neighbours with the same ``group`` stand under one heading."""

    title: str
    align: Align = "left"
    group: str = ""


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """A table; cells are HTML already, headings and caption are plain text.

    Attributes:
        name: what it is called by those who hear it, where the caption is empty.
        strong: positions of rows that stand out; one with only its first cell heads the rows below it.
    """

    caption: str
    columns: Sequence[HtmlColumn]
    rows: Sequence[Sequence[str]]
    name: str = ""
    strong: frozenset[int] = field(default_factory=frozenset)


def table_html(table: HtmlTable) -> str:
    """The table in a box that scrolls sideways, by keys too."""
    caption = f"<caption>{text_html(table.caption)}</caption>" if table.caption else ""
    rows = "".join(_row(table, place, row) for place, row in enumerate(table.rows))
    name = text_html(table.caption or table.name or table.columns[0].title)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{name}"><table>{caption}'
        f"<thead>{_head(table.columns)}</thead><tbody>{rows}</tbody></table></div>"
    )


def _head(columns: Sequence[HtmlColumn]) -> str:
    if not any(column.group for column in columns):
        return "<tr>" + "".join(_column(column) for column in columns) + "</tr>"
    first, second, place = "", "", 0
    while place < len(columns):
        group, width = columns[place].group, 1
        while group and place + width < len(columns) and columns[place + width].group == group:
            width += 1
        if group:
            first += f'<th scope="colgroup" colspan="{width}" class="mid">{text_html(group)}</th>'
            second += "".join(_column(column) for column in columns[place : place + width])
        else:
            first += _column(columns[place], ' rowspan="2"')
        place += width
    return f"<tr>{first}</tr><tr>{second}</tr>"


def _column(column: HtmlColumn, more: str = "") -> str:
    return f'<th scope="col"{more}{_ALIGN[column.align]}>{text_html(column.title)}</th>'


def _row(table: HtmlTable, place: int, row: Sequence[str]) -> str:
    strong = place in table.strong
    if strong and len(row) > 1 and not any(row[1:]):
        return f'<tr><th scope="rowgroup" class="band" colspan="{len(row)}">{row[0]}</th></tr>'
    cells = "".join(
        f"<td{_ALIGN[column.align]}>{cell}</td>"
        for column, cell in zip(table.columns[1:], row[1:], strict=True)
    )
    tag, scope = ("th", ' scope="row"') if row[0] else ("td", "")  # an empty heading says nothing
    head = f"<{tag}{scope}{_ALIGN[table.columns[0].align]}>{row[0]}</{tag}>"
    look = ' class="strong"' if strong else ""
    return f"<tr{look}>{head}{cells}</tr>"


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What every page of a site shares.

    Attributes:
        pages: (file, words in the menu) in their order.
        notices: sentences above every page, such as that all is fictional.
    """

    office: str
    pages: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    made: str


def page_html(frame: SiteFrame, file: str, title: str, body: str) -> bytes:
    """A whole page; it asks for nothing outside its folder."""
    here = ' aria-current="page"'
    links = "".join(
        f'<li><a href="{name}"{here if name == file else ""}>{text_html(words)}</a></li>'
        for name, words in frame.pages
    )
    notices = "".join(f'<p class="notice">{text_html(notice)}</p>' for notice in frame.notices)
    aside = f'<aside aria-label="ข้อควรทราบ">{notices}</aside>' if notices else ""
    return (
        '<!DOCTYPE html>\n<html lang="th"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{text_html(title)} | {text_html(frame.office)}</title>"
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css">'
        '<script src="site.js" defer="defer"></script></head><body>'
        '<a class="skip" href="#main">ข้ามไปที่เนื้อหา</a>'
        f'<header class="top"><p>{text_html(frame.office)}</p>'
        f'<nav aria-label="หน้าของเอกสารนี้"><ul>{links}</ul></nav></header>{aside}'
        f'<main id="main" tabindex="-1"><h1>{text_html(title)}</h1>{body}</main>'
        f"<footer><p>{text_html(frame.made)}</p></footer></body></html>\n"
    ).encode()
