"""The server survives whatever happens to a reader child, and nothing is left behind."""

import io
import json
import logging
import random
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from lib.errors import RefusedFile
from lib.ingest import child as child_room
from lib.ingest import watchdog
from lib.ingest.child import read_document, read_workbook
from lib.ingest.limits import MEGABYTE, ReaderCaps
from lib.ingest.reading_progress import ReadingStage
from lib.ingest.receive import GarbledResult, ReaderFailed, read_workbook_result
from lib.ingest.refusals import NOTHING_SAVED, WORDS, make_refusal
from lib.ingest.transfer import ResultWriter
from lib.ingest.watchdog import ChildEnd, ChildStopped, read_capped
from tests.ingest.bad_files import big_xlsx, docx, make_zip, ods, xlsx, xlsx_parts

ROOT = Path(__file__).resolve().parents[2]
# The geometry looks at a row's last cell; the far one stands before it, so the grid reader meets it.
CRASHING = xlsx(
    '<row r="1"><c r="XFD1048576"><v>1</v></c><c r="A1"><v>1</v></c></row>'
    '<row r="2"><c r="B2"><v>1</v></c></row>'
)


KINDS = {
    "xlsx": xlsx,
    "ods": lambda: ods(
        '<table:table table:name="ก"><table:table-row>'
        '<table:table-cell office:value-type="float" office:value="1">'
        "<text:p>1</text:p></table:table-cell></table:table-row></table:table>"
    ),
    "csv": lambda: "รหัส,ค่า\n1,2\n".encode("cp874"),
    "docx": lambda: docx("<w:p><w:r><w:t>ก</w:t></w:r></w:p>"),
}


@pytest.fixture
def temp_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def answer(code, content=b"", on_look=lambda: None, **caps):
    lines = read_capped(("-c", code), content, ReaderCaps(**{"wall_seconds": 20.0, **caps}), on_look)
    return b"".join(lines)


def end_of(code, content=b"", **caps):
    with pytest.raises(ChildStopped) as stopped:
        answer(code, content, **caps)
    return stopped.value.end


ECHO = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"
SILENT_SLEEP = "import time; time.sleep(600)"


def test_a_child_that_aborts_is_reported_as_crashed():
    assert end_of("import os; os.abort()") is ChildEnd.CRASHED


def test_a_child_that_fails_after_it_answered_is_reported_as_crashed():
    assert end_of("import os, sys; sys.stdout.close(); os._exit(3)") is ChildEnd.CRASHED


def test_a_child_that_hangs_is_ended_at_its_wall_time():
    assert end_of(SILENT_SLEEP, wall_seconds=0.3) is ChildEnd.OUT_OF_TIME


def test_a_child_that_closes_its_answer_and_hangs_is_ended_at_its_wall_time():
    code = "import os, time; os.close(1); time.sleep(600)"
    assert end_of(code, wall_seconds=0.3) is ChildEnd.OUT_OF_TIME


def test_a_child_that_eats_memory_is_ended_at_its_cap():
    code = "import time; held = bytearray(b'x') * 200_000_000; time.sleep(600)"
    assert end_of(code, memory_bytes=100 * MEGABYTE) is ChildEnd.OUT_OF_MEMORY


def test_fifty_megabytes_go_in_and_come_out_through_the_pipes():
    content = random.Random(1).randbytes(1_000_000) * 50
    assert answer(ECHO, content) == content


def test_a_child_that_reads_nothing_does_not_hold_up_the_server():
    assert answer("print('done')", bytes(20 * MEGABYTE)).split() == [b"done"]


def test_a_child_that_says_too_much_is_ended(monkeypatch):
    monkeypatch.setattr(watchdog, "RESULT_BYTES_MAX", 3 * MEGABYTE)
    assert end_of("while True: print('x' * 999_999)") is ChildEnd.TOO_MUCH_SAID
    assert end_of("import sys\nwhile True: sys.stdout.write('x' * 999_999)") is ChildEnd.TOO_MUCH_SAID


def test_what_the_watcher_raises_ends_the_child(tmp_path):
    class Rerun(BaseException):
        pass

    def interrupt():
        raise Rerun

    before = set(psutil.Process().children())
    with pytest.raises(Rerun):
        answer(SILENT_SLEEP, on_look=interrupt)
    assert set(psutil.Process().children()) == before


def test_an_answer_that_nobody_takes_to_its_end_leaves_no_child_and_no_thread():
    before, threads = set(psutil.Process().children()), threading.active_count()
    with closing(read_capped(("-c", ECHO), b"x\n" * 1_000_000, ReaderCaps(), lambda: None)) as lines:
        assert next(lines) == b"x\n"
    assert set(psutil.Process().children()) == before
    assert threading.active_count() == threads


def test_the_memory_of_a_grandchild_counts_and_it_is_ended_too(tmp_path):
    note = tmp_path / "pid"
    inner = "import time; held = bytearray(b'x') * 200_000_000; time.sleep(600)"
    code = (
        "import subprocess, sys, time, pathlib\n"
        f"one = subprocess.Popen([sys.executable, '-c', {inner!r}])\n"
        f"pathlib.Path({str(note)!r}).write_text(str(one.pid))\n"
        "time.sleep(600)"
    )
    assert end_of(code, memory_bytes=100 * MEGABYTE) is ChildEnd.OUT_OF_MEMORY
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


def test_the_steps_are_told_in_order():
    told = []
    read_workbook(xlsx(), "a.xlsx", told.append)
    steps = [progress.stage for progress in told]
    assert steps[:2] == [ReadingStage.CHECKING, ReadingStage.READING]
    assert set(steps[2:]) <= {ReadingStage.READING}


def test_no_more_than_two_children_run_at_once(monkeypatch):
    lock, running, most, told = threading.Lock(), [], [], []
    both_in = threading.Barrier(2, timeout=10)
    real = child_room.read_capped

    def count(*given):
        with lock:
            running.append(1)
            most.append(len(running))
            first_two = len(most) <= 2
        if first_two:
            both_in.wait()
        try:
            yield from real(*given)
        finally:
            with lock:
                running.pop()

    monkeypatch.setattr(child_room, "read_capped", count)
    books = []

    def read():
        books.append(read_workbook(xlsx(), "a.xlsx", told.append))

    threads = [threading.Thread(target=read) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(books) == 5
    assert max(most) == 2
    assert {progress.place for progress in told if progress.stage is ReadingStage.WAITING} >= {1, 2}


def test_an_interrupted_reading_ends_its_child_and_frees_its_turn(temp_folder):
    class Rerun(BaseException):
        pass

    def interrupt(progress):
        if progress.stage is ReadingStage.READING:
            raise Rerun

    for _ in range(3):
        with pytest.raises(Rerun):
            read_workbook(xlsx(), "a.xlsx", interrupt)
    assert read_workbook(xlsx(), "a.xlsx").kind == "xlsx"
    assert list(temp_folder.iterdir()) == []


def refuse_temporary_files(*given, **named):
    raise AssertionError("a temporary file")


WATCHED = """
import sys
written = []
def note(event, given):
    if event == "open":
        path, mode, flags = given
        if isinstance(path, str) and (set(mode or "") & set("wax+") or (flags or 0) & 3):
            written.append(path)
    elif event in ("os.mkdir", "os.rename", "tempfile.mkstemp", "tempfile.mkdtemp", "shutil.copyfile"):
        written.append(event)
from lib.ingest import worker
real = worker.load_reader
def load(*given):
    reader = real(*given)
    sys.addaudithook(note)
    return reader
worker.load_reader = load
worker.main(sys.argv[1:])
sys.stderr.write(repr([one for one in written if "__pycache__" not in one]))
"""


@pytest.mark.parametrize(("kind", "make"), KINDS.items())
def test_neither_server_nor_child_writes_a_file(kind, make, monkeypatch):
    content = make()
    for name in ("NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse_temporary_files)
    read = read_document if kind == "docx" else read_workbook
    assert read(content, f"a.{kind}").issues == ()
    arguments = ["read", kind, "40", str(1500 * MEGABYTE), ""]
    seen = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments], cwd=ROOT, input=content, capture_output=True, check=True
    )
    assert b'"end"' in seen.stdout
    assert seen.stderr == b"[]"


def test_the_child_could_not_write_a_file_if_it_wanted(tmp_path):
    pytest.importorskip("resource")
    note = tmp_path / "leak"
    code = (
        "import sys\nfrom lib.ingest import worker\n"
        f"worker.load_reader = lambda *_: lambda content, _: open({str(note)!r}, 'wb', 0).write(content)\n"
        "worker.main(sys.argv[1:])"
    )
    arguments = ("-c", code, "read", "csv", "40", str(1500 * MEGABYTE), "")
    told = b"".join(read_capped(arguments, b"1234", ReaderCaps(), lambda: None))
    assert json.loads(told)["failed"].startswith("OSError")
    assert note.read_bytes() == b""


def written(*values, ended=True):
    stream = io.BytesIO()
    writer = ResultWriter(stream)
    writer.write_header("workbook", kind="xlsx")
    for value in values:
        writer.write(value)
    if ended:
        writer.write_end(encoding="", delimiter="")
    return stream.getvalue().splitlines()


SHEET = {"sheet": "ก", "hidden": False, "hidden_rows": [], "hidden_columns": [], "merged": [], "percents": []}


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
        [b"garbage"],
        [b"[]"],
        [b"\xff"],
        [json.dumps({"schema": 99, "result": "workbook"}).encode()],
        written(SHEET, [[1]], ended=False),
        written(SHEET, [[1]])[:-2] + written(SHEET, [[1]])[-1:],
        written(SHEET, [[[1]]]),
        written(SHEET, [1]),
        written(SHEET, [[{"x": "1"}]]),
        written(SHEET, [[{"d": "1", "e": "2"}]]),
        written({**SHEET, "merged": [[0, 0, 1]]}),
        written({**SHEET, "percents": [1]}),
        written({**SHEET, "hidden_rows": ["1"]}),
        with_rows(b"[[NaN]]"),
        with_rows(b"[[" + b"9" * 5000 + b"]]"),
        with_rows(b"[" * 100_000),
    ],
)
def test_a_cut_or_garbled_result_is_noticed(lines):
    with pytest.raises(GarbledResult):
        read_workbook_result(lines, ())


def test_a_failed_reader_gives_only_its_class():
    with pytest.raises(ReaderFailed, match="ZipError"):
        read_workbook_result([b'{"failed": "ZipError"}'], ())


def test_a_refusal_after_rows_counts():
    stream = io.BytesIO()
    writer = ResultWriter(stream)
    writer.write_header("workbook", kind="xlsx")
    writer.write_sheet("ก", [[1]])
    writer.write_refusal(make_refusal("S18", sheet="ก", read=1, counted=2))
    with pytest.raises(RefusedFile) as refused:
        read_workbook_result(stream.getvalue().splitlines(), ())
    assert refused.value.code == "S18"


@pytest.mark.parametrize("room", ["lib.ingest.worker", "lib.ingest.child"])
def test_neither_the_worker_nor_the_server_side_loads_a_parser_at_import(room):
    heavy = ["pandas", "numpy", "streamlit", "openpyxl", "lxml", "python_calamine", "pythainlp"]
    code = f"import sys, {room}; print([name for name in {heavy} if name in sys.modules])"
    seen = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "[]"
