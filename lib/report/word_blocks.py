"""Each kind of block as WordprocessingML; bookmark ids and chart parts are handed out in reading order."""

from collections.abc import Iterable

from docx.document import Document as DocxDocument

from lib.domain.bound_words import note_runs
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import BulletList, Document, Heading, PageBreak, Paragraph, Run, Table
from lib.report.characters import with_digits
from lib.report.chart_target import full_caption
from lib.report.numbering import CHART_WORD, TABLE_WORD, Numbered, NumberedDocument
from lib.report.word_charts import add_chart_part, drawing_xml
from lib.report.word_figures import FigureMarks, runs_xml
from lib.report.word_package import WaitingTables
from lib.report.word_tables import table_xml
from lib.report.word_text import Bookmarks, field_xml, run_xml
from lib.report.written_blocks import with_controls

_STYLES = {"body": "BodyText", "plain": "PlainText", "center": "CenterText", "note": "Note"}
_SEQUENCE_FORMATS = {"arabic": "ARABIC", "thai": "THAIARABIC"}
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def paragraph_xml(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


class BlockWriter:
    """Writes the blocks of one document into one Word package.

    ``figures`` gathers what they show, ``tables`` holds the tables until the package is written.
    """

    def __init__(self, document: Document, numbered: NumberedDocument, word: DocxDocument) -> None:
        self._digits = document.lang_digits
        self._table_digits = document.table_digits
        self._references = numbered.references()
        self._bookmarks = Bookmarks()
        self._word = word
        self.figures = FigureMarks(document, self._bookmarks)
        self.tables = WaitingTables()

    def block_xml(self, item: Numbered, width_cm: float) -> str:
        """One block; ``width_cm`` is the text width of the page it stands on."""
        match item.block:
            case Heading() as heading:
                return self._heading(item, heading)
            case Paragraph(runs, style):
                return paragraph_xml(_STYLES[style], self._runs(runs))
            case BulletList(items):
                return "".join(paragraph_xml("ListBullet", self._runs(runs)) for runs in items)
            case Table() as table:
                return self._table(item, table, width_cm)
            case Chart() as chart:
                return self._chart(item, chart)
            case PageBreak():
                return _PAGE_BREAK

    def blocks_xml(self, items: Iterable[Numbered], width_cm: float) -> list[str]:
        """Neighbouring blocks; those of a written section stand in one content control."""
        return with_controls(items, lambda item: self.block_xml(item, width_cm), self._bookmarks)

    def _runs(self, runs: tuple[Run, ...]) -> str:
        return runs_xml(runs, self._digits, self.figures, self._references)

    def _heading(self, item: Numbered, heading: Heading) -> str:
        text = run_xml(f"{item.label} {heading.text}".strip(), self._digits)
        return paragraph_xml(f"Heading{heading.level}", self._bookmarks.around(item.anchor, text))

    def _table(self, item: Numbered, table: Table, width_cm: float) -> str:
        # a table right under its heading needs no caption
        caption = self._caption("Caption", item, TABLE_WORD, table.caption) if table.caption else ""
        body = self.tables.hold(table_xml(table, width_cm, self._table_digits, self.figures))
        return caption + body + self._note(table)

    def _chart(self, item: Numbered, chart: Chart) -> str:
        self.figures.note_chart(chart, item.number)
        relationship_id = add_chart_part(self._word, chart, item.number)
        picture = paragraph_xml("Figure", drawing_xml(chart, item.number, relationship_id))
        caption = self._caption("FigureCaption", item, CHART_WORD, full_caption(chart))
        return picture + caption + self._note(chart)

    def _note(self, block: Table | Chart) -> str:
        """What stands under a table or chart; without words, only the distance to the text."""
        note = note_runs(block)
        return paragraph_xml("Note", self._runs(note)) if note else paragraph_xml("Gap", "")

    def _caption(self, style: str, item: Numbered, word: str, text: str) -> str:
        number = with_digits(str(item.number), self._digits)
        sequence = field_xml(
            f"SEQ {word} \\* {_SEQUENCE_FORMATS[self._digits]}", number, character_style="Strong"
        )
        label = self._bookmarks.around(item.anchor, run_xml(f"{word} ", self._digits, bold=True) + sequence)
        return paragraph_xml(style, label + run_xml(f"  {text}", self._digits))
