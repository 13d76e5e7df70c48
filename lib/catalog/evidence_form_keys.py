"""The keys of a KPI form file and the sort of value each takes."""

from lib.catalog.toml_files import Sort

TEXTS = (
    "code",
    "heading",
    "indicator_label",
    "indicator_name",
    "unit",
    "scoring_note",
    "milestone_note",
    "instruction",
    "reference_line",
)
FORM_SORTS = dict.fromkeys(TEXTS, Sort.TEXT) | {
    "weight_pct": Sort.NUMBER,
    "scoring": Sort.TEXT,
    "n_baseline_years": Sort.INTEGER,
    "roles": Sort.TEXTS,
    "office_lines": Sort.TABLE,
    "round": Sort.TABLES,
    "level": Sort.TABLES,
    "item": Sort.TABLES,
    "baseline": Sort.TABLES,
    "kind": Sort.TABLES,
}
ROUND_SORTS = dict.fromkeys(("id", "name", "mark", "legend"), Sort.TEXT) | dict.fromkeys(
    ("cap", "due_day", "due_month"), Sort.INTEGER
)
LEVEL_SORTS = {
    "level": Sort.INTEGER,
    "text": Sort.TEXT,
    "points": Sort.NUMBER,
    "name": Sort.TEXT,
    "min_items": Sort.INTEGER,
}
ITEM_SORTS = {
    "id": Sort.TEXT,
    "number": Sort.INTEGER,
    "level": Sort.INTEGER,
    "round": Sort.TEXT,
    "title": Sort.TEXT,
    "lines": Sort.TEXTS,
    "min_files": Sort.INTEGER,
    "field": Sort.TABLES,
    "sub_criteria": Sort.TABLES,
    "offers": Sort.TABLES,
}
FIELD_SORTS = {
    "id": Sort.TEXT,
    "label": Sort.TEXT,
    "type": Sort.TEXT,
    "required": Sort.FLAG,
    "choices": Sort.TEXTS,
    "blank_lines": Sort.INTEGER,
}
BASELINE_SORTS = dict.fromkeys(("id", "label", "unit"), Sort.TEXT) | {"from_level": Sort.FLAG}
OPTIONAL = frozenset(
    {"baseline", "from_level", "min_files", "field", "sub_criteria", "required", "choices", "blank_lines"}
)
#: Of one kind of scoring only; check_form sees that each form has its own.
OPTIONAL_IN = {"level": frozenset({"name", "min_items"}), "item": frozenset({"level", "offers"})}
