"""The checklist before release: for every check a state that blocks, one that asks, one that is done."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from lib.domain.datasets import DatasetRecord, RowCounts
from lib.domain.evidence import LevelResult, MissingEvidence, RoundRecord, RoundStatus
from lib.domain.findings import Review
from lib.domain.freshness import Board, BoardRow, State
from lib.domain.periods import Period, PeriodKind
from lib.domain.report_content import PinnedAnswer
from lib.domain.report_editions import Edition
from lib.errors import WorkbenchError
from lib.services.analysis import load_office_data, make_periods
from lib.services.evidence import EvidencePage, RoundView, load_evidence_page
from lib.services.findings import ReviewedFinding
from lib.services.readiness import Check, in_order, is_blocked
from lib.services.readiness_release import check_release, release_note
from lib.services.readiness_state import ReleaseState
from lib.services.report_run import ReportRun, start_run
from lib.storage.engine import Store
from tests.report.sample_content import YEAR, accepted, make_content

TODAY = date(2026, 5, 1)
NAMES = {"academic": "ด้านวิชาการ", "budget": "ด้านงบประมาณ"}
WRITTEN = tuple((key, "ข้อความ") for key in ("preface_text", "background_text", "purpose_text", "scope_text"))


def state(**changes: object) -> ReleaseState:
    return replace(ReleaseState(make_content(), (), NAMES, TODAY), **changes)  # type: ignore[arg-type]


def told(of: ReleaseState, words: str) -> Check:
    """The one line that speaks of something."""
    found = [check for check in check_release(of) if words in check.text]
    assert len(found) == 1, [check.text for check in check_release(of)]
    return found[0]


def a_load(loaded_at: datetime, sha256: str = "a" * 64) -> DatasetRecord:
    return DatasetRecord(1, "คะแนน.xlsx", sha256, RowCounts(), 9, loaded_at, "ก", None, None)


def a_board(kind: State) -> Board:
    row = BoardRow(
        "academic.nt.x", "academic", "NT ป.3", "นิเทศ", YEAR, (), kind, 10, 3, 0, 0, 0, None, None,
        date(2026, 3, 31), (), (), (),
    )  # fmt: skip
    return Board((row,), (), frozenset(), TODAY)


def a_finding(status: str, *, stale: bool = False) -> ReviewedFinding:
    finding = accepted("strength", "ก").finding
    return ReviewedFinding(finding, Review(finding.id, status), stale)  # type: ignore[arg-type]


def a_form(page: EvidencePage, **record: object) -> EvidencePage:
    """A begun form whose first round is due on 31 March 2026 and gives level 3 of 3."""
    first = page.rounds[0]
    level = LevelResult("r", 3, 3, 3, 3.0, 0.3, (), (MissingEvidence("i", 4, 2, ("หลักฐาน",)),))
    rounds = (
        RoundView(first.form_round, date(2026, 5, 20), RoundRecord(first.form_round.id, **record), level),  # type: ignore[arg-type]
    )
    answers = {key: replace(each, answer="yes") for key, each in page.answers.items()}
    return replace(page, answers=answers, rounds=rounds, current_round_id=first.form_round.id)


@pytest.fixture(scope="module")
def form(sample_store: Store) -> EvidencePage:
    return load_evidence_page(sample_store, "ars46", 2569, today=TODAY)


def test_a_domain_without_figures_asks_and_none_at_all_blocks() -> None:
    assert told(state(), "ยังไม่มีข้อมูลของ").text.startswith("ยังไม่มีข้อมูลของ ด้านงบประมาณ")
    full = make_content()
    bare = replace(full, domains=tuple(replace(each, rows=(), findings=()) for each in full.domains))
    assert told(state(content=bare), "ยังไม่มีข้อมูลของด้านใด").state == "block"
    whole = replace(full, domains=full.domains[:1])
    assert told(state(content=whole), "มีข้อมูลครบทั้ง 1 ด้าน").state == "done"


def test_a_decision_on_figures_that_changed_blocks() -> None:
    line = told(state(findings=(a_finding("accepted", stale=True),)), "ตัวเลขเปลี่ยนหลังพิจารณา")
    assert (line.state, line.page) == ("block", "pages/findings.py")
    assert "1 ข้อ" in line.text


def test_findings_nobody_looked_at_ask_and_reviewed_ones_are_done() -> None:
    assert told(state(findings=(a_finding("new"),)), "ยังไม่พิจารณา").state == "ask"
    assert told(state(findings=(a_finding("rejected"),)), "ครบแล้ว").state == "done"


def test_an_area_for_development_without_advice_asks() -> None:
    content = make_content()
    silent = replace(content.domains[0], findings=(accepted("improvement_area", "ข"),))
    assert told(state(content=replace(content, domains=(silent,))), "1 ข้อยังไม่มีข้อเสนอแนะ").state == "ask"
    assert told(state(), "จุดที่ควรพัฒนาทุกข้อมีข้อเสนอแนะ").state == "done"
    none = replace(content, domains=(replace(silent, findings=()),))
    assert told(state(content=none), "ยังไม่มีข้อค้นพบที่รับ").state == "ask"


def test_a_blank_left_in_a_text_blocks_and_leads_to_that_text() -> None:
    texts = (*WRITTEN[1:], ("preface_text", "ประชุมครั้งที่ ....../2568"))
    line = told(state(content=make_content(texts=texts)), "ยังไม่ได้เติม")
    assert (line.state, line.page, line.view, line.section) == (
        "block", "pages/report.py", "written", "preface_text",
    )  # fmt: skip
    assert "คำนำ" in line.text


@pytest.mark.parametrize("text", ["ร้อยละ 52.25 ... และอื่น ๆ", "ข้อ 1. 2. 3.", "ตามข้อ (ก)", "ระดับ X"])
def test_ordinary_dots_and_brackets_are_no_blanks(text: str) -> None:
    checks = check_release(state(content=make_content(texts=(("preface_text", text),))))
    assert not [check for check in checks if "ยังไม่ได้เติม" in check.text]


def test_packaged_wording_asks_with_the_first_such_section_and_own_words_are_done() -> None:
    line = told(state(content=make_content(texts=WRITTEN[:1])), "ข้อความตั้งต้น")
    assert (line.state, line.section) == ("ask", "background_text")
    assert "คำนำ" not in line.text
    assert "วัตถุประสงค์" in line.text
    assert told(state(content=make_content(texts=WRITTEN)), "เขียนแล้ว").state == "done"


def test_an_original_that_is_gone_and_a_figure_without_a_cell_block() -> None:
    loads = (a_load(datetime(2026, 4, 1, tzinfo=UTC)),)
    gone = state(loads=loads, originals=frozenset())
    assert told(gone, "ไม่พบไฟล์ต้นฉบับ 1 ไฟล์").state == "block"
    assert told(state(loads=loads, originals=frozenset({"a" * 64})), "ไฟล์และช่องที่มา").state == "done"
    line = told(state(unsourced=("ร้อยละสมมติ ก",)), "ไม่บอกไฟล์")
    assert line.state == "block"
    assert "ร้อยละสมมติ ก" in line.text


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        (State.MISSING, "พ้นเวลาที่ปกติออก", "ask"),
        (State.OLD, "พ้นเวลาที่ปกติออก", "ask"),
        (State.PART, "ยังมาไม่ครบทุกโรงเรียน", "ask"),
        (State.FULL, "มาครบทุกกลุ่ม", "done"),
    ],
)
def test_sources_older_than_due_ask_by_name(kind: State, words: str, expected: str) -> None:
    line = told(state(board=a_board(kind)), words)
    assert line.state == expected
    assert expected == "done" or ("NT ป.3" in line.text and line.page == "pages/freshness.py")


def test_data_that_came_after_the_last_edition_ask() -> None:
    edition = Edition(2568, 2, "a" * 64, (), (), "", datetime(2026, 4, 15, tzinfo=UTC), "ก")
    newer = state(last_edition=edition, loads=(a_load(datetime(2026, 4, 16, tzinfo=UTC)),))
    assert told(newer, "หลังออกฉบับที่ 2 มีข้อมูลนำเข้าใหม่ 1 ไฟล์: คะแนน.xlsx").state == "ask"
    older = state(last_edition=edition, loads=(a_load(datetime(2026, 4, 14, tzinfo=UTC)),))
    assert told(older, "ไม่มีข้อมูลนำเข้าใหม่หลังออกฉบับที่ 2").state == "done"
    assert not [check for check in check_release(state()) if "ฉบับที่" in check.text]


def test_cells_the_public_copy_hides_are_counted() -> None:
    assert told(state(n_suppressed=1204), "1,204 ช่อง").state == "ask"
    assert told(state(), "ยังไม่ได้คำนวณว่าสำเนาเผยแพร่").view == "publication"
    assert told(state(n_suppressed=0), "ไม่มีตัวเลขจำนวนน้อยที่ต้องปิด").state == "done"


def test_self_assessments_not_confirmed_ask() -> None:
    content = make_content()
    assert content.sar is not None
    drafts = sum(not each.is_confirmed for each in content.sar.reports)
    assert 0 < drafts < len(content.sar.reports)
    line = told(state(), "ฉบับร่าง ไม่ได้ยืนยัน")
    assert (line.state, line.text.split()[1]) == ("ask", str(drafts))
    confirmed = tuple(each for each in content.sar.reports if each.is_confirmed)
    done = replace(content, sar=replace(content.sar, reports=confirmed))
    assert told(state(content=done), "ยืนยันแล้วทุกฉบับ").state == "done"
    assert told(state(content=replace(content, sar=None)), "ยังไม่มีรายงาน SAR").state == "ask"


def test_pinned_answers_of_older_data_ask() -> None:
    pin = PinnedAnswer("คณิต ป.6", "ประโยค", (), (), (), "ก", "ข้อมูลเปลี่ยนไปแล้ว")
    assert told(state(content=make_content(pinned=(pin,))), "ไม่ตรงกับข้อมูลวันนี้: คณิต ป.6").state == "ask"
    fresh = make_content(pinned=(replace(pin, remark=""),))
    assert told(state(content=fresh), "1 ข้อยังตรงกับข้อมูลวันนี้").state == "done"


def test_an_office_without_a_name_blocks() -> None:
    assert told(state(content=make_content(office_short_name="")), "ยังไม่ได้ตั้งชื่อ").state == "block"
    assert told(state(), "ชื่อสำนักงาน").state == "done"


def test_an_office_template_that_cannot_be_used_asks() -> None:
    line = told(state(template_faults=("ลักษณะ “หัวเรื่อง 1”",)), "แม่แบบของสำนักงานใช้ไม่ได้: ลักษณะ")
    assert (line.state, line.view) == ("ask", "template")
    assert told(state(template_faults=()), "ใช้แม่แบบของสำนักงาน").state == "done"


def test_an_open_round_near_its_last_day_asks_and_a_submitted_one_is_done(form: EvidencePage) -> None:
    line = told(state(forms=(a_form(form),)), "ยังไม่ส่ง อีก 19 วัน")
    assert (line.state, line.page) == ("ask", "pages/kpi_form.py")
    assert line.detail == "หลักฐานที่กรอกไว้ให้ระดับ 3 จาก 3 ระดับของรอบนี้ ขาดหลักฐานข้อ 4"
    assert line.full_text == f"{line.text} · {line.detail}"
    late = told(state(forms=(a_form(form),), today=date(2026, 5, 25)), "ยังไม่ส่ง เลยกำหนด 5 วัน")
    assert late.state == "ask"
    early = told(state(forms=(a_form(form),), today=date(2026, 4, 1)), "ยังไม่ถึงเวลาส่ง")
    assert early.state == "done"
    sent = a_form(form, status=RoundStatus.SUBMITTED)
    assert told(state(forms=(sent,)), "ส่งแล้ว").state == "done"


def test_all_rounds_past_their_last_day_are_told_together(form: EvidencePage) -> None:
    one = a_form(form).rounds[0]
    rounds = tuple(replace(one, form_round=each.form_round) for each in form.rounds[:2])
    late = replace(a_form(form), rounds=rounds)
    line = told(state(forms=(late,), today=date(2026, 5, 25)), "ยังไม่ส่ง 2 รอบที่เลยกำหนดแล้ว")
    assert all(each.form_round.name in line.text for each in rounds)
    assert line.detail.startswith(rounds[1].form_round.name)


def test_a_claimed_level_beside_another_blocks_without_a_reason_and_asks_with_one(form: EvidencePage) -> None:
    assert told(state(forms=(a_form(form, claimed_level=5),)), "แจ้งระดับ 5 แต่หลักฐานให้ระดับ 3").state == "block"
    reasoned = a_form(form, claimed_level=5, claimed_reason="รอหนังสือ")
    assert told(state(forms=(reasoned,)), "เหตุผลที่ให้ไว้: รอหนังสือ").state == "ask"
    same = check_release(state(forms=(a_form(form, claimed_level=3),)))
    assert not [check for check in same if "แจ้งระดับ" in check.text]


def test_a_form_nobody_began_asks() -> None:
    assert told(state(forms=()), "ยังไม่ได้กรอกแบบ ARS 46").state == "ask"


def test_what_blocks_stands_first_and_what_is_done_last() -> None:
    checks = check_release(state(content=make_content(office_short_name="")))
    assert checks == in_order(checks)
    assert [checks[0].state, checks[-1].state] == ["block", "done"]
    assert is_blocked(checks)
    assert not is_blocked(checks[1:])


AT = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)


def test_nothing_is_released_while_something_blocks() -> None:
    checks = (Check("block", "ยังไม่ได้ตั้งชื่อสำนักงาน", "p"), Check("ask", "ควรดู", "p"))
    with pytest.raises(WorkbenchError, match="ยังไม่ได้ตั้งชื่อสำนักงาน"):
        release_note(checks, reason="รีบ", acknowledged=True, by="ก", at=AT)


def test_what_asks_must_be_ticked_and_given_a_reason() -> None:
    checks = (Check("ask", "SAR 2 ฉบับยังเป็นฉบับร่าง", "p"), Check("done", "เรียบร้อย"))
    with pytest.raises(WorkbenchError, match="ควรดูก่อน 1 เรื่อง"):
        release_note(checks, reason="ประชุมพรุ่งนี้", acknowledged=False, by="ก", at=AT)
    with pytest.raises(WorkbenchError, match="ยังไม่ได้เขียนเหตุผล"):
        release_note(checks, reason="  ", acknowledged=True, by="ก", at=AT)
    note = release_note(checks, reason="ประชุมพรุ่งนี้", acknowledged=True, by="นิด", at=AT)
    assert "นิด" in note
    assert "2569" in note
    assert "เหตุผล: ประชุมพรุ่งนี้" in note
    assert "SAR 2 ฉบับยังเป็นฉบับร่าง" in note
    assert "เรียบร้อย" not in note


def test_a_report_that_nothing_asks_about_needs_no_reason() -> None:
    assert release_note((Check("done", "x"),), reason="", acknowledged=False, by="ก", at=AT) == ""


@pytest.fixture(scope="module")
def run(sample_store: Store) -> ReportRun:
    return start_run(sample_store, None, None, today=TODAY)


def test_the_sample_office_may_release_and_every_open_line_names_its_page(run: ReportRun) -> None:
    assert not [check.text for check in run.checks if check.state == "block"]
    assert not run.content.is_draft
    assert all(check.page for check in run.checks if check.state != "done")
    assert "มีข้อมูลครบทั้ง 4 ด้าน" in [check.text for check in run.checks]


def test_a_year_is_examined_as_asked(sample_store: Store) -> None:
    years = make_periods(load_office_data(sample_store))
    before = years[PeriodKind.ACADEMIC_YEAR].year_be - 1
    run = start_run(sample_store, before, None, today=TODAY)
    assert run.periods[PeriodKind.ACADEMIC_YEAR] == Period(PeriodKind.ACADEMIC_YEAR, before)
