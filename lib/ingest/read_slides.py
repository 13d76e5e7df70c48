"""Every part of an office's PowerPoint template read once; runs in the reader child only."""

import zipfile
import zlib
from io import BytesIO
from typing import Final

from lxml import etree

from lib.errors import RefusedFile
from lib.ingest.refusals import NOTHING_SAVED
from lib.ingest.transfer import ResultWriter

_XML_ENDINGS: Final = (".xml", ".rels")


def write_slide_parts(content: bytes, writer: ResultWriter) -> None:
    """Read all parts whole, those of XML as XML, and tell how many there are.

    Raises:
        RefusedFile: S01 for a damaged part.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        for entry in entries:
            try:
                part = archive.read(entry)
                if entry.filename.endswith(_XML_ENDINGS):
                    etree.fromstring(part, parser)
            except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError) as error:
                raise RefusedFile(
                    "S01",
                    f"แม่แบบเสียหายที่ส่วน {entry.filename[:80]}",
                    f"เปิดใน PowerPoint ให้ซ่อมแซม แล้วบันทึกเป็น .pptx ใหม่ {NOTHING_SAVED}",
                ) from error
    writer.write_header("slides")
    writer.write({"parts": len(entries)})
    writer.write_end()
