"""A blank workbook comes back without a question, whatever is filled in."""

import io
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest

from lib.catalog.loader import load_catalogue
from lib.domain.indicators import Indicator, Kind
from lib.domain.issues import Severity
from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.report.blank_columns import BlankColumn, blank_columns
from lib.report.blank_workbook import blank_sheets
from lib.services.catalogue import change_indicator, load_office_catalogue
from lib.services.imports import commit, preview_file
from lib.services.templates import make_template, template_file_name
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools

DOMAINS = ("academic", "budget", "personnel", "general")
SCHOOLS = tuple(
    School(
        f"1099000{number}", f"บ้านสมมติ {number}", smis_code=f"1099000{number}", cluster=f"กลุ่มสมมติ {number % 2}"
    )
    for number in range(1, 5)
)
FIRST_ROW = {True: 7, False: 6}


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def make_blank(store: Store, domain: str) -> bytes:
    return make_template(store, domain, 2567, 2568, SCHOOLS)


def file_name(domain: str) -> str:
    return template_file_name(load_catalogue().domain(domain).name, 2567, 2568)


def filled_number(column: BlankColumn, school: int) -> float:
    """A number that the indicator takes and that agrees with the columns beside it."""
    indicator = column.indicator
    if column.part == "n":
        return 40
    if column.part == "numerator":
        return 20 + school
    if column.part == "sd":
        return 1.5
    if indicator.kind is Kind.PROPORTION:
        return (20 + school) / 40 * 100
    low = 0 if indicator.valid_min is None else indicator.valid_min
    high = low + 50 if indicator.valid_max is None else indicator.valid_max
    return round(low + (high - low) * (0.3 + school / 10), 2)


def fill(content: bytes, indicators: tuple[Indicator, ...]) -> tuple[bytes, dict[tuple[str, str], str]]:
    """Every cell filled in; also where each (indicator, school) stands."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    places = {}
    for sheet in blank_sheets(indicators):
        page: Any = book[sheet.name]
        columns = blank_columns(sheet.indicators)
        first = FIRST_ROW[any(column.header for column in columns)]
        for number in range(len(SCHOOLS)):
            for place, column in enumerate(columns, start=5):
                cell = page.cell(first + number, place, filled_number(column, number))
                if column.part == "value":
                    school_id = page.cell(first + number, 2).value
                    places[column.indicator.id, school_id] = f"{sheet.name}!{cell.coordinate}"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue(), places


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_filled_template_is_read_back_whole(store: Store, domain: str) -> None:
    indicators = load_catalogue().of_domain(domain)
    content, places = fill(make_blank(store, domain), indicators)
    preview = preview_file(store, content, file_name(domain))
    assert [issue for issue in preview.issues if issue.severity in (Severity.ERROR, Severity.QUESTION)] == []
    found = {(row.indicator_id, row.school_id): row.source_ref for row in preview.accepted.itertuples()}
    assert found == places
    assert preview.rows.read == preview.rows.loaded


@pytest.mark.parametrize("domain", DOMAINS)
def test_counts_and_spread_come_back_with_their_values(store: Store, domain: str) -> None:
    indicators = load_catalogue().of_domain(domain)
    content, _ = fill(make_blank(store, domain), indicators)
    accepted = preview_file(store, content, file_name(domain)).accepted.set_index(
        ["indicator_id", "school_id"]
    )
    for column in blank_columns(indicators):
        if column.part == "value":
            continue
        found = [accepted.loc[(column.indicator.id, school.school_id), column.part] for school in SCHOOLS]
        assert sorted(found) == sorted(filled_number(column, number) for number in range(len(SCHOOLS)))


@pytest.mark.parametrize("domain", DOMAINS)
def test_each_sheet_names_the_year_of_its_own_calendar(store: Store, domain: str) -> None:
    indicators = load_catalogue().of_domain(domain)
    content, _ = fill(make_blank(store, domain), indicators)
    accepted = preview_file(store, content, file_name(domain)).accepted
    wanted = {"academic_year": 2567, "fiscal_year": 2568}
    assert {(row.period_kind, row.year_be) for row in accepted.itertuples()} <= set(wanted.items())


@pytest.mark.parametrize("domain", DOMAINS)
def test_an_unfilled_template_is_no_fault_and_says_that_nothing_is_there(store: Store, domain: str) -> None:
    content = make_blank(store, domain)
    preview = preview_file(store, content, file_name(domain))
    assert {issue.severity for issue in preview.issues} <= {Severity.INFO}
    assert preview.rows.loaded == 0
    assert preview.rows.ignored == preview.rows.read > 0
    assert not preview.can_commit
    with pytest.raises(WorkbenchError, match="ไม่มีค่าที่นำเข้าได้"):
        commit(store, preview, content, by="ก")


def test_a_template_without_a_register_has_rows_to_fill(store: Store) -> None:
    content = make_template(store, "budget", 2567, 2568, ())
    page: Any = openpyxl.load_workbook(io.BytesIO(content))["การเบิกจ่ายงบประมาณ"]
    page["B7"], page["C7"], page["D7"], page["E7"] = SCHOOLS[0].smis_code, SCHOOLS[0].name, 80, 250_000
    stream = io.BytesIO()
    page.parent.save(stream)
    preview = preview_file(store, stream.getvalue(), file_name("budget"))
    assert [issue for issue in preview.issues if issue.severity is not Severity.INFO] == []
    assert list(preview.accepted["value"]) == [80]


def test_a_share_left_blank_is_computed_from_its_counts(store: Store) -> None:
    content = make_blank(store, "budget")
    page: Any = openpyxl.load_workbook(io.BytesIO(content))["การเบิกจ่ายงบประมาณ"]
    headers = {page.cell(6, column).value: column for column in range(5, 12)}
    page.cell(7, headers["งบหลังโอน"], 200000)
    page.cell(7, headers["ใช้จ่าย"], 150000)
    stream = io.BytesIO()
    page.parent.save(stream)
    preview = preview_file(store, stream.getvalue(), file_name("budget"))
    assert list(preview.accepted["value"]) == [75]


def test_a_cell_refuses_what_lies_outside_the_valid_range(store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_blank(store, "academic")))
    rules = book["O-NET ป.6"].data_validations.dataValidation
    first = next(rule for rule in rules if "E7" in rule.sqref)
    assert (first.type, first.operator, first.formula1, first.formula2) == ("decimal", None, "0.0", "100.0")


def test_a_renamed_indicator_comes_back_under_its_new_name(store: Store) -> None:
    changes: dict[str, object] = {"name": "สัดส่วนเงินที่จ่ายแล้ว", "short_name": "เงินที่จ่ายแล้ว"}
    change_indicator(store, "budget.disburse_total_pct", changes, seen_version=0, by="ก")
    indicators = load_office_catalogue(store).of_domain("budget")
    content, places = fill(make_blank(store, "budget"), indicators)
    preview = preview_file(store, content, file_name("budget"))
    assert [issue for issue in preview.issues if issue.severity is not Severity.INFO] == []
    assert len(preview.accepted) == len(places)


def test_text_from_the_register_never_becomes_a_formula(store: Store) -> None:
    odd = School("10990009", "=1+1", smis_code="10990009")
    content = make_template(store, "budget", 2567, 2568, (odd,))
    page: Any = openpyxl.load_workbook(io.BytesIO(content))["การเบิกจ่ายงบประมาณ"]
    assert (page["C7"].value, page["C7"].data_type) == ("=1+1", "s")


def test_an_unknown_domain_is_refused(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ไม่มีด้าน"):
        make_blank(store, "weather")
