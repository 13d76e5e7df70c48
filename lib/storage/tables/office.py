"""What an office decides and writes, and the history of everything."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from lib.storage.tables.base import metadata, moment, version, who

settings = Table(
    "settings",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("value", JSON, nullable=False),
    version(),
    moment("saved_at"),
    who(),
)

#: What an office changed in an indicator; wins over the catalogue file.
indicator_changes = Table(
    "indicator_changes",
    metadata,
    Column("indicator_id", String(100), primary_key=True),
    Column("changes", JSON, nullable=False),
    version(),
    moment("saved_at"),
    who(),
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
    # The figures by name as they were when it was decided; empty in rows older than the column.
    Column("numbers", JSON, nullable=False, default=dict, server_default="{}"),
    version(),
    moment("saved_at"),
    who(),
)

report_texts = Table(
    "report_texts",
    metadata,
    Column("section_id", String(60), primary_key=True),
    Column("year_be", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    version(),
    moment("saved_at"),
    who(),
)

#: The committee report as it was handed out: its figures and written sections, and the file itself.
report_editions = Table(
    "report_editions",
    metadata,
    Column("edition_id", Integer, primary_key=True, autoincrement=True),
    Column("year_be", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", ForeignKey("stored_files.sha256"), nullable=False),
    # Figure id → text as printed.
    Column("figures", JSON, nullable=False),
    # Section id → text as printed.
    Column("sections", JSON, nullable=False),
    Column("note", Text, nullable=False),
    moment("made_at"),
    who("made_by"),
    UniqueConstraint("year_be", "number", name="uq_report_editions_year_be_number"),
)

#: Append-only; its highest id is the data version that caches carry in their keys.
audit = Table(
    "audit",
    metadata,
    Column("audit_id", Integer, primary_key=True, autoincrement=True),
    moment("at"),
    who("by"),
    Column("action", String(60), nullable=False),
    Column("subject", String(300), nullable=False),
    Column("detail", JSON, nullable=False),
)
