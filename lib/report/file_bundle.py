"""Several files in one ZIP whose bytes depend on the files alone."""

import io
import zipfile
from collections.abc import Sequence

from lib.report.fixed_dates import with_fixed_dates


def bundle_files(files: Sequence[tuple[str, bytes]]) -> bytes:
    """The files under their names, in this order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return with_fixed_dates(stream.getvalue())
