"""Slides of a meeting: how many, in which order, what a title says, what is left out and told."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.domain.findings import FindingKind
from lib.domain.report_content import AcceptedFinding, DomainResults, ReportContent
from lib.domain.slides import Slide, SlideDeck, line_text
from lib.domain.topics import TopicSchool
from lib.report.slide_compose import compose_slides
from lib.report.slide_fit import MOST_LINES, TITLE_CM, TITLE_PT, lines_taken
from lib.report.slide_words import load_slide_words
from tests.report.sample_content import ABOVE, BELOW, accepted, make_content

NAMES = ("ด้านวิชาการ", "ด้านงบประมาณ", "ด้านการบริหารงานบุคคล", "ด้านการบริหารทั่วไป")
IDS = ("academic", "budget", "personnel", "general")


def deck_of(content: ReportContent) -> SlideDeck:
    return compose_slides(content, load_slide_words())


def slide(deck: SlideDeck, key: str) -> Slide:
    return next(each for each in deck.slides if each.key == key)


def texts(told: Slide) -> str:
    return "\n".join(line_text(each) for each in told.lines)


def four_domains(n_rows: int = 2, findings: tuple[AcceptedFinding, ...] = ()) -> tuple[DomainResults, ...]:
    rows = tuple(
        replace(BELOW, figure_id=f"b{place}|academic_year|2567", short_name=f"ตัวชี้วัด {place}")
        for place in range(n_rows)
    )
    return tuple(
        DomainResults(each, name, "#0F5E6B", rows, findings if each == "academic" else (), 0, n_rows)
        for each, name in zip(IDS, NAMES, strict=True)
    )


def measured(kind: FindingKind, name: str, **numbers: float | str) -> AcceptedFinding:
    told = accepted(kind, f"ข้อค้นพบ {name}")
    finding = replace(told.finding, numbers=tuple(sorted(numbers.items())))
    return replace(told, finding=finding, short_name=name)


def shared(name: str, *schools: str) -> AcceptedFinding:
    told = measured("improvement_area", name, n_told=len(schools), n_schools=10)
    finding = replace(told.finding, scope="schools", scope_id="low")
    listed = tuple(
        TopicSchool(
            each, f"บ้าน{each}", "กลุ่ม 1", "x", name, "1", "", "", "", small=False, likely=False, finding_id="f"
        )
        for each in schools
    )
    return replace(told, finding=finding, schools=listed)


def test_slides_stand_in_the_order_of_a_meeting() -> None:
    kinds = [each.kind for each in deck_of(make_content(domains=four_domains())).slides]
    assert kinds[:3] == ["cover", "agenda", "context"]
    assert kinds[3:7] == ["results"] * 4
    assert kinds[-3:] == ["recommendations", "decisions", "sources"]
    assert kinds.index("sar") < kinds.index("kpi") < kinds.index("recommendations")


def test_the_agenda_names_the_page_on_which_each_part_begins() -> None:
    deck = deck_of(make_content(domains=four_domains()))
    table = slide(deck, "agenda").table
    assert table is not None
    pages = {row[1]: int(row[2]) for row in table.rows}
    assert deck.slides[pages["ผลการดำเนินงานรายด้าน"] - 1].key == "results_academic"
    assert deck.slides[pages["ข้อเสนอแนะ"] - 1].key == "recommendations"


def test_a_domain_is_told_by_how_many_reach_their_target_and_which_is_farthest() -> None:
    told = slide(deck_of(make_content()), "results_academic")
    # ก is 2.25 above its target, ข 18.50 below
    assert told.title.startswith("ด้านวิชาการถึงเป้าหมาย 1 จาก 2 ตัวชี้วัด")
    assert "ห่างเป้าหมายที่สุด: สมมติ ก ร้อยละ 31.50 (n = 1,204)" in texts(told)
    assert "โรงเรียนที่ถึงเป้าหมายข้อนี้ 8 จาก 10 (80.00)" in texts(told)


def test_a_domain_that_reaches_all_says_so_and_names_nothing_far() -> None:
    reached = DomainResults("academic", "ด้านวิชาการ", "#0F5E6B", (ABOVE,), (), n_reached=1, n_judged=1)
    told = slide(deck_of(make_content(domains=(reached,))), "results_academic")
    assert told.title == "ด้านวิชาการถึงเป้าหมายทั้ง 1 ตัวชี้วัดที่มีเป้าหมาย"
    assert "ห่าง" not in texts(told)


def test_a_chart_draws_the_six_widest_distances_in_the_order_of_the_report() -> None:
    rows = tuple(
        replace(BELOW, figure_id=f"r{gap}|academic_year|2567", short_name=f"ห่าง {gap}", value=50.0 - gap)
        for gap in (3, 9, 1, 8, 2, 7, 6, 5)
    )
    domain = DomainResults("academic", "ด้านวิชาการ", "#0F5E6B", rows, (), 0, len(rows))
    told = slide(deck_of(make_content(domains=(domain,))), "results_academic")
    assert told.chart is not None
    assert told.chart.categories == ("ห่าง 3", "ห่าง 9", "ห่าง 8", "ห่าง 7", "ห่าง 6", "ห่าง 5")
    assert "กราฟแสดง 6 จาก 8 ตัวชี้วัด" in texts(told)


def test_money_that_fits_no_axis_of_100_stands_in_a_small_table() -> None:
    rows = tuple(
        replace(ABOVE, figure_id=f"m{n}|fiscal_year|2568", short_name=f"เงิน {n}", drawn=False)
        for n in range(7)
    )
    domain = DomainResults("budget", "ด้านงบประมาณ", "#00785A", rows, (), 7, 7)
    told = slide(deck_of(make_content(domains=(domain,))), "results_budget")
    assert told.chart is None
    assert told.table is not None
    assert len(told.table.rows) == 5
    assert told.table.figure_ids[0][1] == "m0|fiscal_year|2568|value"
    assert "ตารางแสดง 5 จาก 7 ตัวชี้วัด" in texts(told)


def test_domains_without_figures_share_one_slide_that_names_them() -> None:
    deck = deck_of(make_content())
    told = slide(deck, "missing")
    assert told.title == "ยังไม่มีข้อมูล 1 ด้านในปีที่รายงาน"
    assert "ด้านงบประมาณ: ไม่มีผล" in texts(told)
    assert "ด้านงบประมาณ" in texts(slide(deck, "decisions"))


def test_a_finding_is_one_line_with_value_comparison_and_n() -> None:
    found = measured(
        "improvement_area",
        "คณิต",
        value=27.2,
        benchmark=29.6,
        benchmark_gap=2.4,
        benchmark_name="ประเทศ",
        n=2357,
    )
    told = slide(deck_of(make_content(domains=four_domains(findings=(found,)))), "improvement_areas")
    assert "คณิต 27.20 ต่ำกว่าประเทศ 29.60 (n = 2,357)" in texts(told)
    assert told.lines[0][1].figure_id == f"finding|{found.finding.id}|value"


def test_a_likely_difference_is_called_likely() -> None:
    found = measured("strength", "ไทย", value=60.0, target=50.0, gap=10.0, n=100)
    likely = replace(found, finding=replace(found.finding, tier=2))
    told = slide(deck_of(make_content(domains=four_domains(findings=(likely,)))), "strengths")
    assert "น่าจะสูงกว่าเป้าหมาย" in texts(told)


def test_a_short_sentence_that_people_wrote_is_kept() -> None:
    found = replace(measured("strength", "ไทย", value=60.0, n=100), sentence="อ่านออกเขียนได้เกือบทุกคน")
    told = slide(deck_of(make_content(domains=four_domains(findings=(found,)))), "strengths")
    assert line_text(told.lines[0]) == "อ่านออกเขียนได้เกือบทุกคน"


def test_of_many_findings_the_widest_are_shown_and_the_rest_are_counted() -> None:
    found = tuple(
        measured("strength", f"เรื่อง {gap}", value=50.0 + gap, target=50.0, gap=float(gap), n=100)
        for gap in range(1, 21)
    )
    told = slide(deck_of(make_content(domains=four_domains(findings=found))), "strengths")
    assert "เรื่อง 20" in texts(told)
    assert "เรื่อง 1 " not in texts(told)
    assert line_text(told.lines[-1]) == f"อีก {20 - (len(told.lines) - 1)} ข้ออยู่ในรายงาน บทที่ 4"
    assert any("เรื่อง 1" in line_text(each) for each in told.notes)


def test_schools_to_see_first_are_those_of_more_than_one_matter_by_name_not_by_result() -> None:
    found = (shared("ไทย", "ข", "ก", "ค"), shared("คณิต", "ข", "ก"))
    told = slide(deck_of(make_content(domains=four_domains(findings=found))), "schools")
    assert "ควรไปดูก่อน 2 แห่ง" in told.title
    assert "ควรไปดูก่อน (เรียงตามกลุ่มและชื่อ): บ้านก, บ้านข" in texts(told)


def test_without_reports_and_form_one_slide_says_what_is_missing() -> None:
    deck = deck_of(make_content(domains=four_domains(), sar=None, kpi=()))
    assert slide(deck, "no_evidence").title == "ยังไม่มีรายงานการประเมินตนเอง และยังไม่ได้กรอกแบบตัวชี้วัด"
    assert "SAR" in texts(slide(deck, "decisions"))


def test_without_reports_alone_their_slide_says_so() -> None:
    deck = deck_of(make_content(domains=four_domains(), sar=None))
    assert "ยังไม่มีรายงานการประเมินตนเอง" in slide(deck, "sar").title


def test_recommendations_name_every_recipient_and_count_the_rest() -> None:
    told = slide(deck_of(make_content()), "recommendations")
    assert told.table is not None
    assert told.table.rows == (("สพท.", "จัดนิเทศรายโรงเรียน"),)
    assert told.title == "คณะทำงานเสนอแนะ 1 ข้อ ต่อ 1 ฝ่าย"


def test_250_schools_in_long_lists_still_fit() -> None:
    names = [f"{place:03}" for place in range(250)]
    found = (shared("ไทย", *names), shared("คณิต", *names))
    deck = deck_of(make_content(domains=four_domains(findings=found), n_schools=250))
    told = slide(deck, "schools")
    assert "และอีก 2" in texts(told)  # 250 minus the few that fit two lines
    assert sum(lines_taken(line_text(each), 30.0, 28) for each in told.lines) <= MOST_LINES


def test_a_draft_says_so_in_its_title() -> None:
    assert deck_of(make_content(is_draft=True)).title.endswith("(ฉบับร่าง)")


@st.composite
def contents(draw: st.DrawFn) -> ReportContent:
    """Reports from nothing at all to very much of everything."""
    domains = []
    for each, name in zip(IDS, NAMES, strict=True):
        n_rows = draw(st.sampled_from((0, 1, 7, 40)))
        words = draw(st.text(alphabet="กขคงจ เแาิ่้12", min_size=1, max_size=60)).strip() or "ก"
        rows = tuple(
            replace(
                draw(st.sampled_from((ABOVE, BELOW))),
                figure_id=f"{each}{place}|academic_year|2567",
                short_name=words,
                drawn=draw(st.booleans()),
            )
            for place in range(n_rows)
        )
        kinds = draw(st.lists(st.sampled_from(("strength", "improvement_area", "watch")), max_size=12))
        found = tuple(
            measured(kind, words, value=40.0 + place, target=50.0, gap=10.0 - place, n=100)
            for place, kind in enumerate(kinds)
        )
        both = (*found, shared(words, "ก", "ข")) if draw(st.booleans()) else found
        n_judged = draw(st.integers(0, n_rows))
        domains.append(
            DomainResults(each, name, "#0F5E6B", rows, both, draw(st.integers(0, n_judged)), n_judged)
        )
    whole = make_content(domains=tuple(domains))
    return replace(
        whole,
        sar=draw(st.sampled_from((None, whole.sar))),
        kpi=draw(st.sampled_from(((), whole.kpi))),
        sizes=draw(st.sampled_from(((), whole.sizes))),
        n_pupils=draw(st.sampled_from((None, 1204))),
    )


@settings(max_examples=40, deadline=None)
@given(contents())
def test_a_deck_has_10_to_15_slides_whatever_there_is(content: ReportContent) -> None:
    deck = deck_of(content)
    assert 10 <= len(deck.slides) <= 15
    for each in deck.slides:
        assert lines_taken(each.title, TITLE_CM, TITLE_PT, bold=True) <= 2
        assert len(each.lines) <= 6


@pytest.mark.parametrize("word", ["เพราะ", "เนื่องจาก", "ส่งผลให้", "ทำให้"])
def test_no_wording_of_the_slides_asserts_a_cause(word: str) -> None:
    words = load_slide_words()
    assert not [
        key for key, text in {**words.texts, **words.phrases}.items() if word in text and key != "note_median"
    ]
