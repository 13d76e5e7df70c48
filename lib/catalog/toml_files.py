"""Read one packaged TOML file and complain with file, key and reason."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from lib.errors import BadCatalogue

DATA_DIR = Path(__file__).with_name("data")

Table = Mapping[str, Any]

_PLACE = re.compile(r"at line (\d+), column (\d+)")


class Sort(Enum):
    """What sort of value a key takes; the words are those of the refusal."""

    TEXT = "ข้อความในเครื่องหมายคำพูด"
    NUMBER = "ตัวเลข"
    INTEGER = "จำนวนเต็ม"
    FLAG = "true หรือ false"
    TEXTS = "รายการข้อความใน [ ]"
    INTEGERS = "รายการจำนวนเต็มใน [ ]"
    TABLE = "ตาราง"
    TABLES = "รายการตาราง [[ ]]"


def load_table(path: Path, shown_name: str = "") -> dict[str, Any]:
    """The file as a table.

    Args:
        shown_name: what a refusal calls the file where its own name is not enough.

    Raises:
        BadCatalogue: the file is missing or no TOML; the message names the line.
    """
    name = shown_name or path.name
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))  # Notepad may put a mark before the text
    except FileNotFoundError as error:
        raise BadCatalogue(f"ไม่พบไฟล์ {name}", "วางไฟล์นี้กลับในโฟลเดอร์ข้อมูลของโปรแกรมแล้วเปิดโปรแกรมใหม่") from error
    except OSError as error:
        raise BadCatalogue(
            f"ไฟล์ {name} เปิดไม่ได้", "ปิดโปรแกรมอื่นที่เปิดไฟล์นี้อยู่ หรือให้สิทธิ์อ่านไฟล์ แล้วเปิดโปรแกรมใหม่"
        ) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadCatalogue(
            f"ไฟล์ {name} อ่านไม่ได้: บรรทัดที่ {line} ไม่ได้บันทึกเป็น UTF-8",
            "เปิดไฟล์ใน Notepad เลือก บันทึกเป็น แล้วเลือกการเข้ารหัส UTF-8 แล้วเปิดโปรแกรมใหม่",
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise BadCatalogue(
            f"ไฟล์ {name} อ่านไม่ได้: รูปแบบไม่ถูกต้องที่{_place(str(error))} ({error})",
            "แก้ไฟล์ตามตำแหน่งที่ระบุแล้วเปิดโปรแกรมใหม่",
        ) from error
    except RecursionError as error:
        raise BadCatalogue(
            f"ไฟล์ {name} อ่านไม่ได้: วงเล็บซ้อนกันลึกเกินไป", "แก้ไฟล์ตามรูปแบบของไฟล์อื่นแล้วเปิดโปรแกรมใหม่"
        ) from error


def _place(told: str) -> str:
    found = _PLACE.search(told)
    return f"บรรทัดที่ {found[1]} ตัวอักษรที่ {found[2]}" if found else "ท้ายไฟล์"


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


def require_sorts(table: Table, sorts: Mapping[str, Sort], *, file: str, where: str) -> None:
    """Raise BadCatalogue naming the first key that is unknown or whose value is of the wrong sort."""
    refuse_unknown(table, sorts, file=file, where=where)
    for key, value in table.items():
        if not _is_a(value, sorts[key]):
            raise refuse(file, where, f"คีย์ {key} ต้องเป็น{sorts[key].value}")


def refuse(file: str, where: str, reason: str) -> BadCatalogue:
    """The error for a value that breaks a rule."""
    return BadCatalogue(f"ไฟล์ {file} รายการ {where}: {reason}", "แก้ค่านี้ในไฟล์แล้วเปิดโปรแกรมใหม่")


def _is_a(value: object, sort: Sort) -> bool:
    match sort:
        case Sort.TEXT:
            return isinstance(value, str)
        case Sort.NUMBER:  # true and false are numbers to Python
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Sort.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool)
        case Sort.FLAG:
            return isinstance(value, bool)
        case Sort.TABLE:
            return isinstance(value, dict)
        case Sort.TEXTS:
            return isinstance(value, list) and all(_is_a(item, Sort.TEXT) for item in value)
        case Sort.INTEGERS:
            return isinstance(value, list) and all(_is_a(item, Sort.INTEGER) for item in value)
        case Sort.TABLES:
            return isinstance(value, list) and all(_is_a(item, Sort.TABLE) for item in value)
