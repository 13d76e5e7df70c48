"""The log is written once, however often the caches are cleared."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.ui import logs


@pytest.fixture
def log() -> Iterator[logging.Logger]:
    """The workbench's log without the handlers of other tests; those are put back."""
    log = logging.getLogger("ktpn")
    kept, log.handlers = log.handlers, []
    yield log
    for handler in log.handlers:
        handler.close()
    log.handlers = kept
    logs.keep_log.clear()


def test_clearing_the_caches_adds_no_second_handler(
    log: logging.Logger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "data_dir", lambda: tmp_path)
    for _ in range(2):
        logs.keep_log.clear()
        logs.keep_log()
    assert len(log.handlers) == 1
