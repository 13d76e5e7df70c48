"""The committee's report inside an office's own template: what survives, what is added, what falls back."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml.ns import qn

from lib.catalog.report_words import load_report_words
from lib.domain.documents import Document
from lib.report.compose import compose_report
from lib.report.office_frame import BrokenTemplate, OfficeTemplate
from lib.report.office_package import tidy_package
from lib.report.office_start import make_start_template
from lib.report.word import write_docx
from tests.report import office_templates as made
from tests.report.reading_word import W, part_xml, styles_by_id
from tests.report.sample_content import make_content

FIELDS = (("ชื่อรายงาน", "รายงานทดสอบ"), ("สำนักงาน", "สำนักงานสมมติ"), ("ปีการศึกษา", "2567"))
UGLY = (
    made.with_letterhead,
    made.with_thai_names,
    made.without_styles,
    made.as_strict,
    made.as_dotx,
    made.with_attached_template,
    made.with_own_cover,
    made.with_wrong_style_type,
    make_start_template,
)


def report() -> Document:
    return compose_report(make_content(), load_report_words())


def written(template: bytes) -> bytes:
    return write_docx(report(), OfficeTemplate(template, FIELDS))


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs]


@pytest.mark.parametrize("make", UGLY)
def test_every_style_the_report_names_is_there_with_the_right_type(make: Callable[[], bytes]) -> None:
    content = written(make())
    styles = styles_by_id(content)
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for name, kind in kinds.items():
        used = {element.get(f"{W}val") for element in part_xml(content).iter(f"{W}{name}")}
        assert {style_id: styles[style_id].get(f"{W}type") for style_id in used} == dict.fromkeys(used, kind)
    names = [style.find(f"{W}name").get(f"{W}val") for style in styles.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("make", UGLY)
def test_the_same_report_in_the_same_template_gives_the_same_bytes(make: Callable[[], bytes]) -> None:
    template = make()
    assert written(template) == written(template)


@pytest.mark.parametrize("make", UGLY)
def test_every_relation_leads_to_a_part_and_every_id_has_a_relation(make: Callable[[], bytes]) -> None:
    content = written(make())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        rels = archive.read("word/_rels/document.xml.rels").decode()
        assert len(names) == len(archive.namelist())
    package = docx.Document(io.BytesIO(content)).part
    for relation in package.rels.values():
        assert relation.is_external or relation.target_part.partname.lstrip("/") in names
    attribute = qn("r:id")
    for element in part_xml(content).iter():
        if attribute in element.attrib:
            assert f'Id="{element.get(attribute)}"' in rels


def test_the_letterhead_stays_on_upright_and_lying_pages() -> None:
    word = docx.Document(io.BytesIO(written(made.with_letterhead())))
    assert len(word.sections) >= 3
    for section in word.sections:
        header = section.header._element.xml
        assert "สำนักงานสมมติ" in "".join(section.header._element.itertext())
        assert "a:blip" in header
        assert "ถนนสมมติ ตำบลตัวอย่าง" in header
    first = word.sections[0]
    assert (first.left_margin.cm, first.top_margin.cm) == (
        pytest.approx(2.5, abs=0.01),
        pytest.approx(4, abs=0.01),
    )


def test_a_lying_section_turns_the_templates_paper_and_margins() -> None:
    wide = part_xml(written(made.with_letterhead())).findall(f".//{W}sectPr/{W}pgSz[@{W}orient='landscape']")
    assert wide
    for size in wide:
        assert int(size.get(f"{W}w")) > int(size.get(f"{W}h"))


def test_a_cover_of_the_office_takes_the_place_of_ours_and_its_last_page_ends_the_file() -> None:
    shown = [text for text in texts(written(made.with_own_cover())) if text]
    assert shown[:3] == ["ตราของสำนักงาน", "รายงานทดสอบ", "ปีการศึกษา 2567 {{ช่องแปลก}}"]
    assert shown[-1] == "ปกหลังของสำนักงาน"
    assert "รายงานทดสอบ" not in shown[3:]
    assert not [text for text in shown if "{{เนื้อหา}}" in text]


def test_without_a_place_for_the_report_it_follows_what_the_template_says() -> None:
    shown = [text for text in texts(written(made.with_own_cover(content=""))) if text]
    assert shown.index("ปกหลังของสำนักงาน") < shown.index("คำนำ")


def test_a_heading_that_counts_by_itself_no_longer_does() -> None:
    content = written(made.with_thai_names())
    assert styles_by_id(content)["Heading1"].find(f"{W}pPr/{W}numPr") is None
    assert any(text.startswith("บทที่ ๑") for text in texts(content))


def test_a_chapter_begins_a_page_in_a_template_whose_heading_does_not_say() -> None:
    heading = styles_by_id(written(made.with_letterhead()))["Heading1"]
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_a_style_found_by_its_thai_name_keeps_its_look_under_our_id() -> None:
    template = made.parts_of(made.with_thai_names())
    template["word/styles.xml"] = template["word/styles.xml"].replace(
        b'<w:sz w:val="44"/>', b'<w:sz w:val="50"/>'
    )
    content = written(made.zipped(template))
    heading = styles_by_id(content)["Heading1"]
    assert heading.find(f"{W}name").get(f"{W}val") == "หัวเรื่อง 1"
    assert heading.find(f"{W}rPr/{W}sz").get(f"{W}val") == "50"


def test_styles_added_to_a_template_take_its_face() -> None:
    template = made.parts_of(made.with_letterhead())
    styles = template["word/styles.xml"].decode()
    at = styles.index("<w:rFonts")
    end = styles.index("/>", at)
    styles = (
        f'{styles[:at]}<w:rFonts w:ascii="Cordia New" w:hAnsi="Cordia New" w:cs="Cordia New"{styles[end:]}'
    )
    template["word/styles.xml"] = styles.encode()
    added = styles_by_id(written(made.zipped(template)))["TableText"].find(f"{W}rPr/{W}rFonts")
    assert added.get(f"{W}cs") == "Cordia New"


def test_thai_letters_get_what_a_style_gives_to_latin_ones_alone() -> None:
    for style in styles_by_id(written(made.with_letterhead())).values():
        for properties in style.iter(f"{W}rPr"):
            assert (properties.find(f"{W}b") is None) or (properties.find(f"{W}bCs") is not None)
            assert (properties.find(f"{W}sz") is None) or (properties.find(f"{W}szCs") is not None)


def test_nothing_of_a_template_reaches_outside_or_locks_the_report() -> None:
    content = written(made.with_attached_template())
    parts = made.parts_of(content)
    assert not [name for name, part in parts.items() if b"attachedTemplate" in part]
    assert b"documentProtection" not in parts["word/settings.xml"]


def test_a_table_fits_between_the_margins_of_the_template() -> None:
    content = part_xml(written(made.with_letterhead()))
    upright = round(21.0 * 1440 / 2.54) - 2 * round(2.5 * 1440 / 2.54)
    lying = round(29.7 * 1440 / 2.54) - round(4 * 1440 / 2.54) - round(2.5 * 1440 / 2.54)
    widths = [int(each.get(f"{W}w")) for each in content.iter(f"{W}tblW")]
    assert widths
    assert max(widths) <= max(upright, lying) + 20


@pytest.mark.parametrize("part", ["word/styles.xml", "word/document.xml", "[Content_Types].xml"])
def test_a_template_that_broke_is_said_in_words(part: str) -> None:
    parts = made.parts_of(made.with_letterhead())
    parts[part] = b"<broken"
    with pytest.raises(BrokenTemplate) as told:
        written(made.zipped(parts))
    assert "แม่แบบ" in told.value.message


def test_a_file_that_is_no_zip_is_said_in_words() -> None:
    with pytest.raises(BrokenTemplate):
        written(b"not a zip")


def test_macros_are_left_out_of_the_package() -> None:
    assert not [name for name in made.parts_of(tidy_package(made.with_macros())) if "vba" in name.lower()]
