"""Runs one child process that is fed bytes and answers in lines, and ends it at its cap of time or memory.

Everything goes through pipes: nothing of a file is written to a disk.
"""

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import IO, Final

import psutil

from lib.ingest.limits import RESULT_BYTES_MAX, ReaderCaps

_LOOK_EVERY_SECONDS: Final = 0.1
_GONE_WITHIN_SECONDS: Final = 5.0
_LINES_AHEAD: Final = 8
_PROJECT_ROOT: Final = Path(__file__).resolve().parents[2]


class ChildEnd(StrEnum):
    """How a child that did not finish came to its end."""

    CRASHED = "crashed"
    OUT_OF_TIME = "out_of_time"
    OUT_OF_MEMORY = "out_of_memory"
    TOO_MUCH_SAID = "too_much_said"


class ChildStopped(Exception):
    """The child did not finish; exit_code is negative for a signal, None where we ended it."""

    def __init__(self, end: ChildEnd, exit_code: int | None = None) -> None:
        super().__init__(f"{end.value} {exit_code}")
        self.end = end
        self.exit_code = exit_code


def read_capped(
    arguments: Sequence[str], content: bytes, caps: ReaderCaps, on_look: Callable[[], None]
) -> Generator[bytes, None, None]:
    """Run Python with these arguments from the project's folder; close the iterator to end it early.

    Args:
        arguments: after the interpreter's name, such as ``("-m", "lib.ingest.worker", …)``.
        content: what the child reads from its standard input.
        caps: wall time and memory of the child and its children together.
        on_look: called in the caller's thread about ten times a second; what it raises ends the child.

    Yields:
        The lines of the child's standard output, each with its line end.

    Raises:
        ChildStopped: it crashed or was ended at a cap.
    """
    deadline = time.monotonic() + caps.wall_seconds
    child = _start(arguments)
    lines: queue.Queue[bytes] = queue.Queue(_LINES_AHEAD)
    feeder = threading.Thread(target=_feed, args=(child.stdin, content), daemon=True)
    unwanted = threading.Event()
    collector = threading.Thread(target=_collect, args=(child.stdout, lines, unwanted), daemon=True)
    try:
        feeder.start()
        collector.start()
        n_bytes = 0
        next_look = time.monotonic()
        while True:
            now = time.monotonic()
            if now >= next_look:
                _check_caps(child, caps, deadline)
                on_look()
                next_look = now + _LOOK_EVERY_SECONDS
            try:
                line = lines.get(timeout=_LOOK_EVERY_SECONDS)
            except queue.Empty:
                continue
            if not line:
                break
            n_bytes += len(line)
            if n_bytes > RESULT_BYTES_MAX:
                raise ChildStopped(ChildEnd.TOO_MUCH_SAID)
            yield line
        _wait_for_exit(child, caps, deadline, on_look)
    finally:
        unwanted.set()
        _end_tree(child)
        _end_threads(child, feeder, collector, lines)


def _start(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
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


def _feed(pipe: IO[bytes], content: bytes) -> None:
    # A child that ends early closes its end; that it ended is seen elsewhere.
    with contextlib.suppress(OSError, ValueError), pipe:
        pipe.write(content)


def _collect(pipe: IO[bytes], lines: queue.Queue[bytes], unwanted: threading.Event) -> None:
    line = b"-"
    while line and not unwanted.is_set():
        try:
            line = pipe.readline(RESULT_BYTES_MAX + 1)
        except (OSError, ValueError):
            line = b""
        lines.put(line)


def _check_caps(child: subprocess.Popen[bytes], caps: ReaderCaps, deadline: float) -> None:
    if time.monotonic() >= deadline:
        raise ChildStopped(ChildEnd.OUT_OF_TIME)
    if measure_memory(child.pid) > caps.memory_bytes:
        raise ChildStopped(ChildEnd.OUT_OF_MEMORY)


def _wait_for_exit(
    child: subprocess.Popen[bytes], caps: ReaderCaps, deadline: float, on_look: Callable[[], None]
) -> None:
    while True:
        try:
            code = child.wait(_LOOK_EVERY_SECONDS)
        except subprocess.TimeoutExpired:
            _check_caps(child, caps, deadline)
            on_look()
            continue
        if code:
            raise ChildStopped(ChildEnd.CRASHED, code)
        return


def measure_memory(pid: int) -> int:
    """Resident bytes of a process and its children; 0 once it is gone."""
    try:
        root = psutil.Process(pid)
        return sum(one.memory_info().rss for one in (root, *root.children(recursive=True)))
    except psutil.Error:
        return 0


def _end_tree(child: subprocess.Popen[bytes]) -> None:
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


def _end_threads(
    child: subprocess.Popen[bytes],
    feeder: threading.Thread,
    collector: threading.Thread,
    lines: queue.Queue[bytes],
) -> None:
    """The pipes end with the child; the collector may still hold a line that nobody wants."""
    give_up = time.monotonic() + _GONE_WITHIN_SECONDS
    for thread in (feeder, collector):
        while thread.is_alive() and time.monotonic() < give_up:
            with contextlib.suppress(queue.Empty):
                lines.get_nowait()
            thread.join(0.01)
    if child.stdout and not collector.is_alive():
        child.stdout.close()
