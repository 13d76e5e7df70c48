"""The server survives whatever happens to a reader child, and nothing is left behind."""

import io
import json
import logging
import random
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import psutil
import pytest

from lib.errors import RefusedFile
from lib.ingest import child as child_room
from lib.ingest.child import ReadingStage, read_workbook
from lib.ingest.limits import MEGABYTE, ReaderCaps
from lib.ingest.receive import GarbledResult, ReaderFailed, read_workbook_result
from lib.ingest.refusals import NOTHING_SAVED, WORDS
from lib.ingest.transfer import ResultWriter
from lib.ingest.watchdog import ChildEnd, run_capped
from tests.ingest.bad_files import big_xlsx, make_zip, xlsx, xlsx_parts

ROOT = Path(__file__).resolve().parents[2]
# The geometry looks at a row's last cell; the far one stands before it, so the grid reader meets it.
CRASHING = xlsx(
    '<row r="1"><c r="XFD1048576"><v>1</v></c><c r="A1"><v>1</v></c></row>'
    '<row r="2"><c r="B2"><v>1</v></c></row>'
)


@pytest.fixture
def temp_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def run(code, tmp_path, **caps):
    return run_capped(("-c", code), ReaderCaps(**{"wall_seconds": 20.0, **caps}), tmp_path)


def test_a_child_that_aborts_is_reported_as_crashed(tmp_path):
    report = run("import os; os.abort()", tmp_path)
    assert report.end is ChildEnd.CRASHED
    assert report.exit_code != 0


def test_a_child_that_hangs_is_ended_at_its_wall_time(tmp_path):
    assert run("import time; time.sleep(600)", tmp_path, wall_seconds=0.3).end is ChildEnd.OUT_OF_TIME


def test_a_child_that_eats_memory_is_ended_at_its_cap(tmp_path):
    code = "import time; held = bytearray(b'x') * 200_000_000; time.sleep(600)"
    assert run(code, tmp_path, memory_bytes=100 * MEGABYTE).end is ChildEnd.OUT_OF_MEMORY


def test_the_memory_of_a_grandchild_counts_and_it_is_ended_too(tmp_path):
    note = tmp_path / "pid"
    inner = "import time; held = bytearray(b'x') * 200_000_000; time.sleep(600)"
    code = (
        "import subprocess, sys, time, pathlib\n"
        f"one = subprocess.Popen([sys.executable, '-c', {inner!r}])\n"
        f"pathlib.Path({str(note)!r}).write_text(str(one.pid))\n"
        "time.sleep(600)"
    )
    assert run(code, tmp_path, memory_bytes=100 * MEGABYTE).end is ChildEnd.OUT_OF_MEMORY
    pid = int(note.read_text())
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_a_file_that_crashes_its_reader_is_refused_with_an_id_the_log_has(temp_folder, caplog):
    with caplog.at_level(logging.ERROR), pytest.raises(RefusedFile) as refused:
        read_workbook(CRASHING, "a.xlsx")
    assert refused.value.code == "F19"
    assert refused.value.hint.endswith(NOTHING_SAVED)
    fault_id = refused.value.message.rpartition("รหัส ")[2].strip(" )")
    assert fault_id in caplog.text
    assert list(temp_folder.iterdir()) == []


def test_a_reading_past_its_time_is_refused_and_leaves_nothing(temp_folder):
    with pytest.raises(RefusedFile) as refused:
        read_workbook(xlsx(), "a.xlsx", caps=ReaderCaps(wall_seconds=0.0))
    assert refused.value.code == "F19"
    assert list(temp_folder.iterdir()) == []


def test_a_reading_past_its_memory_is_refused(temp_folder):
    with pytest.raises(RefusedFile) as refused:
        read_workbook(big_xlsx(2000, 200), "a.xlsx", caps=ReaderCaps(memory_bytes=40 * MEGABYTE))
    assert refused.value.code == "F19"
    assert list(temp_folder.iterdir()) == []


def test_the_next_file_is_read_after_a_crash():
    with pytest.raises(RefusedFile):
        read_workbook(CRASHING, "a.xlsx")
    assert read_workbook(xlsx(), "a.xlsx").sheets[0].rows == ((1, 2),)


def test_damaged_bytes_are_read_or_refused_with_a_known_code(temp_folder):
    chance = random.Random(2567)
    codes = {key.partition("-")[0] for key in WORDS}
    for _ in range(20):
        parts = [(name, bytearray(text.encode())) for name, text in xlsx_parts()]
        for _, part in parts:
            if chance.random() < 0.5:
                part[chance.randrange(len(part))] = chance.randrange(256)
        try:
            outcome = read_workbook(make_zip([(name, bytes(part)) for name, part in parts]), "a.xlsx").kind
        except RefusedFile as refused:
            outcome = refused.code
        assert outcome in {"xlsx", *codes}
    assert list(temp_folder.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["CON", "../../etc/passwd.xlsx", "ก" * 300 + ".xlsx", "a\u202excod.exe", "a\nb\0.xlsx", ""]
)
def test_a_hostile_file_name_is_never_a_path(temp_folder, name):
    assert read_workbook(xlsx(), name).kind == "xlsx"
    assert list(temp_folder.iterdir()) == []


def test_the_stages_are_told_in_order():
    stages = []
    read_workbook(xlsx(), "a.xlsx", stages.append)
    assert stages == [ReadingStage.CHECKING, ReadingStage.READING, ReadingStage.RECEIVING]


def test_no_more_than_two_children_run_at_once(monkeypatch):
    lock, running, most, waited = threading.Lock(), [], [], []
    both_in = threading.Barrier(2, timeout=10)
    real = child_room.run_capped

    def count(arguments, caps, folder):
        with lock:
            running.append(1)
            most.append(len(running))
            first_two = len(most) <= 2
        if first_two:
            both_in.wait()
        try:
            return real(arguments, caps, folder)
        finally:
            with lock:
                running.pop()

    monkeypatch.setattr(child_room, "run_capped", count)
    books = []

    def read():
        books.append(read_workbook(xlsx(), "a.xlsx", lambda stage: waited.append(stage)))

    threads = [threading.Thread(target=read) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(books) == 5
    assert max(most) == 2
    assert ReadingStage.WAITING in waited


def test_an_interrupted_reading_ends_its_child_and_frees_its_turn(temp_folder):
    class Rerun(BaseException):
        pass

    def interrupt(stage):
        if stage is ReadingStage.RECEIVING:
            raise Rerun

    for _ in range(3):
        with pytest.raises(Rerun):
            read_workbook(xlsx(), "a.xlsx", interrupt)
    assert read_workbook(xlsx(), "a.xlsx").kind == "xlsx"
    assert list(temp_folder.iterdir()) == []


def written(*values, ended=True):
    stream = io.StringIO()
    writer = ResultWriter(stream)
    writer.write_header("workbook", kind="xlsx")
    for value in values:
        writer.write(value)
    if ended:
        writer.write_end(encoding="", delimiter="")
    return stream.getvalue().splitlines()


SHEET = {"sheet": "ก", "hidden": False, "hidden_rows": [], "merged": [], "percents": []}


def with_rows(line):
    """A result whose only line of rows is this text."""
    lines = written(SHEET, [[1]])
    return [*lines[:2], line, *lines[3:]]


def test_a_whole_result_is_rebuilt():
    book = read_workbook_result(written(SHEET, [[1, "ก", None, True, {"d": "2024-05-16"}]]), ())
    assert book.sheets[0].rows[0][:4] == (1, "ก", None, True)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["garbage"],
        ["[]"],
        [json.dumps({"schema": 99, "result": "workbook"})],
        written(SHEET, [[1]], ended=False),
        written(SHEET, [[1]])[:-2] + written(SHEET, [[1]])[-1:],
        written(SHEET, [[[1]]]),
        written(SHEET, [1]),
        written(SHEET, [[{"x": "1"}]]),
        written(SHEET, [[{"d": "1", "e": "2"}]]),
        written({**SHEET, "merged": [[0, 0, 1]]}),
        written({**SHEET, "percents": [1]}),
        written({**SHEET, "hidden_rows": ["1"]}),
        with_rows("[[NaN]]"),
        with_rows("[[" + "9" * 5000 + "]]"),
        with_rows("[" * 100_000),
    ],
)
def test_a_cut_or_garbled_result_is_noticed(lines):
    with pytest.raises(GarbledResult):
        read_workbook_result(lines, ())


def test_a_failed_reader_gives_only_its_class():
    with pytest.raises(ReaderFailed, match="ZipError"):
        read_workbook_result([json.dumps({"schema": 1, "result": "failed", "error": "ZipError"})], ())


@pytest.mark.parametrize("room", ["lib.ingest.worker", "lib.ingest.child"])
def test_neither_the_worker_nor_the_server_side_loads_a_parser_at_import(room):
    heavy = ["pandas", "numpy", "streamlit", "openpyxl", "lxml", "python_calamine", "pythainlp"]
    code = f"import sys, {room}; print([name for name in {heavy} if name in sys.modules])"
    seen = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "[]"
