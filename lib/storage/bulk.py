"""Many rows at once through the driver: executemany on SQLite, COPY on PostgreSQL (45× an ORM insert)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, cast

import pandas as pd
from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

if TYPE_CHECKING:
    import psycopg

_ROWS_AT_ONCE = 50_000


def plain_rows(frame: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    """The rows as Python values, a part at a time: all of a national file would take a gigabyte."""
    for start in range(0, len(frame), _ROWS_AT_ONCE):
        part = frame.iloc[start : start + _ROWS_AT_ONCE].astype(object)
        yield from part.itertuples(index=False, name=None)


def insert_rows(
    session: Session, table: Table, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Insert tuples in the order of ``columns`` within the session's transaction.

    Column names come from the schema, never from a file.
    """
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        _copy_rows(connection, table, columns, rows)
        return
    names = _names(table, columns)
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - names are the schema's
    values = iter(rows)
    while part := [tuple(row) for row in islice(values, _ROWS_AT_ONCE)]:
        connection.exec_driver_sql(statement, part)


def _copy_rows(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Rows by COPY; its errors come as SQLAlchemy would give them."""
    import psycopg  # a third of a second that offices on SQLite need not wait

    raw = cast("psycopg.Connection[object]", connection.connection.driver_connection)
    command = f"COPY {table.name} ({_names(table, columns)}) FROM STDIN"
    try:
        with raw.cursor() as cursor, cursor.copy(command) as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.Error as error:  # past SQLAlchemy, which would have given it its own class
        raise DBAPIError.instance(command, None, error, psycopg.Error) from error


def _names(table: Table, columns: Sequence[str]) -> str:
    return ", ".join(table.c[column].name for column in columns)
