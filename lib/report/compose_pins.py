"""The annex of answers given in the meeting: sentence, figures and sources as they were pinned."""

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Block, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.report_content import PinnedAnswer, ReportContent

_WIDTH_CM = 16.0
_FIRST_SHARE = 0.4


def answer_list(content: ReportContent, words: ReportWords) -> list[Block]:
    """One heading for each answer."""
    blocks: list[Block] = []
    for one in content.pinned:
        blocks += answer_blocks(one, words)
    return blocks


def answer_blocks(one: PinnedAnswer, words: ReportWords) -> list[Block]:
    """An answer under its own heading."""
    blocks: list[Block] = [Heading(2, one.title), Paragraph((Run(one.sentence),))]
    if one.remark:
        blocks.append(Paragraph((Run(one.remark, bold=True),), "plain"))
    if one.rows:
        others = (1 - _FIRST_SHARE) * _WIDTH_CM / max(len(one.columns) - 1, 1)
        columns = [
            TableColumn(title, width_cm=others if place else _FIRST_SHARE * _WIDTH_CM)
            for place, title in enumerate(one.columns)
        ]
        caption = words.say("pinned_caption", title=one.title)
        blocks.append(Table(caption, tuple(columns), one.rows))
    sources = " · ".join(one.sources) or "–"
    blocks.append(Paragraph((Run(words.say("pinned_sources", sources=sources, stamp=one.stamp)),), "note"))
    return blocks
