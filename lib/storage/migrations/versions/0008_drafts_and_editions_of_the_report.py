"""Drafts of KPI answers, editions of the committee report"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "kpi_drafts",
        sa.Column("form_id", sa.String(length=60), nullable=False),
        sa.Column("fiscal_year_be", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item_id", sa.String(length=60), nullable=False),
        sa.Column("typed_by", sa.String(length=200), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("seen_version", sa.Integer(), nullable=False),
        sa.Column("typed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint(
            "form_id", "fiscal_year_be", "item_id", "typed_by", name=op.f("pk_kpi_drafts")
        ),
    )
    op.create_table(
        "report_editions",
        sa.Column("edition_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["stored_files.sha256"], name=op.f("fk_report_editions_sha256")),
        sa.PrimaryKeyConstraint("edition_id", name=op.f("pk_report_editions")),
        sa.UniqueConstraint("year_be", "number", name=op.f("uq_report_editions_year_be_number")),
    )


def downgrade() -> None:
    op.drop_table("report_editions")
    op.drop_table("kpi_drafts")
