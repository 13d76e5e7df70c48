"""Readings of external assessment as JSON for the database, and back."""

from collections.abc import Mapping
from dataclasses import asdict

from lib.domain.assessments import Place
from lib.domain.external_assessments import (
    ExternalExtra,
    ExternalReading,
    ExternalResult,
    ExternalStatement,
    ExternalStatementKind,
)

Json = dict[str, object]


def reading_to_json(reading: ExternalReading) -> Json:
    """Every field; kinds as their values."""
    return asdict(reading)


def reading_from_json(value: Mapping[str, object]) -> ExternalReading:
    """The reading that ``reading_to_json`` wrote."""
    return ExternalReading(
        tuple(
            ExternalResult(
                str(each["standard"]),
                str(each["result"]),
                _whole(each["points"]),
                _place(each["place"]),
                str(each["written"]),
            )
            for each in _tables(value["results"])
        ),
        tuple(
            ExternalStatement(
                ExternalStatementKind(str(each["kind"])),
                str(each["text"]),
                str(each["standard"]),
                _place(each["place"]),
            )
            for each in _tables(value["statements"])
        ),
        tuple(
            ExternalExtra(str(each["name"]), str(each["text"]), _place(each["place"]))
            for each in _tables(value["extras"])
        ),
    )


def _place(value: object) -> Place:
    place = value if isinstance(value, Mapping) else {}
    return Place(
        _whole(place.get("page")),
        _whole(place.get("block")),
        str(place.get("sheet", "")),
        str(place.get("cell", "")),
    )


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _tables(value: object) -> tuple[Mapping[str, object], ...]:
    return (
        tuple(each for each in value if isinstance(each, Mapping)) if isinstance(value, list | tuple) else ()
    )
