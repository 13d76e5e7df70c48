"""The committee report by chapters: what is accepted is in it, what people wrote wins, nothing made up."""

import io
from collections.abc import Iterator
from dataclasses import replace

import docx
import pytest

from lib.catalog.report_words import load_report_words
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Block, BulletList, Document, Heading, Paragraph, Run, Table
from lib.domain.report_content import ReportContent
from lib.report.compose import compose_report
from lib.report.word import write_docx
from tests.report.sample_content import ABOVE, BELOW, make_content

CHAPTERS = [
    "บทนำ",
    "ข้อมูลพื้นฐานของเขตพื้นที่การศึกษา",
    "วิธีดำเนินการ",
    "ผลการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา",
    "สรุปผลและข้อเสนอแนะ",
]


def compose(content: ReportContent | None = None) -> Document:
    return compose_report(content or make_content(), load_report_words())


def blocks_of(document: Document) -> Iterator[Block]:
    for section in document.front_matter:
        yield from section.blocks
    yield from document.blocks


def runs_of(document: Document) -> Iterator[Run]:
    for block in blocks_of(document):
        if isinstance(block, Paragraph):
            yield from block.runs
        if isinstance(block, BulletList):
            yield from (run for item in block.items for run in item)


def text(document: Document) -> str:
    return "\n".join(
        "".join(run.text for run in runs)
        for block in document.all_blocks()
        for runs in ([block.runs] if isinstance(block, Paragraph) else getattr(block, "items", ()))
    )


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def test_the_five_chapters_come_in_their_order_and_the_annexes_after_them() -> None:
    titles = [
        (block.text, block.numbered)
        for block in compose().blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    assert [title for title, numbered in titles if numbered] == CHAPTERS
    assert [title[:9] for title, numbered in titles if not numbered] == [
        "ภาคผนวก ก",
        "ภาคผนวก ข",
        "ภาคผนวก ค",
    ]


def test_every_accepted_finding_is_there_and_leads_to_its_figures() -> None:
    content = make_content()
    strength = content.domains[0].findings[0]
    pieces = (("อยู่ที่ ", ""), ("52.25", "value"), (" ของทั้งหมด", ""))
    told = replace(strength, sentence="อยู่ที่ 52.25 ของทั้งหมด", pieces=pieces)
    domain = replace(content.domains[0], findings=(told, *content.domains[0].findings[1:]))
    document = compose(replace(content, domains=(domain, *content.domains[1:])))
    for each in (told, *content.all_findings[1:]):
        assert each.sentence in text(document)
    bound = {run.figure_id: run.text for run in runs_of(document) if run.figure_id}
    assert bound[f"finding|{strength.finding.id}|value"] == "52.25"


def test_the_table_of_a_domain_has_its_figures_with_n_target_and_comparison() -> None:
    (table,) = (each for each in tables(compose()) if each.key == "results_academic")
    assert table.rows[:2] == (
        ("ปีการศึกษา 2567", "", "", "", "", "", ""),
        ("ร้อยละสมมติ ก", "52.25", "1,204", "50.00", "49.10\n(ประเทศ)", "+1.15", "8 จาก 10\n(80.00)"),
    )
    assert table.figure_ids[1][1:3] == ("a|academic_year|2567|value", "a|academic_year|2567|n")
    assert table.bold_rows == {0}


def test_a_unit_stands_behind_the_name_only_where_the_name_does_not_begin_with_it() -> None:
    content = make_content()
    hours = replace(BELOW, name="ชั่วโมงอบรมสมมติ", unit="ชั่วโมง")
    pupils = replace(BELOW, name="นักเรียนต่อครูสมมติ", unit="คน")
    domain = replace(content.domains[0], rows=(hours, pupils))
    (table,) = (
        each
        for each in tables(compose(replace(content, domains=(domain,))))
        if each.key == "results_academic"
    )
    assert [row[0] for row in table.rows[1:]] == ["ชั่วโมงอบรมสมมติ", "นักเรียนต่อครูสมมติ (คน)"]


def test_every_row_of_every_table_has_a_cell_per_column() -> None:
    for table in tables(compose()):
        assert {len(row) for row in table.rows} <= {len(table.columns)}


def test_the_reading_names_counts_the_best_and_the_farthest_with_n() -> None:
    said = text(compose())
    assert "เทียบกับค่าเป้าหมายได้ 2 ตัวชี้วัด ถึงเป้าหมาย 1 ตัวชี้วัด" in said
    assert "ดีกว่าค่าเป้าหมายมากที่สุด คือ ร้อยละสมมติ ก (ร้อยละ 52.25 เป้าหมายร้อยละ 50.00, n = 1,204)" in said
    assert "ห่างจากค่าเป้าหมายมากที่สุด คือ ร้อยละสมมติ ข (ร้อยละ 31.50 เป้าหมายร้อยละ 50.00, n = 1,204)" in said


def test_a_zero_target_counts_and_lower_may_be_the_good_side() -> None:
    content = make_content()
    out_of_field = replace(
        BELOW,
        name="ร้อยละครูสอนไม่ตรงเอก",
        value=18.89,
        value_text="18.89",
        target=0.0,
        target_text="0.00",
        target_gap=-18.89,
    )
    trained = replace(BELOW, name="ร้อยละครูได้รับการพัฒนา", target=100.0, target_gap=-17.57)
    domain = replace(content.domains[0], rows=(trained, out_of_field))
    said = text(compose(replace(content, domains=(domain,))))
    assert "ห่างจากค่าเป้าหมายมากที่สุด คือ ร้อยละครูสอนไม่ตรงเอก" in said


def test_a_chart_shows_only_indicators_that_have_what_it_compares_with() -> None:
    content = make_content()
    without_target = replace(ABOVE, short_name="ไม่มีเป้าหมาย", target=None, target_gap=None)
    in_times = replace(ABOVE, short_name="จำนวนครั้ง", unit="ครั้ง", drawn=False)
    domain = replace(content.domains[0], rows=(ABOVE, without_target, in_times))
    charts = [
        block for block in compose(replace(content, domains=(domain,))).blocks if isinstance(block, Chart)
    ]
    shown = {chart.series[1].name: chart.categories for chart in charts if len(chart.series) == 2}
    assert shown == {"ค่าเป้าหมาย": ("สมมติ ก",), "ค่าเปรียบเทียบ": ("ไม่มีเป้าหมาย",)}


def test_a_domain_that_reaches_every_target_has_no_farthest() -> None:
    content = make_content()
    reached = replace(content.domains[0], rows=(ABOVE,), n_reached=1, n_judged=1)
    assert "ห่างจากค่าเป้าหมาย" not in text(compose(replace(content, domains=(reached,))))


def test_a_domain_without_figures_says_so() -> None:
    assert "ยังไม่มีข้อมูลของด้านนี้ในปีที่รายงาน" in text(compose())


def test_every_reference_leads_to_a_table_or_chart_of_the_report() -> None:
    document = compose()
    keys = {block.key for block in document.blocks if isinstance(block, Table | Chart)}
    wanted = {run.refers_to for run in runs_of(document) if run.refers_to}
    assert wanted
    assert wanted <= keys


def test_what_people_wrote_wins_over_the_packaged_wording() -> None:
    content = make_content(texts=(("preface_text", "คำนำของ {คณะทำงาน} 100%"),))
    preface = compose(content).front_matter[0]
    assert preface.blocks == (Paragraph((Run("คำนำของ {คณะทำงาน} 100%"),), section="preface_text"),)


@pytest.mark.parametrize(("thai_digits", "wanted"), [(True, "thai"), (False, "arabic")])
def test_the_digits_are_the_office_s_choice(thai_digits: bool, wanted: str) -> None:
    assert compose(make_content(thai_digits=thai_digits)).lang_digits == wanted


def test_the_sample_office_s_report_says_that_it_is_fiction() -> None:
    assert "ข้อมูลสมมติ" in compose().date_text
    assert "ข้อมูลสมมติ" not in compose(make_content(is_sample=False)).date_text


@pytest.mark.parametrize(("academic", "fiscal"), [(2567, None), (None, 2568), (2567, 2568)])
def test_the_subtitle_names_the_years_there_are(academic: int | None, fiscal: int | None) -> None:
    document = compose(make_content(academic_year_be=academic, fiscal_year_be=fiscal))
    assert "None" not in document.subtitle
    assert all(str(year) in document.subtitle for year in (academic, fiscal) if year)
    assert "None" not in text(document)


def test_recommendations_stand_with_whom_they_address() -> None:
    (table,) = (each for each in tables(compose()) if "ข้อเสนอแนะ" in each.caption)
    assert table.rows == (("สพท.", "ด้านวิชาการ", "จัดนิเทศรายโรงเรียน"),)


def test_the_synthesis_shares_out_a_hundred_per_cent() -> None:
    shown = [each for each in tables(compose()) if each.columns[0].title == "มาตรฐานและประเด็นพิจารณา"]
    assert len(shown) == 2
    # Of schools 1 to 12 all but 6 and 12 sent a report; 1 + (i + 1) % 5 of them is each level twice.
    two_each = ("2", "20.00") * 5
    assert shown[0].rows[0][1:] == (*two_each, "0", "0.00", "10", "3.00")


def test_a_report_without_anything_can_still_be_composed() -> None:
    empty = make_content(
        domains=(), sar=None, kpi=(), sources=(), gaps=(), rules=(), sizes=(), n_schools=0,
        n_pupils=None, n_clusters=0,
    )  # fmt: skip
    assert "None" not in text(compose(empty))
    assert write_docx(compose(empty))[:2] == b"PK"


def test_the_word_file_opens_and_each_table_has_its_columns() -> None:
    document = compose()
    file = docx.Document(io.BytesIO(write_docx(document)))
    assert [len(table.columns) for table in file.tables] == [len(table.columns) for table in tables(document)]
