"""Text that people write as the page shows it: points and bold words, nothing else of Markdown."""

from lib.domain.written_text import WrittenLine, parse_written
from lib.ui.plain import plain


def written_markdown(text: str) -> str:
    """Markdown that draws a section as the Word file prints it."""
    lines = [_line(line) for line in parse_written(text)]
    return "\n\n".join(lines).replace("\n\n- ", "\n- ")


def _line(line: WrittenLine) -> str:
    told = "".join(f"**{plain(piece.text)}**" if piece.bold else _spaced(piece.text) for piece in line.pieces)
    return f"- {told}" if line.is_point else told


def _spaced(text: str) -> str:
    """Plain words that keep the spaces towards their bold neighbours."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{plain(text)}{after}"
