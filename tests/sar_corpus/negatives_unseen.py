"""Files that are no reports, kept back for the third look."""

import random
from collections.abc import Callable

from tests.sar_corpus.paper import Paper
from tests.sar_corpus.story import NEW, standard_sets


def project_report(paper: Paper, rng: random.Random) -> None:
    paper.p("สรุปรายงานผลการดำเนินงานโครงการส่งเสริมการอ่าน ปีการศึกษา 2566", "Title")
    paper.p("สนองมาตรฐานที่ 1 คุณภาพของผู้เรียน ประเด็นพิจารณาที่ 1.1")
    paper.p("ผลการประเมินความพึงพอใจอยู่ในระดับมากที่สุด")
    paper.p("จุดเด่น")
    paper.p("1. นักเรียนให้ความสนใจเข้าร่วมกิจกรรม")
    paper.p("ปัญหาและอุปสรรค")
    paper.p("1. ระยะเวลาไม่เพียงพอ")


def bare_criteria(paper: Paper, rng: random.Random) -> None:
    for ref in ("1", "2", "3"):
        paper.p(f"มาตรฐานที่ {ref} {standard_sets()['basic_2561'][ref]}", "Heading 1")
        paper.table(
            [
                ["ระดับคุณภาพ", "คำอธิบายระดับคุณภาพ"],
                *([word, f"สถานศึกษามีผลในระดับ{word}"] for word in NEW[1:]),
            ]
        )


def questionnaire(paper: Paper, rng: random.Random) -> None:
    paper.p("แบบสอบถามความพึงพอใจของผู้ปกครอง", "Title")
    paper.table([["รายการ", "5", "4", "3", "2", "1"], ["1. การดูแลความปลอดภัย", "/", "", "", "", ""]])
    paper.p("ข้อเสนอแนะ")
    paper.p("อยากให้มีรถรับส่งนักเรียน")


def teacher_appraisal(paper: Paper, rng: random.Random) -> None:
    paper.p("แบบประเมินผลการปฏิบัติงานของข้าราชการครู", "Title")
    paper.table(
        [["รายการประเมิน", "ระดับคุณภาพ"], ["1.1 การสร้างและพัฒนาหลักสูตร", "4"], ["1.2 การจัดการเรียนรู้", "5"]]
    )
    paper.p("จุดเด่น")
    paper.p("เตรียมการสอนดี")


def curriculum(paper: Paper, rng: random.Random) -> None:
    paper.p("หลักสูตรสถานศึกษา พุทธศักราช 2566", "Title")
    paper.p("มาตรฐานการเรียนรู้ มาตรฐานที่ 1 เข้าใจความหลากหลายของระบบนิเวศ")
    paper.p("มาตรฐานที่ 2 เข้าใจสมบัติของสาร ระดับดี")


UNSEEN: dict[str, Callable[[Paper, random.Random], None]] = {
    "project_report": project_report,
    "bare_criteria": bare_criteria,
    "questionnaire": questionnaire,
    "teacher_appraisal": teacher_appraisal,
    "curriculum": curriculum,
}
