"""The sheet for a visit says what the school's page says, for one school and for its cluster."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from lib.__main__ import main
from lib.catalog.report_words import load_report_words
from lib.catalog.toml_files import DATA_DIR
from lib.domain.indicators import Direction
from lib.services.analysis import examine_office, load_office_data, make_periods
from lib.services.findings import compute_findings, join_reviews
from lib.services.office import load_office, size_scheme
from lib.services.school import load_school_view
from lib.services.school_sheet import SheetDesk, collect_sheet, make_cluster_sheets, make_sheet
from lib.storage.engine import Store
from tests.report.reading_word import paragraph_texts, part_xml

SCHOOL = "99010031"
TODAY = date(2026, 11, 22)
WORDS = load_report_words(DATA_DIR / "school_sheet.toml")


@pytest.fixture(scope="module")
def desk(sample_store: Store) -> SheetDesk:
    office, _ = load_office(sample_store)
    data = load_office_data(sample_store)
    periods = make_periods(data)
    found = examine_office(data, periods)
    return SheetDesk(
        sample_store, office, data, found, join_reviews(sample_store, *compute_findings(data, periods)), TODAY
    )


def texts(docx: bytes) -> list[str]:
    return [text.replace("\u00a0", " ") for text in paragraph_texts(part_xml(docx))]


def test_every_figure_of_the_page_stands_on_the_sheet_as_it_is_on_screen(desk: SheetDesk) -> None:
    view = load_school_view(
        desk.store, desk.data, desk.found, desk.findings, SCHOOL, size_scheme(desk.office)
    )
    _, docx = make_sheet(desk, SCHOOL)
    printed = texts(docx)
    rows = [row for section in view.sections for row in section.shown]
    assert rows
    for row in rows:
        start = printed.index(row.indicator.short_name)
        shown = [row.value, row.counted or "–", row.area or "–", row.peers or "–", row.certainty or "–"]
        assert printed[start + 1 : start + 6] == shown


def test_the_sheet_names_file_sheet_and_cell_of_its_figures(desk: SheetDesk) -> None:
    _, docx = make_sheet(desk, SCHOOL)
    source = next(text for text in texts(docx) if "→ ชีต" in text)
    assert ".xlsx → ชีต “" in source
    assert "→ เซลล์ " in source


def test_a_trend_has_the_target_of_schools_and_none_that_is_the_area_s_alone(desk: SheetDesk) -> None:
    targets = {
        trend.caption: trend.target
        for school in desk.data.schools[:12]
        for trend in collect_sheet(desk, school.school_id, WORDS).trends
    }
    known = {each.short_name: each for each in desk.found.cube.indicators}
    assert {target is None for target in targets.values()} == {True, False}
    for name, target in targets.items():
        of_schools = not known[name].sums and known[name].direction is not Direction.BAND
        assert target == (known[name].target if of_schools else None)


def test_the_questions_follow_the_findings_and_assert_no_cause(desk: SheetDesk) -> None:
    _, docx = make_sheet(desk, SCHOOL)
    asked = [text for text in texts(docx) if "โรงเรียนเห็นว่าตัวเลขตรงกับที่เป็นอยู่หรือไม่" in text]
    assert len(asked) == 1
    assert "เพราะ" not in "".join(asked)


def test_a_cluster_gives_one_sheet_for_each_of_its_open_schools(desk: SheetDesk) -> None:
    cluster = next(school.cluster for school in desk.data.schools if school.school_id == SCHOOL)
    ids = sorted(school.school_id for school in desk.data.schools if school.cluster == cluster)
    steps: list[tuple[int, int]] = []
    content = make_cluster_sheets(desk, cluster, lambda done, of: steps.append((done, of)))
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
    assert [name.split()[1] for name in names] == ids
    assert steps[-1] == (len(ids), len(ids))


def test_the_command_writes_the_sheet_of_a_school(sample_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "sheet.docx"
    done = CliRunner().invoke(main, ["school", SCHOOL, "--docx", str(file), "--database", sample_store.url])
    assert done.exit_code == 0, done.output
    assert any("ข้อมูลโรงเรียนสำหรับการนิเทศ" in text for text in texts(file.read_bytes()))


def test_the_command_refuses_a_school_that_is_not_there(sample_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "sheet.docx"
    done = CliRunner().invoke(
        main, ["school", "00000000", "--docx", str(file), "--database", sample_store.url]
    )
    assert done.exit_code == 1
    assert not file.exists()
