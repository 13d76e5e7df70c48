from dataclasses import replace
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from lib.domain.evidence import Answer, RoundStatus
from lib.services.evidence import EvidencePage, load_evidence_page
from lib.services.evidence_edits import save_answer
from lib.services.evidence_files import attach_file, remove_file, save_file
from lib.services.evidence_focus import KPI_FORM, thai_today
from lib.services.evidence_rounds import freeze_round, submit_round
from lib.storage.engine import Store
from lib.thai.dates import fiscal_year_of
from lib.ui import evidence_files
from lib.ui.state import Key
from tests.pages.opening import open_page

PDF = b"%PDF-1.7 fictional"
YEAR = fiscal_year_of(thai_today())


def opened_page() -> AppTest:
    return open_page("pages/kpi_form.py")


def saved(store: Store) -> EvidencePage:
    return load_evidence_page(store, KPI_FORM, YEAR)


def answer_first_item(store: Store) -> None:
    fields = {"order_office": "ตัวอย่าง เขต 1", "order_no": "9/2568", "order_date": "16 ธันวาคม 2568"}
    version = saved(store).answers["1"].version
    save_answer(store, KPI_FORM, YEAR, "1", Answer("yes", fields, version), by="ก")
    attach_file(store, KPI_FORM, YEAR, "1", PDF, "คำสั่ง.pdf", kind="order", by="ก")


def key(rest: str) -> str:
    return f"kpi-{KPI_FORM}-{YEAR}-{rest}"


def answer_of(app: AppTest, item_id: str) -> str:
    """Key of มี/ไม่มี; inputs get a new key each time they start from what is saved."""
    return f"{key(item_id)}-{app.session_state[key(f'{item_id}-drawn')]}-first"


def field(app: AppTest, item_id: str, field_id: str) -> str:
    return f"{answer_of(app, item_id).removesuffix('first')}field-{field_id}"


def past_result(app: AppTest, year_be: int) -> str:
    """Key of a past result; the oldest year stands first."""
    drawn = app.session_state[key("baseline-drawn")]
    return key(f"baseline-{drawn}-{'first' if year_be == YEAR - 2 else f'level:{year_be}'}")


def said(app: AppTest) -> str:
    shown = (*app.markdown, *app.caption, *app.info, *app.warning, *app.error, *app.success, *app.text)
    return "\n".join(str(each.value) for each in shown)


def test_an_empty_form_opens_with_five_levels_and_what_the_first_needs(store: Store) -> None:
    app = opened_page()
    assert not app.exception
    assert not app.error
    words = said(app)
    assert [f"ระดับ {level} · " in words for level in range(1, 6)] == [True] * 5
    assert "ระดับ 1 · ขั้นต่อไป" in words
    assert any("ใช้แบบฉบับปีงบประมาณ 2557" in each.value for each in app.caption)
    assert "ระดับ 1 ยังต้องการ: ข้อ 1 ยังไม่ได้ตอบ มี/ไม่มี" in words


def test_an_item_is_saved_with_a_date_in_the_buddhist_era(store: Store) -> None:
    app = opened_page()
    app.radio(key=answer_of(app, "1")).set_value("yes")
    app.text_input(key=field(app, "1", "order_office")).set_value("ตัวอย่าง เขต 1")
    app.text_input(key=field(app, "1", "order_no")).set_value("9/2568")
    app.selectbox(key=field(app, "1", "order_date-day")).set_value("16")
    app.selectbox(key=field(app, "1", "order_date-month")).set_value("ธันวาคม")
    app.number_input(key=field(app, "1", "order_date-year")).set_value(2568)
    app.button(key=key("1-save")).click().run()
    assert not app.exception
    assert [each.value for each in app.success] == ["บันทึกข้อ 1 แล้ว"]
    kept = saved(store).answers["1"]
    assert kept.answer == "yes"
    assert kept.fields["order_date"] == "2025-12-16"


def test_half_a_date_is_refused_in_words_and_nothing_is_saved(store: Store) -> None:
    app = opened_page()
    app.selectbox(key=field(app, "1", "order_date-day")).set_value("31")
    app.selectbox(key=field(app, "1", "order_date-month")).set_value("กุมภาพันธ์")
    app.number_input(key=field(app, "1", "order_date-year")).set_value(2568)
    app.button(key=key("1-save")).click().run()
    assert "อ่านเป็นวันที่ไม่ได้" in app.error[0].value
    assert saved(store).answers["1"] == Answer()


def test_saving_twice_in_a_row_is_no_conflict(store: Store) -> None:
    app = opened_page()
    for text in ("แบบแรก", "แบบที่สอง"):
        app.text_area(key=field(app, "2", "model")).set_value(text)
        app.button(key=key("2-save")).click().run()
        assert not app.warning
    assert saved(store).answers["2"].fields["model"] == "แบบที่สอง"


def test_the_second_of_two_editors_sees_both_and_overwrites_nothing(store: Store) -> None:
    app = opened_page()
    save_answer(store, KPI_FORM, YEAR, "2", Answer("yes", {"model": "ของเพื่อน"}), by="ข")
    app.text_area(key=field(app, "2", "model")).set_value("ของฉัน")
    app.button(key=key("2-save")).click().run()
    words = said(app)
    assert len(app.warning) == 1
    assert "ข บันทึกเมื่อ" in app.warning[0].value
    assert "รูปแบบ/กระบวนการ: ของเพื่อน" in words
    assert "รูปแบบ/กระบวนการ: ของฉัน" in words
    assert saved(store).answers["2"].fields["model"] == "ของเพื่อน"


def test_the_second_editor_may_keep_the_own_text(store: Store) -> None:
    app = opened_page()
    save_answer(store, KPI_FORM, YEAR, "2", Answer("yes", {"model": "ของเพื่อน"}), by="ข")
    app.text_area(key=field(app, "2", "model")).set_value("ของฉัน")
    app.button(key=key("2-save")).click().run()
    app.button(key=key("2-mine")).click().run()
    assert saved(store).answers["2"].fields["model"] == "ของฉัน"
    assert not app.warning


def test_the_second_editor_may_take_the_other_text(store: Store) -> None:
    app = opened_page()
    save_answer(store, KPI_FORM, YEAR, "2", Answer("yes", {"model": "ของเพื่อน"}), by="ข")
    app.text_area(key=field(app, "2", "model")).set_value("ของฉัน")
    app.button(key=key("2-save")).click().run()
    app.button(key=key("2-theirs")).click().run()
    assert app.text_area(key=field(app, "2", "model")).value == "ของเพื่อน"
    assert not app.warning


def test_a_complete_item_makes_the_next_the_open_one(store: Store) -> None:
    answer_first_item(store)
    words = said(opened_page())
    assert "ระดับ 1 · ครบแล้ว" in words
    assert "ระดับ 2 · ขั้นต่อไป" in words


def test_a_file_can_stop_counting_without_being_taken_away(store: Store) -> None:
    answer_first_item(store)
    (file,) = saved(store).files
    app = opened_page()
    app.toggle(key=key(f"1-file-{file.evidence_id}-{file.version}")).set_value(False).run()
    assert not app.exception
    assert [each.accepted for each in saved(store).files] == [False]
    app.toggle(key=key(f"1-file-{file.evidence_id}-{file.version + 1}")).set_value(True).run()
    assert [each.accepted for each in saved(store).files] == [True]


def test_a_file_is_attached_with_its_kind(store: Store) -> None:
    app = opened_page()
    app.button(key=key("2-attach")).click().run()
    app.file_uploader(key="attach-2-upload").upload("แผนการนิเทศ.pdf", PDF, "application/pdf").run()
    app.selectbox(key="attach-2-kind").set_value("plan").run()
    app.button(key="attach-2-save").click().run()
    assert not app.exception
    (file,) = saved(store).files
    assert (file.item_id, file.kind, file.title) == ("2", "plan", "แผนการนิเทศ.pdf")


def test_a_file_without_its_kind_is_not_attached(store: Store) -> None:
    app = opened_page()
    app.button(key=key("2-attach")).click().run()
    app.file_uploader(key="attach-2-upload").upload("แผนการนิเทศ.pdf", PDF, "application/pdf").run()
    app.button(key="attach-2-save").click().run()
    assert "ยังไม่ได้เลือกชนิดของหลักฐาน" in app.error[0].value
    assert saved(store).files == ()


def test_a_file_leaves_only_after_a_second_word(store: Store) -> None:
    answer_first_item(store)
    (file,) = saved(store).files
    app = opened_page()
    app.button(key=key(f"1-file-{file.evidence_id}-remove")).click().run()
    assert saved(store).files == (file,)
    app.button(key=f"remove-{file.evidence_id}").click().run()
    assert saved(store).files == ()


def test_the_description_of_a_file_can_be_corrected(store: Store) -> None:
    answer_first_item(store)
    (file,) = saved(store).files
    app = opened_page()
    app.button(key=key(f"1-file-{file.evidence_id}-change")).click().run()
    app.text_input(key=f"change-{file.evidence_id}-title").set_value("คำสั่งที่ 9/2568").run()
    app.button(key=f"change-{file.evidence_id}-save").click().run()
    assert [each.title for each in saved(store).files] == ["คำสั่งที่ 9/2568"]


def test_a_round_is_handed_in_after_a_second_word_and_locks_what_it_counted(store: Store) -> None:
    answer_first_item(store)
    app = opened_page()
    round_id = saved(store).current_round_id
    app.button(key=key(f"submit-{round_id}")).click().run()
    assert {view.record.status for view in saved(store).rounds} == {RoundStatus.OPEN}
    app.button(key="kpi-confirm-submit").click().run()
    assert not app.exception
    (view,) = (each for each in saved(store).rounds if each.form_round.id == round_id)
    assert view.record.status is RoundStatus.SUBMITTED
    assert app.button(key=key("1-save")).disabled
    assert any("จึงแก้ไขไม่ได้" in info.value for info in app.info)


def test_a_handed_in_round_can_be_taken_back(store: Store) -> None:
    answer_first_item(store)
    submit_round(store, KPI_FORM, YEAR, "6", by="ก")
    app = opened_page()
    app.button(key=key("reopen-6")).click().run()
    app.button(key="kpi-confirm-reopen").click().run()
    assert saved(store).rounds[0].record.status is RoundStatus.OPEN
    assert not app.button(key=key("1-save")).disabled


def test_a_frozen_round_offers_nothing_more(store: Store) -> None:
    submit_round(store, KPI_FORM, YEAR, "6", by="ก")
    freeze_round(store, KPI_FORM, YEAR, "6", by="ก")
    keys = {button.key for button in opened_page().button}
    assert not keys & {key("submit-6"), key("reopen-6"), key("freeze-6")}


def test_past_results_are_typed_and_kept(store: Store) -> None:
    app = opened_page()
    app.text_input(key=past_result(app, YEAR - 1)).set_value("4")
    app.button(key=key("baseline-save")).click().run()
    assert saved(store).results["level"] == ("-", "4", "-")


def test_a_year_closed_here_fills_its_result_itself(store: Store) -> None:
    submit_round(store, KPI_FORM, YEAR - 1, "12", by="ก")
    freeze_round(store, KPI_FORM, YEAR - 1, "12", by="ก")
    app = opened_page()
    closed = app.text_input(key=past_result(app, YEAR - 1))
    assert (closed.value, closed.disabled) == ("0", True)


def test_only_one_button_of_the_page_is_its_own_action(store: Store) -> None:
    answer_first_item(store)
    kinds = [button.proto.type for button in opened_page().button]
    assert kinds.count("primary") == 1


def test_the_evidence_leaves_only_when_a_file_counts(store: Store) -> None:
    assert opened_page().download_button(key=key("zip")).disabled
    answer_first_item(store)
    (file,) = saved(store).files
    assert not opened_page().download_button(key=key("zip")).disabled
    save_file(store, KPI_FORM, YEAR, replace(file, accepted=False), by="ก")
    assert opened_page().download_button(key=key("zip")).disabled


def test_every_line_of_consideration_is_answered_by_itself(store: Store) -> None:
    app = opened_page()
    for number, answer in (("1.1", "yes"), ("1.2", "no")):
        sub = field(app, "2", number).replace("-field-", "-sub-")
        app.segmented_control(key=sub).set_value(answer)
    app.button(key=key("2-save")).click().run()
    assert not app.exception
    assert dict(saved(store).answers["2"].sub_answers) == {"1.1": "yes", "1.2": "no"}
    assert "การพิจารณา 1.2 ตอบว่า ไม่มี" in said(app)


def test_the_second_form_opens_on_the_same_page_with_its_named_levels(store: Store) -> None:
    app = opened_page()
    app.selectbox(key=Key.KPI_FORM).set_value("ktpn_plan").run()
    assert not app.exception
    words = said(app)
    assert "จากสูงสุดระดับ 2 ดี" in words
    assert "ยังต้องการอีก 2 ข้อ" in words
    item = f"kpi-ktpn_plan-{YEAR}-acted"
    app.radio(key=f"{item}-{app.session_state[f'{item}-drawn']}-first").set_value("yes")
    app.button(key=f"{item}-save").click().run()
    assert load_evidence_page(store, "ktpn_plan", YEAR).answers["acted"].answer == "yes"


def test_a_stored_file_is_used_for_a_further_item_by_picking_it(store: Store) -> None:
    answer_first_item(store)
    app = opened_page()
    app.button(key=key("2-attach")).click().run()
    app.segmented_control(key="attach-2-way").set_value("known").run()
    app.button(key="attach-2-known-save").click().run()
    assert not app.exception
    first, second = saved(store).files
    assert (first.sha256, second.item_id) == (second.sha256, "2")


def test_a_binder_is_noted_with_where_it_stands(store: Store) -> None:
    app = opened_page()
    app.button(key=key("1-attach")).click().run()
    app.segmented_control(key="attach-1-way").set_value("reference").run()
    app.selectbox(key="attach-1-reference-kind").set_value("order")
    app.text_input(key="attach-1-reference-title").set_value("แฟ้มคำสั่ง")
    app.text_input(key="attach-1-reference-held").set_value("ตู้ 3")
    app.button(key="attach-1-reference-save").click().run()
    (noted,) = saved(store).files
    assert (noted.title, noted.held_at, noted.counts) == ("แฟ้มคำสั่ง", "ตู้ 3", False)
    assert "เก็บที่ ตู้ 3" in said(opened_page())


def test_a_newer_file_shows_the_one_before_it(store: Store) -> None:
    answer_first_item(store)
    (file,) = saved(store).files
    app = opened_page()
    app.button(key=key(f"1-file-{file.evidence_id}-change")).click().run()
    name = f"change-{file.evidence_id}"
    app.file_uploader(key=f"{name}-upload").upload("ลงนาม.pdf", PDF + b"2", "application/pdf").run()
    app.text_input(key=f"{name}-reason").set_value("ลงนามแล้ว")
    app.button(key=f"{name}-replace").click().run()
    (newer,) = saved(store).files
    assert (newer.file_name, newer.earlier[0].reason) == ("ลงนาม.pdf", "ลงนามแล้ว")
    assert "ฉบับที่ 2" in said(opened_page())


def test_a_level_claimed_by_hand_stands_beside_the_computed_one(store: Store) -> None:
    app = opened_page()
    name = key("claim-6-0")
    app.selectbox(key=f"{name}-level").set_value(2)
    app.text_input(key=f"{name}-reason").set_value("รอคำสั่งลงนาม")
    app.button(key=f"{name}-save").click().run()
    assert not app.exception
    assert (
        "รอบ 6 เดือน สำนักงานระบุระดับ 2 แต่หลักฐานที่นับได้ให้ระดับ 0 ต่างกัน 2 ระดับ เหตุผลที่ระบุ: รอคำสั่งลงนาม"
        in app.warning[0].value
    )


def test_a_switch_nobody_touched_stays_when_its_call_comes_late(store: Store) -> None:
    answer_first_item(store)
    (file,) = saved(store).files
    with patch.object(evidence_files.st, "session_state", {"toggle": True}):
        evidence_files._set_accepted(store, saved(store).form, file, "toggle")
    assert saved(store).files == (file,)


def test_taking_evidence_away_says_that_the_level_fell_and_why(store: Store) -> None:
    answer_first_item(store)
    (file,) = saved(store).files
    app = opened_page()
    app.button(key=key(f"1-file-{file.evidence_id}-remove")).click().run()
    app.button(key=f"remove-{file.evidence_id}").click().run()
    assert not app.exception
    assert "ตัวชี้วัดที่ 46 ลดจากระดับ 1 เป็นระดับ 0 เพราะ ข้อ 1 ต้องมีไฟล์หลักฐานที่นับได้อีก 1 ไฟล์" in said(app)


def test_evidence_taken_away_is_brought_back_by_one_click(store: Store) -> None:
    answer_first_item(store)
    (file,) = saved(store).files
    remove_file(store, KPI_FORM, YEAR, file.evidence_id, by="ก")
    app = opened_page()
    (removed,) = saved(store).removed
    app.button(key=key(f"1-back-{removed.line}")).click().run()
    assert not app.exception
    assert [each.sha256 for each in saved(store).files] == [file.sha256]


def test_a_closed_round_is_corrected_by_a_new_edition_with_a_reason(store: Store) -> None:
    answer_first_item(store)
    submit_round(store, KPI_FORM, YEAR, "6", by="ก")
    freeze_round(store, KPI_FORM, YEAR, "6", by="ก")
    app = opened_page()
    app.button(key=key("correct-6")).click().run()
    app.text_input(key="kpi-why-correct").set_value("เลขที่คำสั่งผิด")
    app.button(key="kpi-confirm-correct").click().run()
    assert not app.exception
    assert saved(store).rounds[0].record.edition == 2
    assert "ฉบับแก้ไขที่ 1" in said(app)
    assert "เลขที่คำสั่งผิด" in list(app.table[0].value["เหตุผลที่แก้ไข"])


def test_an_output_of_the_workbench_is_attached_by_picking_it(store: Store) -> None:
    app = opened_page()
    app.button(key=key("2-attach")).click().run()
    app.segmented_control(key="attach-2-way").set_value("output").run()
    app.button(key="attach-2-output-save").click().run(timeout=60)
    assert not app.exception
    (file,) = saved(store).files
    assert (file.item_id, file.kind, file.dated_on) == ("2", "information", thai_today())


def test_a_file_that_cannot_be_drawn_says_so_beside_its_download(store: Store) -> None:
    answer_first_item(store)
    (file,) = saved(store).files
    app = opened_page()
    app.button(key=key(f"1-file-{file.evidence_id}-change")).click().run()
    app.toggle(key=f"change-{file.evidence_id}-look").set_value(True).run(timeout=60)
    assert not app.exception
    assert app.download_button(key=f"change-{file.evidence_id}-download").label == "ดาวน์โหลดไฟล์"
    assert any("ไฟล์ไม่สมบูรณ์" in each.value for each in app.caption)
