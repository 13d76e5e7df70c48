"""Files just chosen: each content once, and each stored on its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import streamlit as st

from lib.errors import WorkbenchError
from lib.storage.files import content_hash
from lib.ui.messages import error_words, unexpected_words
from lib.ui.plain import plain


class Upload(Protocol):
    """What this module needs of a chosen file."""

    name: str

    def getvalue(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Saving:
    """One file that waits to be stored: its name and what stores it."""

    file_name: str
    save: Callable[[], object]


def each_once(files: Iterable[Upload]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file; one chosen twice, whatever its names, is told and passed over."""
    seen: dict[str, str] = {}
    for file in files:
        content = file.getvalue()
        first = seen.setdefault(content_hash(content), file.name)
        if first is not file.name:
            st.info(f"{plain(file.name)} เป็นไฟล์เดียวกับ {plain(first)} จึงอ่านครั้งเดียว")
            continue
        yield file.name, content


def save_each(savings: Sequence[Saving]) -> tuple[list[str], list[str]]:
    """Store file by file; one that fails does not hold up the next.

    Returns:
        Names of the files stored, and for each of the others a sentence with its name and the reason.
    """
    stored: list[str] = []
    failed: list[str] = []
    bar = st.progress(0.0)
    for place, one in enumerate(savings, start=1):
        bar.progress(place / len(savings), f"กำลังบันทึกไฟล์ที่ {place:,} จาก {len(savings):,}")
        try:
            one.save()
        except WorkbenchError as error:
            failed.append(f"{one.file_name} ยังไม่ได้บันทึก: {error_words(error)}")
        except Exception as error:
            failed.append(f"{one.file_name} ยังไม่ได้บันทึก: {unexpected_words(error)}")
        else:
            stored.append(one.file_name)
    return stored, failed
