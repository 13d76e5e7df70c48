"""The third stranger's books that run in headings and prose, as the ministry's guide lays them out."""

from tests.sar_corpus.story import Part
from tests.sar_corpus.strangers import around
from tests.sar_corpus.strangers.desk import KINDS, Desk, Form
from tests.sar_corpus.strangers.sheet import BOX_OFF, BOX_ON


def development(d: Desk, at: str = "1) วิธีการพัฒนา") -> None:
    """What a school did in the year: no finding of its own."""
    d.p(at)
    d.p(
        f"โรงเรียน{d.story.name}จัดกระบวนการเรียนรู้ที่หลากหลาย มีโครงการและกิจกรรมส่งเสริม เช่น กิจกรรมห้องสมุดมีชีวิต "
        "กิจกรรมเสียงตามสาย และการนิเทศชั้นเรียนภาคเรียนละ 2 ครั้ง ตามแผนปฏิบัติการประจำปี"
    )
    d.p("2) ข้อมูล หลักฐาน เอกสารเชิงประจักษ์ที่สนับสนุนผลการประเมินตนเอง")
    d.p("- แผนปฏิบัติการประจำปี\n- รายงานผลการดำเนินโครงการ\n- บันทึกการประชุม\n- ภาพถ่ายกิจกรรม")
    d.p("3) ผลที่เกิดจากการพัฒนา")
    d.p("จากการดำเนินงานส่งผลให้ผู้เกี่ยวข้องมีความพึงพอใจในระดับมากที่สุด ร้อยละ 92.40 และได้รับรางวัลเหรียญทอง 2 รายการ")


def lists(d: Desk, part: Part, kinds: tuple[str, ...] = KINDS, *, level: int = 3) -> None:
    for kind in kinds:
        d.h(d.w(kind), level)
        d.p(d.lines(part, kind))


def guide_book(d: Desk) -> None:
    """The ministry's order of every standard: level, method, evidence, result, strength, area, plan."""
    d.cover()
    around.foreword(d)
    around.contents(d)
    around.basics(d)
    d.h("ส่วนที่ 2 ผลการประเมินตนเองของสถานศึกษา", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        d.p(f"ผลการประเมินคุณภาพ{d.edu(part)} ภาพรวม ระดับคุณภาพ {d.word(part, '')}")
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            d.h(d.standard(part, ref), 3)
            d.p(f"ระดับคุณภาพ  {d.word(part, ref)}")
            development(d)
            for n, kind in enumerate(KINDS[:3], 4):
                d.p(f"{n}) {d.w(kind)}")
                d.p(d.lines(part, kind, "   - ", shared[kind][ref]))
        d.turn()
    d.h("ส่วนที่ 3 ความต้องการช่วยเหลือ", 1)
    for part in d.parts:
        d.p(f"ระดับ{d.plain_edu(part)}")
        d.p(d.lines(part, "suggestion"))


def executive_prose(d: Desk) -> None:
    """Levels told inside the executive summary's sentences; the body has no levels."""
    d.cover()
    d.h("บทสรุปผู้บริหาร", 1)
    d.p(
        f"โรงเรียน{d.story.name} จัดการเรียนการสอนตามหลักสูตรแกนกลาง มีนักเรียนจำนวน 118 คน "
        f"ครูและบุคลากร 11 คน ได้ดำเนินการประเมินตนเองในปีการศึกษา {d.story.year_be} ผลการประเมินสรุปได้ดังนี้"
    )
    for part in d.parts:
        d.bold(d.edu(part))
        told = " ".join(
            f"มาตรฐานที่ {ref} {part.name(ref)} มีคุณภาพอยู่ในระดับ{d.word(part, ref)}" for ref in part.standards
        )
        d.p(
            f"{told} สรุปผลการประเมินในภาพรวมของ{d.plain_edu(part)} มีคุณภาพอยู่ในระดับ{d.word(part, '')} "
            "ทั้งนี้ เป็นผลจากความร่วมมือของทุกฝ่าย"
        )
        for kind in KINDS:
            d.bold(d.w(kind))
            d.p(d.lines(part, kind, "{n}. "))
    d.turn()
    d.h("ส่วนที่ 2 การดำเนินงาน", 1)
    development(d)
    around.awards(d)
    around.approval(d)


def next_level_plans(d: Desk) -> None:
    """The guide's questions: which level, what supports it, which action plan lifts it by one level."""
    d.cover()
    around.contents(d)
    for part in d.parts:
        d.h(d.edu(part), 1)
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            d.bold(d.standard(part, ref))
            d.p("1. ระดับคุณภาพ")
            d.p(f"    {part.words[d.level(part, ref)]}")
            d.p("2. ข้อมูล หลักฐาน เอกสารเชิงประจักษ์ที่สนับสนุนผลการประเมินตนเอง")
            d.p("    2.1 รายงานการประเมินโครงการ\n    2.2 แบบบันทึกการนิเทศ\n    2.3 แฟ้มสะสมผลงาน")
            if shared["strength"][ref]:
                d.p("3. จุดเด่น")
                d.p(d.lines(part, "strength", "    3.{n} ", shared["strength"][ref]))
            if shared["improvement_area"][ref]:
                d.p("4. จุดที่ควรพัฒนา")
                d.p(d.lines(part, "improvement_area", "    4.{n} ", shared["improvement_area"][ref]))
            if shared["plan"][ref]:
                d.p("5. แนวทางการพัฒนาเพื่อให้ได้มาตรฐานที่สูงขึ้นกว่าเดิม 1 ระดับ")
                d.p(d.lines(part, "plan", "    แผนปฏิบัติงานที่ {n} ", shared["plan"][ref]))
        d.p(f"ผลการประเมินภาพรวม{d.plain_edu(part)} อยู่ในระดับ {d.word(part, '')}")
        if part.said["suggestion"]:
            d.p(d.w("suggestion"))
            d.p(d.lines(part, "suggestion"))
        d.turn()
    around.targets(d)


def item_by_item(d: Desk) -> None:
    """Every item is a heading with its level beneath; the standard is closed with its own."""
    d.cover()
    around.definitions(d)
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            d.h(d.standard(part, ref), 2)
            for item in part.items_of(ref):
                d.h(f"{item} {part.name(item)}", 3)
                d.p(d.rated(part, item))
                d.p("ผลการดำเนินงาน โรงเรียนได้จัดกิจกรรมตามแผนครบถ้วน ผู้เรียนร้อยละ 85 ผ่านเกณฑ์")
            d.bold(f"สรุปผลการประเมินมาตรฐานที่ {ref}")
            d.p(f"ระดับคุณภาพ {d.word(part, ref)}")
        d.bold("สรุปผลการประเมินคุณภาพการศึกษาโดยรวม")
        d.p(f"{d.edu(part)} อยู่ในระดับ {d.word(part, '')}")
        lists(d, part)
        d.turn()


def boxes_to_tick(d: Desk) -> None:
    """A row of boxes under every standard, one ticked."""
    d.cover()
    on, off = d.rng.choice(((BOX_ON, BOX_OFF), ("☑", "☐"), ("(✓)", "(  )"), ("[/]", "[ ]")))
    d.h("ตอนที่ 2 ผลการประเมินตามมาตรฐานการศึกษา", 1)

    def row(part: Part, ref: str) -> str:
        own = d.level(part, ref)
        return "   ".join(f"{on if n == own else off} {part.words[n]}" for n in range(1, 6))

    for part in d.parts:
        d.h(d.edu(part), 2)
        for ref in part.standards:
            d.bold(d.standard(part, ref))
            d.p(row(part, ref))
            development(d, "วิธีการพัฒนา")
        d.bold("สรุปผลการประเมินภาพรวม")
        d.p(row(part, ""))
    d.turn()
    d.h("ตอนที่ 3 สรุปจุดเด่น จุดที่ควรพัฒนา และแนวทางการพัฒนา", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        lists(d, part)


def findings_in_sentences(d: Desk) -> None:
    """Findings numbered within one paragraph behind their heading."""
    d.cover()
    around.basics(d)
    d.h("ส่วนที่ 2 ผลการประเมิน", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        for ref in part.standards:
            d.p(f"{d.standard(part, ref)} ผลการประเมินอยู่ในระดับ {d.word(part, ref)}")
        d.p(f"สรุปภาพรวม สถานศึกษามีคุณภาพระดับ {d.word(part, '')}")
        for kind in KINDS:
            if part.said[kind]:
                d.p(f"{d.w(kind)} ได้แก่ {d.run_on(part, kind)}")
    around.approval(d)


def strengths_by_standard(d: Desk) -> None:
    """Part three: under each kind the standards follow one after another with their own sentences."""
    d.cover()
    d.h("บทที่ 3 ผลการประเมินคุณภาพภายใน", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        d.sheet.table(
            [
                ["มาตรฐานการศึกษา", "ระดับคุณภาพ"],
                *([d.digits(d.standard(part, ref)), d.word(part, ref)] for ref in part.standards),
                ["สรุปผลการประเมิน", d.word(part, "")],
            ]
        )
    d.turn()
    d.h("บทที่ 4 สรุปผล แนวทางการพัฒนา และความต้องการช่วยเหลือ", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        for kind in KINDS[:3]:
            d.h(d.w(kind), 3)
            for ref, said in d.shared(part, kind).items():
                d.p(f"มาตรฐานที่ {ref} {part.name(ref)}")
                d.p(d.lines(part, kind, "- ", said))
        d.h(d.w("suggestion"), 3)
        d.p(d.lines(part, "suggestion", "- "))


TEXTS: dict[str, Form] = {
    "c_guide_book": (guide_book, "docx", "new", "arabic", None),
    "c_guide_printed": (guide_book, "pdf", "new", "thai", None),
    "c_exec_prose": (executive_prose, "docx", "new", "thai", None),
    "c_exec_printed": (executive_prose, "pdf", "new", "arabic", None),
    "c_next_level": (next_level_plans, "docx", "new", "thai", None),
    "c_item_by_item": (item_by_item, "docx", "new", "arabic", None),
    "c_items_printed": (item_by_item, "pdf", "new", "thai", None),
    "c_boxes": (boxes_to_tick, "docx", "new", "arabic", None),
    "c_sentences": (findings_in_sentences, "docx", "new", "arabic", None),
    "c_by_standard": (strengths_by_standard, "docx", "special", "thai", ("basic",)),
}
