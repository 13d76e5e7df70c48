"""How often schools are visited, read from a checked TOML file."""

import re
from datetime import date
from functools import cache
from pathlib import Path

from lib.catalog.toml_files import DATA_DIR, Sort, Table, load_table, refuse, require, require_sorts
from lib.domain.visits import SchoolTerm, VisitKind, VisitRule, VisitRules, VisitWindow

_FILE_SORTS = {"term": Sort.TABLES, "rule": Sort.TABLES, "people": Sort.TABLE}
_TERM_SORTS = {"number": Sort.INTEGER, "opens": Sort.TEXT, "closes": Sort.TEXT}
_RULE_SORTS = {
    "id": Sort.TEXT,
    "name": Sort.TEXT,
    "kinds": Sort.TEXTS,
    "n_visits": Sort.INTEGER,
    "window": Sort.TEXT,
    "n_years": Sort.INTEGER,
    "source": Sort.TEXT,
}
_PEOPLE_SORTS = {"roles": Sort.TEXTS}
_DAY = re.compile(r"(\d{2})-(\d{2})")
_LEAP_YEAR = 2000


@cache
def load_visit_rules(path: Path = DATA_DIR / "visit_rules.toml") -> VisitRules:
    """The packaged rules in the order of the file.

    Raises:
        BadCatalogue: a rule, kind, window or day is not as it must be; the message names it.
    """
    file = path.name
    table = load_table(path)
    _check(table, _FILE_SORTS, file, "ทั้งไฟล์")
    _check(table["people"], _PEOPLE_SORTS, file, "people")
    terms = tuple(_term(entry, file) for entry in table["term"])
    rules = tuple(_rule(entry, file) for entry in table["rule"])
    if len({rule.id for rule in rules}) != len(rules):
        raise refuse(file, "rule", "มี id ซ้ำกัน")
    if any(rule.window is VisitWindow.TERM for rule in rules) and not terms:
        raise refuse(file, "term", "มีกฎรายภาคเรียน แต่ไม่ได้บอกวันเปิดและปิดภาคเรียน")
    if not table["people"]["roles"]:
        raise refuse(file, "people", "ต้องมีผู้นิเทศอย่างน้อยหนึ่งบทบาท")
    return VisitRules(rules, terms, tuple(table["people"]["roles"]))


def _check(table: Table, sorts: dict[str, Sort], file: str, where: str) -> None:
    require(table, sorts, file=file, where=where)
    require_sorts(table, sorts, file=file, where=where)


def _term(entry: Table, file: str) -> SchoolTerm:
    where = f"term {entry.get('number', '?')}"
    _check(entry, _TERM_SORTS, file, where)
    return SchoolTerm(
        entry["number"], _month_day(entry["opens"], file, where), _month_day(entry["closes"], file, where)
    )


def _month_day(text: str, file: str, where: str) -> tuple[int, int]:
    found = _DAY.fullmatch(text)
    try:
        day = date(_LEAP_YEAR, int(found[1]), int(found[2])) if found else None
    except ValueError:
        day = None
    # 29 February is no day of every year
    if day is None or (day.month, day.day) == (2, 29):
        raise refuse(file, where, f"วันที่ {text} ต้องเป็น เดือน-วัน เช่น 05-16")
    return day.month, day.day


def _rule(entry: Table, file: str) -> VisitRule:
    where = f"rule {entry.get('id', '?')}"
    _check(entry, _RULE_SORTS, file, where)
    if entry["window"] not in set(VisitWindow):
        raise refuse(file, where, f"ไม่รู้จัก window {entry['window']}")
    unknown = sorted(set(entry["kinds"]) - set(VisitKind))
    if unknown or not entry["kinds"]:
        raise refuse(file, where, f"ไม่รู้จักประเภทการตรวจเยี่ยม {', '.join(unknown)}".strip())
    window = VisitWindow(entry["window"])
    if (
        entry["n_visits"] < 1
        or entry["n_years"] < 1
        or (window is VisitWindow.TERM and entry["n_years"] != 1)
    ):
        raise refuse(file, where, "n_visits และ n_years ต้องเป็น 1 ขึ้นไป และ n_years ของภาคเรียนต้องเป็น 1")
    return VisitRule(
        entry["id"],
        entry["name"],
        tuple(VisitKind(kind) for kind in entry["kinds"]),
        entry["n_visits"],
        window,
        entry["n_years"],
        entry["source"],
    )
