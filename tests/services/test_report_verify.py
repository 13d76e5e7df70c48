"""A produced file laid beside the database after the data changed, and after a hand changed the file."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lib.domain.bound_figures import DocumentKind, FileOrigin
from lib.domain.verified_figures import FigureState
from lib.errors import WorkbenchError
from lib.ingest.bound_files import read_bound_file
from lib.services import imports
from lib.services.analysis import examine_office, load_office_data, make_periods
from lib.services.findings import compute_findings, join_reviews
from lib.services.office import load_office
from lib.services.report import make_report_docx
from lib.services.report_run import start_run
from lib.services.report_verify import verify_file
from lib.services.school_sheet import SheetDesk, make_sheet
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.builders import make_schools, make_scores

TODAY = date(2026, 5, 1)
SCHOOLS = make_schools(12)
#: 492 points over 12 schools of 20 pupils: the area stands at 41.00.
SCORES = [40, 42, 38, 41, 44, 39, 43, 40, 37, 45, 41, 42]
#: The last school read 54, not 42: 504 points, 42.00.
CORRECTED = [*SCORES[:-1], 54]


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def take_in(store: Store, scores: list[int], replaces: int | None = None) -> int:
    content = make_scores(SCHOOLS, scores)
    preview = imports.preview_file(store, content, "คะแนน.xlsx")
    return imports.commit(store, preview, content, by="ก", replaces=replaces)


def report(store: Store) -> bytes:
    return make_report_docx(start_run(store, 2567, None, today=TODAY).content)


def sheet(store: Store, school_id: str) -> bytes:
    office, _ = load_office(store)
    data = load_office_data(store)
    periods = make_periods(data, 2567, None)
    reviewed = join_reviews(store, *compute_findings(data, periods))
    desk = SheetDesk(store, office, data, examine_office(data, periods), reviewed, TODAY)
    return make_sheet(desk, school_id)[1]


def texts(docx: bytes) -> dict[str, list[str]]:
    """What a file itself says it prints, by figure."""
    told: dict[str, list[str]] = {}
    for each in read_bound_file(docx).figures:
        told.setdefault(each.placed.figure.figure_id, []).append(each.placed.figure.text)
    return told


def by_hand(docx: bytes, old: str, new: str) -> bytes:
    """One text of the document replaced, as a person in Word would."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode(), 1)
            after.writestr(name, part)
    return stream.getvalue()


def test_an_unchanged_office_agrees_with_its_report(store: Store) -> None:
    take_in(store, SCORES)
    verdict = verify_file(store, report(store))
    assert verdict.agrees
    assert len(verdict.checks) > 30


def test_after_a_corrected_workbook_exactly_the_figures_that_changed_are_told(store: Store) -> None:
    first = take_in(store, SCORES)
    old = report(store)
    take_in(store, CORRECTED, replaces=first)
    now = texts(report(store))
    differing = [each for each in verify_file(store, old).checks if each.state is not FigureState.AGREES]
    assert {each.figure_id for each in differing} == {
        figure_id
        for figure_id, printed in texts(old).items()
        if any(text not in now.get(figure_id, []) for text in printed)
    }
    area = next(each for each in differing if each.figure_id.endswith("|academic_year|2567|value"))
    assert (area.state, area.printed, area.now) == (FigureState.CHANGED, "41.00", "42.00")
    assert area.place
    # the pupils behind it are the same 240, and every other school kept its score
    assert not [each for each in differing if each.figure_id.endswith("|academic_year|2567|n")]


def test_a_school_s_sheet_agrees_until_its_score_is_corrected(store: Store) -> None:
    first = take_in(store, SCORES)
    last = sheet(store, SCHOOLS[-1].school_id)
    assert verify_file(store, last).agrees
    take_in(store, CORRECTED, replaces=first)
    told = {(each.printed, each.now) for each in verify_file(store, last).checks if each.now != each.printed}
    assert any(printed.startswith("42.00") and now.startswith("54.00") for printed, now in told)
    assert any(printed == "41.00" and now == "42.00" for printed, now in told)


def test_a_number_replaced_by_hand_is_told_with_what_stood_there(store: Store) -> None:
    take_in(store, SCORES)
    checks = verify_file(store, by_hand(report(store), ">41.00<", ">91.00<")).checks
    told = [(each.printed, each.found) for each in checks if each.state is FigureState.EDITED]
    assert told == [("41.00", "91.00")]


def test_a_report_of_a_year_without_data_is_refused_in_words(store: Store) -> None:
    first = take_in(store, SCORES)
    old = report(store)
    imports.undo(store, first, by="ก")
    with pytest.raises(WorkbenchError):
        verify_file(store, old)


def test_the_sheet_names_its_school_and_its_day(store: Store) -> None:
    take_in(store, SCORES)
    origin = read_bound_file(sheet(store, SCHOOLS[0].school_id)).origin
    assert origin == FileOrigin(DocumentKind.SCHOOL_SHEET, 2567, 2567, SCHOOLS[0].school_id, TODAY)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_report_saved_by_libreoffice_is_verified_like_the_one_it_was(store: Store, tmp_path: Path) -> None:
    take_in(store, SCORES)
    written = by_hand(report(store), ">41.00<", ">91.00<")
    file = tmp_path / "รายงาน.docx"
    file.write_bytes(written)
    profile = (tmp_path / "profile").as_uri()
    saved = tmp_path / "saved"
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "docx"]
    subprocess.run([*command, "--outdir", saved, file], check=True, capture_output=True, timeout=120)
    before, after = (
        [(each.figure_id, each.state) for each in verify_file(store, content).checks]
        for content in (written, (saved / file.name).read_bytes())
    )
    assert after == before
    assert [state for _, state in after if state is not FigureState.AGREES] == [FigureState.EDITED]
