"""The key of a statement's wording, under which a person's choice of theme is remembered."""

import hashlib
import re

from lib.domain.assessments import LevelOfEducation
from lib.thai.text import fold_key

_FIGURES = re.compile(r"\d")


def statement_key(text: str, level: LevelOfEducation | None) -> str:
    """Key of a wording in one level of education; the heading it stands under does not matter.

    Spaces, punctuation and figures do not matter either: ``ร้อยละ 85`` here is ``ร้อยละ 90`` elsewhere.
    The level of education does, because the two have different themes.
    """
    wording = wording_of(text)
    return hashlib.sha256(f"{level or ''}:{wording}".encode()).hexdigest()


def wording_of(text: str) -> str:
    """The folded text without its figures; two statements of one wording have one theme."""
    return _FIGURES.sub("", fold_key(text))
