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


def test_a_copy_packed_again_in_a_folder_among_other_files_is_read(site: dict[str, bytes]) -> None:
    packed = {f"เผยแพร่ 2568/{name}": content for name, content in site.items()}
    packed |= {
        "เผยแพร่ 2568/สำรอง/figures.xml": b"<other/>",
        "เผยแพร่ 2568/อื่น.csv": "ก\n".encode("cp874"),
        "อ่านก่อน.html": b'<p id="v1">1</p>',
        "__MACOSX/figures.xml": b"<other/>",
    }
    assert _differing(_checked(packed)) == []
    page = "เผยแพร่ 2568/data-personnel.html"
    packed[page] = packed[page].replace("10 จาก 40".encode(), "10 จาก 41".encode())
    assert _differing(_checked(packed)) == [(FigureState.EDITED, "data-personnel.html#n2")]


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
    on_pages = {
        sign: sorted(each.printed for each in checks if f"#{sign}" in each.place and each.place[0] in "ds")
        for sign in "vnc"
    }
    assert on_pages["v"] == ["25.00", "30.00", "33.33", "33.33", "60.00"]
    # hidden ones still tell of how many people
    shown = ["10 จาก 30", "10 จาก 30", "10 จาก 40", "18 จาก 30", "30 จาก 100"]
    assert on_pages["n"] == [*shown, "n 30", "n 40"]
    assert on_pages["c"] == ["25.00", "33.33", "33.33"]  # the clusters of the chart
    # a cell of the report's table and the one point of its chart
    assert [each.printed for each in checks if each.place.startswith("report.html")] == ["1.50", "1.50"]


def test_a_cell_changed_by_hand_is_named(site: dict[str, bytes]) -> None:
    file = site | {"figures.csv": site["figures.csv"].replace(b",30,100,30.00,", b",30,100,31.00,")}
    assert _differing(_checked(file)) == [(FigureState.EDITED, "figures.csv#1:14")]
    page = next(name for name in site if name.startswith("data-"))
    drawn = site | {page: site[page].replace(b">25.00</span>", b">26.00</span>")}
    places = [f"{page}#c2", f"{page}#v2"]  # below its chart and in its table
    assert _differing(_checked(drawn)) == [(FigureState.EDITED, place) for place in places]
    small = "10 จาก 40".encode()
    people = site | {page: site[page].replace(small, "10 จาก 41".encode())}
    assert _differing(_checked(people)) == [(FigureState.EDITED, f"{page}#n2")]


def test_data_that_changed_since_are_told(site: dict[str, bytes]) -> None:
    assert _differing(_checked(site, data_change=1)) == [
        (FigureState.CHANGED, "figures.csv#1:12"),
        (FigureState.CHANGED, "data-personnel.html#n1"),
    ]


def test_the_list_of_figures_holds_no_finer_value_than_printed(site: dict[str, bytes]) -> None:
    told = site["figures.xml"].decode()
    assert 'text="33.33" value="33.33"' in told
    assert "33.333" not in told
    assert " n=" not in told
