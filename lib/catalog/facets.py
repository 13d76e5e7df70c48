"""The keys an indicator file may hold, and of what sort each is."""

from lib.catalog.toml_files import Sort

#: What every indicator states, by itself or through its grid.
NEEDED = ("name", "unit", "direction", "kind", "period_kind", "source_system", "owner")

#: Header spellings; in a grid they are patterns.
SPELLED = ("aliases", "full_aliases", "n_aliases", "numerator_aliases", "sd_aliases")

TEXTS = (
    "name",
    "short_name",
    "unit",
    "denominator",
    "benchmark_label",
    "scale",
    "source_system",
    "owner",
    "note",
)
NUMBERS = ("valid_min", "valid_max", "target", "target_high", "benchmark", "min_gap")
FLAGS = ("zero_is_missing", "key_indicator")
CHOICES = ("direction", "kind", "period_kind", "compare")

#: A facet means the same for an indicator, a whole grid, one row, one column or one cell of it.
FACET_SORTS = (
    dict.fromkeys((*TEXTS, *CHOICES, "group", "group_name"), Sort.TEXT)
    | dict.fromkeys(NUMBERS, Sort.NUMBER)
    | dict.fromkeys(FLAGS, Sort.FLAG)
    | dict.fromkeys(SPELLED, Sort.TEXTS)
    | {"min_n": Sort.INTEGER, "due_month": Sort.INTEGER, "break_years": Sort.INTEGERS}
)
INDICATOR_SORTS = FACET_SORTS | {"id": Sort.TEXT, "context": Sort.TEXTS, "total_of": Sort.TEXTS}
GRID_SORTS = FACET_SORTS | {
    "id": Sort.TEXT,
    "context": Sort.TEXTS,
    "row": Sort.TABLES,
    "column": Sort.TABLES,
    "cell": Sort.TABLES,
}
AXIS_SORTS = FACET_SORTS | {
    "id": Sort.TEXT,
    "short": Sort.TEXT,
    "full_name": Sort.TEXT,
    "spellings": Sort.TEXTS,
    "context": Sort.TEXTS,
    "not_in_rows": Sort.TEXTS,
    "total_of_rows": Sort.TEXTS,
    "total_of_columns": Sort.TEXTS,
}
CELL_SORTS = FACET_SORTS | {"row": Sort.TEXT, "column": Sort.TEXT, "context": Sort.TEXTS}
FILE_SORTS = {"indicator": Sort.TABLES, "grid": Sort.TABLES, "groups": Sort.TABLE}
