"""The school's page through the whole app: empty, unchosen, without figures, and with everything."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.schools import School
from lib.domain.visits import VisitState
from lib.services.analysis import load_office_data
from lib.services.evidence_focus import thai_today
from lib.services.visits import visits_due
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, writing
from lib.storage.schools import save_schools
from lib.thai.date_text import MONTHS
from lib.thai.dates import BE_OFFSET
from lib.ui.state import Key
from tests.pages.opening import open_page

SCHOOL = "99010027"
DISAGREEING = "99010031"
NEW_VISIT = f"visit-{SCHOOL}-new"


def opened_page(monkeypatch: pytest.MonkeyPatch, url: str, school_id: str = "", **choices: object) -> AppTest:
    monkeypatch.setenv(DATABASE_VARIABLE, url)
    if school_id:
        choices[Key.SCHOOL] = school_id
    return open_page("pages/school.py", **choices)


def told(app: AppTest) -> str:
    return " ".join(each.value for each in (*app.markdown, *app.caption, *app.info))


def keys(app: AppTest) -> list[str]:
    return [each.key or "" for each in app.dataframe]


def test_an_empty_register_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, database_url: str) -> None:
    app = opened_page(monkeypatch, database_url)
    assert not app.exception
    assert "ยังไม่มีทะเบียนโรงเรียน" in app.info[0].value


def test_nothing_is_shown_before_a_school_is_chosen(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    assert not app.exception
    assert not app.dataframe
    assert "เลือกโรงเรียน" in app.info[0].value


def test_a_school_without_any_figure_says_so_and_can_still_be_visited(
    monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    with writing(store) as session:
        save_schools(session, [School(SCHOOL, "บ้านทดสอบ", smis_code=SCHOOL, cluster="กลุ่มโรงเรียนสายน้ำ")])
    app = opened_page(monkeypatch, store.url, SCHOOL)
    assert not app.exception
    assert not app.error
    assert not app.dataframe
    words = told(app)
    assert "ยังไม่มีข้อมูลรายโรงเรียนด้าน" in words
    assert "ไม่มีข้อค้นพบเฉพาะของโรงเรียนนี้" in words
    assert "ยังไม่มีรายงานการประเมินตนเอง" in words
    assert words.count(VisitState.OWED.label) + words.count(VisitState.OVERDUE.label) == 3


def test_a_school_chosen_elsewhere_opens_with_everything(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url, DISAGREEING)
    assert not app.exception
    assert not app.error
    assert app.header[0].value.startswith("โรงเรียน")
    assert [each.value for each in app.subheader] == [
        "จุดเด่นและจุดที่ควรพัฒนา",
        "ระดับคุณภาพตามรายงานการประเมินตนเอง",
        "ผลประเมินภายนอก (สมศ.)",
        "การนิเทศและตรวจเยี่ยมที่ยังต้องไป",
    ]
    words = told(app)
    for each in ("ด้านวิชาการ", "ด้านงบประมาณ", "ด้านการบริหารงานบุคคล", "ด้านการบริหารทั่วไป", DISAGREEING):
        assert each in words
    levels = next(each.value for each in app.dataframe if (each.key or "").startswith("school-levels"))
    assert "◆" in levels["มาตรฐานที่ 1"].iloc[0]
    first = next(each.value for each in app.dataframe if (each.key or "").startswith("school-rows-academic"))
    assert {"value", "counted", "area", "peers", "certainty"} <= set(first.columns)
    assert len(app.get("vega_lite_chart")) == 4


def test_every_indicator_of_a_domain_is_one_click_away(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url, SCHOOL)
    few = next(each.value for each in app.dataframe if (each.key or "").startswith("school-rows-budget"))
    app.button(key="school-all-budget").click().run()
    assert not app.exception
    whole = next(each.value for each in app.dataframe if (each.key or "").startswith("school-rows-budget"))
    assert len(whole) > len(few)
    assert "change" in whole.columns


def test_whole_sentences_open_with_their_decisions(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url, SCHOOL, **{Key.SCHOOL_ALL: frozenset({"sentences"})})
    assert not app.exception
    assert any("(กฎ R2)" in each.value for each in app.text)
    opening = next(each for each in app.button if (each.key or "").startswith("open-"))
    opening.click().run()
    assert not app.exception
    assert any(each.label == "ผลการพิจารณา" for each in app.radio)


def test_picking_another_school_changes_the_page(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url, SCHOOL)
    before = app.header[0].value
    app.selectbox(key=Key.SCHOOL).set_value("99010018").run()
    assert not app.exception
    assert app.header[0].value != before


def test_a_visit_is_planned_by_picking_and_is_listed_at_once(
    monkeypatch: pytest.MonkeyPatch, office: Store
) -> None:
    app = opened_page(monkeypatch, office.url, SCHOOL)
    app.button(key=f"{NEW_VISIT}-open").click().run()
    today = thai_today()
    day = date(today.year + 1, 6, 15)
    drawn = f"{NEW_VISIT}-1"
    app.selectbox(key=f"{drawn}-day-True-day").set_value(str(day.day)).run()
    app.selectbox(key=f"{drawn}-day-True-month").set_value(MONTHS[day.month - 1]).run()
    app.number_input(key=f"{drawn}-day-True-year").set_value(day.year + BE_OFFSET).run()
    app.multiselect(key=f"{drawn}-roles").set_value(["ศึกษานิเทศก์"]).run()
    app.button(key=f"{drawn}-save").click().run()
    assert not app.exception
    assert not app.error
    assert [each.value for each in app.success] == ["บันทึกแผนแล้ว"]
    listed = visits_due(office, load_office_data(office), SCHOOL, today)
    assert day in {visit.planned_on for visit in listed.planned}


def test_an_incomplete_day_is_refused_in_the_dialog_and_nothing_is_saved(
    monkeypatch: pytest.MonkeyPatch, office: Store
) -> None:
    before = visits_due(office, load_office_data(office), SCHOOL, thai_today())
    app = opened_page(monkeypatch, office.url, SCHOOL)
    app.button(key=f"{NEW_VISIT}-open").click().run()
    app.multiselect(key=f"{NEW_VISIT}-1-roles").set_value(["ศึกษานิเทศก์"]).run()
    app.button(key=f"{NEW_VISIT}-1-save").click().run()
    assert not app.exception
    assert "ยังไม่ได้เลือกวันที่" in app.error[0].value
    assert visits_due(office, load_office_data(office), SCHOOL, thai_today()) == before


def test_the_sheets_of_the_whole_cluster_are_made_on_demand(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url, SCHOOL)
    assert not any((each.key or "") == "school-sheet-zip" for each in app.download_button)
    app.button(key="school-sheet-cluster").click().run()
    assert not app.exception
    assert not app.error
    assert any((each.key or "") == "school-sheet-zip" for each in app.download_button)
