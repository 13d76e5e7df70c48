"""Reports that contradict themselves; the pages of both places are known."""

from collections.abc import Callable

from tests.sar_corpus.layouts_text import _summing_up
from tests.sar_corpus.matter import evidence, front
from tests.sar_corpus.story import Part, themes
from tests.sar_corpus.truth import Clash
from tests.sar_corpus.writer import Writer


def _other(level: int) -> int:
    return level - 1 if level == 5 else level + 1


def _body(w: Writer, part: Part, *, changed: str = "", printed: str = "") -> dict[str, int]:
    """The part's standards with a table of items each; gives the page of each reference."""
    pages = {}
    w.heading(w.edu_head(part))
    for ref in part.standards:
        w.heading(w.standard(part, ref), 2)
        pages[ref] = w.paper.page
        w.p(printed if ref == changed else w.rated(part, ref))
        evidence(w)
        w.turn()
        rows = [["ประเด็นพิจารณา", "ระดับคุณภาพ"]]
        for item in part.items_of(ref):
            pages[item] = w.paper.page
            rows.append([f"{item} {part.name(item)}", part.words[w.knows(part, item)]])
        w.table(rows)
        w.turn()
    return pages


def two_overall(w: Writer) -> None:
    """The summary gives another overall level than the end of ส่วนที่ 2."""
    front(w)
    part = w.story.parts[0]
    w.heading("บทสรุปสำหรับผู้บริหาร")
    first = w.paper.page
    w.p(w.story.w("overall").format(edu=w.edu_name(part), w=part.words[_other(part.overall)]))
    w.turn()
    for each in w.story.parts:
        _body(w, each)
        if each is not part:
            w.overall(each)
            continue
        w.overall(part)
        w.truth.clashes = (Clash("two_overall", (first, w.paper.page)),)
        del w.truth.levels[(part.edu, "", "")]
    _summing_up(w)


def word_number(w: Writer) -> None:
    """The word beneath a standard says another level than the number, on the line or in a table."""
    front(w)
    part, ref = w.story.parts[0], "2"
    level = part.standards[ref]
    here = w.story.rng.random() < 0.5
    line = f"ระดับคุณภาพ {part.words[level]}"
    pages: dict[str, int] = {}
    for each in w.story.parts:
        if each is part:
            number = f" (ระดับ {_other(level)})" if here else ""
            pages = _body(w, each, changed=ref, printed=line + number)
        else:
            _body(w, each)
    second = w.paper.page
    if not here:
        w.heading("สรุปผลการประเมินตนเอง")
        w.p(w.edu_name(part))
        rows = [["มาตรฐาน", "ระดับคุณภาพ"]]
        for each_ref in part.standards:
            shown = _other(level) if each_ref == ref else part.standards[each_ref]
            rows.append([w.standard(part, each_ref), str(shown)])
        w.table(rows)
    w.truth.clashes = (Clash("word_number", (pages[ref], pages[ref] if here else second)),)
    w.truth.levels.pop((part.edu, ref, ""), None)
    _summing_up(w)


def lowest_praised(w: Writer) -> None:
    """The item with the lowest level is the first strength."""
    front(w)
    part = w.story.parts[-1]
    praised = [
        (text, theme["id"], theme["items"][part.edu])
        for theme in themes()
        if part.edu in theme["items"]
        for text in theme.get("strength", ())
        if "{" not in text and (part.edu == "basic" or "ผู้เรียน" not in text)
    ]
    text, theme, item = w.story.rng.choice(praised)
    for ref in part.items:
        part.items[ref] = 2 if ref == item else max(part.items[ref], 4)
    for ref in part.standards:
        own = list(part.items_of(ref).values())
        part.standards[ref] = (2 * sum(own) + len(own)) // (2 * len(own))
    means = list(part.standards.values())
    part.overall = (2 * sum(means) + len(means)) // (2 * len(means))
    part.said["strength"] = [(text, theme), *(said for said in part.said["strength"] if said[1] != theme)]
    pages = {}
    for each in w.story.parts:
        found = _body(w, each)
        pages = found if each is part else pages
    _summing_up(w)
    where = next(said.page for said in w.truth.said if said.text == w.digits(text))
    w.truth.clashes = (Clash("lowest_praised", (pages[item], where or 0)),)


def parts_do_not_add_up(w: Writer) -> None:
    """A standard's level is not the mean of its items."""
    front(w)
    part, ref = w.story.parts[0], "3"
    part.standards[ref] = _other(part.standards[ref])
    pages: dict[str, int] = {}
    for each in w.story.parts:
        found = _body(w, each)
        pages = found if each is part else pages
    w.truth.clashes = (Clash("sum", (pages[ref], pages[f"{ref}.1"])),)
    _summing_up(w)


CLASHES: dict[str, Callable[[Writer], None]] = {
    "two_overall": two_overall,
    "word_number": word_number,
    "lowest_praised": lowest_praised,
    "sum": parts_do_not_add_up,
}
