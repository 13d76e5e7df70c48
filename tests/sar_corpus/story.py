"""One fictional school's year: its standards, levels and statements, before any layout."""

import random
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sample_data.school_list import all_schools
from tests.sar_corpus.truth import BASIC, EARLY
from tests.sar_corpus.wordings import pick

GRADES = ("ประถมศึกษาปีที่ 1", "ประถมศึกษาปีที่ 3", "ประถมศึกษาปีที่ 6", "ป.2", "ป.4", "ป.5")
NEW, OLD = (
    ("", "กำลังพัฒนา", "ปานกลาง", "ดี", "ดีเลิศ", "ยอดเยี่ยม"),
    ("", "ปรับปรุง", "พอใช้", "ดี", "ดีมาก", "ดีเยี่ยม"),
)
CENTRE = ("99019001", "1099909001", "ศูนย์การศึกษาพิเศษประจำจังหวัดศรีบูรพา")
_KINDS = {"strength": (2, 4), "improvement_area": (2, 3), "plan": (1, 3), "suggestion": (0, 2)}


@cache
def themes() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))["theme"])


@cache
def standard_sets() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "standards.toml").read_text(encoding="utf-8"))


def half_up(levels: list[int]) -> int:
    return (2 * sum(levels) + len(levels)) // (2 * len(levels))


@dataclass
class Part:
    """One level of education of a report.

    Attributes:
        items: level by item ``"1.1"``; empty in the older sets.
        targets: expected level by item or standard, not below 3.
        said: kind → (text, theme) in the order of printing.
    """

    edu: str
    set_id: str
    standards: dict[str, int]
    items: dict[str, int]
    overall: int
    targets: dict[str, int]
    said: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, ...]:
        return OLD if self.set_id.endswith("2554") else NEW

    def name(self, ref: str) -> str:
        return str(standard_sets()[self.set_id][ref])

    def items_of(self, standard: str) -> dict[str, int]:
        return {item: level for item, level in self.items.items() if item.split(".")[0] == standard}


@dataclass
class Story:
    """Everything a layout needs; ``look`` chooses the wordings."""

    rng: random.Random
    look: int
    school_id: str
    code: str
    name: str
    district: str
    year_be: int
    parts: list[Part]

    def w(self, pool: str) -> str:
        return pick(self.rng, pool, self.look)

    @property
    def is_centre(self) -> bool:
        return self.school_id == CENTRE[0]


def make_story(seed: str, number: int, *, edus: tuple[str, ...], sets: str, look: int) -> Story:
    """A story that depends on its seed alone."""
    rng = random.Random(f"{seed}-{number}")
    school = all_schools()[(number * 37 + len(seed)) % 120]
    ids = CENTRE if sets == "special" else (school.smis, school.moe, school.name)
    year = (
        rng.choice((2562, 2564, 2565, 2566, 2567, 2568)) if sets != "old" else rng.choice((2555, 2557, 2558))
    )
    parts = [_part(rng, edu, sets) for edu in edus]
    return Story(rng, look, *ids, school.district, year, parts)


def _set_of(edu: str, sets: str) -> str:
    if sets == "old":
        return "early_childhood_2554" if edu == EARLY else "basic_2554"
    if sets == "special" and edu == BASIC:
        return "special_centre_2561"
    return f"{edu}_2561"


def _part(rng: random.Random, edu: str, sets: str) -> Part:
    set_id = _set_of(edu, sets)
    refs = list(standard_sets()[set_id])
    while True:
        items = {ref: rng.choice((2, 3, 3, 4, 4, 4, 5, 5)) for ref in refs if "." in ref}
        means = {}
        for ref in (ref for ref in refs if "." not in ref):
            own = [level for item, level in items.items() if item.split(".")[0] == ref]
            means[ref] = sum(own) / len(own) if own else float(rng.choice((3, 4, 4, 5)))
        standards = {ref: int(mean + 0.5) for ref, mean in means.items()}
        overall = half_up(list(standards.values()))
        if overall == int(sum(means.values()) / len(means) + 0.5):
            break
    targets = {ref: rng.choice((3, 4, 4, 5)) for ref in (*standards, *items)}
    part = Part(edu, set_id, standards, items, overall, targets)
    part.said = _said(rng, part)
    return part


def _said(rng: random.Random, part: Part) -> dict[str, list[tuple[str, str]]]:
    """Own sentences; the item rated lowest is never praised unless a clash is planted."""
    low = {item for item, level in part.items.items() if level <= 3 or level == min(part.items.values())}
    said = {}
    taken: set[str] = set()
    for kind, (least, most) in _KINDS.items():
        fitting = [
            (text, theme["id"])
            for theme in themes()
            if part.edu in theme["items"] and (kind != "strength" or theme["items"][part.edu] not in low)
            for text in theme.get(kind, ())
        ]
        if part.edu == EARLY:
            fitting = [(text, theme) for text, theme in fitting if "ผู้เรียน" not in text and "{g}" not in text]
        rng.shuffle(fitting)
        said[kind] = []
        for text, theme in fitting[: rng.randint(least, most)]:
            full = text.format(g=rng.choice(GRADES), p=f"{rng.randint(520, 985) / 10}", n=rng.randint(2, 30))
            if full not in taken:
                taken.add(full)
                said[kind].append((full, theme))
    return said
