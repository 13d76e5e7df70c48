"""The ways to read a header path: whole, without its unit, or by its lower rows alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lib.ingest.year_hints import find_year_hints
from lib.thai.text import fold_key

_UNIT = re.compile(r"[(\[][^)\]]*[)\]]")
_PER_CENT = re.compile(r"[(\[][^)\]]*(?:ร้อยละ|%)[^)\]]*[)\]]")
_YEAR = re.compile(r"\d{4}")

#: Sub-headers that only say "the figure itself": ร้อยละ, คะแนนเฉลี่ย, คะแนนเฉลี่ยร้อยละ, Mean …
_ONLY_A_VALUE = re.compile("(?:คะแนน|ค่า|เฉลี่ย|ร้อยละ|ผลการดำเนินงาน|ผล|ของ|%|x̄|mean)+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to read a header path; ``whole`` False where it leaves out an upper row that says something."""

    text: str
    reason: str
    whole: bool = True


def spellings(header: tuple[str, ...]) -> tuple[Spelling, ...]:
    """Ways to read a header path, the fullest first, each with the reason to give."""
    joined = " ".join(header)
    ways = [
        Spelling(joined, "ตรงกับหัวคอลัมน์ที่รู้จัก"),
        Spelling(_UNIT.sub("", joined), "ตรงกับหัวคอลัมน์ที่รู้จักเมื่อไม่นับหน่วย"),
    ]
    if len(header) > 1:
        ways.append(Spelling(" ".join(header[-2:]), "ตรงกับหัวคอลัมน์สองชั้นล่าง", whole=len(header) == 2))
        if _ONLY_A_VALUE.fullmatch(fold_key(_UNIT.sub("", header[-1]))):
            ways += [
                Spelling(_upper(header, depth, unit), "ตรงกับหัวคอลัมน์ชั้นบน", whole=depth == len(header) - 1)
                for depth in range(len(header) - 1, 0, -1)
                for unit in (True, False)
            ]
        ways += [
            Spelling(header[-1], "ตรงกับหัวคอลัมน์ชั้นล่าง", whole=False),
            Spelling(_UNIT.sub("", header[-1]), "ตรงกับหัวคอลัมน์ชั้นล่างเมื่อไม่นับหน่วย", whole=False),
        ]
    # Per cent in brackets is often another figure and no unit: ขาด/เกิน (ร้อยละ) beside ขาด/เกิน (คน).
    ways.sort(key=lambda way: bool(_PER_CENT.search(joined)) and not _says_per_cent(way.text))
    unique: dict[str, Spelling] = {}
    for way in ways:
        unique.setdefault(way.text, way)
    return tuple(unique.values())


def _upper(header: tuple[str, ...], depth: int, unit: bool) -> str:
    """The ``depth`` rows above the lowest one, with or without their units."""
    text = " ".join(header[-depth - 1 : -1])
    return text if unit else _UNIT.sub("", text)


def _says_per_cent(text: str) -> bool:
    return "ร้อยละ" in text or "%" in text


def without_years(header: tuple[str, ...]) -> tuple[str, ...]:
    """The path without texts that only name a year; the path itself when nothing else is left."""
    return tuple(text for text in header if not is_only_a_year(text)) or header


def is_only_a_year(text: str) -> bool:
    """Whether a text names one year and nothing else."""
    rest = fold_key(_YEAR.sub("", text))
    rest = rest.removeprefix("ปีการศึกษา").removeprefix("ปีงบประมาณ").removeprefix("พศ")
    return rest in ("", "ปี") and len(find_year_hints(text)) == 1


def shared_endings(headers: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Keys of lower header words that stand under more than one parent of a table (years aside).

    Such words alone say nothing: งบลงทุน › เบิกจ่าย is not งบบุคลากร › เบิกจ่าย.
    """
    parents: dict[str, set[str]] = {}
    for header in map(without_years, headers):
        for depth in range(1, len(header) + 1):
            above = fold_key(_YEAR.sub("", " ".join(header[:-depth])))
            ending = " ".join(header[-depth:])
            for text in (ending, _UNIT.sub("", ending)):
                parents.setdefault(fold_key(text), set()).add(above)
    return frozenset(key for key, above in parents.items() if len(above) > 1)
