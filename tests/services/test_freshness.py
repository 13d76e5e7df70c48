"""The freshness board: what is here, part, old or missing, who owes it, and the workbook that asks for it."""

import io
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime

import openpyxl
import pandas as pd
import pytest

from lib.catalog.loader import load_catalogue
from lib.catalog.rules import load_rules
from lib.domain.datasets import DatasetRecord, RowCounts
from lib.domain.freshness import Board, BoardRow, Mark, State
from lib.domain.indicators import Catalogue, Compare
from lib.domain.periods import Period, PeriodKind
from lib.domain.schools import School
from lib.services.analysis import OfficeData, load_office_data, make_periods
from lib.services.freshness import load_board, make_board
from lib.services.freshness_requests import (
    describe_gap,
    open_requests,
    owed_list,
    request_files,
    request_text,
    school_files,
    school_gaps,
)
from lib.services.imports import preview_file
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.analysis.builders import PERIODS, YEAR, catalogue, indicator

TODAY = date(2025, 6, 20)
PRIMARY = tuple(School(f"9901000{n}", f"บ้านสมมติ {n}", f"9901000{n}", level="ประถมศึกษา") for n in (1, 2, 3))
EXPANDED = School("99010009", "บ้านขยาย", "99010009", level="ขยายโอกาส")
Figure = tuple[str, str, int]


def office(known: Catalogue, *figures: Figure, schools: tuple[School, ...] = PRIMARY) -> OfficeData:
    """Figures as (indicator, school id, year) in the indicator's calendar, load 1 before 2568 and 2 after."""
    rows = [
        (each, school, str(known.by_id[each].period_kind), year, 0, 2 if year >= YEAR else 1, "ก.xlsx")
        for each, school, year in figures
    ]
    columns = ["indicator_id", "school_id", "period_kind", "year_be", "term", "dataset_id", "source_file"]
    frame = pd.DataFrame(rows, columns=columns)
    stated = pd.DataFrame(columns=[*columns, "scope"])
    return OfficeData(frame, stated, schools, schools, known, load_rules(), 1)


def with_area(data: OfficeData, indicator_id: str, year: int) -> OfficeData:
    kind = str(data.catalogue.by_id[indicator_id].period_kind)
    stated = pd.DataFrame(
        [(indicator_id, "", kind, year, 0, 2, "ข.xlsx", "area")], columns=list(data.benchmarks.columns)
    )
    return OfficeData(
        data.observations, stated, data.schools, data.register, data.catalogue, data.rules, data.version
    )


def record(dataset_id: int, loaded_at: datetime, by: str) -> DatasetRecord:
    return DatasetRecord(dataset_id, "ก.xlsx", "", RowCounts(), 1, loaded_at, by, None, None)


HISTORY = (
    record(1, datetime(2024, 6, 20, tzinfo=UTC), "สมนึก"),
    record(2, datetime(2025, 6, 9, 18, 30, tzinfo=UTC), "สมหวัง"),
)


def board(data: OfficeData, *, today: date = TODAY) -> Board:
    return make_board(data, HISTORY, frozenset(), PERIODS, today=today)


def row_of(data: OfficeData, group: str, *, today: date = TODAY) -> BoardRow:
    (found,) = (row for row in board(data, today=today).rows if row.key.split(".")[1] == group)
    return found


def all_of(indicator_id: str, year: int = YEAR) -> tuple[Figure, ...]:
    return tuple((indicator_id, school.school_id, year) for school in PRIMARY)


ONE = catalogue(indicator("a", group="g", group_name="กลุ่ม ก", owner="งาน ก"))
TWO = catalogue(indicator("a", group="g", group_name="กลุ่ม ก"), indicator("b", group="g", group_name="กลุ่ม ก"))


def test_a_group_is_full_when_every_school_has_all_its_figures() -> None:
    row = row_of(office(TWO, *all_of("academic.a"), *all_of("academic.b")), "g")
    assert (row.state, row.n_full, row.n_part, row.n_expected) == (State.FULL, 3, 0, 3)


def test_a_group_with_a_school_lacking_is_there_in_part_and_says_which() -> None:
    data = office(TWO, *all_of("academic.a"), *all_of("academic.b")[1:])
    row = row_of(data, "g")
    assert (row.state, row.n_full, row.n_part) == (State.PART, 2, 1)
    assert row.marks == (Mark.PART, Mark.FULL, Mark.FULL)
    assert row.gaps == (("academic.b", frozenset({"99010001"})),)


def test_figures_of_an_earlier_year_are_old_with_their_load_and_days() -> None:
    row = row_of(office(ONE, *all_of("academic.a", YEAR - 1)), "g")
    assert row.state is State.OLD
    assert row.latest == Period(PeriodKind.ACADEMIC_YEAR, YEAR - 1)
    assert row.load is not None
    assert (row.load.loaded_by, row.days_old(TODAY)) == ("สมนึก", 365)


def test_the_day_of_a_load_is_the_day_in_thailand() -> None:
    row = row_of(office(ONE, *all_of("academic.a")), "g")
    assert row.load is not None
    assert row.load.loaded_on == date(2025, 6, 10)


def test_a_group_of_a_domain_without_any_figure_is_missing() -> None:
    known = catalogue(indicator("a", group="g"), indicator("m", group="h", domain="budget"))
    assert row_of(office(known, *all_of("academic.a")), "h").state is State.MISSING


def test_a_group_never_had_beside_others_of_its_domain_is_not_waited_for() -> None:
    known = catalogue(indicator("a", group="g"), indicator("b", group="h"))
    row = row_of(office(known, *all_of("academic.a")), "h")
    assert row.state is State.NEVER
    assert not row.is_owed(TODAY)


def test_a_school_without_the_grade_lacks_nothing() -> None:
    known = catalogue(indicator("a", group="g", row="m3"))
    data = office(known, ("academic.a", EXPANDED.school_id, YEAR), schools=(*PRIMARY, EXPANDED))
    row = row_of(data, "g")
    assert (row.state, row.n_expected) == (State.FULL, 1)
    assert row.marks == (Mark.NOT_TAUGHT, Mark.NOT_TAUGHT, Mark.NOT_TAUGHT, Mark.FULL)


def test_of_counts_one_figure_of_a_school_is_enough() -> None:
    known = catalogue(
        indicator("a", group="g", group_name="ก", key_indicator=False),
        indicator("b", group="g", group_name="ก", key_indicator=False),
    )
    data = office(known, *all_of("academic.a"), *all_of("academic.b", YEAR - 1))
    assert row_of(data, "g").state is State.FULL


def test_a_figure_of_the_area_stands_for_a_group_that_no_school_reports() -> None:
    known = catalogue(indicator("a", group="g", compare=Compare.NONE))
    row = row_of(with_area(office(known), "academic.a", YEAR), "g")
    assert (row.state, row.n_expected, row.n_area, row.n_area_expected) == (State.FULL, 3 - 3, 1, 1)


def test_groups_of_two_owners_are_two_rows() -> None:
    known = catalogue(
        indicator("a", group="g", group_name="ก", owner="งาน ก"),
        indicator("b", group="g", group_name="ก", owner="งาน ข"),
    )
    rows = board(office(known, *all_of("academic.a"))).rows
    assert [(row.owner, row.state) for row in rows] == [("งาน ก", State.FULL), ("งาน ข", State.NEVER)]


@pytest.mark.parametrize(
    ("month", "kind", "due"),
    [
        (4, PeriodKind.ACADEMIC_YEAR, date(2025, 4, 30)),
        (6, PeriodKind.ACADEMIC_YEAR, date(2024, 6, 30)),
        (7, PeriodKind.FISCAL_YEAR, date(2024, 7, 31)),
        (11, PeriodKind.FISCAL_YEAR, date(2023, 11, 30)),
    ],
)
def test_the_month_of_figures_falls_into_its_own_calendar(month: int, kind: PeriodKind, due: date) -> None:
    known = catalogue(indicator("a", group="g", period_kind=kind, due_month=month))
    assert row_of(office(known, *all_of("academic.a")), "g").due == due


def test_nothing_is_owed_before_it_is_normally_out() -> None:
    known = catalogue(indicator("a", group="g", due_month=4))
    row = row_of(office(known, *all_of("academic.a", YEAR - 1)), "g")
    assert not row.is_owed(date(2025, 4, 30))
    assert row.is_owed(date(2025, 5, 1))


def test_what_is_owed_is_put_together_by_owner_with_words_to_send() -> None:
    data = office(ONE, *all_of("academic.a")[1:])
    (request,) = open_requests(board(data))
    assert request.owner == "งาน ก"
    said = request_text(request, {"99010001": "บ้านสมมติ 1"}, "สพป. สมมติ เขต 1", date(2025, 7, 4))
    assert "1. กลุ่ม ก ปีการศึกษา 2567: ขาด 1 จาก 3 แห่ง (บ้านสมมติ 1)" in said
    assert "ภายในวันที่ 4 กรกฎาคม 2568" in said
    assert said.startswith("เรียน งาน ก")
    assert said.endswith("สพป. สมมติ เขต 1")


def test_old_figures_are_asked_for_with_the_year_that_is_here() -> None:
    row = row_of(office(ONE, *all_of("academic.a", YEAR - 1)), "g")
    assert describe_gap(row, {}) == "ยังไม่มีของปีนี้ ข้อมูลล่าสุดเป็นปีการศึกษา 2566"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, PRIMARY)
    yield opened
    opened.dispose()


def nt_without(school: str) -> OfficeData:
    """Real indicators of NT ป.3, which every school but one has."""
    wanted = ("academic.nt_p3_thai", "academic.nt_p3_math")
    figures = [(each, s.school_id, YEAR) for each in wanted for s in PRIMARY if s.school_id != school]
    return office(load_catalogue(), *figures, *((each, school, YEAR - 1) for each in wanted))


def sheets_of(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {page.title: list(page.iter_rows(values_only=True)) for page in book}


def test_the_workbook_asks_only_the_schools_and_the_figures_that_lack(store: Store) -> None:
    data = nt_without("99010002")
    request = next(each for each in open_requests(board(data)) if any(r.name == "NT ป.3" for r in each.rows))
    nt = next(row for row in request.rows if row.name == "NT ป.3")
    name, content = request_files(store, data, type(request)(request.owner, (nt,)), PERIODS)
    assert name.endswith(".xlsx")
    cells = [cell for row in sheets_of(content)["NT ป.3"] for cell in row if cell is not None]
    assert "บ้านสมมติ 2" in cells
    assert "บ้านสมมติ 1" not in cells
    assert any("คณิตศาสตร์" in str(cell) for cell in cells)


def test_the_workbook_filled_in_is_read_without_a_question(store: Store) -> None:
    data = nt_without("99010002")
    board_now = board(data)
    name, content = school_files(store, data, board_now, PRIMARY[1], PERIODS)
    if zipfile.is_zipfile(io.BytesIO(content)) and name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            name = next(each for each in archive.namelist() if "วิชาการ" in each)
            content = archive.read(name)
    book = openpyxl.load_workbook(io.BytesIO(content))
    page = book["NT ป.3"]
    (row,) = [cells for cells in page.iter_rows() if cells[2].value == "บ้านสมมติ 2"]
    for cell in row[3:]:
        cell.value = 40
    stream = io.BytesIO()
    book.save(stream)
    preview = preview_file(store, stream.getvalue(), name)
    assert not preview.questions
    assert set(preview.accepted["indicator_id"]) == {"academic.nt_p3_thai", "academic.nt_p3_math"}
    assert set(preview.accepted["school_id"]) == {"99010002"}


def test_an_area_figure_that_lacks_is_asked_for_in_a_row_the_reader_knows(store: Store) -> None:
    data = with_area(office(load_catalogue()), "general.ita_area", YEAR - 1)
    (row,) = [row for row in board(data).rows if "general.ita_area" in row.area_gaps]
    request = next(each for each in open_requests(board(data)) if each.owner == row.owner)
    _, content = request_files(store, data, type(request)(row.owner, (row,)), PERIODS)
    book = openpyxl.load_workbook(io.BytesIO(content))
    page = next(each for each in book if each.title != "คำอธิบาย")
    (cells,) = [cells for cells in page.iter_rows() if cells[2].value == "ระดับเขตพื้นที่การศึกษา"]
    cells[3].value = 90
    stream = io.BytesIO()
    book.save(stream)
    stated = preview_file(store, stream.getvalue(), "ITA.xlsx").stated
    assert list(zip(stated["indicator_id"], stated["scope"], stated["value"], strict=True)) == [
        ("general.ita_area", "area", 90)
    ]


def test_a_school_is_told_what_it_lacks() -> None:
    data = nt_without("99010002")
    assert "NT ป.3" in [row.name for row in school_gaps(board(data), "99010002")]
    assert "NT ป.3" not in [row.name for row in school_gaps(board(data), "99010001")]


def test_the_list_of_what_is_owed_names_group_gap_and_owner() -> None:
    data = office(ONE, *all_of("academic.a")[1:])
    rows = sheets_of(owed_list(board(data), data, "สพป. สมมติ เขต 1"))["ข้อมูลที่ต้องขอ"]
    assert rows[-1][:5] == (
        "วิชาการ", "กลุ่ม ก", "ปีการศึกษา 2567", "ขาด 1 จาก 3 แห่ง (บ้านสมมติ 1)", "งาน ก",
    )  # fmt: skip


def test_the_sample_office_is_mostly_whole_and_owes_what_it_lacks(sample_store: Store) -> None:
    data = load_office_data(sample_store)
    found = load_board(sample_store, data, make_periods(data), today=date(2026, 11, 22))
    states = {row.name: row.state for row in found.rows}
    assert states["NT ป.3"] is State.FULL
    assert states["O-NET ป.6"] is State.PART
    assert len(found.without_report) == 83


def test_a_large_office_has_its_board_at_once() -> None:
    known = load_catalogue()
    schools = tuple(School(f"{99010000 + n}", f"บ้านสมมติ {n}", level="ขยายโอกาส") for n in range(250))
    figures = [
        (each.id, school.school_id, YEAR - back)
        for each in known.indicators
        for school in schools
        for back in range(2)
    ]
    data = office(known, *figures, schools=schools)
    begun = time.process_time()
    assert len(board(data).schools) == 250
    # 0.1 s on the machine of this test; the room above it is for slow ones.
    assert time.process_time() - begun < 0.6
