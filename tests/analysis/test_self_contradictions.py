"""A report whose levels do not add up is a doubt about the data, told singly or together."""

import pytest

from lib.domain.findings import Finding
from lib.domain.indicators import Kind
from lib.domain.self_ratings import CheckedReport
from tests.analysis.builders import YEAR, all_findings, catalogue, indicator, observations, schools, shares

LEVELS = indicator("sar_level", Kind.SCORE, valid_max=5.0)
TWENTY = schools(20)


def _reports(n_doubted: int, year: int = YEAR) -> tuple[CheckedReport, ...]:
    return tuple(
        CheckedReport(school.school_id, year, ("ระดับ 5 แต่ค่าเฉลี่ยได้ 4",) * (k < n_doubted), f"{k}.docx")
        for k, school in enumerate(TWENTY)
    )


def _told(reports: tuple[CheckedReport, ...], n_figures: int = 0) -> list[Finding]:
    table = (
        shares(LEVELS, TWENTY[:n_figures], [4] * n_figures, [5] * n_figures)
        if n_figures
        else observations([])
    )
    made = all_findings(table, TWENTY, catalogue(LEVELS), reports=reports)
    return [f for f in made if f.rule_id == "R8"]


def test_a_report_that_does_not_add_up_is_told_with_what_it_says() -> None:
    (found,) = _told(_reports(1))
    assert found.sentence == (
        "โรงเรียนทดสอบ 0 ตัวชี้วัด sar_level ปีการศึกษา 2567 (0.docx) ไม่ตรงกันเอง คือ ระดับ 5 แต่ค่าเฉลี่ยได้ 4 "
        "จึงยังไม่ใช้ระดับนั้นเทียบกับผล ควรสอบถามโรงเรียน (กฎ R8)"
    )
    assert (found.kind, found.tier, found.scope_id) == ("data_quality", 0, TWENTY[0].school_id)


def test_more_than_three_are_told_together_with_how_many_were_confirmed() -> None:
    (found,) = _told(_reports(4))
    assert found.scope == "area"
    assert "4 จาก 20 ฉบับ" in found.sentence
    assert "(ร้อยละ 20.00)" in found.sentence
    assert [school for school, _ in found.sources] == [s.school_id for s in TWENTY[:4]]


@pytest.mark.parametrize("reports", [_reports(0), _reports(4, YEAR - 1), ()])
def test_reports_that_add_up_or_are_of_another_year_say_nothing(reports: tuple[CheckedReport, ...]) -> None:
    assert _told(reports) == []


def test_where_the_area_already_lacks_figures_of_the_levels_the_reports_are_told_one_by_one() -> None:
    told = _told(_reports(4), n_figures=10)
    assert sorted(found.scope for found in told) == ["area", "school", "school", "school", "school"]
    assert len({found.id for found in told}) == 5
