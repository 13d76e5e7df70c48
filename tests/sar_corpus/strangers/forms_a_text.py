"""First stranger: books in headings, lists and prose."""

from tests.sar_corpus.strangers import around
from tests.sar_corpus.strangers.desk import KINDS, Desk
from tests.sar_corpus.strangers.sheet import BOX_OFF, BOX_ON


def styled_book(d: Desk) -> None:
    """Word styles, contents, summary table, sections by standard, two columns with bullets of Word."""
    d.sheet.head_foot(f"โรงเรียน{d.story.name}", "รายงานการประเมินตนเอง หน้า 1")
    d.cover()
    around.foreword(d)
    around.contents(d)
    d.h("บทสรุปของผู้บริหาร", 1)
    for part in d.parts:
        rows = [["มาตรฐาน", f"ผลการประเมินระดับ{d.plain_edu(part)}"]]
        rows += [[d.digits(f"มาตรฐานที่ {ref} {part.name(ref)}"), d.word(part, ref)] for ref in part.standards]
        rows.append(["สรุปผลการประเมินในภาพรวม", d.word(part, "")])
        d.sheet.table(rows)
    d.turn()
    around.basics(d)
    d.h("ส่วนที่ 2 ผลการประเมินตนเองของสถานศึกษา", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        for ref in part.standards:
            d.h(d.standard(part, ref) if d.rng.random() < 0.3 else f"มาตรฐานที่ {ref} {part.name(ref)}", 3)
            d.p(d.rated(part, ref))
            around.evidence(d)
        d.turn()
    d.h("ส่วนที่ 3 สรุปผล แนวทางการพัฒนา และความต้องการการช่วยเหลือ", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        d.sheet.table(
            [
                [d.w("strength"), d.w("improvement_area")],
                [(d.lines(part, kind, ""), "List Bullet") for kind in KINDS[:2]],
            ]
        )
        for kind in KINDS[2:]:
            d.h(d.w(kind), 3)
            d.p(d.lines(part, kind, ""), "List Number")
    around.targets(d)


def check_lines(d: Desk) -> None:
    """Five check boxes in a line under each standard; everything else by standard."""
    d.cover()
    around.definitions(d)
    for part in d.parts:
        d.turn()
        d.bold(d.edu(part))
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            d.bold(f"มาตรฐานที่ {ref} {part.name(ref)}")
            level = d.level(part, ref)
            d.p("ระดับคุณภาพ")
            d.p(
                "  ".join(
                    f"{BOX_ON if n == level else BOX_OFF} {word}" for n, word in enumerate(part.words) if n
                )
            )
            around.evidence(d)
            for kind in KINDS[:3]:
                d.bold(d.w(kind))
                d.p(d.lines(part, kind, "- ", shared[kind][ref]))
        d.bold(d.w("suggestion"))
        d.p(d.lines(part, "suggestion"))
    around.approval(d)


def all_prose(d: Desk) -> None:
    """Whole sentences; numbers stand inside them."""
    d.cover()
    around.foreword(d)
    d.h("บทสรุปสำหรับผู้บริหาร", 1)
    for part in d.parts:
        d.p(d.edu(part))
        for ref in part.standards:
            d.p(
                f"ผลการประเมินมาตรฐานที่ {ref} {part.name(ref)} พบว่า โรงเรียนมีผลการประเมินตนเองอยู่ในระดับ"
                f"{d.word(part, ref)} เนื่องจากครูและบุคลากรร่วมมือกันดำเนินงานตามแผนอย่างต่อเนื่อง"
            )
        d.p(
            f"จากการประเมินตนเองดังกล่าว สถานศึกษามีจุดเด่น คือ {d.run_on(part, 'strength')}"
            f"\nสำหรับจุดที่ควรพัฒนา ได้แก่ {d.run_on(part, 'improvement_area', '({n}) ')}"
        )
        d.p(f"ในปีต่อไปสถานศึกษามีแนวทางการพัฒนา ดังนี้ {d.run_on(part, 'plan')}")
        if part.said["suggestion"]:
            d.p(f"และมีความต้องการการช่วยเหลือ ดังนี้ {d.run_on(part, 'suggestion', '{n}. ')}")
        d.turn()


def word_numbers(d: Desk) -> None:
    """Word numbers the lists; standards are named without a number."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            d.h(f"ด้าน{part.name(ref)}" if d.rng.random() < 0.5 else part.name(ref), 2)
            level = d.level(part, ref)
            d.p(f"ผลการประเมินอยู่ในระดับ {level} ({part.words[level]})")
        d.turn()
        d.h(f"สรุปผลการประเมินภาพรวม ระดับ{d.plain_edu(part)}", 2)
        d.p(f"ภาพรวมของระดับ{d.plain_edu(part)} มีคุณภาพระดับ {d.word(part, '')}")
        for kind in KINDS:
            d.h(d.w(kind), 3)
            d.p(d.lines(part, kind, ""), d.rng.choice(("List Number", "List Bullet", "List Paragraph")))
    around.targets(d)


def per_standard_numeric(d: Desk) -> None:
    """Thai digits; 1. ระดับคุณภาพ ๔ (ดีเลิศ) with items in sentences; statements of the whole school."""
    d.cover()
    for part in d.parts:
        d.p(d.edu(part))
        for ref in part.standards:
            d.p(f"มาตรฐานที่ {ref} {part.name(ref)}")
            level = d.level(part, ref)
            d.p(f"1. ระดับคุณภาพ  ระดับ {level} ({part.words[level]})")
            for item in part.items_of(ref):
                own = d.level(part, item)
                d.p(f"{item} {part.name(item)} อยู่ในระดับ {own} ({part.words[own]})")
            around.evidence(d)
        d.turn()
    for kind in KINDS:
        d.p(f"{d.w(kind)}")
        for part in d.parts:
            d.p(f"ระดับ{d.plain_edu(part)}")
            d.p(d.lines(part, kind))


def boxes(d: Desk) -> None:
    """A text box for each standard; statements behind a colon."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            d.sheet.box(
                [d.digits(f"มาตรฐานที่ {ref}"), part.name(ref), d.digits(f"ผลการประเมิน {d.word(part, ref)}")]
            )
            around.evidence(d)
        d.turn()
        for kind in KINDS:
            first, *more = d.lines(part, kind, "- ").split("\n")
            d.p(f"{d.w(kind)} : {first}" if not part.said[kind] else f"{d.w(kind)} ดังนี้")
            if part.said[kind]:
                d.p("\n".join((first, *more)))
    around.approval(d)


def broken_lines(d: Desk) -> None:
    """Copied out of a PDF: each line is a paragraph, so that sentences run over two or three."""
    d.cover()
    for part in d.parts:
        d.p(f"ผลการประเมินตนเอง {d.edu(part)}")
        for ref in part.standards:
            d.p(f"มาตรฐานที่ {ref} {part.name(ref)}")
            d.p(f"ระดับคุณภาพ {d.word(part, ref)}")
        d.turn()
        for kind in KINDS:
            d.p(f"{d.w(kind)}")
            for line in d.lines(part, kind, "{n}. ").split("\n"):
                words = line.split(" ")
                half = (len(words) + 1) // 2
                d.p(" ".join(words[:half]))
                if words[half:]:
                    d.p(" ".join(words[half:]))


TEXTS = {
    "styled_book": (styled_book, "docx", "new", "arabic", None),
    "styled_thai": (styled_book, "docx", "new", "thai", None),
    "check_lines": (check_lines, "docx", "new", "arabic", None),
    "all_prose": (all_prose, "docx", "new", "arabic", None),
    "word_numbers": (word_numbers, "docx", "new", "arabic", None),
    "numeric_thai": (per_standard_numeric, "docx", "new", "thai", None),
    "boxes": (boxes, "docx", "new", "arabic", None),
    "broken_lines": (broken_lines, "docx", "new", "arabic", None),
    "special_book": (styled_book, "docx", "special", "arabic", ("basic",)),
    "special_prose": (all_prose, "docx", "special", "arabic", ("basic",)),
}
