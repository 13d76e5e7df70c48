"""Deciding about one finding in its dialog: every path, on the sample office."""

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.findings import Finding, Recommendation, Review
from lib.services.analysis import load_office_data, make_periods
from lib.services.finding_decisions import decide, decision_now
from lib.services.findings import compute_findings, join_reviews, report_place
from lib.storage.engine import Store, writing
from lib.storage.reviews import save_review
from lib.ui.finding_review import _REASONS
from lib.ui.state import Key
from tests.pages.opening import open_page

INDICATOR = "general.homevisit_pct"
_FOUND: list[Finding] = []


@pytest.fixture
def finding(office: Store) -> Finding:
    """The area's share of homes visited: 93.63 per cent of 19,781 pupils, below its target of 100."""
    if not _FOUND:
        data = load_office_data(office)
        _FOUND.extend(compute_findings(data, make_periods(data))[0])
    return next(
        each for each in _FOUND if (each.indicator_id, each.scope, each.rule_id) == (INDICATOR, "area", "R1")
    )


def opened(finding: Finding) -> AppTest:
    app = open_page("pages/findings.py", **{Key.OPEN_FINDING: finding.id})
    assert not app.exception
    return app


def saved(app: AppTest, finding: Finding) -> AppTest:
    app.button(key=f"save-{finding.id}").click().run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    kinds = (app.text, app.markdown, app.caption, app.warning, app.error, app.success)
    return "\n".join(str(each.value) for kind in kinds for each in kind)


def undecided(office: Store, finding: Finding) -> Finding:
    """Another finding of the area that the sample has not decided about."""
    for each in join_reviews(office, tuple(_FOUND), ()).findings:
        if each.finding.scope == "area" and each.review.version == 0:
            return each.finding
    raise AssertionError(finding)


def test_each_recipient_has_a_recommendation_of_its_own(office: Store, finding: Finding) -> None:
    app = opened(finding)
    app.pills(key=f"to-{finding.id}").set_value(["สถานศึกษา", "สพท."]).run()
    app.text_area(key=f"recommendation-สถานศึกษา-{finding.id}").set_value("เยี่ยมบ้านให้ครบ").run()
    app.text_area(key=f"recommendation-สพท.-{finding.id}").set_value("นิเทศรายกลุ่ม").run()
    app = saved(app, finding)
    assert decision_now(office, finding).recommendations == (
        Recommendation("สถานศึกษา", "เยี่ยมบ้านให้ครบ"),
        Recommendation("สพท.", "นิเทศรายกลุ่ม"),
    )
    assert "บันทึกแล้ว" in words(app)


def test_a_figure_that_is_none_of_the_data_is_named_and_must_be_spoken_for(
    office: Store, finding: Finding
) -> None:
    before = decision_now(office, finding)
    app = opened(finding)
    app.radio(key=f"status-{finding.id}").set_value("edited").run()
    text = "เยี่ยมบ้านได้ร้อยละ 55 ควรทำให้ครบภายใน 2 เดือน"
    app.text_area(key=f"text-{finding.id}").set_value(text).run()
    labels = [each.label for each in app.selectbox if "ตัวเลขนี้ไม่มีในข้อมูล" in each.label]
    assert [label.split(" ใน ")[0] for label in labels] == [
        "ตัวเลขนี้ไม่มีในข้อมูล: 55",
        "ตัวเลขนี้ไม่มีในข้อมูล: 2",
    ]
    app = saved(app, finding)
    assert any("55, 2" in error.value for error in app.error)
    assert decision_now(office, finding) == before

    app.selectbox(key=f"text-{finding.id}-0-55").select("value").run()
    app.selectbox(key=f"text-{finding.id}-1-2").select("").run()
    assert "เยี่ยมบ้านได้ร้อยละ 93.63" in words(app)
    saved(app, finding)
    assert decision_now(office, finding).sentence_text == "เยี่ยมบ้านได้ร้อยละ {value} ควรทำให้ครบภายใน 2 เดือน"


def test_an_edit_keeps_its_figures_bound_and_shows_no_braces(office: Store, finding: Finding) -> None:
    app = opened(finding)
    app.radio(key=f"status-{finding.id}").set_value("edited").run()
    shown = app.text_area(key=f"text-{finding.id}").value
    assert "93.63" in shown
    app.text_area(key=f"text-{finding.id}").set_value(shown.replace("ภาพรวมเขตพื้นที่", "ทั้งเขต")).run()
    saved(app, finding)
    review = decision_now(office, finding)
    assert "ร้อยละ {value}" in review.sentence_text
    app = opened(finding)
    assert "{" not in app.text_area(key=f"text-{finding.id}").value
    assert app.text_area(key=f"text-{finding.id}").value.startswith("ทั้งเขต")


@pytest.mark.parametrize(("pick", "typed"), [(_REASONS[0], ""), (_REASONS[-1], "ขอตรวจยอดกับโรงเรียน")])
def test_a_rejection_takes_a_common_reason_or_words_of_one_s_own(
    office: Store, finding: Finding, pick: str, typed: str
) -> None:
    app = opened(finding)
    app.radio(key=f"status-{finding.id}").set_value("rejected").run()
    app = saved(app, finding)
    assert any("เหตุผล" in error.value for error in app.error)
    app.radio(key=f"reason-pick-{finding.id}").set_value(pick).run()
    if typed:
        app.text_input(key=f"reason-{finding.id}").set_value(typed).run()
    saved(app, finding)
    assert decision_now(office, finding).reason == (typed or pick)


def made_stale(office: Store, finding: Finding, **changes: object) -> None:
    """A decision made on a value of 90.00 where there is 93.63 today."""
    then = {**dict(finding.numbers), "value": 90.0}
    now = decision_now(office, finding)
    with writing(office) as session:
        review = replace(now, numbers=tuple(then.items()), numbers_hash="then", **changes)  # type: ignore[arg-type]
        save_review(session, review, by="สมหญิง")


def test_changed_figures_stand_side_by_side_and_the_decision_can_be_kept(
    office: Store, finding: Finding
) -> None:
    made_stale(office, finding, status="edited", sentence_text="เยี่ยมแล้วร้อยละ {value}")
    app = opened(finding)
    table = next(each.value for each in app.markdown if "ตอนตัดสินใจ" in each.value)
    assert "| ค่า | 90.00 | 93.63 |" in table.replace("\\", "")
    app.button(key=f"keep-dialog-{finding.id}").click().run()
    assert not app.exception
    (each,) = join_reviews(office, (finding,), ()).findings
    assert (each.stale, each.sentence) == (False, "เยี่ยมแล้วร้อยละ 93.63")


def test_a_decision_older_than_the_record_of_figures_says_only_that_they_changed(
    office: Store, finding: Finding
) -> None:
    made_stale(office, finding)
    with writing(office) as session:
        now = decision_now(office, finding)
        save_review(session, replace(now, numbers=(), numbers_hash="then"), by="ก")
    said = words(opened(finding))
    assert "ตัวเลขเปลี่ยนไป" in said
    assert "เทียบรายตัวเลขไม่ได้" in said
    assert "| ตัวเลข |" not in said


def test_the_history_names_who_decided_what(office: Store, finding: Finding) -> None:
    version = decision_now(office, finding).version
    rejected = Review(finding.id, "rejected", reason="ข้อมูลไม่ครบ", version=version)
    decide(office, finding, rejected, by="สมหญิง")
    app = opened(finding)
    assert "ประวัติการพิจารณา" in [each.label for each in app.expander]
    said = words(app)
    assert "สมหญิง · ไม่รับ" in said
    assert "เหตุผล: ข้อมูลไม่ครบ" in said


def in_conflict(office: Store, finding: Finding) -> AppTest:
    """The dialog of one who edits, after somebody else has decided and the first has pressed save."""
    app = opened(finding)
    app.radio(key=f"status-{finding.id}").set_value("edited").run()
    app.text_area(key=f"text-{finding.id}").set_value("ข้อความของฉัน ร้อยละ 93.63").run()
    app.text_input(key=f"note-{finding.id}").set_value("จดของฉัน").run()
    version = decision_now(office, finding).version
    theirs = Review(finding.id, "edited", sentence_text="ข้อความของสมหญิง ร้อยละ 93.63", version=version)
    decide(office, finding, theirs, by="สมหญิง")
    # The button still stands in a browser that has not been drawn anew.
    app.button(key=f"save-{finding.id}").click().run()
    assert not app.exception
    return app


def test_of_two_people_the_later_one_is_told_and_sees_both_texts(office: Store, finding: Finding) -> None:
    app = in_conflict(office, finding)
    assert any("สมหญิง บันทึกเมื่อ" in each.value for each in app.warning)
    said = words(app)
    assert "ข้อความของฉัน ร้อยละ 93.63" in said
    assert "ข้อความของสมหญิง ร้อยละ 93.63" in said
    assert decision_now(office, finding).by == "สมหญิง"


def test_the_later_one_may_use_her_own_text(office: Store, finding: Finding) -> None:
    app = in_conflict(office, finding)
    app.button(key=f"mine-{finding.id}").click().run()
    assert not app.exception
    assert decision_now(office, finding).sentence_text == "ข้อความของฉัน ร้อยละ {value}"
    assert "ข้อความของสมหญิง" in words(opened(finding))


def test_the_later_one_may_leave_the_other_text_and_hers_is_kept_in_the_history(
    office: Store, finding: Finding
) -> None:
    app = in_conflict(office, finding)
    app.button(key=f"theirs-{finding.id}").click().run()
    assert not app.exception
    assert decision_now(office, finding).sentence_text == "ข้อความของสมหญิง ร้อยละ {value}"
    said = words(opened(finding))
    assert "เขียนไว้แต่ไม่ได้ใช้" in said
    assert "ข้อความ: ข้อความของฉัน" in said


def test_the_later_one_may_put_both_together(office: Store, finding: Finding) -> None:
    app = in_conflict(office, finding)
    app.button(key=f"both-{finding.id}").click().run()
    assert not app.exception
    text = app.text_area(key=f"text-{finding.id}").value
    assert text == "ข้อความของสมหญิง ร้อยละ 93.63\nข้อความของฉัน ร้อยละ 93.63"
    saved(app, finding)
    assert decision_now(office, finding).sentence_text == (
        "ข้อความของสมหญิง ร้อยละ {value}\nข้อความของฉัน ร้อยละ {value}"
    )
    assert decision_now(office, finding).note == "จดของฉัน"


def test_a_finding_nobody_decided_about_has_no_history(office: Store, finding: Finding) -> None:
    app = opened(undecided(office, finding))
    assert "ประวัติการพิจารณา" not in [each.label for each in app.expander]


def lines(app: AppTest) -> list[str]:
    """The sentences of the dialog of the order, as they stand."""
    numbered = [re.match(r"\d+\. (.+)", str(each.value)) for each in app.text]
    return [found[1] for found in numbered if found]


def test_accepted_findings_are_put_in_order_by_buttons(office: Store, finding: Finding) -> None:
    app = open_page("pages/findings.py")
    app.button(key="finding-order").click().run()
    assert not app.exception
    app.selectbox(key="finding-order-domain").select(finding.domain).run()
    before = lines(app)
    app.button(key="finding-order-arrow_downward-strength-1").click().run()
    assert lines(app) == [before[1], before[0], *before[2:]]
    app.button(key="finding-order-save").click().run()
    assert not app.exception
    assert "บันทึกลำดับ" in words(app)
    every = join_reviews(office, tuple(_FOUND), ()).findings
    entered = [each for each in every if each.enters_report and each.finding.domain == finding.domain]
    # the dialog lists strengths first, each side in the report's order
    by_side = sorted(entered, key=lambda each: (each.finding.kind != "strength", *report_place(each)))
    placed = [each.sentence for each in by_side]
    assert placed == [before[1], before[0], *before[2:]]


def test_the_ends_of_the_order_have_nowhere_to_go(office: Store) -> None:
    app = open_page("pages/findings.py", **{Key.DIALOG: "finding-order"})
    assert app.button(key="finding-order-arrow_upward-strength-1").disabled
    assert not app.button(key="finding-order-arrow_upward-strength-2").disabled
