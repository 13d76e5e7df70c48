"""The marked sections of an edited report and what was typed around them; runs in the reader child only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import Final

from lxml.etree import _Element

from lib.domain.written_sections import SECTION_BOOKMARK, SECTION_PROMPT, SECTION_TITLES, line_mark
from lib.domain.written_text import Piece, WrittenLine, make_line
from lib.ingest.docx_runs import is_deleted, own_pieces
from lib.ingest.docx_styles import ParagraphStyle, W

_WRAPPERS: Final = frozenset({f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo"})
_DRAWN: Final = (f"{W}drawing", f"{W}pict", f"{W}object")
_POINT: Final = ("list bullet", "list number", "list paragraph")
_NOTES: Final = (f"{W}footnoteReference", f"{W}endnoteReference")


@dataclass(slots=True)
class SectionDraft:
    """A section while its blocks go by."""

    lines: list[WrittenLine] = field(default_factory=list)
    is_bare: bool = False
    n_tables: int = 0
    n_pictures: int = 0


@dataclass(frozen=True, slots=True)
class Stray:
    """A line outside the sections, with its mark."""

    text: str
    where: str
    kind: str
    mark: str


class SectionReader:
    """Walks the body once.

    Attributes:
        sections: by id, in the order found; a control comes before a bookmark of the same id.
        strays: every line outside, printed ones too; the caller knows which those are.
    """

    def __init__(self, styles: dict[str, ParagraphStyle]) -> None:
        self.sections: dict[str, SectionDraft] = {}
        self.strays: list[Stray] = []
        self._styles = styles
        self._where = ""
        self._open_marks: dict[str, str] = {}

    def read(self, parent: Iterable[_Element]) -> None:
        """Blocks of the body, or of what wraps some of them."""
        for child in parent:
            if child.tag == f"{W}sdt":
                self._control(child)
            elif child.tag in _WRAPPERS:
                self.read(child)
            elif child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
            else:
                self._marks(child)

    def _control(self, control: _Element) -> None:
        properties = control.find(f"{W}sdtPr")
        content = control.find(f"{W}sdtContent")
        if content is None:
            return
        tag = None if properties is None else properties.find(f"{W}tag")
        section_id = "" if tag is None else str(tag.get(f"{W}val", ""))
        if section_id in SECTION_TITLES:
            draft = self.sections.setdefault(section_id, SectionDraft())
            draft.is_bare = False
            self._fill(draft, content)
        elif properties is None or properties.find(f"{W}docPartObj") is None:
            self.read(content)
        elif any(
            str(mark.get(f"{W}name", "")).startswith(SECTION_BOOKMARK)
            for mark in content.iter(f"{W}bookmarkStart")
        ):
            # LibreOffice may end the control of a list of contents chapters too late
            self.read(dropwhile(lambda child: not self._style(child).is_heading, content))

    def _fill(self, draft: SectionDraft, content: _Element) -> None:
        for child in content:
            if child.tag == f"{W}p":
                self._add(draft, child)
            elif child.tag == f"{W}tbl":
                draft.n_tables += 1
                rows = (row for row in child.iter(f"{W}tr"))
                draft.lines += [line for row in rows for line in _row_line(row)]
            elif child.tag in _WRAPPERS:
                self._fill(draft, child)
            elif child.tag == f"{W}sdt" and (inner := child.find(f"{W}sdtContent")) is not None:
                self._fill(draft, inner)

    def _add(self, draft: SectionDraft, paragraph: _Element) -> None:
        draft.n_pictures += sum(1 for _ in paragraph.iter(*_DRAWN))
        is_point = self._is_point(paragraph)
        for pieces in _split_lines(own_pieces(paragraph)):
            line = make_line(pieces, is_point=is_point)
            if line is not None and line.text != SECTION_PROMPT:
                draft.lines.append(line)

    def _paragraph(self, paragraph: _Element) -> None:
        inner = dict.fromkeys(
            str(tag.get(f"{W}val"))
            for tag in paragraph.iter(f"{W}tag")
            if tag.get(f"{W}val") in SECTION_TITLES
        )
        for section_id in inner:  # some programs put the control inside the paragraph
            self._add(self.sections.setdefault(section_id, SectionDraft()), paragraph)
        if inner:
            return
        if self._style(paragraph).is_heading:
            self._open_marks.clear()  # no section holds a heading; some programs never end a bookmark
        before = list(self._open_marks.values())
        started = self._marks(paragraph)
        bare = next((one for one in (*started, *reversed(before)) if one in SECTION_TITLES), "")
        if bare:
            known = self.sections.get(bare)
            if known is None:
                known = self.sections[bare] = SectionDraft(is_bare=True)
            if known.is_bare:
                self._add(known, paragraph)
                return
        self._outside(paragraph)

    def _marks(self, element: _Element) -> list[str]:
        """Follow the bookmarks of sections; returns those that begin in this element."""
        started = []
        for mark in element.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            mark_id = str(mark.get(f"{W}id", ""))
            name = str(mark.get(f"{W}name", ""))
            if mark.tag == f"{W}bookmarkEnd":
                self._open_marks.pop(mark_id, None)
            elif name.startswith(SECTION_BOOKMARK):
                section_id = name.removeprefix(SECTION_BOOKMARK)
                self._open_marks[mark_id] = section_id
                started.append(section_id)
        return started

    def _outside(self, paragraph: _Element) -> None:
        text = "".join(piece.text for piece in own_pieces(paragraph)).strip()
        whole = "".join(one.text or "" for one in paragraph.iter(f"{W}t") if not is_deleted(one))
        if self._style(paragraph).is_heading and text:
            self._where = text
        if line_mark(whole):
            self.strays.append(Stray(whole.strip(), self._where, "paragraph", line_mark(whole)))
        for kind in _NOTES:
            for _ in paragraph.iter(kind):
                self.strays.append(Stray(text, self._where, "note", ""))

    def _table(self, table: _Element) -> None:
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table:
                continue
            letters = "".join(one.text or "" for one in row.iter(f"{W}t") if not is_deleted(one))
            if mark := line_mark(letters):
                cells = ["".join(cell.itertext(f"{W}t")).strip() for cell in row.iter(f"{W}tc")]
                self.strays.append(Stray(" | ".join(filter(None, cells)), self._where, "row", mark))

    def _style(self, paragraph: _Element) -> ParagraphStyle:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        style_id = "" if named is None else str(named.get(f"{W}val", ""))
        return self._styles.get(style_id, ParagraphStyle(style_id, False))

    def _is_point(self, paragraph: _Element) -> bool:
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            return bool(number.get(f"{W}val") != "0")
        return self._style(paragraph).name.casefold().startswith(_POINT[:2])


def _split_lines(pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    """A paragraph's lines: a break inside it begins the next."""
    current: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        current.append(Piece(first, piece.bold))
        for other in others:
            yield tuple(current)
            current = [Piece(other, piece.bold)]
    yield tuple(current)


def _row_line(row: _Element) -> list[WrittenLine]:
    """The words of a table's row as one line; its shape cannot be kept."""
    cells = ["".join(cell.itertext(f"{W}t")).strip() for cell in row.iter(f"{W}tc")]
    line = make_line((Piece(" | ".join(filter(None, cells))),))
    return [line] if line else []
