"""Files that speak of standards, levels or strengths and are no report of a school."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.sar_corpus import layouts_text
from tests.sar_corpus.defects import GARBAGE
from tests.sar_corpus.negatives_unseen import UNSEEN
from tests.sar_corpus.paper import Book, Digits, Paper
from tests.sar_corpus.story import NEW, make_story, standard_sets
from tests.sar_corpus.truth import BASIC, EARLY, Truth
from tests.sar_corpus.writer import Writer

_WORDS = NEW[1:]


def criteria_manual(paper: Paper, rng: random.Random) -> None:
    paper.p(
        rng.choice(
            (
                "คู่มือการประเมินคุณภาพตามมาตรฐานการศึกษา ระดับการศึกษาขั้นพื้นฐาน",
                "แนวทางการประเมินคุณภาพตามมาตรฐานการศึกษา เพื่อการประกันคุณภาพภายในของสถานศึกษา",
                "แนวทางการเขียนรายงานการประเมินตนเองของสถานศึกษา (SAR)",
            )
        ),
        "Title",
    )
    paper.p("สำหรับสถานศึกษาใช้ประกอบการจัดทำรายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา 2566")
    for ref, name in standard_sets()["basic_2561"].items():
        if "." in ref:
            paper.p(f"ประเด็นพิจารณาที่ {ref} {name}")
            paper.table(
                [
                    ["ระดับคุณภาพ", "ประเด็นพิจารณา"],
                    *([word, f"{name} ในระดับ{word} ตามที่สถานศึกษากำหนด"] for word in _WORDS),
                ]
            )
        else:
            paper.turn()
            paper.p(f"มาตรฐานที่ {ref} {name}", "Heading 1")
            paper.p(f"ระดับคุณภาพ {_WORDS[4]} หมายถึง ผู้เรียนมีผลตามเป้าหมายและเป็นแบบอย่างได้")
    paper.p("จุดเด่น", "Heading 2")
    paper.p("ให้สถานศึกษาเขียนจุดเด่นที่เกิดจากการดำเนินงานในรอบปี โดยสรุปเป็นข้อ ๆ ให้กระชับ")
    paper.p("จุดที่ควรพัฒนา", "Heading 2")
    paper.p("ให้ระบุประเด็นที่ยังไม่บรรลุเป้าหมายและมีหลักฐานสนับสนุน")


def empty_form(paper: Paper, rng: random.Random) -> None:
    paper.p("รายงานการประเมินตนเองของสถานศึกษา", "Title")
    paper.p("ปีการศึกษา ............")
    paper.p("โรงเรียน ............................................ รหัสสถานศึกษา ....................")
    for ref, name in standard_sets()["basic_2561"].items():
        if "." not in ref:
            paper.p(f"มาตรฐานที่ {ref} {name}", "Heading 2")
            paper.p(
                rng.choice(
                    (
                        "ระดับคุณภาพ ..............................",
                        "ระดับคุณภาพ  ☐ กำลังพัฒนา  ☐ ปานกลาง  ☐ ดี  ☐ ดีเลิศ  ☐ ยอดเยี่ยม",
                        "1. ระดับคุณภาพ (กำลังพัฒนา / ปานกลาง / ดี / ดีเลิศ / ยอดเยี่ยม)",
                    )
                )
            )
            paper.p("2. วิธีการพัฒนา ข้อมูล หลักฐาน เอกสารเชิงประจักษ์ที่สนับสนุน")
            paper.p("...................................................................................")
    for head in ("จุดเด่น", "จุดที่ควรพัฒนา", "แนวทางการพัฒนาในอนาคต", "ข้อเสนอแนะ"):
        paper.p(head, "Heading 2")
        paper.p("1. ...............................................................")
        paper.p("2. ...............................................................")
    paper.table(
        [["จุดเด่น", "จุดที่ควรพัฒนา"], ["1. ............\n2. ............", "1. ............\n2. ............"]]
    )


def minutes(paper: Paper, rng: random.Random) -> None:
    paper.p("รายงานการประชุมคณะกรรมการติดตาม ตรวจสอบ ประเมินผลและนิเทศการศึกษา ครั้งที่ 2/2566", "Title")
    paper.p("ผู้มาประชุม")
    paper.p("ระเบียบวาระที่ 4 เรื่องเสนอเพื่อพิจารณา", "Heading 2")
    paper.p("ฝ่ายเลขานุการรายงานผลการสังเคราะห์รายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา 2566")
    paper.p("มาตรฐานที่ 1 คุณภาพของผู้เรียน โรงเรียนส่วนใหญ่อยู่ในระดับดีเลิศ")
    paper.p("จุดเด่น", "Heading 3")
    paper.p("1) ผู้เรียนมีคุณธรรมจริยธรรม")
    paper.p("จุดที่ควรพัฒนา", "Heading 3")
    paper.p("1) ผลการทดสอบระดับชาติยังต่ำ")
    paper.p("มติที่ประชุม รับทราบ")


def action_plan(paper: Paper, rng: random.Random) -> None:
    paper.p("แผนปฏิบัติการประจำปีการศึกษา 2567", "Title")
    paper.p("โรงเรียนบ้านโคกเมฆขาว มิตรภาพที่ 999")
    paper.p("การวิเคราะห์สภาพแวดล้อม (SWOT)", "Heading 2")
    paper.table([["จุดแข็ง", "จุดอ่อน"], ["ครูมีความมุ่งมั่น", "งบประมาณไม่เพียงพอ"]])
    paper.p("โครงการยกระดับผลสัมฤทธิ์ สนองมาตรฐานที่ 1 คุณภาพของผู้เรียน", "Heading 2")
    paper.p("ค่าเป้าหมาย ระดับดีเลิศ")
    paper.table([["มาตรฐาน", "ค่าเป้าหมาย"], ["มาตรฐานที่ 1 คุณภาพของผู้เรียน", "ยอดเยี่ยม"]])
    paper.p("ข้อเสนอแนะ", "Heading 2")
    paper.p("ควรดำเนินโครงการต่อเนื่อง")


def development_plan(paper: Paper, rng: random.Random) -> None:
    paper.p("แผนพัฒนาคุณภาพการศึกษา พ.ศ. 2566 - 2570", "Title")
    paper.p("โรงเรียนบ้านดอนใบเงิน")
    paper.p("ผลการประเมินมาตรฐานการศึกษาปีที่ผ่านมา มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ อยู่ในระดับดีเลิศ")
    paper.p("จุดที่ควรพัฒนา", "Heading 2")
    paper.p("- ระบบสารสนเทศยังไม่เป็นปัจจุบัน")


def letter(paper: Paper, rng: random.Random) -> None:
    paper.p("ที่ ศธ 04999/ว 123")
    paper.p("เรื่อง การจัดส่งรายงานการประเมินตนเองของสถานศึกษา (SAR) ปีการศึกษา 2567")
    paper.p("เรียน ผู้อำนวยการโรงเรียนในสังกัดทุกโรงเรียน")
    paper.p("ให้สถานศึกษาสรุประดับคุณภาพ มาตรฐานที่ 1 ถึงมาตรฐานที่ 3 พร้อมจุดเด่น จุดที่ควรพัฒนา ส่งภายในวันที่ 30 เมษายน 2568")
    paper.p("จึงเรียนมาเพื่อทราบและดำเนินการ")


def kpi_form(paper: Paper, rng: random.Random) -> None:
    paper.p("แบบรายงานผลการปฏิบัติราชการตามคำรับรองการปฏิบัติราชการ", "Title")
    paper.p("ตัวชี้วัดที่ 46 ระดับความสำเร็จของการพัฒนาระบบติดตาม ตรวจสอบ ประเมินผลและนิเทศการศึกษา")
    paper.table(
        [
            ["ระดับ", "เกณฑ์การให้คะแนน", "ผลการดำเนินงาน"],
            ["1", "กำหนดขอบเขตข้อมูล", "มี"],
            ["2", "รวบรวมและวิเคราะห์", "มี"],
        ]
    )
    paper.p("ระดับคุณภาพ 2")
    paper.p("ข้อเสนอแนะ")
    paper.p("ควรรวบรวมหลักฐานให้ครบก่อนสิ้นปีงบประมาณ")


def order(paper: Paper, rng: random.Random) -> None:
    paper.p("คำสั่งโรงเรียนบ้านดอนใบเงิน ที่ 12/2567", "Title")
    paper.p("เรื่อง แต่งตั้งคณะกรรมการจัดทำรายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา 2567")
    paper.p("มาตรฐานที่ 1 คุณภาพของผู้เรียน มีหน้าที่ รวบรวมข้อมูลและเขียนรายงาน ระดับคุณภาพ จุดเด่น จุดที่ควรพัฒนา")


def announced_targets(paper: Paper, rng: random.Random) -> None:
    paper.p("ประกาศโรงเรียนบ้านดอนใบเงิน", "Title")
    paper.p("เรื่อง การกำหนดค่าเป้าหมายตามมาตรฐานการศึกษาของสถานศึกษา ปีการศึกษา 2567")
    paper.table(
        [
            ["มาตรฐาน/ประเด็นพิจารณา", "ค่าเป้าหมาย"],
            *([f"มาตรฐานที่ {n} {standard_sets()['basic_2561'][n]}", "ระดับดีเลิศ"] for n in "123"),
        ]
    )


def external_report(paper: Paper, rng: random.Random) -> None:
    paper.p("รายงานการประเมินคุณภาพภายนอก : ผลการประเมิน SAR", "Title")
    paper.p("โรงเรียนบ้านดอนใบเงิน")
    paper.p("มาตรฐานที่ 1 คุณภาพของผู้เรียน ผลการประเมิน ดีมาก")
    paper.p("จุดเด่น", "Heading 2")
    paper.p("สถานศึกษาระบุเป้าหมายคุณภาพผู้เรียนชัดเจน")
    paper.p("ข้อเสนอแนะ", "Heading 2")
    paper.p("สถานศึกษาควรระบุข้อมูลย้อนหลังสามปี")


def area_synthesis(paper: Paper, rng: random.Random) -> None:
    paper.p("รายงานการสังเคราะห์ผลการประเมินตนเองของสถานศึกษา ปีการศึกษา 2566", "Title")
    paper.p("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีบูรพา เขต 1")
    paper.table(
        [
            ["มาตรฐาน", *_WORDS],
            *(
                [f"มาตรฐานที่ {n} {standard_sets()['basic_2561'][n]}", "0", "3", "20", "70", "27"]
                for n in "123"
            ),
        ]
    )
    paper.p("จุดเด่นที่พบมาก", "Heading 2")
    paper.p("1) ผู้เรียนมีคุณธรรมจริยธรรม (85 โรงเรียน)")


_DOCUMENTS: dict[str, Callable[[Paper, random.Random], None]] = {
    "criteria_manual": criteria_manual,
    "empty_form": empty_form,
    "minutes": minutes,
    "action_plan": action_plan,
    "development_plan": development_plan,
    "letter": letter,
    "kpi_form": kpi_form,
    "order": order,
    "announced_targets": announced_targets,
    "external_report": external_report,
    "area_synthesis": area_synthesis,
}
_MANY = ("criteria_manual", "empty_form")


def _sheets() -> dict[str, Book]:
    form, exam = Book(), Book()
    form.row("แบบรายงาน", "รายงานการประเมินตนเองของสถานศึกษา")
    form.row("แบบรายงาน", "โรงเรียน", None, "ปีการศึกษา", None)
    form.row("แบบรายงาน", "มาตรฐาน", "ระดับคุณภาพ")
    for ref, name in standard_sets()["basic_2561"].items():
        form.row("แบบรายงาน", f"{ref} {name}", None)
    for head in ("จุดเด่น", "จุดที่ควรพัฒนา", "ข้อเสนอแนะ"):
        form.row("แบบรายงาน", head)
        form.row("แบบรายงาน", "1. ")
    exam.row("O-NET", "ผลการทดสอบ O-NET ปีการศึกษา 2566")
    exam.row("O-NET", "โรงเรียน", "ภาษาไทย", "คณิตศาสตร์", "ระดับคุณภาพ")
    exam.row("O-NET", "บ้านดอนใบเงิน", 51.2, 30.4, "ดี")
    return {"empty_form_xlsx": form, "exam_xlsx": exam}


def make_negatives(seed: str, *, look: int) -> Iterator[Truth]:
    """Other documents, garbage text, and pairs of one report under two names."""
    rng = random.Random(f"{seed}-none")
    for kind, write in {**_DOCUMENTS, **(UNSEEN if look > 1 else {})}.items():
        for turn in range(3 if kind in _MANY else 1):
            paper = Paper()
            write(paper, rng)
            content = paper.docx(None, rng)
            yield Truth(f"SAR โรงเรียน {kind} {turn}.docx", kind, content, negative=kind)
    for kind, book in _sheets().items():
        yield Truth(f"SAR {kind}.xlsx", kind, book.xlsx(None, rng), negative=kind)
    for place, (kind, broken) in enumerate(GARBAGE.items()):
        story = make_story(seed, 600 + place, edus=(EARLY, BASIC), sets="new", look=look)
        writer = Writer(story, Paper(), Truth("", ""), Digits("arabic", rng))
        layouts_text.guide_book(writer)
        yield Truth(f"SAR {kind}.docx", kind, writer.paper.docx(broken, rng), negative=kind)


def make_twins(reports: list[Truth]) -> list[Truth]:
    """The very same content under a second name."""
    return [replace(report, name=f"สำเนา {report.name}", same_as=report.name) for report in reports]
