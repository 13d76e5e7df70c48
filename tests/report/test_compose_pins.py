"""Pinned answers in the report's annex: as they were given, and marked where the data have changed."""

from lib.catalog.report_words import load_report_words
from lib.domain.documents import Heading, Paragraph, Table
from lib.domain.report_content import ListedSchool, PinnedAnswer
from lib.report.compose import compose_report
from tests.report.sample_content import make_content

PINNED = PinnedAnswer(
    "กลุ่ม ก เทียบกับกลุ่ม ข",
    "กลุ่ม ก ร้อยละ 40.00 จากผู้เข้าสอบ 50 คน",
    ("กลุ่ม", "ค่า", "จำนวน"),
    (("กลุ่ม ก", "ร้อยละ 40.00", "50 คน"), ("กลุ่ม ข", "ร้อยละ 45.00", "60 คน")),
    ("คะแนน.xlsx",),
    "ปักหมุดโดย ผู้ทดสอบ · ข้อมูลรุ่นที่ 7",
    "ข้อมูลเปลี่ยนไปแล้วหลังปักหมุด",
)
ANNEX = "ภาคผนวก ง คำตอบที่ปักหมุดไว้"


def test_a_pinned_answer_brings_sentence_table_sources_and_remark() -> None:
    blocks = compose_report(make_content(pinned=(PINNED,)), load_report_words()).blocks
    start = next(place for place, block in enumerate(blocks) if block == Heading(1, ANNEX))
    annex = blocks[start:]
    said = ["".join(run.text for run in block.runs) for block in annex if isinstance(block, Paragraph)]
    assert PINNED.sentence in said
    assert PINNED.remark in said
    assert "ที่มา: คะแนน.xlsx · ปักหมุดโดย ผู้ทดสอบ · ข้อมูลรุ่นที่ 7" in said
    (table,) = (block for block in annex if isinstance(block, Table))
    assert table.rows == PINNED.rows
    assert sum(column.width_cm for column in table.columns) <= 16.01


def test_without_pins_there_is_no_such_annex() -> None:
    blocks = compose_report(make_content(), load_report_words()).blocks
    assert Heading(1, ANNEX) not in blocks


def test_schools_are_listed_before_the_answers_without_any_result() -> None:
    schools = (
        ListedSchool("บ้านสมมติ", "กลุ่มโรงเรียนหนึ่ง", "ประถมศึกษา", 1204, "ใหญ่"),
        ListedSchool("บ้านตัวอย่าง", "", "", None, ""),
    )
    blocks = compose_report(make_content(pinned=(PINNED,), schools=schools), load_report_words()).blocks
    heads = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert heads[-2:] == ["ภาคผนวก ง รายชื่อสถานศึกษา", "ภาคผนวก จ คำตอบที่ปักหมุดไว้"]
    (table,) = (block for block in blocks if isinstance(block, Table) and block.key == "schools")
    assert table.rows == (
        ("1", "บ้านสมมติ", "หนึ่ง", "ประถมศึกษา", "1,204", "ใหญ่"),
        ("2", "บ้านตัวอย่าง", "–", "–", "–", "–"),
    )
    assert sum(column.width_cm for column in table.columns) <= 16.01
