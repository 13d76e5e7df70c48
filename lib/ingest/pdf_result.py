"""Pages of a PDF as the reader child gives them."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.domain.document_text import TableBlock, TextBlock
from lib.domain.issues import Issue

Block = TextBlock | TableBlock


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page as read.

    Attributes:
        number: from 1.
        blocks: as its text layer has them.
        n_letters: characters of the text layer.
        image_pct: part of the page under its largest picture.
        n_paths: drawn shapes.
        hidden_text: the text layer is invisible, as a scanner lays it under its picture.
        fault: why nothing was read; empty for nothing wrong.
    """

    number: int
    blocks: Sequence[Block]
    n_letters: int
    image_pct: int
    n_paths: int
    hidden_text: bool
    fault: str


@dataclass(frozen=True, slots=True)
class PdfPages:
    """Pages in order and what was noticed while reading."""

    pages: tuple[PdfPage, ...]
    issues: tuple[Issue, ...]
