"""Schools' self-assessment reports, where people put their statements, and external assessment."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from lib.storage.tables.base import metadata, moment, version, who

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
    version(),
    moment("saved_at"),
    who(),
    UniqueConstraint("school_id", "academic_year_be"),
)

#: The theme a person gave a statement, under the key of its words; an empty theme says it belongs to none.
theme_choices = Table(
    "theme_choices",
    metadata,
    Column("statement_key", String(64), primary_key=True),
    Column("text", Text, nullable=False),
    Column("theme_id", String(60), nullable=False, default=""),
    version(),
    moment("saved_at"),
    who(),
)

#: One outcome of external assessment; ``reading`` holds levels by standard, statements and whatever else a
#: round reports, because the structure of the newest round is not published. Days in ISO form, or empty.
external_assessments = Table(
    "external_assessments",
    metadata,
    Column("assessment_id", Integer, primary_key=True, autoincrement=True),
    Column("school_id", ForeignKey("schools.school_id"), nullable=False, index=True),
    Column("round_id", String(20), nullable=False),
    Column("phase", String(60), nullable=False, default=""),
    Column("level_of_education", String(30), nullable=False),
    Column("assessed_on", String(10), nullable=False, default=""),
    Column("sha256", ForeignKey("stored_files.sha256"), index=True),
    Column("file_name", String(300), nullable=False, default=""),
    Column("reading", JSON, nullable=False),
    version(),
    moment("saved_at"),
    who(),
    # A name of its own: the usual one is longer than PostgreSQL allows.
    UniqueConstraint(
        "school_id", "round_id", "phase", "level_of_education", name="uq_external_assessments_outcome"
    ),
)

#: What was done about one recommendation of an external assessment, under the key of its words.
external_follow_ups = Table(
    "external_follow_ups",
    metadata,
    Column("school_id", ForeignKey("schools.school_id"), primary_key=True),
    Column("round_id", String(20), primary_key=True),
    Column("recommendation_key", String(64), primary_key=True),
    Column("status", String(20), nullable=False),
    Column("action", Text, nullable=False, default=""),
    Column("by_role", String(200), nullable=False, default=""),
    Column("due_on", String(10), nullable=False, default=""),
    Column("done_on", String(10), nullable=False, default=""),
    Column("note", Text, nullable=False, default=""),
    version(),
    moment("saved_at"),
    who(),
)

#: When a school is due in a round, and which steps of getting ready are done.
external_dues = Table(
    "external_dues",
    metadata,
    Column("school_id", ForeignKey("schools.school_id"), primary_key=True),
    Column("round_id", String(20), primary_key=True),
    Column("due_on", String(10), nullable=False, default=""),
    Column("steps", JSON, nullable=False),
    Column("note", Text, nullable=False, default=""),
    version(),
    moment("saved_at"),
    who(),
)
