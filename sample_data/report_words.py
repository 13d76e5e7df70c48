"""What a fictional self-assessment report says: its levels, those of its items, and its sentences."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sample_data.chance import dice
from sample_data.school_list import SampleSchool

Triple = tuple[int, int, int]

#: Reports written before the sample grew keep their sentences.
_N_FIRST = 12
WORDS = ("", "กำลังพัฒนา", "ปานกลาง", "ดี", "ดีเลิศ", "ยอดเยี่ยม")
STANDARDS = {
    "early_childhood": ("คุณภาพของเด็ก", "กระบวนการบริหารและการจัดการ", "การจัดประสบการณ์ที่เน้นเด็กเป็นสำคัญ"),
    "basic": ("คุณภาพของผู้เรียน", "กระบวนการบริหารและการจัดการ", "กระบวนการจัดการเรียนการสอนที่เน้นผู้เรียนเป็นสำคัญ"),
}
LEVEL_HEADS = {"early_childhood": "ระดับปฐมวัย", "basic": "ระดับการศึกษาขั้นพื้นฐาน"}
COUNTS = {"strength": 3, "improvement_area": 3, "plan": 2, "suggestion": 1}
_HEADS = {
    "strength": ("จุดเด่น", "จุดเด่น", "จุดแข็ง"),
    "improvement_area": ("จุดที่ควรพัฒนา", "จุดควรพัฒนา", "โอกาสในการพัฒนา"),
    "plan": ("แผนพัฒนาเพื่อให้ได้มาตรฐานที่สูงขึ้น", "แนวทางการพัฒนาในอนาคต", "แผนพัฒนาคุณภาพการศึกษาเพื่อยกระดับ"),
    "suggestion": ("ข้อเสนอแนะ", "ความต้องการการช่วยเหลือ", "ความต้องการและการช่วยเหลือ"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """One school's report before it is laid out.

    Attributes:
        number: decides layout and wording.
        levels: level of education → its three standard levels 1–5.
    """

    number: int
    school: SampleSchool
    levels: dict[str, Triple]
    year_be: int

    def statements(self, level: str, kind: str) -> tuple[str, ...]:
        """This report's own sentences out of the list."""
        texts = report_texts()[level][kind]
        if self.number >= _N_FIRST:
            texts = [*texts, *more_words()[level].get(kind, ())]
        return tuple(dice("texts", self.number, level, kind).sample(texts, COUNTS[kind]))

    def items(self, level: str, place: int) -> tuple[tuple[str, str, int], ...]:
        """Number, name and level of a standard's items; their mean, half up, is the standard's level."""
        stated = self.levels[level][place - 1]
        names = report_texts()["items"][level][place - 1]
        draw = dice("items", self.school.smis, self.year_be, level, place)
        levels = [stated] * len(names)
        up, down = draw.sample(range(len(names)), 2)
        if stated < 5 and draw.random() < 0.7:
            levels[up] += 1
            levels[down] -= 1
        elif stated == 5:
            levels[down] -= 1
        return tuple((f"{place}.{n}", name, levels[n - 1]) for n, name in enumerate(names, start=1))

    def head(self, kind: str) -> str:
        return _HEADS[kind][self.number % 3]


@cache
def report_texts() -> dict[str, Any]:
    """Sentences by level of education and kind, ways of working, names of items and older standards."""
    return tomllib.loads((Path(__file__).parent / "report_texts.toml").read_text(encoding="utf-8"))


def more_words() -> dict[str, dict[str, list[str]]]:
    """Sentences by level of education and kind that say the same matters in other words."""
    more: dict[str, dict[str, list[str]]] = report_texts()["more"]
    return more
