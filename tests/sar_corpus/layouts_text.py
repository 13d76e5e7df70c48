"""Books whose levels stand in headings and sentences."""

from tests.sar_corpus.matter import appendix, cover, evidence, front
from tests.sar_corpus.story import Part
from tests.sar_corpus.writer import KINDS, Writer


def _parts(w: Writer) -> list[Part]:
    return w.story.parts


def _summing_up(w: Writer, number: int = 3) -> None:
    """ส่วนที่ 3: statements of each level of education under its own heading."""
    w.turn()
    w.heading(f"ส่วนที่ {number} สรุปผล แนวทางการพัฒนา และความต้องการการช่วยเหลือ")
    for part in _parts(w):
        if len(_parts(w)) > 1:
            w.heading(w.edu_head(part), 2)
        for kind in KINDS:
            w.listed(part, kind)


def guide_book(w: Writer) -> None:
    """As the writing guide has it; the executive summary repeats the levels."""
    front(w, summary=w.story.rng.random() < 0.6)
    w.heading("ส่วนที่ 2 ผลการประเมินตนเองของสถานศึกษา")
    for part in _parts(w):
        w.heading(w.edu_head(part))
        for ref in part.standards:
            w.heading(w.standard(part, ref), 2)
            w.p(w.rated(part, ref))
            evidence(w)
            if w.story.rng.random() < 0.5:
                w.turn()
        w.overall(part)
    _summing_up(w)
    appendix(w, _parts(w))


def item_headings(w: Writer) -> None:
    """Each item has a heading and its level beneath; the standard's level follows its items."""
    front(w)
    w.heading("ส่วนที่ 2 ผลการประเมินตนเอง")
    for part in _parts(w):
        w.heading(w.edu_head(part))
        for ref in part.standards:
            w.heading(w.standard(part, ref), 2)
            for item in part.items_of(ref):
                w.p(f"{item} {part.name(item)}")
                w.p(w.rated(part, item))
            w.p(f"สรุปผลการประเมินมาตรฐานที่ {ref} {w.rated(part, ref)}")
            w.turn()
        w.overall(part)
    _summing_up(w)
    appendix(w, _parts(w))


def numeric(w: Writer) -> None:
    """``1. ระดับคุณภาพ 4`` beneath the standard's heading."""
    front(w)
    for part in _parts(w):
        w.heading(w.edu_head(part))
        for ref in part.standards:
            w.heading(w.standard(part, ref), 2)
            w.p(w.rated(part, ref, "rated_number"))
            evidence(w)
            w.turn()
    _summing_up(w)
    appendix(w, _parts(w))


def prose(w: Writer) -> None:
    """No list and no table: levels and statements are sentences."""
    front(w)
    w.heading("ส่วนที่ 2 ผลการประเมินตนเอง")
    for part in _parts(w):
        w.heading(w.edu_head(part), 2)
        w.p("สถานศึกษาได้ดำเนินการประเมินตนเองตามมาตรฐานการศึกษาของสถานศึกษา ดังนี้")
        for ref in part.standards:
            level = part.words[w.knows(part, ref)]
            w.p(
                w.story.rng.choice(
                    (
                        f"ผลการประเมินตนเองตามมาตรฐานที่ {ref} {part.name(ref)} พบว่าอยู่ในระดับ{level}",
                        f"มาตรฐานที่ {ref} {part.name(ref)} สถานศึกษามีผลการประเมินอยู่ในระดับคุณภาพ{level} "
                        "ซึ่งเป็นผลจากการดำเนินงานร่วมกันของทุกฝ่าย",
                        f"ในมาตรฐานที่ {ref} ({part.name(ref)}) สถานศึกษาประเมินตนเองว่ามีคุณภาพอยู่ในระดับ {level}",
                    )
                )
            )
        w.overall(part)
        w.turn()
        for kind, lead in (
            ("strength", "จุดเด่น ได้แก่"),
            ("improvement_area", "จุดที่ควรพัฒนา คือ"),
            ("plan", "แนวทางการพัฒนาในอนาคต ได้แก่"),
            ("suggestion", "ข้อเสนอแนะ คือ"),
        ):
            if w.story.rng.random() < 0.5:
                w.prose(part, kind, lead)
            else:
                w.listed(part, kind, "", heading=False)
    appendix(w, _parts(w))


def per_standard(w: Writer) -> None:
    """Strengths, areas and plans beneath every standard, not at the end."""
    front(w)
    w.heading("ส่วนที่ 2 ผลการประเมินตนเอง")
    for part in _parts(w):
        w.heading(w.edu_head(part))
        for number, ref in enumerate(part.standards):
            w.heading(w.standard(part, ref), 2)
            w.p(w.rated(part, ref))
            evidence(w)
            own = Part(part.edu, part.set_id, {}, {}, 0, {})
            n = len(part.standards)
            own.said = {kind: said[number::n] for kind, said in part.said.items()}
            for kind in KINDS[:3]:
                w.listed(own, kind)
            w.turn()
        w.listed(part, "suggestion")
    appendix(w, _parts(w))


def inline_boxes(w: Writer) -> None:
    """All five words on one line, a mark before the one that holds."""
    front(w)
    mark = w.story.rng.choice(
        (("☐ ", "☑ "), ("(  ) ", "(/) "), ("□ ", "☑ "), ("[ ] ", "[/] "), ("( ) ", "(✓) "))
    )
    for part in _parts(w):
        w.heading(w.edu_head(part))
        for ref in part.standards:
            w.heading(w.standard(part, ref), 2)
            level = w.knows(part, ref)
            ticks = "  ".join(f"{mark[n == level]}{word}" for n, word in enumerate(part.words) if n)
            w.p(f"ระดับคุณภาพ  {ticks}")
            evidence(w)
        w.turn()
    _summing_up(w)


def text_boxes(w: Writer) -> None:
    """Levels and statements stand in text boxes."""
    cover(w)
    for part in _parts(w):
        w.heading(w.edu_head(part))
        for ref in part.standards:
            w.heading(w.standard(part, ref), 2)
            w.paper.box([w.digits(w.rated(part, ref))])
            w.p("2. วิธีการพัฒนา ข้อมูล หลักฐาน")
        w.turn()
        for kind in KINDS:
            if part.said[kind]:
                head = w.story.w(kind)
                w.paper.box([head, *w.cell(part, kind).split("\n")])
    appendix(w, _parts(w))


def older_sets(w: Writer) -> None:
    """15 and 11 standards with the words of their time."""
    front(w)
    for part in _parts(w):
        w.heading(w.edu_head(part))
        if w.story.rng.random() < 0.5:
            rows = [["มาตรฐาน", "น้ำหนัก", "คะแนนที่ได้", "ระดับคุณภาพ", "แปลคุณภาพ"]]
            for ref in part.standards:
                level = w.knows(part, ref)
                got = f"{level * 0.9 + 0.3:.2f}"
                rows.append([w.standard(part, ref), "5.00", got, str(level), part.words[level]])
            w.table(rows)
        else:
            for ref in part.standards:
                w.heading(w.standard(part, ref), 2)
                w.p(w.rated(part, ref))
        w.overall(part)
        w.turn()
    _summing_up(w)
