"""One school of the sample office as its page shows it: rows, findings, levels, years beside others."""

import math

import pytest

from lib.analysis.examination import Examination
from lib.catalog.rules import load_rules
from lib.charts.marks import Mark
from lib.domain.findings import Finding, FindingKind, Review, Tier, finding_id
from lib.domain.periods import Period, PeriodKind
from lib.errors import WorkbenchError
from lib.services.analysis import OfficeData, examine_office, load_office_data, make_periods
from lib.services.explore import load_indicator_view
from lib.services.findings import FindingsResult, ReviewedFinding, compute_findings, join_reviews
from lib.services.office import load_office, size_scheme
from lib.services.school import SchoolView, find_school, list_schools, load_school_view
from lib.services.school_findings import finding_lines, lines_in_sight
from lib.services.school_rows import MOST_ROWS
from lib.storage.engine import Store

MATHS = "academic.onet_p6_math"


@pytest.fixture(scope="module")
def data(sample_store: Store) -> OfficeData:
    return load_office_data(sample_store)


@pytest.fixture(scope="module")
def found(data: OfficeData) -> Examination:
    return examine_office(data, make_periods(data))


@pytest.fixture(scope="module")
def result(sample_store: Store, data: OfficeData) -> FindingsResult:
    return join_reviews(sample_store, *compute_findings(data, make_periods(data)))


@pytest.fixture(scope="module")
def disagreeing(result: FindingsResult) -> str:
    """The first school whose own levels its results disagree with."""
    return next(
        each.finding.scope_id
        for each in result.findings
        if each.finding.rule_id == "R7" and each.finding.scope == "school"
    )


@pytest.fixture(scope="module")
def page(
    sample_store: Store, data: OfficeData, found: Examination, result: FindingsResult, disagreeing: str
) -> SchoolView:
    return of_school(sample_store, data, found, result, disagreeing)


def of_school(
    store: Store, data: OfficeData, found: Examination, result: FindingsResult, school_id: str
) -> SchoolView:
    office, _ = load_office(store)
    return load_school_view(store, data, found, result, school_id, size_scheme(office))


def reviewed(
    indicator: str, tier: Tier, rule: str, kind: FindingKind = "improvement_area"
) -> ReviewedFinding:
    period = Period(PeriodKind.ACADEMIC_YEAR, 2568)
    identity = finding_id("school", "1", indicator, kind, rule, period)
    told = f"โรงเรียนบ้านทดสอบ {indicator} (กฎ {rule})"
    finding = Finding(
        identity, "school", "1", "บ้านทดสอบ", "academic", indicator, kind, tier, rule, period, told, ()
    )
    return ReviewedFinding(finding, Review(identity), stale=False)


def test_the_school_page_says_the_same_as_the_explore_page(
    sample_store: Store, data: OfficeData, found: Examination, result: FindingsResult
) -> None:
    view = load_indicator_view(data, found, MATHS)
    rows = view.schools[view.schools["value"].notna()].head(25).to_dict("records")
    assert rows
    for row in rows:
        page = of_school(sample_store, data, found, result, str(row["school_id"]))
        shown = next(one for part in page.sections for one in part.rows if one.indicator.id == MATHS)
        assert shown.value == view.words.figure(row["value"])
        assert shown.change == row["change_text"]
        assert shown.small == row["small"]
        assert (shown.source_file, shown.source_ref) == (row["source_file"], row["source_ref"])
        if shown.tier is None and row["relation"] in ("above", "below") and not row["small"]:
            assert shown.certainty == f"{'สูง' if row['relation'] == 'above' else 'ต่ำ'}กว่าเขต ปีเดียว"


def test_a_domain_shows_its_findings_first_and_the_surest_before_the_others(page: SchoolView) -> None:
    tiers = [[row.tier for row in part.shown] for part in page.sections]
    assert any(told[0] == 1 for told in tiers)
    for told in tiers:
        assert len(told) <= MOST_ROWS
        places = [(1, 2, 0, None).index(tier) for tier in told]
        assert places == sorted(places)


def test_every_indicator_of_a_domain_waits_behind_the_few(page: SchoolView) -> None:
    for part in page.sections:
        assert {row.indicator.id for row in part.shown} <= {row.indicator.id for row in part.rows}
        assert len(part.rows) > len(part.shown)


def test_a_share_is_told_as_x_of_n_and_a_small_n_is_marked(
    sample_store: Store, data: OfficeData, found: Examination, result: FindingsResult
) -> None:
    rows = [
        row
        for school in data.schools[:20]
        for part in of_school(sample_store, data, found, result, school.school_id).sections
        for row in part.rows
        if row.n is not None
    ]
    assert any(" จาก " in row.counted for row in rows)
    assert {row.counted.endswith(" (น้อย)") for row in rows if row.small} == {True}
    assert not any("น้อย" in row.counted for row in rows if not row.small)
    assert {row.certainty for row in rows if row.small and row.tier is None} <= {f"– {Mark.SMALL.value}", ""}


def test_years_stand_beside_area_and_like_schools_and_a_missing_year_stays_missing(page: SchoolView) -> None:
    rows = [row for part in page.sections for row in part.rows]
    assert {len(row.years) for row in rows} == {3}
    points = [point for row in rows for point in row.years]
    assert all(point.value is None or math.isfinite(point.value) for point in points)
    assert any(point.value is None for point in points)
    beside = [point.peers for point in points if point.peers is not None]
    assert beside
    assert all(low <= high for low, high in beside)


def test_the_page_holds_its_own_findings_and_no_other(page: SchoolView, disagreeing: str) -> None:
    assert page.lines
    assert {line.finding.scope_id for line in page.lines} == {disagreeing}


def test_the_levels_that_results_disagree_with_are_marked(page: SchoolView) -> None:
    told = {line.finding for line in page.lines if line.finding.rule_id == "R7"}
    marked = [one for one in page.levels if one.disagreeing]
    assert {finding for one in marked for finding in one.disagreeing} >= told
    for one in marked:
        for finding in one.disagreeing:
            about = str(dict(finding.numbers)["item"])
            assert f"(ระดับ{one.level_of_education})" in about
            assert one.standard in about or f"ประเด็นพิจารณาที่ {one.standard.split()[-1]}." in about


def test_what_was_looked_at_and_what_was_found_share_no_indicator(page: SchoolView) -> None:
    assert page.quiet
    spoken = {line.finding.indicator_id for line in page.lines}
    assert spoken & {cell.indicator_id for cell in page.quiet} == set()


def test_a_rejected_finding_leaves_the_lines_and_its_row_without_being_forgotten(
    sample_store: Store,
    data: OfficeData,
    found: Examination,
    result: FindingsResult,
    page: SchoolView,
    disagreeing: str,
) -> None:
    first = page.lines[0].each
    rejection = Review(first.finding.id, "rejected", reason="ตรวจแล้วเป็นข้อมูลเก่า")
    changed = tuple(
        ReviewedFinding(each.finding, rejection, stale=False)
        if each.finding.indicator_id == first.finding.indicator_id and each.finding.scope_id == disagreeing
        else each
        for each in result.findings
    )
    again = of_school(sample_store, data, found, FindingsResult(changed, result.quiet), disagreeing)
    assert first.finding.indicator_id not in {line.finding.indicator_id for line in again.lines}
    assert first.finding.id in {each.finding.id for each in again.rejected}
    row = next(
        one for part in again.sections for one in part.rows if one.indicator.id == first.finding.indicator_id
    )
    assert row.tier is None


def test_one_line_speaks_for_an_indicator_and_names_the_rules_that_agree(data: OfficeData) -> None:
    own = [reviewed(MATHS, 2, "R4"), reviewed(MATHS, 1, "R2"), reviewed(MATHS, 2, "R5")]
    lines = finding_lines("บ้านทดสอบ", own, data.catalogue.by_id, load_rules())
    assert [(line.finding.rule_id, line.others) for line in lines] == [("R2", ("R5", "R4"))]
    assert lines[0].sentence == f"{MATHS} (กฎ R2)"


def test_both_sides_are_in_sight_where_there_are_both(data: OfficeData) -> None:
    names = [one.id for one in data.catalogue.indicators[:9]]
    own = [reviewed(name, 1, "R2") for name in names[:7]]
    own += [reviewed(name, 2, "R2", "strength") for name in names[7:]]
    lines = finding_lines("บ้านทดสอบ", own, data.catalogue.by_id, load_rules())
    kinds = [line.finding.kind for line in lines_in_sight(lines, 6)]
    assert (kinds.count("strength"), kinds.count("improvement_area")) == (2, 4)


def test_an_unknown_school_is_refused(
    sample_store: Store, data: OfficeData, found: Examination, result: FindingsResult
) -> None:
    with pytest.raises(KeyError):
        of_school(sample_store, data, found, result, "00000000")


def test_a_school_is_found_by_code_or_by_a_name_that_only_one_bears(data: OfficeData) -> None:
    names = [school.name for school in data.schools]
    one = next(school for school in list_schools(data) if names.count(school.name) == 1)
    assert find_school(data, one.smis_code) == find_school(data, f"โรงเรียน{one.name}") == one
    with pytest.raises(WorkbenchError, match="ไม่พบ"):
        find_school(data, "โรงเรียนที่ไม่มี")
