"""Names and codes that differ by a slip of the finger only; likeness asks a person, it never decides."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from lib.ingest.rows import Row
from lib.thai.school_names import is_branch, name_key
from lib.thai.text import fold_key

_MARKS = re.compile("[\u0e34-\u0e3a\u0e47-\u0e4e]")
_DIGITS = re.compile("[0-9]+")
_LEAST_LETTERS = 6
_MOST_MARKS = 3
_DISTRICT = re.compile(r"^(อำเภอ|อ\.|เขต)\s*")


def nearly_same(one: str, other: str) -> bool:
    """Whether two names differ by one letter or by tone and vowel marks only.

    Names with other numbers are other schools, and so is a branch beside its main school.
    """
    keys = name_key(one), name_key(other)
    if min(map(len, keys)) < _LEAST_LETTERS or is_branch(one) != is_branch(other):
        return False
    if _DIGITS.findall(keys[0]) != _DIGITS.findall(keys[1]):
        return False
    bare = tuple(_MARKS.sub("", key) for key in keys)
    return bare[0] == bare[1] or Levenshtein.distance(*keys, score_cutoff=1) <= 1


def one_digit_off(typed: str, known: str) -> bool:
    """One digit lost, added or wrong; a zero that a spreadsheet took from the front is one."""
    return typed != known and Levenshtein.distance(typed, known, score_cutoff=1) <= 1


def bare_district(text: str) -> str:
    """A district without the word อำเภอ."""
    return _DISTRICT.sub("", text.strip())


def same_district(stated: str, known: str) -> bool:
    """Whether two spellings of a district may be one; where either is not given they may."""
    one, other = (fold_key(bare_district(text)) for text in (stated, known))
    return not one or not other or one.startswith(other) or other.startswith(one)


def find_near_rows(unsure: Sequence[Row], rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Rows of unknown schools with another row of nearly the same name; each pair once.

    A row whose folded name is the very same is a double or a namesake, which is asked about elsewhere.
    """
    keys = {row.index: name_key(row.name) for row in rows if row.name}
    by_index = {row.index: row for row in rows}
    told = set()
    for row in unsure:
        if len(keys.get(row.index, "")) < _LEAST_LETTERS:
            continue
        close = process.extract(
            keys[row.index], keys, scorer=Levenshtein.distance, limit=5, score_cutoff=_MOST_MARKS
        )
        for key, _, index in close:
            pair = frozenset((row.index, index))
            if key != keys[row.index] and pair not in told and nearly_same(row.name, by_index[index].name):
                told.add(pair)
                yield row, by_index[index]
