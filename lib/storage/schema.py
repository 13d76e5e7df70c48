"""Tables of the workbench; the same on SQLite and PostgreSQL. Migrations under ``migrations/`` build them."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcMoment(TypeDecorator[datetime]):
    """A moment with its zone; SQLite forgets zones, so UTC goes in and UTC comes out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=value.tzinfo or UTC).astimezone(UTC)


def _moment(name: str, *, required: bool = True) -> Column[datetime]:
    return Column(name, UtcMoment(), nullable=not required)


def _who(name: str = "saved_by") -> Column[str]:
    return Column(name, String(200), nullable=False)


def _version() -> Column[int]:
    """Rises by one with each save; a save names the version it saw, so nobody overwrites unseen."""
    return Column("version", Integer, nullable=False, default=1)


schools = Table(
    "schools",
    metadata,
    Column("school_id", String(20), primary_key=True),
    Column("name", String(300), nullable=False),
    Column("name_key", String(300), nullable=False, index=True),
    Column("base_key", String(300), nullable=False, index=True),
    Column("smis_code", String(8), nullable=False, default="", index=True),
    Column("obec_code", String(6), nullable=False, default="", index=True),
    Column("moe_code", String(10), nullable=False, default="", index=True),
    Column("cluster", String(200), nullable=False, default=""),
    Column("district", String(200), nullable=False, default=""),
    Column("level", String(100), nullable=False, default=""),
    Column("area_code", String(20), nullable=False, default=""),
    Column("offers_early_childhood", Boolean, nullable=False, default=True),
    Column("offers_basic", Boolean, nullable=False, default=True),
    Column("pupils", Integer),
    Column("active", Boolean, nullable=False, default=True),
    _version(),
)

#: Answers a person once gave to "which school is this"; the key is a folded name or a code.
school_aliases = Table(
    "school_aliases",
    metadata,
    Column("alias_key", String(300), primary_key=True),
    Column("school_id", ForeignKey("schools.school_id"), nullable=False),
    Column("text", String(300), nullable=False),
    _moment("saved_at"),
    _who(),
)

stored_files = Table(
    "stored_files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("n_bytes", Integer, nullable=False),
    Column("file_name", String(300), nullable=False),
    _moment("stored_at"),
)

datasets = Table(
    "datasets",
    metadata,
    Column("dataset_id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", ForeignKey("stored_files.sha256"), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("choices_key", String(64), nullable=False),
    Column("rows_read", Integer, nullable=False),
    Column("rows_loaded", Integer, nullable=False),
    Column("rows_rejected", Integer, nullable=False),
    Column("rows_ignored", Integer, nullable=False),
    Column("n_values", Integer, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("report", JSON, nullable=False),
    _moment("loaded_at"),
    _who("loaded_by"),
    _moment("undone_at", required=False),
    Column("undone_by", String(200)),
    CheckConstraint("rows_read = rows_loaded + rows_rejected + rows_ignored", name="rows_add_up"),
    # The same file with the same answers counts once, however often the button is pressed; undo frees it.
    Index(
        "uq_datasets_active",
        "sha256",
        "choices_key",
        unique=True,
        sqlite_where=text("undone_at IS NULL"),
        postgresql_where=text("undone_at IS NULL"),
    ),
)

observations = Table(
    "observations",
    metadata,
    Column("indicator_id", String(100), primary_key=True),
    Column("period_kind", String(20), primary_key=True),
    Column("year_be", Integer, primary_key=True),
    Column("term", Integer, primary_key=True),
    Column("school_id", ForeignKey("schools.school_id"), primary_key=True),
    Column("dataset_id", ForeignKey("datasets.dataset_id"), primary_key=True),
    Column("value", Float(53), nullable=False),
    Column("numerator", Float(53)),
    Column("n", Float(53)),
    Column("sd", Float(53)),
    Column("source_ref", String(300), nullable=False),
    CheckConstraint("length(source_ref) > 0", name="way_home"),
    Index("ix_observations_school", "school_id", "indicator_id"),
    Index("ix_observations_dataset", "dataset_id"),
    sqlite_with_rowid=False,
)

benchmarks = Table(
    "benchmarks",
    metadata,
    Column("benchmark_id", Integer, primary_key=True, autoincrement=True),
    Column("dataset_id", ForeignKey("datasets.dataset_id"), nullable=False, index=True),
    Column("indicator_id", String(100), nullable=False),
    Column("scope", String(20), nullable=False),
    Column("scope_name", String(200), nullable=False),
    Column("period_kind", String(20), nullable=False),
    Column("year_be", Integer, nullable=False),
    Column("term", Integer, nullable=False),
    Column("value", Float(53), nullable=False),
    Column("n", Float(53)),
    Column("source_ref", String(300), nullable=False),
    CheckConstraint("length(source_ref) > 0", name="way_home"),
)

settings = Table(
    "settings",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("value", JSON, nullable=False),
    _version(),
    _moment("saved_at"),
    _who(),
)

#: What an office changed in an indicator; wins over the catalogue file.
indicator_changes = Table(
    "indicator_changes",
    metadata,
    Column("indicator_id", String(100), primary_key=True),
    Column("changes", JSON, nullable=False),
    _version(),
    _moment("saved_at"),
    _who(),
)

reviews = Table(
    "reviews",
    metadata,
    Column("finding_id", String(64), primary_key=True),
    Column("status", String(20), nullable=False),
    Column("sentence", Text, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("recommendation", Text, nullable=False, default=""),
    Column("recommend_to", String(100), nullable=False, default=""),
    Column("note", Text, nullable=False, default=""),
    Column("sort_order", Integer, nullable=False, default=0),
    Column("numbers_hash", String(64), nullable=False),
    _version(),
    _moment("saved_at"),
    _who(),
)

self_assessments = Table(
    "self_assessments",
    metadata,
    Column("report_id", Integer, primary_key=True, autoincrement=True),
    Column("school_id", ForeignKey("schools.school_id"), nullable=False),
    Column("academic_year_be", Integer, nullable=False),
    Column("sha256", ForeignKey("stored_files.sha256"), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("status", String(20), nullable=False),
    Column("reading", JSON, nullable=False),
    Column("document_text", JSON, nullable=False),
    _version(),
    _moment("saved_at"),
    _who(),
    UniqueConstraint("school_id", "academic_year_be"),
)

#: ``snapshot`` holds level, answers and files as they were submitted, empty while the round is open.
kpi_rounds = Table(
    "kpi_rounds",
    metadata,
    Column("form_id", String(60), primary_key=True),
    Column("fiscal_year_be", Integer, primary_key=True),
    Column("round_id", String(20), primary_key=True),
    Column("status", String(20), nullable=False),
    Column("snapshot", JSON, nullable=False),
    _version(),
    _moment("saved_at"),
    _who(),
)

kpi_answers = Table(
    "kpi_answers",
    metadata,
    Column("form_id", String(60), primary_key=True),
    Column("fiscal_year_be", Integer, primary_key=True),
    Column("item_id", String(60), primary_key=True),
    Column("answer", String(10), nullable=False, default=""),
    Column("fields", JSON, nullable=False),
    _version(),
    _moment("saved_at"),
    _who(),
)

kpi_evidence = Table(
    "kpi_evidence",
    metadata,
    Column("evidence_id", Integer, primary_key=True, autoincrement=True),
    Column("form_id", String(60), nullable=False),
    Column("fiscal_year_be", Integer, nullable=False),
    Column("item_id", String(60), nullable=False),
    Column("sha256", ForeignKey("stored_files.sha256"), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("title", String(300), nullable=False),
    Column("kind", String(60), nullable=False),
    Column("page", String(60), nullable=False, default=""),
    Column("note", Text, nullable=False, default=""),
    Column("accepted", Boolean, nullable=False, default=True),
    _version(),
    _moment("saved_at"),
    _who(),
    # One file proves one item once; a double click changes nothing.
    UniqueConstraint("form_id", "fiscal_year_be", "item_id", "sha256"),
)

report_texts = Table(
    "report_texts",
    metadata,
    Column("section_id", String(60), primary_key=True),
    Column("year_be", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    _version(),
    _moment("saved_at"),
    _who(),
)

#: Append-only; its highest id is the data version that caches carry in their keys.
audit = Table(
    "audit",
    metadata,
    Column("audit_id", Integer, primary_key=True, autoincrement=True),
    _moment("at"),
    _who("by"),
    Column("action", String(60), nullable=False),
    Column("subject", String(300), nullable=False),
    Column("detail", JSON, nullable=False),
)
