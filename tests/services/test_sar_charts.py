"""What the charts of the synthesis say above themselves, and what their tables hold."""

from lib.analysis.sar_changes import levels_over_years
from lib.analysis.sar_synthesis import synthesise
from lib.catalog.report_words import load_sar_words
from lib.catalog.standards import load_standards
from lib.domain.assessment_synthesis import GroupKind, SarSynthesis, SchoolReport
from lib.report.sar_levels import level_chart
from lib.services.sar_charts import make_group_chart, make_level_chart, make_year_chart, pick_row
from tests.analysis.sar_schools import BASIC, rating, sent, silent

STANDARDS = load_standards()


def synthesised(*schools: SchoolReport) -> SarSynthesis:
    return synthesise(schools, 2566, STANDARDS)


def test_the_chart_of_standards_names_the_one_reached_least() -> None:
    one = sent(1, rating(4), rating(3, "2"), rating(5, "3"))
    two = sent(2, rating(5), rating(4, "2"), rating(5, "3"))
    drawing = make_level_chart(synthesised(one, two, silent(3)).levels[1], 2566)
    # standard 2: one of two at ดีเลิศ or above; 1 and 3: two of two
    assert drawing.words.title == "มาตรฐานที่ 2 ถึงระดับดีเลิศน้อยที่สุด: 1 จาก 2 แห่ง (ร้อยละ 50.00)"
    assert "n = 2 แห่ง" in drawing.words.subtitle


def test_the_page_draws_the_numbers_of_the_report() -> None:
    level = synthesised(sent(1, rating(4), rating(3, "2")), sent(2, rating(5), rating(4, "2"))).levels[1]
    spec = make_level_chart(level, 2566).spec
    chart = level_chart(level, 2566, load_sar_words())
    drawn = [row for rows in spec["datasets"].values() for row in rows if "start" in row]
    shown = {(row["series"], row["category"], row["value"], row["colour"][1:]) for row in drawn}
    assert shown == {
        (one.name, category, value, one.colour)
        for one in chart.series
        for category, value in zip(chart.categories, one.values, strict=True)
    }


def test_the_chart_of_items_says_how_many_reports_rate_items() -> None:
    found = synthesised(sent(1, rating(4, item="1.1")), sent(2, rating(4)))
    drawing = make_level_chart(found.levels[1], 2566, items=True)
    assert "รายงานเป็นรายประเด็น 1 จาก 2 แห่ง" in drawing.words.subtitle
    names = [row[0] for row in drawing.rows().rows]
    assert names[0] == "1.1 ผลสัมฤทธิ์ทางวิชาการของผู้เรียน"
    assert any(name.endswith("…") for name in names)


def test_groups_keep_their_order_and_say_their_n() -> None:
    found = synthesised(
        sent(1, rating(3), cluster="ก"), sent(2, rating(5), cluster="ข"), silent(3, cluster="ค")
    )
    groups = [group for group in found.groups if group.kind is GroupKind.CLUSTER]
    drawing = make_group_chart(groups, BASIC, "1", 2566)
    assert drawing.words.title == "มาตรฐานที่ 1 ถึงระดับดีเลิศขึ้นไป 1 จาก 2 แห่ง"
    assert list(dict.fromkeys(row[0] for row in drawing.rows().rows)) == ["ก (1 แห่ง)", "ข (1 แห่ง)"]


def test_years_say_each_share_with_its_own_n() -> None:
    years = {2565: [sent(1, rating(3)), sent(2, rating(4))], 2566: [sent(1, rating(5))]}
    drawing = make_year_chart(levels_over_years(years, BASIC, STANDARDS), "1")
    assert drawing.words.title == ("มาตรฐานที่ 1 ถึงระดับดีเลิศขึ้นไป ปี 2565: 1 จาก 2 แห่ง · ปี 2566: 1 จาก 1 แห่ง")


def test_a_row_is_found_by_its_number() -> None:
    level = synthesised(sent(1, rating(4))).levels[1]
    assert pick_row(level, "1.2").name == "คุณลักษณะที่พึงประสงค์ของผู้เรียน"
    assert pick_row(level, "3").item == ""
