"""What a generated report says; known to the ruler and never to the readers."""

from dataclasses import dataclass, field

EARLY, BASIC = "early_childhood", "basic"
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Said:
    """One statement with the page (Word) or cell (workbook) it stands at."""

    kind: str
    text: str
    page: int | None
    edu: str
    theme: str
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True)
class Clash:
    """A planted contradiction: ``two_overall``, ``word_number``, ``lowest_praised`` or ``sum``."""

    kind: str
    pages: tuple[int, ...]


@dataclass
class Truth:
    """The known content of one file.

    Attributes:
        levels: (level of education, standard, item) → level 1–5; empty standard for the whole level.
        expected: the target of the same key where the report prints one.
        negative: kind of a file that is no report; it must yield nothing.
        sets: the standard set of each level of education.
        same_as: name of the other file with the same content.
    """

    name: str
    layout: str
    content: bytes = b""
    school_id: str | None = None
    year_be: int | None = None
    levels: dict[Key, int] = field(default_factory=dict)
    expected: dict[Key, int] = field(default_factory=dict)
    sets: dict[str, str] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    clashes: tuple[Clash, ...] = ()
    defect: str = ""
    negative: str = ""
    same_as: str = ""
