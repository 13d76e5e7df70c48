"""Tables of the workbench; the same on SQLite and PostgreSQL. Migrations under ``migrations/`` build them."""

from lib.storage.tables.assessments import (
    external_assessments,
    external_dues,
    external_follow_ups,
    self_assessments,
    theme_choices,
)
from lib.storage.tables.base import UtcMoment, metadata
from lib.storage.tables.evidence import (
    kpi_answers,
    kpi_drafts,
    kpi_evidence,
    kpi_evidence_versions,
    kpi_rounds,
)
from lib.storage.tables.figures import benchmarks, datasets, observations, stored_files
from lib.storage.tables.meeting import pins
from lib.storage.tables.office import (
    audit,
    indicator_changes,
    report_editions,
    report_texts,
    reviews,
    settings,
)
from lib.storage.tables.schools import (
    peer_choices,
    register_load_schools,
    register_loads,
    remembered_layouts,
    school_aliases,
    schools,
    visits,
)

__all__ = [
    "UtcMoment",
    "audit",
    "benchmarks",
    "datasets",
    "external_assessments",
    "external_dues",
    "external_follow_ups",
    "indicator_changes",
    "kpi_answers",
    "kpi_drafts",
    "kpi_evidence",
    "kpi_evidence_versions",
    "kpi_rounds",
    "metadata",
    "observations",
    "peer_choices",
    "pins",
    "register_load_schools",
    "register_loads",
    "remembered_layouts",
    "report_editions",
    "report_texts",
    "reviews",
    "school_aliases",
    "schools",
    "self_assessments",
    "settings",
    "stored_files",
    "theme_choices",
    "visits",
]
