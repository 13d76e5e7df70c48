"""Numbers of chapters, tables and charts, counted once for every file format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Block, Document, Heading, Table

TABLE_WORD = "ตารางที่"
CHART_WORD = "ภาพที่"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with what it is called.

    Attributes:
        label: บทที่ 1, 1.2, ตารางที่ 3, ภาพที่ 4; empty for what has no number.
        number: the running number of a table or chart, else 0.
        anchor: a name unique in the document for headings, tables and charts, else empty.
    """

    block: Block
    label: str = ""
    number: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class NumberedDocument:
    """The blocks of a document in reading order, front sections apart from the body."""

    front: tuple[tuple[Numbered, ...], ...]
    body: tuple[Numbered, ...]

    def all_blocks(self) -> Iterator[Numbered]:
        for section in self.front:
            yield from section
        yield from self.body

    def references(self) -> dict[str, Numbered]:
        """Tables and charts by their key."""
        return {
            item.block.key: item
            for item in self.all_blocks()
            if isinstance(item.block, Table | Chart) and item.block.key
        }


def number_document(document: Document) -> NumberedDocument:
    """Number the blocks of a document; the title of a front section becomes an unnumbered heading."""
    counter = _Counter(document.chapter_word)
    front = tuple(
        tuple(counter.number((Heading(1, section.title), *section.blocks)))
        for section in document.front_matter
    )
    return NumberedDocument(front, tuple(counter.number(document.blocks)))


class _Counter:
    """Running numbers while the blocks go by."""

    def __init__(self, chapter_word: str) -> None:
        self._chapter_word = chapter_word
        self._tables = self._charts = self._headings = 0
        self._levels = [0, 0, 0]

    def number(self, blocks: Iterable[Block]) -> Iterator[Numbered]:
        for block in blocks:
            if isinstance(block, Heading):
                self._headings += 1
                yield Numbered(block, self._heading_label(block), 0, f"_Toc{self._headings:08d}")
            elif isinstance(block, Table):
                self._tables += 1
                yield Numbered(
                    block, f"{TABLE_WORD} {self._tables}", self._tables, f"_Ref1{self._tables:07d}"
                )
            elif isinstance(block, Chart):
                self._charts += 1
                yield Numbered(
                    block, f"{CHART_WORD} {self._charts}", self._charts, f"_Ref2{self._charts:07d}"
                )
            else:
                yield Numbered(block)

    def _heading_label(self, heading: Heading) -> str:
        if not heading.numbered:
            return ""
        depth = heading.level
        self._levels[depth - 1] += 1
        self._levels[depth:] = [0] * (3 - depth)
        if depth == 1:
            return f"{self._chapter_word} {self._levels[0]}"
        return ".".join(str(number) for number in self._levels[:depth] if number)
