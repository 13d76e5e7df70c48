"""Results of external assessment of the fictional office: one wide file, one long file of recommendations."""

import tomllib
from pathlib import Path

from sample_data.chance import dice
from sample_data.file_bytes import workbook_bytes
from sample_data.grids import Cell, Grid
from sample_data.school_list import SampleSchool, all_schools

PHASE_1 = "ผลประเมินภายนอก รอบสี่ ระยะที่ 1.xlsx"
PHASE_2 = "ผลประเมินภายนอก รอบสี่ ระยะที่ 2.xlsx"
_TEXTS = Path(__file__).parent / "external_texts.toml"
_N_PHASE_1, _N_PHASE_2 = 40, 14
_WORDS_1 = ("ปรับปรุง", "พอใช้", "ดี")
_SHARES_1 = (0.12, 0.33, 0.55)
_WORDS_2 = ("ดี", "ดีมาก", "ดีเยี่ยม")
_SHARES_2 = (0.45, 0.40, 0.15)
_LEVELS = {"early_childhood": "ปฐมวัย", "basic": "ขั้นพื้นฐาน"}
_STANDARDS = (1, 2, 3)


def external_files() -> dict[str, bytes]:
    """File name → content."""
    return {PHASE_1: _phase_1(), PHASE_2: _phase_2()}


def assessed_schools() -> tuple[SampleSchool, ...]:
    """The schools of phase 1, spread over the register; those of phase 2 are the first of them."""
    every = [school for school in all_schools() if school.is_open(2568)]
    return tuple(every[place * len(every) // _N_PHASE_1] for place in range(_N_PHASE_1))


def _phase_1() -> bytes:
    """One row per school, the levels of education side by side beneath a second header row."""
    marks = [f"มฐ.{number}" for number in _STANDARDS]
    rows: list[list[Cell]] = [
        ["ผลการประเมินคุณภาพภายนอก รอบสี่ ระยะที่ 1", *[None] * 8],
        ["ที่", "รหัสสถานศึกษา", "ชื่อสถานศึกษา", "ปฐมวัย", None, None, "ขั้นพื้นฐาน", None, None],
        [None, None, None, *marks, *marks],
    ]
    for number, school in enumerate(assessed_schools(), start=1):
        early: list[Cell] = [
            _word(school, "early_childhood", each, _WORDS_1, _SHARES_1) for each in _STANDARDS
        ]
        basic: list[Cell] = [_word(school, "basic", each, _WORDS_1, _SHARES_1) for each in _STANDARDS]
        rows.append([number, school.moe, school.name, *(early if school.has_early else ["-"] * 3), *basic])
    merged = ((0, 0, 0, 8), (1, 3, 1, 5), (1, 6, 1, 8))
    return workbook_bytes([Grid("ระยะที่ 1", tuple(map(tuple, rows)), 1, 2, merged)])


def _phase_2() -> bytes:
    """One row per school, level of education and standard, with what the assessors recommend."""
    texts = tomllib.loads(_TEXTS.read_text(encoding="utf-8"))
    rows: list[list[Cell]] = [
        ["ผลการประเมินคุณภาพภายนอก รอบสี่ ระยะที่ 2 (ตรวจเยี่ยม)", *[None] * 7],
        [
            "รหัสโรงเรียน", "ชื่อโรงเรียน", "ระดับการศึกษา", "มาตรฐาน", "ผลการประเมิน", "วันที่ประเมิน", "จุดเด่น",
            "ข้อเสนอแนะ",
        ],
    ]  # fmt: skip
    for place, school in enumerate(assessed_schools()[:: _N_PHASE_1 // _N_PHASE_2][:_N_PHASE_2]):
        day = f"{5 + place} {('มกราคม', 'กุมภาพันธ์')[place % 2]} 2566"
        for level, name in _LEVELS.items():
            if level == "early_childhood" and not school.has_early:
                continue
            draw = dice("external-said", school.smis, level)
            said = draw.sample(texts[level]["recommendations"], 1 if level == "early_childhood" else 2)
            praised = draw.choice(texts["basic"]["strengths"]) if level == "basic" else None
            for standard in _STANDARDS:
                word = _word(school, level, standard, _WORDS_2, _SHARES_2)
                asked = said[standard - 1] if standard <= len(said) else None
                row: list[Cell] = [school.smis, school.name, name, f"มาตรฐานที่ {standard}", word, day]
                rows.append([*row, praised if standard == 1 else None, asked])
    return workbook_bytes([Grid("ระยะที่ 2", tuple(map(tuple, rows)), 1, 1, ((0, 0, 0, 7),))])


def _word(
    school: SampleSchool, level: str, standard: int, words: tuple[str, ...], shares: tuple[float, ...]
) -> str:
    draw = dice("external", school.smis, level, standard, words[-1])
    return draw.choices(words, shares)[0]
