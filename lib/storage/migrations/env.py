"""Alembic's entry: runs on the connection, and in the transaction, that the program hands over."""

from alembic import context

from lib.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
