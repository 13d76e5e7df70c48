"""A running workbench with a copy of the sample office, and a browser page that counts outside requests."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from lib.storage.engine import Store

ROOT = Path(__file__).resolve().parents[2]
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def workbench(sample_store: "Store", tmp_path: Path) -> Iterator[str]:
    """Address of a server on a copy of the sample office."""
    database = tmp_path / "office.sqlite3"
    original = sqlite3.connect(sample_store.url.removeprefix("sqlite:///"))
    copy = sqlite3.connect(database)
    original.backup(copy)
    for connection in (original, copy):
        connection.close()
    shutil.copytree(sample_store.files, tmp_path / "office.sqlite3.files")
    port = _free_port()
    environment = os.environ | {"KTPN_DATABASE": f"sqlite:///{database.as_posix()}", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "lib.ui.server", "--server.port", str(port)]
    log = (tmp_path / "server.log").open("wb")
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(20)
        log.close()


@pytest.fixture
def browser_page(workbench: str) -> "Iterator[Page]":
    """The system's browser at 1366 × 768 on a bookmarked page; nothing may be asked of the outside."""
    from playwright.sync_api import Route, sync_playwright

    browser_path = os.environ.get("BROWSER_PATH") or shutil.which("chromium")
    outside: list[str] = []

    def keep_inside(route: Route) -> None:
        if route.request.url.startswith((workbench, "data:", "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(_ARGUMENTS))
        page = browser.new_page(
            viewport={"width": 1366, "height": 768}, locale="th-TH", accept_downloads=True
        )
        page.set_default_timeout(60_000)
        page.route("**/*", keep_inside)
        page.goto(f"{workbench}/strengths")
        page.get_by_role("heading", name="สิ่งใดเด่น และสิ่งใดควรพัฒนา").wait_for()
        assert page.get_by_role("dialog").count() == 0, (
            "a bookmark opened first met a box instead of its page"
        )
        yield page
        browser.close()
    assert outside == []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server ended before it answered"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not answer within a minute")
