"""Places come from the environment at each call, else from this computer's own data folder."""

from pathlib import Path

import pytest

from lib import settings


def test_the_database_lies_in_the_chosen_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.DATA_DIR_VARIABLE, str(tmp_path))
    monkeypatch.delenv(settings.DATABASE_VARIABLE, raising=False)
    assert settings.default_database_url() == f"sqlite:///{(tmp_path / 'office.sqlite3').as_posix()}"


def test_a_database_named_in_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.DATABASE_VARIABLE, "postgresql+psycopg://host/office")
    assert settings.default_database_url() == "postgresql+psycopg://host/office"


def test_originals_lie_beside_an_embedded_database() -> None:
    assert settings.files_dir("sqlite:////srv/office.sqlite3") == Path("/srv/office.sqlite3.files")


def test_originals_of_a_server_s_database_lie_in_the_data_folder_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.DATA_DIR_VARIABLE, str(tmp_path))
    url = "postgresql+psycopg://user:secret@host/office?sslmode=require"
    assert settings.files_dir(url) == tmp_path / "office.files"


def test_without_a_name_the_history_names_this_computer_s_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.USER_VARIABLE, raising=False)
    assert settings.user_name() == "ผู้ใช้เครื่องนี้"
