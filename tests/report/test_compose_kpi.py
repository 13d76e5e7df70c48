from dataclasses import replace

from lib.catalog.report_words import load_report_words
from lib.domain.documents import BulletList, Heading, Paragraph, Table
from lib.report.compose import compose_report
from lib.report.compose_kpi import kpi_blocks
from tests.report.sample_content import make_content
from tests.report.sample_kpi import FIRST, make_kpi

WORDS = load_report_words()


def _texts(*forms: object) -> list[str]:
    blocks = kpi_blocks(make_content(kpi=forms), WORDS)
    said = [run.text for block in blocks if isinstance(block, Paragraph) for run in block.runs]
    return said + [
        run.text for block in blocks if isinstance(block, BulletList) for item in block.items for run in item
    ]


def _tables(*forms: object) -> list[Table]:
    return [block for block in kpi_blocks(make_content(kpi=forms), WORDS) if isinstance(block, Table)]


def test_a_claim_beside_the_computed_level_is_told_with_the_difference() -> None:
    told = next(text for text in _texts(make_kpi()) if text.startswith("สำนักงานระบุเอง"))
    assert told == (
        "สำนักงานระบุเองว่าได้ระดับ 3 สูงกว่าระดับที่คำนวณจากหลักฐาน (ระดับ 2) อยู่ 1 ระดับ "
        "เหตุผลที่ระบุไว้: ลงพื้นที่แล้วแต่ยังไม่มีรายงาน"
    )


def test_a_claim_that_agrees_is_no_difference() -> None:
    agreed = replace(FIRST, claimed=2, claimed_text="ระดับ 2")
    assert not any("ระบุเอง" in text for text in _texts(make_kpi(rounds=(agreed,))))


def test_a_claim_of_level_nought_is_still_a_claim() -> None:
    lower = replace(FIRST, claimed=0, claimed_text="ระดับ 0", claimed_reason="")
    assert "สำนักงานระบุเองว่าได้ระดับ 0 ต่ำกว่าระดับที่คำนวณจากหลักฐาน (ระดับ 2) อยู่ 2 ระดับ" in _texts(
        make_kpi(rounds=(lower,))
    )


def test_every_round_stands_with_cap_level_claim_and_weighted_score() -> None:
    rounds, _ = _tables(make_kpi())
    assert [row[3:] for row in rounds.rows] == [
        ("ระดับ 2", "ระดับ 2", "ระดับ 3", "0.0400"),
        ("ระดับ 4", "ระดับ 2", "–", "0.0400"),
    ]
    assert rounds.bold_rows == {0}
    assert rounds.figure_ids[0][4] == "kpi|ars46|2568|6|level"


def test_the_sum_and_what_is_missing_are_told() -> None:
    said = _texts(make_kpi())
    assert "วิธีคิดคะแนน คะแนน 2 × น้ำหนักร้อยละ 2.00 ÷ 100 = คะแนนถ่วงน้ำหนัก 0.04" in said
    assert "ข้อ 3 ยังไม่ได้กรอก หน้าที่" in said


def test_the_evidence_is_listed_with_its_number() -> None:
    _, evidence = _tables(make_kpi())
    assert [(row[3], row[4]) for row in evidence.rows] == [
        ("2", "1) คำสั่งที่ 1\n2) บันทึกแนบ"),
        ("1", "1) คู่มือ"),
        ("3", ""),
    ]


def test_each_form_in_use_has_its_part() -> None:
    forms = (make_kpi(), make_kpi(form_id="second", code="ตัวบ่งชี้ที่ 3"))
    blocks = kpi_blocks(make_content(kpi=forms), WORDS)
    headings = [block.text for block in blocks if isinstance(block, Heading) and block.level == 3]
    assert headings == ["ARS 46 (1)", "ตัวบ่งชี้ที่ 3"]
    compose_report(make_content(kpi=forms), WORDS)  # keys of tables are not shared


def test_the_level_in_the_sentence_is_bound_by_its_number_alone() -> None:
    first = next(block for block in kpi_blocks(make_content(), WORDS) if isinstance(block, Paragraph))
    bound = [(run.text, run.figure_id) for run in first.runs if run.figure_id]
    assert bound == [("2", "kpi|ars46|2568|6|level")]
    assert "".join(run.text for run in first.runs).startswith(
        "ตัวชี้วัดสมมติ ปีงบประมาณ พ.ศ. 2568 ได้ระดับ 2 จาก 5 ระดับ (รอบ 6 เดือน)"
    )


def test_without_a_form_one_sentence_says_so() -> None:
    assert _texts() == [WORDS.phrases["no_kpi"]]
