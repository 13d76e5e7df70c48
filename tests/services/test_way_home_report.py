"""A quality level leads to the words of the report around it, and to who read, corrected and confirmed it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.domain.assessments import LevelOfEducation, Rating, ReportedLevel, SavedSelfAssessment
from lib.domain.reported_counts import CountPart, ReportedCount
from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.services import self_assessments as service
from lib.services.analysis import load_office_data
from lib.services.sar_synthesis import load_synthesis
from lib.services.way_home_report import Excerpt, LevelHome, count_home, excerpt_of, level_home
from lib.storage.engine import Store, open_store, writing
from lib.storage.files import remove_file
from lib.storage.schools import save_schools
from tests.ingest import report_builders as made
from tests.services.report_edits import correct

BASIC, EARLY = LevelOfEducation.BASIC, LevelOfEducation.EARLY_CHILDHOOD
SCHOOL = School("99000001", "บ้านทดสอบหนึ่ง", smis_code="99000001", moe_code="1099000001", cluster="กลุ่ม ก")


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, (SCHOOL, School("99000002", "บ้านทดสอบสอง", smis_code="99000002")))
    yield opened
    opened.dispose()


def save(store: Store, report: made.Report) -> SavedSelfAssessment:
    (read,) = service.read_reports(store, [(report.name, report.content)])
    return service.save_report(store, read, by="ผู้อ่าน")


def home_of(store: Store, saved: SavedSelfAssessment, standard: str, item: str = "") -> LevelHome:
    figure = ReportedLevel(saved.report_id, BASIC, standard, item)
    return level_home(store, load_office_data(store), figure)


def marked(excerpt: Excerpt) -> list[str]:
    return [text for text, is_marked in excerpt.paragraphs if is_marked]


def marked_cells(excerpt: Excerpt) -> list[str]:
    assert excerpt.table is not None
    return [cell.text for line in excerpt.table.lines for cell in line.cells if cell.mark == "value"]


def test_a_level_in_text_is_shown_among_its_paragraphs(store: Store) -> None:
    home = home_of(store, save(store, made.both_levels_in_one_book()), "2")
    assert (home.told, home.report.file_name) == ("ดีเลิศ", "SAR ทดสอบหนึ่ง 2566.docx")
    assert home.of.startswith("โรงเรียนบ้านทดสอบหนึ่ง · มาตรฐานที่ 2")
    excerpt = excerpt_of(store, home)
    assert marked(excerpt) == ["1. ระดับคุณภาพ ดีเลิศ"]
    around = [text for text, is_marked in excerpt.paragraphs if not is_marked]
    assert any(text.startswith("มาตรฐานที่ 2") for text in around)
    assert len(around) == 6


def test_a_level_in_a_table_is_shown_among_its_rows(store: Store) -> None:
    excerpt = excerpt_of(store, home_of(store, save(store, made.levels_in_a_table()), "2"))
    assert marked_cells(excerpt) == ["ยอดเยี่ยม"]
    assert excerpt.table is not None
    assert excerpt.table.columns == ("ช่อง 1", "ช่อง 2")
    assert [cell.text for cell in excerpt.table.lines[0].cells] == ["มาตรฐาน/ประเด็นพิจารณา", "ระดับคุณภาพ"]


def test_a_level_in_a_workbook_is_shown_in_its_sheet(store: Store) -> None:
    home = home_of(store, save(store, made.sheet_per_level()), "1")
    excerpt = excerpt_of(store, home)
    assert excerpt.table is not None
    assert excerpt.table.sheet == "ขั้นพื้นฐาน"
    assert f"{excerpt.table.sheet}!{excerpt.table.values}" == home.place.label


def test_a_workbook_that_is_gone_is_told(store: Store) -> None:
    home = home_of(store, save(store, made.sheet_per_level()), "1")
    remove_file(store, home.report.sha256)
    with pytest.raises(WorkbenchError, match="ไม่พบไฟล์ต้นฉบับ"):
        excerpt_of(store, home)


def test_reading_correcting_and_confirming_are_told_with_their_people(store: Store) -> None:
    saved = save(store, made.levels_in_a_table())
    ratings = tuple(
        replace(rating, level=4) if (rating.standard, rating.item) == ("3", "") else rating
        for rating in saved.assessment.ratings
    )
    corrected = replace(saved.assessment, ratings=ratings)
    version = correct(store, saved, corrected, SCHOOL, by="ผู้แก้")
    service.confirm_report(store, saved.report_id, seen_version=version, by="ผู้ยืนยัน")
    changed, other = (home_of(store, saved, standard) for standard in ("3", "2"))
    assert [(words, by) for words, _, by in changed.events] == [
        ("อ่านจากไฟล์และบันทึกเป็นฉบับร่าง", "ผู้อ่าน"),
        ("แก้ไขระดับนี้จาก “ดี” เป็น “ดีเลิศ”", "ผู้แก้"),
        ("เทียบกับข้อความในรายงานแล้วยืนยัน", "ผู้ยืนยัน"),
    ]
    assert changed.told == "ดีเลิศ"
    assert other.events[1][0] == "แก้ไขส่วนอื่นของรายงาน"


def test_opening_again_is_told_with_its_reason_and_keeps_what_was_done_before(store: Store) -> None:
    saved = save(store, made.levels_in_a_table())
    version = service.confirm_report(store, saved.report_id, seen_version=saved.version, by="ผู้ยืนยัน")
    service.reopen_report(store, saved.report_id, reason="อ่านหน้าผิด", seen_version=version, by="ผู้เปิด")
    assert [(words, by) for words, _, by in home_of(store, saved, "2").events] == [
        ("อ่านจากไฟล์และบันทึกเป็นฉบับร่าง", "ผู้อ่าน"),
        ("เทียบกับข้อความในรายงานแล้วยืนยัน", "ผู้ยืนยัน"),
        ("เปิดแก้ไขอีกครั้ง เพราะอ่านหน้าผิด", "ผู้เปิด"),
    ]


def test_only_what_was_done_to_the_present_file_is_told(store: Store) -> None:
    first = save(store, made.levels_in_a_table())
    correct(store, first, first.assessment, SCHOOL, by="ผู้แก้")
    other = made.levels_in_prose()
    (read,) = service.read_reports(store, [(other.name, other.content)])
    saved = service.save_report(store, read, by="ผู้แทน", replaces=2)
    assert [by for _, _, by in home_of(store, saved, "1").events] == ["ผู้แทน"]


def test_a_level_typed_by_a_person_has_no_place_and_one_taken_away_is_told(store: Store) -> None:
    saved = save(store, made.levels_in_a_table())
    typed = Rating(BASIC, "3", "3.1", 5, "sar5")
    kept = tuple(rating for rating in saved.assessment.ratings if rating.standard != "2")
    corrected = replace(saved.assessment, ratings=(*kept, typed))
    correct(store, saved, corrected, SCHOOL, by="ก")
    home = home_of(store, saved, "3", "3.1")
    assert (home.told, home.place.label, excerpt_of(store, home)) == ("ยอดเยี่ยม", "", Excerpt())
    with pytest.raises(WorkbenchError, match="ไม่มีระดับนี้แล้ว"):
        home_of(store, saved, "2")


def test_a_level_nobody_wrote_leads_to_its_items(store: Store) -> None:
    saved = save(store, made.levels_in_a_table())
    kept = tuple(r for r in saved.assessment.ratings if (r.standard, r.item) != ("1", ""))
    corrected = replace(saved.assessment, ratings=kept)
    correct(store, saved, corrected, SCHOOL, by="ก")
    home = home_of(store, saved, "1")
    assert [(item, told) for item, told, _ in home.items] == [("1.1", "ดี"), ("1.2", "ดีเลิศ")]
    assert home_of(store, saved, "1", "1.1").told == "ดี"


def test_every_count_of_the_synthesis_is_its_schools(store: Store) -> None:
    save(store, made.both_levels_in_one_book())
    for level in load_synthesis(store, 2566).levels:
        for standard in level.standards:
            cells = [(count.n, (count.level,), CountPart.LEVELS) for count in standard.counts]
            cells += [(standard.n_without_level, (), CountPart.WITHOUT_LEVEL)]
            cells += [(standard.n_rated, (1, 2, 3, 4, 5), CountPart.LEVELS)]
            for n, levels, part in cells:
                cell = ReportedCount(2566, level.level_of_education, standard.standard, levels, part)
                assert len(count_home(store, cell)) == n
    (line,) = count_home(store, ReportedCount(2566, EARLY, "1", (4,)))
    assert line[:2] == ("บ้านทดสอบหนึ่ง", "ดีเลิศ")
