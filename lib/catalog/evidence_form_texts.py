"""Texts, ids and counts of a KPI form that a page, a file name or a printed row can carry."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lib.catalog.toml_files import refuse

#: Keys of a list that may be left empty; every other text of a form says something.
_MAY_BE_EMPTY = frozenset({"scoring_note", "milestone_note", "instruction", "name of level", "mark of round"})
_LONGEST_ID = 40
_ID = re.compile(rf"[^\s/\\:{{}}]{{1,{_LONGEST_ID}}}")
_MOST = {"n_baseline_years": 6, "min_files": 99, "blank_lines": 40, "number": 999}
_LEAST = {"number": 1}
# A line break and a tab come from a TOML text of several lines; Word takes no other control sign.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


def check_texts(table: Mapping[str, Any], file: str, form_id: str) -> None:
    """See that every text and count of a form file can be shown, printed and kept under.

    Raises:
        BadCatalogue: file, key and reason are named.
    """
    for where, reason in _faults(table, form_id, ""):
        raise refuse(file, where, reason)


def _faults(table: Mapping[str, Any], where: str, owner: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _faults(value, key, key)
        elif isinstance(value, list) and all(isinstance(each, Mapping) for each in value):
            for position, row in enumerate(value, start=1):
                inside = f"{where} {key}" if owner else key
                yield from _faults(row, f"{inside} {_name(row, position)}", key)
        elif isinstance(value, str | list):
            yield from ((where, reason) for reason in _text_faults(key, value, owner))
        elif reason := _number_fault(key, value):
            yield where, reason


def _name(row: Mapping[str, Any], position: int) -> str:
    """What a refusal calls a row, even one whose id is the fault."""
    named = _CONTROL.sub("", str(row.get("id", row.get("number", row.get("level", "")))))
    return named.strip()[:_LONGEST_ID] or str(position)


def _text_faults(key: str, value: str | list[str], owner: str) -> Iterator[str]:
    texts = [value] if isinstance(value, str) else value
    if any(_CONTROL.search(text) for text in texts):
        yield f"คีย์ {key} มีอักขระควบคุมที่พิมพ์ไม่ได้"
    may_be_empty = key in _MAY_BE_EMPTY or f"{key} of {owner}" in _MAY_BE_EMPTY or key == "lines"
    if not may_be_empty and any(not text.strip() for text in texts):
        yield f"คีย์ {key} เว้นว่างไม่ได้"
    if key == "choices" and len(set(texts)) < len(texts):
        yield "คีย์ choices มีตัวเลือกซ้ำกัน"
    if key == "id" and not all(_ID.fullmatch(text) for text in texts):
        yield f"คีย์ id ยาวได้ไม่เกิน {_LONGEST_ID} ตัวอักษร และไม่มีช่องว่าง / \\ : {{ }}"
    if key == "id" and owner == "field" and any("." in text for text in texts):
        yield "คีย์ id ของช่องต้องไม่มีจุด"


def _number_fault(key: str, value: object) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return f"คีย์ {key} ต้องเป็นตัวเลข"
    if key in _LEAST and isinstance(value, int) and value < _LEAST[key]:
        return f"คีย์ {key} ต้องเป็น {_LEAST[key]} ขึ้นไป"
    if key in _MOST and isinstance(value, int) and value > _MOST[key]:
        return f"คีย์ {key} ต้องไม่เกิน {_MOST[key]}"
    return ""
