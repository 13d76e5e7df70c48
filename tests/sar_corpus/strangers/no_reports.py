"""More files that speak of standards, levels or strengths and are no school's report on itself."""

import random
from collections.abc import Callable, Iterator

from tests.sar_corpus.paper import Book, Paper
from tests.sar_corpus.story import NEW, standard_sets
from tests.sar_corpus.truth import Truth

_NAMES = standard_sets()["basic_2561"]
_WORDS = NEW[1:]


def _standards(paper: Paper, says: str) -> None:
    for ref in "123":
        paper.p(f"มาตรฐานที่ {ref} {_NAMES[ref]} {says}")


def standards_manual(paper: Paper) -> None:
    paper.p("มาตรฐานการศึกษา ระดับปฐมวัย ระดับการศึกษาขั้นพื้นฐาน พ.ศ. 2561", "Title")
    paper.p("แนบท้ายประกาศกระทรวงศึกษาธิการ")
    for ref, name in _NAMES.items():
        paper.p(f"{ref} {name}" if "." in ref else f"มาตรฐานที่ {ref} {name}")
        paper.p("ระดับคุณภาพ")
        for word in _WORDS:
            paper.p(f"ระดับ{word}")
            paper.p(f"- สถานศึกษามีผลตามประเด็น {name} ในระดับ{word}")


def writing_guide(paper: Paper) -> None:
    paper.p("แนวปฏิบัติการดำเนินงานประกันคุณภาพการศึกษา", "Title")
    paper.p("ตัวอย่างรูปแบบรายงานการประเมินตนเองของสถานศึกษา")
    _standards(paper, "ระดับคุณภาพ ดีเลิศ (ตัวอย่าง)")
    paper.p("จุดเด่น")
    paper.p("ให้ระบุจุดเด่นของสถานศึกษาโดยย่อเป็นข้อ")


def blank_workbook_like(paper: Paper) -> None:
    paper.p("แบบรายงานการประเมินตนเองของสถานศึกษา", "Title")
    paper.table(
        [["มาตรฐาน", *_WORDS], *([f"มาตรฐานที่ {n} {_NAMES[n]}", "☐", "☐", "☐", "☐", "☐"] for n in "123")]
    )
    paper.table([["จุดเด่น", "จุดที่ควรพัฒนา"], ["1. (ระบุ)\n2. (ระบุ)", "-\n-"]])


def school_targets(paper: Paper) -> None:
    paper.p("ประกาศโรงเรียนบ้านดอนใบเงิน", "Title")
    paper.p("เรื่อง การกำหนดค่าเป้าหมายความสำเร็จของการพัฒนาตามมาตรฐานการศึกษา ปีการศึกษา 2568")
    _standards(paper, "ระดับยอดเยี่ยม")


def outside_assessment(paper: Paper) -> None:
    paper.p("สำนักงานรับรองมาตรฐานและประเมินคุณภาพการศึกษา (องค์การมหาชน)", "Title")
    paper.p("รายงานการประเมินคุณภาพภายนอกรอบสี่ โรงเรียนบ้านดอนใบเงิน")
    _standards(paper, "ผลการประเมิน ดีมาก")
    paper.p("จุดเด่น")
    paper.p("1. ครูจัดกิจกรรมหลากหลาย")


def budget_book(paper: Paper) -> None:
    paper.p("รายละเอียดงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. 2568", "Title")
    paper.table([["โครงการ", "สนองมาตรฐาน", "งบประมาณ"], ["ส่งเสริมการอ่าน", "มาตรฐานที่ 1", "25,000"]])
    paper.p("ปัญหาและอุปสรรค")
    paper.p("1. งบประมาณล่าช้า")


def action_plan(paper: Paper) -> None:
    paper.p("โรงเรียนบ้านดอนใบเงิน", "Title")
    paper.p("แผนปฏิบัติการประจำปีการศึกษา 2568")
    _standards(paper, "ค่าเป้าหมาย ระดับดีเลิศ")
    paper.table([["จุดแข็ง", "จุดอ่อน"], ["ครูสามัคคี", "อาคารเก่า"]])


def minutes(paper: Paper) -> None:
    paper.p("บันทึกการประชุมคณะกรรมการสถานศึกษา ครั้งที่ 3/2567", "Title")
    paper.p("วาระที่ 3 พิจารณาเห็นชอบรายงานการประเมินตนเองของสถานศึกษา")
    _standards(paper, "อยู่ในระดับดี")
    paper.p("ข้อเสนอแนะ")
    paper.p("1. ให้เพิ่มกิจกรรม")


def teacher_own(paper: Paper) -> None:
    paper.p("รายงานผลการประเมินตนเองรายบุคคล (Self Assessment Report : SAR)", "Title")
    paper.p("ชื่อ ครูผู้สอน ตำแหน่ง ครู วิทยฐานะ ชำนาญการ กลุ่มสาระการเรียนรู้ภาษาไทย")
    paper.p("ปีการศึกษา 2567")
    _standards(paper, "ระดับคุณภาพ ดีเลิศ")
    paper.p("จุดเด่น")
    paper.p("1. เตรียมการสอนทุกครั้ง")
    paper.p("จุดที่ควรพัฒนา")
    paper.p("1. การทำวิจัยในชั้นเรียน")


def area_synthesis(paper: Paper) -> None:
    paper.p("ผลการสังเคราะห์รายงานการประเมินตนเองของสถานศึกษาในสังกัด", "Title")
    paper.p("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีบูรพา เขต 1 ปีการศึกษา 2567 จำนวน 120 โรงเรียน")
    _standards(paper, "สถานศึกษาส่วนใหญ่อยู่ในระดับดีเลิศ")
    paper.p("จุดเด่น")
    paper.p("1. ผู้เรียนมีคุณธรรม (97 โรงเรียน)")


def questionnaire(paper: Paper) -> None:
    paper.p("แบบสอบถามความคิดเห็นต่อการจัดการศึกษา", "Title")
    _standards(paper, "☐ ดี ☐ ดีเลิศ")
    paper.p("ข้อเสนอแนะ")
    paper.p("ควรเพิ่มห้องน้ำ")


def curriculum(paper: Paper) -> None:
    paper.p("หลักสูตรสถานศึกษา ฉบับปรับปรุง พุทธศักราช 2567", "Title")
    paper.p("จุดเน้นและแนวทางการพัฒนา")
    paper.p("1. พัฒนาการอ่าน")
    paper.p("มาตรฐานที่ 1 เข้าใจและใช้ภาษา ระดับดี")


def visit_form(paper: Paper) -> None:
    paper.p("แบบบันทึกการนิเทศ ติดตาม สถานศึกษา", "Title")
    paper.table([["ประเด็นการนิเทศ", "ระดับ"], ["1. การจัดการเรียนรู้", "4"], ["2. การใช้สื่อ", "3"]])
    paper.p("จุดเด่น")
    paper.p("1. ห้องเรียนสะอาด")
    paper.p("จุดที่ควรพัฒนา")
    paper.p("1. การวัดผล")


def project(paper: Paper) -> None:
    paper.p("รายงานผลการดำเนินโครงการค่ายคุณธรรม", "Title")
    paper.p("สอดคล้องกับมาตรฐานการศึกษา มาตรฐานที่ 1 คุณภาพของผู้เรียน")
    paper.p("ผลการประเมิน อยู่ในระดับดีมาก")
    paper.p("จุดเด่น : นักเรียนตั้งใจ")


def garbage(paper: Paper) -> None:
    for _ in range(40):
        paper.p("ÁÒµÃ°Ò¹·Õè 1 ¤Ø³ÀÒ¾¢Í§¼ÙéàÃÕÂ¹ ÃÐ´Ñº¤Ø³ÀÒ¾ ´ÕàÅÔÈ")


def committee_order(paper: Paper) -> None:
    paper.p("คำสั่งโรงเรียนบ้านดอนใบเงิน", "Title")
    paper.p("เรื่อง แต่งตั้งคณะกรรมการประเมินคุณภาพภายใน")
    _standards(paper, "กรรมการ 3 คน")


DOCUMENTS: tuple[Callable[[Paper], None], ...] = (
    standards_manual, writing_guide, blank_workbook_like, school_targets, outside_assessment, budget_book,
    action_plan, minutes, teacher_own, area_synthesis, questionnaire, curriculum, visit_form, project,
    garbage, committee_order,
)  # fmt: skip


def no_reports() -> Iterator[Truth]:
    rng = random.Random(0)
    for write in DOCUMENTS:
        paper = Paper()
        write(paper)
        kind = write.__name__
        yield Truth(f"SAR {kind}.docx", kind, paper.docx(None, rng), negative=kind)
    book = Book()
    book.row("สรุป", "สรุปผล SAR รายโรงเรียน ปีการศึกษา 2567")
    book.row("สรุป", "ที่", "โรงเรียน", "มาตรฐานที่ 1", "มาตรฐานที่ 2", "มาตรฐานที่ 3")
    for n in range(1, 6):
        book.row("สรุป", n, f"บ้านตัวอย่าง {n}", "ดี", "ดีเลิศ", "ดี")
    yield Truth("SAR รวม.xlsx", "list_of_schools", book.xlsx(None, rng), negative="list_of_schools")
