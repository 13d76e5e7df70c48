"""An Office file whose bytes depend on its parts alone, not on the clock."""

import io
import zipfile
from collections.abc import Mapping

FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def with_fixed_dates(content: bytes, parts: Mapping[str, bytes] | None = None) -> bytes:
    """The same zip with every entry dated 1980-01-01; order and parts stay.

    Args:
        parts: entries that are written in place of its own.
    """
    changed = parts or {}
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            dated = zipfile.ZipInfo(entry.filename, FIRST_DAY)
            dated.compress_type = zipfile.ZIP_DEFLATED
            dated.external_attr = entry.external_attr
            kept = changed.get(entry.filename)
            new.writestr(dated, old.read(entry) if kept is None else kept)
    return stream.getvalue()
