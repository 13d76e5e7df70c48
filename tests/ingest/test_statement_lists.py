import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.assessments import StatementKind
from lib.ingest.report_headings import (
    level_heading,
)
from lib.ingest.statement_headings import statement_heading
from lib.ingest.statement_lists import split_statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("1) ครูครบชั้น 2) ครูใช้สื่อ 3) ครูรักเด็ก", ("ครูครบชั้น", "ครูใช้สื่อ", "ครูรักเด็ก")),
        ("๑. อาคารเก่า ๒. น้ำไม่พอ", ("อาคารเก่า", "น้ำไม่พอ")),
        ("- อ่านคล่อง\n- เขียนได้", ("อ่านคล่อง", "เขียนได้")),
        ("• ก้าวหน้า • มั่นคง", ("ก้าวหน้า", "มั่นคง")),
        ("เพิ่มขึ้นร้อยละ 1.5 จาก 2 ปีก่อน", ("เพิ่มขึ้นร้อยละ 1.5 จาก 2 ปีก่อน",)),
        ("- ไม่มี", ()),
        ("ไม่มี", ()),
        ("-", ()),
        ("1. ..............................", ()),
    ],
)
def test_a_list_becomes_its_statements(text: str, statements: tuple[str, ...]) -> None:
    assert split_statements(text) == statements


@given(st.lists(st.sampled_from(["ครูครบชั้น", "เด็กมีวินัย", "อาคารเก่า", "อ่านคล่อง"]), min_size=1, max_size=9))
def test_a_numbered_list_on_one_line_gives_back_its_statements(statements: list[str]) -> None:
    line = " ".join(f"{number}) {text}" for number, text in enumerate(statements, start=1))
    assert list(split_statements(line)) == statements


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("จุดเด่น", StatementKind.STRENGTH),
        ("3.1 จุดแข็ง (Strengths)", StatementKind.STRENGTH),
        ("Best Practice", StatementKind.STRENGTH),
        ("จุดควรพัฒนาของสถานศึกษา", StatementKind.IMPROVEMENT_AREA),
        ("โอกาสในการพัฒนา :", StatementKind.IMPROVEMENT_AREA),
        ("๓. แผน/แนวทางการพัฒนาคุณภาพเพื่อยกระดับให้สูงขึ้น", StatementKind.PLAN),
        ("แนวทางการพัฒนาในอนาคต", StatementKind.PLAN),
        ("ความต้องการและการช่วยเหลือ", StatementKind.SUGGESTION),
        ("จุดเด่นของมาตรฐานที่ 1 คุณภาพของเด็ก", StatementKind.STRENGTH),
    ],
)
def test_a_heading_is_known_in_its_variants(text: str, kind: StatementKind) -> None:
    heading = statement_heading(text)
    assert heading is not None
    assert heading.kind is kind


@pytest.mark.parametrize("text", ["นักเรียนมีจุดเด่นหลายด้าน", "ครูร่วมกันหาจุดที่ควรพัฒนา", "โครงการตามแผนพัฒนา"])
def test_a_sentence_that_uses_the_word_is_no_heading(text: str) -> None:
    assert statement_heading(text) is None


def test_a_heading_of_two_kinds_begins_no_list() -> None:
    heading = statement_heading("จุดเด่นและจุดที่ควรพัฒนา")
    assert heading is not None
    assert heading.kind is None


@pytest.mark.parametrize(
    "text",
    ["สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", "ครูระดับปฐมวัยได้รับการอบรม", "หลักสูตรการศึกษาปฐมวัย พุทธศักราช 2560"],
)
def test_an_office_a_curriculum_or_a_sentence_introduces_no_level_of_education(text: str) -> None:
    assert level_heading(text) is None
