"""The PowerPoint file read back: placeholders, charts, faces, notes, places of figures."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as PptxPresentation

from lib.domain.bound_figures import FIGURES_NAMESPACE, DocumentKind, FileOrigin
from lib.domain.issues import Severity
from lib.domain.slides import SlideDeck
from lib.errors import WorkbenchError
from lib.report.slide_binding import deck_figures
from lib.report.slide_compose import compose_slides
from lib.report.slide_layouts import CONTENT, COVER, TWO
from lib.report.slide_pptx import write_pptx
from lib.report.slide_template_check import check_slide_template
from lib.report.slide_words import load_slide_words
from lib.thai.numerals import to_arabic_digits
from tests.report.sample_content import make_content

ORIGIN = FileOrigin(DocumentKind.SLIDES, 2567, 2568)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def deck() -> SlideDeck:
    return compose_slides(make_content(), load_slide_words())


@pytest.fixture(scope="module")
def content(deck: SlideDeck) -> bytes:
    return write_pptx(deck, ORIGIN)


@pytest.fixture(scope="module")
def made(content: bytes) -> PptxPresentation:
    return Presentation(io.BytesIO(content))


def parts(content: bytes, pattern: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist() if re.fullmatch(pattern, name)}


def template(*dropped: str, wide: bool = True) -> bytes:
    """An office's PowerPoint file with a slide of its own, in PowerPoint's own English layouts."""
    office = Presentation()
    if wide:
        office.slide_width, office.slide_height = 12192000, 6858000
    office.slides.add_slide(office.slide_layouts[0]).shapes.title.text = "หน้าตัวอย่างของเขต"
    for layout in list(office.slide_layouts)[1:]:
        if layout.name in dropped:
            office.slide_layouts.remove(layout)
    stream = io.BytesIO()
    office.save(stream)
    return stream.getvalue()


def test_the_slides_are_16_to_9(made: PptxPresentation) -> None:
    assert made.slide_width is not None
    assert made.slide_height is not None
    assert round(made.slide_width / made.slide_height, 2) == 1.78


def test_every_title_stands_in_its_title_placeholder(made: PptxPresentation, deck: SlideDeck) -> None:
    titles = [to_arabic_digits(page.shapes.title.text_frame.text) for page in made.slides]
    assert titles == [each.title for each in deck.slides]


def test_no_placeholder_is_empty(made: PptxPresentation) -> None:
    for page in made.slides:
        for shape in page.placeholders:
            assert not shape.has_text_frame or shape.text_frame.text.strip(), (page.slide_id, shape.name)


def test_layouts_have_names_and_no_other_is_left(made: PptxPresentation) -> None:
    assert [layout.name for layout in made.slide_layouts] == [COVER, CONTENT, TWO]


def test_there_are_as_many_chart_parts_as_charts_each_with_its_workbook(
    content: bytes, deck: SlideDeck
) -> None:
    n_charts = sum(each.chart is not None for each in deck.slides)
    assert n_charts >= 2
    assert len(parts(content, r"ppt/charts/chart\d+\.xml")) == n_charts
    assert len(parts(content, r"ppt/embeddings/.*\.xlsx")) == n_charts


def test_charts_and_tables_say_what_they_show_to_those_who_cannot_see(made: PptxPresentation) -> None:
    frames = [shape for page in made.slides for shape in page.shapes if shape.has_chart or shape.has_table]
    assert frames
    assert all(frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames)


def test_the_theme_names_the_thai_face_in_every_slot(content: bytes) -> None:
    theme = etree.fromstring(parts(content, r"ppt/theme/theme1\.xml")["ppt/theme/theme1.xml"])
    for font in (theme.find(f".//{DRAWING}majorFont"), theme.find(f".//{DRAWING}minorFont")):
        faces = {etree.QName(each).localname: each.get("typeface") for each in font}
        assert faces == dict.fromkeys(("latin", "ea", "cs", "font"), "TH Sarabun New")


def test_every_run_says_that_it_is_thai(content: bytes) -> None:
    for name, xml in parts(content, r"ppt/slides/slide\d+\.xml").items():
        for properties in etree.fromstring(xml).iter(f"{DRAWING}rPr"):
            assert properties.get("lang") == "th-TH", name


def test_words_to_read_from_the_room_are_24_points_or_more(content: bytes) -> None:
    foot = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
    for page in Presentation(io.BytesIO(content)).slides:
        for shape in page.shapes:
            if shape.is_placeholder and shape.placeholder_format.type in foot:
                continue
            sizes = [int(each.get("sz")) for each in shape._element.iter(f"{DRAWING}rPr") if each.get("sz")]
            assert all(size >= 2400 for size in sizes)


def test_notes_hold_sources_and_n(made: PptxPresentation, deck: SlideDeck) -> None:
    place = next(place for place, each in enumerate(deck.slides) if each.kind == "results")
    notes = made.slides[place].notes_slide.notes_text_frame
    assert notes is not None
    assert "n = ๑,๒๐๔" in notes.text
    assert "คะแนน.xlsx" in notes.text


def test_the_office_decides_on_the_digits() -> None:
    content = make_content(thai_digits=False)
    made = Presentation(io.BytesIO(write_pptx(compose_slides(content, load_slide_words()), ORIGIN)))
    text = "".join(
        shape.text_frame.text for page in made.slides for shape in page.shapes if shape.has_text_frame
    )
    assert not re.search("[๐-๙]", text)


def test_the_same_deck_gives_the_same_bytes(deck: SlideDeck, content: bytes) -> None:
    assert write_pptx(deck, ORIGIN) == content


def test_every_figure_is_found_where_the_file_says(content: bytes, deck: SlideDeck) -> None:
    made = Presentation(io.BytesIO(content))
    root = etree.fromstring(parts(content, r"customXml/figures\.xml")["customXml/figures.xml"])
    figures = root.findall(f"{{{FIGURES_NAMESPACE}}}figure")
    assert len(figures) == len(list(deck_figures(deck))) > 5
    for figure in figures:
        first, *rest = figure.get("place").split(":")
        if first == "chart":
            continue
        shape = next(each for each in made.slides[int(first) - 1].shapes if each.name == rest[0])
        row, column = (int(each) for each in rest[1:]) if len(rest) > 1 else (0, 0)
        said = shape.table.cell(row, column).text if shape.has_table else shape.text_frame.text
        assert figure.get("text") in to_arabic_digits(said)


def test_an_offices_template_with_the_usual_layouts_is_used_without_its_slides(deck: SlideDeck) -> None:
    given = template()
    assert [each for each in check_slide_template(given) if each.severity is Severity.ERROR] == []
    made = Presentation(io.BytesIO(write_pptx(deck, ORIGIN, given)))
    assert len(made.slides) == len(deck.slides)
    assert made.slides[0].slide_layout.name == "Title Slide"
    assert not [page for page in made.slides if page.shapes.title.text_frame.text == "หน้าตัวอย่างของเขต"]


def test_a_template_without_a_layout_is_told_which_and_is_not_used(deck: SlideDeck) -> None:
    given = template("Two Content")
    wrong = [each for each in check_slide_template(given) if each.severity is Severity.ERROR]
    assert [each.code for each in wrong] == ["S02"]
    assert "Two Content" in wrong[0].message
    with pytest.raises(WorkbenchError, match="เลย์เอาต์"):
        write_pptx(deck, ORIGIN, given)


def test_an_old_4_to_3_template_can_be_used_and_is_told() -> None:
    codes = {each.code: each.severity for each in check_slide_template(template(wide=False))}
    assert codes == {"S05": Severity.WARNING}


@pytest.mark.parametrize("given", [b"", b"PK\x03\x04 broken", b"%PDF-1.7"])
def test_what_is_no_presentation_is_refused_in_words(given: bytes) -> None:
    assert [each.code for each in check_slide_template(given)] == ["S01"]


def test_text_with_marks_of_xml_and_control_letters_is_written(deck: SlideDeck) -> None:
    first = deck.slides[0]
    odd = replace(first, lines=(((first.lines[0][0]),), (replace(first.lines[0][0], text="<ก> & \x07ข"),)))
    made = Presentation(io.BytesIO(write_pptx(replace(deck, slides=(odd, *deck.slides[1:])), ORIGIN)))
    assert any("<ก> & ข" in each.text_frame.text for each in made.slides[0].placeholders)
