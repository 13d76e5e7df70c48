"""The papers of an office read back: their fixed parts, blanks, digits, styles and page."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.catalog.paper_words import load_paper_words
from lib.domain.papers import (
    Memo,
    Paper,
    Signature,
)
from lib.report.paper_word import make_paper_docx
from lib.thai.numerals import to_arabic_digits
from tests.report.reading_word import W, part_xml, styles_by_id
from tests.report.sample_papers import AGENDA, LETTER, MEMO, MINUTES, ORDER, PAPERS


def _docx(paper: Paper, *, thai: bool = False) -> bytes:
    return make_paper_docx(paper, "เอกสาร", "สำนักงานสมมติ", thai_digits=thai)


def _word(paper: Paper, *, thai: bool = False) -> DocxDocument:
    return Document(BytesIO(_docx(paper, thai=thai)))


def _lines(paper: Paper, *, thai: bool = False) -> list[str]:
    return [paragraph.text for paragraph in _word(paper, thai=thai).paragraphs if paragraph.text]


def test_a_letter_has_its_parts_in_the_official_order() -> None:
    assert _lines(LETTER) == [
        "ที่ ศธ 04000/12\tสำนักงานสมมติ",
        "ถนนสมมติ",
        "10 สิงหาคม 2569",
        "เรื่อง\tขอเชิญประชุม",
        "เรียน\tกรรมการ",
        "สิ่งที่ส่งมาด้วย\t1. ระเบียบวาระ 1 ชุด",
        "\t2. แผน 1 เล่ม",
        "ด้วยสำนักงานกำหนดประชุม",
        "จึงเรียนมาเพื่อโปรดทราบ",
        "ขอแสดงความนับถือ",
        f"({'.' * 46})",
        "ผู้อำนวยการสำนักงานสมมติ",
        "กลุ่มนิเทศ",
    ]


@pytest.mark.parametrize(("paper", "height_cm"), [(LETTER, 3.0), (ORDER, 3.0), (MEMO, 1.5)])
def test_room_for_the_crest_is_kept_at_its_height(paper: Paper, height_cm: float) -> None:
    height = next(part_xml(_docx(paper)).iter(f"{W}trHeight"))
    assert height.get(f"{W}hRule") == "exact"
    assert int(height.get(f"{W}val")) * 2.54 / 1440 == pytest.approx(height_cm, abs=0.01)


def test_no_picture_travels_with_a_paper() -> None:
    assert [list(part_xml(_docx(paper)).iter(f"{W}drawing")) for paper in PAPERS] == [[]] * 5


def test_a_memorandum_has_bold_labels_dotted_lines_and_no_rule() -> None:
    root = part_xml(_docx(MEMO))
    labels = [
        "".join(text.text or "" for text in run.iter(f"{W}t"))
        for run in root.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is not None
    ]
    assert labels == ["ส่วนราชการ", "ที่", "วันที่", "เรื่อง"]
    styles = styles_by_id(_docx(MEMO))
    assert styles["PaperLabel"].find(f"{W}rPr/{W}bCs") is not None
    leaders = [tab.get(f"{W}leader") for tab in styles["PaperMemoHalves"].iter(f"{W}tab")]
    assert leaders == ["dot", "dot"]
    used = {style.get(f"{W}val") for style in root.iter(f"{W}pStyle")}
    assert not [name for name in used if styles[name].find(f"{W}pPr/{W}pBdr") is not None]


def test_minutes_have_the_fields_of_official_minutes_in_order() -> None:
    lines = _lines(MINUTES)
    wanted = [
        "รายงานการประชุม",
        "คณะกรรมการสมมติ",
        "ครั้งที่ 2/2569",
        "เมื่อวันที่ 20 สิงหาคม พ.ศ. 2569",
        "ณ ห้องประชุม 1",
        "ผู้มาประชุม",
        "ผู้ไม่มาประชุม (ถ้ามี)",
        "ผู้เข้าร่วมประชุม (ถ้ามี)",
        "เริ่มประชุมเวลา 13.30 น.",
        "ระเบียบวาระที่ 1  เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "ระเบียบวาระที่ 2  เรื่องเสนอให้ที่ประชุมทราบ",
        "2.1\tคะแนน",
        "เขตได้ 38.42",
        "แหล่งข้อมูล คะแนน 2567.xlsx",
        "มติที่ประชุม รับทราบ",
        "ระเบียบวาระที่ 3  เรื่องเสนอให้ที่ประชุมพิจารณา",
        "มติที่ประชุม \t",
        "ความเห็นแย้งและเหตุผล (ถ้ามี) \t",
        "เลิกประชุมเวลา 16.00 น.",
        "ผู้จดรายงานการประชุม",
        "ผู้ตรวจรายงานการประชุม",
    ]
    places = [lines.index(text) for text in wanted]
    assert places == sorted(places)
    assert lines.count("ความเห็นแย้งและเหตุผล (ถ้ามี) \t") == 1


def test_places_on_the_committee_are_roles_with_dots_for_names() -> None:
    rows = [[cell.text for cell in row.cells] for row in _word(MINUTES).tables[0].rows]
    assert rows == [
        ["1.", "." * 28, "ผู้อำนวยการสำนักงาน", "ประธานกรรมการ"],
        ["2.", "." * 28, "", "กรรมการและเลขานุการ"],
    ]


def test_figures_of_the_minutes_stand_in_a_table_with_arabic_digits() -> None:
    table = _word(MINUTES, thai=True).tables[3]
    assert [cell.text for cell in table.rows[1].cells] == ["2567", "38.42"]


def test_the_agenda_names_the_matters_without_their_text() -> None:
    lines = _lines(AGENDA)
    assert "วันที่ 20 สิงหาคม พ.ศ. 2569 เวลา 13.30 น." in lines
    assert "2.1\tคะแนน" in lines
    assert not any("38.42" in line for line in lines)


def test_an_order_says_power_places_duties_and_day() -> None:
    lines = _lines(ORDER)
    assert lines[:3] == ["คำสั่งสำนักงานสมมติ", "ที่ 15/2569", "เรื่อง แต่งตั้งคณะกรรมการ"]
    assert "อาศัยอำนาจตามความในมาตรา 20" in lines
    assert lines[lines.index("ให้มีหน้าที่ ดังนี้") + 1 :][:2] == ["1.\tศึกษา", "2.\tเสนอแนะ"]
    assert "สั่ง ณ วันที่ 10 สิงหาคม พ.ศ. 2569" in lines


@pytest.mark.parametrize("paper", PAPERS)
def test_thai_digits_are_a_switch_for_all_but_names_of_files(paper: Paper) -> None:
    thai = _lines(paper, thai=True)
    assert [to_arabic_digits(line) for line in thai] == _lines(paper)
    left = [line for line in thai if any(letter in "0123456789" for letter in line)]
    assert left == [line for line in left if line.startswith("แหล่งข้อมูล")]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_is_a4_with_three_and_two_centimetres(paper: Paper) -> None:
    section = _word(paper).sections[0]
    assert [round(side.cm, 1) for side in (section.left_margin, section.right_margin)] == [3.0, 2.0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert section.different_first_page_header_footer


def test_text_is_sixteen_points_in_both_scripts_and_begins_two_and_a_half_centimetres_in() -> None:
    style = styles_by_id(_docx(LETTER))["PaperText"]
    sizes = [style.find(f"{W}rPr/{W}{tag}").get(f"{W}val") for tag in ("sz", "szCs")]
    assert sizes == ["32", "32"]
    indent = int(style.find(f"{W}pPr/{W}ind").get(f"{W}firstLine"))
    assert indent * 2.54 / 1440 == pytest.approx(2.5, abs=0.01)


@pytest.mark.parametrize("paper", PAPERS)
def test_only_named_styles_shape_a_paper(paper: Paper) -> None:
    direct = {
        child.tag.removeprefix(W)
        for properties in part_xml(_docx(paper)).iter(f"{W}rPr")
        for child in properties
    }
    assert direct <= {"rStyle"}


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert _docx(MINUTES) == _docx(MINUTES)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_the_file_opens(text: str) -> None:
    memo = Memo(text, text, date(2026, 8, 10), text, text, (text,), Signature(text, text))
    _word(memo)


def test_no_paper_words_name_a_person() -> None:
    words = load_paper_words()
    said = " ".join((*words.texts.values(), *(each for texts in words.lists.values() for each in texts)))
    assert not [title for title in ("นาย", "นางสาว", "นาง ", "ดร.") if title in said]
