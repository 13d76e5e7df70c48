"""What a stored piece of evidence looks like, without opening another program."""

from dataclasses import dataclass

from lib.domain.document_text import TextBlock
from lib.errors import RefusedFile
from lib.ingest.child import read_document
from lib.ingest.evidence_files import check_evidence_file
from lib.ingest.pdf_picture import draw_page, has_pages_to_draw
from lib.storage.engine import Store
from lib.storage.files import load_file

_MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class EvidencePreview:
    """The file, and a picture of its first page or its first lines; neither for a workbook.

    Attributes:
        picture: PNG or JPEG.
        fault: why it cannot be shown, in words; empty where it can.
    """

    content: bytes
    picture: bytes | None = None
    lines: tuple[str, ...] = ()
    fault: str = ""


def preview_evidence(store: Store, sha256: str, file_name: str) -> EvidencePreview:
    """Look into a stored file; untrusted documents are opened in the capped child only.

    Raises:
        WorkbenchError: the stored file is gone or was changed.
    """
    content = load_file(store, sha256)
    try:
        media_type = check_evidence_file(content, file_name)
        if media_type.startswith("image/"):
            return EvidencePreview(content, picture=content)
        if has_pages_to_draw(content):
            return EvidencePreview(content, picture=draw_page(content, 1))
        if file_name.lower().endswith(".docx"):
            return EvidencePreview(content, lines=_first_lines(content, file_name))
    except RefusedFile as error:
        return EvidencePreview(content, fault=error.message)
    return EvidencePreview(content)


def _first_lines(content: bytes, file_name: str) -> tuple[str, ...]:
    lines: list[str] = []
    for block in read_document(content, file_name).blocks:
        if isinstance(block, TextBlock):
            lines.append(block.text)
        else:
            lines += [" │ ".join(cell for cell in row if cell) for row in block.rows]
    return tuple(line for line in lines if line.strip())[:_MOST_LINES]
