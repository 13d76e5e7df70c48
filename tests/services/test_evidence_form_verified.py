"""The results that a KPI form prints, laid beside the office again."""

import io
from collections.abc import Iterator

import docx
import pytest

from lib.domain.bound_figures import DocumentKind
from lib.domain.office import Office
from lib.domain.schools import OfficeType
from lib.domain.verified_figures import FigureState
from lib.services.evidence_edits import save_baseline
from lib.services.evidence_outputs import make_form_docx
from lib.services.report_verify import verify_file
from lib.storage.engine import Store, open_store

FORM, YEAR = "ars46", 2569
OFFICE = Office("สพป.ตัวอย่าง เขต 1", "สพป.ตัวอย่าง เขต 1", OfficeType.PRIMARY, "1")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    save_baseline(opened, FORM, YEAR, {"level:2567": "3", "level:2568": "4"}, seen_version=0, by="ก")
    yield opened
    opened.dispose()


def test_a_form_agrees_until_a_past_result_is_corrected(store: Store) -> None:
    form = make_form_docx(store, FORM, YEAR, OFFICE, thai_digits=True)
    verdict = verify_file(store, form)
    assert verdict.origin.kind is DocumentKind.KPI_FORM
    assert (verdict.agrees, [each.printed for each in verdict.checks]) == (True, ["3", "4"])

    save_baseline(store, FORM, YEAR, {"level:2567": "3", "level:2568": "5"}, seen_version=1, by="ก")
    told = {each.figure_id: each for each in verify_file(store, form).checks}
    assert [each.state for each in told.values()] == [FigureState.AGREES, FigureState.CHANGED]
    changed = told["kpi|ars46|2569|baseline|level|2568"]
    assert (changed.printed, changed.now) == ("4", "5")


def test_a_result_changed_by_hand_is_told(store: Store) -> None:
    word = docx.Document(io.BytesIO(make_form_docx(store, FORM, YEAR, OFFICE, thai_digits=False)))
    (cell,) = (c for t in word.tables for r in t.rows for c in r.cells if c.text == "4" and len(r.cells) == 5)
    cell.paragraphs[0].runs[0].text = "5"
    stream = io.BytesIO()
    word.save(stream)
    verdict = verify_file(store, stream.getvalue())
    assert not verdict.agrees
    assert [each.state is FigureState.AGREES for each in verdict.checks] == [True, False]
