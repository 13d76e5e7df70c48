"""Second stranger: books in headings, paragraphs and prose."""

from tests.sar_corpus.strangers import around
from tests.sar_corpus.strangers.desk import KINDS, Desk


def sections(d: Desk) -> None:
    """Headings of Word; paragraphs without bullets; levels in a list of the summary and again by standard."""
    d.cover()
    around.contents(d)
    d.h("บทสรุปผู้บริหาร", 1)
    for part in d.parts:
        d.p(f"ผลการประเมินตนเอง ระดับ{d.plain_edu(part)}", "List Bullet")
        for ref in part.standards:
            d.p(f"มาตรฐานที่ {ref} {part.name(ref)} : {d.word(part, ref)}", "List Number")
    d.turn()
    around.basics(d)
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            d.h(d.standard(part, ref), 2)
            d.p(d.rated(part, ref))
            around.evidence(d)
        d.turn()
        for kind in KINDS:
            d.h(d.w(kind), 2)
            d.p(d.lines(part, kind, ""))
    around.approval(d)


def by_standard(d: Desk) -> None:
    """จุดเด่นของมาตรฐานที่ 1 and so on, beneath each standard."""
    d.cover()
    around.definitions(d)
    for part in d.parts:
        d.turn()
        d.p(d.edu(part))
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            d.bold(f"มาตรฐานที่ {ref} {part.name(ref)}")
            d.p(d.rated(part, ref))
            around.evidence(d)
            for kind, name in zip(KINDS, ("จุดเด่น", "จุดที่ควรพัฒนา", "แนวทางการพัฒนา"), strict=False):
                d.p(f"{name}ของมาตรฐานที่ {ref}")
                d.p(d.lines(part, kind, None, shared[kind][ref]))
        d.p(d.w("suggestion"))
        d.p(d.lines(part, "suggestion"))
    around.targets(d)


def told(d: Desk) -> None:
    """One long paragraph for each level of education."""
    d.cover()
    around.foreword(d)
    for part in d.parts:
        d.h(d.edu(part), 1)
        told_levels = " ".join(
            f"มาตรฐานที่ {ref} {part.name(ref)} ได้ร้อยละ {50 + 9 * d.level(part, ref)}.50 "
            f"อยู่ในระดับ{part.words[d.level(part, ref)]}"
            for ref in part.standards
        )
        d.p(
            f"ในปีการศึกษา {d.story.year_be} โรงเรียนประเมินตนเอง พบว่า {told_levels} "
            f"และในภาพรวมอยู่ในระดับ{d.word(part, '')}"
        )
        d.p(
            f"เมื่อพิจารณาแล้วโรงเรียนมีจุดเด่นหลายประการ ได้แก่ {d.run_on(part, 'strength', '({n}) ')} "
            f"ส่วนจุดที่ควรพัฒนา คือ {d.run_on(part, 'improvement_area', '({n}) ')}"
        )
        d.p(f"โรงเรียนจึงกำหนดแนวทางการพัฒนาไว้ดังนี้ {d.run_on(part, 'plan', '{n}. ')}")
        if part.said["suggestion"]:
            d.p(f"ทั้งนี้ขอเสนอความต้องการการช่วยเหลือ ได้แก่ {d.run_on(part, 'suggestion', '{n}. ')}")


def items_first(d: Desk) -> None:
    """A heading and a mean for each item, the standard's level after them; statements of the whole school."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            d.h(f"มาตรฐานที่ {ref} {part.name(ref)}", 2)
            for item in part.items_of(ref):
                d.h(f"ประเด็นที่ {item} {part.name(item)}", 3)
                d.p(f"ผลการประเมิน ระดับ {d.level(part, item)}")
            d.p(f"สรุปผลการประเมินมาตรฐานที่ {ref} ระดับ {d.word(part, ref)}")
    d.turn()
    d.h("ส่วนที่ 3 สรุปผลการประเมินตนเอง", 1)
    for kind in KINDS:
        d.h(d.w(kind), 2)
        for part in d.parts:
            d.p(f"ด้านการศึกษา{d.plain_edu(part)}" if part.edu != "basic" else "ด้านการศึกษาขั้นพื้นฐาน")
            d.p(d.lines(part, kind))


def old_sections(d: Desk) -> None:
    """The older sets, a line for each standard."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            d.p(f"มาตรฐานที่ {ref} {part.name(ref)}")
            d.p(f"ผลการประเมิน ระดับคุณภาพ {d.word(part, ref)}")
        d.turn()
        for kind in KINDS:
            d.p(d.w(kind))
            d.p(d.lines(part, kind))


TEXTS = {
    "b_sections": (sections, "docx", "new", "arabic", None),
    "b_sections_pdf": (sections, "pdf", "new", "arabic", None),
    "b_by_standard": (by_standard, "docx", "new", "thai", None),
    "b_by_standard_pdf": (by_standard, "pdf", "new", "thai", None),
    "b_told": (told, "docx", "new", "arabic", None),
    "b_told_pdf": (told, "pdf", "new", "arabic", None),
    "b_items_first": (items_first, "docx", "new", "arabic", None),
    "b_old": (old_sections, "docx", "old", "arabic", None),
    "b_special": (sections, "docx", "special", "arabic", ("basic",)),
}
