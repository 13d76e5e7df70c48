"""The matrices of the sample office: the same schools as the findings, one year, its own Ns."""

import io

import openpyxl
import pytest

from lib.analysis.examination import Examination
from lib.domain.findings import Finding
from lib.domain.self_rating_matrix import SelfRatingMatrix
from lib.services.analysis import OfficeData, examine_office, load_office_data, make_periods
from lib.services.findings import compute_findings
from lib.services.self_rating_charts import draw_matrix, make_matrix_workbook
from lib.services.self_rating_matrix import load_matrices, load_source, make_matrix
from lib.storage.engine import Store

YEAR = 2568


@pytest.fixture(scope="module")
def data(sample_store: Store) -> OfficeData:
    return load_office_data(sample_store)


@pytest.fixture(scope="module")
def found(data: OfficeData) -> Examination:
    return examine_office(data, make_periods(data, YEAR))


@pytest.fixture(scope="module")
def findings(data: OfficeData) -> tuple[Finding, ...]:
    return compute_findings(data, make_periods(data, YEAR))[0]


@pytest.fixture(scope="module")
def matrices(
    sample_store: Store, data: OfficeData, found: Examination, findings: tuple[Finding, ...]
) -> tuple[SelfRatingMatrix, ...]:
    return load_matrices(sample_store, data, found, findings, YEAR)


def test_the_lists_are_the_disagreements_of_the_findings(
    matrices: tuple[SelfRatingMatrix, ...], findings: tuple[Finding, ...]
) -> None:
    told = sorted(f.scope_id for f in findings if f.rule_id == "R7" and f.scope == "school")
    listed = [one.school_id for m in matrices for one in (*m.overrated, *m.underrated)]
    assert told == sorted(listed)
    assert told


def test_schools_in_the_matrix_and_those_apart_are_the_confirmed_ones(
    matrices: tuple[SelfRatingMatrix, ...],
) -> None:
    for matrix in matrices:
        sent = matrix.submitted
        assert len(matrix.schools) + sent.n_other_standards == sent.n_confirmed
        assert sent.n_confirmed <= sent.n_submitted <= sent.n_offering <= sent.n_schools


def test_drafts_join_when_asked_for(
    sample_store: Store, data: OfficeData, found: Examination, findings: tuple[Finding, ...]
) -> None:
    source = load_source(sample_store, data, found, findings, YEAR)
    about = source.items[0]
    with_drafts = make_matrix(source, about, with_drafts=True)
    assert (
        len(with_drafts.schools) + with_drafts.submitted.n_other_standards
        == with_drafts.submitted.n_submitted
    )
    assert {one.confirmed for one in with_drafts.schools} == {True, False}


def test_reports_of_another_year_are_not_laid_against_these_results(
    sample_store: Store, data: OfficeData, found: Examination, findings: tuple[Finding, ...]
) -> None:
    assert load_matrices(sample_store, data, found, findings, YEAR - 1) == ()


def test_the_workbook_holds_every_school_with_its_place_in_the_report(
    matrices: tuple[SelfRatingMatrix, ...],
) -> None:
    matrix = matrices[0]
    book = openpyxl.load_workbook(io.BytesIO(make_matrix_workbook(matrix, "ทุกตัวชี้วัด")))
    rows = list(book.active.iter_rows(values_only=True))
    ids = {row[0] for row in rows}
    assert ids >= {one.school_id for one in matrix.schools}
    (told, *_) = (row for row in rows if row[0] == matrix.overrated[0].school_id)
    assert matrix.overrated[0].source in told


def test_the_picture_frames_both_disagreements_and_counts_every_school(
    matrices: tuple[SelfRatingMatrix, ...],
) -> None:
    drawing = draw_matrix(matrices[0], "ทุกตัวชี้วัด")
    counted = [row[2] for row in drawing.rows().rows]
    assert sum(int(n) for n in counted if isinstance(n, int | float)) == len(matrices[0].schools)
    assert f"{len(matrices[0].overrated):,} แห่ง" in drawing.words.title
