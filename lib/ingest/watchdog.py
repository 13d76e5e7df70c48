"""Runs one child process and ends it, with everything it started, at its cap of time or memory."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import psutil

from lib.ingest.limits import RESULT_BYTES_MAX, ReaderCaps

_LOOK_EVERY_SECONDS: Final = 0.1
_GONE_WITHIN_SECONDS: Final = 5.0
_PROJECT_ROOT: Final = Path(__file__).resolve().parents[2]


class ChildEnd(StrEnum):
    """How a child came to its end."""

    FINISHED = "finished"
    CRASHED = "crashed"
    OUT_OF_TIME = "out_of_time"
    OUT_OF_MEMORY = "out_of_memory"


@dataclass(frozen=True, slots=True)
class ChildReport:
    """The end of a child; exit_code is negative for a signal, None where we ended it."""

    end: ChildEnd
    exit_code: int | None = None


def run_capped(arguments: Sequence[str], caps: ReaderCaps, folder: Path) -> ChildReport:
    """Run Python with these arguments from the project's folder and wait for its end.

    Args:
        arguments: after the interpreter's name, such as ``("-m", "lib.ingest.worker", …)``.
        caps: wall time and memory of the child and its children together.
        folder: its temporary files; a file growing past the result cap counts as memory.

    Returns:
        How it ended. The child is gone when this returns or raises.
    """
    # A safe path would hide the project, which stands in the working folder, from the child.
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONSAFEPATH": ""}
    # Windows would flash a console window for each reader.
    flags = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))
    deadline = time.monotonic() + caps.wall_seconds
    child = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=_PROJECT_ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        # Its closing is the sign of the end; the child writes nothing to it.
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=flags,
    )
    try:
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.communicate(timeout=max(0.0, min(_LOOK_EVERY_SECONDS, deadline - time.monotonic())))
                is_fine = child.returncode == 0
                return ChildReport(ChildEnd.FINISHED if is_fine else ChildEnd.CRASHED, child.returncode)
            if time.monotonic() >= deadline:
                return ChildReport(ChildEnd.OUT_OF_TIME)
            if measure_memory(child.pid) > caps.memory_bytes or _measure_files(folder) > RESULT_BYTES_MAX:
                return ChildReport(ChildEnd.OUT_OF_MEMORY)
    finally:
        _end_tree(child)


def measure_memory(pid: int) -> int:
    """Resident bytes of a process and its children; 0 once it is gone."""
    try:
        root = psutil.Process(pid)
        return sum(one.memory_info().rss for one in (root, *root.children(recursive=True)))
    except psutil.Error:
        return 0


def _measure_files(folder: Path) -> int:
    total = 0
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            total = max(total, path.stat().st_size)
    return total


def _end_tree(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
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
    if child.stdout:
        child.stdout.close()
