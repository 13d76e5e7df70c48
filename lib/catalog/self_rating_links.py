"""Which indicators speak to which standard of schools' self-assessment, read from a checked TOML file."""

from functools import cache
from pathlib import Path

from lib.catalog.loader import load_catalogue
from lib.catalog.standards import load_standards
from lib.catalog.toml_files import DATA_DIR, Sort, Table, load_table, refuse, require, require_sorts
from lib.domain.assessments import LevelOfEducation
from lib.domain.indicators import Catalogue, Compare, Direction
from lib.domain.standards import StandardLink

_SORTS = {
    "level_of_education": Sort.TEXT,
    "standard": Sort.TEXT,
    "item": Sort.TEXT,
    "indicators": Sort.TEXTS,
}
_TESTED = (Compare.PROPORTION, Compare.MEAN)
_JUDGED = (Direction.HIGHER, Direction.LOWER)


@cache
def load_self_rating_links(path: Path = DATA_DIR / "self_rating_links.toml") -> tuple[StandardLink, ...]:
    """The links to the current standard sets, in the order of the file.

    Raises:
        BadCatalogue: a standard, item or indicator does not exist, an indicator has no test against chance,
            or an indicator speaks twice in one level of education.
    """
    table = load_table(path)
    require(table, ("link",), file=path.name, where="ทั้งไฟล์")
    require_sorts(table, {"link": Sort.TABLES}, file=path.name, where="ทั้งไฟล์")
    catalogue = load_catalogue()
    links = tuple(_link(entry, catalogue, path.name) for entry in table["link"])
    seen: set[tuple[LevelOfEducation, str]] = set()
    for link in links:
        for indicator_id in link.indicator_ids:
            if (link.level_of_education, indicator_id) in seen:
                raise refuse(path.name, indicator_id, "โยงไว้สองแห่งในระดับการศึกษาเดียวกัน")
            seen.add((link.level_of_education, indicator_id))
    return links


def _link(table: Table, catalogue: Catalogue, file: str) -> StandardLink:
    where = f"{table.get('level_of_education', '?')} {table.get('item') or table.get('standard', '?')}"
    require(table, _SORTS, file=file, where=where)
    require_sorts(table, _SORTS, file=file, where=where)
    if table["level_of_education"] not in set(LevelOfEducation):
        raise refuse(file, where, f"ไม่มีระดับการศึกษา {table['level_of_education']}")
    level = LevelOfEducation(table["level_of_education"])
    standard = load_standards().current(level).standard(table["standard"])
    if standard is None or table["item"] not in ("", *(item.id for item in standard.items)):
        raise refuse(file, where, "ไม่มีมาตรฐานหรือประเด็นพิจารณานี้ในชุดปัจจุบัน")
    for indicator_id in table["indicators"]:
        indicator = catalogue.by_id.get(indicator_id)
        if indicator is None:
            raise refuse(file, where, f"ไม่มีตัวชี้วัด {indicator_id}")
        if indicator.compare not in _TESTED or indicator.direction not in _JUDGED:
            raise refuse(file, where, f"ตัวชี้วัด {indicator_id} ไม่มีการทดสอบกับความผันผวน จึงใช้กับ R7 ไม่ได้")
    return StandardLink(level, standard.id, table["item"], tuple(table["indicators"]))
