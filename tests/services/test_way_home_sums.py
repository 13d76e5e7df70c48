"""The sums shown on the way home give the very figures that the pages print, over the whole sample office."""

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest

from lib.analysis.examination import Examination
from lib.analysis.groups import summarize_groups
from lib.domain.figures import FigureId, FigureKind
from lib.services import analysis
from lib.services.analysis import OfficeData
from lib.services.findings import compute_findings
from lib.services.way_home import IN_A_FILE, made_view
from lib.services.way_home_cell import find_versions
from lib.services.way_home_findings import finding_figures
from lib.services.way_home_view import MadeView
from lib.storage.engine import Store
from lib.thai.numerals import round_half_up
from tests.robustness.figures import is_full

_QUOTIENT = re.compile(r"([\d.,−]+) ÷ ([\d.,]+)( × 100)? = .*?([\d.,−]+)$")
_SUM = re.compile(r"^= ([\d.,−]+)(?: ปัดครึ่งขึ้นเป็น ([\d.,−]+))?$")


@pytest.fixture(scope="module")
def office(sample_store: Store) -> tuple[OfficeData, Examination]:
    data = analysis.load_office_data(sample_store)
    return data, analysis.examine_office(data, analysis.make_periods(data))


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("−", "-"))


def worked_out(view: MadeView) -> Decimal:
    """What a reader with a calculator gets from the line with the numbers, rounded half up."""
    for line in view.formula:
        if found := _QUOTIENT.search(line):
            result = number(found[1]) / number(found[2]) * (100 if found[3] else 1)
            return result.quantize(Decimal("0.01"), ROUND_HALF_UP)
    for line in view.formula:
        if found := _SUM.match(line):
            return number(found[1]).quantize(Decimal("0.01"), ROUND_HALF_UP)
    both = re.search(r"\(([\d.,−]+) \+ ([\d.,−]+)\) ÷ 2", " ".join(view.formula))
    assert both, view.formula
    return ((number(both[1]) + number(both[2])) / 2).quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_every_area_figure_is_what_its_sum_gives(office: tuple[OfficeData, Examination]) -> None:
    data, found = office
    checked = 0
    for place, indicator in enumerate(found.cube.indicators):
        for year in range(found.cube.depth):
            value = float(found.area[place, year])
            if value != value:
                continue
            figure = FigureId(FigureKind.AREA, indicator.id, found.cube.period(place, year))
            assert float(worked_out(made_view(data, found, figure))) == round_half_up(value), figure
            checked += 1
    assert checked > 200


def test_cluster_figures_are_what_their_sums_give(office: tuple[OfficeData, Examination]) -> None:
    data, found = office
    checked = 0
    for place, indicator in list(enumerate(found.cube.indicators))[:: 1 if is_full() else 3]:
        groups = summarize_groups(found, indicator.id, "cluster")
        for cluster, value in zip(groups["group_id"], groups["value"], strict=True):
            if value != value:
                continue
            figure = FigureId(FigureKind.CLUSTER, indicator.id, found.cube.periods[place], str(cluster))
            assert float(worked_out(made_view(data, found, figure))) == round_half_up(float(value)), figure
            checked += 1
    assert checked > 500


def test_what_an_area_figure_is_made_of_leads_to_files_and_cells(
    office: tuple[OfficeData, Examination],
) -> None:
    data, found = office
    place = found.place("academic.onet_p6_math")
    view = made_view(
        data, found, FigureId(FigureKind.AREA, "academic.onet_p6_math", found.cube.periods[place])
    )
    assert len(view.parts) > 100
    assert all(part.source_file and part.source_ref for part in view.parts)
    assert sum(part.weight_pct or 0.0 for part in view.parts) == pytest.approx(100)


def test_every_figure_of_every_area_and_cluster_sentence_is_found_on_its_way_home(
    sample_store: Store, office: tuple[OfficeData, Examination]
) -> None:
    data, found = office
    findings, _ = compute_findings(data, analysis.make_periods(data))
    told = [each for each in findings if each.scope != "school"]
    some = [each for each in findings if each.scope == "school"][::100]
    assert told
    assert some
    for finding in (*told, *some):
        for each in finding_figures(finding, found):
            if each.figure is None:
                assert each.remark, (finding.sentence, each.name)
                continue
            assert printed_in(sample_store, data, found, each.figure, each.printed), (finding.sentence, each)


def printed_in(store: Store, data: OfficeData, found: Examination, figure: FigureId, printed: str) -> bool:
    if figure.kind in IN_A_FILE:
        version = next(each for each in find_versions(store, figure) if each.speaks)
        n, x = version.n or 0.0, version.numerator
        counts = {round_half_up(n, 0), round_half_up(n * version.value / 100 if x is None else x, 0)}
        numbers = {round_half_up(version.value), float(figure.period.year_be), *counts}
        wanted = re.search(r"-?[\d,]+(?:\.\d+)?", printed)
        return figure.kind is FigureKind.STATED or (
            wanted is not None and float(number(wanted[0])) in numbers
        )
    view = made_view(data, found, figure)
    shown = " ".join((view.printed, *view.formula, str(figure.period.year_be)))
    wanted = re.search(r"-?[\d,]+(?:\.\d+)?", printed)
    assert wanted, printed
    return wanted[0].removesuffix(".00").replace("-", "−") in shown
