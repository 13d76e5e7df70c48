"""Prints Word reports to PDF with LibreOffice, kept between runs by their content."""

import hashlib
import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

_KEPT = Path(tempfile.gettempdir()) / "sar_strangers_pdf"


def to_pdf(content: bytes, *, name: str) -> bytes:
    """The report as LibreOffice prints it; ``name`` keeps its place, for a docx has its time inside."""
    _KEPT.mkdir(exist_ok=True)
    stem = f"{name}-{hashlib.sha256(_body(content)).hexdigest()[:16]}"
    printed = _KEPT / f"{stem}.pdf"
    if not printed.exists():
        source = _KEPT / f"{stem}.docx"
        source.write_bytes(content)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(_KEPT), str(source)],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return printed.read_bytes()


def _body(content: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")
