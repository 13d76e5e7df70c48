"""Columns of a list of persons that can be counted up by school, and what their words make."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lib.catalog.toml_files import DATA_DIR, Sort, load_table, require, require_sorts
from lib.thai.text import fold_key

_SORTS = dict.fromkeys(("grade", "room", "sex", "category", "partial"), Sort.TEXTS) | dict.fromkeys(
    ("share", "count"), Sort.TABLES
)
_SHARE_SORTS = {"headers": Sort.TEXTS, "indicator": Sort.TEXT, "yes": Sort.TEXTS}
_COUNT_SORTS = {"headers": Sort.TEXTS, "indicator": Sort.TEXT, "words": Sort.TABLE}


@dataclass(frozen=True, slots=True)
class Share:
    """A column whose entries are n of an indicator, and those among ``yes`` its numerator; words folded."""

    headers: frozenset[str]
    indicator: str
    yes: frozenset[str]


@dataclass(frozen=True, slots=True)
class WordCount:
    """A column whose words each count for one indicator; ``indicator`` has {word} and may have {sex}."""

    headers: frozenset[str]
    indicator: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CountUpWords:
    """Everything folded; ``partial`` are words of a title that say that not everyone is listed."""

    grade: frozenset[str]
    room: frozenset[str]
    sex: frozenset[str]
    category: frozenset[str]
    partial: tuple[str, ...]
    shares: tuple[Share, ...]
    counts: tuple[WordCount, ...]


@cache
def load_count_up_words(data_dir: Path = DATA_DIR) -> CountUpWords:
    """The words of count_up.toml.

    Raises:
        BadCatalogue: a key is missing, unknown or of the wrong sort.
    """
    path = data_dir / "count_up.toml"
    table = load_table(path)
    require(table, _SORTS, file=path.name, where="ทั้งไฟล์")
    require_sorts(table, _SORTS, file=path.name, where="ทั้งไฟล์")
    for key, sorts in (("share", _SHARE_SORTS), ("count", _COUNT_SORTS)):
        for entry in table[key]:
            require(entry, sorts, file=path.name, where=key)
            require_sorts(entry, sorts, file=path.name, where=key)
    grade, room, sex, category = (
        frozenset(map(fold_key, table[key])) for key in ("grade", "room", "sex", "category")
    )
    shares = tuple(
        Share(
            frozenset(map(fold_key, each["headers"])),
            str(each["indicator"]),
            frozenset(map(fold_key, each["yes"])),
        )
        for each in table["share"]
    )
    counts = tuple(
        WordCount(
            frozenset(map(fold_key, each["headers"])),
            str(each["indicator"]),
            {fold_key(word): str(key) for key, words in each["words"].items() for word in words},
        )
        for each in table["count"]
    )
    return CountUpWords(grade, room, sex, category, tuple(table["partial"]), shares, counts)
