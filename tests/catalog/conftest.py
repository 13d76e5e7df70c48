"""A catalogue folder to spoil, and a way to say how one entry is spoilt."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.catalog.indicators import load_indicators
from lib.catalog.toml_files import DATA_DIR
from lib.domain.indicators import Indicator

GOOD_ENTRY = """
[[indicator]]
id = "visited_pct"
name = "ร้อยละบ้านที่ไปเยี่ยม"
short_name = "ไปเยี่ยม"
unit = "ร้อยละ"
direction = "higher"
kind = "proportion"
denominator = "บ้าน"
period_kind = "academic_year"
valid_min = 0
valid_max = 100
target = 90
aliases = ["เยี่ยม"]
context = ["บ้าน"]
source_system = "แบบทดสอบ"
owner = "กลุ่มทดสอบ"
"""


@pytest.fixture
def load_text(tmp_path: Path) -> Callable[[str], tuple[Indicator, ...]]:
    """Load an indicator file of the given text as ``general.toml``."""

    def load(text: str) -> tuple[Indicator, ...]:
        path = tmp_path / "general.toml"
        path.write_text(text, "utf-8")
        return load_indicators(path, "general")

    return load


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A copy of the packaged data files that a test may spoil."""
    return Path(shutil.copytree(DATA_DIR, tmp_path / "data"))


@pytest.fixture
def good_entry() -> str:
    return GOOD_ENTRY
