"""Register files that can be taken back: each load with its schools before and after"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

#: A program of the former schema knows a school that left only as one of a load that was taken back.
_GIVEN_TO_A_LOAD = """
UPDATE schools SET added_by = coalesce(
    (SELECT max(dataset_id) FROM observations WHERE observations.school_id = schools.school_id),
    (SELECT max(dataset_id) FROM school_aliases WHERE school_aliases.school_id = schools.school_id)
) WHERE NOT listed
"""


def upgrade() -> None:
    with op.batch_alter_table("schools") as batch_op:
        batch_op.add_column(sa.Column("listed", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("schools") as batch_op:
        batch_op.alter_column("listed", server_default=None)
    op.create_table(
        "register_loads",
        sa.Column("load_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("rows_read", "rows_loaded", "rows_rejected", "rows_ignored")
        ),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("n_added", "n_updated", "n_unchanged")),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("loaded_by", sa.String(length=200), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "rows_read = rows_loaded + rows_rejected + rows_ignored",
            name=op.f("ck_register_loads_rows_add_up"),
        ),
        sa.ForeignKeyConstraint(["sha256"], ["stored_files.sha256"], name=op.f("fk_register_loads_sha256")),
        sa.PrimaryKeyConstraint("load_id", name=op.f("pk_register_loads")),
    )
    op.create_table(
        "register_load_schools",
        sa.Column("load_id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.String(length=20), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("added_by", sa.Integer(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["load_id"], ["register_loads.load_id"], name=op.f("fk_register_load_schools_load_id")
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.school_id"], name=op.f("fk_register_load_schools_school_id")
        ),
        sa.ForeignKeyConstraint(
            ["added_by"], ["datasets.dataset_id"], name=op.f("fk_register_load_schools_added_by")
        ),
        sa.PrimaryKeyConstraint("load_id", "school_id", name=op.f("pk_register_load_schools")),
    )


def downgrade() -> None:
    op.drop_table("register_load_schools")
    op.drop_table("register_loads")
    op.execute(_GIVEN_TO_A_LOAD)
    op.execute("DELETE FROM schools WHERE NOT listed AND added_by IS NULL")
    with op.batch_alter_table("schools") as batch_op:
        batch_op.drop_column("listed")
