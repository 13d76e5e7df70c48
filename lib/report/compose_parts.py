"""Small pieces that every chapter is made of."""

import re

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Block, BulletList, Paragraph, Run
from lib.domain.report_content import ReportContent
from lib.report.written_blocks import written_blocks
from lib.thai.numerals import format_number

_AREA_NUMBER = re.compile(r"เขต (\d+)")


def paragraphs(text: str) -> tuple[Block, ...]:
    """One body paragraph per non-empty line."""
    return tuple(Paragraph((Run(line.strip()),)) for line in text.splitlines() if line.strip())


def unbroken_office(name: str) -> str:
    """The office's name for a cover, its number never on a line of its own."""
    return _AREA_NUMBER.sub("เขต\u00a0\\1", name)


def bullets(lines: tuple[str, ...]) -> Block:
    return BulletList(tuple((Run(line),) for line in lines))


def text_of(content: ReportContent, words: ReportWords, section_id: str) -> str:
    """What people wrote for a section, else the packaged wording filled from the data."""
    return content.text(section_id) or packaged_text(content, words, section_id)


def packaged_text(content: ReportContent, words: ReportWords, section_id: str) -> str:
    """The packaged wording filled from the data; empty for a section that has none."""
    return words.texts.get(section_id, "").format(
        office=content.office_name,
        n_schools=format_number(content.n_schools, 0),
        n_files=format_number(len(content.sources), 0),
        academic_year=content.academic_year_be or "–",
        fiscal_year=content.fiscal_year_be or "–",
    )


def written(content: ReportContent, words: ReportWords, section_id: str) -> tuple[Block, ...]:
    """A marked section with its text, the packaged wording where people wrote none and there is one."""
    text = text_of(content, words, section_id)
    return written_blocks(section_id, text, points=section_id == "purpose_text")
