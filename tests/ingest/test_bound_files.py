"""What a produced file says of its figures, and what stands at their places."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.domain.bound_figures import DocumentKind, FileOrigin, bound_figures
from lib.domain.documents import Document, Paragraph, Run, Table, TableColumn
from lib.domain.verified_figures import FigureState, check_figures
from lib.errors import WorkbenchError
from lib.ingest.bound_files import read_bound_file
from lib.report.word import write_docx
from tests.report.sample_document import sample_document

ORIGIN = FileOrigin(DocumentKind.REPORT, 2568, 2569, "", date(2026, 5, 1))


def small(value: str = "48.12", n: str = "1,248") -> Document:
    table = Table(
        "ผล",
        (TableColumn("ตัวชี้วัด"), TableColumn("ผล", "right")),
        (("คณิต", value),),
        key="results",
        figure_ids=(("", "math|academic_year|2568|value"),),
    )
    said = Paragraph((Run("จาก "), Run(n, figure_id="math|academic_year|2568|n"), Run(" คน")))
    return Document("รายงาน", "", "สำนักงานสมมติ", "", (said, table), lang_digits="thai")


def edited(content: bytes, part: str, old: str, new: str) -> bytes:
    """The same file with one text of one part replaced, as a person would."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            kept = before.read(name)
            if name == part:
                assert old.encode() in kept
                kept = kept.replace(old.encode(), new.encode(), 1)
            after.writestr(name, kept)
    return stream.getvalue()


def states(content: bytes, now: Document) -> dict[str, FigureState]:
    checks = check_figures(read_bound_file(content), bound_figures(now))
    return {each.figure_id: each.state for each in checks}


def test_a_file_agrees_with_the_document_it_was_made_from() -> None:
    found = states(write_docx(small(), origin=ORIGIN), small())
    assert found == {
        "math|academic_year|2568|n": FigureState.AGREES,
        "math|academic_year|2568|value": FigureState.AGREES,
    }


def test_every_figure_of_a_report_with_charts_and_wide_tables_agrees() -> None:
    document = sample_document(n_schools=12)
    checks = check_figures(read_bound_file(write_docx(document, origin=ORIGIN)), bound_figures(document))
    assert len(checks) > 12 * 12
    assert {each.state for each in checks} == {FigureState.AGREES}
    assert any(each.place.startswith("chart:") for each in checks)


def test_a_cell_without_an_id_of_its_own_is_found_by_its_place_below_the_head() -> None:
    columns = (TableColumn("กลุ่ม"), TableColumn("2567", group="ปี"), TableColumn("2568", group="ปี"))
    table = Table("จำนวน", columns, (("ก", "12", "34"), ("ข", "56", "78")))
    document = Document("รายงาน", "", "สมมติ", "", (table, table), lang_digits="thai")
    content = write_docx(document, origin=ORIGIN)
    agreed = states(content, document)
    assert len(agreed) == 4
    assert set(agreed.values()) == {FigureState.AGREES}
    places = {each.placed.place for each in read_bound_file(content).figures}
    assert len(places) == 8  # the same table told twice has two bookmarks
    by_hand = edited(content, "word/document.xml", ">56<", ">65<")
    checks = check_figures(read_bound_file(by_hand), bound_figures(document))
    assert [each.figure_id for each in checks if each.state is FigureState.EDITED] == ["cell|จำนวน|ข|ปี 2567"]


def test_changed_data_are_told_apart_from_an_edited_file() -> None:
    content = write_docx(small(), origin=ORIGIN)
    assert states(content, small(value="50.00"))["math|academic_year|2568|value"] is FigureState.CHANGED
    by_hand = edited(content, "word/document.xml", ">48.12<", ">84.12<")
    found = states(by_hand, small())
    assert found["math|academic_year|2568|value"] is FigureState.EDITED
    assert found["math|academic_year|2568|n"] is FigureState.AGREES


def test_a_figure_that_the_data_no_longer_give_is_gone() -> None:
    content = write_docx(small(), origin=ORIGIN)
    without = Document("รายงาน", "", "", "", ())
    assert set(states(content, without).values()) == {FigureState.GONE}


def test_a_removed_bookmark_leaves_its_figure_without_a_place() -> None:
    content = write_docx(small(), origin=ORIGIN)
    file = read_bound_file(content)
    name = file.figures[0].placed.place
    gone = edited(content, "word/document.xml", f'w:name="{name}"', 'w:name="another"')
    assert states(gone, small())["math|academic_year|2568|n"] is FigureState.UNBOUND


def test_a_point_changed_in_a_chart_s_data_is_an_edit() -> None:
    document = sample_document(n_schools=3)
    content = write_docx(document, origin=ORIGIN)
    by_hand = edited(content, "word/charts/chart1.xml", "<c:v>61.25</c:v>", "<c:v>16.25</c:v>")
    changed = [
        each
        for each in check_figures(read_bound_file(by_hand), bound_figures(document))
        if each.state is FigureState.EDITED
    ]
    assert [each.place for each in changed] == ["chart:1:0:0"]


def test_a_cell_changed_in_the_workbook_behind_a_chart_is_an_edit() -> None:
    document = sample_document(n_schools=3)
    content = write_docx(document, origin=ORIGIN)
    part = "word/embeddings/Microsoft_Excel_Sheet1.xlsx"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        workbook = archive.read(part)
    spoiled = edited(workbook, "xl/worksheets/sheet1.xml", "<v>61.25</v>", "<v>16.25</v>")
    by_hand = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(by_hand, "w") as after:
        for name in before.namelist():
            after.writestr(name, spoiled if name == part else before.read(name))
    checks = check_figures(read_bound_file(by_hand.getvalue()), bound_figures(document))
    told = [(each.place, each.printed, each.found) for each in checks if each.state is FigureState.EDITED]
    assert told == [("chart:1:0:0", "61.25", "16.25")]


def test_the_file_keeps_its_years_and_its_day() -> None:
    assert read_bound_file(write_docx(small(), origin=ORIGIN)).origin == ORIGIN


def test_the_same_document_gives_the_same_bytes_with_its_figures() -> None:
    assert write_docx(small(), origin=ORIGIN) == write_docx(small(), origin=ORIGIN)


def test_a_stranger_s_document_is_refused_in_words() -> None:
    with pytest.raises(WorkbenchError, match="ไม่มีรายการตัวเลข"):
        read_bound_file(write_docx(small()))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"not a file at all"])
def test_a_damaged_file_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(WorkbenchError, match="ไฟล์อาจเสีย"):
        read_bound_file(content)


def test_a_file_cut_in_the_middle_is_refused_in_words() -> None:
    content = write_docx(small(), origin=ORIGIN)
    with pytest.raises(WorkbenchError):
        read_bound_file(content[: len(content) // 2])


def test_cells_with_and_without_ids_of_their_own_stand_in_one_table() -> None:
    columns = (TableColumn("กลุ่ม"), TableColumn("ผล", "right"), TableColumn("n", "right"))
    rows = (("ก", "48.12", "12"), ("ข", "50.00", "8"))
    own = (("", "math|academic_year|2568|value", ""), ("", "", ""))
    document = Document("รายงาน", "", "", "", (Table("ผล", columns, rows, figure_ids=own),))
    found = states(write_docx(document, origin=ORIGIN), document)
    assert set(found) == {
        "math|academic_year|2568|value",
        "cell|ผล|ก|n",
        "cell|ผล|ข|ผล",
        "cell|ผล|ข|n",
    }
    assert set(found.values()) == {FigureState.AGREES}


@given(
    st.lists(
        st.tuples(*[st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)] * 2).map(
            lambda texts: (texts[0], f"{texts[1]}\n1 & <2>")
        ),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=25, deadline=None)
def test_a_table_of_any_words_agrees_with_itself(rows: list[tuple[str, str]]) -> None:
    table = Table("ผล", (TableColumn("ชื่อ"), TableColumn("ผล")), tuple(rows))
    document = Document("รายงาน", "", "", "", (table,))
    checks = check_figures(read_bound_file(write_docx(document, origin=ORIGIN)), bound_figures(document))
    assert [each.state for each in checks] == [FigureState.AGREES] * len(rows)


def test_a_table_of_a_thousand_rows_is_told_by_one_record() -> None:
    rows = tuple((f"แถว {row}", str(row)) for row in range(1000))
    document = Document("รายงาน", "", "", "", (Table("ผล", (TableColumn("ชื่อ"), TableColumn("ผล")), rows),))
    content = write_docx(document, origin=ORIGIN)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told = archive.read("customXml/figures.xml").decode()
    assert told.count("<figure ") == 0
    assert len(read_bound_file(content).figures) == 1000


def test_the_list_of_figures_has_the_properties_without_which_libreoffice_leaves_it_out() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(small(), origin=ORIGIN))) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        types = archive.read("[Content_Types].xml").decode()
        link = archive.read("customXml/_rels/figures.xml.rels").decode()
        archive.getinfo("customXml/figuresProps.xml")
    assert 'PartName="/customXml/figuresProps.xml"' in types
    assert 'Target="figuresProps.xml"' in link
