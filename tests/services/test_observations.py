"""The tidy table has the agreed columns, one line a figure, and nothing a spreadsheet would run."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.services.imports import commit, preview_file
from lib.services.observations import observations_csv
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.builders import make_schools, make_scores

SCHOOLS = make_schools(2)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def lines(store: Store) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(observations_csv(store))))


def take_in(store: Store, file_name: str = "คะแนน.xlsx") -> None:
    content = make_scores(SCHOOLS, [40.5, 50], n=20)
    commit(store, preview_file(store, content, file_name), content, by="ก")
    with writing(store) as session:
        save_schools(session, (replace(SCHOOLS[0], name='=HYPERLINK("x")'),))


def test_the_columns_are_the_agreed_ones_in_their_order(store: Store) -> None:
    assert observations_csv(store) == (
        "school_id,smis_code,school_name,indicator_id,period_kind,year_be,term,value,n,source_file,source_ref\n"
    )


def test_a_figure_is_one_line_with_its_way_home(store: Store) -> None:
    take_in(store)
    assert lines(store)[1] == {
        "school_id": "10990002",
        "smis_code": "10990002",
        "school_name": "บ้านสมมติ 2",
        "indicator_id": "academic.onet_p6_math",
        "period_kind": "academic_year",
        "year_be": "2567",
        "term": "",
        "value": "50",
        "n": "20",
        "source_file": "คะแนน.xlsx",
        "source_ref": "ข้อมูล!D4",
    }
    assert lines(store)[0]["value"] == "40.5"


def test_a_name_that_looks_like_a_formula_stays_text(store: Store) -> None:
    take_in(store, "=cmd.xlsx")
    assert lines(store)[0]["school_name"].startswith("'=")
    assert lines(store)[0]["source_file"] == "'=cmd.xlsx"


def test_the_text_is_the_same_whenever_it_is_asked_for(store: Store) -> None:
    take_in(store)
    assert observations_csv(store) == observations_csv(store)
