"""Starting, feeding and ending one child process; it may only use its pipes."""

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Final

import psutil

from lib.ingest.limits import RESULT_BYTES_MAX

_GONE_WITHIN_SECONDS: Final = 5.0
_PROJECT_ROOT: Final = Path(__file__).resolve().parents[2]


def start_child(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    """Run Python with these arguments in the project's folder."""
    # A safe path would hide the project, which stands in the working folder, from the child.
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONSAFEPATH": ""}
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=_PROJECT_ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Windows would flash a console window for each reader.
        creationflags=int(getattr(subprocess, "CREATE_NO_WINDOW", 0)),
    )


def feed(pipe: IO[bytes], content: bytes, last: bool) -> None:
    """Write what the child is to read; where it is the last, its input ends behind it."""
    # A child that ends early closes its end; that it ended is seen elsewhere.
    with contextlib.suppress(OSError, ValueError):
        pipe.write(content)
        pipe.flush()
    if last:
        with contextlib.suppress(OSError, ValueError):
            pipe.close()


def collect_lines(pipe: IO[bytes], lines: queue.Queue[bytes], unwanted: threading.Event) -> None:
    """Take the lines of its answer as they come, a blank one at the end."""
    line = b"-"
    while line and not unwanted.is_set():
        try:
            line = pipe.readline(RESULT_BYTES_MAX + 1)
        except (OSError, ValueError):
            line = b""
        lines.put(line)


def measure_memory(pid: int) -> int:
    """Resident bytes of a process and its children; 0 once it is gone."""
    try:
        root = psutil.Process(pid)
        return sum(one.memory_info().rss for one in (root, *root.children(recursive=True)))
    except psutil.Error:
        return 0


def end_tree(child: subprocess.Popen[bytes]) -> None:
    """End it with all that it started."""
    if child.poll() is not None:
        return
    try:
        started = psutil.Process(child.pid).children(recursive=True)
    except psutil.Error:
        started = []
    child.kill()
    child.wait()
    for one in started:
        with contextlib.suppress(psutil.Error):
            one.kill()
    psutil.wait_procs(started, timeout=_GONE_WITHIN_SECONDS)


def end_threads(
    child: subprocess.Popen[bytes], threads: Sequence[threading.Thread], lines: queue.Queue[bytes]
) -> None:
    """The pipes end with the child; the collector may still hold a line that nobody wants."""
    give_up = time.monotonic() + _GONE_WITHIN_SECONDS
    for thread in threads:
        while thread.is_alive() and time.monotonic() < give_up:
            with contextlib.suppress(queue.Empty):
                lines.get_nowait()
            thread.join(0.01)
    if child.stdout and not any(thread.is_alive() for thread in threads):
        child.stdout.close()
