"""The marked copy read back: the same workbook with marks, or a new one with the same addresses."""

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import FOUND_SHEET
from lib.errors import RefusedFile
from lib.ingest import mark_workbook as mark_room
from lib.ingest.child import read_workbook
from lib.ingest.limits import MARKED_CELLS_MAX, MEGABYTE, ReaderCaps
from lib.ingest.mark_workbook import mark_workbook
from lib.ingest.refusals import make_refusal
from tests.ingest.bad_files import office_xlsx, xlsx

ROOT = Path(__file__).resolve().parents[2]
SHEET = "ผลสอบ ป.6"
RED, AMBER, YELLOW, BLUE = "FFF4B8A8", "FFFFD98A", "FFFFF3B0", "FFD6ECF0"


def fill(book):
    sheet = book.active
    sheet.title = SHEET
    sheet["A1"] = "ผลการทดสอบ ปีการศึกษา 2567"
    sheet.merge_cells("A1:D1")
    sheet.append(["รหัสโรงเรียน", "โรงเรียน", "ไทย", "สูตร"])
    for row in range(3, 9):
        sheet.append([56010000 + row, f"บ้านสมมุติ {row}", 50.5 + row, f"=C{row}-10"])
    sheet["C4"].number_format = "0.0%"
    sheet["B5"].comment = Comment("หมายเหตุเดิม", "กลุ่มงาน")
    book.create_sheet("ซ่อน")["A1"] = 1
    book["ซ่อน"].sheet_state = "hidden"


def issue(severity, cell, message="มีปัญหา", hint="แก้ที่ต้นฉบับ", value="", sheet=SHEET, code="V07"):
    return Issue(severity, code, message, hint, sheet, cell, value)


ISSUES = (
    issue(Severity.WARNING, "C3", "ค่าสูงผิดปกติ"),
    issue(Severity.ERROR, "C3", "เกิน 100", value="181.5"),
    issue(Severity.QUESTION, "B5", "ชื่อไม่ตรงทะเบียน"),
    issue(Severity.INFO, "C4:C6", "แปลงเลขไทย"),
    issue(Severity.WARNING, "D7,D8", "สูตร"),
    issue(Severity.WARNING, "C1", "ปีไม่ชัด"),
    issue(Severity.QUESTION, "", "พบชีตซ่อน", sheet="", code="S06"),
    issue(Severity.INFO, "A1", "=HYPERLINK(1)", "+1", "@x", sheet="ไม่มีชีตนี้"),
)


def mark(content=None, name="ข้อมูล.xlsx", issues=ISSUES, **options):
    copy = mark_workbook(content or office_xlsx(fill), name, issues, **options)
    return openpyxl.load_workbook(io.BytesIO(copy))


@pytest.fixture(scope="module")
def marked():
    return mark()


def test_the_list_comes_first_and_the_sheets_keep_their_order_and_state(marked):
    assert marked.sheetnames == [FOUND_SHEET, SHEET, "ซ่อน"]
    assert marked["ซ่อน"].sheet_state == "hidden"
    assert marked.active.title == FOUND_SHEET


@pytest.mark.parametrize(
    ("cell", "colour"), [("C3", RED), ("B5", AMBER), ("C5", BLUE), ("D8", YELLOW), ("A1", YELLOW)]
)
def test_a_cell_takes_the_colour_of_its_gravest_issue(marked, cell, colour):
    assert marked[SHEET][cell].fill.fgColor.rgb == colour


def test_other_cells_stay_as_they_were(marked):
    sheet = marked[SHEET]
    assert sheet["B4"].fill.fill_type is None
    assert sheet["C4"].number_format == "0.0%"
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A1:D1"]
    assert sheet["D3"].value == "=C3-10"


def test_the_comment_holds_every_issue_of_the_cell_and_our_name(marked):
    comment = marked[SHEET]["C3"].comment
    assert comment.author == "โต๊ะวิเคราะห์ ก.ต.ป.น."
    assert "ต้องแก้ [V07] เกิน 100" in comment.text
    assert "ควรตรวจ [V07] ค่าสูงผิดปกติ" in comment.text
    assert "แนะนำ: แก้ที่ต้นฉบับ" in comment.text


def test_an_earlier_comment_is_kept_and_added_to(marked):
    comment = marked[SHEET]["B5"].comment
    assert comment.text.startswith("หมายเหตุเดิม")
    assert "ชื่อไม่ตรงทะเบียน" in comment.text
    assert comment.author == "กลุ่มงาน"


def test_a_range_is_coloured_whole_and_commented_once(marked):
    sheet = marked[SHEET]
    assert [sheet[cell].comment is not None for cell in ("C4", "C5", "C6", "D7", "D8")] == [
        True,
        False,
        False,
        True,
        False,
    ]


def test_an_issue_inside_a_merged_range_is_marked_where_it_shows(marked):
    assert "ปีไม่ชัด" in marked[SHEET]["A1"].comment.text


def test_the_list_names_place_value_rule_message_and_remedy(marked):
    rows = list(marked[FOUND_SHEET].iter_rows(min_row=4, values_only=True))
    assert rows[0] == ("ลำดับ", "ระดับ", "ชีต", "เซลล์", "ค่าที่พบ", "รหัส", "สิ่งที่พบ", "สิ่งที่ต้องทำ")
    assert rows[2] == (2, "ต้องแก้", SHEET, "C3", "181.5", "V07", "เกิน 100", "แก้ที่ต้นฉบับ")
    assert len(rows) == 1 + len(ISSUES)
    assert marked[FOUND_SHEET].freeze_panes == "A5"


def test_a_link_of_the_list_goes_to_the_cell(marked):
    assert marked[FOUND_SHEET]["D8"].hyperlink.location == f"'{SHEET}'!C4"


def test_what_looks_like_a_formula_in_the_list_is_text(marked):
    last = [cell for cell in next(marked[FOUND_SHEET].iter_rows(min_row=12)) if cell.value]
    assert {"=HYPERLINK(1)", "+1", "@x"} <= {cell.value for cell in last}
    assert {cell.data_type for cell in last[1:]} == {"s"}


def test_the_copy_is_read_again_with_the_same_values_and_its_list_named():
    copy = mark_workbook(office_xlsx(fill), "a.xlsx", ISSUES)
    before, after = read_workbook(office_xlsx(fill), "a.xlsx"), read_workbook(copy, "a.xlsx")
    assert after.sheets[0].name == FOUND_SHEET
    assert after.sheets[1].rows == before.sheets[0].rows
    again = openpyxl.load_workbook(io.BytesIO(mark_workbook(copy, "a.xlsx", ISSUES[:1])))
    assert again.sheetnames == [FOUND_SHEET, SHEET, "ซ่อน"]


def test_a_macro_is_dropped_and_that_is_said():
    book = mark(xlsx(macro=True), "a.xlsm", [issue(Severity.ERROR, "A1", sheet="ข้อมูล")])
    assert book["ข้อมูล"]["A1"].fill.fgColor.rgb == RED
    assert "มาโครไม่ติดมา" in book[FOUND_SHEET]["A3"].value


CSV = "รหัส,ชื่อ,ค่า\n0012,=1+1,181.5\n0013,#N/A,+5\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_a_csv_becomes_a_workbook_with_the_same_addresses(encoding):
    book = mark(CSV.encode(encoding), "a.csv", [issue(Severity.ERROR, "C2", "เกิน 100", sheet="")])
    sheet = book["ข้อมูล"]
    assert [cell.value for cell in sheet[2]] == ["0012", "=1+1", "181.5"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    assert sheet["C2"].fill.fgColor.rgb == RED
    assert "เกิน 100" in sheet["C2"].comment.text
    assert "เขียนขึ้นใหม่" in book[FOUND_SHEET]["A3"].value


def test_a_picked_encoding_holds_for_the_copy_too():
    book = mark("ข้อ,ค่า\n1,2\n".encode("utf-16-le"), "a.csv", [], encoding="utf-16")
    assert book["ข้อมูล"]["A1"].value == "ข้อ"


def test_a_table_page_becomes_a_workbook_with_its_merges():
    page = "<table><tr><td colspan=2>ก</td></tr><tr><td>1</td><td>2</td></tr></table>"
    book = mark(page.encode(), "a.xls", [issue(Severity.QUESTION, "B2", sheet="ตาราง 1")])
    assert [str(one) for one in book["ตาราง 1"].merged_cells.ranges] == ["A1:B1"]
    assert book["ตาราง 1"]["B2"].fill.fgColor.rgb == AMBER


def test_what_openpyxl_cannot_open_is_written_anew():
    # It refuses a number that is none; the grid reader passes it over.
    content = xlsx('<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>2</v></c></row>')
    book = mark(content, "a.xlsx", [issue(Severity.ERROR, "A1", sheet="ข้อมูล")])
    assert book["ข้อมูล"]["B1"].value == 2
    assert book["ข้อมูล"]["A1"].fill.fgColor.rgb == RED
    assert "เขียนขึ้นใหม่" in book[FOUND_SHEET]["A3"].value


def test_percents_and_hidden_sheets_survive_a_copy_made_anew(monkeypatch):
    monkeypatch.setattr(mark_room, "MARK_JOB", "mark-anew")
    book = mark()
    assert book[SHEET]["C4"].number_format == "0.00%"
    assert book["ซ่อน"].sheet_state == "hidden"
    assert book[SHEET]["D3"].value == "=C3-10"
    assert book[SHEET]["D3"].data_type == "s"


def test_a_reader_that_is_stopped_is_tried_once_more_with_a_copy_made_anew(monkeypatch):
    jobs = []

    def run(*given, job, **options):
        jobs.append(job)
        if job == "mark":
            raise make_refusal("F19", id="1")
        return b"copy"

    monkeypatch.setattr(mark_room, "run_reader", run)
    assert mark_workbook(xlsx(), "a.xlsx", []) == b"copy"
    assert jobs == ["mark", "mark-anew"]


def test_a_range_too_large_is_marked_at_its_first_cell():
    found = [issue(Severity.ERROR, f"A1:D{MARKED_CELLS_MAX}"), issue(Severity.ERROR, "A1:XFD1048576")]
    book = mark(issues=found)
    assert book[SHEET]["A1"].comment.text.count("[V07]") == 2
    assert book[SHEET]["B3"].fill.fill_type is None


def test_more_issues_than_the_list_holds_are_counted(monkeypatch):
    monkeypatch.setattr(mark_room, "MARKED_ISSUES_MAX", 2)
    sheet = mark()[FOUND_SHEET]
    assert "8 รายการ" in sheet["A1"].value
    assert "6 รายการที่ไม่ได้แสดง" in sheet["A7"].value


@pytest.mark.parametrize("name", ["'ก'!", "History", "x" * 31, "ก ข 'ค' ง"])
def test_any_tab_name_is_marked(name):
    def fill_named(book):
        book.active.title = name
        book.active["A1"] = 5

    book = mark(office_xlsx(fill_named), issues=[issue(Severity.ERROR, "A1", sheet=name)])
    assert book[name]["A1"].fill.fgColor.rgb == RED


def test_a_copy_past_its_memory_is_refused_plainly():
    with pytest.raises(RefusedFile) as refused:
        mark(caps=ReaderCaps(memory_bytes=30 * MEGABYTE))
    assert refused.value.code == "F19"


WATCHED = """
import sys
written = []
def note(event, given):
    if event == "open":
        path, mode, flags = given
        if isinstance(path, str) and (set(mode or "") & set("wax+") or (flags or 0) & 3):
            written.append(path)
from lib.ingest import worker
real = worker.load_job
def load(*given):
    job = real(*given)
    sys.addaudithook(note)
    return job
worker.load_job = load
worker.main(sys.argv[1:])
sys.stderr.write(repr([one for one in written if "__pycache__" not in one]))
"""


@pytest.mark.parametrize("job", ["mark", "mark-anew"])
def test_a_copy_is_made_without_a_file(job, monkeypatch):
    def refuse(*given, **named):
        raise AssertionError("a temporary file")

    content = office_xlsx(fill)
    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    arguments = [job, "xlsx", "40", str(1500 * MEGABYTE), ""]
    seen = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=ROOT,
        input=b'{"issues": [], "n_issues": 0}\n' + content,
        capture_output=True,
        check=True,
    )
    assert b'"file"' in seen.stdout
    assert seen.stderr == b"[]"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("job", ["mark", "mark-anew"])
def test_another_program_opens_the_copy(job, tmp_path, monkeypatch):
    monkeypatch.setattr(mark_room, "MARK_JOB", job)
    (tmp_path / "a.xlsx").write_bytes(mark_workbook(office_xlsx(fill), "a.xlsx", ISSUES))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "ods",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "a.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    book = read_workbook((tmp_path / "a.ods").read_bytes(), "a.ods")
    assert [sheet.name for sheet in book.sheets] == [FOUND_SHEET, SHEET, "ซ่อน"]
    assert book.sheets[1].rows[2][:3] == (56010003, "บ้านสมมุติ 3", 53.5)
