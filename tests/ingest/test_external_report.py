"""Reports of สมศ. read with their pages, and documents that are none."""

from lib.domain.document_text import DocumentText, TableBlock, TextBlock
from lib.domain.external_assessments import ExternalStatementKind
from lib.domain.external_files import NOTHING_SAID, ExternalDefaults, ExternalFile
from lib.domain.schools import School
from lib.ingest.external_report import tidy_external_report
from lib.ingest.school_identity import SchoolFinder

FINDER = SchoolFinder([School("99010001", "บ้านสมมติหนึ่ง", "99010001", "990001", "1099990001")])
Block = TextBlock | TableBlock


def line(text: str, page: int = 1, *, heading: bool = False) -> TextBlock:
    return TextBlock(text, "", page, heading)


COVER = (
    line("รายงานการประเมินคุณภาพภายนอก : ผลการประเมิน SAR"),
    line("ภายใต้สถานการณ์ COVID – 19"),
    line("โรงเรียนบ้านสมมติหนึ่ง"),
    line("รหัสสถานศึกษา ๑๐๙๙๙๙๐๐๐๑"),
    line("ระดับการศึกษาที่เปิดสอน ปฐมวัย และ ขั้นพื้นฐาน"),
    line("ตอนที่ ๑ สรุปข้อมูลเกี่ยวกับสถานศึกษา (ข้อมูล ณ วันที่ ๑ ธันวาคม ๒๕๖๔)", heading=True),
    line("236"),
)
EARLY = (
    line("ระดับการศึกษาปฐมวัย", 3, heading=True),
    line("มาตรฐานที่ ๑ คุณภาพของเด็ก", 3, heading=True),
    line("ผลการประเมิน : ดี", 3),
    line("จุดเด่น", 3),
    line("เด็กมีพัฒนาการสมวัย", 3),
    line("ข้อเสนอแนะ", 4),
    line("๑) ควรระบุเป้าหมายให้ชัดเจน", 4),
    line("๒) ควรเพิ่มผลการพัฒนาย้อนหลัง", 4),
)
BASIC = (
    line("ระดับการศึกษาขั้นพื้นฐาน", 5, heading=True),
    TableBlock(
        (
            ("มาตรฐาน", "ผลการประเมิน"),
            ("มาตรฐานที่ ๑ คุณภาพของผู้เรียน", "พอใช้"),
            ("มาตรฐานที่ ๒ กระบวนการบริหารและการจัดการ", "☐ ปรับปรุง ☐ พอใช้ ☑ ดี"),
        ),
        5,
    ),
    line("ข้อเสนอแนะในการเขียน SAR", 6, heading=True),
    line("- ไม่มี", 6),
)


def read(*blocks: Block, defaults: ExternalDefaults = NOTHING_SAID) -> ExternalFile:
    document = DocumentText(blocks, 6)
    return tidy_external_report(
        document, "รายงาน.docx", lambda code, name: FINDER.find(code, name).school_id, defaults
    )


def results(file: ExternalFile, level: str) -> dict[str, tuple[str, int | None]]:
    one = next(each for each in file.outcomes if each.key.level_of_education == level)
    return {each.standard: (each.result, each.place.page) for each in one.reading.results}


def test_a_covid_report_is_of_phase_one_of_round_four_and_of_the_school_of_its_code() -> None:
    file = read(*COVER, *EARLY)
    assert {(each.key.school_id, each.key.round_id, each.key.phase) for each in file.outcomes} == {
        ("99010001", "4", "covid_1")
    }


def test_both_levels_of_one_report_keep_their_own_results_and_pages() -> None:
    file = read(*COVER, *EARLY, *BASIC)
    assert results(file, "early_childhood") == {"1": ("ดี", 3)}
    assert results(file, "basic") == {"1": ("พอใช้", 5), "2": ("ดี", 5)}


def test_statements_are_word_for_word_with_standard_and_page_and_nothing_said_is_no_statement() -> None:
    file = read(*COVER, *EARLY, *BASIC)
    early, basic = file.outcomes
    assert [(each.kind, each.text, each.standard, each.place.page) for each in early.reading.statements] == [
        (ExternalStatementKind.STRENGTH, "เด็กมีพัฒนาการสมวัย", "1", 3),
        (ExternalStatementKind.RECOMMENDATION, "ควรระบุเป้าหมายให้ชัดเจน", "1", 4),
        (ExternalStatementKind.RECOMMENDATION, "ควรเพิ่มผลการพัฒนาย้อนหลัง", "1", 4),
    ]
    assert basic.reading.statements == ()


def test_a_report_that_says_two_words_keeps_the_first_and_tells_both_pages() -> None:
    again = (line("มาตรฐานที่ ๑ คุณภาพของเด็ก", 6, heading=True), line("ผลการประเมิน : พอใช้", 6))
    file = read(*COVER, *EARLY, *again)
    assert results(file, "early_childhood") == {"1": ("ดี", 3)}
    (issue,) = file.issues
    assert issue.code == "X08"
    assert "หน้า 3" in issue.message
    assert "หน้า 6" in issue.message


def test_an_unknown_school_is_asked_and_nothing_is_taken_meanwhile() -> None:
    cover = tuple(each for each in COVER if "รหัส" not in each.text and "บ้าน" not in each.text)
    file = read(*cover, line("โรงเรียนบ้านไม่มีในทะเบียน"), *EARLY)
    assert file.outcomes == ()
    assert len(file.questions) == 1
    assert (file.rows.read, file.rows.rejected) == (1, 1)


def test_a_report_that_names_no_round_is_asked() -> None:
    cover = (line("รายงานการประเมินคุณภาพภายนอก"), *COVER[2:4])
    assert read(*cover, *EARLY).asks_round
    taken = read(*cover, *EARLY, defaults=ExternalDefaults("4", "covid_1"))
    assert results(taken, "early_childhood") == {"1": ("ดี", 3)}


def test_a_report_of_round_five_keeps_the_result_as_written() -> None:
    cover = (line("รายงานการประเมินคุณภาพภายนอก รอบห้า"), *COVER[2:4])
    file = read(
        *cover,
        line("ระดับการศึกษาปฐมวัย", 2, heading=True),
        line("มาตรฐานที่ 1 คุณภาพของเด็ก", 2, heading=True),
        line("ผลการประเมิน: เชื่อมั่นได้", 2),
    )
    assert results(file, "early_childhood") == {"1": ("เชื่อมั่นได้", 2)}


def test_other_documents_give_nothing_and_say_why() -> None:
    for title in ("รายงานการประเมินตนเองของสถานศึกษา", "คู่มือการประเมินคุณภาพภายนอก รอบสี่", "บันทึกข้อความ"):
        file = read(line(title), *EARLY)
        assert file.outcomes == ()
        assert [issue.code for issue in file.issues] == ["X20"]
