"""Originals as they were kept, whatever came out of them."""

from typing import Protocol

from lib.storage.engine import Store
from lib.storage.files import load_file


class Kept(Protocol):
    """What names a kept original: a load of figures or of a register, or a report."""

    @property
    def sha256(self) -> str: ...

    @property
    def file_name(self) -> str: ...


def original_of(store: Store, kept: Kept) -> bytes:
    """The bytes of an original, compared with their hash.

    Raises:
        WorkbenchError: it is gone or was changed.
    """
    return load_file(store, kept.sha256)
