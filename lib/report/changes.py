"""Two versions of a document side by side: which cells of its tables and which of its sentences differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Block, BulletList, Document, Heading, Paragraph, Run, Table


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of a table; ``row`` is its first cell, ``column`` its title."""

    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TableChange:
    """A table that differs, under its caption.

    Attributes:
        added / gone: rows that only one of the two versions has, by their first cell where that tells them.
        is_new / is_gone: the whole table is in one version only.
    """

    caption: str
    cells: tuple[CellChange, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    is_new: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A paragraph or list item; ``before`` is empty for a new one, ``after`` for one that goes."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DocumentChanges:
    """All that differs between two versions, in the order of the later one."""

    tables: tuple[TableChange, ...] = ()
    sentences: tuple[SentenceChange, ...] = ()


def compare_documents(before: Document | None, after: Document | None) -> DocumentChanges:
    """What a reader of both would find changed; None is a document that cannot be made."""
    return DocumentChanges(
        tuple(_tables(_all_tables(before), _all_tables(after))),
        tuple(_sentences(_all_sentences(before), _all_sentences(after))),
    )


def _blocks(document: Document | None) -> Iterator[Block]:
    if document is not None:
        for section in document.front_matter:
            yield from section.blocks
        yield from document.blocks


def _all_tables(document: Document | None) -> dict[str, Table]:
    return {block.caption: block for block in _blocks(document) if isinstance(block, Table)}


def _all_sentences(document: Document | None) -> list[str]:
    kinds = {
        block.key: "ตาราง" if isinstance(block, Table) else "ภาพ"
        for block in _blocks(document)
        if isinstance(block, Table | Chart) and block.key
    }
    said = []
    for block in _blocks(document):
        if isinstance(block, Heading):
            said.append(block.text)
        elif isinstance(block, Paragraph):
            said.append(_text(block.runs, kinds))
        elif isinstance(block, BulletList):
            said += [_text(item, kinds) for item in block.items]
    return said


def _text(runs: Sequence[Run], kinds: dict[str, str]) -> str:
    return "".join(kinds.get(run.refers_to, "") if run.refers_to else run.text for run in runs).strip()


def _tables(before: dict[str, Table], after: dict[str, Table]) -> Iterator[TableChange]:
    for caption, table in after.items():
        if caption not in before:
            yield TableChange(caption, is_new=True)
        elif change := _table(before[caption], table):
            yield change
    for caption in before.keys() - after.keys():
        yield TableChange(caption, is_gone=True)


def _table(before: Table, after: Table) -> TableChange | None:
    by_first = _by_first(before) and _by_first(after)
    old_rows, new_rows = _labels(before, by_first=by_first), _labels(after, by_first=by_first)
    cells: list[CellChange] = []
    added: list[str] = []
    gone: list[str] = []
    for kind, old, old_end, new, new_end in SequenceMatcher(
        None, old_rows, new_rows, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            for one, other in zip(before.rows[old:old_end], after.rows[new:new_end], strict=True):
                cells += _cells(before, after, one, other)
        else:
            gone += old_rows[old:old_end]
            added += new_rows[new:new_end]
    if not (cells or added or gone):
        return None
    return TableChange(after.caption, tuple(cells), tuple(added), tuple(gone))


def _by_first(table: Table) -> bool:
    """Whether the first cell tells each row from the others."""
    return len({row[0] for row in table.rows}) == len(table.rows)


def _labels(table: Table, *, by_first: bool) -> list[str]:
    return [row[0] if by_first else " · ".join(filter(None, row)) for row in table.rows]


def _cells(before: Table, after: Table, one: tuple[str, ...], other: tuple[str, ...]) -> list[CellChange]:
    """Cells by the title of their column; a column that only one version has is as good as empty before."""
    old = dict(zip(_titles(before), one, strict=True))
    return [
        CellChange(other[0], title, old.get(title, ""), text)
        for title, text in zip(_titles(after), other, strict=True)
        if old.get(title, "") != text
    ]


def _titles(table: Table) -> list[str]:
    return [" ".join(filter(None, (column.group, column.title))) for column in table.columns]


def _sentences(before: list[str], after: list[str]) -> Iterator[SentenceChange]:
    """Neighbours that took each other's place are one change."""
    for kind, old, old_end, new, new_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            continue
        gone, come = before[old:old_end], after[new:new_end]
        for place in range(max(len(gone), len(come))):
            yield SentenceChange(
                gone[place] if place < len(gone) else "", come[place] if place < len(come) else ""
            )
