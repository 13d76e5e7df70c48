"""What a stranger's report is written with: sheet, story, set of wordings, and what is true of it."""

import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from tests.sar_corpus.paper import Book, Digits, cell_of
from tests.sar_corpus.story import Part, Story, make_story, themes
from tests.sar_corpus.strangers.print_pdf import to_pdf
from tests.sar_corpus.strangers.sheet import Sheet
from tests.sar_corpus.truth import BASIC, EARLY, Said, Truth

KINDS = ("strength", "improvement_area", "plan", "suggestion")
_COUNTS = {"strength": (2, 5), "improvement_area": (2, 4), "plan": (1, 3), "suggestion": (0, 2)}
_FILES = {
    "a": ("words.toml", "texts.toml"),
    "b": ("words_b.toml", "texts_b.toml"),
    "c": ("words_c.toml", "texts_c.toml"),
    "d": ("words_d.toml", "texts_d.toml"),
}
_HERE = Path(__file__).parent


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


@dataclass
class Desk:
    """One report under way; ``own`` is the author's set of wordings."""

    own: str
    story: Story
    truth: Truth
    digits: Digits
    sheet: Sheet = field(default_factory=Sheet)
    book: Book = field(default_factory=Book)

    @property
    def parts(self) -> list[Part]:
        return self.story.parts

    @property
    def rng(self) -> random.Random:
        return self.story.rng

    def w(self, pool: str, **values: object) -> str:
        text: str = self.rng.choice(_toml(_FILES[self.own][0])[self.own][pool])
        return text.format(**values) if values else text

    def p(self, text: str, style: str = "Normal") -> None:
        for line in text.split("\n"):
            self.sheet.p(self.digits(line), style)

    def h(self, text: str, level: int) -> None:
        self.p(text, f"Heading {level}")

    def bold(self, text: str) -> None:
        self.sheet.bold(self.digits(text))

    def turn(self) -> None:
        self.sheet.turn()

    def edu(self, part: Part) -> str:
        return self.w(
            "early" if part.edu == EARLY else "special" if part.set_id.startswith("special") else "basic"
        )

    def plain_edu(self, part: Part) -> str:
        return "ปฐมวัย" if part.edu == EARLY else "การศึกษาขั้นพื้นฐาน"

    def standard(self, part: Part, ref: str) -> str:
        return self.w("standard", n=ref, name=part.name(ref))

    def level(self, part: Part, ref: str) -> int:
        """The level of a standard, an item or (empty) the whole, recorded as stated."""
        level = part.overall if not ref else part.items[ref] if "." in ref else part.standards[ref]
        self.truth.levels[(part.edu, ref.split(".")[0], ref if "." in ref else "")] = level
        self.truth.sets[part.edu] = part.set_id
        return level

    def word(self, part: Part, ref: str) -> str:
        return part.words[self.level(part, ref)]

    def target(self, part: Part, ref: str) -> int:
        self.truth.expected[(part.edu, ref.split(".")[0], ref if "." in ref else "")] = part.targets[ref]
        return part.targets[ref]

    def rated(self, part: Part, ref: str) -> str:
        level = self.level(part, ref)
        return self.w("rated", w=part.words[level], n=level)

    def say(self, part: Part, kind: str, one: tuple[str, str]) -> str:
        printed = self.digits(one[0])
        self.truth.said.append(Said(kind, printed, self.sheet.page, part.edu, one[1]))
        return printed

    def lines(self, part: Part, kind: str, bullet: str | None = None, said: object = None) -> str:
        """The statements of a kind as lines behind one kind of bullet, or the words for none."""
        chosen: list[tuple[str, str]] = part.said[kind] if said is None else list(said)  # type: ignore[call-overload]
        bullet = self.w("bullet") if bullet is None else bullet
        if not chosen:
            return self.w("nothing")
        return "\n".join(
            self.digits(bullet.format(n=n)) + self.say(part, kind, one) for n, one in enumerate(chosen, 1)
        )

    def run_on(self, part: Part, kind: str, form: str = "{n}) ") -> str:
        """Statements numbered inside one sentence."""
        return " ".join(
            self.digits(form.format(n=n)) + self.say(part, kind, one)
            for n, one in enumerate(part.said[kind], 1)
        )

    def shared(self, part: Part, kind: str) -> dict[str, list[tuple[str, str]]]:
        """Statements dealt out over the standards."""
        n = len(part.standards)
        return {ref: part.said[kind][at::n] for at, ref in enumerate(part.standards)}

    def cover(self) -> None:
        s = self.story
        self.p(self.w("title"), "Title")
        self.p(self.w("year", y=s.year_be, y1=s.year_be + 1))
        self.p(s.name if s.is_centre else f"โรงเรียน{s.name}")
        self.p(f"รหัสสถานศึกษา {s.code}")
        self.p("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีบูรพา เขต 1\nสำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน")
        self.turn()

    # Workbooks
    def row(self, sheet: str, *cells: object) -> int:
        return self.book.row(sheet, *(self.digits(c) if isinstance(c, str) else c for c in cells))

    def said_in(
        self, sheet: str, column: int, part: Part, kind: str, one: tuple[str, str], row: int = 0
    ) -> str:
        """A statement in the row that comes next (or the one given)."""
        printed = self.digits(one[0])
        at = row or len(self.book.sheet(sheet)) + 1
        self.truth.said.append(Said(kind, printed, None, part.edu, one[1], sheet, cell_of(at, column)))
        return printed


def _said(own: str, rng: random.Random, part: Part) -> dict[str, list[tuple[str, str]]]:
    """Sentences that fit the part; what is rated lowest is not praised."""
    items = {theme["id"]: theme["items"].get(part.edu) for theme in themes()}
    low = {item for item, level in part.items.items() if level <= 3 or level == min(part.items.values())}
    texts = _toml(_FILES[own][1])[own]
    said: dict[str, list[tuple[str, str]]] = {}
    for kind, (least, most) in _COUNTS.items():
        fitting = [
            (text, theme)
            for group in ("both", part.edu)
            for theme, kinds in texts[group].items()
            for text in kinds.get(kind, ())
            if kind != "strength" or items.get(theme) not in low
        ]
        rng.shuffle(fitting)
        said[kind] = fitting[: rng.randint(least, most)]
    return said


def make_stranger(own: str, seed: str, number: int, layout: str, form: "Form") -> Truth:
    """One report of a stranger; the same arguments give the same text."""
    write, kind, sets, digits, edus = form
    chosen = edus or ((EARLY, BASIC), (BASIC,), (BASIC, EARLY), (EARLY, BASIC), (BASIC,))[number % 5]
    story = make_story(f"{own}{seed}", number, edus=chosen, sets=sets, look=0)
    for part in story.parts:
        part.said = _said(own, story.rng, part)
    truth = Truth(f"file{number}.{kind}", layout, school_id=story.school_id, year_be=story.year_be)
    desk = Desk(own, story, truth, Digits(digits, random.Random(f"{seed}-{number}-d")))
    write(desk)
    truth.content = desk.book.xlsx(None, random.Random(0)) if kind == "xlsx" else desk.sheet.bytes()
    if kind == "pdf":
        truth.content = to_pdf(truth.content, name=f"{own}-{seed}-{number}")
        truth.said = [replace(said, page=None) for said in truth.said]
    return truth


#: (writer, kind of file, sets, digits, levels of education or None for a mixture)
Form = tuple[Callable[[Desk], None], str, str, str, tuple[str, ...] | None]
