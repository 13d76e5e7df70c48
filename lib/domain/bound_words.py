"""Numbers in sentences of the program that nothing finer names, bound by the words around them.

Their ids are ``text|heading|beginning of the sentence|place`` in text and ``note|key|place`` under a table or
chart; a phrase that is bound as a whole and holds several numbers is bound number by number.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from lib.domain.bound_cells import table_key
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Block, BulletList, Document, Heading, Paragraph, Run, Table

_NUMBER = re.compile(r"(?<![A-Za-z\d.,])[-+−]?\d+(?:,\d{3})*(?:\.\d+)?(?![A-Za-z\d])")
_YEAR = re.compile(r"2[4-6]\d\d")
_BEFORE_A_NAME = re.compile(
    r"(?:ป\.|ม\.|อ\.|พ\.ศ\.|ปีที่|ภาคเรียนที่|ไตรมาส|บท|บทที่|มาตรฐานที่|มาตรา|ตัวชี้วัดที่|ระยะที่|ข้อ|รอบ|หน้า|ระดับ|การพิจารณา"
    r"|(?:ศึกษา|สพ[ปม]\.)\S* ?เขต|ความเชื่อมั่นร้อยละ|ARS(?: \d+ \()?)\s?$"
)
_AFTER_A_DAY = re.compile(r"\s?(?:[ก-๙]+(?:คม|ยน|พันธ์)|[ก-๙]{1,3}\.[ก-ฮ]\.)\s2[4-6]\d\d")
_LONGEST = 40


def with_numbers_bound(document: Document) -> Document:
    """The document with every number of its own sentences bound; what people wrote stays as it is."""
    binder = _Binder()
    front = tuple(
        replace(section, blocks=binder.blocks(section.blocks, section.title))
        for section in document.front_matter
    )
    return replace(document, front_matter=front, blocks=binder.blocks(document.blocks, ""))


def blocks_with_numbers_bound(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks of a document of few pages, bound as those of a whole one."""
    return _Binder().blocks(tuple(blocks), "")


def note_runs(block: Table | Chart) -> tuple[Run, ...]:
    """What stands under a table or chart, its numbers bound."""
    if isinstance(block, Table):
        return _numbered(Run(block.note), f"note|{table_key(block)}") if block.note else ()
    return _numbered(Run(block.foot), f"note|{block.key or block.caption}") if block.foot else ()


class _Binder:
    """Goes through a document in the order of reading; sentences told twice are counted."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()
        self._heading = ""

    def blocks(self, blocks: tuple[Block, ...], heading: str) -> tuple[Block, ...]:
        self._heading = heading
        return tuple(map(self._block, blocks))

    def _block(self, block: Block) -> Block:
        if isinstance(block, Heading):
            self._heading = block.text
        elif isinstance(block, Paragraph) and not block.section:
            return replace(block, runs=self._runs(block.runs))
        elif isinstance(block, BulletList) and not block.section:
            return replace(block, items=tuple(map(self._runs, block.items)))
        return block

    def _runs(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        if not any(_is_loose(run) or _holds_several(run) for run in runs):
            return runs
        words = "".join(run.text for run in runs if not run.figure_id and not run.verbatim)
        sentence = f"text|{self._heading}|{_NUMBER.sub('#', words).strip()[:_LONGEST].replace('|', ' ')}"
        self._met[sentence] += 1
        about = sentence if self._met[sentence] == 1 else f"{sentence} ({self._met[sentence]})"
        told: list[Run] = []
        place = 0
        for run in runs:
            if _holds_several(run):
                told += _numbered(run, run.figure_id or "")
            elif _is_loose(run):
                pieces = _numbered(run, about, place)
                place += sum(bool(each.figure_id) for each in pieces)
                told += pieces
            else:
                told.append(run)
        return tuple(told)


def _is_loose(run: Run) -> bool:
    return not run.figure_id and not run.verbatim and bool(_numbers(run.text))


def _holds_several(run: Run) -> bool:
    return bool(run.figure_id) and len(_numbers(run.text)) > 1


def _numbers(text: str) -> list[tuple[int, int]]:
    """Where the numbers of a text stand; years, days and numbers in names are none."""
    return [
        found.span()
        for found in _NUMBER.finditer(text)
        if not _YEAR.fullmatch(found[0])
        and not _BEFORE_A_NAME.search(text[: found.start()])
        and not _AFTER_A_DAY.match(text, found.end())
    ]


def _numbered(run: Run, about: str, before: int = 0) -> tuple[Run, ...]:
    """A run cut at its numbers; the numbers are ``about|place``, counted from 1."""
    pieces: list[Run] = []
    end = 0
    for place, (start, stop) in enumerate(_numbers(run.text), start=before + 1):
        pieces.append(replace(run, text=run.text[end:start], figure_id=None))
        pieces.append(replace(run, text=run.text[start:stop], figure_id=f"{about}|{place}"))
        end = stop
    pieces.append(replace(run, text=run.text[end:], figure_id=None))
    return tuple(each for each in pieces if each.text)
