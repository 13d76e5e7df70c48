"""A sentence as it is stored, with named places for its figures, and as it is shown, with today's figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lib.thai.numerals import to_arabic_digits, to_thai_digits

#: Shown where a sentence names a figure that the data no longer give.
GONE = "[ไม่มีตัวเลขนี้แล้ว]"
#: Digits of names (R2, 8C) and of grades (ป.6, ม.3) are no figures.
_FIGURE = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.,])(?<![ก-ฮ]\.)"
    r"(?:(?<![ก-๛0-9)])[-−](?=[0-9]))?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![0-9A-Za-z])"
)
_PIECE = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}|]+)(?:\|(?P<form>[pst]+))?\}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands in a sentence.

    Attributes:
        name: of the figure, as among the numbers of a finding; ``~`` and what follows it for สูงกว่า, ต่ำกว่า.
        form: how the person writes it: ``p`` without commas, ``s`` without needless decimals, ``t`` in Thai
            digits.
    """

    name: str
    form: str = ""


Part = str | Place
Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure written in a text; ``text`` has Arabic digits, ``raw`` is as it stands."""

    start: int
    end: int
    text: str
    raw: str


def figures_in(text: str) -> list[Figure]:
    """Every figure of a text in its order, Thai digits or Arabic."""
    arabic = to_arabic_digits(text)
    return [
        Figure(found.start(), found.end(), found[0].replace("−", "-"), text[found.start() : found.end()])
        for found in _FIGURE.finditer(arabic)
    ]


def write_parts(parts: Parts) -> str:
    """The stored text: ``{value}`` or ``{value|t}`` for a place, braces of the person doubled."""
    return "".join(
        part.replace("{", "{{").replace("}", "}}")
        if isinstance(part, str)
        else "{" + part.name + (f"|{part.form}" if part.form else "") + "}"
        for part in parts
    )


def read_parts(stored: str) -> Parts:
    """The parts of a stored text."""
    parts: list[Part] = []
    done = 0
    for found in _PIECE.finditer(stored):
        parts.append(stored[done : found.start()])
        parts.append(Place(found["name"], found["form"] or "") if found["name"] else found[0][0])
        done = found.end()
    return joined([*parts, stored[done:]])


def joined(parts: list[Part]) -> Parts:
    """The same parts, neighbouring texts made one and empty ones left out."""
    kept: list[Part] = []
    for part in parts:
        if isinstance(part, str) and kept and isinstance(kept[-1], str):
            kept[-1] += part
        elif part != "":
            kept.append(part)
    return tuple(kept)


def fill(parts: Parts, printed: Mapping[str, str]) -> str:
    """The sentence with figures in its places.

    Args:
        printed: name of a figure → the figure as printed today.
    """
    return "".join(
        part
        if isinstance(part, str)
        else dress(printed[part.name], part.form)
        if part.name in printed
        else GONE
        for part in parts
    )


def lacking(parts: Parts, printed: Mapping[str, str]) -> tuple[str, ...]:
    """Names of places that no figure fills any more."""
    names = (part.name for part in parts if isinstance(part, Place))
    return tuple(dict.fromkeys(name for name in names if name not in printed))


def dress(printed: str, form: str) -> str:
    """A printed figure in the form in which a person writes it."""
    if "p" in form:
        printed = printed.replace(",", "")
    if "s" in form and "." in printed:
        printed = printed.rstrip("0").rstrip(".")
    return to_thai_digits(printed) if "t" in form else printed


def form_of(figure: Figure, printed: str) -> str | None:
    """The form in which a text's figure is that printed figure; None when it is another one."""
    form = next((form for form in ("", "s", "p", "ps") if dress(printed, form) == figure.text), None)
    if form is None or figure.raw == dress(printed, form):
        return form
    return f"{form}t" if figure.raw == dress(printed, f"{form}t") else None
