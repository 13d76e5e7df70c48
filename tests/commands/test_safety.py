"""backup, restore and check from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lib.commands.safety import backup, check, restore
from lib.storage.engine import open_store
from lib.storage.files import content_hash, remove_file
from tests.storage.office_with_data import ORIGINAL, fill_office


@pytest.fixture
def filled_url(database_url: str) -> str:
    store = open_store(database_url)
    fill_office(store)
    store.dispose()
    return database_url


def test_a_backup_goes_into_another_database(filled_url: str, tmp_path: Path) -> None:
    target = str(tmp_path / "backup.zip")
    other = f"sqlite:///{(tmp_path / 'other.sqlite3').as_posix()}"
    done = CliRunner().invoke(backup, [target, "--database", filled_url, "--json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout)["files"] == 1
    done = CliRunner().invoke(restore, [target, "--database", other, "--json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout)["rows"]["schools"] == 2
    done = CliRunner().invoke(restore, [target, "--database", other])
    assert done.exit_code == 1
    assert "มีข้อมูลอยู่แล้ว" in done.stderr
    done = CliRunner().invoke(restore, [target, "--database", other, "--replace"])
    assert done.exit_code == 0


def test_a_file_that_is_no_backup_ends_with_status_1(database_url: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.zip"
    letter.write_bytes(b"-")
    done = CliRunner().invoke(restore, [str(letter), "--database", database_url, "--json"])
    assert done.exit_code == 1
    assert "ชุดสำรองเสียหาย" in json.loads(done.stdout)["error"]["message"]


def test_check_ends_with_status_1_when_something_is_lost(filled_url: str) -> None:
    done = CliRunner().invoke(check, ["--database", filled_url])
    assert done.exit_code == 0
    assert "เรียบร้อย" in done.stdout
    store = open_store(filled_url)
    remove_file(store, content_hash(ORIGINAL))
    store.dispose()
    done = CliRunner().invoke(check, ["--database", filled_url, "--json"])
    assert done.exit_code == 1
    document = json.loads(done.stdout)
    assert not document["fine"]
    faulty = {each["name"]: each["n_faults"] for each in document["checks"] if each["n_faults"]}
    assert faulty == {"ไฟล์ต้นฉบับที่เก็บไว้": 1}
