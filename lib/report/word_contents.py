"""สารบัญ, สารบัญตาราง and สารบัญภาพ: real fields, filled beforehand so that they are never empty on screen."""

from collections.abc import Iterable

from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Digits, Document, Heading, Table
from lib.report.characters import with_digits
from lib.report.numbering import CHART_WORD, TABLE_WORD, Numbered, NumberedDocument
from lib.report.page_setup import A4, PageSetup
from lib.report.word_layout import forecast_pages
from lib.report.word_text import field_xml, text_xml


def contents_xml(document: Document, numbered: NumberedDocument, setup: PageSetup = A4) -> str:
    """The lists a document asks for, on a page of their own; a list without entries is left out."""
    digits = document.lang_digits
    pages = {anchor: with_digits(page, digits) for anchor, page in forecast_pages(numbered, setup).items()}
    lists: list[str] = []
    if document.contents:
        entries = [
            (f"TOC{item.block.level}", f"{item.label} {item.block.text}".strip(), item.anchor)
            for item in numbered.all_blocks()
            if isinstance(item.block, Heading) and item.block.level <= 2
        ]
        lists.append(_list_xml("สารบัญ", 'TOC \\o "1-2" \\h \\z', entries, pages, digits, "TOCHeading"))
    if document.list_of_tables:
        entries = _caption_entries(numbered.all_blocks(), Table)
        lists.append(_list_xml("สารบัญตาราง", f'TOC \\h \\z \\c "{TABLE_WORD}"', entries, pages, digits))
    if document.list_of_charts:
        entries = _caption_entries(numbered.all_blocks(), Chart)
        lists.append(_list_xml("สารบัญภาพ", f'TOC \\h \\z \\c "{CHART_WORD}"', entries, pages, digits))
    return "".join(lists)


def _caption_entries(
    items: Iterable[Numbered], kind: type[Table] | type[Chart]
) -> list[tuple[str, str, str]]:
    return [
        ("TableofFigures", f"{item.label} {item.block.caption}", item.anchor)
        for item in items
        if isinstance(item.block, kind)
    ]


def _list_xml(
    title: str,
    instruction: str,
    entries: list[tuple[str, str, str]],
    pages: dict[str, str],
    digits: Digits,
    heading_style: str = "ListHeading",
) -> str:
    if not entries:
        return ""
    opening = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    lines = [
        _entry_xml(style, text, anchor, pages[anchor], digits, opening if position == 0 else "")
        for position, (style, text, anchor) in enumerate(entries)
    ]
    closing = (
        '<w:p><w:pPr><w:pStyle w:val="SectionMark"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    head = (
        f'<w:p><w:pPr><w:pStyle w:val="{heading_style}"/></w:pPr><w:r>{text_xml(title, digits)}</w:r></w:p>'
    )
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{head}{''.join(lines)}{closing}</w:sdtContent></w:sdt>"
    )


def _entry_xml(style: str, text: str, anchor: str, page_number: str, digits: Digits, opening: str) -> str:
    page = field_xml(f"PAGEREF {anchor} \\h", page_number)
    words = text_xml(text.replace("\n", " "), digits)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{opening}'
        f'<w:hyperlink w:anchor="{anchor}" w:history="1"><w:r>{words}</w:r>'
        f"<w:r><w:tab/></w:r>{page}</w:hyperlink></w:p>"
    )
