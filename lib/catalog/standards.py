"""Education standards and the wordings of schools' reports, read from checked TOML files."""

import re
from functools import cache
from itertools import product
from pathlib import Path

from lib.catalog.toml_files import DATA_DIR, Table, load_table, refuse, refuse_unknown, require
from lib.domain.assessments import LevelOfEducation, StatementKind
from lib.domain.standards import (
    LevelVocabulary,
    PercentBands,
    ReportWords,
    Standard,
    StandardItem,
    StandardsCatalogue,
    StandardSet,
)

_N_LEVELS = 5
_CHOICES = re.compile(r"\{([^{}]*)\}")
_LISTS = (
    "titles",
    "rating_labels",
    "expected_labels",
    "other_sources",
    "overall_words",
    "nothing",
    "statement_tails",
    "statement_leads",
    "sections",
    "parts",
)
_TABLES = ("statements", "other_titles", "columns")


@cache
def load_standards(data_dir: Path = DATA_DIR) -> StandardsCatalogue:
    """Standard sets of both levels of education, level words and cut-offs of per cents.

    Raises:
        BadCatalogue: an id repeats, an item does not belong to its standard, a scale has not five levels,
            a level of education has not exactly one current set.
    """
    path = data_dir / "sar_standards.toml"
    table = load_table(path)
    require(table, ("vocabulary", "percent_bands", "set"), file=path.name, where="ไฟล์")
    refuse_unknown(table, ("vocabulary", "percent_bands", "set"), file=path.name, where="ไฟล์")
    vocabularies = tuple(_vocabulary(entry, path.name) for entry in table["vocabulary"])
    scales = {vocabulary.scale for vocabulary in vocabularies}
    sets = tuple(_set(entry, scales, path.name) for entry in table["set"])
    if len({entry.id for entry in sets}) != len(sets):
        raise refuse(path.name, "set", "รหัสชุดมาตรฐานซ้ำกัน")
    for level in LevelOfEducation:
        if sum(entry.current and entry.level_of_education is level for entry in sets) != 1:
            raise refuse(path.name, level.value, "ต้องมีชุดมาตรฐานปัจจุบันหนึ่งชุดพอดี")
    return StandardsCatalogue(sets, vocabularies, _percent_bands(table["percent_bands"], path.name))


@cache
def load_report_words(data_dir: Path = DATA_DIR) -> ReportWords:
    """Heading variants and labels of self-assessment reports.

    Raises:
        BadCatalogue: a list is missing or empty, a kind of statement is unknown, a wording has two kinds.
    """
    path = data_dir / "sar_headings.toml"
    table = load_table(path)
    require(table, (*_LISTS, *_TABLES), file=path.name, where="ไฟล์")
    refuse_unknown(table, (*_LISTS, *_TABLES), file=path.name, where="ไฟล์")
    lists = {key: _words(table[key], path.name, key) for key in _LISTS}
    tables = {
        key: {name: _words(words, path.name, f"{key}.{name}") for name, words in table[key].items()}
        for key in _TABLES
    }
    kinds = {kind.value for kind in StatementKind}
    require(table["statements"], kinds, file=path.name, where="statements")
    refuse_unknown(table["statements"], kinds, file=path.name, where="statements")
    wordings = [word for words in tables["statements"].values() for word in words]
    if len(set(wordings)) != len(wordings):
        raise refuse(path.name, "statements", "คำเดียวกันอยู่ใต้สองประเภท")
    return ReportWords(**lists, **tables)  # type: ignore[arg-type]


def _words(values: object, file: str, where: str) -> tuple[str, ...]:
    if (
        not isinstance(values, list)
        or not values
        or not all(isinstance(v, str) and v.strip() for v in values)
    ):
        raise refuse(file, where, "ต้องเป็นรายการข้อความที่ไม่ว่าง")
    return tuple(dict.fromkeys(spelling for value in values for spelling in _spelled_out(value)))


def _spelled_out(word: str) -> list[str]:
    """``จุด{ที่/}ควรพัฒนา`` as both of its spellings."""
    parts = [part.split("/") for part in _CHOICES.split(word)[1::2]]
    fixed = _CHOICES.split(word)[::2]
    return ["".join(a + b for a, b in zip(fixed, (*chosen, ""), strict=True)) for chosen in product(*parts)]


def _vocabulary(table: Table, file: str) -> LevelVocabulary:
    where = str(table.get("scale", "?"))
    require(table, ("scale", "words"), file=file, where=where)
    refuse_unknown(table, ("scale", "words"), file=file, where=where)
    if len(table["words"]) != _N_LEVELS:
        raise refuse(file, where, "ต้องมีคำของห้าระดับ")
    return LevelVocabulary(where, tuple(_words(words, file, where) for words in table["words"]))


def _percent_bands(table: Table, file: str) -> PercentBands:
    require(table, ("scale", "lower"), file=file, where="percent_bands")
    lower = tuple(float(value) for value in table["lower"])
    if len(lower) != _N_LEVELS or list(lower) != sorted(set(lower)):
        raise refuse(file, "percent_bands", "ต้องมีขีดล่างห้าค่า เรียงจากน้อยไปมากและไม่ซ้ำ")
    return PercentBands(str(table["scale"]), lower)


def _set(table: Table, scales: set[str], file: str) -> StandardSet:
    where = str(table.get("id", "?"))
    keys = ("id", "name", "level_of_education", "scale", "current", "standard")
    require(table, keys, file=file, where=where)
    refuse_unknown(table, (*keys, "until_year_be", "signs"), file=file, where=where)
    if table["level_of_education"] not in set(LevelOfEducation):
        raise refuse(file, where, f"ไม่มีระดับการศึกษา {table['level_of_education']}")
    if table["scale"] not in scales:
        raise refuse(file, where, f"ไม่มีคำระดับคุณภาพของ {table['scale']}")
    standards = tuple(_standard(entry, file, where) for entry in table["standard"])
    if [standard.id for standard in standards] != [str(n + 1) for n in range(len(standards))]:
        raise refuse(file, where, "เลขมาตรฐานต้องเรียงจาก 1 โดยไม่ข้าม")
    return StandardSet(
        where,
        str(table["name"]),
        LevelOfEducation(table["level_of_education"]),
        str(table["scale"]),
        bool(table["current"]),
        standards,
        table.get("until_year_be"),
        tuple(table.get("signs", ())),
    )


def _standard(table: Table, file: str, set_id: str) -> Standard:
    where = f"{set_id} มาตรฐานที่ {table.get('id', '?')}"
    require(table, ("id", "name"), file=file, where=where)
    refuse_unknown(table, ("id", "name", "aliases", "items"), file=file, where=where)
    items = tuple(StandardItem(str(item["id"]), str(item["name"])) for item in table.get("items", []))
    if [item.id for item in items] != [f"{table['id']}.{n + 1}" for n in range(len(items))]:
        raise refuse(file, where, "เลขประเด็นพิจารณาต้องขึ้นต้นด้วยเลขมาตรฐานและเรียงจาก .1")
    return Standard(str(table["id"]), str(table["name"]), tuple(table.get("aliases", ())), items)
