"""Lists of pupils or staff as rows that name school, grade and sex, and nobody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lib.catalog.count_up import CountUpWords
from lib.catalog.identity_headers import load_identity_headers
from lib.catalog.person_headers import load_person_headers
from lib.domain.columns import CODE_ROLES, Role
from lib.domain.persons import PersonSort
from lib.domain.sheets import CellValue, Sheet
from lib.ingest.cells import cell_text, value_at
from lib.ingest.personal_cells import name_in, number_in
from lib.ingest.personal_columns import find_persons
from lib.thai.numerals import to_arabic_digits
from lib.thai.text import fold_key

_SEARCHED_ROWS = 40
_GRADE = re.compile(
    r"(?:ชั้น)?(?P<stage>อนุบาล(?:ปีที่)?|อ|ประถม(?:ศึกษา)?(?:ปีที่)?|ป|มัธยม(?:ศึกษา)?(?:ปีที่)?|ม|ปวช)"
    r"(?P<year>[1-6])(?:[/\-.](?P<room>\d{1,2}))?"
)
_STAGES = {"อ": "k", "ป": "p", "ม": "m"}
_MALE = frozenset({"ชาย", "ช", "male", "m", "ดช", "เด็กชาย", "นาย"})
_FEMALE = frozenset({"หญิง", "ญ", "female", "f", "ดญ", "เด็กหญิง", "นาง", "นางสาว", "นส"})
_SEX_OF_NAME = (
    (re.compile(r"(?:ด\.?\s?ช|เด็กชาย|นาย)"), "male"),
    (re.compile(r"(?:ด\.?\s?ญ|เด็กหญิง|นาง|น\.\s?ส)"), "female"),
)
_SCHOOL_IN_WORDS = re.compile(
    r"(?:โรงเรียน|รร\.|ร\.\s?ร\.)\s*(?P<name>[^\s,():_]{2,60}(?:\s*\([^)]{1,60}\))?)"
)
_NOT_A_NAME = ("ขนาด", "ใน", "ของ", "ที่", "ละ", "ทั้ง", "ราย", "ประจำ")
_TOTALS = ("รวม", "ทั้งหมด", "หมายเหตุ", "เฉลี่ย", "ลงชื่อ", "ผู้รายงาน")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of a list; ``words`` are texts of countable columns by folded header."""

    school_code: str
    school_name: str
    grade: str
    room: str
    sex: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PersonList:
    """One list: its titles, the columns by zero-based place, and how many rows name nobody."""

    sheet: Sheet
    titles: tuple[str, ...]
    headers: dict[int, str]
    roles: dict[int, str]
    rows: tuple[PersonRow, ...]
    n_other: int


def read_person_list(sheet: Sheet, file_name: str, words: CountUpWords) -> PersonList | None:
    """The list of a sheet; None where no school can be told or nothing but names is in it."""
    roles_of = _role_words(words)
    top, n_hits = max(
        ((row, _n_hits(cells, roles_of)) for row, cells in enumerate(sheet.rows[:_SEARCHED_ROWS])),
        key=lambda one: one[1],
        default=(0, 0),
    )
    if n_hits < 2:
        return None
    headers = {
        place: text
        for place, cell in enumerate(sheet.rows[top])
        if (text := cell_text(cell)) and not (name_in(text) or number_in(text))
    }
    roles = {place: role for place, text in headers.items() if (role := roles_of.get(fold_key(text), ""))}
    for found in find_persons(sheet).columns:
        roles.setdefault(found.column, found.sort)
    titles = tuple(text for cells in sheet.rows[:top] for cell in cells if (text := cell_text(cell)))
    has_school = {"school_name", "school_code"} & set(roles.values())
    named = "" if has_school else _school_in((*titles, sheet.name, file_name.rsplit(".", 1)[0]))
    if not has_school and not named:
        return None
    rows = [_read_row(sheet, row, roles, headers, named) for row in range(top + 1, len(sheet.rows))]
    filled = [row for row in rows if row is not False]
    persons = tuple(row for row in filled if isinstance(row, PersonRow))
    return PersonList(sheet, titles, headers, roles, persons, len(filled) - len(persons)) if persons else None


def _role_words(words: CountUpWords) -> dict[str, str]:
    """Folded header → role; what counts goes before what identifies."""
    roles: dict[str, str] = {}
    for key, role in load_identity_headers().items():
        if role in CODE_ROLES or role is Role.SCHOOL_NAME:
            roles[key] = "school_name" if role is Role.SCHOOL_NAME else "school_code"
        elif role is Role.YEAR:
            roles[key] = "year"
    roles |= {key: str(sort) for key, sort in load_person_headers().items()}
    for role_name, keys in (("grade", words.grade), ("room", words.room), ("sex", words.sex)):
        roles |= dict.fromkeys(keys, role_name)
    counted = words.category.union(
        *(each.headers for each in words.shares), *(each.headers for each in words.counts)
    )
    return roles | dict.fromkeys(counted, "word")


def _n_hits(cells: tuple[CellValue, ...], roles: dict[str, str]) -> int:
    return len({roles[key] for cell in cells if isinstance(cell, str) and (key := fold_key(cell)) in roles})


def _read_row(
    sheet: Sheet, row: int, roles: dict[int, str], headers: dict[int, str], named: str
) -> PersonRow | bool:
    """The person of a row; True for one that names nobody, False for an empty one."""
    texts = {place: cell_text(value_at(sheet, row, place)) for place in range(len(sheet.rows[row]))}
    if not any(texts.values()):
        return False
    parts: dict[str, str] = {}
    for place, role in roles.items():
        if texts.get(place):
            parts.setdefault(role, texts[place])
    personal = [role for role in parts if role in set(PersonSort)]
    first = next(text for text in texts.values() if text)
    if first.startswith(_TOTALS) or any(texts.get(place) == text for place, text in headers.items() if text):
        return True
    if not personal and not parts.get("grade"):
        return True
    grade, room = grade_of(parts.get("grade", ""))
    school = _merged_text(sheet, row, roles) or parts.get("school_name", "") or named
    return PersonRow(
        parts.get("school_code", ""),
        school,
        grade,
        parts.get("room", "") or room,
        _sex_of(parts),
        tuple(
            (fold_key(headers[place]), texts.get(place, ""))
            for place, role in roles.items()
            if role == "word"
        ),
    )


def _merged_text(sheet: Sheet, row: int, roles: dict[int, str]) -> str:
    """A school written once over the rows of its pupils."""
    place = next((column for column, role in roles.items() if role == "school_name"), -1)
    for merged in sheet.merged:
        if merged.first_column <= place <= merged.last_column and merged.first_row <= row <= merged.last_row:
            return cell_text(value_at(sheet, merged.first_row, merged.first_column))
    return ""


def grade_of(text: str) -> tuple[str, str]:
    """Grid row and room of a grade as written: ``ป.1/2`` is (p1, 2); both empty where it is none."""
    found = _GRADE.fullmatch(re.sub(r"[\s.]", "", to_arabic_digits(text)))
    if found is None:
        return "", ""
    stage = "v" if found["stage"] == "ปวช" else _STAGES[found["stage"][0]]
    if stage in "kv" and int(found["year"]) > 3:
        return "", ""
    return f"{stage}{found['year']}", found["room"] or ""


def _sex_of(parts: dict[str, str]) -> str:
    for key in (fold_key(parts.get("sex", "")), fold_key(parts.get(PersonSort.TITLE, ""))):
        if key in _MALE | _FEMALE:
            return "male" if key in _MALE else "female"
    for role in (PersonSort.TITLE, PersonSort.CHILD_NAME, PersonSort.FULL_NAME, PersonSort.GIVEN_NAME):
        text = parts.get(role, "")
        for pattern, sex in _SEX_OF_NAME if name_in(text) else ():
            if pattern.match(text):
                return sex
    return ""


def _school_in(texts: tuple[str, ...]) -> str:
    """The one school that titles, sheet or file name; empty where they name none or several."""
    found = list(dict.fromkeys(_names_in(texts)))
    return found[0] if len(found) == 1 else ""


def _names_in(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        for match in _SCHOOL_IN_WORDS.finditer(text):
            if not match["name"].startswith(_NOT_A_NAME):
                yield match["name"].strip()
