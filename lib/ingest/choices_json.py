"""What a person decided about a file, as the history keeps it."""

from collections.abc import Mapping
from dataclasses import asdict, fields

from lib.ingest.choices import ImportChoices


def choices_as_json(choices: ImportChoices) -> dict[str, object]:
    """The answers that were given, by name; what nobody answered is left out."""
    unanswered = asdict(ImportChoices())
    return {name: value for name, value in asdict(choices).items() if value != unanswered[name]}


def choices_from_json(kept: object) -> ImportChoices:
    """The answers of a load; none of a load that kept none."""
    if not isinstance(kept, Mapping):
        return ImportChoices()
    known = {field.name for field in fields(ImportChoices)}
    named = {name: _as_tuples(value) for name, value in kept.items() if name in known}
    return ImportChoices(**named)  # type: ignore[arg-type] # as choices_as_json wrote them


def _as_tuples(value: object) -> object:
    return tuple(map(_as_tuples, value)) if isinstance(value, list | tuple) else value
