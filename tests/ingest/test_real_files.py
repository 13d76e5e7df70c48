"""Files that offices really publish, where they are at hand."""

from pathlib import Path

import pytest

from lib.ingest.child import read_workbook

REAL = Path(__file__).resolve().parents[3] / "shared" / "real"

# file -> rows, columns, encoding, separator, first header
SHAPES = {
    "dmc-2560/2560-1-schoolmis-30010000_สพปนครราชสีมา เขต 1.csv": (146, 96, "utf-8-sig", ",", "รหัสเขต"),
    "dmc-2560/2560-1-schoolmis-30020000_สพปนครราชสีมา เขต 2.csv": (178, 96, "utf-8-sig", ",", "รหัสเขต"),
    "dmc-2560/2560-1-schoolmis-30050000_สพปนครราชสีมา เขต 5.csv": (216, 96, "utf-8-sig", ",", "รหัสเขต"),
    "dmc-2560/template-cp874-1523207808.csv": (2, 96, "cp874", ",", "รหัสเขต"),
    "project-budget-2569/project_outcomes.csv": (16, 15, "utf-8", ",", "id"),
    "registry-2560/registry-north-part.tsv": (1200, 24, "utf-8", "\t", "ภาคkey"),
    "sar-levels/sar_levels_long.csv": (79, 7, "utf-8-sig", ",", "standard_no"),
    "school-master-2558/system_khet.csv": (227, 5, "utf-8", ",", "id"),
    "school-master-2558/system_school.csv": (30_812, 5, "utf-8", ",", "id"),
    "templates/template_nt.csv": (1, 7, "cp874", ",", "รหัสโรงเรียน"),
    "templates/template_onet.csv": (1, 9, "cp874", ",", "รหัสโรงเรียน"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_published_file_is_read_whole(name):
    path = REAL / name
    if not path.exists():
        pytest.skip("real public files are not beside the project")
    book = read_workbook(path.read_bytes(), path.name)
    (sheet,) = book.sheets
    shape = (len(sheet.rows), len(sheet.rows[0]), book.encoding, book.delimiter, sheet.rows[0][0])
    assert shape == SHAPES[name]
    assert {len(row) for row in sheet.rows} == {len(sheet.rows[0])}
    # Some of the north's register lost letters to ???? before it was published; that is said.
    assert {issue.code for issue in book.issues} <= ({"C04", "C02"} if "north" in name else {"C04"})


def test_every_real_file_is_listed_here():
    if not REAL.exists():
        pytest.skip("real public files are not beside the project")
    found = {path.relative_to(REAL).as_posix() for path in REAL.rglob("*.[ct]sv")}
    assert found == set(SHAPES)
