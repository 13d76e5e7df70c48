"""Wording of the papers around a meeting, and the places on the committee."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from lib.catalog.toml_files import DATA_DIR, Table, load_table, refuse, require
from lib.domain.papers import AgendaPart, PaperKind, Seat

_TABLES = ("names", "letter", "memo", "minutes", "order")
_DOTS = "." * 30


@dataclass(frozen=True, slots=True)
class AgendaTitle:
    """The wording of one item of the agenda; ``point`` is its standing matter, empty for none."""

    part: AgendaPart
    title: str
    point: str = ""


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Wording by ``table.key``; a template's ``{words}`` are filled by :meth:`say` and :meth:`lines`."""

    committee: str
    texts: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    agenda: tuple[AgendaTitle, ...]
    seats: tuple[Seat, ...]

    def say(self, key: str, **words: str) -> str:
        """One template filled in; ``{dots}`` leaves room to write."""
        return self.texts[key].format(dots=_DOTS, **words)

    def lines(self, key: str, **words: str) -> tuple[str, ...]:
        """A list of templates filled in."""
        return tuple(each.format(dots=_DOTS, **words) for each in self.lists[key])

    def name(self, kind: PaperKind) -> str:
        """What a paper is called."""
        return self.texts[f"names.{kind.value}"]


@cache
def load_paper_words(path: Path = DATA_DIR / "papers.toml") -> PaperWords:
    """The packaged wording.

    Raises:
        BadCatalogue: a part is missing, or a template cannot be read.
    """
    document = load_table(path)
    require(document, ("committee", "agenda", "seat", *_TABLES), file=path.name, where="ทั้งไฟล์")
    texts: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for table in _TABLES:
        for key, value in document[table].items():
            name = f"{table}.{key}"
            if isinstance(value, list):
                lists[name] = tuple(_template(str(each), path.name, name) for each in value)
            else:
                texts[name] = _template(str(value), path.name, name)
    require(texts, (f"names.{kind.value}" for kind in PaperKind), file=path.name, where="names")
    return PaperWords(
        str(document["committee"]),
        texts,
        lists,
        tuple(_agenda_title(row, path.name) for row in document["agenda"]),
        tuple(seat for row in document["seat"] for seat in _seats(row, path.name)),
    )


def _template(text: str, file: str, where: str) -> str:
    try:
        list(Formatter().parse(text))
    except ValueError as error:
        raise refuse(file, where, "วงเล็บปีกกาไม่ครบคู่") from error
    return text


def _agenda_title(row: Table, file: str) -> AgendaTitle:
    require(row, ("part", "title"), file=file, where="agenda")
    try:
        part = AgendaPart(row["part"])
    except ValueError as error:
        known = ", ".join(each.value for each in AgendaPart)
        raise refuse(file, "agenda", f"part ต้องเป็นหนึ่งใน {known}") from error
    return AgendaTitle(part, str(row["title"]), _template(str(row.get("point", "")), file, "agenda"))


def _seats(row: Table, file: str) -> tuple[Seat, ...]:
    require(row, ("duty",), file=file, where="seat")
    n = row.get("n", 1)
    if not isinstance(n, int) or n < 1:
        raise refuse(file, "seat", "n ต้องเป็นจำนวนเต็มตั้งแต่ 1")
    return (Seat(str(row["duty"]), str(row.get("stands_for", ""))),) * n
