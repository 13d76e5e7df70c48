"""Writes pieces of a Word report and keeps what is true of them."""

from dataclasses import dataclass

from tests.sar_corpus.paper import Digits, Paper
from tests.sar_corpus.story import Part, Story
from tests.sar_corpus.truth import EARLY, Said, Truth

KINDS = ("strength", "improvement_area", "plan", "suggestion")
H1, H2 = "Heading 1", "Heading 2"


@dataclass
class Writer:
    """Paper, story and truth of one report."""

    story: Story
    paper: Paper
    truth: Truth
    digits: Digits

    def p(self, text: str, style: str = "Normal") -> None:
        self.paper.p(self.digits(text), style)

    def heading(self, text: str, level: int = 1) -> None:
        """Many schools only type headings, without a style."""
        self.p(text, f"Heading {level}" if self.story.rng.random() < 0.6 else "Normal")

    def table(self, rows: list[list[str]], merges: list[tuple[int, int, int, int]] | None = None) -> None:
        self.paper.table([[self.digits(cell) for cell in row] for row in rows], merges or ())

    def edu_head(self, part: Part) -> str:
        pool = "early" if part.edu == EARLY else "special" if part.set_id.startswith("special") else "basic"
        return self.story.w(pool)

    def edu_name(self, part: Part) -> str:
        return "ระดับปฐมวัย" if part.edu == EARLY else "ระดับการศึกษาขั้นพื้นฐาน"

    def standard(self, part: Part, ref: str, form: str = "") -> str:
        return (form or self.story.w("standard")).format(n=ref, name=part.name(ref))

    def rated(self, part: Part, ref: str, pool: str = "rated") -> str:
        level = self.knows(part, ref)
        form = self.story.w(pool)
        while "." in ref and "มาตรฐาน" in form:
            form = self.story.w(pool)
        return form.format(w=part.words[level], n=level)

    def knows(self, part: Part, ref: str) -> int:
        """Record that the report states this level; empty ``ref`` is the whole level of education."""
        level = part.overall if not ref else part.items[ref] if "." in ref else part.standards[ref]
        standard = ref.split(".")[0]
        self.truth.levels[(part.edu, standard, ref if "." in ref else "")] = level
        self.truth.sets[part.edu] = part.set_id
        return level

    def expects(self, part: Part, ref: str) -> int:
        self.truth.expected[(part.edu, ref.split(".")[0], ref if "." in ref else "")] = part.targets[ref]
        return part.targets[ref]

    def overall(self, part: Part) -> None:
        level = self.knows(part, "")
        self.p(self.story.w("overall").format(edu=self.edu_name(part), w=part.words[level]))

    def said(self, part: Part, kind: str, text: str, theme: str) -> str:
        """Record a statement on the page under way; gives the text as printed."""
        printed = self.digits(text)
        self.truth.said.append(Said(kind, printed, self.paper.page, part.edu, theme))
        return printed

    def listed(self, part: Part, kind: str, bullet: str | None = None, *, heading: bool = True) -> None:
        """A heading with its statements below, or with the words for none."""
        head = self.story.w(kind)
        if heading:
            self.heading(head, 3)
        else:
            self.p(head)
        bullet = self.story.w("bullet") if bullet is None else bullet
        if not part.said[kind]:
            self.p(self.story.w("nothing"))
        for number, (text, theme) in enumerate(part.said[kind], start=1):
            printed = self.said(part, kind, text, theme)
            self.paper.p(self.digits(bullet.format(i=number, i2=number)) + printed)

    def cell(self, part: Part, kind: str, bullet: str | None = None) -> str:
        """The statements of one kind as the lines of a table cell."""
        bullet = self.story.w("bullet") if bullet is None else bullet
        if not part.said[kind]:
            return self.story.w("nothing")
        return "\n".join(
            self.digits(bullet.format(i=number, i2=number)) + self.said(part, kind, text, theme)
            for number, (text, theme) in enumerate(part.said[kind], start=1)
        )

    def prose(self, part: Part, kind: str, lead: str) -> None:
        """Statements run into one paragraph behind numbers: lead คือ 1) … 2) …"""
        texts = [
            f"{self.digits(f'{number}) ')}{self.said(part, kind, text, theme)}"
            for number, (text, theme) in enumerate(part.said[kind], start=1)
        ]
        if texts:
            self.paper.p(f"{lead} {' '.join(texts)}")

    def turn(self) -> None:
        self.paper.turn()
