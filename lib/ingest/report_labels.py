"""Labels that announce a level: ระดับคุณภาพ before one reached, ค่าเป้าหมาย before a target."""

import re

from lib.catalog.standards import load_report_words


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(longest_first)})", re.IGNORECASE)


RATING_LABEL = _pattern(load_report_words().rating_labels)
TARGET_LABEL = _pattern(load_report_words().expected_labels)


def end_of(pattern: re.Pattern[str], text: str) -> int:
    """Where a label at the beginning of a text ends; 0 without one."""
    found = pattern.match(text)
    return found.end() if found else 0
