"""The sheet of one school read back: faces and bold in both scripts, figures, charts, lines to write on."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pypdfium2
import pytest

from lib.catalog.report_words import load_report_words
from lib.catalog.toml_files import DATA_DIR
from lib.domain.school_sheet import (
    SchoolSheet,
    SheetDomain,
    SheetFinding,
    SheetLevel,
    SheetRow,
    SheetTrend,
)
from lib.report.school_sheet import make_school_sheet
from lib.report.text_width import TRUE_FACE
from lib.report.word_fonts import FONT
from tests.report.reading_word import (
    C,
    W,
    paragraph_style,
    paragraph_texts,
    part_names,
    part_xml,
    styles_by_id,
)

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
WORDS = load_report_words(DATA_DIR / "school_sheet.toml")
SENTENCE = (
    "ร้อยละนักเรียนที่ได้รับการเยี่ยมบ้าน ปีการศึกษา 2568 มี 90 จาก 112 คน (ร้อยละ 80.36) ต่ำกว่าค่าของเขต "
    "(ร้อยละ 93.63) อยู่ 13.27 จุด หรือประมาณ 15 คน ต่ำกว่าค่าของเขตต่อเนื่อง 3 ปี แตกต่างเกินความผันผวน (กฎ R2)"
)


def row(place: int, name: str = "เยี่ยมบ้าน") -> SheetRow:
    return SheetRow(
        f"row{place}",
        f"{name} {place}",
        f"ร้อยละ {80 + place}.36",
        "90 จาก 112",
        "93.63",
        "95.58 – 98.30",
        "▼ ต่างเกินความผันผวน",
    )


def sheet(**keys: object) -> SchoolSheet:
    """A full sheet: five findings, four domains of four rows, two charts, levels and visits."""
    finding = SheetFinding("▼", "จุดที่ควรพัฒนา", "ต่างเกินความผันผวน", SENTENCE, "a1")
    trend = SheetTrend(
        "เยี่ยมบ้าน",
        "ร้อยละ",
        ("2566", "2567", "2568"),
        (
            ("โรงเรียน", (75.22, None, 80.36)),
            ("เขต", (93.1, 93.4, 93.63)),
            ("ใกล้เคียง", (95.0, 96.0, 97.0)),
        ),
        2,
    )
    full = SchoolSheet(
        office_name="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาทดสอบ เขต 1",
        is_sample=True,
        school_name="บ้านทดสอบ",
        facts=(("", "กลุ่มโรงเรียนสายน้ำ"), ("นักเรียน", "112 คน"), ("รหัส SMIS", "99010001")),
        sentence="มีข้อมูลตัวชี้วัดหลัก 87 ตัว",
        findings=tuple(replace(finding, finding_id=f"a{n}") for n in range(5)),
        n_more=3,
        domains=tuple(
            SheetDomain(name, "ปีการศึกษา 2568", tuple(row(n) for n in range(4)))
            for name in ("ด้านวิชาการ", "ด้านงบประมาณ", "ด้านการบริหารงานบุคคล", "ด้านการบริหารทั่วไป")
        ),
        trends=(trend, trend),
        colours=("0F5E6B", "1F2A30", "9AA5AB"),
        reading="“น้อย” คือจำนวนน้อยเกินกว่าจะสรุปจากปีเดียว",
        report_line="รายงานปีการศึกษา 2568 (ตรวจและยืนยันแล้ว)",
        standards=("มาตรฐานที่ 1", "มาตรฐานที่ 2", "มาตรฐานที่ 3"),
        levels=(
            SheetLevel("ปฐมวัย", ("ดีเลิศ ◆", "ดี", "ดีเลิศ")),
            SheetLevel("ขั้นพื้นฐาน", ("ดี", "ดี", "ดี")),
        ),
        disagreements=("◆ มาตรฐานที่ 1 ระดับปฐมวัย ประเมินตนเองไว้ที่ดีเลิศ แต่ผลชี้ไปอีกทาง",),
        questions=("เยี่ยมบ้าน: โรงเรียนเห็นว่าตัวเลขตรงกับที่เป็นอยู่หรือไม่",) * 3,
        visits=("ยังไม่มีแผน: ตรวจสอบคุณภาพการศึกษาอย่างน้อย 1 ครั้งใน 3 ปี · ภายใน 30 ก.ย. 2570",) * 4,
        sources=("ดูแลช่วยเหลือ ปี 2568.xlsx → ชีต “ดูแล” → เซลล์ เยี่ยมบ้าน E31",) * 6,
        data_line="ข้อมูลรุ่นที่ 59 · จัดทำ 22 พฤศจิกายน 2569",
        made_on=date(2026, 11, 22),
        thai_digits=False,
    )
    return replace(full, **keys)


@pytest.fixture(scope="module")
def made() -> bytes:
    return make_school_sheet(sheet(), WORDS)


def test_the_same_sheet_gives_the_same_bytes(made: bytes) -> None:
    assert make_school_sheet(sheet(), WORDS) == made


def test_every_style_in_use_names_its_face_in_all_slots_and_its_size_in_both_scripts(made: bytes) -> None:
    styles = styles_by_id(made)
    used = {paragraph_style(paragraph) for paragraph in part_xml(made).iter(f"{W}p")}
    assert {"SheetTitle", "SheetOffice", "Heading2", "ListBullet", "TableText", "WritingLine"} <= used
    for name in used:
        fonts = styles[name].find(f"{W}rPr/{W}rFonts")
        assert fonts is not None, name
        assert {fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "cs", "eastAsia")} == {FONT}, name
        size, twin = (styles[name].find(f"{W}rPr/{W}{tag}") for tag in ("sz", "szCs"))
        assert (size is None) == (twin is None), name
        if size is not None and twin is not None:
            assert size.get(f"{W}val") == twin.get(f"{W}val"), name


def test_what_is_bold_is_bold_in_thai_too(made: bytes) -> None:
    bold = [style for style in styles_by_id(made).values() if style.find(f"{W}rPr/{W}b") is not None]
    assert bold
    assert [style for style in bold if style.find(f"{W}rPr/{W}bCs") is None] == []
    assert not list(part_xml(made).iter(f"{W}b"))


def test_the_figures_of_the_sheet_stand_in_the_file_as_they_were_given(made: bytes) -> None:
    texts = [text.replace("\u00a0", " ") for text in paragraph_texts(part_xml(made))]
    for domain in sheet().domains:
        assert domain.name in texts
        for each in domain.rows:
            cells = [each.name, each.value, each.counted, each.area, each.peers, each.certainty]
            start = texts.index(each.name)
            assert texts[start : start + 6] == cells
    assert sum(SENTENCE in text for text in texts) == 5
    assert any("ยังมีอีก 3 เรื่อง" in text for text in texts)


def test_a_chart_is_native_and_leaves_a_missing_year_open(made: bytes) -> None:
    assert [name for name in part_names(made) if re.fullmatch(r"word/charts/chart\d+\.xml", name)] == [
        "word/charts/chart1.xml",
        "word/charts/chart2.xml",
    ]
    first = next(part_xml(made, "word/charts/chart1.xml").iter(f"{C}ser"))
    points = {point.get("idx"): point.findtext(f"{C}v") for point in first.find(f"{C}val").iter(f"{C}pt")}
    assert points == {"0": "75.22", "2": "80.36"}


def test_thai_digits_follow_the_office_and_names_of_files_keep_theirs() -> None:
    texts = paragraph_texts(part_xml(make_school_sheet(sheet(thai_digits=True), WORDS)))
    assert any("มี ๙๐ จาก ๑๑๒ คน" in text for text in texts)
    assert any("ดูแลช่วยเหลือ ปี 2568.xlsx" in text for text in texts)


def test_a_school_without_anything_still_gets_a_sheet_with_lines_to_write_on() -> None:
    bare = sheet(
        findings=(), n_more=0, domains=(), trends=(), standards=(), levels=(), disagreements=(), sources=()
    )
    root = part_xml(make_school_sheet(bare, WORDS))
    assert WORDS.phrases["no_findings"] in paragraph_texts(root)
    assert sum(paragraph_style(paragraph) == "WritingLine" for paragraph in root.iter(f"{W}p")) >= 3


def test_a_full_sheet_takes_at_most_two_pages_in_the_true_face(made: bytes, tmp_path: Path) -> None:
    """TH Sarabun New is not on every machine; its stand-in is set at two thirds of the size instead."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed, so that pages cannot be drawn")
    source = tmp_path / "sheet.docx"
    source.write_bytes(in_true_size(made))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    drawn = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    assert len(drawn) <= 2
    assert all(min(page.render(scale=0.5, grayscale=True).to_numpy().ravel()) < 128 for page in drawn)


def in_true_size(docx: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(docx)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/styles.xml":
                content = re.sub(
                    rb'(w:sz(?:Cs)? w:val=")(\d+)',
                    lambda found: found[1] + str(round(int(found[2]) * TRUE_FACE)).encode(),
                    content,
                )
            new.writestr(name, content)
    return stream.getvalue()
