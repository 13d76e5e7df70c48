"""Both reports as Word files: named styles only, a native part per chart, an agreed outline."""

import pytest

from lib.catalog.report_words import load_report_words, load_sar_words
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Document
from lib.report.compose import compose_report
from lib.report.sar_report import compose_sar_report
from lib.report.word import write_docx
from tests.report.outline import GOLDEN, committee_outline
from tests.report.reading_word import W, part_names, part_xml, styles_by_id
from tests.report.sample_content import make_content
from tests.report.sample_sar import make_sar_content

# Word keeps neither in a style: what must stay with the next line, and where a section ends.
_BESIDE_STYLE = {f"{W}pStyle", f"{W}keepNext", f"{W}sectPr"}

Written = tuple[Document, bytes]


@pytest.fixture(scope="module", params=["committee", "self-assessments"])
def written(request: pytest.FixtureRequest) -> Written:
    if request.param == "committee":
        document = compose_report(make_content(), load_report_words())
    else:
        document = compose_sar_report(make_sar_content(), load_sar_words())
    return document, write_docx(document)


def test_every_paragraph_names_a_style_that_exists(written: Written) -> None:
    styles = styles_by_id(written[1])
    paragraphs = list(part_xml(written[1]).iter(f"{W}p"))
    assert len(paragraphs) > 100
    for paragraph in paragraphs:
        properties = paragraph.find(f"{W}pPr")
        assert properties.find(f"{W}pStyle").get(f"{W}val") in styles
        assert {child.tag for child in properties} <= _BESIDE_STYLE


def test_every_run_has_no_looks_but_a_character_style_that_exists(written: Written) -> None:
    styles = styles_by_id(written[1])
    named = list(part_xml(written[1]).iter(f"{W}rPr"))
    assert named
    for properties in named:
        [style] = properties
        assert style.tag == f"{W}rStyle"
        assert styles[style.get(f"{W}val")].get(f"{W}type") == "character"


def test_every_bold_style_is_bold_in_thai_too(written: Written) -> None:
    bold = list(part_xml(written[1], "word/styles.xml").iter(f"{W}b"))
    assert bold
    assert all(each.getparent().find(f"{W}bCs") is not None for each in bold)


def test_where_the_face_is_absent_the_older_one_of_the_name_stands_in(written: Written) -> None:
    fonts = part_xml(written[1], "word/fontTable.xml").iter(f"{W}font")
    alternatives = {f.get(f"{W}name"): f.find(f"{W}altName").get(f"{W}val") for f in fonts}
    assert alternatives == {"TH Sarabun New": "TH SarabunPSK"}


def test_every_chart_of_a_report_is_a_native_chart(written: Written) -> None:
    document, content = written
    n_charts = sum(isinstance(block, Chart) for block in document.blocks)
    assert n_charts >= 2
    names = part_names(content)
    assert sum(name.startswith("word/charts/chart") for name in names) == n_charts
    assert not [name for name in names if name.startswith("word/media/")]


def test_the_same_report_gives_the_same_file(written: Written) -> None:
    assert write_docx(written[0]) == written[1]


def test_the_outline_of_the_committee_s_report_is_the_agreed_one() -> None:
    """A wanted change is written by ``python -m tests.report.outline``."""
    assert committee_outline() == GOLDEN.read_text(encoding="utf-8")
