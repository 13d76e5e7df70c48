"""Questions of a meeting: what may be typed, what is understood, what is said; what pins remember."""

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lib.domain.meeting import Look, Question, Term, TermKind, read_question
from lib.domain.periods import PeriodKind
from lib.domain.plain_tables import PlainColumn, PlainTable
from lib.services.analysis import OfficeData, examine_office, load_office_data, make_periods
from lib.services.meeting import answer
from lib.services.meeting_answer import Answer, meeting_words
from lib.services.meeting_pins import list_pins, pin_answer, pinned_answers, unpin
from lib.services.meeting_plain import answer_column
from lib.services.meeting_terms import known_terms, list_terms
from lib.services.office import load_office, size_scheme
from lib.services.way_home import made_view, title_of
from lib.storage.engine import Store, open_store
from lib.thai.text import fold_key

MATH, READ = "indicator:academic.onet_p6_math", "indicator:academic.literacy_fail_pct"
SCHOOL = "school:99010027"


@pytest.fixture(scope="module")
def data(sample_store: Store) -> OfficeData:
    return load_office_data(sample_store)


def ask(store: Store, data: OfficeData, *terms: str) -> Answer:
    scheme = size_scheme(load_office(store)[0])
    years = {kind: period.year_be for kind, period in make_periods(data).items()}
    return answer(data, read_question(known_terms(terms, data), years), scheme)


def test_of_an_indicator_a_look_and_a_year_the_last_one_holds() -> None:
    terms = (
        READ,
        "look:trend",
        MATH,
        "year:academic_year-2566",
        "look:schools",
        "year:academic_year-2567",
        SCHOOL,
    )
    assert read_question(terms, {PeriodKind.ACADEMIC_YEAR: 2568, PeriodKind.FISCAL_YEAR: 2569}) == Question(
        "academic.onet_p6_math",
        (Term(TermKind.SCHOOL, "99010027"),),
        Look.SCHOOLS,
        "",
        ((PeriodKind.ACADEMIC_YEAR, 2567), (PeriodKind.FISCAL_YEAR, 2569)),
    )


def test_a_question_asks_the_same_again() -> None:
    years = {PeriodKind.ACADEMIC_YEAR: 2568}
    question = read_question((SCHOOL, READ, "look:trend"), years)
    assert read_question(question.terms, years) == question


@pytest.mark.parametrize(
    "typed", ["o-net ป.6", "คณิตศาสตร์", "บึงเรไรทอง", "99010027", "ปีการศึกษา 2567", "ขนาดเล็ก", "แนวโน้ม"]
)
def test_what_people_type_stands_in_a_label(sample_store: Store, data: OfficeData, typed: str) -> None:
    labels = list_terms(data, size_scheme(load_office(sample_store)[0])).values()
    assert any(fold_key(typed) in fold_key(label) for label in labels)


def test_labels_differ_so_that_each_can_be_picked(sample_store: Store, data: OfficeData) -> None:
    labels = list(list_terms(data, size_scheme(load_office(sample_store)[0])).values())
    assert len(set(labels)) == len(labels)


def test_every_answer_of_figures_has_a_row_with_a_way_home(sample_store: Store, data: OfficeData) -> None:
    for terms in ((READ,), (READ, SCHOOL), (READ, "size:0-120"), (READ, "look:trend"), (SCHOOL,)):
        told = ask(sample_store, data, *terms)
        assert told.table.rows
        assert len(told.homes) == len(told.table.rows)
        assert any(told.homes)
        assert told.sources
        assert {len(row) for row in told.table.rows} == {len(told.table.columns)}


def test_a_school_s_picture_tells_n_in_few_letters_so_that_the_lines_have_room(
    sample_store: Store, data: OfficeData
) -> None:
    drawing = ask(sample_store, data, SCHOOL).chart
    assert drawing is not None
    drawn = json.dumps(drawing.spec, ensure_ascii=False)
    labels = re.findall(r'"(\d+\.\d\d \(n [^"]*)"', drawn)
    assert labels
    assert all(re.fullmatch(r"[\d.]+ \(n [\d,]+\)", each) for each in labels)


def test_a_group_leads_home_to_the_schools_it_is_made_of(sample_store: Store, data: OfficeData) -> None:
    told = ask(sample_store, data, READ, "size:0-120")
    found = examine_office(data, make_periods(data))
    for row, home in zip(told.table.rows, told.homes, strict=True):
        assert home is not None
        made = made_view(data, found, home)
        assert made.printed == row[1]
        assert len(made.parts) == int(row[3])
        assert title_of(data, home)[0] in ("ค่าของ โรงเรียนที่มีนักเรียน 0–120 คน", "ค่าของ โรงเรียนอื่นในเขต")


def test_no_answer_ranks_and_each_says_n(sample_store: Store, data: OfficeData) -> None:
    for terms in ((READ,), (READ, "look:schools"), (READ, SCHOOL), (READ, "look:sizes")):
        sentence = ask(sample_store, data, *terms).sentence
        assert "อันดับ" not in sentence
        assert "คน" in sentence or "โรงเรียน" in sentence


def test_the_area_is_the_sum_of_a_size_and_the_rest(sample_store: Store, data: OfficeData) -> None:
    told = ask(sample_store, data, READ, "size:0-120")
    counted = [int("".join(letter for letter in row[2] if letter.isdigit())) for row in told.table.rows]
    whole = ask(sample_store, data, READ).table.rows[0][2]
    assert sum(counted) == int("".join(letter for letter in whole if letter.isdigit()))


def test_an_unknown_indicator_is_left_out_and_not_guessed(data: OfficeData) -> None:
    assert known_terms(("indicator:academic.gone", READ), data) == (READ,)


def test_every_sentence_of_the_file_is_used() -> None:
    words = meeting_words()
    code = "".join(
        file.read_text("utf-8") for file in (Path(__file__).parents[2] / "lib").rglob("meeting*.py")
    )
    keys = [*words.headings, *words.texts, *words.phrases]
    assert [key for key in keys if f'"{key}"' not in code] == []


@pytest.fixture
def own_store(sample_store: Store, tmp_path: Path) -> Iterator[Store]:
    """A copy of the sample office's database that a test may write to."""
    copy = tmp_path / "copy.sqlite3"
    source, target = sqlite3.connect(sample_store.url.removeprefix("sqlite:///")), sqlite3.connect(copy)
    source.backup(target)
    source.close()
    target.close()
    opened = open_store(f"sqlite:///{copy.as_posix()}")
    yield opened
    opened.dispose()


def test_a_pin_stays_current_until_its_figures_change(own_store: Store, data: OfficeData) -> None:
    store, scheme = own_store, size_scheme(load_office(own_store)[0])
    told = ask(store, data, READ, "size:0-120")
    pin_answer(store, told, data_version=data.version, by="ผู้ทดสอบ")
    (now,) = list_pins(store, data, scheme)
    assert (now.pin.sentence, now.outdated, now.remark) == (told.sentence, False, "")
    later = replace(data, version=data.version + 1)
    (same,) = list_pins(store, later, scheme)
    assert not same.outdated
    observed = data.observations.copy()
    mine = observed["indicator_id"] == "academic.literacy_fail_pct"
    observed.loc[mine, "numerator"] = observed.loc[mine, "n"]
    observed.loc[mine, "value"] = 100.0
    (changed,) = list_pins(store, replace(later, observations=observed), scheme)
    assert changed.outdated
    assert "ข้อมูลเปลี่ยนไปแล้ว" in changed.remark
    (printed,) = pinned_answers((changed,))
    assert (printed.sentence, printed.remark) == (told.sentence, changed.remark)
    unpin(store, now.pin.pin_id, by="ผู้ทดสอบ")
    assert list_pins(store, data, scheme) == ()


def test_the_years_of_two_groups_are_both_told(sample_store: Store, data: OfficeData) -> None:
    first, second = sorted({school.cluster for school in data.schools} - {""})[:2]
    told = ask(sample_store, data, MATH, f"cluster:{first}", f"cluster:{second}", "look:trend").sentence
    assert told.count("ปี 2568") == told.count("ปี 2566") == 2
    assert told.index(first) < told.index(second)


def plain_column(n_rows: int) -> tuple[PlainTable, ...]:
    values = tuple(float(k) for k in range(n_rows))
    column = PlainColumn("ชีต!B1", "ค่าไฟ", values, tuple(f"B{k + 2}" for k in range(n_rows)))
    return (PlainTable("ชีต", "หน่วยงาน", ("ก",) * n_rows, (column,), 0),)


@pytest.mark.parametrize(("n_rows", "mark"), [(3, "bar"), (200, "rect")])
def test_few_rows_become_bars_and_many_a_distribution(n_rows: int, mark: str) -> None:
    question = read_question(("column:ชีต!B1",), {})
    answered = answer_column(question, plain_column(n_rows), "ไฟ.xlsx")
    assert answered.chart is not None
    assert answered.chart.spec["layer"][0]["mark"]["type"] == mark
    assert f"n = {n_rows} จาก {n_rows} แถว" in " ".join(answered.chart.spec["title"]["subtitle"])
    names = [row[0] for row in answered.table.rows]
    assert len(set(names)) == n_rows
    assert answered.chart.rows().rows[1][1:] == (1.0, "B3")


def test_a_column_that_is_not_in_the_file_is_no_question_of_it() -> None:
    with pytest.raises(KeyError):
        answer_column(read_question(("column:ชีต!Z9",), {}), plain_column(3), "ไฟ.xlsx")
