"""Themes that people gave to statements; external assessment, its follow-up and who is due"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "theme_choices",
        sa.Column("statement_key", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("theme_id", sa.String(length=60), nullable=False),
        *_edited(),
        sa.PrimaryKeyConstraint("statement_key", name=op.f("pk_theme_choices")),
    )
    op.create_table(
        "external_assessments",
        sa.Column("assessment_id", sa.Integer(), autoincrement=True, nullable=False),
        *_of_school(),
        sa.Column("phase", sa.String(length=60), nullable=False),
        sa.Column("level_of_education", sa.String(length=30), nullable=False),
        sa.Column("assessed_on", sa.String(length=10), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("reading", sa.JSON(), nullable=False),
        *_edited(),
        _to_schools("external_assessments"),
        sa.ForeignKeyConstraint(
            ["sha256"], ["stored_files.sha256"], name=op.f("fk_external_assessments_sha256")
        ),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_external_assessments")),
        sa.UniqueConstraint(
            "school_id",
            "round_id",
            "phase",
            "level_of_education",
            name=op.f("uq_external_assessments_outcome"),
        ),
    )
    op.create_index(op.f("ix_external_assessments_school_id"), "external_assessments", ["school_id"])
    op.create_index(op.f("ix_external_assessments_sha256"), "external_assessments", ["sha256"])
    op.create_table(
        "external_follow_ups",
        *_of_school(),
        sa.Column("recommendation_key", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("by_role", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.String(length=10), nullable=False),
        sa.Column("done_on", sa.String(length=10), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        *_edited(),
        _to_schools("external_follow_ups"),
        sa.PrimaryKeyConstraint(
            "school_id", "round_id", "recommendation_key", name=op.f("pk_external_follow_ups")
        ),
    )
    op.create_table(
        "external_dues",
        *_of_school(),
        sa.Column("due_on", sa.String(length=10), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        *_edited(),
        _to_schools("external_dues"),
        sa.PrimaryKeyConstraint("school_id", "round_id", name=op.f("pk_external_dues")),
    )


def downgrade() -> None:
    for table in ("external_dues", "external_follow_ups", "external_assessments", "theme_choices"):
        op.drop_table(table)


def _of_school() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("school_id", sa.String(length=20), nullable=False),
        sa.Column("round_id", sa.String(length=20), nullable=False),
    )


def _to_schools(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["school_id"], ["schools.school_id"], name=op.f(f"fk_{table}_school_id"))


def _edited() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
    )
