"""Starts a process that works on without end and kills it −9 at a given moment."""

import contextlib
import multiprocessing
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

from lib.settings import data_dir

HAS_KILL = hasattr(signal, "SIGKILL")
#: A server that has the libraries loaded already and gives birth to each worker.
PROCESSES = multiprocessing.get_context("forkserver" if HAS_KILL else None)
if HAS_KILL:
    # Counts only before the first process, whichever test starts it.
    PROCESSES.set_forkserver_preload(
        ["tests.storage.killed_import", "tests.robustness.killed", "tests.robustness.killed_kpi"]
    )

#: Called with the database, the data folder, a number to begin with, and where to say True before and False
#: after each piece of work.
Work = Callable[[str, str, int, Connection], None]


def work_until_killed(work: Work, url: str, first: int, seconds: float) -> tuple[int, int]:
    """(begun, acknowledged) pieces of work of one process killed some time after its first piece began."""
    hear, say = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=work, args=(url, str(data_dir()), first, say))
    process.start()
    say.close()
    assert hear.recv() is True
    time.sleep(seconds)
    process.kill()
    process.join()
    begun, done = 1, 0
    with hear, contextlib.suppress(EOFError):
        while True:
            begins = hear.recv()
            begun, done = begun + begins, done + (not begins)
    return begun, done
