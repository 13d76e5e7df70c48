"""Stored files, loads, observations and benchmarks."""

from sqlalchemy import JSON, CheckConstraint, Column, Float, ForeignKey, Index, Integer, String, Table, text

from lib.storage.tables.base import metadata, moment, who

stored_files = Table(
    "stored_files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("n_bytes", Integer, nullable=False),
    Column("file_name", String(300), nullable=False),
    moment("stored_at"),
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
    moment("loaded_at"),
    who("loaded_by"),
    moment("undone_at", required=False),
    Column("undone_by", String(200)),
    # A newer load that took this one's place as a whole. Deferred: a backup puts rows back in their order,
    # and the newer load comes after.
    Column("superseded_by", ForeignKey("datasets.dataset_id", deferrable=True, initially="DEFERRED")),
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
