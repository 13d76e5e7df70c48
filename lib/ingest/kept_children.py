"""Reader children that read several files of one batch in turn: starting one costs more than a short file.

A child that crashed, reached a cap or answered anything but a whole answer is ended with its file; so is one
that has read its share or keeps too much memory. The next file gets a new one.
"""

import json
import threading
from collections.abc import Callable, Generator
from typing import Final

from lib.ingest.file_kind import FileKind
from lib.ingest.limits import KEPT_CHILD_FILES_MAX, KEPT_CHILD_MEMORY_MAX, READER_CAPS, ReaderCaps
from lib.ingest.transfer import KEEP_JOB
from lib.ingest.watchdog import CappedChild

_WORKER: Final = "lib.ingest.worker"


class KeptChildren:
    """The children of one batch; end them when it is over.

    Args:
        caps: of each file; the same for all.
    """

    def __init__(self, caps: ReaderCaps = READER_CAPS) -> None:
        self._caps = caps
        self._resting: list[tuple[CappedChild, int]] = []
        self._lock = threading.Lock()
        self._is_over = False
        self.n_started = 0

    def end(self) -> None:
        """End the children at rest now, those at work after their file."""
        with self._lock:
            self._is_over = True
            resting, self._resting = self._resting, []
        for child, _ in resting:
            child.end()

    def read(
        self, content: bytes, kind: FileKind, encoding: str, on_look: Callable[[], None]
    ) -> Generator[bytes, None, None]:
        """Let a child at rest, or a new one, read a file; several threads may do so at once.

        Yields:
            The lines of the answer.

        Raises:
            ChildStopped: it crashed or reached a cap.
        """
        child, n_read = self._take()
        is_whole = False
        about = {"job": "read", "kind": kind.value, "encoding": encoding, "n_bytes": len(content)}
        answer = child.ask(json.dumps(about).encode() + b"\n" + content, self._caps, on_look, last=False)
        try:
            try:
                # Not "yield from", which would close the answer first.
                while (line := next(answer, None)) is not None:
                    yield line
                is_whole = True
            except GeneratorExit:
                # Who has the last line asks for no more; then only the end of the turn is left.
                is_whole = next(answer, None) is None
                raise
        finally:
            if not (is_whole and self._put_to_rest(child, n_read + 1)):
                child.end()

    def _take(self) -> tuple[CappedChild, int]:
        with self._lock:
            if self._resting:
                return self._resting.pop()
            self.n_started += 1
        caps = self._caps
        return CappedChild(
            ("-m", _WORKER, KEEP_JOB, "", str(caps.cpu_seconds), str(caps.memory_bytes), "")
        ), 0

    def _put_to_rest(self, child: CappedChild, n_read: int) -> bool:
        if n_read >= KEPT_CHILD_FILES_MAX or child.memory_bytes > KEPT_CHILD_MEMORY_MAX:
            return False
        with self._lock:
            if not self._is_over:
                self._resting.append((child, n_read))
            return not self._is_over
