"""The first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("audit_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("audit_id", name=op.f("pk_audit")),
    )
    op.create_table(
        "indicator_changes",
        sa.Column("indicator_id", sa.String(length=100), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("indicator_id", name=op.f("pk_indicator_changes")),
    )
    op.create_table(
        "kpi_answers",
        sa.Column("form_id", sa.String(length=60), nullable=False),
        sa.Column("fiscal_year_be", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.String(length=60), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("form_id", "fiscal_year_be", "item_id", name=op.f("pk_kpi_answers")),
    )
    op.create_table(
        "kpi_rounds",
        sa.Column("form_id", sa.String(length=60), nullable=False),
        sa.Column("fiscal_year_be", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("form_id", "fiscal_year_be", "round_id", name=op.f("pk_kpi_rounds")),
    )
    op.create_table(
        "report_texts",
        sa.Column("section_id", sa.String(length=60), nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("section_id", "year_be", name=op.f("pk_report_texts")),
    )
    op.create_table(
        "reviews",
        sa.Column("finding_id", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("recommend_to", sa.String(length=100), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("sort_order", sa.Integer(), nullable=False),
        sa.Column("numbers_hash", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("finding_id", name=op.f("pk_reviews")),
    )
    op.create_table(
        "schools",
        sa.Column("school_id", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("name_key", sa.String(length=300), nullable=False),
        sa.Column("base_key", sa.String(length=300), nullable=False),
        sa.Column("smis_code", sa.String(length=8), nullable=False),
        sa.Column("obec_code", sa.String(length=6), nullable=False),
        sa.Column("moe_code", sa.String(length=10), nullable=False),
        sa.Column("cluster", sa.String(length=200), nullable=False),
        sa.Column("district", sa.String(length=200), nullable=False),
        sa.Column("level", sa.String(length=100), nullable=False),
        sa.Column("area_code", sa.String(length=20), nullable=False),
        sa.Column("offers_early_childhood", sa.Boolean(), nullable=False),
        sa.Column("offers_basic", sa.Boolean(), nullable=False),
        sa.Column("pupils", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("school_id", name=op.f("pk_schools")),
    )
    with op.batch_alter_table("schools", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_schools_base_key"), ["base_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_schools_moe_code"), ["moe_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_schools_name_key"), ["name_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_schools_obec_code"), ["obec_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_schools_smis_code"), ["smis_code"], unique=False)

    op.create_table(
        "settings",
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
    )
    op.create_table(
        "stored_files",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("n_bytes", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_stored_files")),
    )
    op.create_table(
        "datasets",
        sa.Column("dataset_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("choices_key", sa.String(length=64), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_loaded", sa.Integer(), nullable=False),
        sa.Column("rows_rejected", sa.Integer(), nullable=False),
        sa.Column("rows_ignored", sa.Integer(), nullable=False),
        sa.Column("n_values", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("loaded_by", sa.String(length=200), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "rows_read = rows_loaded + rows_rejected + rows_ignored", name=op.f("ck_datasets_rows_add_up")
        ),
        sa.ForeignKeyConstraint(["sha256"], ["stored_files.sha256"], name=op.f("fk_datasets_sha256")),
        sa.PrimaryKeyConstraint("dataset_id", name=op.f("pk_datasets")),
    )
    with op.batch_alter_table("datasets", schema=None) as batch_op:
        batch_op.create_index(
            "uq_datasets_active",
            ["sha256", "choices_key"],
            unique=True,
            sqlite_where=sa.text("undone_at IS NULL"),
            postgresql_where=sa.text("undone_at IS NULL"),
        )

    op.create_table(
        "kpi_evidence",
        sa.Column("evidence_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("form_id", sa.String(length=60), nullable=False),
        sa.Column("fiscal_year_be", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.String(length=60), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("page", sa.String(length=60), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["stored_files.sha256"], name=op.f("fk_kpi_evidence_sha256")),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_kpi_evidence")),
        sa.UniqueConstraint(
            "form_id",
            "fiscal_year_be",
            "item_id",
            "sha256",
            name=op.f("uq_kpi_evidence_form_id_fiscal_year_be_item_id_sha256"),
        ),
    )
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
    op.create_table(
        "self_assessments",
        sa.Column("report_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.String(length=20), nullable=False),
        sa.Column("academic_year_be", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("reading", sa.JSON(), nullable=False),
        sa.Column("document_text", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.school_id"], name=op.f("fk_self_assessments_school_id")
        ),
        sa.ForeignKeyConstraint(["sha256"], ["stored_files.sha256"], name=op.f("fk_self_assessments_sha256")),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_self_assessments")),
        sa.UniqueConstraint(
            "school_id", "academic_year_be", name=op.f("uq_self_assessments_school_id_academic_year_be")
        ),
    )
    op.create_table(
        "benchmarks",
        sa.Column("benchmark_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("dataset_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.String(length=100), nullable=False),
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("scope_name", sa.String(length=200), nullable=False),
        sa.Column("period_kind", sa.String(length=20), nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("term", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(precision=53), nullable=False),
        sa.Column("n", sa.Float(precision=53), nullable=True),
        sa.Column("source_ref", sa.String(length=300), nullable=False),
        sa.CheckConstraint("length(source_ref) > 0", name=op.f("ck_benchmarks_way_home")),
        sa.ForeignKeyConstraint(
            ["dataset_id"], ["datasets.dataset_id"], name=op.f("fk_benchmarks_dataset_id")
        ),
        sa.PrimaryKeyConstraint("benchmark_id", name=op.f("pk_benchmarks")),
    )
    with op.batch_alter_table("benchmarks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_benchmarks_dataset_id"), ["dataset_id"], unique=False)

    op.create_table(
        "observations",
        sa.Column("indicator_id", sa.String(length=100), nullable=False),
        sa.Column("period_kind", sa.String(length=20), nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("term", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.String(length=20), nullable=False),
        sa.Column("dataset_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(precision=53), nullable=False),
        sa.Column("numerator", sa.Float(precision=53), nullable=True),
        sa.Column("n", sa.Float(precision=53), nullable=True),
        sa.Column("sd", sa.Float(precision=53), nullable=True),
        sa.Column("source_ref", sa.String(length=300), nullable=False),
        sa.CheckConstraint("length(source_ref) > 0", name=op.f("ck_observations_way_home")),
        sa.ForeignKeyConstraint(
            ["dataset_id"], ["datasets.dataset_id"], name=op.f("fk_observations_dataset_id")
        ),
        sa.ForeignKeyConstraint(["school_id"], ["schools.school_id"], name=op.f("fk_observations_school_id")),
        sa.PrimaryKeyConstraint(
            "indicator_id",
            "period_kind",
            "year_be",
            "term",
            "school_id",
            "dataset_id",
            name=op.f("pk_observations"),
        ),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("observations", schema=None) as batch_op:
        batch_op.create_index("ix_observations_dataset", ["dataset_id"], unique=False)
        batch_op.create_index("ix_observations_school", ["school_id", "indicator_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("observations", schema=None) as batch_op:
        batch_op.drop_index("ix_observations_school")
        batch_op.drop_index("ix_observations_dataset")

    op.drop_table("observations")
    with op.batch_alter_table("benchmarks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_benchmarks_dataset_id"))

    op.drop_table("benchmarks")
    op.drop_table("self_assessments")
    op.drop_table("school_aliases")
    op.drop_table("kpi_evidence")
    with op.batch_alter_table("datasets", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_datasets_active",
            sqlite_where=sa.text("undone_at IS NULL"),
            postgresql_where=sa.text("undone_at IS NULL"),
        )

    op.drop_table("datasets")
    op.drop_table("stored_files")
    op.drop_table("settings")
    with op.batch_alter_table("schools", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_schools_smis_code"))
        batch_op.drop_index(batch_op.f("ix_schools_obec_code"))
        batch_op.drop_index(batch_op.f("ix_schools_name_key"))
        batch_op.drop_index(batch_op.f("ix_schools_moe_code"))
        batch_op.drop_index(batch_op.f("ix_schools_base_key"))

    op.drop_table("schools")
    op.drop_table("reviews")
    op.drop_table("report_texts")
    op.drop_table("kpi_rounds")
    op.drop_table("kpi_answers")
    op.drop_table("indicator_changes")
    op.drop_table("audit")
