"""The templates of finding_rules.toml and the words each may name."""

from collections.abc import Mapping

#: What a template may name; also the list of templates that must be there.
_VALUE = {"value"}
_COUNTED = {"x", "n", "classifier", "value", "n_years", "denominator"}
PHRASES: Mapping[str, set[str]] = {
    "area": set(),
    "school": {"name"},
    "higher": set(),
    "lower": set(),
    "equal": set(),
    "rose": set(),
    "fell": set(),
    "per_cent": _VALUE,
    "in_unit": _VALUE | {"unit"},
    "points": _VALUE,
    "share_of": _COUNTED,
    "mean_of": _COUNTED,
    "area_mean": _COUNTED,
    "sum_of": _VALUE,
    "median_of": _VALUE,
    "stated": _VALUE,
    "value_of": _VALUE,
    "pooled_share": _COUNTED,
    "pooled_mean": _COUNTED,
    "whole_gap": {"gap_n", "classifier"},
    "small_year": {"n", "denominator", "classifier"},
    "persistent": {"relation", "years"},
    "beyond_year": set(),
    "beyond_pooled": set(),
    "beyond_schools": set(),
    "not_distinguishable": set(),
    "same_schools": {"n_schools"},
    "likely": {"probability"},
    "beyond_peers": set(),
    "beyond_median": set(),
    "beyond_change": set(),
    "complete_count": {"n_schools", "n_expected"},
    "spread_estimated": set(),
    "schools_below": {"n_below", "n_schools", "below_pct"},
    "schools_reached": {"n_reached", "n_schools", "reached_pct"},
    "pupils_below": {"denominator", "pupils_below_pct"},
    "against_benchmark": {"relation", "benchmark_name", "benchmark", "gap"},
    "level": {"level"},
    "band": {"low", "high"},
}
_SUBJECT = {"who", "indicator", "period"}
_OWN = _SUBJECT | {"own"}
_COMPARED = _OWN | {
    "relation",
    "comparator",
    "gap",
    "pooled",
    "certainty",
    "spread",
    "whole_gap",
    "persistent",
}
SENTENCES: Mapping[str, set[str]] = {
    "R1_target": _OWN | {"relation", "target", "gap", "step", "level", "schools", "benchmark", "certainty"},
    "R1_inside": _OWN | {"relation", "target", "gap", "step", "level", "schools", "benchmark", "certainty"},
    "R1_benchmark": _OWN | {"level", "benchmark", "certainty"},
    "R2": _COMPARED,
    "R2_median": _COMPARED,
    "R3": _OWN | {"relation", "earlier_period", "earlier", "gap", "same_schools", "certainty", "spread"},
    "R4": _COMPARED,
    "R5": _COMPARED | {"n_peers"},
    "R6": _OWN | {"schools", "target", "pupils", "certainty"},
    "R7_high": _OWN | {"item", "level"},
    "R7_low": _OWN | {"item", "level"},
    "R8_coverage": _SUBJECT | {"n_schools", "n_expected", "coverage_pct", "needed_pct"},
    "R8_doubt": _OWN | {"comparator"},
    "looked_at": {"indicator", "period", "n_schools"},
    "looked_at_doubtful": {"indicator", "period", "n_schools"},
}
