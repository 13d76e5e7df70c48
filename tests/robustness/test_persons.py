"""T16: planted numbers of persons are all found, at their cells, and stand nowhere afterwards."""

import io
import logging
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.domain.sheets import address
from lib.services import imports
from lib.storage.engine import Store
from lib.thai.numerals import to_thai_digits
from tests.builders import CODE, MATH, MATH_N, NAME, TITLE, Cell, make_workbook
from tests.ingest.persons import citizen_id, pupil_code
from tests.robustness.figures import note, size
from tests.robustness.office import SCHOOLS, open_office

N_PLANTED = size("PERSONS", short=60, full=1_000)
_PER_FILE = 20
_LAST_ROW = 1_500
_REMARKS: list[Cell] = [f"หมายเหตุ {n}" for n in range(1, _PER_FILE + 1)]


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_office(database_url)
    yield opened
    opened.dispose()


def dashed(number: str) -> str:
    return f"{number[0]}-{number[1:5]}-{number[5:10]}-{number[10:12]}-{number[12]}"


def ways_of_writing(number: int) -> tuple[str, ...]:
    """A citizen's number in the forms that offices type, and a pupil's."""
    person, pupil = citizen_id(number), pupil_code(number)
    forms = (person, dashed(person), dashed(person).replace("-", " "), pupil)
    return (*forms, *map(to_thai_digits, forms))


def planted_file(first: int, chance: random.Random) -> tuple[bytes, dict[str, str]]:
    """A table of figures with numbers of persons in cells of remarks, high up and far down."""
    rows: list[list[Cell]] = [[TITLE.format(year_be=2567)], [CODE, NAME, MATH_N, MATH, *_REMARKS]]
    rows += [[school.school_id, school.name, 20, 40.0 + first % 50] for school in SCHOOLS]
    rows += [[] for _ in range(_LAST_ROW - len(rows))]
    planted = {}
    for number, row in enumerate(chance.sample(range(2, _LAST_ROW), _PER_FILE), start=first):
        written = chance.choice(ways_of_writing(number))
        # One to a column of remarks: many in one column would make the table a list of persons.
        column = 4 + number % _PER_FILE
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = chance.choice(("{}", "ผู้ประสาน {}", "เลข {} เก่า", "({})")).format(written)
        planted[address(row, column)] = written
    return make_workbook({"ข้อมูล": rows}), planted


def test_every_planted_number_is_named_at_its_cell_and_kept_nowhere(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    chance = random.Random(2574)
    missed: list[str] = []
    n_stored = 0
    for first in range(0, N_PLANTED, _PER_FILE):
        content, planted = planted_file(first, chance)
        preview = imports.preview_file(store, content, f"คะแนน {first}.xlsx")
        named = {cell for issue in preview.issues if issue.code == "V17" for cell in issue.cell.split(", ")}
        missed += [written for cell, written in planted.items() if cell not in named]
        said = " ".join(f"{issue.message} {issue.hint} {issue.value}" for issue in preview.issues)
        assert [written for written in planted.values() if written in said] == []
        if preview.can_commit:
            imports.commit(store, preview, content, by="ก")
            n_stored += 1
    store.dispose()
    assert missed == []
    assert places_of_numbers([tmp_path]) == []
    assert [number for number in every_form() if number in caplog.text] == []
    note(
        "T16",
        f"numbers of persons planted, {n_stored} files stored without them",
        N_PLANTED,
        "all named, 0 kept, 0 in the log",
    )


def every_form() -> list[str]:
    return [form for number in range(N_PLANTED) for form in ways_of_writing(number)]


def places_of_numbers(folders: list[Path]) -> list[str]:
    """Files of the database and of kept originals, unpacked, that hold any of the numbers in any form."""
    wanted = [form.encode(encoding) for form in every_form() for encoding in ("utf-8", "utf-16-le")]
    found = []
    n_looked_at = 0
    for file in (each for folder in folders for each in folder.rglob("*") if each.is_file()):
        for part in parts_of(file.read_bytes()):
            n_looked_at += 1
            found += [f"{file.name}: {form!r}" for form in wanted if form in part]
    assert n_looked_at > N_PLANTED // _PER_FILE
    return found


def parts_of(content: bytes) -> list[bytes]:
    if not content.startswith(b"PK"):
        return [content]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name) for name in archive.namelist()]
