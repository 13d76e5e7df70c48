"""Workbooks through the reader child: every value at its address, every loss noticed."""

import io
import shutil
import subprocess

import pytest
import xlsxwriter

from lib.domain.issues import Severity
from lib.domain.sheets import CellRange, DateCell, ErrorCell, FormulaCell
from lib.errors import RefusedFile
from lib.ingest.child import read_workbook
from tests.ingest.bad_files import ONE_ROW, docx, make_zip, ods, office_xlsx, sheet_xml, xlsx, xlsx_parts

PERCENT_STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="0.0&quot; %&quot;"/>'
    '<numFmt numFmtId="171" formatCode="0.0%"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>'
)


def read_sheet(content, name="ข้อมูล.xlsx"):
    return read_workbook(content, name).sheets[0]


def text_cell(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def refused_code(content, name="ข้อมูล.xlsx"):
    with pytest.raises(RefusedFile) as refused:
        read_workbook(content, name)
    return refused.value.code


def test_cells_keep_their_address_below_and_right_of_empty_ones():
    sheet = read_sheet(xlsx('<row r="3"><c r="C3"><v>5</v></c></row>'))
    assert sheet.rows == ((), (), (None, None, 5))


def test_whole_numbers_are_ints_and_texts_keep_their_zeros():
    sheet = read_sheet(
        xlsx('<row r="1"><c r="A1"><v>56010012</v></c><c r="B1" t="inlineStr"><is><t>0012</t></is></c></row>')
    )
    assert sheet.rows == ((56010012, "0012"),)
    assert type(sheet.rows[0][0]) is int


def test_numbers_shown_as_percent_are_marked_and_a_quoted_percent_sign_is_not():
    rows = "".join(
        f'<c r="{letter}1" s="{style}"><v>0.755</v></c>' for letter, style in zip("ABCD", "0123", strict=True)
    )
    sheet = read_sheet(xlsx(f'<row r="1">{rows}</row>', formats=PERCENT_STYLES))
    assert sheet.percent_cells == {(0, 1), (0, 3)}
    assert sheet.rows == ((0.755, 0.755, 0.755, 0.755),)


def test_columns_that_excel_does_not_show_are_named(convert):
    def fill(book):
        book.active.append([1, 2, 3, 4, 5])
        for letter in "BD":
            book.active.column_dimensions[letter].hidden = True

    content = office_xlsx(fill)
    assert read_sheet(content).hidden_columns == {1, 3}
    assert read_sheet(convert(content, "ods"), "a.ods").hidden_columns == {1, 3}


def test_error_cells_arrive_as_errors():
    sheet = read_sheet(
        xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><f>A9</f><v>#REF!</v></c></row>')
    )
    assert sheet.rows == ((1, ErrorCell("#REF!")),)


def test_an_error_newer_than_the_fast_reader_does_not_lose_the_sheet():
    sheet = read_sheet(
        xlsx('<row r="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="A2" t="e"><v>#SPILL!</v></c></row>')
    )
    assert sheet.rows == ((7,), (ErrorCell("#SPILL!"),))


def test_a_formula_saved_without_its_value_is_a_formula_not_a_blank():
    sheet = read_sheet(
        xlsx(
            '<row r="1"><c r="A1"><v>1</v></c></row>'
            '<row r="2"><c r="A2"><f>A1*2</f></c><c r="B2"><f>A1</f><v/></c></row>'
        )
    )
    assert sheet.rows == ((1,), (FormulaCell("A1*2"), FormulaCell("A1")))


def test_a_formula_whose_result_is_an_empty_text_is_a_blank():
    sheet = read_sheet(
        xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>IF(A1,"")</f><v></v></c></row>')
    )
    assert sheet.rows == ((1,),)


def test_a_workbook_of_openpyxl_formulas_is_all_formulas():
    def fill(book):
        book.active["A1"] = "=1+1"

    assert read_sheet(office_xlsx(fill)).rows == ((FormulaCell("1+1"),),)


def test_not_a_number_and_infinity_are_refused_as_cells_with_their_address():
    book = read_workbook(
        xlsx('<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1E309</v></c><c r="C1"><v>3</v></c></row>'),
        "a.xlsx",
    )
    assert book.sheets[0].rows == ((None, None, 3),)
    assert [(issue.code, issue.cell) for issue in book.issues] == [("V09", "A1"), ("V09", "B1")]


def test_dates_keep_the_year_as_stored():
    formats = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    # 243,000 days after 1899-12-30: a Buddhist year typed as if it were a Western one.
    sheet = read_sheet(
        xlsx(
            '<row r="1"><c r="A1" s="1"><v>45428</v></c><c r="B1" s="1"><v>243000</v></c></row>',
            formats=formats,
        )
    )
    assert sheet.rows == ((DateCell("2024-05-16"), DateCell("2565-04-22")),)


def test_merged_ranges_hidden_rows_and_hidden_sheets_are_told():
    def fill(book):
        sheet = book.active
        sheet["A1"] = "ผลการเรียน"
        sheet.merge_cells("A1:C2")
        sheet["A4"] = 1
        sheet.row_dimensions[4].hidden = True
        other = book.create_sheet("ซ่อน")
        other["A1"] = 2
        other.sheet_state = "veryHidden"

    book = read_workbook(office_xlsx(fill), "a.xlsx")
    first, second = book.sheets
    assert first.merged == (CellRange(0, 0, 1, 2),)
    assert first.merged[0].address == "A1:C2"
    assert first.hidden_rows == {3}
    assert (first.hidden, second.hidden) == (False, True)
    assert [(issue.code, issue.severity) for issue in book.issues] == [("S06", Severity.QUESTION)]


def test_a_sheet_in_utf_16_is_read_whole():
    xml = sheet_xml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>ก</t></is></c></row>',
        '<?xml version="1.0" encoding="UTF-16"?>',
    )
    assert read_sheet(xlsx(sheet_xml=xml.encode("utf-16"))).rows == (("ก",),)


def test_a_sheet_with_prefixed_names_is_read_and_counted():
    rows = '<x:row r="2"><x:c r="B2" t="e"><x:v>#N/A</x:v></x:c></x:row>'
    assert read_sheet(xlsx(sheet_xml=sheet_xml(rows, prefix="x:"))).rows == ((), (None, ErrorCell("#N/A")))


def test_rows_and_cells_without_addresses_are_counted_in_order():
    sheet = read_sheet(xlsx("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"))
    assert sheet.rows == ((1, 2), (None, 3))


def test_invisible_characters_are_taken_out_and_counted_once():
    cells = text_cell("A1", "บ้าน\u200bหนอง\u202e") + text_cell("B1", "ก\u200bข")
    rows = f'<row r="1">{cells}</row>'
    book = read_workbook(xlsx(rows), "a.xlsx")
    assert book.sheets[0].rows == (("บ้านหนอง", "กข"),)
    assert [(issue.code, issue.severity) for issue in book.issues] == [("V18", Severity.INFO)]
    assert " 3 " in book.issues[0].message


@pytest.mark.parametrize(
    ("fault", "content", "code"),
    [
        ("far cell", xlsx(ONE_ROW + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "S01"),
        ("far column", xlsx(ONE_ROW + '<row r="9000"><c r="XFD9000"><v>1</v></c></row>'), "S01"),
        ("outside the grid", xlsx('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), "S01"),
        ("row outside the grid", xlsx('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'), "S01"),
        (
            "rows go back",
            xlsx('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
            "S17",
        ),
        ("row twice", xlsx(ONE_ROW + ONE_ROW), "S17"),
        ("cell of another row", xlsx('<row r="1"><c r="A9"><v>1</v></c></row>'), "S17"),
        ("nothing in it", xlsx(""), "S04"),
        ("sheet missing", make_zip([part for part in xlsx_parts() if "sheet1" not in part[0]]), "S05"),
        ("201 sheets", xlsx(names=tuple(f"ชีต {n}" for n in range(201))), "S07"),
        (
            "claims 4 thousand million texts",
            xlsx(texts='<sst uniqueCount="4294967295"><si><t>a</t></si></sst>'),
            "F11",
        ),
        (
            "broken list of sheets",
            make_zip(
                [(name, "<workbook" if name == "xl/workbook.xml" else xml) for name, xml in xlsx_parts()]
            ),
            "F11",
        ),
    ],
)
def test_a_misshapen_sheet_is_refused_with_its_code(fault, content, code):
    assert refused_code(content) == code


def test_the_stray_cell_is_named():
    with pytest.raises(RefusedFile, match="XFD1048576"):
        read_workbook(xlsx(ONE_ROW + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "a.xlsx")


def test_a_tail_of_formatted_empty_rows_is_skipped_and_told():
    tail = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(2, 3000))
    book = read_workbook(xlsx(ONE_ROW + tail), "a.xlsx")
    assert book.sheets[0].rows == ((1, 2),)
    assert [issue.code for issue in book.issues] == ["S03"]


def test_rules_after_the_cells_are_not_taken_for_cells_or_formulas():
    rules = (
        '<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>A1</formula></cfRule>'
        '</conditionalFormatting><rowBreaks count="1"><brk id="9"/></rowBreaks>'
    )
    book = read_workbook(xlsx(after_rows=rules), "a.xlsx")
    assert (book.sheets[0].rows, book.issues) == (((1, 2),), ())


def test_formulas_that_a_report_writer_left_to_excel_are_warned_about():
    target = io.BytesIO()
    writer = xlsxwriter.Workbook(target)
    sheet = writer.add_worksheet("รวม")
    sheet.write(0, 0, 5)
    sheet.write_formula(0, 1, "=A1*2")
    writer.close()
    book = read_workbook(target.getvalue(), "a.xlsx")
    assert book.sheets[0].rows == ((5, 0),)
    assert [(issue.code, issue.severity, issue.sheet) for issue in book.issues] == [
        ("V01", Severity.WARNING, "รวม")
    ]


def test_a_macro_book_is_read_as_data_with_a_warning():
    book = read_workbook(xlsx(macro=True), "a.xlsm")
    assert (book.kind, book.sheets[0].rows) == ("xlsm", ((1, 2),))
    assert [issue.code for issue in book.issues] == ["F18"]


def test_a_docx_in_the_workbook_slot_is_refused():
    assert refused_code(docx("<w:p/>"), "a.xlsx") == "F21"


CELL = '<table:table-cell office:value-type="{kind}" office:value="{value}"/>'


def test_an_ods_gives_values_percents_merges_and_hidden_sheets():
    table = (
        '<table:table table:name="หนึ่ง" table:style-name="off"><table:table-row>'
        + CELL.format(kind="percentage", value="0.755")
        + '<table:table-cell office:value-type="string" table:number-columns-spanned="2">'
        "<text:p>รวม</text:p></table:table-cell>"
        "<table:covered-table-cell/>"
        '<table:table-cell table:formula="of:=1+1"/>'
        '</table:table-row><table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    style = (
        '<style:style style:name="off" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    book = read_workbook(ods(table, style), "a.ods")
    sheet = book.sheets[0]
    assert sheet.rows == ((0.755, "รวม", None, FormulaCell("1+1")),)
    assert sheet.percent_cells == {(0, 0)}
    assert sheet.merged == (CellRange(0, 1, 0, 2),)
    assert sheet.hidden
    assert [issue.code for issue in book.issues] == ["S06"]


ONE = CELL.format(kind="float", value="1")
MANY = ONE.replace("/>", ' table:number-columns-repeated="16000"/>')
EMPTY = '<table:table-cell table:number-columns-repeated="16000"/>'
SPACES = (
    '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2000000000"/></text:p>'
    "</table:table-cell>"
)
A_MILLION = '<table:table-row table:number-rows-repeated="1000000">'


@pytest.mark.parametrize(
    ("fault", "rows", "code"),
    [
        ("a value repeated over the grid", f"{A_MILLION}{MANY}</table:table-row>", "S02"),
        (
            "a value far away",
            f"{A_MILLION}</table:table-row><table:table-row>{EMPTY}{ONE}</table:table-row>",
            "S01",
        ),
        ("two thousand million spaces", f"<table:table-row>{SPACES}</table:table-row>", "F11"),
        ("nothing", "<table:table-row/>", "S04"),
    ],
)
def test_an_ods_that_repeats_too_much_is_refused(fault, rows, code):
    assert refused_code(ods(f'<table:table table:name="ก">{rows}</table:table>'), "a.ods") == code


@pytest.fixture(scope="module")
def convert(tmp_path_factory):
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed, and nothing else here writes .xls")

    def run(content, ending):
        folder = tmp_path_factory.mktemp("office")
        (folder / "a.xlsx").write_bytes(content)
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                ending,
                "--outdir",
                folder,
                folder / "a.xlsx",
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return (folder / f"a.{ending}").read_bytes()

    return run


def fill_school_sheet(book):
    sheet = book.active
    sheet.title = "ข้อมูล"
    sheet["B2"] = "โรงเรียนบ้านตัวอย่าง"
    sheet["C2"] = "0012"
    sheet["D2"] = 0.755
    sheet["D2"].number_format = "0.0%"
    sheet.merge_cells("B4:C5")
    sheet["B4"] = "รวม"
    book.create_sheet("ซ่อน")["A1"] = 1
    book["ซ่อน"].sheet_state = "hidden"


def test_an_old_excel_file_called_xlsx_is_read_and_its_limits_told(convert):
    book = read_workbook(convert(office_xlsx(fill_school_sheet), "xls"), "ข้อมูล.xlsx")
    assert book.kind == "xls"
    assert book.sheets[0].rows == ((), (None, "โรงเรียนบ้านตัวอย่าง", "0012", 0.755), (), (None, "รวม"))
    assert book.sheets[0].merged == (CellRange(3, 1, 4, 2),)
    assert [sheet.hidden for sheet in book.sheets] == [False, True]
    assert {issue.code for issue in book.issues} == {"F24", "F13", "S06"}


def test_an_ods_of_libreoffice_is_read_with_its_percents(convert):
    book = read_workbook(convert(office_xlsx(fill_school_sheet), "ods"), "ข้อมูล.ods")
    assert book.sheets[0].rows[:4] == ((), (None, "โรงเรียนบ้านตัวอย่าง", "0012", 0.755), (), (None, "รวม"))
    assert book.sheets[0].percent_cells == {(1, 3)}
    assert book.sheets[0].merged == (CellRange(3, 1, 4, 2),)
    assert [sheet.hidden for sheet in book.sheets] == [False, True]
