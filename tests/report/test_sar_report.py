"""The area's report on self-assessments: outline, figures equal to the synthesis, quotes with page."""

import io
import re
from dataclasses import replace
from time import perf_counter

import docx
import openpyxl
import pytest

from lib.catalog.report_words import load_sar_words
from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, StatementKind
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import BulletList, Document, Heading, Paragraph, Run, Table
from lib.domain.sar_report_content import SarReportContent
from lib.report.sar_chapter import chapter_blocks
from lib.report.sar_issues_workbook import make_issues_workbook
from lib.report.sar_parts import school_word
from lib.report.sar_report import compose_sar_report
from lib.report.sar_themes import chosen_quotes
from lib.report.word import write_docx
from lib.thai.numerals import format_number
from tests.report.reading_word import paragraph_texts, part_bytes, part_xml
from tests.report.sample_sar import OFFICE, YEAR, make_sar_content, themes_of

ARABIC = replace(OFFICE, thai_digits=False)
BASIC = LevelOfEducation.BASIC


def compose(content: SarReportContent) -> Document:
    return compose_sar_report(content, load_sar_words())


def headings(document: Document, level: int) -> list[str]:
    return [each.text for each in document.blocks if isinstance(each, Heading) and each.level == level]


def tables(document: Document) -> list[Table]:
    return [each for each in document.blocks if isinstance(each, Table)]


def said(document: Document) -> str:
    parts = []
    sections = [block for section in document.front_matter for block in section.blocks]
    for block in (*sections, *document.blocks):
        if isinstance(block, Paragraph):
            parts.append("".join(run.text for run in block.runs))
        elif isinstance(block, BulletList):
            parts += ["".join(run.text for run in item) for item in block.items]
        elif isinstance(block, Heading):
            parts.append(block.text)
        elif isinstance(block, Table):
            parts += [block.caption, *(cell for row in block.rows for cell in row)]
    return "\n".join(parts)


def test_the_parts_stand_in_the_order_of_the_outline() -> None:
    document = compose(make_sar_content())
    assert [section.title for section in document.front_matter] == ["คำนำ", "บทสรุปผู้บริหาร"]
    assert headings(document, 1) == [
        "ความเป็นมาและวิธีการสังเคราะห์",
        "ผลการสังเคราะห์ระดับคุณภาพ",
        "จุดเด่น จุดที่ควรพัฒนา แผน และความต้องการช่วยเหลือ",
        "ผลการประเมินตนเองเทียบกับผลการดำเนินงานจริง",
        "ผลการประเมินคุณภาพภายนอกและความพร้อม",
        "ข้อเสนอแนะของสำนักงานเขตพื้นที่การศึกษา",
        "ภาคผนวก ก สถานศึกษาที่ยังไม่ส่งรายงาน",
        "ภาคผนวก ข รายงานที่นำมาสังเคราะห์",
        "ภาคผนวก ค ข้อที่ขัดกันภายในรายงาน",
        "ภาคผนวก ง กติกาการนับ",
    ]
    assert all((document.contents, document.list_of_tables, document.list_of_charts))


def test_first_headings_are_numbered_as_parts_not_as_chapters() -> None:
    content = make_sar_content(office=ARABIC)
    texts = paragraph_texts(part_xml(write_docx(compose(content))))
    assert "ส่วนที่ 1 ความเป็นมาและวิธีการสังเคราะห์" in texts
    assert not any(text.startswith("บทที่") for text in texts)


def test_the_table_of_levels_says_what_the_synthesis_says() -> None:
    content = make_sar_content()
    level = next(each for each in content.told if each.level_of_education is BASIC)
    word = docx.Document(io.BytesIO(write_docx(compose(content))))
    rows = next(
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in word.tables
        if table.rows[0].cells[0].text == "มาตรฐานและประเด็นพิจารณา"
        and "คุณภาพของผู้เรียน" in table.rows[2].cells[0].text
    )[2:]
    expected = [
        row
        for standard in level.standards
        for row in (standard, *(item for item in level.items if item.standard == standard.standard))
    ]
    assert len(rows) == len(expected)
    for cells, row in zip(rows, expected, strict=True):
        counts = [text for count in row.counts for text in (str(count.n), format_number(count.pct))]
        assert cells[1:11] == counts
        assert cells[13:] == [str(row.n_counted), format_number(row.mean)]


def test_levels_worked_by_hand_stand_in_the_summary() -> None:
    # Of schools 1 to 12 all but 6 and 12 sent; standard 1: levels 1 + (i + 1) % 5, so 4 of 10 are at 4 or 5.
    document = compose(make_sar_content())
    (summary,) = (each for each in document.front_matter if each.title == "บทสรุปผู้บริหาร")
    runs = [
        run for block in summary.blocks if isinstance(block, BulletList) for i in block.items for run in i
    ]
    told = "".join(run.text for run in runs)
    assert "มาตรฐานที่ 1 คุณภาพของผู้เรียน 4 แห่ง (ร้อยละ 40.00)" in told
    assert numbers_under(runs, f"sar|{YEAR}|basic|1|4-5") == ["4", "40.00"]
    # Schools 3 and 9 sent drafts.
    assert "ส่งรายงาน 10 จาก 12 แห่ง (ร้อยละ 83.33) ยืนยันแล้ว 8 ฉบับ" in told
    assert numbers_under(runs, f"sar|{YEAR}|submitted|all") == ["10", "12", "83.33", "8"]
    assert "สูงขึ้น 4 เท่าเดิม 10 ลดลง 0 จาก 14 แห่ง" in told
    assert numbers_under(runs, f"sar|{YEAR - 1}-{YEAR}|basic|1") == ["4", "10", "0", "14"]


def numbers_under(runs: list[Run], key: str) -> list[str]:
    """The numbers of one bound phrase in their order."""
    return [run.text for run in runs if (run.figure_id or "").rpartition("|")[0] == key]


def test_every_figure_of_the_summary_is_bookmarked() -> None:
    document = compose(make_sar_content())
    (summary,) = (each for each in document.front_matter if each.title == "บทสรุปผู้บริหาร")
    (points,) = (block for block in summary.blocks if isinstance(block, BulletList))
    for item in points.items:
        assert any(run.figure_id for run in item)


def test_quotes_are_word_for_word_with_school_and_page() -> None:
    content = make_sar_content(office=replace(OFFICE, thai_digits=True))
    texts = paragraph_texts(part_xml(write_docx(compose(content))))
    quoted = [text for text in texts if text.startswith("“")]
    own = {statement.text for statement in content.themes.statements}
    assert len(quoted) > 20
    for text in quoted:
        words, _, source = text.removeprefix("“").partition("” (")
        assert words in own  # the switch to Thai digits leaves the school's own words alone
        assert re.fullmatch(r"โรงเรียนบ้านสมมติ [๐-๙]+, หน้า [๐-๙]+\)", source)


def test_a_quote_names_the_page_of_its_own_statement() -> None:
    content = make_sar_content(office=ARABIC)
    texts = paragraph_texts(part_xml(write_docx(compose(content))))
    assert "“ผู้เรียนมีสุขภาวะทางร่างกายดี จุดเด่น ข้อที่ 1” (โรงเรียนบ้านสมมติ 1, หน้า 21)" in texts


def test_without_names_no_school_is_named_anywhere() -> None:
    content = make_sar_content(20, names_schools=False, office=ARABIC)
    shown = said(compose(content))
    assert "บ้านสมมติ" not in shown
    assert "สถานศึกษาที่ยังไม่ส่งรายงาน 3 แห่ง จากทั้งหมด 20 แห่ง" in shown
    assert "จำนวนสถานศึกษาที่ยังไม่ส่งรายงานจำแนกตามกลุ่มโรงเรียน" in shown


def test_without_names_a_statement_that_names_its_school_is_not_quoted() -> None:
    reports = make_sar_content().reports
    own = reports[0]
    telling = replace(own.saved.assessment.statements[0], text=f"โรงเรียน{own.school.name}มีแหล่งเรียนรู้")
    changed = replace(own.saved.assessment, statements=(telling,))
    told = themes_of((replace(own, saved=replace(own.saved, assessment=changed)),))
    (count,) = told.of(StatementKind.STRENGTH, telling.level_of_education)
    assert chosen_quotes(count, names_schools=False, most=3) == []
    assert [each.text for each in chosen_quotes(count, names_schools=True, most=3)] == [telling.text]


def test_a_statement_that_names_a_person_is_counted_and_not_quoted() -> None:
    own = make_sar_content().reports[0]
    telling = replace(own.saved.assessment.statements[0], text="เด็กหญิงสมมติ ตัวอย่าง ชนะการประกวดอ่านทำนองเสนาะ")
    changed = replace(own.saved.assessment, statements=(telling,))
    told = themes_of((replace(own, saved=replace(own.saved, assessment=changed)),))
    (count,) = told.of(StatementKind.STRENGTH, telling.level_of_education)
    assert count.n_statements == 1
    assert chosen_quotes(count, names_schools=True, most=3) == []


def test_words_that_name_a_person_stand_in_no_table_and_no_list_for_others() -> None:
    name = "เด็กหญิงสมมติ ตัวอย่าง"
    content = make_sar_content()
    advice = content.external.recommendations[0]
    named = replace(advice, statement=replace(advice.statement, text=f"ควรดูแล{name} เป็นรายบุคคล"))
    place = next(n for n, each in enumerate(content.reports) if each.contradictions)
    report = content.reports[place]
    said_of = replace(report.saved.assessment.statements[0], text=f"{name} ชนะการประกวดอ่าน")
    clash = replace(report.contradictions[0], first=replace(report.contradictions[0].first, says=name))
    own = replace(
        report,
        saved=replace(report.saved, assessment=replace(report.saved.assessment, statements=(said_of,))),
        contradictions=(clash,),
    )
    reports = (*content.reports[:place], own, *content.reports[place + 1 :])
    content = replace(
        content,
        reports=reports,
        themes=themes_of(reports),
        external=replace(content.external, recommendations=(named,)),
    )
    document = compose(content)
    cells = [cell for table in tables(document) for row in table.rows for cell in row]
    assert not [text for text in (*cells, said(document)) if name in text]
    assert sum("ข้อความระบุชื่อบุคคล ดูในต้นฉบับ" in cell for cell in cells) == 2
    assert "ข้อความที่ระบุชื่อบุคคล 1 ข้อความ" in said(document)
    book = make_issues_workbook(content, load_standards().vocabularies, load_sar_words())
    sheets = openpyxl.load_workbook(io.BytesIO(book)).worksheets
    written = [str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert not [text for text in written if name in text]
    assert sum("ข้อความระบุชื่อบุคคล ดูในต้นฉบับ" in text for text in written) >= 3


def test_the_missing_are_listed_with_the_days_overdue() -> None:
    document = compose(make_sar_content())
    (missing,) = (table for table in tables(document) if table.columns[-1].title == "เกินกำหนด (วัน)")
    assert [(row[1], row[3]) for row in missing.rows] == [("บ้านสมมติ 6", "19"), ("บ้านสมมติ 12", "19")]


def test_contradictions_stand_with_both_pages() -> None:
    document = compose(make_sar_content())
    (found,) = (table for table in tables(document) if table.caption == "ข้อที่ขัดกันภายในรายงาน")
    assert [row[0] for row in found.rows] == ["บ้านสมมติ 5", "บ้านสมมติ 10"]
    assert found.rows[0][2:] == ("ระดับ 4 (หน้า 7)", "ระดับ 5 (หน้า 31)")


def test_the_same_content_gives_the_same_document() -> None:
    first, second = (write_docx(compose(make_sar_content())) for _ in range(2))
    assert part_bytes(first, "word/document.xml") == part_bytes(second, "word/document.xml")
    assert first == second


def test_people_s_texts_win_over_the_packaged_ones() -> None:
    texts = (("sar_preface_text", "คำนำที่เขียนเอง"), ("sar_advice_text", "ควรนิเทศการอ่าน\nควรมีคลังสื่อ"))
    shown = said(compose(make_sar_content(texts=texts)))
    assert "คำนำที่เขียนเอง" in shown
    assert "ควรมีคลังสื่อ" in shown
    assert "ยังไม่ได้เขียนข้อเสนอแนะ" not in shown
    assert "ยังไม่ได้เขียนข้อเสนอแนะ" in said(compose(make_sar_content()))


def test_an_office_without_a_report_gets_sentences_and_no_empty_table() -> None:
    document = compose(make_sar_content(0))
    assert all(table.rows for table in tables(document))
    assert f"ยังไม่มีรายงานการประเมินตนเองของปีการศึกษา {YEAR}" in said(document)
    assert not [block for block in document.blocks if isinstance(block, Chart)]
    assert write_docx(document)[:2] == b"PK"


def test_one_level_of_education_alone_leaves_a_sentence_for_the_other() -> None:
    content = make_sar_content(levels=(BASIC,))
    document = compose(content)
    assert "ยังไม่มีรายงานที่มีผลระดับปฐมวัย" in said(document)
    assert sum(table.columns[0].title == "มาตรฐานและประเด็นพิจารณา" for table in tables(document)) == 1


def test_two_hundred_and_fifty_schools_are_written_in_time() -> None:
    content = make_sar_content(250)
    started = perf_counter()
    written = write_docx(compose(content))
    assert perf_counter() - started < 6
    assert len(written) > 20_000


@pytest.mark.parametrize(
    ("name", "told"), [("บ้านสมมติ", "โรงเรียนบ้านสมมติ"), ("ศูนย์การศึกษาพิเศษสมมติ", "ศูนย์การศึกษาพิเศษสมมติ")]
)
def test_a_name_that_says_its_own_kind_gets_no_second_word(name: str, told: str) -> None:
    assert school_word(name) == told


def test_the_chapter_of_the_committee_report_has_tables_themes_quotes_and_what_to_ask() -> None:
    blocks = chapter_blocks(make_sar_content(), load_sar_words())
    captions = [block.caption for block in blocks if isinstance(block, Table)]
    assert len(captions) == 3
    assert captions[2].startswith("เรื่องที่สถานศึกษากล่าวถึงมากที่สุด")
    assert sum(isinstance(block, Chart) for block in blocks) == 2
    bullets = ["".join(r.text for r in i) for b in blocks if isinstance(b, BulletList) for i in b.items]
    assert any("“" in line and "หน้า 21" in line for line in bullets)
    assert "รายงานที่ยังไม่ส่ง 2 ฉบับเกินกำหนด 19 วัน" in bullets
    assert "พบข้อที่ขัดกันภายในรายงาน 2 ข้อ ใน 2 ฉบับ" in bullets
