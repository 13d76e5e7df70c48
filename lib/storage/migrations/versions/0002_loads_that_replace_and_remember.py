"""Loads that replace others; schools, answers and layouts that belong to a load"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ALIASES = sa.table(
    "school_aliases",
    *(sa.column(name) for name in ("alias_key", "school_id", "text", "saved_by")),
    sa.column("saved_at", sa.DateTime(timezone=True)),
)
_SPEAKS = """
SELECT alias_key, school_id, text, saved_by, saved_at FROM school_aliases WHERE alias_id IN (
    SELECT max(alias_id) FROM school_aliases
    LEFT JOIN datasets ON datasets.dataset_id = school_aliases.dataset_id
    WHERE datasets.undone_at IS NULL GROUP BY alias_key
) ORDER BY alias_key
"""
#: A program of the former schema knows no replaced loads, so they become loads that were taken back.
_REPLACED_ARE_UNDONE = """
UPDATE datasets SET
    undone_at = (SELECT newer.loaded_at FROM datasets newer WHERE newer.dataset_id = datasets.superseded_by),
    undone_by = (SELECT newer.loaded_by FROM datasets newer WHERE newer.dataset_id = datasets.superseded_by)
WHERE undone_at IS NULL AND EXISTS (
    SELECT 1 FROM datasets newer WHERE newer.dataset_id = datasets.superseded_by AND newer.undone_at IS NULL
)
"""


def upgrade() -> None:
    with op.batch_alter_table("datasets") as batch_op:
        batch_op.add_column(sa.Column("superseded_by", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_datasets_superseded_by"),
            "datasets",
            ["superseded_by"],
            ["dataset_id"],
            deferrable=True,
            initially="DEFERRED",
        )
    with op.batch_alter_table("schools") as batch_op:
        batch_op.add_column(sa.Column("added_by", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_schools_added_by"), "datasets", ["added_by"], ["dataset_id"])
        batch_op.create_index(op.f("ix_schools_added_by"), ["added_by"], unique=False)
    kept = _aliases("SELECT alias_key, school_id, text, saved_by, saved_at FROM school_aliases")
    op.drop_table("school_aliases")
    op.create_table(
        "school_aliases",
        sa.Column("alias_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("alias_key", sa.String(length=300), nullable=False),
        sa.Column("school_id", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("dataset_id", sa.Integer(), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.school_id"], name=op.f("fk_school_aliases_school_id")
        ),
        sa.ForeignKeyConstraint(
            ["dataset_id"], ["datasets.dataset_id"], name=op.f("fk_school_aliases_dataset_id")
        ),
        sa.PrimaryKeyConstraint("alias_id", name=op.f("pk_school_aliases")),
    )
    op.create_index("ix_school_aliases_key", "school_aliases", ["alias_key", "alias_id"])
    op.create_index(op.f("ix_school_aliases_dataset_id"), "school_aliases", ["dataset_id"])
    if kept:
        op.bulk_insert(_ALIASES, kept)
    op.create_table(
        "remembered_layouts",
        sa.Column("layout_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("layout_key", sa.String(length=100), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("dataset_id", sa.Integer(), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["dataset_id"], ["datasets.dataset_id"], name=op.f("fk_remembered_layouts_dataset_id")
        ),
        sa.PrimaryKeyConstraint("layout_id", name=op.f("pk_remembered_layouts")),
    )
    op.create_index("ix_remembered_layouts_key", "remembered_layouts", ["layout_key", "layout_id"])
    op.create_index(op.f("ix_remembered_layouts_dataset_id"), "remembered_layouts", ["dataset_id"])


def downgrade() -> None:
    op.drop_table("remembered_layouts")
    kept = _aliases(_SPEAKS)
    op.drop_table("school_aliases")
    op.create_table(
        "school_aliases",
        sa.Column("alias_key", sa.String(length=300), nullable=False),
        sa.Column("school_id", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.school_id"], name=op.f("fk_school_aliases_school_id")
        ),
        sa.PrimaryKeyConstraint("alias_key", name=op.f("pk_school_aliases")),
    )
    if kept:
        op.bulk_insert(_ALIASES, kept)
    with op.batch_alter_table("schools") as batch_op:
        batch_op.drop_index(op.f("ix_schools_added_by"))
        batch_op.drop_constraint(op.f("fk_schools_added_by"), type_="foreignkey")
        batch_op.drop_column("added_by")
    op.execute(_REPLACED_ARE_UNDONE)
    with op.batch_alter_table("datasets") as batch_op:
        batch_op.drop_constraint(op.f("fk_datasets_superseded_by"), type_="foreignkey")
        batch_op.drop_column("superseded_by")


def _aliases(query: str) -> list[dict[str, object]]:
    """Answers as they stand, with their moments as moments on either database."""
    rows = op.get_bind().execute(sa.text(query).columns(*_ALIASES.c)).mappings()
    return [dict(row) for row in rows]
