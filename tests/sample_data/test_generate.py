"""The sample files can be made again, stay small, and name nothing real."""

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from sample_data.generate import FOLDER, all_files, write_all
from sample_data.school_list import all_schools

MASTER = Path(__file__).parents[2].parent / "shared" / "real" / "school-master-2558" / "system_school.csv"
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return all_files()


def cells_of(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def texts_of(content: bytes) -> list[str]:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def test_a_second_run_writes_the_same_bytes(made: dict[str, bytes], tmp_path: Path) -> None:
    again = write_all(tmp_path)
    assert {file.relative_to(tmp_path).as_posix(): file.read_bytes() for file in again} == made


def test_the_files_in_the_folder_are_those_that_the_generator_makes(made: dict[str, bytes]) -> None:
    stale = []
    for name, content in made.items():
        kept = (FOLDER / name).read_bytes()
        same = kept == content
        # Another version of zlib packs the same workbook into other bytes.
        if not same and name.endswith(".xlsx"):
            same = cells_of(kept) == cells_of(content)
        elif not same and name.endswith(".docx"):
            same = texts_of(kept) == texts_of(content)
        if not same:
            stale.append(name)
    assert stale == []


def test_no_file_is_left_that_the_generator_does_not_make(made: dict[str, bytes]) -> None:
    kept = {
        file.relative_to(FOLDER).as_posix()
        for file in FOLDER.rglob("*")
        if file.suffix in (".xlsx", ".xls", ".csv", ".docx")
    }
    assert kept == {name for name in made if not name.endswith(".md")}


def test_all_files_together_stay_below_three_megabytes(made: dict[str, bytes]) -> None:
    assert sum(map(len, made.values())) < 3 * MEGABYTE


def test_one_file_is_cp874_and_one_is_parted_by_semicolons(made: dict[str, bytes]) -> None:
    onet = made["academic/O-NET ป.6 ปีการศึกษา 2566.csv"]
    with pytest.raises(UnicodeDecodeError):
        onet.decode("utf-8")
    assert onet.decode("cp874").startswith("รหัสโรงเรียน,")
    assert made["academic/NT ป.3 ปีการศึกษา 2567.csv"].decode("utf-8-sig").startswith("รหัสโรงเรียน;")


def test_no_text_holds_a_telephone_number(made: dict[str, bytes]) -> None:
    number = re.compile(r"(?<!\d)0[2-9]\d?[- ]?\d{3}[- ]?\d{4}(?!\d)")
    found = []
    for name, content in made.items():
        if name.endswith(".docx"):
            found += [(name, text) for text in texts_of(content) if number.search(text)]
    assert found == []


def test_schools_have_distinct_names_and_codes_of_an_unused_province() -> None:
    schools = all_schools()
    assert len({school.name for school in schools}) == len({school.smis for school in schools}) == 120
    assert {school.smis[:4] for school in schools} == {"9901"}


def test_no_school_bears_the_name_of_a_real_one() -> None:
    if not MASTER.exists():
        pytest.skip(f"the list of real schools is not on this machine ({MASTER.name})")
    with MASTER.open(encoding="utf-8-sig") as file:
        real = {cell.strip() for row in csv.reader(file) for cell in row}
    assert len(real) > 30_000
    assert [school.name for school in all_schools() if school.name in real] == []
