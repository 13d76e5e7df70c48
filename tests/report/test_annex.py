"""The data annex: formulas that give the printed figures, texts that stay texts, sheets that read well."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from lib.report.annex_names import SheetNames
from lib.report.annex_numbers import printed_number
from lib.report.annex_workbook import AnnexFile, write_annex
from tests.report.sample_annex import ATTACKS, make_annex_content, make_blocks
from tests.report.small_spreadsheet import Spreadsheet


@pytest.fixture(scope="module")
def annex() -> AnnexFile:
    return write_annex(make_annex_content(), make_blocks())


@pytest.fixture(scope="module")
def cached(annex: AnnexFile) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(annex.content), data_only=True)


@pytest.fixture(scope="module")
def formulas(annex: AnnexFile) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(annex.content))


def formula_cells(book: openpyxl.Workbook) -> list[tuple[str, str]]:
    return [
        (page.title, cell.coordinate)
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def area_row(book: openpyxl.Workbook, key: str, year: str = "2567") -> dict[str, object]:
    rows = list(book["ค่าของเขต"].iter_rows(values_only=True))
    head = next(row for row in rows if row[0] == "รหัสตัวชี้วัด")
    found = next(row for row in rows if row[0] == key and str(row[3]).endswith(year))
    return dict(zip(map(str, head), found, strict=True))


def test_every_formula_worked_out_anew_gives_the_value_kept_beside_it(
    annex: AnnexFile, cached: openpyxl.Workbook, formulas: openpyxl.Workbook
) -> None:
    sheet, cells = Spreadsheet(annex.content), formula_cells(formulas)
    assert len(cells) > 20
    different = [
        (at, sheet.value(*at), cached[at[0]][at[1]].value)
        for at in cells
        if sheet.value(*at) != pytest.approx(cached[at[0]][at[1]].value, abs=1e-9)
        and sheet.value(*at) != cached[at[0]][at[1]].value
    ]
    assert not different


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_finds_the_same_without_the_values_kept(
    annex: AnnexFile, cached: openpyxl.Workbook, formulas: openpyxl.Workbook, tmp_path: Path
) -> None:
    bare, out = tmp_path / "bare.xlsx", tmp_path / "out"
    bare.write_bytes(without_values(annex.content))
    profile = (tmp_path / "profile").as_uri()
    command = [
        "soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "xlsx",
        "--outdir", str(out), str(bare),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    again = openpyxl.load_workbook(out / "bare.xlsx", data_only=True)
    for sheet, cell in formula_cells(formulas):
        kept = cached[sheet][cell].value
        expected = pytest.approx(kept, abs=1e-9) if isinstance(kept, int | float) else kept
        assert again[sheet][cell].value == expected, (sheet, cell)


def without_values(content: bytes) -> bytes:
    """The same file with no value beside any formula, so that nothing but calculating can find it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part, n_removed = re.subn(rb"(</f>)<v>[^<]*</v>", rb"\1", part)
                assert n_removed == part.count(b"</f>")
            new.writestr(name, part)
    return stream.getvalue()


def test_a_weighted_mean_leaves_out_who_has_no_n_and_rounds_half_up(cached: openpyxl.Workbook) -> None:
    # (40.00 x 100 + 46.0005 x 1,000) / 1,100 = 45.455
    row = area_row(cached, "a.mean")
    assert (row["ผล"], row["n รวม"], row["โรงเรียนที่มีค่า"]) == (45.46, 1100, 3)
    assert (row["ผลที่พิมพ์ในรายงาน"], row["ตรงกัน"]) == (45.46, "ตรง")


def test_schools_are_held_against_the_target_after_rounding(cached: openpyxl.Workbook) -> None:
    row = area_row(cached, "a.mean")
    assert (row["โรงเรียนถึงเกณฑ์"], row["ร้อยละที่ถึง"]) == (2, 66.67)
    # 2.34 lies within 2.00 to 2.34, and 2.35 does not
    assert area_row(cached, "a.middle")["โรงเรียนถึงเกณฑ์"] == 1


def test_a_median_and_a_sum_are_made_as_the_report_makes_them(cached: openpyxl.Workbook) -> None:
    assert area_row(cached, "a.middle")["ผล"] == 2.35
    assert area_row(cached, "a.count")["ผล"] == 31


def test_a_change_is_the_difference_of_two_printed_figures(formulas: openpyxl.Workbook) -> None:
    assert str(area_row(formulas, "a.mean")["เปลี่ยนไป"]).startswith("=ROUND(F")


def test_a_figure_that_only_a_file_states_is_no_formula(formulas: openpyxl.Workbook) -> None:
    assert area_row(formulas, "a.stated")["ผล"] == 50


def test_schools_by_level_are_counted_where_a_reader_would_count_them(
    cached: openpyxl.Workbook, formulas: openpyxl.Workbook
) -> None:
    rows = [row for row in cached["ระดับ"].iter_rows(values_only=True) if row[0] == "a.mean"]
    assert [(row[3], row[4], row[5]) for row in rows] == [("ปรับปรุง", 1, 33.33), ("ดี", 2, 66.67)]
    written = [row[4] for row in formulas["ระดับ"].iter_rows(values_only=True) if row[0] == "a.mean"]
    assert all(str(each).startswith("=COUNTIF(") for each in written)


def test_tables_carry_the_report_s_caption_and_figures_as_numbers(cached: openpyxl.Workbook) -> None:
    page = cached["ต1 จำนวนสถานศึกษาจำแนกตามขนาด"]
    assert page["A1"].value == "ตารางที่ 1 จำนวนสถานศึกษาจำแนกตามขนาด"
    rows = list(page.iter_rows(values_only=True))
    assert ("เล็ก", 2, 66.67) in rows
    assert ("รวม", 3, 100) in rows


def test_totals_and_shares_of_a_table_are_formulas_and_results_lead_to_the_area(
    formulas: openpyxl.Workbook,
) -> None:
    sizes = [
        row for row in formulas["ต1 จำนวนสถานศึกษาจำแนกตามขนาด"].iter_rows(values_only=True) if row[0] == "รวม"
    ]
    assert str(sizes[0][1]).startswith("=SUM(")
    results = [row for row in formulas["ต2 ผลด้านวิชาการ"].iter_rows(values_only=True) if row[0] == "คะแนน"]
    assert str(results[0][1]).startswith("='ค่าของเขต'!F")


def test_codes_and_dashes_stay_texts(formulas: openpyxl.Workbook) -> None:
    rows = {row[0]: row for row in formulas["ต2 ผลด้านวิชาการ"].iter_rows(values_only=True)}
    assert rows["คะแนน"][3] == "00123"
    assert rows["จำนวนครู"][2:] == ("–", "2567")


def test_nothing_from_the_data_becomes_a_formula(annex: AnnexFile, formulas: openpyxl.Workbook) -> None:
    held = {
        str(cell.value): cell for page in formulas for row in page.iter_rows() for cell in row if cell.value
    }
    for attack in ATTACKS[:4]:
        assert held[attack].data_type in ("s", "inlineStr")
        assert held[attack].quotePrefix, attack
    texts = [cell for page in formulas for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert not [cell.value for cell in texts if "HYPERLINK" in str(cell.value) or str(cell.value) == "+1+1"]
    after_space = [cell for text, cell in held.items() if text.strip() == "=1"]
    assert after_space
    assert all(cell.quotePrefix and cell.data_type != "f" for cell in after_space)
    with zipfile.ZipFile(io.BytesIO(annex.content)) as file:
        assert not [name for name in file.namelist() if "vba" in name.lower() or "externalLink" in name]


def test_every_sheet_is_listed_frozen_filtered_and_set_up_for_a4(formulas: openpyxl.Workbook) -> None:
    links = [cell.value for row in formulas["สารบัญ"].iter_rows() for cell in row if cell.hyperlink]
    assert links == formulas.sheetnames[1:]
    for page in formulas:
        assert page.freeze_panes
        assert page.page_setup.paperSize == 9
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_rows
        assert "&P / &N" in str(page.oddFooter.right.text)
        assert "สพป.สมมติ && เขต 1" in str(page.oddFooter.left.text)
    assert formulas["ข้อมูล วิชาการ"].auto_filter.ref
    assert formulas["ข้อมูล วิชาการ"].page_setup.orientation == "landscape"


def test_the_file_says_what_it_is_and_of_whom(formulas: openpyxl.Workbook) -> None:
    assert formulas.properties.title == "ภาคผนวกข้อมูล ปีการศึกษา 2567"
    assert formulas.properties.creator == "สพป.สมมติ & เขต 1"
    draft = write_annex(make_annex_content(is_draft=True), ()).content
    told = [row[0] for row in openpyxl.load_workbook(io.BytesIO(draft))["สารบัญ"].iter_rows(values_only=True)]
    assert any(str(each).startswith("ฉบับร่าง") for each in told)


def test_the_same_data_give_the_same_bytes(annex: AnnexFile) -> None:
    assert write_annex(make_annex_content(), make_blocks()).content == annex.content


def test_every_bound_figure_stands_in_its_cell(annex: AnnexFile, cached: openpyxl.Workbook) -> None:
    assert {each.figure.figure_id for each in annex.placed} >= {
        "a.mean|academic_year|2567|value",
        "a.mean|academic_year|2567|n",
        "a.mean|academic_year|2566|value",
    }
    for each in annex.placed:
        sheet, _, cell = each.place.rpartition("!")
        number = printed_number(each.figure.text)
        assert cached[sheet][cell].value in (number[0] if number else None, each.figure.text), each
    with zipfile.ZipFile(io.BytesIO(annex.content)) as file:
        assert "customXml/figures.xml" in file.namelist()


def test_an_annex_without_any_figure_still_opens() -> None:
    content = write_annex(make_annex_content(tables=()), ()).content
    assert "ค่าของเขต" in openpyxl.load_workbook(io.BytesIO(content)).sheetnames


def test_names_of_sheets_are_short_and_unlike_each_other() -> None:
    names = SheetNames()
    taken = [names.take(text) for text in ("ก" * 40, "ก" * 40, "a/b:c", "A b C", "", "''", "History")]
    assert len({name.casefold() for name in taken}) == len(taken)
    assert all(0 < len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in taken)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("52.25", (52.25, "#,##0.00")),
        ("1,204", (1204, "#,##0")),
        ("2567", (2567, "0")),
        ("+1.15", (1.15, "+#,##0.00;-#,##0.00;#,##0.00")),
        ("−3.10", (-3.1, "#,##0.00")),
        ("0.50", (0.5, "#,##0.00")),
        ("4.00*", (4.0, '#,##0.00"*"')),
        ("–", None),
        ("00123", None),
        ("8 จาก 10 (80.00)", None),
        ("1,2,3", None),
        ("", None),
    ],
)
def test_a_printed_figure_is_read_back_as_it_stands(text: str, expected: tuple[float, str] | None) -> None:
    assert printed_number(text) == expected
