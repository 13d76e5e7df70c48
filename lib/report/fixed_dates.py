"""An Office file whose bytes depend on its parts alone, not on the clock."""

import io
import zipfile

FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def with_fixed_dates(content: bytes) -> bytes:
    """The same zip with every entry dated 1980-01-01; order and parts stay."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            dated = zipfile.ZipInfo(entry.filename, FIRST_DAY)
            dated.compress_type = zipfile.ZIP_DEFLATED
            dated.external_attr = entry.external_attr
            new.writestr(dated, old.read(entry))
    return stream.getvalue()
