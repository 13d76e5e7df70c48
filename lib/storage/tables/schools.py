"""The school register with its loads, answers about names and layouts, and what people add to a school."""

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text

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
    # The load without which this school would not be known; empty for one of a register file or a person's.
    Column("added_by", ForeignKey("datasets.dataset_id"), index=True),
    # False once the register file that brought it was taken back; figures taken back too still name the row.
    Column("listed", Boolean, nullable=False, default=True),
    version(),
)

#: Register files as they were taken in.
register_loads = Table(
    "register_loads",
    metadata,
    Column("load_id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", ForeignKey("stored_files.sha256"), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("rows_read", Integer, nullable=False),
    Column("rows_loaded", Integer, nullable=False),
    Column("rows_rejected", Integer, nullable=False),
    Column("rows_ignored", Integer, nullable=False),
    Column("n_added", Integer, nullable=False),
    Column("n_updated", Integer, nullable=False),
    Column("n_unchanged", Integer, nullable=False),
    moment("loaded_at"),
    who("loaded_by"),
    moment("undone_at", required=False),
    Column("undone_by", String(200)),
    CheckConstraint("rows_read = rows_loaded + rows_rejected + rows_ignored", name="rows_add_up"),
)

#: Every school of a register file before and after it; ``before`` is empty where the register had none,
#: ``added_by`` names the load of figures that it came with until then.
register_load_schools = Table(
    "register_load_schools",
    metadata,
    Column("load_id", ForeignKey("register_loads.load_id"), primary_key=True),
    Column("school_id", ForeignKey("schools.school_id"), primary_key=True),
    Column("before", JSON(none_as_null=True)),
    Column("added_by", ForeignKey("datasets.dataset_id")),
    Column("after", JSON, nullable=False),
)

#: Answers a person once gave to "which school is this"; the key is a folded name or a code. Of several
#: answers under one key the latest speaks whose load was not taken back.
school_aliases = Table(
    "school_aliases",
    metadata,
    Column("alias_id", Integer, primary_key=True, autoincrement=True),
    Column("alias_key", String(300), nullable=False),
    Column("school_id", ForeignKey("schools.school_id"), nullable=False),
    Column("text", String(300), nullable=False),
    Column("dataset_id", ForeignKey("datasets.dataset_id"), index=True),
    moment("saved_at"),
    who(),
    Index("ix_school_aliases_key", "alias_key", "alias_id"),
)

#: What a person confirmed about a layout, under the fingerprint by which it is met again; the same rule.
remembered_layouts = Table(
    "remembered_layouts",
    metadata,
    Column("layout_id", Integer, primary_key=True, autoincrement=True),
    Column("layout_key", String(100), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("dataset_id", ForeignKey("datasets.dataset_id"), index=True),
    moment("saved_at"),
    who(),
    Index("ix_remembered_layouts_key", "layout_key", "layout_id"),
)

#: The like schools that people chose for a school instead of the computed ones.
peer_choices = Table(
    "peer_choices",
    metadata,
    Column("school_id", ForeignKey("schools.school_id"), primary_key=True),
    Column("school_ids", JSON, nullable=False),
    Column("note", Text, nullable=False, default=""),
    version(),
    moment("saved_at"),
    who(),
)

#: Visits planned and done; days in ISO form, empty where there is none.
visits = Table(
    "visits",
    metadata,
    Column("visit_id", Integer, primary_key=True, autoincrement=True),
    Column("school_id", ForeignKey("schools.school_id"), nullable=False, index=True),
    Column("kind", String(30), nullable=False),
    Column("planned_on", String(10), nullable=False, default=""),
    Column("done_on", String(10), nullable=False, default=""),
    Column("by_role", String(200), nullable=False, default=""),
    Column("purpose", Text, nullable=False, default=""),
    Column("outcome", Text, nullable=False, default=""),
    version(),
    moment("saved_at"),
    who(),
)
