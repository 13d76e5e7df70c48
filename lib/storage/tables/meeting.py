"""What was asked in meetings and kept for their minutes."""

from sqlalchemy import JSON, Column, Integer, String, Table, Text

from lib.storage.tables.base import metadata, moment, who

#: An answer as it was given, with its figures; it stays the same whatever the figures become.
pins = Table(
    "pins",
    metadata,
    Column("pin_id", Integer, primary_key=True, autoincrement=True),
    Column("terms", JSON, nullable=False),
    Column("years", JSON, nullable=False),
    Column("title", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("columns", JSON, nullable=False),
    Column("rows", JSON, nullable=False),
    Column("sources", JSON, nullable=False),
    Column("data_version", Integer, nullable=False),
    Column("unloaded_file", String(300), nullable=False),
    moment("pinned_at"),
    who("pinned_by"),
)
