"""A per cent in brackets is a figure of its own; a context phrase may hold a number between spaces."""

from lib.catalog.identity_headers import load_identity_headers
from lib.catalog.loader import load_catalogue
from lib.domain.columns import Column
from lib.domain.sheets import CellRange, Sheet
from lib.ingest.columns import recognise_columns
from lib.ingest.header_words import HeaderWords
from lib.ingest.tables import find_tables


def staffing_columns() -> dict[str, Column]:
    words = HeaderWords(load_catalogue(), load_identity_headers())
    sheet = Sheet(
        "อัตรากำลัง",
        (
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "อัตรากำลังครู", None),
            (None, None, "ขาด/เกิน (คน)", "ขาด/เกิน (ร้อยละ)"),
            ("99010001", "บ้านสมมติ", -1, -12.5),
        ),
        merged=(CellRange(0, 2, 0, 3),),
    )
    (table,) = find_tables(sheet, words.knows)
    return {column.header[-1]: column for column in recognise_columns(table, words, ("อัตรากำลัง",))}


def test_a_per_cent_beside_its_count_is_read_as_the_per_cent() -> None:
    assert staffing_columns()["ขาด/เกิน (ร้อยละ)"].indicators == ("personnel.staffing_gap_pct",)


def test_the_count_beside_its_per_cent_stays_the_count() -> None:
    assert staffing_columns()["ขาด/เกิน (คน)"].indicators == ("personnel.staffing_gap",)


def test_a_context_phrase_with_a_number_between_spaces_is_found_in_the_title() -> None:
    words = HeaderWords(load_catalogue(), load_identity_headers())
    title = "ร้อยละของผู้เรียนที่มีผลการเรียนระดับ 3 ขึ้นไป รายกลุ่มสาระการเรียนรู้"
    assert words.look_up("ศิลปะ", nearby=(title,)).indicators == ("academic.gpa_ge3_all_art",)
