"""Child processes that are fed bytes and answer in lines, each ended at its cap of time or memory.

Everything goes through pipes: nothing of a file is written to a disk.
"""

import contextlib
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Generator, Sequence
from enum import StrEnum
from typing import Final

from lib.ingest.child_process import collect_lines, end_threads, end_tree, feed, measure_memory, start_child
from lib.ingest.limits import RESULT_BYTES_MAX, ReaderCaps
from lib.ingest.transfer import TURN_END

_LOOK_EVERY_SECONDS: Final = 0.1
_LINES_AHEAD: Final = 8


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


class CappedChild:
    """One Python process with these arguments in the project's folder; end it when it is not wanted any more.

    Args:
        arguments: after the interpreter's name, such as ``("-m", "lib.ingest.worker", …)``.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._process = start_child(arguments)
        self._lines: queue.Queue[bytes] = queue.Queue(_LINES_AHEAD)
        self._unwanted = threading.Event()
        self._feeder: threading.Thread | None = None
        self._collector = threading.Thread(
            target=collect_lines, args=(self._process.stdout, self._lines, self._unwanted), daemon=True
        )
        self._collector.start()

    def ask(
        self, content: bytes, caps: ReaderCaps, on_look: Callable[[], None], *, last: bool
    ) -> Generator[bytes, None, None]:
        """Feed it and take its answer; after anything but a whole answer the child must be ended.

        Args:
            content: what it reads from its standard input.
            caps: wall time and memory of the child and its children together.
            on_look: called in the caller's thread about ten times a second; what it raises ends the asking.
            last: nothing more will be asked: its input ends behind the content, its answer when it ends.

        Yields:
            The lines of the answer, each with its line end.

        Raises:
            ChildStopped: it crashed or reached a cap.
        """
        deadline = time.monotonic() + caps.wall_seconds
        pipe = self._process.stdin
        self._feeder = threading.Thread(target=feed, args=(pipe, content, last), daemon=True)
        self._feeder.start()
        n_bytes = 0
        next_look = time.monotonic()
        while True:
            now = time.monotonic()
            if now >= next_look:
                _check_caps(self._process, caps, deadline)
                on_look()
                next_look = now + _LOOK_EVERY_SECONDS
            try:
                line = self._lines.get(timeout=_LOOK_EVERY_SECONDS)
            except queue.Empty:
                continue
            if not line or (not last and line == TURN_END):
                break
            n_bytes += len(line)
            if n_bytes > RESULT_BYTES_MAX:
                raise ChildStopped(ChildEnd.TOO_MUCH_SAID)
            yield line
        if last:
            _wait_for_exit(self._process, caps, deadline, on_look)
        elif not line:
            raise ChildStopped(ChildEnd.CRASHED, self._process.poll())

    @property
    def memory_bytes(self) -> int:
        return measure_memory(self._process.pid)

    def end(self) -> None:
        """End it, whatever it does, with all that it started."""
        self._unwanted.set()
        end_tree(self._process)
        with contextlib.suppress(OSError, ValueError):
            if self._process.stdin:
                self._process.stdin.close()
        threads = [self._collector] if self._feeder is None else [self._feeder, self._collector]
        end_threads(self._process, threads, self._lines)


def read_capped(
    arguments: Sequence[str], content: bytes, caps: ReaderCaps, on_look: Callable[[], None]
) -> Generator[bytes, None, None]:
    """A child for this content only; close the iterator to end it early. Faults as of ``ask``."""
    child = CappedChild(arguments)
    try:
        yield from child.ask(content, caps, on_look, last=True)
    finally:
        child.end()


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
