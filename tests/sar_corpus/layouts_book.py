"""Reports filled into a workbook."""

from collections.abc import Callable

from tests.sar_corpus.paper import Book, Digits, cell_of
from tests.sar_corpus.story import Part, Story
from tests.sar_corpus.truth import EARLY, Said, Truth
from tests.sar_corpus.writer import KINDS


class BookWriter:
    """Rows of a workbook with the truth of each."""

    def __init__(self, story: Story, truth: Truth, digits: Digits) -> None:
        self.story, self.truth, self.digits, self.book = story, truth, digits, Book()

    def row(self, sheet: str, *cells: object) -> int:
        return self.book.row(sheet, *(self.digits(cell) if isinstance(cell, str) else cell for cell in cells))

    def head(self, sheet: str) -> None:
        s = self.story
        self.row(sheet, s.w("title"))
        self.row(sheet, s.w("year").format(y=s.year_be))
        pool = "centre" if s.is_centre else "school"
        for line in (
            s.w(pool).format(name=s.name, code=s.code, smis=s.school_id, district=s.district).split("\n")
        ):
            self.row(sheet, line)
        self.row(sheet)

    def knows(self, part: Part, ref: str) -> int:
        level = part.overall if not ref else part.items[ref] if "." in ref else part.standards[ref]
        self.truth.levels[(part.edu, ref.split(".")[0], ref if "." in ref else "")] = level
        self.truth.sets[part.edu] = part.set_id
        return level

    def edu(self, part: Part) -> str:
        return self.story.w("early" if part.edu == EARLY else "basic")

    def refs(self, part: Part) -> list[tuple[str, str]]:
        form = self.story.w("standard")
        rows = []
        for ref in part.standards:
            rows.append((ref, form.format(n=ref, name=part.name(ref))))
            rows += [(item, f"{item} {part.name(item)}") for item in part.items_of(ref)]
        return rows

    def ratings(self, sheet: str, part: Part, level: Callable[[Part, int], object]) -> None:
        self.row(sheet, self.story.w("col_item"), self.story.w("col_level"))
        for ref, name in self.refs(part):
            self.row(sheet, name, level(part, self.knows(part, ref)))

    def ticks(self, sheet: str, part: Part) -> None:
        mark = self.story.w("tick")
        self.row(sheet, self.story.w("col_item"), *part.words[1:])
        for ref, name in self.refs(part):
            level = self.knows(part, ref)
            self.row(sheet, name, *(mark if n == level else None for n in range(1, 6)))

    def say(
        self, sheet: str, part: Part, kind: str, text: str, theme: str, column: int, lead: str = ""
    ) -> int:
        printed = self.digits(text)
        row = len(self.book.sheet(sheet)) + 1
        self.truth.said.append(Said(kind, printed, None, part.edu, theme, sheet, cell_of(row, column)))
        return self.book.row(sheet, *[None] * (column - 1), f"{self.digits(lead)}{printed}")

    def lists(self, sheet: str, part: Part) -> None:
        """A heading row for each kind, the statements in the rows beneath."""
        for kind in KINDS:
            self.row(sheet, self.story.w(kind))
            if not part.said[kind]:
                self.row(sheet, self.story.w("nothing"))
            bullet = self.story.w("bullet")
            for number, (text, theme) in enumerate(part.said[kind], start=1):
                self.say(sheet, part, kind, text, theme, 1, bullet.format(i=number, i2=number))

    def columns(self, sheet: str, part: Part) -> None:
        """จุดเด่น | จุดที่ควรพัฒนา, one statement a row."""
        self.row(sheet, self.story.w("strength"), self.story.w("improvement_area"))
        both = [part.said[kind] for kind in KINDS[:2]]
        for place in range(max(len(said) for said in both)):
            row = len(self.book.sheet(sheet)) + 1
            cells: list[object] = []
            for column, (kind, said) in enumerate(zip(KINDS, both, strict=False), start=1):
                if place >= len(said):
                    cells.append(None)
                    continue
                text, theme = said[place]
                printed = self.digits(text)
                self.truth.said.append(
                    Said(kind, printed, None, part.edu, theme, sheet, cell_of(row, column))
                )
                cells.append(printed)
            self.book.row(sheet, *cells)
        for kind in KINDS[2:]:
            self.row(sheet, self.story.w(kind))
            for text, theme in part.said[kind]:
                self.say(sheet, part, kind, text, theme, 1)


def _word(part: Part, level: int) -> object:
    return part.words[level]


def _number(part: Part, level: int) -> object:
    return level


def one_sheet(w: BookWriter) -> None:
    """Everything beneath each other on one sheet."""
    sheet = w.story.rng.choice(("SAR", "Sheet1", "แบบรายงาน"))
    w.head(sheet)
    form = w.story.rng.choice((_word, _number))
    for part in w.story.parts:
        w.row(sheet, w.edu(part))
        w.ratings(sheet, part, form)
        w.row(sheet)
        w.lists(sheet, part)
        w.row(sheet)


def several_sheets(w: BookWriter) -> None:
    """Cover data, levels and statements on sheets of their own."""
    w.head("ข้อมูลพื้นฐาน")
    for part in w.story.parts:
        name = "ปฐมวัย" if part.edu == EARLY else "ขั้นพื้นฐาน"
        w.row(f"มาตรฐาน{name}", w.edu(part))
        w.ratings(f"มาตรฐาน{name}", part, w.story.rng.choice((_word, _number)))
    for part in w.story.parts:
        name = "ปฐมวัย" if part.edu == EARLY else "ขั้นพื้นฐาน"
        w.row(f"สรุป{name}", w.edu(part))
        w.columns(f"สรุป{name}", part)


def ticked_form(w: BookWriter) -> None:
    """Marks in five columns."""
    w.head("แบบประเมิน")
    for part in w.story.parts:
        w.row("แบบประเมิน", w.edu(part))
        w.ticks("แบบประเมิน", part)
        w.row("แบบประเมิน")
    for part in w.story.parts:
        w.row("สรุปผล", w.edu(part))
        w.lists("สรุปผล", part)
