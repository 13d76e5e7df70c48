"""Taxonomy of themes of schools' statements, read from a checked TOML file."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from lib.catalog.standards import load_standards
from lib.catalog.toml_files import DATA_DIR, Table, load_table, refuse, refuse_unknown, require
from lib.domain.assessments import LevelOfEducation
from lib.domain.themes import Subject, Taxonomy, Theme

_KEYS = ("id", "name", "items", "words")
_TABLES = ("theme", "aside", "subject")


@cache
def load_themes(data_dir: Path = DATA_DIR) -> Taxonomy:
    """Every theme in the order of the file, and what tells the weightier part of a statement.

    Raises:
        BadCatalogue: an id repeats, a level of education or sub-item is unknown, a theme has no wording.
    """
    path = data_dir / "sar_themes.toml"
    table = load_table(path)
    require(table, _TABLES, file=path.name, where="ไฟล์")
    refuse_unknown(table, _TABLES, file=path.name, where="ไฟล์")
    themes = tuple(_theme(entry, path.name) for entry in table["theme"])
    if len({theme.id for theme in themes}) != len(themes):
        raise refuse(path.name, "theme", "รหัสประเด็นซ้ำกัน")
    subjects = tuple(Subject(tuple(each["words"]), tuple(each["standards"])) for each in table["subject"])
    return Taxonomy(themes, tuple(table["aside"]), subjects)


def _theme(table: Table, file: str) -> Theme:
    where = str(table.get("id", "?"))
    require(table, _KEYS, file=file, where=where)
    refuse_unknown(table, (*_KEYS, "hints"), file=file, where=where)
    if not table["words"] or not all(isinstance(word, str) and word.strip() for word in table["words"]):
        raise refuse(file, where, "ต้องมีคำบอกประเด็นอย่างน้อยหนึ่งคำ")
    items = {}
    for level_id, refs in table["items"].items():
        if level_id not in set(LevelOfEducation):
            raise refuse(file, where, f"ไม่มีระดับการศึกษา {level_id}")
        level = LevelOfEducation(level_id)
        known = {item.id for s in load_standards().current(level).standards for item in s.items}
        if not refs or not set(refs) <= known:
            raise refuse(file, where, f"ไม่มีประเด็นพิจารณา {', '.join(sorted(set(refs) - known))}")
        items[level] = tuple(refs)
    return Theme(
        where, str(table["name"]), items, _wordings(table["words"]), _wordings(table.get("hints", ()))
    )


def _wordings(written: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(part.strip() for part in word.split("+")) for word in written)
