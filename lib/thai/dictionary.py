"""Which letters of a Thai text belong to words of the dictionary; the words are pythainlp's."""

import re
from functools import cache, lru_cache

from pythainlp.corpus import thai_words
from pythainlp.corpus.tnc import unigram_word_freqs
from pythainlp.tokenize import word_tokenize
from pythainlp.util import Trie

# Abbreviations such as สพฐ. are no words; what is captured is looked up.
_RUN = re.compile("[\u0e01-\u0e2e]{1,5}\\.|([\u0e01-\u0e3a\u0e40-\u0e4e]{2,})")
_FOLD = str.maketrans("\u0e33", "\u0e32")
_SAMPLES = 6
_SAMPLE_LETTERS = 60


@lru_cache(maxsize=65536)
def weigh(phrase: str) -> tuple[int, int]:
    """Letters of a stretch of Thai that belong to no word, and the pieces it falls into; less is sounder."""
    if not phrase:
        return 0, 0
    known = _words()
    pieces = word_tokenize(phrase, engine="newmm", keep_whitespace=False)
    return sum(len(piece) for piece in pieces if piece not in known), len(pieces)


def unknown_letters(phrase: str) -> int:
    """Letters of a stretch of Thai that belong to no word."""
    return weigh(phrase)[0]


def unknown_share(text: str) -> float:
    """Part of a text's Thai letters that belong to no word, from stretches spread over it; 0 without Thai.

    Names of persons and places are in no dictionary: a sound page has some hundredths.
    """
    runs = [run for run in _RUN.findall(text) if run]
    step = max(1, sum(map(len, runs)) // (_SAMPLES * _SAMPLE_LETTERS))
    chosen = [run[:_SAMPLE_LETTERS] for run in runs[::step] if len(run) <= _SAMPLE_LETTERS] or [
        run[:_SAMPLE_LETTERS] for run in runs[::step]
    ]
    n_letters = sum(map(len, chosen))
    return sum(map(unknown_letters, chosen)) / n_letters if n_letters else 0.0


def restore_am(phrase: str) -> str:
    """A stretch of Thai in which า and ำ are one letter, each word with the letter it is spelt with.

    Where both spellings are words (ทา, ทำ) the commoner one is taken.
    """
    folded = phrase.translate(_FOLD)
    spellings, trie = _folded_words()
    pieces = word_tokenize(folded, custom_dict=trie, engine="newmm", keep_whitespace=True)
    return "".join(spellings.get(piece, piece) for piece in pieces)


@cache
def _words() -> frozenset[str]:
    """All words but single letters: cut text is full of those."""
    return frozenset(word for word in thai_words() if len(word) > 1) | {"ณ", "ฯ", "ๆ"}


@cache
def _folded_words() -> tuple[dict[str, str], Trie]:
    """Each word written with า only, to its commonest spelling; and what cuts text into them."""
    often = dict(unigram_word_freqs())
    spellings: dict[str, str] = {}
    for word in sorted(_words(), key=lambda one: (often.get(one, 0), one)):
        spellings[word.translate(_FOLD)] = word
    return spellings, Trie(spellings)
