"""The databases that the other tests stand on."""

from sqlalchemy import create_engine, inspect, make_url, text

from tests.postgres_server import empty_database


def test_each_test_gets_an_empty_database_it_can_write_to(any_database_url: str) -> None:
    engine = create_engine(any_database_url)
    try:
        assert inspect(engine).get_table_names() == []
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE school (name TEXT)"))
            connection.execute(text("INSERT INTO school VALUES ('บ้านน้ำใส')"))
        with engine.connect() as connection:
            assert connection.execute(text("SELECT name FROM school")).scalars().all() == ["บ้านน้ำใส"]
    finally:
        engine.dispose()


def test_what_another_test_left_behind_is_not_seen(any_database_url: str) -> None:
    engine = create_engine(any_database_url)
    try:
        assert inspect(engine).get_table_names() == []
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE school (name TEXT)"))
    finally:
        engine.dispose()


def test_an_open_connection_does_not_keep_a_test_database(postgres_url: str) -> None:
    server = make_url(postgres_url)
    with empty_database(server) as inner:
        engine = create_engine(inner)
        left_open = engine.connect()
    name = make_url(inner).database
    observer = create_engine(postgres_url)
    try:
        with observer.connect() as connection:
            found = connection.execute(
                text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}
            )
            assert found.all() == []
    finally:
        left_open.invalidate()
        observer.dispose()
        engine.dispose()
