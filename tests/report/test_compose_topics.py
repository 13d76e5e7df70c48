"""Matters in which schools differ, on paper: one sentence, one table, a line in the conclusion."""

from dataclasses import replace

from lib.catalog.report_words import load_report_words
from lib.domain.documents import BulletList, Document, Table
from lib.domain.findings import FindingKind, Recommendation
from lib.domain.report_content import AcceptedFinding
from lib.domain.topics import TopicSchool
from lib.report.compose import compose_report
from tests.report.sample_content import accepted, make_content
from tests.report.test_compose import text


def school(name: str, cluster: str, indicator: str = "คะแนน ไทย", **changes: object) -> TopicSchool:
    one = TopicSchool(
        name, name, cluster, "academic.a", indicator, "5/12 (41.67)", "20/40 (50.00)",
        "เกินความผันผวน (รวม 3 ปี)", "3 ปี", small=False, likely=False, finding_id=f"f-{name}",
    )  # fmt: skip
    return replace(one, **changes)  # type: ignore[arg-type]


def shared(
    short_name: str, *schools: TopicSchool, kind: FindingKind = "improvement_area", advice: str = ""
) -> AcceptedFinding:
    made = accepted(kind, f"มีโรงเรียน {len(schools)} แห่งที่ต่างใน {short_name}", advice)
    finding = replace(made.finding, scope="schools", id=f"t-{short_name}-{kind}")
    return replace(made, finding=finding, family="คะแนน", short_name=short_name, schools=schools)


def compose(*topics: AcceptedFinding) -> Document:
    content = make_content()
    academic = replace(content.domains[0], findings=(*content.domains[0].findings, *topics))
    return compose_report(replace(content, domains=(academic, *content.domains[1:])), load_report_words())


def topic_tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table) and "รายโรงเรียน" in block.caption]


def test_a_matter_enters_with_its_sentence_and_the_schools_it_counts() -> None:
    document = compose(shared("คะแนน ไทย", school("บ้านข", "กลุ่ม 2"), school("บ้านก", "กลุ่มโรงเรียนกลุ่ม 2")))
    (table,) = topic_tables(document)
    assert text(document).count("มีโรงเรียน 2 แห่งที่ต่างใน คะแนน ไทย") == 1
    assert table.caption == "จุดที่ควรพัฒนารายโรงเรียน คะแนน"
    assert [column.title for column in table.columns] == ["กลุ่ม", "โรงเรียน", "ปีล่าสุด", "รวมหลายปี", "พบจาก"]
    assert ("กลุ่ม 2", "บ้านก", "5/12\u00a0(41.67)", "20/40\u00a0(50.00)", "3 ปี") in table.rows


def test_schools_stand_by_cluster_and_name_and_the_table_says_so() -> None:
    document = compose(shared("คะแนน ไทย", school("บ้านข", "ข"), school("บ้านค", "ก"), school("บ้านก", "ก")))
    (table,) = topic_tables(document)
    assert [row[:2] for row in table.rows] == [("ก", "บ้านก"), ("ก", "บ้านค"), ("ข", "บ้านข")]
    assert "ไม่ใช่ลำดับผลงาน" in text(document)


def test_the_matters_of_a_family_share_one_table_with_a_row_for_each_school() -> None:
    document = compose(
        shared("คะแนน ไทย", school("บ้านก", "ก"), school("บ้านข", "ก")),
        shared("คะแนน คณิต", school("บ้านก", "ก", "คะแนน คณิต", latest="3/9 (33.33)", small=True)),
    )
    (table,) = topic_tables(document)
    assert [row[1] for row in table.rows] == ["บ้านก", "บ้านข"]
    assert table.rows[0][2].splitlines() == [
        "ไทย 5/12\u00a0(41.67) รวม\u00a020/40\u00a0(50.00)",
        "คณิต 3/9\u00a0(33.33)* รวม\u00a020/40\u00a0(50.00)",
    ]
    assert "* ปีล่าสุดมีจำนวนน้อย" in table.note


def test_strengths_and_areas_of_one_family_have_tables_of_their_own() -> None:
    document = compose(
        shared("คะแนน ไทย", school("บ้านก", "ก")), shared("คะแนน ไทย", school("บ้านข", "ก"), kind="strength")
    )
    assert [table.caption for table in topic_tables(document)] == [
        "จุดที่ควรพัฒนารายโรงเรียน คะแนน",
        "จุดเด่นรายโรงเรียน คะแนน",
    ]


def test_the_conclusion_has_one_line_for_a_family_with_its_table() -> None:
    document = compose(
        shared("คะแนน ไทย", school("บ้านก", "ก"), school("บ้านข", "ก")),
        shared("คะแนน คณิต", school("บ้านก", "ก")),
    )
    (line,) = [
        item
        for block in document.blocks
        if isinstance(block, BulletList)
        for item in block.items
        if any(run.refers_to and run.refers_to.startswith("topic_") for run in item)
    ]
    assert "".join(run.text for run in line) == "คะแนน: ไทย 2 แห่ง, คณิต 1 แห่ง ()"
    assert [run.figure_id for run in line if run.figure_id] == [
        "finding|t-คะแนน ไทย-improvement_area|listed",
        "finding|t-คะแนน คณิต-improvement_area|listed",
    ]


def test_the_summary_counts_the_area_s_own_and_names_the_shared_ones_apart() -> None:
    said = text(compose(shared("คะแนน ไทย", school("บ้านก", "ก"))))
    assert "จุดเด่น 1 ข้อ และจุดที่ควรพัฒนา 1 ข้อที่คณะทำงานพิจารณารับแล้ว กับเรื่องที่โรงเรียนต่างกัน 1 ข้อ" in said


def test_a_recommendation_about_shared_matters_stands_with_the_others() -> None:
    topic = replace(
        shared("คะแนน ไทย", school("บ้านก", "ก")),
        recommendations=(Recommendation("สพท.", "เยี่ยมโรงเรียนเหล่านี้"),),
    )
    tables = [block for block in compose(topic).blocks if isinstance(block, Table)]
    (advice,) = [table for table in tables if table.columns[-1].title == "ข้อเสนอแนะ"]
    assert ("สพท.", "ด้านวิชาการ", "เยี่ยมโรงเรียนเหล่านี้") in advice.rows


def test_without_shared_matters_there_is_no_empty_heading() -> None:
    assert not topic_tables(compose())
    assert "เรื่องที่โรงเรียนต่างกัน" not in "".join(getattr(block, "text", "") for block in compose().blocks)
