"""The Word file: styles, bold Thai, bookmarks, numbering, sameness, and text that must not break it."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.domain.documents import BulletList, Document, FrontSection, Heading, Paragraph, Run
from lib.report.characters import with_digits
from lib.report.word import write_docx
from lib.report.word_text import figure_bookmark
from tests.report.reading_word import W, paragraph_style, paragraph_texts, part_bytes, part_xml, styles_by_id
from tests.report.sample_document import sample_document, text


@pytest.fixture(scope="module")
def sample() -> bytes:
    return write_docx(sample_document())


def small(*blocks: object, **changes: object) -> Document:
    document = Document("รายงาน", "ปี 2568", "สำนักงานสมมติ", "1 ตุลาคม 2568", blocks, contents=False)  # type: ignore[arg-type]
    return replace(document, **changes)  # type: ignore[arg-type]


def test_every_paragraph_style_in_use_is_defined_with_all_font_slots(sample: bytes) -> None:
    styles = styles_by_id(sample)
    used = {paragraph_style(p) for p in part_xml(sample).iter(f"{W}p")}
    assert {"Title", "Heading1", "BodyText", "TableNumber", "Caption", "TOC1"} <= used
    for style_id in used:
        fonts = styles[style_id].find(f"{W}rPr/{W}rFonts")
        slots = {slot: fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert set(slots.values()) == {"TH Sarabun New"}, style_id


def test_no_style_names_a_theme_font(sample: bytes) -> None:
    assert b"Theme=" not in part_bytes(sample, "word/styles.xml")


def test_sizes_and_languages_come_in_pairs(sample: bytes) -> None:
    for properties in part_xml(sample, "word/styles.xml").iter(f"{W}rPr"):
        sizes = {
            properties.find(f"{W}{tag}").get(f"{W}val")
            for tag in ("sz", "szCs")
            if properties.find(f"{W}{tag}") is not None
        }
        both = (properties.find(f"{W}sz") is None) == (properties.find(f"{W}szCs") is None)
        assert both
        assert len(sizes) <= 1
        language = properties.find(f"{W}lang")
        if language is not None:
            assert {language.get(f"{W}{side}") for side in ("val", "eastAsia", "bidi")} == {"th-TH"}


def test_bold_and_italic_have_their_complex_script_twin_everywhere(sample: bytes) -> None:
    found = 0
    for name in ("word/styles.xml", "word/document.xml"):
        for properties in part_xml(sample, name).iter(f"{W}rPr"):
            for plain, twin in (("b", "bCs"), ("i", "iCs")):
                assert (properties.find(f"{W}{plain}") is None) == (properties.find(f"{W}{twin}") is None)
                found += properties.find(f"{W}{plain}") is not None
    assert found > 5


def test_runs_carry_no_formatting_but_a_character_style(sample: bytes) -> None:
    for properties in part_xml(sample).iter(f"{W}rPr"):
        assert [child.tag for child in properties] == [f"{W}rStyle"]


def test_a_bold_run_uses_the_strong_style() -> None:
    root = part_xml(write_docx(small(Paragraph((Run("ดีเยี่ยม", bold=True),)))))
    [run] = [r for r in root.iter(f"{W}r") if "".join(r.itertext()) == "ดีเยี่ยม"]
    assert run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Strong"


def test_bold_character_styles_are_never_laid_over_bold_paragraphs(sample: bytes) -> None:
    # b is a toggle: bold over bold is thin in Word.
    styles = styles_by_id(sample)
    for paragraph in part_xml(sample).iter(f"{W}p"):
        if paragraph.find(f".//{W}rStyle") is not None:
            assert styles[paragraph_style(paragraph)].find(f"{W}rPr/{W}b") is None


def test_a_figure_is_bookmarked_around_its_own_number() -> None:
    figure = "academic.onet_p6_math:academic_year:2568:mean"
    root = part_xml(write_docx(small(Paragraph((Run("ได้ "), Run("48.12", figure_id=figure), Run(" คะแนน"))))))
    [start] = [b for b in root.iter(f"{W}bookmarkStart") if b.get(f"{W}name") == figure_bookmark(figure)]
    assert "".join(start.getnext().itertext()) == "48.12"
    assert start.getnext().getnext().tag == f"{W}bookmarkEnd"


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_bookmark_names_are_legal_short_and_unique(figure_ids: list[str]) -> None:
    runs = tuple(Run("1", figure_id=f"x{figure_id}") for figure_id in [*figure_ids, figure_ids[0]])
    root = part_xml(write_docx(small(Paragraph(runs))))
    names = [b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart")]
    assert len({name.lower() for name in names}) == len(names) == len(runs)
    assert all(len(name) <= 40 and name.isascii() and name.replace("_", "a").isalnum() for name in names)
    ids = [b.get(f"{W}id") for b in root.iter(f"{W}bookmarkStart")]
    assert len(set(ids)) == len(ids)


def test_the_same_document_gives_the_same_document_xml() -> None:
    first, second = write_docx(sample_document()), write_docx(sample_document())
    for name in ("word/document.xml", "word/styles.xml", "word/charts/chart1.xml", "docProps/core.xml"):
        assert part_bytes(first, name) == part_bytes(second, name)


@given(st.text(), st.text(), st.text())
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_file(title: str, words: str, item: str) -> None:
    document = small(
        Heading(1, title, numbered=True),
        Paragraph((Run(words, bold=True), Run(words, figure_id=item))),
        BulletList(((Run(item),),)),
        title=title,
        office=item,
        contents=True,
        front_matter=(FrontSection(item, (text(words),)),),
    )
    assert docx.Document(BytesIO(write_docx(document))).paragraphs


def test_control_characters_vanish_and_signs_survive() -> None:
    texts = paragraph_texts(part_xml(write_docx(small(text('ก\x00\x0bข <&> "ค" ]]>')))))
    assert 'กข <&> "ค" ]]>' in texts


def test_thai_digits_change_the_text_but_not_the_table() -> None:
    texts = paragraph_texts(part_xml(write_docx(sample_document("thai"))))
    assert "ประจำปีงบประมาณ ๒๕๖๙" in texts
    assert "4.28" in texts
    assert "๔.๒๘" not in texts


def test_the_code_of_a_kpi_keeps_its_digits_and_a_count_does_not() -> None:
    told = "แบบ ARS 46 (1) ปี 2569 · SAR 18 (50)"
    assert with_digits(told, "thai") == "แบบ ARS 46 (1) ปี ๒๕๖๙ · SAR ๑๘ (๕๐)"


def test_no_other_program_is_named_as_the_maker_of_a_file() -> None:
    with ZipFile(BytesIO(write_docx(small(text("ก"))))) as package:
        told = b"".join(package.read(name) for name in ("_rels/.rels", "[Content_Types].xml"))
        assert "docProps/app.xml" not in package.namelist()
        assert b"extended-properties" not in told


def test_table_digits_follow_their_own_switch() -> None:
    texts = paragraph_texts(part_xml(write_docx(replace(sample_document(), table_digits="thai"))))
    assert "๔.๒๘" in texts
    assert "ประจำปีงบประมาณ 2569" in texts


def test_front_pages_count_in_thai_letters_and_the_body_starts_at_one(sample: bytes) -> None:
    formats = [(n.get(f"{W}fmt"), n.get(f"{W}start")) for n in part_xml(sample).iter(f"{W}pgNumType")]
    assert formats == [("thaiLetters", "1"), ("decimal", "1"), ("decimal", None), ("decimal", None)]


def test_the_cover_has_no_page_number(sample: bytes) -> None:
    cover, front = list(part_xml(sample).iter(f"{W}sectPr"))[:2]
    assert cover.find(f"{W}footerReference") is None
    assert front.find(f"{W}footerReference") is not None


def test_contents_are_a_field_filled_beforehand(sample: bytes) -> None:
    root = part_xml(sample)
    codes = [code.text for code in root.iter(f"{W}instrText")]
    assert any(code.startswith(" TOC \\o") for code in codes)
    assert "บทที่ 1 บทนำ1" in paragraph_texts(root)
    assert b"updateFields" not in part_bytes(sample, "word/settings.xml")


def test_every_field_is_opened_separated_and_closed(sample: bytes) -> None:
    kinds = [f.get(f"{W}fldCharType") for f in part_xml(sample).iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_every_contents_line_leads_to_a_bookmark_that_exists(sample: bytes) -> None:
    root = part_xml(sample)
    names = {b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart")}
    anchors = {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")}
    assert anchors
    assert anchors <= names


def test_a_reference_shows_the_number_of_its_table(sample: bytes) -> None:
    texts = paragraph_texts(part_xml(sample))
    assert any(line.startswith("จากตารางที่ 1 พบว่า") for line in texts)


def test_properties_come_from_the_document_and_not_from_the_clock(sample: bytes) -> None:
    properties = docx.Document(BytesIO(sample)).core_properties
    assert properties.created.replace(tzinfo=None) == datetime(2026, 10, 1)
    assert properties.author == "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1"
    assert properties.language == "th-TH"


def test_a_document_without_front_pages_has_cover_and_body_only() -> None:
    sections = list(part_xml(write_docx(small(text("ก")))).iter(f"{W}sectPr"))
    assert len(sections) == 2
