"""Figures beside the decisions made on them; chosen like schools; visits"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("reviews") as batch_op:
        batch_op.add_column(sa.Column("numbers", sa.JSON(), nullable=False, server_default="{}"))
    op.create_table(
        "peer_choices",
        sa.Column("school_id", sa.String(length=20), nullable=False),
        sa.Column("school_ids", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        *_edited(),
        sa.ForeignKeyConstraint(["school_id"], ["schools.school_id"], name=op.f("fk_peer_choices_school_id")),
        sa.PrimaryKeyConstraint("school_id", name=op.f("pk_peer_choices")),
    )
    op.create_table(
        "visits",
        sa.Column("visit_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("planned_on", sa.String(length=10), nullable=False),
        sa.Column("done_on", sa.String(length=10), nullable=False),
        sa.Column("by_role", sa.String(length=200), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        *_edited(),
        sa.ForeignKeyConstraint(["school_id"], ["schools.school_id"], name=op.f("fk_visits_school_id")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_visits")),
    )
    op.create_index(op.f("ix_visits_school_id"), "visits", ["school_id"])


def downgrade() -> None:
    op.drop_table("visits")
    op.drop_table("peer_choices")
    with op.batch_alter_table("reviews") as batch_op:
        batch_op.drop_column("numbers")


def _edited() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
    )
