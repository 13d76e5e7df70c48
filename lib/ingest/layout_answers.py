"""Answers about one file turned into answers about its layouts, and back for another file of their like."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from lib.domain.columns import Role
from lib.ingest.choices import ColumnPlace, ImportChoices
from lib.ingest.layouts import Answer, Kept, keep_answers, recall_answers
from lib.ingest.seen_layouts import SeenLayout

T = TypeVar("T")


def keep_layout_answers(
    layouts: Iterable[SeenLayout], choices: ImportChoices
) -> dict[str, dict[str, object]]:
    """Layout key → the answers given about tables of that layout, JSON-ready; layouts without any are absent.

    Years, schools and single cells are not among them: they are another file's own.
    """
    found: dict[str, dict[str, object]] = {}
    for seen in layouts:
        sheet = ""
        if seen.sheet in choices.hidden_sheets:
            sheet = "read"
        elif seen.is_hidden and seen.sheet in choices.skipped_sheets:
            sheet = "skip"
        answers: dict[str, object] = {
            "columns": keep_answers(seen.layout, _of_table(choices.columns, seen)),
            "fractions": keep_answers(seen.layout, _of_table(choices.fractions, seen)),
            "header": not seen.is_found and bool(choices.headers_of(seen.sheet)),
            "sheet": sheet,
        }
        if any(answers.values()):
            found.setdefault(seen.layout.key, answers)
    return found


def recall_layout_answers(
    seen: SeenLayout, answers: Mapping[str, object], choices: ImportChoices, known_ids: Iterable[str]
) -> ImportChoices:
    """The choices with what was answered about this layout; what was answered already stays.

    Args:
        answers: as :func:`keep_layout_answers` gave them.
        known_ids: indicators that the catalogue has now.
    """
    if seen.is_hidden:
        return _with_sheet(choices, seen.sheet, answers.get("sheet"))
    if not seen.is_found:
        overlaps = any(name == seen.sheet for name, _ in choices.headers)
        if not answers.get("header") or overlaps:
            return choices
        choices = replace(choices, headers=(*choices.headers, (seen.sheet, seen.header_rows)))
    ids = frozenset(known_ids)
    columns = {
        place: pick
        for place, pick in _recalled(seen, _kept(answers.get("columns"), str)).items()
        if _is_pick(pick, ids)
    }
    fractions = _recalled(seen, _kept(answers.get("fractions"), bool))
    return replace(
        choices,
        columns=tuple((columns | dict(choices.columns)).items()),
        fractions=tuple((fractions | dict(choices.fractions)).items()),
    )


def n_layout_answers(choices: ImportChoices) -> int:
    """How many answers of the kind that a layout keeps."""
    lists = (choices.columns, choices.fractions, choices.headers)
    return sum(map(len, lists)) + len(choices.hidden_sheets) + len(choices.skipped_sheets)


def _of_table(answers: tuple[tuple[ColumnPlace, T], ...], seen: SeenLayout) -> dict[int, T]:
    table = [seen.sheet, seen.header_rows[0]]
    return {column: answer for (*place, column), answer in answers if place == table}


def _recalled(seen: SeenLayout, kept: Kept[Answer]) -> dict[ColumnPlace, Answer]:
    return {
        (seen.sheet, seen.header_rows[0], column): answer
        for column, answer in recall_answers(seen.layout, kept).items()
    }


def _kept(stored: object, kind: type[Answer]) -> dict[str, tuple[str, Answer]]:
    """Stored answers of one kind; JSON gives lists where tuples were, and nothing is trusted."""
    if not isinstance(stored, Mapping):
        return {}
    pairs = ((path, tuple(pair)) for path, pair in stored.items() if isinstance(pair, list | tuple))
    return {
        str(path): (str(pair[0]), pair[1])
        for path, pair in pairs
        if len(pair) == 2 and isinstance(pair[1], kind)
    }


def _is_pick(pick: str, known_ids: frozenset[str]) -> bool:
    return pick.rpartition(":")[2] in known_ids if "." in pick else pick in set(Role)


def _with_sheet(choices: ImportChoices, sheet: str, answer: object) -> ImportChoices:
    if sheet in choices.hidden_sheets or sheet in choices.skipped_sheets:
        return choices
    if answer == "read":
        return replace(choices, hidden_sheets=(*choices.hidden_sheets, sheet))
    if answer == "skip":
        return replace(choices, skipped_sheets=(*choices.skipped_sheets, sheet))
    return choices
