"""T4, as far as it goes without a file system of its own: images of the disk at random moments open whole.

The writer is stopped while database and log are copied, so an image is what a dying computer leaves when
every write that was asked for reached the disk; cutting the log behind its last commit then takes away what
had not. That writes are forced out in the right order is the database's own promise and not tried here.
"""

import os
import random
import shutil
import signal
import struct
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from lib.settings import data_dir
from lib.storage.engine import Store, open_store, reading
from lib.storage.integrity import check_store
from lib.storage.observations import load_observations
from tests.robustness.figures import note, size
from tests.robustness.killing import HAS_KILL, PROCESSES
from tests.storage.killed_import import N_SCHOOLS, import_forever
from tests.storage.loads import add_schools

_LOG_HEADER, _FRAME_HEADER = 32, 24
N_IMAGES = size("IMAGES", short=6, full=40)

pytestmark = pytest.mark.skipif(not HAS_KILL, reason="Windows cannot stop and continue a process")


def test_an_image_of_the_disk_at_any_moment_opens_whole(database_url: str, tmp_path: Path) -> None:
    chance = random.Random(2571)
    store = open_store(database_url)
    add_schools(store, N_SCHOOLS)
    file = Path(database_url.removeprefix("sqlite:///"))
    hear, say = PROCESSES.Pipe(duplex=False)
    writer = PROCESSES.Process(target=import_forever, args=(database_url, str(data_dir()), 0, say))
    writer.start()
    say.close()
    acknowledged = 0
    try:
        assert hear.recv() is True
        for number in range(N_IMAGES):
            time.sleep(chance.uniform(0, 0.1))
            os.kill(writer.pid or 0, signal.SIGSTOP)
            try:
                while hear.poll():
                    acknowledged += not hear.recv()
                image = take_image(file, store.files, tmp_path / f"image {number}")
            finally:
                os.kill(writer.pid or 0, signal.SIGCONT)
            if number % 2:
                cut_log(image, chance)
            assert assert_opens_whole(image) >= acknowledged
            shutil.rmtree(image.parent)
    finally:
        writer.kill()
        writer.join()
        hear.close()
        store.dispose()
    note(
        "T4",
        "images of database and log (every other log cut short; no LazyFS)",
        N_IMAGES,
        "every one opened whole",
    )


def take_image(file: Path, files: Path, folder: Path) -> Path:
    """Copy database, log and originals while nobody writes; the shared memory dies with a computer."""
    folder.mkdir()
    image = folder / file.name
    shutil.copy(file, image)
    log = file.with_name(f"{file.name}-wal")
    if log.exists():
        shutil.copy(log, folder / log.name)
    if files.exists():
        shutil.copytree(files, folder / f"{file.name}.files")
    return image


def cut_log(image: Path, chance: random.Random) -> None:
    """Lose what was written to the log after its last commit, as when the power goes before it is forced out.

    A commit is acknowledged, and later moved into the database, only once the log is on the disk up to it; a
    cut before it is no power cut but a broken disk.
    """
    log = image.with_name(f"{image.name}-wal")
    if log.exists():
        content = log.read_bytes()
        log.write_bytes(content[: chance.randint(end_of_commits(content), len(content))])


def end_of_commits(log: bytes) -> int:
    """Bytes of the log up to its last commit; frames of an earlier round of the log have another salt."""
    if len(log) < _LOG_HEADER:
        return len(log)
    (page_bytes,) = struct.unpack_from(">I", log, 8)
    salt, end = log[16:24], _LOG_HEADER
    for place in range(_LOG_HEADER, len(log) - page_bytes, _FRAME_HEADER + page_bytes):
        _, pages_after_commit = struct.unpack_from(">II", log, place)
        if log[place + 8 : place + 16] != salt:
            break
        if pages_after_commit:
            end = place + _FRAME_HEADER + page_bytes
    return end


def assert_opens_whole(image: Path) -> int:
    """Loads in an image that opens, passes its check and has no half of a load."""
    store: Store = open_store(f"sqlite:///{image.as_posix()}")
    try:
        assert [result.faults for result in check_store(store) if not result.fine] == []
        with reading(store) as session:
            sizes = session.execute(text("SELECT count(*) FROM observations GROUP BY dataset_id")).scalars()
            counts = list(sizes)
            assert set(counts) <= {N_SCHOOLS}
            assert load_observations(session)["value"].nunique() <= 1
        return len(counts)
    finally:
        store.dispose()
