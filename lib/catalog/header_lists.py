"""Lists of headers by what a column under them holds."""

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from lib.catalog.toml_files import load_table, refuse, require
from lib.thai.text import fold_key

Meaning = TypeVar("Meaning", bound=StrEnum)


def load_header_list(path: Path, meanings: type[Meaning]) -> dict[str, Meaning]:
    """Folded header → what its column holds.

    Raises:
        BadCatalogue: a meaning is unknown or a header stands under two of them.
    """
    found: dict[str, Meaning] = {}
    for name, table in load_table(path).items():
        require(table, ("headers",), file=path.name, where=name)
        if name not in set(meanings):
            raise refuse(path.name, name, "ไม่มีความหมายนี้")
        for header in table["headers"]:
            if found.setdefault(fold_key(header), meanings(name)) != meanings(name):
                raise refuse(path.name, name, f"หัวคอลัมน์ {header} อยู่ในสองความหมาย")
    return found
