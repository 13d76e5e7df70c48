"""The documents that prove the items of form ARS 46, written from their texts."""

import tomllib
from pathlib import Path

from sample_data.office_names import OFFICE_NAME
from sample_data.word_files import Block, Line, Lines, word_bytes

_TEXTS = Path(__file__).parent / "evidence_texts.toml"


def evidence_files() -> dict[str, bytes]:
    """File name → content."""
    documents = tomllib.loads(_TEXTS.read_text(encoding="utf-8"))["document"]
    files = {}
    for document in documents:
        blocks: list[Block] = [Line(document["title"], "title")]
        blocks += [Line(text) for text in document["lines"]]
        if "table" in document:
            blocks.append(Lines(tuple(tuple(row) for row in document["table"])))
        blocks.append(Line(f"{OFFICE_NAME} (เอกสารสมมติ)"))
        files[document["file"]] = word_bytes(blocks, document["title"])
    return files
