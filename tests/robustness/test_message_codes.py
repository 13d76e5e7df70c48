"""Every message of the product's table is provoked: coded, in Thai, with what to do and the data's state."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.domain.issues import Issue, Severity
from lib.errors import EditConflict, WorkbenchError
from lib.ingest.reading_progress import ReadingProgress
from lib.storage.engine import Store, open_store
from tests.robustness.figures import note
from tests.robustness.judge import NOTHING_SAVED, faults_of_words
from tests.robustness.message_codes import ASK, REFUSE, REPAIR, ROWS, WARN, Row
from tests.robustness.office import open_office

#: Issues that stop a cell, a row or a table refuse that much; the rest of the file is read.
_SEVERITIES = {
    REFUSE: {Severity.ERROR},
    ASK: {Severity.QUESTION},
    WARN: {Severity.WARNING},
    REPAIR: {Severity.INFO},
}
#: Words that say what became of the data where the table's sentence would be wrong.
_STATES = (NOTHING_SAVED, "ไม่ได้บันทึก", "ข้อมูลเดิมไม่เปลี่ยน", "จึงไม่ได้นำเข้าซ้ำ")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office as a file, made once."""
    file = tmp_path_factory.mktemp("template") / "office.sqlite3"
    open_office(f"sqlite:///{file.as_posix()}").dispose()
    return file


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy for one message; some of them are said only after something was stored."""
    file = tmp_path / "office.sqlite3"
    shutil.copy(template, file)
    opened = open_store(f"sqlite:///{file.as_posix()}")
    yield opened
    opened.dispose()


@pytest.mark.parametrize("row", [row for row in ROWS if row.provoke], ids=lambda row: row.code)
def test_a_message_is_given_under_its_code_with_what_to_do(store: Store, row: Row) -> None:
    assert row.provoke is not None
    said = row.provoke(store)
    action = row.done or row.action
    if isinstance(said, ReadingProgress):
        assert action == "progress"
        assert faults_of_words(said.words, "") == []
        assert str(said.place) in said.words
        return
    assert said.code == row.code
    assert faults_of_words(said.message, said.hint) == []
    if isinstance(said, Issue):
        # An issue that offers readings to pick from asks, whatever it holds back meanwhile.
        assert said.severity in _SEVERITIES[action] or (action == ASK and said.readings)
        assert said.hint or action == REPAIR
    else:
        assert isinstance(said, WorkbenchError)
        assert action == (ASK if row.code in ("K01", "K03") else REFUSE)
        assert said.hint
        assert any(state in f"{said.message} {said.hint}" for state in _STATES) or isinstance(
            said, EditConflict
        )


def test_every_message_of_the_table_is_here_once() -> None:
    counted = {"F": 22, "S": 18, "V": 19, "C": 4, "D": 2, "A": 3, "K": 6}
    wanted = [f"{letter}{number:02d}" for letter, n in counted.items() for number in range(1, n + 1)]
    assert sorted(row.code for row in ROWS) == sorted(wanted)


def test_what_is_done_otherwise_than_the_table_asks_has_its_reason() -> None:
    assert [row.code for row in ROWS if (row.done or row.provoke is None) and len(row.deviation) < 20] == []
    assert [row.code for row in ROWS if row.deviation and row.done == row.action] == []
    given = sum(row.provoke is not None for row in ROWS)
    note("codes", "messages provoked", given, f"{len(ROWS) - given} without anything that could say them")


def test_a_code_of_the_table_stands_in_the_source_once_it_is_given() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in Path("lib").rglob("*.py"))
    assert [
        row.code for row in ROWS if row.provoke and f'"{row.code}' not in source and row.code != "F22"
    ] == []
