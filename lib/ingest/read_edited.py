"""An edited copy of a report: its marked sections, and all that is not as printed; in the reader child."""

import zipfile
from io import BytesIO
from typing import Final

from lxml.etree import _Element

from lib.domain.written_sections import MARKS_NAMESPACE
from lib.domain.written_text import format_written
from lib.ingest.content_types import read_relations
from lib.ingest.docx_parts import DocxParts
from lib.ingest.docx_repeats import drop_repeated_controls
from lib.ingest.docx_sections import SectionReader
from lib.ingest.docx_styles import W, read_paragraph_styles
from lib.ingest.limits import MEGABYTE
from lib.ingest.refusals import make_refusal
from lib.ingest.transfer import ResultWriter

_M: Final = f"{{{MARKS_NAMESPACE}}}"
_CHANGES: Final = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_MARKS_BYTES_MAX: Final = 8 * MEGABYTE
_STRAYS_MAX: Final = 2_000
_PROGRAM_PART: Final = "docProps/app.xml"


def write_edited(content: bytes, writer: ResultWriter) -> None:
    """Sections, lines outside them that were not printed, comments and tracked changes.

    Raises:
        RefusedFile: F11 for a damaged part.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = DocxParts(archive)
        document = parts.root(parts.main)
        style_roots = parts.roots("styles")
        comments = [_plain(one) for root in parts.roots("comments") for one in root.iter(f"{W}comment")]
        marks = _find_marks(archive, parts)
        names = archive.namelist()
        program = archive.read(_PROGRAM_PART) if _PROGRAM_PART in names else b""
    body = document.find(f"{W}body")
    if body is None:
        raise make_refusal("F11", part=parts.main)
    is_from_libreoffice = b"LibreOffice" in program
    if is_from_libreoffice:
        drop_repeated_controls(body)
    reader = SectionReader(read_paragraph_styles(style_roots[0] if style_roots else None))
    reader.read(body)
    printed = set() if marks is None else set((marks.findtext(f"{_M}lines") or "").split())
    # without the marks nobody knows what was printed
    strays = [one for one in reader.strays if one.kind == "note" or (printed and one.mark not in printed)]
    met = {one.mark for one in reader.strays}
    writer.write_header("edited")
    writer.write(
        {
            "marks": None if marks is None else _told(marks),
            "lines": sorted(printed),
            "sections": [
                [section_id, format_written(tuple(one.lines)), one.is_bare, one.n_tables, one.n_pictures]
                for section_id, one in reader.sections.items()
            ],
            "strays": [[one.text[:500], one.where[:200], one.kind] for one in strays[:_STRAYS_MAX]],
            "lost": len(printed - met),
            "libreoffice": is_from_libreoffice,
            "tracked": sum(1 for _ in document.iter(*_CHANGES)),
            "comments": [one[:500] for one in comments if one][:200],
        }
    )
    writer.write_end()


def _find_marks(archive: zipfile.ZipFile, parts: DocxParts) -> _Element | None:
    """The part that tells how the file was printed; Word gives it a name of its own on saving."""
    listed = [one.target for one in (*parts.relations, *read_relations(archive, ""))]
    for name in dict.fromkeys((*listed, *archive.namelist())):
        if not name.startswith("customXml/") or not name.endswith(".xml") or name not in archive.namelist():
            continue
        if archive.getinfo(name).file_size > _MARKS_BYTES_MAX:
            continue
        # its properties name the same namespace
        if (
            MARKS_NAMESPACE.encode() in archive.read(name)
            and (root := parts.root(name)).tag == f"{_M}printed"
        ):
            return root
    return None


def _told(marks: _Element) -> dict[str, object]:
    sections = [[str(one.get("id", "")), str(one.get("text", ""))] for one in marks.iter(f"{_M}section")]
    return {"subject": str(marks.get("subject", "")), "sections": sections}


def _plain(element: _Element) -> str:
    return "".join(element.itertext(f"{W}t")).strip()
