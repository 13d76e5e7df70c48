"""One indicator and one school as the pages get them, on the sample office."""

import pytest

from lib.analysis.examination import Examination
from lib.charts.marks import Mark
from lib.domain.observations import WHOLE_YEAR
from lib.domain.periods import Period, PeriodKind
from lib.services.analysis import OfficeData, examine_office, load_office_data, make_periods
from lib.services.explore import (
    IndicatorView,
    find_school,
    list_indicators,
    load_indicator_view,
    load_school_line,
)
from lib.services.explore_charts import Picture, draw_picture, pictures_of
from lib.services.findings import FindingsResult, compute_findings, join_reviews
from lib.services.indicator_words import make_words
from lib.storage.engine import Store

MATHS = "academic.onet_p6_math"


@pytest.fixture(scope="module")
def data(sample_store: Store) -> OfficeData:
    return load_office_data(sample_store)


@pytest.fixture(scope="module")
def found(data: OfficeData) -> Examination:
    return examine_office(data, make_periods(data))


@pytest.fixture(scope="module")
def view(data: OfficeData, found: Examination) -> IndicatorView:
    return load_indicator_view(data, found, MATHS)


@pytest.fixture(scope="module")
def result(sample_store: Store, data: OfficeData) -> FindingsResult:
    return join_reviews(sample_store, *compute_findings(data, make_periods(data)))


@pytest.mark.parametrize("domain", ["academic", "budget", "personnel", "general"])
def test_only_indicators_with_figures_are_listed_and_the_key_ones_first(
    data: OfficeData, found: Examination, domain: str
) -> None:
    listed = list_indicators(data, found, domain)
    known = {*data.observations["indicator_id"], *data.benchmarks["indicator_id"]}
    assert listed
    assert {each.id for each in listed} <= known
    assert [each.key_indicator for each in listed] == sorted(
        (each.key_indicator for each in listed), reverse=True
    )
    assert all(each.label.startswith("ข้อมูลพื้นฐาน") for each in listed if not each.key_indicator)


def test_the_area_value_is_weighted_by_test_takers(view: IndicatorView) -> None:
    known = view.schools[view.schools["value"].notna() & view.schools["n"].notna()]
    expected = (known["value"] * known["n"]).sum() / known["n"].sum()
    assert view.summary.value == pytest.approx(expected)
    assert view.tiles[0].figure == f"{expected:.2f}"


def test_the_status_sentence_names_year_n_outside_value_and_certainty(view: IndicatorView) -> None:
    for words in (view.summary.period.label, "ผู้เข้าสอบ", "โรงเรียน", "เทียบประเทศ", "ความผันผวน"):
        assert words in view.sentence


def test_a_small_school_is_in_the_table_with_its_n_and_without_a_judgement(view: IndicatorView) -> None:
    small = view.schools[view.schools["small"]]
    assert len(small) == view.summary.n_small > 0
    assert set(small["mark"]) == {str(Mark.SMALL)}
    first = small.iloc[0]
    assert first["relation_text"] == f"– มีผู้เข้าสอบ {int(first['n'])} คน"


def test_schools_stand_in_the_order_of_names_never_of_values(view: IndicatorView) -> None:
    values = list(view.schools["value"].dropna())
    assert values != sorted(values)
    assert values != sorted(values, reverse=True)


def test_going_down_to_a_cluster_keeps_only_its_schools(view: IndicatorView) -> None:
    inside = view.of_cluster(view.clusters[0])
    assert set(inside["cluster"]) == {view.clusters[0]}
    assert sum(len(view.of_cluster(cluster)) for cluster in view.clusters) == len(view.schools)


def test_every_value_knows_its_file_and_cell(view: IndicatorView, data: OfficeData) -> None:
    with_value = view.schools[view.schools["value"].notna()]
    assert (with_value["source_ref"] != "").all()
    row = with_value.iloc[0]
    stored = data.observations[
        (data.observations["indicator_id"] == MATHS)
        & (data.observations["school_id"] == row["school_id"])
        & (data.observations["year_be"] == view.summary.period.year_be)
        & (data.observations["term"] == WHOLE_YEAR)
    ].iloc[0]
    assert (row["source_file"], row["source_ref"]) == (stored["source_file"], stored["source_ref"])
    assert row["value"] == stored["value"]


def test_an_indicator_with_n_has_all_four_pictures_and_each_can_be_drawn(
    view: IndicatorView, data: OfficeData, found: Examination
) -> None:
    school = find_school(data, str(view.schools["school_id"].iloc[0]))
    assert school is not None
    assert pictures_of(view) == tuple(Picture)
    for picture in Picture:
        line = load_school_line(found, MATHS, school)
        drawn = draw_picture(view, picture, "#0072B2", school.school_id, line)
        assert "ผู้เข้าสอบ" in " ".join(drawn.spec["title"]["subtitle"])


def test_an_indicator_stated_for_the_area_only_has_a_sentence_and_no_picture(
    data: OfficeData, found: Examination
) -> None:
    stated = next(
        view
        for each in list_indicators(data, found, "budget")
        if (view := load_indicator_view(data, found, each.id)).summary.aggregation == "stated"
    )
    assert "ตามตัวเลขที่แจ้งระดับเขต" in stated.sentence
    assert pictures_of(stated) == ()


def test_a_year_without_figures_is_said_and_not_shown_as_zero(data: OfficeData) -> None:
    later = examine_office(data, {PeriodKind.ACADEMIC_YEAR: Period(PeriodKind.ACADEMIC_YEAR, 2569)})
    view = load_indicator_view(data, later, MATHS)
    assert "ยังไม่มีค่าในฐานข้อมูล" in view.sentence
    assert view.tiles[0].figure == "–"


def test_where_less_is_better_a_lower_school_carries_the_good_sign(
    data: OfficeData, found: Examination
) -> None:
    words = make_words(data.catalogue.by_id["general.dropout_pct"], found.rules)
    assert words.mark("below", small=False) is Mark.GOOD
    assert words.mark("above", small=False) is Mark.POOR
    assert words.mark("above", small=True) is Mark.SMALL


def test_a_figure_that_is_not_judged_is_never_good_or_poor(data: OfficeData, found: Examination) -> None:
    words = make_words(data.catalogue.by_id["personnel.student_teacher_ratio"], found.rules)
    assert words.mark("above", small=False) is Mark.DIFFERS


def test_baht_is_said_once(data: OfficeData, found: Examination) -> None:
    words = make_words(data.catalogue.by_id["budget.disburse_total_pct"], found.rules)
    assert words.counted(65_000.0) == "งบประมาณหลังโอนเปลี่ยนแปลง 65,000 บาท"
