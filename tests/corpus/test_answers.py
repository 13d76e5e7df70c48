"""Ugly workbooks once a person has picked: what was asked about is read as picked, and is asked no more."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.ingest.choices import ImportChoices
from lib.services import imports
from lib.services.import_offers import take_offer
from lib.storage.engine import Store
from tests.corpus import values_areas, values_formats, values_numbers
from tests.corpus.judge import open_office
from tests.corpus.ugly import UglyWorkbook


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_office(tmp_path_factory.mktemp("answers"))
    yield store
    store.dispose()


def by_id(module: object, name: str) -> UglyWorkbook:
    return next(each for each in module.WORKBOOKS if each.id == name)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["area_row_rotated", "area_row_wrong_count"])
def test_an_area_row_agrees_once_its_offer_is_taken(office: Store, name: str) -> None:
    ugly = by_id(values_areas, name)
    found = imports.preview_file(office, ugly.content, ugly.file_name)
    offers = next(one.offers for one in found.reconciliation if not one.agrees)
    assert offers
    for offer in offers:
        choices = take_offer(ImportChoices(), offer, found.data.tables)
        again = imports.preview_file(office, ugly.content, ugly.file_name, choices)
        assert all(one.agrees for one in again.reconciliation)
        assert "V27" not in {issue.code for issue in again.issues}


def test_sums_agree_once_every_offer_is_taken(office: Store) -> None:
    ugly = by_id(values_areas, "sums_with_swapped_digits")
    choices = ImportChoices()
    for _ in range(4):
        found = imports.preview_file(office, ugly.content, ugly.file_name, choices)
        offer = next((one.offers[0] for one in found.reconciliation if one.offers), None)
        if offer is None:
            break
        choices = take_offer(choices, offer, found.data.tables)
    corrections = dict(choices.corrections)
    assert corrections == {("", "D2"): "12", ("", "H3"): "13", ("", "E6"): "56"}
    assert {issue.code for issue in found.issues} & {"V22", "V27"} == set()


@pytest.mark.parametrize(
    ("module", "name"), [(values_numbers, "doubtful_numbers"), (values_formats, "errors_and_dates")]
)
def test_a_picked_reading_is_stored_and_its_cell_is_asked_about_no_more(
    office: Store, module: object, name: str
) -> None:
    ugly = by_id(module, name)
    found = imports.preview_file(office, ugly.content, ugly.file_name)
    asked = [issue for issue in found.issues if issue.readings and issue.code != "V26"]
    picks = tuple(((issue.sheet, issue.cell), issue.readings[0]) for issue in asked)
    again = imports.preview_file(
        office, ugly.content, ugly.file_name, replace(ImportChoices(), corrections=picks)
    )
    left = {
        issue.cell
        for issue in again.issues
        if issue.code in ("V01", "V02", "V03", "V05", "V07", "V09", "V13")
    }
    # “1 234” read as 1234 is beyond a mean of 100, so it must be asked about again.
    assert left <= {"F6"}
    assert len([issue for issue in again.issues if issue.code == "V25"]) == len(picks)
    assert len(again.accepted) > len(found.accepted)
