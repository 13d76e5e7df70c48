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


_BEHIND_SPACE = re.compile(r"(?:^|(?<=[\s,;(/|]))(?=\S)")


def split_labels(text: str) -> list[tuple[bool, str]]:
    """``(is a target, what follows its label)`` of a line with a target and a result beside each other.

    Empty unless both kinds of label stand in the line, the first at its beginning.
    """
    found: list[tuple[int, int, bool]] = []
    for place in (match.start() for match in _BEHIND_SPACE.finditer(text)):
        if found and place < found[-1][1]:
            continue
        rest = text[place:]
        target, result = end_of(TARGET_LABEL, rest), end_of(RATING_LABEL, rest)
        if target or result:
            found.append((place, place + max(target, result), target >= result))
    if not found or found[0][0] != 0 or len({kind for _, _, kind in found}) < 2:
        return []
    ends = [*(start for start, _, _ in found[1:]), len(text)]
    return [(kind, text[behind:end]) for (_, behind, kind), end in zip(found, ends, strict=True)]
