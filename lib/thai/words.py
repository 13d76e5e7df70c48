"""A Thai text cut into words; the dictionary is pythainlp's own and needs no network."""

import re
from functools import lru_cache

from pythainlp.tokenize import word_tokenize

from lib.thai.text import clean_text

_WORD = re.compile(r"[^\W\d]", re.UNICODE)


@lru_cache(maxsize=65536)
def split_words(text: str) -> tuple[str, ...]:
    """Words in their order, without spaces, figures and punctuation; Latin ones in small letters."""
    pieces = word_tokenize(clean_text(text).casefold(), engine="newmm", keep_whitespace=False)
    return tuple(piece for piece in map(str.strip, pieces) if _WORD.search(piece))
