"""Answers, rounds and evidence of KPI forms."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from lib.storage.tables.base import metadata, moment, version, who

#: ``snapshot`` holds level, answers and files as they were submitted, empty while the round is open. A frozen
#: edition never changes; a correction is the next edition with its reason.
kpi_rounds = Table(
    "kpi_rounds",
    metadata,
    Column("form_id", String(60), primary_key=True),
    Column("fiscal_year_be", Integer, primary_key=True),
    Column("round_id", String(20), primary_key=True),
    Column("edition", Integer, primary_key=True, default=1, server_default="1"),
    Column("status", String(20), nullable=False),
    Column("snapshot", JSON, nullable=False),
    Column("reason", Text, nullable=False, default="", server_default=""),
    Column("claimed_level", Integer),
    Column("claimed_reason", Text, nullable=False, default="", server_default=""),
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
    # Number of a sub-criterion → yes or no; empty in rows older than the column.
    Column("sub_answers", JSON, nullable=False, default=dict, server_default="{}"),
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
    # Empty for evidence that is only a link or stands on a shelf.
    Column("sha256", ForeignKey("stored_files.sha256")),
    Column("file_name", String(300), nullable=False),
    Column("title", String(300), nullable=False),
    Column("kind", String(60), nullable=False),
    Column("page", String(60), nullable=False, default=""),
    Column("note", Text, nullable=False, default=""),
    Column("dated_on", String(10), nullable=False, default="", server_default=""),
    Column("link", Text, nullable=False, default="", server_default=""),
    Column("held_at", String(300), nullable=False, default="", server_default=""),
    Column("accepted", Boolean, nullable=False, default=True),
    version(),
    moment("saved_at"),
    who(),
    # One file proves one item once; a double click changes nothing.
    UniqueConstraint("form_id", "fiscal_year_be", "item_id", "sha256"),
)

#: Files that stood in an evidence row before its present one, the first numbered 1.
kpi_evidence_versions = Table(
    "kpi_evidence_versions",
    metadata,
    Column("evidence_id", ForeignKey("kpi_evidence.evidence_id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("sha256", ForeignKey("stored_files.sha256"), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("reason", Text, nullable=False, default=""),
    moment("saved_at"),
    who(),
)

#: What a person has typed into an item and not saved yet; gone once saved or thrown away.
kpi_drafts = Table(
    "kpi_drafts",
    metadata,
    Column("form_id", String(60), primary_key=True),
    Column("fiscal_year_be", Integer, primary_key=True),
    Column("item_id", String(60), primary_key=True),
    Column("typed_by", String(200), primary_key=True),
    Column("content", JSON, nullable=False),
    Column("seen_version", Integer, nullable=False),
    moment("typed_at"),
)
