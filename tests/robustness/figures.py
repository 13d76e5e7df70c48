"""How much a test tries, and the figures it leaves for the table of the command."""

import json
import os
from pathlib import Path

FULL = "KTPN_ROBUSTNESS_FULL"
FIGURES_FILE = "KTPN_ROBUSTNESS_FIGURES"


def is_full() -> bool:
    """The command asks for the long form; CI for the short one."""
    return bool(os.environ.get(FULL))


def size(name: str, *, short: int, full: int) -> int:
    """How many tries: ``KTPN_<NAME>`` where it is set, else by the form."""
    return int(os.environ.get(f"KTPN_{name}", full if is_full() else short))


def note(target: str, tried: str, n: int, happened: str) -> None:
    """One line of the command's table."""
    file = os.environ.get(FIGURES_FILE)
    if file:
        with Path(file).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps([target, tried, n, happened], ensure_ascii=False) + "\n")
