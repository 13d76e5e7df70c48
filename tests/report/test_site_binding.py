"""The public copy laid beside its data: agreeing, changed by hand, made from data that changed since."""

import dataclasses

import pytest

from lib.domain.verified_figures import FigureCheck, FigureState, check_figures
from lib.ingest.bound_files import read_bound_file
from lib.report.file_bundle import bundle_files
from lib.report.site_binding import public_figures
from tests.report.small_site import document, publication, small_site


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return small_site()


def _checked(files: dict[str, bytes], data_change: int = 0) -> list[FigureCheck]:
    now = publication()
    if data_change:
        first = dataclasses.replace(now.figures[0], numerator=(now.figures[0].numerator or 0) + data_change)
        now = dataclasses.replace(now, figures=(first, *now.figures[1:]))
    file = read_bound_file(bundle_files(sorted(files.items())))
    return list(check_figures(file, public_figures(document(), now)))


def _differing(checks: list[FigureCheck]) -> list[tuple[FigureState, str]]:
    return [(each.state, each.place) for each in checks if each.state is not FigureState.AGREES]


def test_every_figure_of_a_fresh_copy_agrees(site: dict[str, bytes]) -> None:
    checks = _checked(site)
    assert _differing(checks) == []
    # five shown: numerator, denominator, value, level; two hidden: denominator and the sign of hiding
    assert sum(each.place.startswith("figures.csv#") for each in checks) == 5 * 4 + 2 * 2
    on_pages = [each.printed for each in checks if each.place.startswith(("data-", "schools-"))]
    assert sorted(on_pages) == ["25.00", "30.00", "33.33", "33.33", "60.00"]
    assert [each.printed for each in checks if each.place.startswith("report.html")] == ["1.50"]


def test_a_cell_changed_by_hand_is_named(site: dict[str, bytes]) -> None:
    file = site | {"figures.csv": site["figures.csv"].replace(b",30,100,30.00,", b",30,100,31.00,")}
    assert _differing(_checked(file)) == [(FigureState.EDITED, "figures.csv#1:14")]
    page = next(name for name in site if name.startswith("data-"))
    drawn = site | {page: site[page].replace(b">25.00</span>", b">26.00</span>")}
    assert _differing(_checked(drawn)) == [(FigureState.EDITED, f"{page}#v2")]


def test_data_that_changed_since_are_told(site: dict[str, bytes]) -> None:
    assert _differing(_checked(site, data_change=1)) == [(FigureState.CHANGED, "figures.csv#1:12")]


def test_the_list_of_figures_holds_no_finer_value_than_printed(site: dict[str, bytes]) -> None:
    told = site["figures.xml"].decode()
    assert 'text="33.33" value="33.33"' in told
    assert "33.333" not in told
    assert " n=" not in told
