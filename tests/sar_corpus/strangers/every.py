"""The strangers' reports by seed; some of them printed to PDF."""

from collections.abc import Iterator

from tests.sar_corpus.strangers import (
    forms_a_book,
    forms_a_table,
    forms_a_text,
    forms_b_book,
    forms_b_table,
    forms_b_text,
    forms_c_book,
    forms_c_table,
    forms_c_text,
    forms_d,
)
from tests.sar_corpus.strangers.desk import Form, make_stranger
from tests.sar_corpus.truth import Truth

SETS: dict[str, dict[str, Form]] = {
    "a": {**forms_a_text.TEXTS, **forms_a_table.TABLES, **forms_a_book.BOOKS},
    "b": {**forms_b_text.TEXTS, **forms_b_table.TABLES, **forms_b_book.BOOKS},
    "c": {**forms_c_text.TEXTS, **forms_c_table.TABLES, **forms_c_book.BOOKS},
    "d": forms_d.FORMS,
}


def strangers(own: str, seed: str, *, count: int = 0) -> Iterator[Truth]:
    """Two of each layout, or as many reports as asked."""
    layouts = list(SETS[own])
    for number in range(count or 2 * len(layouts)):
        layout = layouts[number % len(layouts)]
        yield make_stranger(own, seed, number, layout, SETS[own][layout])
