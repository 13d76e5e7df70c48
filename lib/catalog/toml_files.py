"""Read one packaged TOML file and complain with file, key and reason."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lib.errors import BadCatalogue

DATA_DIR = Path(__file__).with_name("data")

Table = Mapping[str, Any]


def load_table(path: Path) -> dict[str, Any]:
    """The file as a table.

    Raises:
        BadCatalogue: the file is no TOML; the message names the line.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadCatalogue(
            f"ไฟล์ {path.name} อ่านไม่ได้: {error}", "แก้ไฟล์ตามตำแหน่งที่ระบุแล้วเปิดโปรแกรมใหม่"
        ) from error


def require(table: Table, keys: Iterable[str], *, file: str, where: str) -> None:
    """Raise BadCatalogue naming the first of ``keys`` that ``table`` lacks."""
    for key in keys:
        if key not in table:
            raise BadCatalogue(
                f"ไฟล์ {file} รายการ {where} ไม่มีคีย์ {key}", "เติมคีย์นี้ตามรูปแบบของรายการอื่นในไฟล์เดียวกัน"
            )


def refuse_unknown(table: Table, known: Iterable[str], *, file: str, where: str) -> None:
    """Raise BadCatalogue naming a key that means nothing, so that a typing slip is not silently lost."""
    unknown = sorted(set(table) - set(known))
    if unknown:
        raise BadCatalogue(f"ไฟล์ {file} รายการ {where} มีคีย์ที่ไม่รู้จัก: {', '.join(unknown)}", "ตรวจตัวสะกดของคีย์")


def refuse(file: str, where: str, reason: str) -> BadCatalogue:
    """The error for a value that breaks a rule."""
    return BadCatalogue(f"ไฟล์ {file} รายการ {where}: {reason}", "แก้ค่านี้ในไฟล์แล้วเปิดโปรแกรมใหม่")
