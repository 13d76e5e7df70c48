"""A Word copy of the report that people worked in: sections, and all that is not as printed."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from functools import cache

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.catalog.report_words import load_report_words
from lib.domain.written_sections import EditedCopy
from lib.domain.written_text import fold_written, format_written, parse_written
from lib.errors import RefusedFile
from lib.ingest.docx_repeats import drop_repeated_controls
from lib.ingest.edited_copy import read_edited_copy
from lib.ingest.read_edited import write_edited
from lib.ingest.transfer import ResultWriter
from lib.report.compose import compose_report
from lib.report.word import write_docx
from tests.report import office_templates as made
from tests.report.sample_content import make_content

PREFACE = "คำนำของ **สำนักงาน** ปีนี้\n- ข้อหนึ่ง\n- ข้อ **สอง**\nลงท้าย"


@cache
def printed() -> bytes:
    content = make_content(texts=(("preface_text", PREFACE), ("sar_text", "ข้อความเดิม")))
    return write_docx(compose_report(content, load_report_words(), for_editing=True))


def edited(change: Callable[[DocxDocument], None]) -> EditedCopy:
    word = docx.Document(io.BytesIO(printed()))
    change(word)
    return read_edited_copy(made.saved(word), "รายงาน.docx")


def section(copy: EditedCopy, section_id: str = "preface_text") -> str:
    return next(each.text for each in copy.sections if each.section_id == section_id)


def control(word: DocxDocument, section_id: str = "preface_text") -> object:
    return next(
        each.getparent().getparent()
        for each in word.element.iter(qn("w:tag"))
        if each.get(qn("w:val")) == section_id
    )


def paragraphs(word: DocxDocument, section_id: str = "preface_text") -> list[Paragraph]:
    return [Paragraph(each, word) for each in control(word, section_id).iter(qn("w:p"))]  # type: ignore[attr-defined]


def test_an_untouched_copy_says_exactly_what_was_printed() -> None:
    copy = read_edited_copy(printed(), "รายงาน.docx")
    assert copy.marks is not None
    assert (copy.strays, copy.n_lost, copy.n_tracked, copy.comments) == ((), 0, 0, ())
    told = {each.section_id: fold_written(each.text) for each in copy.sections}
    assert told == {section_id: fold_written(text) for section_id, text in copy.marks.sections}
    assert section(copy) == PREFACE


def test_runs_that_word_split_with_its_own_marks_are_one_text() -> None:
    def change(word: DocxDocument) -> None:
        run = paragraphs(word)[0].runs[0]._r
        run.set(qn("w:rsidR"), "00AA11BB")
        text = run.find(qn("w:t"))
        first, text.text = text.text[:4], text.text[4:]
        before = f'<w:r {nsdecls("w")}><w:t xml:space="preserve">{first}</w:t></w:r>'
        run.addprevious(parse_xml(before))
        run.addprevious(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))

    assert section(edited(change)) == PREFACE


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    def change(word: DocxDocument) -> None:
        last = paragraphs(word)[-1]._p
        last.append(
            parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="ก"><w:r><w:t>เพิ่ม</w:t></w:r></w:ins>')
        )
        last.append(
            parse_xml(
                f'<w:del {nsdecls("w")} w:id="2" w:author="ก"><w:r><w:delText>ลบ</w:delText></w:r></w:del>'
            )
        )

    copy = edited(change)
    assert section(copy).endswith("ลงท้ายเพิ่ม")
    assert copy.n_tracked == 2


def test_a_section_whose_frame_was_removed_is_found_by_its_bookmark() -> None:
    def change(word: DocxDocument) -> None:
        frame = control(word)
        for child in list(frame.find(qn("w:sdtContent"))):  # type: ignore[attr-defined]
            frame.addprevious(child)  # type: ignore[attr-defined]
        frame.getparent().remove(frame)  # type: ignore[attr-defined]

    copy = edited(change)
    found = next(each for each in copy.sections if each.section_id == "preface_text")
    assert (found.text, found.is_bare) == (PREFACE, True)
    assert copy.strays == ()


def test_a_table_and_a_picture_in_a_section_are_told_and_their_words_kept() -> None:
    def change(word: DocxDocument) -> None:
        last = paragraphs(word)[-1]
        last.add_run().add_picture(io.BytesIO(made.picture()))
        table = word.add_table(1, 2)
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = "หัวข้อ", "จำนวน"
        last._p.addnext(table._tbl)

    found = next(each for each in edited(change).sections if each.section_id == "preface_text")
    assert (found.n_tables, found.n_pictures) == (1, 1)
    assert found.text.splitlines()[-1] == "หัวข้อ | จำนวน"


def test_words_outside_the_sections_are_told_with_the_heading_above_them() -> None:
    def change(word: DocxDocument) -> None:
        heading = next(
            each
            for each in word.paragraphs
            if each.text.endswith("วิธีดำเนินการ") and each.style.style_id == "Heading1"
        )
        new = parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>ย่อหน้าที่พิมพ์เอง</w:t></w:r></w:p>")
        heading._p.addnext(new)

    (stray,) = edited(change).strays
    assert stray.text == "ย่อหน้าที่พิมพ์เอง"
    assert stray.where.endswith("วิธีดำเนินการ")


def test_a_changed_figure_in_a_table_is_told_as_its_row() -> None:
    def change(word: DocxDocument) -> None:
        cell = next(
            each
            for each in word.element.iter(qn("w:t"))
            if each.text and re.fullmatch(r"\d+\.\d\d", each.text)
        )
        cell.text = "99.99"

    copy = edited(change)
    assert [each.kind for each in copy.strays] == ["row"]
    assert "99.99" in copy.strays[0].text
    assert copy.n_lost == 1


def test_a_prompt_that_nobody_wrote_over_is_no_text() -> None:
    assert section(read_edited_copy(printed(), "ก.docx"), "summary_text") == ""


def test_a_copy_saved_as_strict_reads_the_same() -> None:
    parts = made.parts_of(printed())
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            part = part.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            parts[name] = part.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
    assert section(read_edited_copy(made.zipped(parts), "ก.docx")) == PREFACE


def test_a_copy_that_lost_its_marks_still_gives_its_sections() -> None:
    word = docx.Document(io.BytesIO(printed()))
    for key in [key for key, rel in word.part.rels.items() if rel.reltype.endswith("/customXml")]:
        word.part.rels.pop(key)
    copy = read_edited_copy(made.saved(word), "ก.docx")
    assert copy.marks is None
    assert section(copy) == PREFACE


def test_a_workbook_or_a_broken_file_is_refused_in_words() -> None:
    with pytest.raises(RefusedFile):
        read_edited_copy(b"PK\x03\x04 not a zip", "ก.docx")
    parts = made.parts_of(printed())
    parts["word/document.xml"] = parts["word/document.xml"][:4000]
    with pytest.raises(RefusedFile):
        read_edited_copy(made.zipped(parts), "ก.docx")


texts = st.text(alphabet=st.sampled_from("กขคาำ่ ab12*-\\\n•“”"), min_size=1, max_size=60)


@given(texts)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_written_comes_back_from_word_as_it_was(text: str) -> None:
    written = format_written(parse_written(text))
    content = make_content(texts=(("context_text", written),) if written else (), thai_digits=False)
    file = write_docx(compose_report(content, load_report_words(), for_editing=True))
    stream = io.BytesIO()
    write_edited(file, ResultWriter(stream))
    stream.seek(0)
    lines = [json.loads(line) for line in stream.read().splitlines()]
    told = {each[0]: each[1] for each in lines[1]["sections"]}
    assert fold_written(told["context_text"]) == fold_written(written)
    assert lines[1]["strays"] == []


def test_a_workbook_is_refused_as_no_word_file_not_as_a_table() -> None:
    with pytest.raises(RefusedFile) as refused:
        read_edited_copy("ก,ข\n1,2\n".encode(), "ก.csv")
    assert refused.value.code == "A05"
    assert "pdf" not in refused.value.hint


def test_a_control_that_libreoffice_wrote_three_times_is_read_once() -> None:
    control = '<w:sdt><w:sdtPr><w:alias w:val="คำนำ"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    whole, stretch = (
        "<w:r><w:t>เขียนใน Word</w:t></w:r>",
        "<w:r><w:t>เขียนใน </w:t><w:t>เขียนใน Word</w:t></w:r>",
    )
    end = '<w:bookmarkEnd w:id="1"/>'
    body = parse_xml(
        f"<w:body {nsdecls('w')}><w:p>{control.format(whole)}{control.format(stretch + end)}"
        f"{control.format(stretch)}<w:r><w:t> ต่อท้าย</w:t></w:r></w:p></w:body>"
    )
    drop_repeated_controls(body)
    assert "".join(body.itertext(qn("w:t"))) == "เขียนใน Word ต่อท้าย"
    assert len(list(body.iter(qn("w:bookmarkEnd")))) == 1


def test_the_part_that_tells_how_it_was_printed_has_the_properties_that_libreoffice_keeps() -> None:
    with zipfile.ZipFile(io.BytesIO(printed())) as archive:
        assert b"sectionsProps.xml" in archive.read("customXml/_rels/sections.xml.rels")
        archive.getinfo("customXml/sectionsProps.xml")


def test_a_section_inside_a_list_of_contents_that_ends_too_late_is_read() -> None:
    def wrap(word: DocxDocument) -> None:
        frame = control(word, "background_text")
        inner = [frame.getprevious(), *frame.find(qn("w:sdtContent"))]  # type: ignore[attr-defined]
        contents = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>"
            "<w:p><w:r><w:t>สารบัญตาราง</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        frame.addprevious(contents)  # type: ignore[attr-defined]
        contents.find(qn("w:sdtContent")).extend(inner)
        frame.getparent().remove(frame)  # type: ignore[attr-defined]

    untouched = read_edited_copy(printed(), "ก.docx")
    assert section(edited(wrap), "background_text") == section(untouched, "background_text") != ""
