"""One report under two names: the same text, however its lines are broken."""

from hashlib import sha256

from lib.domain.document_text import DocumentText, TextBlock

_LEAST_LETTERS = 200


def hash_text(document: DocumentText) -> str:
    """A key under which two files of one text meet; empty for a text too short to tell reports apart."""
    texts = (
        block.text if isinstance(block, TextBlock) else "".join(cell for row in block.rows for cell in row)
        for block in document.blocks
    )
    letters = "".join("".join(texts).split())
    return sha256(letters.encode("utf-8", "replace")).hexdigest() if len(letters) >= _LEAST_LETTERS else ""


def hash_words(text: str) -> str:
    """A key under which the same words meet, whatever the spaces between them."""
    return sha256("".join(text.split()).encode("utf-8", "replace")).hexdigest()
