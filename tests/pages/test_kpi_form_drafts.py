"""Unsaved work in a KPI form: kept at each change, offered back, told of what somebody saved meanwhile."""

from streamlit.testing.v1 import AppTest

from lib.domain.evidence import Answer
from lib.domain.evidence_contacts import Contact, Contacts
from lib.services.evidence import load_evidence_page
from lib.services.evidence_contacts import load_contacts, save_contacts
from lib.services.evidence_drafts import load_drafts
from lib.services.evidence_edits import save_answer, save_baseline
from lib.services.evidence_focus import KPI_FORM, thai_today
from lib.services.evidence_rounds import freeze_round, submit_round
from lib.storage.engine import Store
from lib.thai.dates import fiscal_year_of
from lib.ui.resources import who
from lib.ui.state import Key
from tests.pages.opening import open_page

YEAR = fiscal_year_of(thai_today())


def opened_page() -> AppTest:
    return open_page("pages/kpi_form.py", **{Key.KPI_YEAR: YEAR})


def key(rest: str) -> str:
    return f"kpi-{KPI_FORM}-{YEAR}-{rest}"


def field(app: AppTest, item_id: str, field_id: str) -> str:
    return f"{key(item_id)}-{app.session_state[key(f'{item_id}-drawn')]}-field-{field_id}"


def first(app: AppTest, part: str) -> str:
    return f"{key(part)}-{app.session_state[key(f'{part}-drawn')]}-first"


def said(app: AppTest) -> str:
    shown = (*app.markdown, *app.caption, *app.info, *app.warning, *app.error, *app.success, *app.text)
    return "\n".join(str(each.value) for each in shown)


def kept(store: Store) -> dict[str, Answer]:
    return {item: each.answer for item, each in load_drafts(store, KPI_FORM, YEAR, by=who()).items()}


def typed_and_left(store: Store) -> None:
    app = opened_page()
    app.text_area(key=field(app, "2", "model")).set_value("ยังพิมพ์ไม่จบ").run()
    assert not app.exception
    assert "เก็บร่างไว้ให้แล้ว" in said(app)
    assert kept(store)["2"].fields["model"] == "ยังพิมพ์ไม่จบ"


def test_what_was_typed_is_offered_back_on_a_new_visit(store: Store) -> None:
    typed_and_left(store)
    app = opened_page()
    words = said(app)
    assert "มีร่างที่ยังไม่บันทึก เมื่อ" in words
    assert "รูปแบบ/กระบวนการ: ยังพิมพ์ไม่จบ" in words
    assert app.text_area(key=field(app, "2", "model")).disabled
    assert app.text_area(key=field(app, "2", "model")).value == ""
    assert load_evidence_page(store, KPI_FORM, YEAR).answers["2"] == Answer()


def test_coming_back_in_the_same_browser_offers_the_draft_too(store: Store) -> None:
    app = opened_page()
    app.text_area(key=field(app, "2", "model")).set_value("ยังพิมพ์ไม่จบ").run()
    app.switch_page("pages/home.py").run()
    app.switch_page("pages/kpi_form.py").run()
    assert not app.exception
    assert "มีร่างที่ยังไม่บันทึก เมื่อ" in said(app)


def test_a_draft_gone_on_with_is_saved_like_any_text_and_is_then_gone(store: Store) -> None:
    typed_and_left(store)
    app = opened_page()
    app.button(key=key("2-draft-use")).click().run()
    area = app.text_area(key=field(app, "2", "model"))
    assert (area.value, area.disabled) == ("ยังพิมพ์ไม่จบ", False)
    assert "มีร่างที่ยังไม่บันทึก เมื่อ" not in said(app)
    app.button(key=key("2-save")).click().run()
    assert not app.exception
    assert load_evidence_page(store, KPI_FORM, YEAR).answers["2"].fields["model"] == "ยังพิมพ์ไม่จบ"
    assert kept(store) == {}
    assert "ร่าง" not in said(app)


def test_a_draft_thrown_away_is_gone(store: Store) -> None:
    typed_and_left(store)
    app = opened_page()
    app.button(key=key("2-draft-drop")).click().run()
    assert kept(store) == {}
    assert app.text_area(key=field(app, "2", "model")).value == ""
    assert not app.text_area(key=field(app, "2", "model")).disabled
    assert "ทิ้งร่างของข้อ 2 แล้ว" in said(app)


def test_half_a_date_comes_back_as_it_was_picked(store: Store) -> None:
    app = opened_page()
    app.selectbox(key=field(app, "1", "order_date-day")).set_value("16")
    app.selectbox(key=field(app, "1", "order_date-month")).set_value("ธันวาคม").run()
    again = opened_page()
    again.button(key=key("1-draft-use")).click().run()
    assert again.selectbox(key=field(again, "1", "order_date-day")).value == "16"
    assert again.selectbox(key=field(again, "1", "order_date-month")).value == "ธันวาคม"
    assert again.number_input(key=field(again, "1", "order_date-year")).value is None


def test_a_draft_overtaken_by_a_save_is_shown_beside_it_and_neither_is_lost(store: Store) -> None:
    typed_and_left(store)
    save_answer(store, KPI_FORM, YEAR, "2", Answer("yes", {"model": "ของเพื่อน"}), by="ข")
    app = opened_page()
    words = said(app)
    assert "มีผู้บันทึกข้อนี้หลังจากร่างนี้" in words
    assert "รูปแบบ/กระบวนการ: ของเพื่อน" in words
    assert "รูปแบบ/กระบวนการ: ยังพิมพ์ไม่จบ" in words
    app.button(key=key("2-draft-use")).click().run()
    assert "ยังไม่มีข้อความใดถูกเขียนทับ" in app.warning[0].value
    app.button(key=key("2-mine")).click().run()
    assert load_evidence_page(store, KPI_FORM, YEAR).answers["2"].fields["model"] == "ยังพิมพ์ไม่จบ"
    assert kept(store) == {}


def test_choosing_what_was_saved_throws_the_own_draft_away(store: Store) -> None:
    typed_and_left(store)
    save_answer(store, KPI_FORM, YEAR, "2", Answer("yes", {"model": "ของเพื่อน"}), by="ข")
    app = opened_page()
    app.button(key=key("2-draft-use")).click().run()
    app.button(key=key("2-theirs")).click().run()
    assert app.text_area(key=field(app, "2", "model")).value == "ของเพื่อน"
    assert kept(store) == {}


def test_a_draft_of_a_closed_item_can_be_read_and_not_saved(store: Store) -> None:
    typed_and_left(store)
    for round_id in ("6", "9", "12"):
        submit_round(store, KPI_FORM, YEAR, round_id, by="ก")
        freeze_round(store, KPI_FORM, YEAR, round_id, by="ก")
    app = opened_page()
    assert "ข้อนี้ปิดแล้ว จึงบันทึกร่างนี้ไม่ได้" in said(app)
    assert "รูปแบบ/กระบวนการ: ยังพิมพ์ไม่จบ" in said(app)
    buttons = {button.key: button for button in app.button}
    assert key("2-draft-use") not in buttons
    assert buttons[key("2-save")].disabled


def test_wrong_input_is_told_at_its_field_before_anybody_saves(store: Store) -> None:
    app = opened_page()
    app.text_input(key=field(app, "1", "order_no")).set_value("ไม่มีเลข").run()
    assert "ไม่มีตัวเลข กรอกเลขที่ตามเอกสาร เช่น 125/2568" in said(app)
    app.text_input(key=field(app, "3", "plan_page")).set_value("ท้ายเล่ม").run()
    assert "ไม่มีเลขหน้า" in said(app)


def test_several_projects_are_picked_or_typed_and_kept_one_a_line(store: Store) -> None:
    save_answer(store, KPI_FORM, YEAR - 1, "3", Answer("yes", {"project_name": "โครงการเดิม"}), by="ก")
    app = opened_page()
    projects = app.multiselect(key=field(app, "3", "project_name"))
    assert "โครงการเดิม" in projects.options
    projects.set_value(["โครงการเดิม"]).run()
    app.button(key=key("3-save")).click().run()
    assert not app.exception
    assert load_evidence_page(store, KPI_FORM, YEAR).answers["3"].fields["project_name"] == "โครงการเดิม"


def test_three_years_stand_beside_an_item_with_where_they_come_from(store: Store) -> None:
    save_answer(store, KPI_FORM, YEAR - 1, "1", Answer("yes", {"order_no": "9/2567"}), by="ก")
    submit_round(store, KPI_FORM, YEAR - 1, "9", by="ก")
    freeze_round(store, KPI_FORM, YEAR - 1, "9", by="ก")
    save_baseline(store, KPI_FORM, YEAR, {f"level:{YEAR - 2}": "3"}, seen_version=0, by="ก")
    app = opened_page()
    words = said(app)
    assert f"{YEAR - 2} · **ระดับ 3**" in words
    assert "กรอกไว้ในข้อมูลพื้นฐาน" in words
    assert f"{YEAR - 1} · **ระดับ 0**" in words
    assert "จากรอบ 9 เดือนที่ปิดแล้ว · ข้อนี้ มี · หลักฐาน 0 ไฟล์" in words
    assert f"{YEAR} · **ยังไม่มีผล**" in words


def test_two_people_who_type_past_results_both_keep_theirs(store: Store) -> None:
    app = opened_page()
    save_baseline(store, KPI_FORM, YEAR, {f"level:{YEAR - 2}": "2"}, seen_version=0, by="ข")
    app.text_input(key=first(app, "baseline")).set_value("4")
    app.button(key=key("baseline-save")).click().run()
    assert not app.exception
    words = said(app)
    assert "ข บันทึกเมื่อ" in words
    assert f"ปีงบประมาณ {YEAR - 2}: 2" in words
    assert f"ปีงบประมาณ {YEAR - 2}: 4" in words
    app.button(key=key("baseline-mine")).click().run()
    assert load_evidence_page(store, KPI_FORM, YEAR).baseline.fields[f"level:{YEAR - 2}"] == "4"


def test_the_people_of_the_roles_are_typed_by_the_office(store: Store) -> None:
    app = opened_page()
    app.text_input(key=first(app, "contacts")).set_value("ก ตัวอย่าง")
    app.button(key=key("contacts-save")).click().run()
    assert not app.exception
    assert load_contacts(store, KPI_FORM, YEAR).people[0].name == "ก ตัวอย่าง"
    assert "บันทึกผู้รับผิดชอบแล้ว" in said(app)


def test_the_people_of_last_year_are_taken_over_by_one_click(store: Store) -> None:
    role = load_contacts(store, KPI_FORM, YEAR - 1).people[0].role
    save_contacts(store, KPI_FORM, YEAR - 1, Contacts((Contact(role, "ก ตัวอย่าง"),)), by="ก")
    app = opened_page()
    app.button(key=key("contacts-copy")).click().run()
    assert not app.exception
    assert load_contacts(store, KPI_FORM, YEAR).people[0].name == "ก ตัวอย่าง"
    assert app.text_input(key=first(app, "contacts")).value == "ก ตัวอย่าง"
    assert key("contacts-copy") not in {button.key for button in app.button}
