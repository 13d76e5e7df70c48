"""Keys under which two spellings of one school name meet (recipe: code, full name, base name, else ask)."""

import re
from functools import lru_cache

from lib.thai.text import clean_text, fold_key

_PREFIX = re.compile(r"^(โรงเรียน|ร\.\s?ร\.?|รร(\.|\s))\s*")
_BRANCH = "สาขา"
_SHORT_BAN = re.compile(r"^บ\.\s*")


def tidy_school_name(name: str) -> str:
    """The name without the word โรงเรียน, spaces single and none inside the edges of parentheses."""
    text = _PREFIX.sub("", clean_text(name))
    return re.sub(r"\s*\)", ")", re.sub(r"\(\s*", "(", text)).strip()


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Key of the full name; the alias in parentheses counts."""
    return fold_key(_SHORT_BAN.sub("บ้าน", tidy_school_name(name)))


def is_branch(name: str) -> bool:
    """Whether a name is that of a branch (สาขา), which is a school of its own."""
    return _BRANCH in name


def base_name_key(name: str) -> str:
    """Key of the name before its first parenthesis, so that a missing alias does not part two spellings."""
    return name_key(tidy_school_name(name).split("(", 1)[0])
