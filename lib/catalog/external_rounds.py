"""Rounds of external assessment and the words for them, read from checked TOML files."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from lib.catalog.toml_files import DATA_DIR, Sort, Table, load_table, refuse, require, require_sorts
from lib.domain.external_assessments import ExternalStatementKind
from lib.domain.external_rounds import (
    ExternalEducation,
    ExternalPhase,
    ExternalRound,
    ExternalRounds,
    ExternalStandard,
    ExternalWords,
    ReadinessStep,
    ResultWord,
    StepSource,
)
from lib.thai.text import fold_key

_ROUND = {
    "id": Sort.TEXT,
    "name": Sort.TEXT,
    "first_year_be": Sort.INTEGER,
    "last_year_be": Sort.INTEGER,
    "standard_word": Sort.TEXT,
    "level": Sort.TABLES,
}
_ROUND_MORE = {
    "phase": Sort.TABLES,
    "open": Sort.FLAG,
    "note": Sort.TEXT,
    "aliases": Sort.TEXTS,
    "compares_with_sar": Sort.FLAG,
    "numbers": Sort.FLAG,
}
_PHASE = {"id": Sort.TEXT, "name": Sort.TEXT, "word": Sort.TABLES}
_WORD = {"word": Sort.TEXT}
_LEVEL = {"id": Sort.TEXT, "name": Sort.TEXT, "standards": Sort.TABLES}
_NAMED = {"id": Sort.TEXT, "name": Sort.TEXT}
_ALIASES = {"aliases": Sort.TEXTS}
_STEP = _NAMED | {"source": Sort.TEXT}
_COLUMNS = frozenset(
    {"round", "phase", "level", "standard", "result", "points", "date", *ExternalStatementKind}
)
_WORDS = {
    "titles": Sort.TEXTS,
    "result_labels": Sort.TEXTS,
    "sections": Sort.TEXTS,
    "columns": Sort.TABLE,
    "statements": Sort.TABLE,
}
#: What the columns of the database hold.
_LONGEST_ROUND, _LONGEST_PHASE, LONGEST_LEVEL = 20, 60, 30
_FIRST_YEAR_BE = 2500


@cache
def load_external_rounds(path: Path = DATA_DIR / "external_rounds.toml") -> ExternalRounds:
    """The packaged rounds, oldest first, the steps of getting ready and the roles.

    Raises:
        BadCatalogue: a key is missing or unknown, an id or word repeats, years or points do not fit together.
    """
    file = path.name
    table = load_table(path)
    _check(table, {"round": Sort.TABLES, "step": Sort.TABLES, "people": Sort.TABLE}, {}, file, "ทั้งไฟล์")
    _check(table["people"], {"roles": Sort.TEXTS}, {}, file, "people")
    rounds = tuple(_round(entry, file) for entry in table["round"])
    _refuse_twice([each.id for each in rounds], file, "round")
    if [each.first_year_be for each in rounds] != sorted(each.first_year_be for each in rounds):
        raise refuse(file, "round", "รอบต้องเรียงจากเก่าไปใหม่")
    steps = tuple(_step(entry, file) for entry in table["step"])
    _refuse_twice([each.id for each in steps], file, "step")
    return ExternalRounds(rounds, steps, tuple(table["people"]["roles"]))


@cache
def load_external_words(path: Path = DATA_DIR / "external_words.toml") -> ExternalWords:
    """Headers and headings of results and reports.

    Raises:
        BadCatalogue: a role or kind is missing or unknown, or a header stands under two roles.
    """
    file = path.name
    table = load_table(path)
    _check(table, _WORDS, {}, file, "ทั้งไฟล์")
    _check(table["columns"], dict.fromkeys(sorted(_COLUMNS), Sort.TEXTS), {}, file, "columns")
    kinds = dict.fromkeys(map(str, ExternalStatementKind), Sort.TEXTS)
    _check(table["statements"], kinds, {}, file, "statements")
    for name in ("columns", "statements"):
        _refuse_twice(
            [key for words in table[name].values() for key in {fold_key(word) for word in words}], file, name
        )
    lists = {
        name: {key: tuple(words) for key, words in table[name].items()} for name in ("columns", "statements")
    }
    return ExternalWords(
        lists["columns"],
        tuple(table["titles"]),
        lists["statements"],
        tuple(table["sections"]),
        tuple(table["result_labels"]),
    )


def _check(table: Table, needed: dict[str, Sort], more: dict[str, Sort], file: str, where: str) -> None:
    require(table, needed, file=file, where=where)
    require_sorts(table, needed | more, file=file, where=where)


def _refuse_twice(values: Sequence[str], file: str, where: str) -> None:
    twice = next((value for place, value in enumerate(values) if value in values[:place]), None)
    if twice is not None:
        raise refuse(file, where, f"“{twice}” ซ้ำกัน")


def _round(entry: Table, file: str) -> ExternalRound:
    where = f"round {entry.get('id', '?')}"
    _check(entry, _ROUND, _ROUND_MORE, file, where)
    first, last = entry["first_year_be"], entry["last_year_be"]
    if not _FIRST_YEAR_BE < first <= last:
        raise refuse(file, where, f"ปี {first}–{last} ต้องเป็น พ.ศ. และเรียงจากน้อยไปมาก")
    phases = tuple(_phase(each, file, where) for each in entry.get("phase", []))
    levels = tuple(_level(each, file, where) for each in entry["level"])
    _refuse_twice([each.id for each in phases], file, where)
    _refuse_twice([each.id for each in levels], file, where)
    is_open = entry.get("open", False)
    if not is_open and (not phases or not levels):
        raise refuse(file, where, "รอบที่ไม่ได้เปิดกว้าง (open) ต้องมี phase และ level อย่างน้อยอย่างละหนึ่ง")
    if not 0 < len(entry["id"]) <= _LONGEST_ROUND:
        raise refuse(file, where, f"id ต้องยาว 1–{_LONGEST_ROUND} ตัวอักษร")
    return ExternalRound(
        entry["id"],
        entry["name"],
        first,
        last,
        entry["standard_word"],
        phases,
        levels,
        is_open,
        entry.get("note", ""),
        tuple(entry.get("aliases", ())),
        entry.get("compares_with_sar", False),
        entry.get("numbers", False),
    )


def _phase(entry: Table, file: str, where: str) -> ExternalPhase:
    where = f"{where} phase {entry.get('id', '?')}"
    _check(entry, _PHASE, _ALIASES | {"titles": Sort.TEXTS}, file, where)
    if len(entry["id"]) > _LONGEST_PHASE:
        raise refuse(file, where, f"id ยาวเกิน {_LONGEST_PHASE} ตัวอักษร")
    words = tuple(_word(each, file, where) for each in entry["word"])
    _refuse_twice([fold_key(text) for each in words for text in (each.word, *each.aliases)], file, where)
    spans = [each.points for each in words if each.points]
    if any(before[1] + 1 != after[0] for before, after in pairwise(spans)):
        raise refuse(file, where, "points ของคำถัดกันต้องต่อเนื่อง ไม่เว้นและไม่ทับกัน")
    aliases, titles = (tuple(entry.get(name, ())) for name in ("aliases", "titles"))
    return ExternalPhase(entry["id"], entry["name"], words, aliases, titles)


def _word(entry: Table, file: str, where: str) -> ResultWord:
    _check(entry, _WORD, _ALIASES | {"points": Sort.INTEGERS}, file, where)
    points = entry.get("points")
    if points is not None and (len(points) != 2 or not 0 <= points[0] <= points[1]):
        raise refuse(file, where, f"points ของ “{entry['word']}” ต้องเป็น [น้อยสุด, มากสุด]")
    return ResultWord(entry["word"], tuple(entry.get("aliases", ())), tuple(points) if points else None)


def _level(entry: Table, file: str, where: str) -> ExternalEducation:
    where = f"{where} level {entry.get('id', '?')}"
    _check(entry, _LEVEL, _ALIASES, file, where)
    if not 0 < len(entry["id"]) <= LONGEST_LEVEL:
        raise refuse(file, where, f"id ต้องยาว 1–{LONGEST_LEVEL} ตัวอักษร")
    for standard in entry["standards"]:
        _check(standard, _NAMED, {}, file, where)
    standards = tuple(ExternalStandard(each["id"], each["name"]) for each in entry["standards"])
    _refuse_twice([each.id for each in standards], file, where)
    return ExternalEducation(entry["id"], entry["name"], standards, tuple(entry.get("aliases", ())))


def _step(entry: Table, file: str) -> ReadinessStep:
    where = f"step {entry.get('id', '?')}"
    _check(entry, _STEP, {}, file, where)
    if entry["source"] not in set(StepSource):
        raise refuse(file, where, f"ไม่รู้จัก source {entry['source']}")
    return ReadinessStep(entry["id"], entry["name"], StepSource(entry["source"]))
