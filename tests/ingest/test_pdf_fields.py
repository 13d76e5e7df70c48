"""Forms filled in on a screen, notes typed over a page, ticks of symbol fonts."""

import re

import pytest

from lib.domain.document_text import TableBlock, TextBlock
from lib.ingest.child import read_document
from tests.ingest.pdf_files import Ink, make_pdf, rules


def hex_text(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def with_notes(content: bytes, *notes: str) -> bytes:
    """The same one-page file with annotations; pdfium mends the table of places."""
    numbers = [100 + place for place in range(len(notes))]
    listed = " ".join(f"{number} 0 R" for number in numbers)
    content = content.replace(b"/Type/Page/Parent", f"/Annots[{listed}]/Type/Page/Parent".encode())
    fields = f"/AcroForm<</Fields[{listed}]>>".encode()
    content = content.replace(b"/Type/Catalog", b"/Type/Catalog" + fields)
    objects = b"".join(
        f"{number} 0 obj\n<</Type/Annot/P 10 0 R {note}>>\nendobj\n".encode()
        for number, note in zip(numbers, notes, strict=True)
    )
    content = content.replace(b"xref\n", objects + b"xref\n", 1)
    return re.sub(rb"startxref\n\d+", b"startxref\n0", content)


def field(text: str, box: str, more: str = "") -> str:
    return f"/Subtype/Widget/FT/Tx/T(a{abs(hash((text, box)))})/V{hex_text(text)}/Rect[{box}]{more}"


def tick(is_on: bool, box: str) -> str:
    state = "Yes" if is_on else "Off"
    empty = "<</N<</Yes null/Off null>>>>"
    name = f"/T(b{abs(hash(box))})"
    return f"/Subtype/Widget/FT/Btn{name}/V/{state}/AS/{state}/AP{empty}/Rect[{box}]"


def read(content: bytes) -> tuple[list[str], list[tuple[tuple[str, ...], ...]]]:
    document = read_document(content, "ก.pdf")
    texts = [block.text for block in document.blocks if isinstance(block, TextBlock)]
    return texts, [block.rows for block in document.blocks if isinstance(block, TableBlock)]


def test_a_filled_in_field_is_read_on_the_line_of_its_label() -> None:
    page = [Ink("ระดับคุณภาพ", 72, 700), Ink("มาตรฐานที่ 2 กระบวนการบริหาร", 72, 650)]
    texts, _ = read(with_notes(make_pdf(page), field("ดีเลิศ", "165 696 260 714")))
    assert texts == ["ระดับคุณภาพ ดีเลิศ", "มาตรฐานที่ 2 กระบวนการบริหาร"]


def test_a_field_in_a_cell_belongs_to_the_cell() -> None:
    page = [Ink("มาตรฐาน", 80, 705), Ink("ระดับ", 310, 705), Ink("มาตรฐานที่ 1", 80, 680)]
    drawn = rules([72, 300, 400], [725, 700, 670])
    _, (rows,) = read(with_notes(make_pdf(page, drawn=drawn), field("ยอดเยี่ยม", "305 674 395 696")))
    assert rows == (("มาตรฐาน", "ระดับ"), ("มาตรฐานที่ 1", "ยอดเยี่ยม"))


def test_lines_of_a_large_field_stay_lines() -> None:
    page = [Ink("จุดเด่น", 72, 700)]
    text = "1) ครูพัฒนาสื่อการสอนทุกคน\r2) ผู้เรียนอ่านออกเขียนได้"
    texts, _ = read(with_notes(make_pdf(page), field(text, "72 600 400 680")))
    assert texts == ["จุดเด่น", "1) ครูพัฒนาสื่อการสอนทุกคน", "2) ผู้เรียนอ่านออกเขียนได้"]


def test_a_note_typed_over_a_page_is_read_and_a_hidden_one_is_not() -> None:
    page = [Ink("ระดับคุณภาพ", 72, 700)]
    note = f"/Subtype/FreeText/Contents{hex_text('ดีเลิศ')}/DA(/Helv 12 Tf)/Rect[165 696 260 714]"
    hidden = f"/Subtype/FreeText/F 2/Contents{hex_text('ยอดเยี่ยม')}/DA(/Helv 12 Tf)/Rect[265 696 360 714]"
    assert read(with_notes(make_pdf(page), note, hidden))[0] == ["ระดับคุณภาพ ดีเลิศ"]


def test_a_ticked_box_and_an_empty_one_stand_before_their_words() -> None:
    page = [Ink("ดีเลิศ", 100, 700), Ink("ยอดเยี่ยม", 100, 650)]
    boxes = tick(True, "80 698 94 712"), tick(False, "80 648 94 662")
    assert read(with_notes(make_pdf(page), *boxes))[0] == ["☑ ดีเลิศ", "☐ ยอดเยี่ยม"]


def test_a_document_without_forms_reads_as_before() -> None:
    page = [Ink("ระดับคุณภาพ ดีเลิศ", 72, 700)]
    assert read(make_pdf(page))[0] == ["ระดับคุณภาพ ดีเลิศ"]


@pytest.mark.parametrize(
    ("font", "letter", "sign"),
    [
        ("Wingdings-Regular", "\uf0fe", "☑"),
        ("Wingdings-Regular", "\uf0a8", "☐"),
        ("Wingdings-Regular", "\uf0fc", "✓"),
        ("Wingdings2", "\uf052", "☑"),
        ("Wingdings2", "\uf0a3", "☐"),
        ("SymbolMT", "\uf0b7", "•"),
    ],
)
def test_a_private_character_of_a_symbol_font_is_the_sign_it_draws(font: str, letter: str, sign: str) -> None:
    page = [Ink(f"{letter} ดีเลิศ มีผลการประเมิน", 72, 700)]
    content = make_pdf(page).replace(b"/BaseFont/Thai", f"/BaseFont/{font}".encode())
    assert read(content.replace(b"/FontName/Thai", f"/FontName/{font}".encode()))[0] == [
        f"{sign} ดีเลิศ มีผลการประเมิน"
    ]
