"""Open data of the public copy: a row per indicator, unit and year, the rules of its levels, a dictionary."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lib.domain.indicators import Catalogue
from lib.domain.publication import PUBLIC_REASONS, UNIT_LABELS, Publication, PublishedFigure
from lib.report.characters import printable
from lib.report.open_data_columns import (
    DICTIONARY_COLUMNS,
    FIGURE_COLUMNS,
    INDICATOR_COLUMNS,
    RULE_COLUMNS,
    Column,
)

FIGURES, RULES, INDICATORS, COLUMNS, PACKAGE = (
    "figures.csv",
    "rules.csv",
    "indicators.csv",
    "columns.csv",
    "datapackage.json",
)
_TABLES = ((FIGURES, FIGURE_COLUMNS), (RULES, RULE_COLUMNS), (INDICATORS, INDICATOR_COLUMNS))
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | None


def open_data_files(publication: Publication, catalogue: Catalogue, office_name: str) -> dict[str, bytes]:
    """File name → content; the same publication gives the same bytes."""
    return {
        FIGURES: _csv(
            FIGURE_COLUMNS, (_figure(each, publication, catalogue) for each in publication.figures)
        ),
        RULES: _csv(
            RULE_COLUMNS,
            (
                (
                    rule.indicator_id,
                    rule.rule_id,
                    rule.measure,
                    rule.sign,
                    rule.target,
                    rule.target_high,
                    rule.base,
                    rule.lower,
                    rule.level,
                )
                for rule in publication.rules
            ),
        ),
        INDICATORS: _csv(INDICATOR_COLUMNS, _indicators(publication, catalogue)),
        COLUMNS: _csv(
            DICTIONARY_COLUMNS,
            (
                (name, column.name, column.type, column.meaning)
                for name, columns in _TABLES
                for column in columns
            ),
        ),
        PACKAGE: _package(publication, office_name),
    }


@lru_cache(maxsize=8192)  # a name stands in every row of its unit
def safe_text(text: str) -> str:
    """Text that no spreadsheet takes for a formula, on one line."""
    told = printable(text).replace("\n", " ")
    return f"'{told}" if told.startswith(_FORMULA_STARTS) else told


def _csv(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with a byte order mark, without which a spreadsheet shows Thai as signs."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column.name for column in columns)
    writer.writerows([_told(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _told(cell: Cell) -> str:
    if cell is None:
        return ""
    return safe_text(cell) if isinstance(cell, str) else repr(cell)


def _figure(each: PublishedFigure, publication: Publication, catalogue: Catalogue) -> tuple[Cell, ...]:
    indicator = catalogue.by_id[each.indicator_id]
    cluster, district, size = each.unit.groups or ("", "", "")
    shown = None if each.value is None else _Plain(each.value)
    return (
        *(each.indicator_id, indicator.name, catalogue.domain(indicator.domain).name),
        *(each.unit.kind, each.unit.id, each.unit.name, cluster, district, size),
        *(str(each.period_kind), each.year_be, each.term),
        *(each.numerator, each.denominator, shown, indicator.unit, each.level, each.rule_id),
        *(int(each.is_hidden), each.public_reason, publication.data_version),
    )


class _Plain(float):
    """A number with the two decimals it was rounded to."""

    def __repr__(self) -> str:
        return f"{float(self):.2f}"


def _indicators(publication: Publication, catalogue: Catalogue) -> Iterable[tuple[Cell, ...]]:
    for indicator_id in dict.fromkeys(each.indicator_id for each in publication.figures):
        own = catalogue.by_id[indicator_id]
        yield (
            *(own.id, own.name, catalogue.domain(own.domain).name, own.unit, own.denominator),
            *(str(own.direction), str(own.kind), str(own.period_kind)),
            *(own.target, own.target_high, own.valid_min, own.valid_max, own.source_system, own.note),
        )


def _package(publication: Publication, office_name: str) -> bytes:
    """A description that programs can read, in the way of data packages."""
    settings = publication.settings
    described = {
        "name": "school-quality-open-data",
        "title": f"ข้อมูลเปิด {printable(office_name)}",
        "version": str(publication.data_version),
        "suppression": {
            "smallest_count": settings.smallest_count,
            "smallest_group": settings.smallest_group,
            "zero_is_shown": settings.show_zero,
            "reasons": dict(PUBLIC_REASONS),
        },
        "units": dict(UNIT_LABELS),
        "resources": [
            {
                "name": name.removesuffix(".csv"),
                "path": name,
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": column.name, "type": column.type, "description": column.meaning}
                        for column in columns
                    ]
                },
            }
            for name, columns in _TABLES
        ],
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()
