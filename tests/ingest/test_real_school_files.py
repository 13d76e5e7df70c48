"""Published files of real offices, where they are at hand, come out in the right columns and add up."""

from pathlib import Path

import pytest

from lib.catalog.identity_headers import load_identity_headers
from lib.domain.schools import School
from lib.ingest.child import read_workbook
from lib.ingest.register import tidy_register
from tests.ingest.workbooks import Reading, read

REAL = Path(__file__).resolve().parents[3] / "shared" / "real"
DMC = [f"dmc-2560/2560-1-schoolmis-300{number}0000_สพปนครราชสีมา เขต {number}.csv" for number in (1, 2, 5)]


def real(name: str) -> Path:
    path = REAL / name
    if not path.exists():
        pytest.skip("real public files are not beside the project")
    return path


def read_real(name: str, as_name: str = "", **choices: object) -> Reading:
    path = real(name)
    book = read_workbook(path.read_bytes(), path.name)
    return read(*book.sheets, file_name=as_name or path.name, schools=(), **choices)


@pytest.mark.parametrize("name", DMC)
def test_every_column_of_a_pupil_file_reconciles_with_its_area_row(name: str) -> None:
    found = read_real(name, add_schools=True)
    assert len(found.reconciliation) == 92
    assert all(one.agrees for one in found.reconciliation)
    assert set(zip(found.accepted["year_be"], found.accepted["term"], strict=True)) == {(2560, 1)}
    n_read, n_loaded, n_rejected, n_ignored = found.counts
    assert (n_read, n_rejected, n_ignored) == (n_loaded + 1, 0, 1)


def test_the_blank_pupil_template_is_understood_in_every_column() -> None:
    found = read_real("dmc-2560/template-cp874-1523207808.csv")
    assert [column.title for column in found.data.tables[0].columns if column.role == "unknown"] == []


@pytest.mark.parametrize(
    ("name", "known", "unknown", "n_values"),
    [
        ("templates/template_onet.csv", "onet ป6 2567.csv", "template.csv", 6),
        ("templates/template_nt.csv", "nt ป3 2567.csv", "template.csv", 4),
    ],
)
def test_an_upload_template_is_understood_by_its_file_name_and_asked_about_without(
    name: str, known: str, unknown: str, n_values: int
) -> None:
    def n_columns(reading: Reading, role: str) -> int:
        return sum(column.role == role for column in reading.data.tables[0].columns)

    assert n_columns(read_real(name, known), "value") == n_values
    assert n_columns(read_real(name, unknown), "value") == 0
    assert "S21" in read_real(name, unknown).codes


def test_a_regional_register_is_read_with_its_three_codes() -> None:
    path = real("registry-2560/registry-north-part.tsv")
    found = tidy_register(read_workbook(path.read_bytes(), path.name), load_identity_headers())
    assert found.rows.read == found.rows.loaded + found.rows.rejected + found.rows.ignored == 1199
    assert found.rows.loaded > 1150
    coded = [school for school in found.schools if school.smis_code and school.obec_code and school.moe_code]
    assert len(coded) > 1000


def test_the_school_master_of_the_country_is_a_register() -> None:
    path = real("school-master-2558/system_school.csv")
    found = tidy_register(read_workbook(path.read_bytes(), path.name), load_identity_headers())
    assert found.rows.read == found.rows.loaded + found.rows.rejected + found.rows.ignored == 30_811
    assert isinstance(found.schools[0], School)
    assert found.rows.loaded > 30_000


@pytest.mark.parametrize(
    "name",
    [
        "project-budget-2569/project_outcomes.csv",
        "sar-levels/sar_levels_long.csv",
        "school-master-2558/system_khet.csv",
    ],
)
def test_a_file_about_something_else_brings_no_figures_and_says_so(name: str) -> None:
    found = read_real(name)
    assert found.accepted.empty
    assert {"S10", "S12"} & set(found.codes)
    assert found.counts[0] == found.counts[3] > 0
