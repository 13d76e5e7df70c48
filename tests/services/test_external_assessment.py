"""External assessment from a file to the board: taken in, compared, followed up, due."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from lib.domain.assessments import LevelOfEducation, Rating, SelfAssessment
from lib.domain.document_text import DocumentText
from lib.domain.external_assessments import (
    ExternalAssessment,
    ExternalDue,
    ExternalReading,
    ExternalResult,
    ExternalStatement,
    ExternalStatementKind,
    FollowUp,
    FollowUpStatus,
    OutcomeKey,
)
from lib.domain.external_board import ExternalBoard
from lib.domain.external_figures import ExternalCount, ExternalOutcome
from lib.domain.external_files import ExternalDefaults
from lib.domain.schools import School
from lib.errors import EditConflict, WorkbenchError
from lib.services.external_board import load_external_board, load_school_board
from lib.services.external_compared import count_pairs
from lib.services.external_edits import add_dues, enter_outcome, follow_up, set_due, stored_outcome
from lib.services.external_files import (
    ExternalPreview,
    commit_external,
    list_external_loads,
    open_external,
    preview_external,
    undo_external,
)
from lib.services.external_templates import make_round_template
from lib.services.external_way_home import external_excerpt, external_home, external_schools
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.external_follow_ups import load_dues, load_follow_ups
from lib.storage.files import keep_file, register_file
from lib.storage.schools import save_schools
from lib.storage.self_assessments import put_report

TODAY = date(2026, 11, 16)
A, B, C = "99010001", "99010002", "99010003"
HEADER = ("รหัสโรงเรียน", "โรงเรียน", "รอบ", "ระยะ", "ระดับการศึกษา", "มาตรฐาน", "ผลการประเมิน", "ข้อเสนอแนะ")
ROWS = (
    (A, "", "4", "1", "ปฐมวัย", "1", "ดี", "ควรเพิ่มสื่อ"),
    (A, "", "4", "1", "ขั้นพื้นฐาน", "1", "พอใช้", "ควรเพิ่มสื่อ\nควรนิเทศภายใน"),
    (B, "", "4", "1", "ขั้นพื้นฐาน", "1", "ดี", ""),
)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    schools = [
        School(A, "บ้านสมมติหนึ่ง", A, cluster="กลุ่ม ก"),
        School(B, "บ้านสมมติสอง", B, cluster="กลุ่ม ก", offers_early_childhood=False),
        School(C, "บ้านสมมติสาม", C, cluster="กลุ่ม ข"),
    ]
    with writing(opened) as session:
        save_schools(session, schools)
    yield opened
    opened.dispose()


def workbook(rows: Sequence[Sequence[object]], header: Sequence[str] = HEADER) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (header, *rows):
        book.active.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def preview(store: Store, content: bytes, **words: object) -> ExternalPreview:
    source = open_external(content, "ผล.xlsx")
    return preview_external(store, source, content, "ผล.xlsx", **words)  # type: ignore[arg-type]


def take(store: Store, rows: Sequence[Sequence[object]] = ROWS, *, replace_changed: bool = False) -> int:
    read = preview(store, workbook(rows))
    return commit_external(store, read, replace_changed=replace_changed, by="ผู้ทดสอบ").load_id


def board(store: Store) -> ExternalBoard:
    return load_external_board(store, TODAY)


def save_own_levels(store: Store, school: str, year_be: int, level: int, scale: str = "sar5") -> None:
    rating = Rating(LevelOfEducation.BASIC, "1", "", level, scale)
    said = SelfAssessment(school, "", year_be, (LevelOfEducation.BASIC,), (rating,), (), 1.0, ())
    content = f"{school}{year_be}".encode()
    sha256 = keep_file(store, content)
    with writing(store) as session:
        register_file(session, sha256, "sar.docx", len(content))
        put_report(
            session, said, DocumentText((), 1), school_id=school, year_be=year_be, sha256=sha256,
            file_name="sar.docx", seen_version=0, by="ผู้ทดสอบ",
        )  # fmt: skip


def test_a_file_is_counted_with_three_ns(store: Store) -> None:
    take(store)
    early, basic = board(store).counts
    assert (early.level_of_education, early.n_schools, early.n_offering, early.n_assessed) == (
        "early_childhood", 3, 2, 1,
    )  # fmt: skip
    assert (basic.n_schools, basic.n_offering, basic.n_assessed) == (3, 3, 2)
    (standard,) = basic.standards
    assert [(each.word, each.n, each.pct) for each in standard.counts] == [
        ("ปรับปรุง", 0, 0.0), ("พอใช้", 1, 50.0), ("ดี", 1, 50.0),
    ]  # fmt: skip


def test_nothing_is_stored_by_a_preview(store: Store) -> None:
    assert len(preview(store, workbook(ROWS)).new) == 3
    assert board(store).outcomes == ()


def test_the_same_file_again_changes_nothing_and_says_so(store: Store) -> None:
    take(store)
    again = preview(store, workbook(ROWS))
    assert (again.new, again.changed, len(again.changes)) == ((), (), 3)
    with pytest.raises(WorkbenchError, match="ไม่มีผลใหม่"):
        commit_external(store, again, replace_changed=True, by="ผู้ทดสอบ")


def test_a_changed_result_is_replaced_only_when_agreed_and_returns_when_taken_back(store: Store) -> None:
    take(store)
    other = [(B, "", "4", "1", "ขั้นพื้นฐาน", "1", "ปรับปรุง", "")]
    key = OutcomeKey(B, "4", "covid_1", "basic")
    with pytest.raises(WorkbenchError):
        take(store, other)
    second = take(store, other, replace_changed=True)
    changed = stored_outcome(store, key)
    assert changed is not None
    assert changed.reading.results[0].result == "ปรับปรุง"
    undo_external(store, second, by="ผู้ทดสอบ")
    back = stored_outcome(store, key)
    assert back is not None
    assert back.reading.results[0].result == "ดี"
    assert [load.undone for load in list_external_loads(store)] == [True, False]


def test_an_answer_about_a_school_is_remembered_for_the_next_file(store: Store) -> None:
    rows = [("", "บ้านสมมุติหนึ่งเดิม", "4", "1", "ปฐมวัย", "1", "ดี", "")]
    asked = preview(store, workbook(rows)).file.questions[0]
    answered = preview(store, workbook(rows), answers={asked.alias: A})
    commit_external(store, answered, replace_changed=False, by="ผู้ทดสอบ")
    later = [("", "บ้านสมมุติหนึ่งเดิม", "4", "2", "ปฐมวัย", "1", "ดีมาก", "")]
    assert [each.after.key.school_id for each in preview(store, workbook(later)).new] == [A]


def test_two_previews_of_one_outcome_do_not_overwrite_each_other(store: Store) -> None:
    mine, theirs = preview(store, workbook(ROWS)), preview(store, workbook([(*ROWS[0][:6], "พอใช้", "")]))
    commit_external(store, mine, replace_changed=False, by="คนหนึ่ง")
    with pytest.raises(EditConflict):
        commit_external(store, theirs, replace_changed=False, by="อีกคน")


def test_one_wording_told_to_both_levels_is_one_recommendation(store: Store) -> None:
    take(store)
    lines = board(store).recommendations
    assert {(each.statement.text, frozenset(each.level_names.split())) for each in lines} == {
        ("ควรเพิ่มสื่อ", frozenset({"ปฐมวัย", "ขั้นพื้นฐาน"})),
        ("ควรนิเทศภายใน", frozenset({"ขั้นพื้นฐาน"})),
    }


def test_a_recommendation_past_its_day_is_overdue_until_it_is_done(store: Store) -> None:
    take(store)
    one = board(store).recommendations[0].follow_up
    late = replace(one, status=FollowUpStatus.DOING, due_on=date(2026, 11, 6))
    follow_up(store, late, today=TODAY, by="ผู้ทดสอบ")
    assert board(store).recommendations[0].days_overdue == 10
    done = replace(late, status=FollowUpStatus.DONE, done_on=date(2026, 11, 15), version=1)
    follow_up(store, done, today=TODAY, by="ผู้ทดสอบ")
    assert board(store).recommendations[0].days_overdue == 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"status": FollowUpStatus.DONE}, "วันที่เสร็จ"),
        ({"status": FollowUpStatus.DONE, "done_on": date(2027, 1, 1)}, "ยังมาไม่ถึง"),
        ({"by_role": "ใครสักคน"}, "บทบาท"),
    ],
)
def test_a_follow_up_that_cannot_be_is_refused(store: Store, change: dict[str, object], told: str) -> None:
    one = replace(FollowUp(A, "4", "k" * 64), **change)  # type: ignore[arg-type]
    with pytest.raises(WorkbenchError, match=told):
        follow_up(store, one, today=TODAY, by="ผู้ทดสอบ")
    with reading(store) as session:
        assert load_follow_ups(session) == ()


def test_own_word_and_theirs_stand_side_by_side_unconverted(store: Store) -> None:
    take(store)
    save_own_levels(store, A, 2567, 2)
    save_own_levels(store, A, 2568, 4)
    save_own_levels(store, C, 2568, 5)
    lines = {(each.school_id, each.level_of_education): each for each in board(store).compared}
    both = lines[A, "basic"]
    assert (both.internal, both.sar_year_be, both.external) == ("ดีเลิศ", 2568, "พอใช้")
    assert (lines[B, "basic"].internal, lines[B, "basic"].external) == ("", "ดี")
    assert (lines[C, "basic"].internal, lines[C, "basic"].external) == ("ยอดเยี่ยม", "")
    assert count_pairs(board(store).compared) == (("ดีเลิศ", "พอใช้", 1),)


def test_a_level_by_an_older_set_of_standards_is_not_compared(store: Store) -> None:
    take(store)
    save_own_levels(store, A, 2568, 4, "old5")
    line = next(
        each for each in board(store).compared if (each.school_id, each.level_of_education) == (A, "basic")
    )
    assert line.internal == ""


def test_the_later_phase_stands_in_the_comparison(store: Store) -> None:
    take(store, [*ROWS, (A, "", "4", "2", "ขั้นพื้นฐาน", "1", "ดีเยี่ยม", "")])
    line = next(
        each for each in board(store).compared if (each.school_id, each.level_of_education) == (A, "basic")
    )
    assert (line.external, line.external_round) == ("ดีเยี่ยม", "รอบสี่ ระยะที่ 2 ตรวจเยี่ยม")


def test_what_the_data_tells_of_readiness_is_not_asked(store: Store) -> None:
    take(store)
    save_own_levels(store, A, 2568, 4)
    set_due(store, ExternalDue(A, "5", date(2026, 12, 1), ("standards",)), by="ผู้ทดสอบ")
    (due,) = board(store).dues
    assert due.days_left == 15
    states = {step.step_id: (step.done, step.automatic) for step in due.steps}
    assert states["sar"] == (True, True)
    assert states["recommendations"] == (False, True)
    assert states["standards"] == (True, False)
    assert states["online"] == (False, False)
    assert set(due.open_recommendations) == {"ควรเพิ่มสื่อ", "ควรนิเทศภายใน"}
    for line in board(store).recommendations:
        done = replace(line.follow_up, status=FollowUpStatus.DONE, done_on=TODAY)
        follow_up(store, done, today=TODAY, by="ผู้ทดสอบ")
    assert {step.step_id: step.done for step in board(store).dues[0].steps}["recommendations"]


def test_a_school_without_an_earlier_round_is_not_called_ready(store: Store) -> None:
    set_due(store, ExternalDue(C, "5"), by="ผู้ทดสอบ")
    (due,) = board(store).dues
    step = next(each for each in due.steps if each.step_id == "recommendations")
    assert (step.done, step.detail) == (False, "ไม่มีผลรอบก่อนในระบบ")
    assert due.days_left is None


def test_schools_entered_together_keep_what_was_ticked_before(store: Store) -> None:
    set_due(store, ExternalDue(A, "5", None, ("online",)), by="ผู้ทดสอบ")
    assert add_dues(store, [A, C], "5", date(2027, 1, 5), by="ผู้ทดสอบ") == 2
    with reading(store) as session:
        kept = {each.school_id: (each.due_on, each.steps) for each in load_dues(session, "5")}
    assert kept == {A: (date(2027, 1, 5), ("online",)), C: (date(2027, 1, 5), ())}


def test_an_entry_by_hand_is_checked_against_the_round(store: Store) -> None:
    key = OutcomeKey(C, "4", "covid_2", "basic")
    wrong = ExternalAssessment(key, ExternalReading((ExternalResult("1", "ยอดเยี่ยม"),)))
    with pytest.raises(WorkbenchError, match="ยอดเยี่ยม"):
        enter_outcome(store, wrong, today=TODAY, by="ผู้ทดสอบ")
    with pytest.raises(WorkbenchError, match="ยังไม่ได้เลือกผล"):
        enter_outcome(store, ExternalAssessment(key, ExternalReading()), today=TODAY, by="ผู้ทดสอบ")
    right = replace(wrong, reading=ExternalReading((ExternalResult("1", "ดีมาก"),)))
    assert enter_outcome(store, right, today=TODAY, by="ผู้ทดสอบ") == 1
    assert board(store).n_assessed == 1


def test_a_telephone_number_in_a_recommendation_is_refused(store: Store) -> None:
    said = ExternalStatement(ExternalStatementKind.RECOMMENDATION, "ติดต่อ 1-1001-00100-10-1 เพื่อแก้ไข")
    one = ExternalAssessment(OutcomeKey(C, "5", "", "basic"), ExternalReading((), (said,)))
    with pytest.raises(WorkbenchError, match="รายบุคคล"):
        enter_outcome(store, one, today=TODAY, by="ผู้ทดสอบ")


def test_every_result_leads_to_its_cell_and_every_count_to_its_schools(store: Store) -> None:
    take(store)
    outcome = next(each for each in board(store).outcomes if each.school_id == B)
    home = external_home(store, ExternalOutcome(outcome.assessment_id, "1"))
    assert (home.told, home.place.cell, home.outcome.file_name) == ("ดี", "G4", "ผล.xlsx")
    view = external_excerpt(store, home)
    assert view is not None
    assert "ดี" in {cell.text for line in view.lines for cell in line.cells if cell.mark == "value"}
    counted = external_schools(store, ExternalCount("4", "covid_1", "basic", "1", "พอใช้"))
    assert [(name, word) for name, word, _ in counted] == [("บ้านสมมติหนึ่ง", "พอใช้")]


def test_a_schools_own_board_holds_nothing_of_others(store: Store) -> None:
    take(store)
    own = load_school_board(store, A, TODAY)
    assert {each.school_id for each in own.outcomes} == {A}
    assert len(own.recommendations) == 2


@pytest.mark.parametrize(("round_id", "word"), [("4", "ดี"), ("5", "ผ่าน"), ("3", "ดีมาก")])
def test_the_blank_workbook_filled_in_comes_back_without_a_question(
    store: Store, round_id: str, word: str
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_round_template(store, round_id)))
    page = book.worksheets[0]
    top = next(row for row in range(1, 9) if page.cell(row, 1).value == "รหัสโรงเรียน")
    heads = {page.cell(top, column).value: column for column in range(1, page.max_column + 1)}
    filled = {
        "ระยะ": "ระยะที่ 1 ประเมิน SAR",
        "มฐ.1": word,
        "ตัวบ่งชี้ที่1": word,
        "มาตรฐาน": "1",
        "ผลการประเมิน": word,
    }
    for head, value in filled.items():
        if head in heads:
            page.cell(top + 1, heads[head]).value = value
    stream = io.BytesIO()
    book.save(stream)
    read = preview(store, stream.getvalue())
    assert [each.after.reading.results[0].result for each in read.new] == [word]
    assert (read.file.questions, read.file.rows.rejected) == ((), 0)
    assert read.file.rows.read == 5


def test_what_a_person_says_of_the_round_holds_for_the_whole_file(store: Store) -> None:
    rows = [(A, "ปฐมวัย", "ดี"), (C, "ขั้นพื้นฐาน", "พอใช้")]
    content = workbook(rows, ("รหัสโรงเรียน", "ระดับการศึกษา", "มฐ.1"))
    assert preview(store, content).file.asks_round
    said = preview(store, content, defaults=ExternalDefaults("4", "covid_1"))
    assert {each.after.key.phase for each in said.new} == {"covid_1"}
