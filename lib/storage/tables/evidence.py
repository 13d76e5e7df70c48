"""Answers, rounds and evidence of KPI forms."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from lib.storage.tables.base import metadata, moment, version, who

#: ``snapshot`` holds level, answers and files as they were submitted, empty while the round is open.
kpi_rounds = Table(
    "kpi_rounds",
    metadata,
    Column("form_id", String(60), primary_key=True),
    Column("fiscal_year_be", Integer, primary_key=True),
    Column("round_id", String(20), primary_key=True),
    Column("status", String(20), nullable=False),
    Column("snapshot", JSON, nullable=False),
    version(),
    moment("saved_at"),
    who(),
)

kpi_answers = Table(
    "kpi_answers",
    metadata,
    Column("form_id", String(60), primary_key=True),
    Column("fiscal_year_be", Integer, primary_key=True),
    Column("item_id", String(60), primary_key=True),
    Column("answer", String(10), nullable=False, default=""),
    Column("fields", JSON, nullable=False),
    version(),
    moment("saved_at"),
    who(),
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
    version(),
    moment("saved_at"),
    who(),
    # One file proves one item once; a double click changes nothing.
    UniqueConstraint("form_id", "fiscal_year_be", "item_id", "sha256"),
)
