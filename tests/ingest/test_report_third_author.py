import io

import docx
import pytest

from lib.domain.assessments import SelfAssessment
from lib.ingest.report_reader import read_report_file
from lib.ingest.statement_headings import part_of_statements, statement_heading
from lib.ingest.statement_lists import split_statements

Rows = list[list[str]]


def _no_school(_code: str, _name: str) -> str | None:
    return None


def _read(*blocks: str | Rows) -> SelfAssessment:
    document = docx.Document()
    document.add_paragraph("รายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา 2566")
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for at, row in enumerate(block):
            for to, text in enumerate(row):
                table.cell(at, to).text = text
    stream = io.BytesIO()
    document.save(stream)
    return read_report_file(stream.getvalue(), "รายงาน.docx", _no_school)[1]


def _levels(read: SelfAssessment) -> dict[tuple[str, str], int | None]:
    return {(r.standard, r.item): r.level for r in (*read.ratings, *read.overall)}


@pytest.mark.parametrize(
    "closing", ["สรุป", "รวม", "สรุปผล", "เฉลี่ย"], ids=["sum up", "sum", "sum up result", "mean"]
)
def test_a_closing_row_beneath_several_standards_is_the_whole(closing: str) -> None:
    table = [
        ["มาตรฐาน", "ระดับคุณภาพ"],
        ["มาตรฐานที่ 1 คุณภาพของผู้เรียน", "ดี"],
        ["มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ", "ดีเลิศ"],
        ["มาตรฐานที่ 3 กระบวนการจัดการเรียนการสอนที่เน้นผู้เรียนเป็นสำคัญ", "ยอดเยี่ยม"],
        [closing, "ดีเลิศ"],
    ]
    assert _levels(_read(table)) == {("1", ""): 3, ("2", ""): 4, ("3", ""): 5, ("", ""): 4}


def test_a_closing_row_beneath_the_items_of_one_standard_is_that_standard() -> None:
    table = [
        ["ประเด็นพิจารณา", "ระดับคุณภาพ"],
        ["1.1 ผลสัมฤทธิ์ทางวิชาการของผู้เรียน", "ดี"],
        ["1.2 คุณลักษณะที่พึงประสงค์ของผู้เรียน", "ยอดเยี่ยม"],
        ["สรุปมาตรฐาน", "ดีเลิศ"],
    ]
    read = _read("มาตรฐานที่ 1 คุณภาพของผู้เรียน", table)
    assert _levels(read) == {("1", "1.1"): 3, ("1", "1.2"): 5, ("1", ""): 4}


def test_a_label_beside_a_level_is_a_field_and_no_header() -> None:
    table = [
        ["มาตรฐาน", "มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ"],
        ["ผลการประเมิน", "ระดับคุณภาพ ดีเลิศ"],
        ["จุดเด่น", "มีระบบนิเทศที่ต่อเนื่อง"],
    ]
    read = _read(table)
    assert _levels(read) == {("2", ""): 4}
    assert [s.text for s in read.statements] == ["มีระบบนิเทศที่ต่อเนื่อง"]


@pytest.mark.parametrize(
    "answer", ["☐ กำลังพัฒนา ☐ ปานกลาง ☐ ดี ☑ ดีเลิศ ☐ ยอดเยี่ยม", "ระดับขั้นพื้นฐาน อยู่ในระดับ ดีเลิศ", "ดีเลิศ"]
)
def test_the_line_beneath_the_label_of_the_whole_is_no_level_of_the_last_standard(answer: str) -> None:
    read = _read(
        "ระดับการศึกษาขั้นพื้นฐาน",
        "มาตรฐานที่ 3 กระบวนการจัดการเรียนการสอนที่เน้นผู้เรียนเป็นสำคัญ",
        "ระดับคุณภาพ ดี",
        "สรุปผลการประเมินภาพรวม",
        answer,
    )
    assert _levels(read) == {("3", ""): 3, ("", ""): 4}


def test_a_level_of_education_rated_beneath_a_standard_is_the_standards_level() -> None:
    read = _read(
        "มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ",
        "ระดับปฐมวัย มีคุณภาพอยู่ในระดับ ดี",
        "ระดับขั้นพื้นฐาน มีคุณภาพอยู่ในระดับ ยอดเยี่ยม",
    )
    found = {(str(r.level_of_education), r.standard, r.level) for r in read.ratings}
    assert found == {("early_childhood", "2", 3), ("basic", "2", 5)}


def test_a_part_named_by_a_kind_begins_its_list() -> None:
    read = _read(
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน ระดับคุณภาพ ดี", "ส่วนที่ 3 ความต้องการช่วยเหลือ", "1 ขออัตรากำลังครูเพิ่มหนึ่งอัตรา"
    )
    assert [(str(s.kind), s.text) for s in read.statements] == [("suggestion", "ขออัตรากำลังครูเพิ่มหนึ่งอัตรา")]


@pytest.mark.parametrize(
    "text", ["ส่วนที่ 3 สรุปผลและแนวทางการพัฒนา", "ส่วนที่ 2 ผลการประเมินตนเอง", "ภาคผนวก", "จุดเด่น"]
)
def test_other_parts_are_no_list(text: str) -> None:
    assert part_of_statements(text) is None


def test_action_plans_numbered_by_their_own_word_are_a_list() -> None:
    read = _read(
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
        "ระดับคุณภาพ ดี",
        "แนวทางการพัฒนาเพื่อให้ได้มาตรฐานที่สูงขึ้นกว่าเดิม 1 ระดับ",
        "แผนปฏิบัติงานที่ 1 จัดค่ายวิชาการทุกภาคเรียน",
        "แผนปฏิบัติงานที่ 2 จัดคลินิกภาษา",
    )
    assert [s.text for s in read.statements] == ["จัดค่ายวิชาการทุกภาคเรียน", "จัดคลินิกภาษา"]


@pytest.mark.parametrize("heading", ["จุดเด่น/ความสำเร็จ", "จุดแข็ง/สิ่งที่น่าชื่นใจ"])
def test_a_second_name_behind_a_slash_keeps_the_heading(heading: str) -> None:
    found = statement_heading(heading)
    assert found is not None
    assert str(found.kind) == "strength"


def test_a_second_name_that_may_be_another_kind_makes_no_single_heading() -> None:
    found = statement_heading("จุดเด่น/จุดที่ยังต้องเร่งพัฒนากันอีก")
    assert found is None or found.kind is None


def test_a_sentence_that_goes_through_the_kinds_is_no_heading() -> None:
    assert statement_heading("จุดเด่น จุดที่ควรพัฒนา และแนวทางการพัฒนาในอนาคต เพื่อเสนอต่อต้นสังกัด") is None


@pytest.mark.parametrize(
    "text", ["เขียนไม่คล่องในชั้น ป.2 - ป.3", "ลดลงในปี 2565 - 2566", "ชั้นอนุบาล 2 – อนุบาล 3 ยังขาดมุมเล่น"]
)
def test_a_range_of_classes_or_years_parts_no_statement(text: str) -> None:
    assert split_statements(f"- {text}") == (text,)


def test_a_dash_behind_a_number_still_parts_statements() -> None:
    assert split_statements("- ครูครบทั้ง 8 คน - ชุมชนร่วมมือดี") == ("ครูครบทั้ง 8 คน", "ชุมชนร่วมมือดี")


def test_a_plain_text_file_is_told_and_gives_no_finding() -> None:
    content = "สวัสดี รายงาน\n\nรายงานการประเมินตนเองของสถานศึกษา\n".encode()
    read = read_report_file(content, "รายงาน.txt", _no_school)[1]
    assert (read.ratings, read.statements) == ((), ())


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("จุดเด่นของโรงเรียนคืออะไร", "strength"),
        ("4. จุดที่ควรพัฒนามีอะไรบ้าง", "improvement_area"),
        ("โรงเรียนมีแผนจะพัฒนาให้ได้ระดับคุณภาพที่สูงขึ้นอย่างไร", "plan"),
    ],
)
def test_a_question_is_the_heading_of_its_answers(question: str, kind: str) -> None:
    found = statement_heading(question)
    assert found is not None
    assert (str(found.kind), found.inline) == (kind, "")


def test_the_answer_beneath_the_question_for_the_level_is_read() -> None:
    read = _read("มาตรฐานที่ 1 คุณภาพของผู้เรียน", "1. ผลการประเมินตนเองอยู่ในระดับใด", "ตอบ ระดับดีเลิศ")
    assert _levels(read) == {("1", ""): 4}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("จุดเด่นที่ควรรักษาไว้", "strength"),
        ("แผนการพัฒนาคุณภาพเพื่อยกระดับมาตรฐาน", "plan"),
        ("การพัฒนาในระยะต่อไป", "plan"),
    ],
)
def test_a_sure_wording_with_a_tail_of_the_schools_own_is_a_heading(heading: str, kind: str) -> None:
    found = statement_heading(heading)
    assert found is not None
    assert str(found.kind) == kind


@pytest.mark.parametrize(
    "statement", ["1. แผนพัฒนาคุณภาพที่เน้นการอ่านของเด็กเล็ก", "จุดเด่นที่พบคือครูไม่ย้าย", "แนวทางที่ใช้ได้ผลร้อยละ 90"]
)
def test_a_tail_that_says_something_makes_no_bare_heading(statement: str) -> None:
    found = statement_heading(statement)
    assert found is None or found.inline


def test_a_line_between_two_numbered_lists_begins_the_second_in_any_words() -> None:
    read = _read(
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน ระดับคุณภาพ ดี",
        "จุดเด่น",
        "1. ครูขยัน มาโรงเรียนเช้าทุกวัน",
        "เรื่องที่หมู่คณะเห็นพ้องว่าน่าจะพัฒนากันอีก",
        "1. ห้องสมุดคับแคบ",
        "ภาพบรรยากาศในรอบปี",
        "1. วันไหว้ครู",
    )
    assert [(str(s.kind), s.text) for s in read.statements] == [
        ("strength", "ครูขยัน มาโรงเรียนเช้าทุกวัน"),
        ("improvement_area", "ห้องสมุดคับแคบ"),
    ]


def test_a_standards_name_across_columns_of_statements_is_no_statement() -> None:
    table = [
        ["จุดเด่น", "จุดที่ควรพัฒนา"],
        ["มาตรฐานที่ 1 คุณภาพของผู้เรียน", ""],
        ["- เด็กอ่านคล่อง", "- เด็กคิดเลขช้า"],
    ]
    read = _read("มาตรฐานที่ 1 คุณภาพของผู้เรียน ระดับคุณภาพ ดี", table)
    assert {(str(s.kind), s.text, s.standard) for s in read.statements} == {
        ("strength", "เด็กอ่านคล่อง", "1"),
        ("improvement_area", "เด็กคิดเลขช้า", "1"),
    }


def test_a_sentence_with_the_level_of_the_whole_ends_a_list() -> None:
    read = _read(
        "ระดับการศึกษาขั้นพื้นฐาน",
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน ระดับคุณภาพ ดี",
        "แนวทางการพัฒนา",
        "- จัดค่ายภาษา",
        "สรุป ผลการประเมินโดยรวมของสถานศึกษาอยู่ในระดับ ดีเลิศ",
    )
    assert [s.text for s in read.statements] == ["จัดค่ายภาษา"]
    assert _levels(read)[("", "")] == 4


def test_the_level_of_education_in_each_row_belongs_to_its_statement() -> None:
    table = [
        ["ระดับการศึกษา", "ประเภท", "ที่", "รายการ"],
        ["ปฐมวัย", "จุดเด่น", "1", "เด็กร่าเริงแจ่มใส"],
        ["ปฐมวัย", "จุดเด่น", "2", "เด็กช่วยเหลือตนเองได้"],
        ["ขั้นพื้นฐาน", "จุดที่ควรพัฒนา", "1", "เด็กคิดเลขช้า"],
    ]
    read = _read("มาตรฐานที่ 1 คุณภาพของผู้เรียน ระดับคุณภาพ ดี", "จุดเด่น จุดที่ควรพัฒนา", table)
    assert [str(s.level_of_education) for s in read.statements] == ["early_childhood"] * 2 + ["basic"]


@pytest.mark.parametrize("field", ["ด้านครู", "ผู้เรียน", "การพัฒนาบุคลากร", "ระดับการศึกษาขั้นพื้นฐาน", "คุณภาพของผู้เรียน"])
def test_a_field_between_two_numbered_lists_of_one_kind_parts_them_only(field: str) -> None:
    read = _read(
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน ระดับคุณภาพ ดี",
        "ส่วนที่ 3 สรุปผล",
        "จุดเด่น",
        "1. ครูขยัน มาโรงเรียนเช้าทุกวัน",
        field,
        "1. ห้องสมุดมีหนังสือใหม่",
    )
    assert [str(s.kind) for s in read.statements] == ["strength", "strength"]
    assert read.statements[1].text == "ห้องสมุดมีหนังสือใหม่"


def test_a_paragraph_of_another_section_is_no_part_of_the_item_above_it() -> None:
    read = _read(
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน ระดับคุณภาพ ดี",
        "ข้อเสนอแนะ",
        "- ขอครูเพิ่มหนึ่งอัตรา",
        "กระบวนการพัฒนา โรงเรียนจัดกิจกรรมวันสำคัญและทัศนศึกษา",
    )
    assert [s.text for s in read.statements] == ["ขอครูเพิ่มหนึ่งอัตรา"]
