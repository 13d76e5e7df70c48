"""Short lines that hold a level: alone, behind a label of their own, or behind a level of education."""

import re

from lib.domain.assessments import LevelOfEducation
from lib.ingest.quality_levels import LevelReading, is_unfilled, read_level
from lib.ingest.rating_prose import read_prose
from lib.ingest.report_headings import LONGEST_HEADING, levels_named, strip_numbering, without_levels
from lib.ingest.report_labels import RATING_LABEL, end_of

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
