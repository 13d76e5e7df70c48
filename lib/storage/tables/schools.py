"""The school register and what people answered about school names."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table

from lib.storage.tables.base import metadata, moment, version, who

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
    version(),
)

#: Answers a person once gave to "which school is this"; the key is a folded name or a code.
school_aliases = Table(
    "school_aliases",
    metadata,
    Column("alias_key", String(300), primary_key=True),
    Column("school_id", ForeignKey("schools.school_id"), nullable=False),
    Column("text", String(300), nullable=False),
    moment("saved_at"),
    who(),
)
