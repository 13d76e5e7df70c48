"""Corrections of closed rounds, claimed levels, answers to sub-criteria, versions of evidence"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

#: A program of the former schema knows one edition of a round and no evidence without a file.
_OLDER_EDITIONS = """
DELETE FROM kpi_rounds WHERE EXISTS (
    SELECT 1 FROM kpi_rounds newer WHERE newer.form_id = kpi_rounds.form_id
    AND newer.fiscal_year_be = kpi_rounds.fiscal_year_be AND newer.round_id = kpi_rounds.round_id
    AND newer.edition > kpi_rounds.edition
)
"""
_WITHOUT_FILE = "DELETE FROM kpi_evidence WHERE sha256 IS NULL"
_KEY = ["form_id", "fiscal_year_be", "round_id"]


def upgrade() -> None:
    with op.batch_alter_table("kpi_rounds") as batch_op:
        batch_op.add_column(sa.Column("edition", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("reason", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("claimed_level", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("claimed_reason", sa.Text(), nullable=False, server_default=""))
        batch_op.drop_constraint(op.f("pk_kpi_rounds"), type_="primary")
        batch_op.create_primary_key(op.f("pk_kpi_rounds"), [*_KEY, "edition"])
    with op.batch_alter_table("kpi_answers") as batch_op:
        batch_op.add_column(sa.Column("sub_answers", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("kpi_evidence") as batch_op:
        batch_op.alter_column("sha256", existing_type=sa.String(length=64), nullable=True)
        batch_op.add_column(sa.Column("dated_on", sa.String(length=10), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("link", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("held_at", sa.String(length=300), nullable=False, server_default=""))
    op.create_table(
        "kpi_evidence_versions",
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["kpi_evidence.evidence_id"], name=op.f("fk_kpi_evidence_versions_evidence_id")
        ),
        sa.ForeignKeyConstraint(
            ["sha256"], ["stored_files.sha256"], name=op.f("fk_kpi_evidence_versions_sha256")
        ),
        sa.PrimaryKeyConstraint("evidence_id", "number", name=op.f("pk_kpi_evidence_versions")),
    )


def downgrade() -> None:
    op.drop_table("kpi_evidence_versions")
    op.execute(_WITHOUT_FILE)
    with op.batch_alter_table("kpi_evidence") as batch_op:
        for column in ("held_at", "link", "dated_on"):
            batch_op.drop_column(column)
        batch_op.alter_column("sha256", existing_type=sa.String(length=64), nullable=False)
    with op.batch_alter_table("kpi_answers") as batch_op:
        batch_op.drop_column("sub_answers")
    op.execute(_OLDER_EDITIONS)
    with op.batch_alter_table("kpi_rounds") as batch_op:
        batch_op.drop_constraint(op.f("pk_kpi_rounds"), type_="primary")
        for column in ("claimed_reason", "claimed_level", "reason", "edition"):
            batch_op.drop_column(column)
        batch_op.create_primary_key(op.f("pk_kpi_rounds"), _KEY)
