"""Short lines that hold a level: alone, behind a label of their own, or behind a level of education."""

import re

from lib.domain.assessments import LevelOfEducation, Place
from lib.ingest.quality_levels import LevelReading, is_unfilled, read_level
from lib.ingest.rating_prose import read_prose
from lib.ingest.rating_rows import is_overall, without_overall
from lib.ingest.report_context import Context
from lib.ingest.report_headings import (
    LONGEST_HEADING,
    is_part,
    level_heading,
    levels_named,
    strip_numbering,
    without_levels,
)
from lib.ingest.report_labels import RATING_LABEL, end_of, split_labels
from lib.ingest.standard_refs import STANDARD
from lib.thai.numerals import to_arabic_digits

_LONGEST_OWN_LABEL = 40
_OF_EDUCATION = re.compile("มาตรฐานการศึกษา|การศึกษา|การประเมิน")
_OWN_LABEL = re.compile("ระดับ|คุณภาพ|ประเมิน|สรุป|มาตรฐาน|^ผล$")


def is_a_sentence(body: str) -> bool:
    """Beneath จุดที่ควรพัฒนา: ผลการประเมินระดับชาติต่ำกว่าปีก่อน begins like a label and states no level."""
    rest = body[end_of(RATING_LABEL, body) :].strip(" :：.…_-=")
    return bool(rest) and not is_unfilled(rest) and read_level(rest) is None and not read_prose(body, None)


def level_alone(body: str) -> LevelReading | None:
    """A level by its word, alone on its line or behind a short label: ดีเลิศ, สรุป : ดีเลิศ."""
    label, parted, rest = body.rpartition(":") if ":" in body else body.rpartition("=")
    if parted and (len(label) > _LONGEST_OWN_LABEL or not _OWN_LABEL.search(label)):
        return None
    reading = read_level(rest if parted else body)
    worded = reading is not None and reading.level is not None and not reading.by_number
    return reading if worded and reading is not None and reading.percent is None else None


def level_of_education_rated(text: str) -> tuple[LevelOfEducation, LevelReading] | None:
    """ระดับปฐมวัย อยู่ในระดับ ดี: a level of education, its level, and nothing else."""
    body = strip_numbering(text)
    named = levels_named(body)
    if len(named) != 1 or len(text) > LONGEST_HEADING:
        return None
    reading = read_level(_OF_EDUCATION.sub(" ", without_levels(body)))
    return (named[0], reading) if reading is not None and reading.level and not reading.by_number else None


def states_the_whole(text: str) -> bool:
    """สรุป ผลการประเมินโดยรวมของสถานศึกษาอยู่ในระดับ ดี: a sentence with the level of the whole."""
    return text.startswith(("สรุป", "ผล", "โดย", "ใน", "ภาพ")) and any(
        level.overall and not level.expected for level in read_prose(text, None)
    )


def take_label(
    context: Context, text: str, rest: str, place: Place, *, expected: bool, confidence: float = 0.9
) -> None:
    """A line that begins with ระดับคุณภาพ or ค่าเป้าหมาย: its level follows, or stands on the next line."""
    context.end_list()
    if context.item and not expected and context.sums_up_the_standard(strip_numbering(text)):
        context.item = ""
    names_standard = STANDARD.search(to_arabic_digits(text)) is not None
    if not names_standard and _target_and_result(context, text, place, confidence):
        return
    if names_standard and context.prose(text, place, confidence, label_expects=expected):
        return
    reading = read_level(rest) if rest.strip(" :：.…_-") and not names_standard else None
    if reading is None and not names_standard and is_overall(text):
        # ผลการประเมินภาพรวม ระดับปฐมวัย : ดีเลิศ
        named = levels_named(text)
        reading = read_level(without_overall(rest))
        if reading is not None and len(named) == 1:
            context.add(reading, named[0], "", "", text, place, confidence, expected)
            return
    if reading is not None:
        context.rate(reading, text, place, confidence, expected=expected)
    elif is_unfilled(rest) or not context.prose(text, place, confidence - 0.1, label_expects=expected):
        level = level_heading(text)
        if level is not None:
            context.enter_level(level, part=is_part(text))
        overall = is_overall(text) and not names_standard
        context.awaits = "expected" if expected else "overall" if overall else "level"


def _target_and_result(context: Context, text: str, place: Place, confidence: float) -> bool:
    """ค่าเป้าหมาย : ดี  ผลการประเมิน : ดีเลิศ on one line."""
    parts = [(kind, read_level(rest)) for kind, rest in split_labels(strip_numbering(text))]
    if {kind for kind, reading in parts if reading is not None} != {False, True}:
        return False
    for expected, reading in parts:
        if reading is not None:
            context.rate(reading, text, place, confidence, expected=expected)
    return True
