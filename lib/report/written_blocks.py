"""What people write as blocks of a document, and the control around them in Word."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from lib.domain.documents import Block, BulletList, Document, FrontSection, Paragraph, Run
from lib.domain.written_sections import SECTION_BOOKMARK, SECTION_PROMPT, SECTION_TITLES
from lib.domain.written_text import Piece, WrittenLine, format_written, parse_written
from lib.report.numbering import Numbered
from lib.report.word_text import Bookmarks, attribute

_PROMPT = "PlaceholderText"


def written_blocks(section_id: str, text: str, *, points: bool = False) -> tuple[Block, ...]:
    """Paragraphs and lists of a written section; one without words holds its place by an empty paragraph.

    Args:
        points: every line is a point, with or without its mark.
    """
    lines = parse_written(text)
    if not lines:
        return (Paragraph((), section=section_id),)
    blocks: list[Block] = []
    for is_point, group in groupby(lines, key=lambda line: points or line.is_point):
        said = [tuple(Run(piece.text, bold=piece.bold) for piece in line.pieces) for line in group]
        if is_point:
            blocks.append(BulletList(tuple(said), section_id))
        else:
            blocks += [Paragraph(runs, section=section_id) for runs in said]
    return tuple(blocks)


def without_empty_sections(document: Document) -> Document:
    """The document as it is printed: a section that nobody wrote takes no room."""
    return replace(
        document,
        front_matter=tuple(
            FrontSection(each.title, tuple(block for block in each.blocks if not _is_empty(block)))
            for each in document.front_matter
        ),
        blocks=tuple(block for block in document.blocks if not _is_empty(block)),
    )


def section_of(block: Block) -> str:
    """Id of the written section a block belongs to, empty for none."""
    return block.section if isinstance(block, Paragraph | BulletList) else ""


def printed_sections(document: Document) -> tuple[tuple[str, str], ...]:
    """Section id → text as the document prints it, in the form people write."""
    lines: dict[str, list[WrittenLine]] = {}
    for block in document.all_blocks():
        if isinstance(block, BulletList) and block.section:
            lines.setdefault(block.section, []).extend(_line(item, is_point=True) for item in block.items)
        elif isinstance(block, Paragraph) and block.section:
            lines.setdefault(block.section, []).extend([_line(block.runs)] if block.runs else [])
    return tuple((section_id, format_written(tuple(said))) for section_id, said in lines.items())


def with_controls(
    items: Iterable[Numbered], write: Callable[[Numbered], str], bookmarks: Bookmarks
) -> list[str]:
    """Blocks as XML, neighbours of one written section inside one content control of Word.

    Args:
        write: one block as XML.
        bookmarks: a second sign of the section, which stays when somebody removes the control.
    """
    parts: list[str] = []
    for section_id, group in groupby(items, key=lambda item: section_of(item.block)):
        members = list(group)
        if not section_id:
            parts += [write(item) for item in members]
            continue
        is_empty = all(_is_empty(item.block) for item in members)
        content = _prompt() if is_empty else "".join(write(item) for item in members)
        _, start, end = bookmarks.ends(SECTION_BOOKMARK + section_id)
        # both ends inside paragraphs: Word moves those between blocks, out of the control
        content = content.replace("</w:pPr>", f"</w:pPr>{start}", 1)
        content = f"{content.removesuffix('</w:p>')}{end}</w:p>"
        title = attribute(SECTION_TITLES.get(section_id, section_id))
        parts.append(
            f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{section_id}"/>'
            f"{'<w:showingPlcHdr/>' if is_empty else ''}</w:sdtPr>"
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )
    return parts


def _prompt() -> str:
    run = f'<w:r><w:rPr><w:rStyle w:val="{_PROMPT}"/></w:rPr><w:t>{SECTION_PROMPT}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{run}</w:p>'


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.section) and not block.runs


def _line(runs: tuple[Run, ...], *, is_point: bool = False) -> WrittenLine:
    return WrittenLine(tuple(Piece(run.text, run.bold) for run in runs), is_point)
