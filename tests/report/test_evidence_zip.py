import csv
import hashlib
import io
import unicodedata
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, EarlierFile, EvidenceFile
from lib.domain.office import Office
from lib.domain.schools import OfficeType
from lib.report.evidence_zip import make_evidence_zip
from lib.report.file_names import safe_file_name, safe_name

FORM = load_form("ars46", 2569)
OFFICE = Office("สพป.ตัวอย่าง เขต 1", "", OfficeType.PRIMARY, "1", is_sample=True)


def _file(item_id: str = "1", file_name: str = "คำสั่งที่ 1.pdf", title: str = "คำสั่ง") -> EvidenceFile:
    moment = datetime(2026, 1, 2, 3, 4, 6, tzinfo=UTC)
    return EvidenceFile(
        1,
        item_id,
        "a" * 64,
        file_name,
        title,
        "order",
        "3",
        "ฉบับลงนาม",
        saved_at=moment,
        dated_on=date(2026, 1, 2),
    )


def _open(*files: EvidenceFile) -> zipfile.ZipFile:
    archive = make_evidence_zip(FORM, {"1": Answer("yes")}, [(file, b"content") for file in files], OFFICE)
    return zipfile.ZipFile(io.BytesIO(archive))


def _index(archive: zipfile.ZipFile) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read("ดัชนีหลักฐาน.csv").decode("utf-8-sig"))))


def test_each_item_has_its_folder_and_thai_names_stay() -> None:
    names = _open(_file(), _file("2", "แผน.docx")).namelist()
    assert [name.split("/")[0][:6] for name in names[:2]] == ["ข้อ 1 ", "ข้อ 2 "]
    assert [name.split("/")[1] for name in names[:2]] == ["01 คำสั่งที่ 1.pdf", "01 แผน.docx"]


def test_the_index_leads_to_each_file() -> None:
    archive = _open(_file(), _file(file_name="คำสั่งที่ 1.pdf", title="อีกฉบับ"))
    rows = [row for row in _index(archive) if row["sha256"]]
    assert [archive.read(row["ไฟล์ในชุดนี้"]) for row in rows] == [b"content", b"content"]
    assert len({row["ไฟล์ในชุดนี้"] for row in rows}) == 2
    assert rows[0] | {"ไฟล์ในชุดนี้": "", "การปฏิบัติงาน": ""} == {
        "ข้อ": "1",
        "การปฏิบัติงาน": "",
        "ผลการปฏิบัติงาน": "มี",
        "ลำดับ": "1",
        "ชื่อหลักฐาน": "คำสั่ง",
        "ชนิดหลักฐาน": "คำสั่งแต่งตั้ง",
        "ลงวันที่": "2 ม.ค. 2569",
        "หน้า": "3",
        "หมายเหตุ": "ฉบับลงนาม",
        "ไฟล์ในชุดนี้": "",
        "ลิงก์": "",
        "ที่เก็บเอกสาร": "",
        "ฉบับก่อนหน้า": "",
        "ชื่อไฟล์เดิม": "คำสั่งที่ 1.pdf",
        "sha256": "a" * 64,
    }


def test_items_without_files_are_in_the_index_too() -> None:
    assert [row["ข้อ"] for row in _index(_open())] == ["1", "2", "3", "4", "5"]


def test_the_index_opens_in_excel_and_holds_no_formula() -> None:
    archive = _open(_file(title='=HYPERLINK("http://x")'))
    assert archive.read("ดัชนีหลักฐาน.csv").startswith(b"\xef\xbb\xbf")
    assert _index(archive)[0]["ชื่อหลักฐาน"] == '\'=HYPERLINK("http://x")'


def test_a_name_that_climbs_out_of_the_folder_is_tamed() -> None:
    name = _open(_file(file_name="../../evil.pdf")).namelist()[0]
    assert name.count("/") == 1
    assert name.endswith("evil.pdf")


def test_the_same_evidence_gives_the_same_bytes() -> None:
    files = [(_file(), b"content")]
    assert make_evidence_zip(FORM, {}, files, OFFICE) == make_evidence_zip(FORM, {}, files, OFFICE)


def test_names_windows_reserves_are_avoided() -> None:
    assert safe_file_name("CON.pdf", 90) == "_CON.pdf"
    assert safe_file_name("com1.x.pdf", 90) == "_com1.x.pdf"
    assert safe_file_name("a<b>:c?.docx", 90) == "a_b__c_.docx"


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_file_name("ก" * 300 + ".docx", 90)
    assert len(name) == 90
    assert name.endswith(".docx")


@given(st.text())
def test_every_name_is_legal_everywhere(text: str) -> None:
    name = safe_name(text, 40)
    assert 0 < len(name) <= 41
    assert not set(name) & set('<>:"/\\|?*\0')
    assert name == name.strip(" .")
    assert all(unicodedata.category(letter) not in ("Cc", "Cs") for letter in name)


def test_folder_names_end_with_a_whole_word() -> None:
    names = [_open(_file(item.id)).namelist()[0].split("/")[0] for item in FORM.items]
    assert all(
        f"ข้อ {item.number} {item.title} ".startswith(f"{name} ")
        for name, item in zip(names, FORM.items, strict=True)
    )
    assert max(map(len, names)) <= 40
    assert min(map(len, names)) > len("ข้อ 1 ")


def _docx_text(archive: zipfile.ZipFile) -> list[list[str]]:
    word = Document(io.BytesIO(archive.read("ดัชนีหลักฐาน.docx")))
    return [[cell.text for cell in row.cells] for row in word.tables[0].rows]


def test_links_and_binders_are_indexed_without_a_file() -> None:
    link = replace(_file(), sha256="", file_name="", title="เว็บไซต์", link="https://example.org/a?b=1")
    binder = replace(link, title="แฟ้มคำสั่ง", link="", held_at="ตู้ 2 ชั้น 3")
    made = make_evidence_zip(FORM, {}, [(link, None), (binder, None)], OFFICE)
    archive = zipfile.ZipFile(io.BytesIO(made))
    assert archive.namelist() == ["ดัชนีหลักฐาน.docx", "ดัชนีหลักฐาน.csv"]
    rows = _index(archive)[:2]
    assert [(row["ลิงก์"], row["ที่เก็บเอกสาร"], row["ไฟล์ในชุดนี้"]) for row in rows] == [
        ("https://example.org/a?b=1", "", ""),
        ("", "ตู้ 2 ชั้น 3", ""),
    ]
    places = [row[6] for row in _docx_text(archive)[2:4]]
    assert places == ["ลิงก์ https://example.org/a?b=1", "แฟ้มเอกสาร ตู้ ๒ ชั้น ๓"]


def test_the_word_index_names_day_page_note_kind_place_and_hash() -> None:
    row = _docx_text(_open(_file()))[2]
    assert row[:6] == ["๑", "คำสั่ง", "คำสั่งแต่งตั้ง", "๒ ม.ค. ๒๕๖๙", "๓", "ฉบับลงนาม"]
    assert row[6].replace("\n", "") == f"ไฟล์ 01 คำสั่งที่ 1.pdfsha256 {'a' * 64}"


def test_earlier_versions_are_counted_in_words() -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    older = EarlierFile(1, "b" * 64, "เดิม.pdf", "แก้คำผิด", moment, "ก")
    archive = _open(replace(_file(), earlier=(older,)))
    assert _index(archive)[0]["ฉบับก่อนหน้า"] == "มีฉบับก่อนหน้า 1 ฉบับ ไม่รวมในชุดนี้"
    assert len(archive.namelist()) == 3


_TITLES = st.text(max_size=120) | st.sampled_from(
    [
        "CON",
        "con.pdf",
        "aux ",
        "แผน.",
        "a.PDF",
        "A.pdf",
        "x" * 300,
        "ก" * 300 + ".docx",
        "../..",
        "=1+1",
        "\ud800",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["1", "2", "3"]), _TITLES, st.binary(max_size=8)), max_size=6))
def test_every_file_is_in_the_archive_under_a_legal_name_with_its_hash(
    attached: list[tuple[str, str, bytes]],
) -> None:
    pairs = [
        (replace(_file(item_id, name, name), sha256=hashlib.sha256(content).hexdigest()), content)
        for item_id, name, content in attached
    ]
    archive = zipfile.ZipFile(io.BytesIO(make_evidence_zip(FORM, {}, pairs, OFFICE)))
    rows = [row for row in _index(archive) if row["sha256"]]
    found = [hashlib.sha256(archive.read(row["ไฟล์ในชุดนี้"])).hexdigest() for row in rows]
    assert found == [row["sha256"] for row in rows]
    assert sorted(found) == sorted(file.sha256 for file, _ in pairs)
    paths = archive.namelist()
    assert len({path.casefold() for path in paths}) == len(paths) == len(pairs) + 2
    for part in (part for path in paths for part in path.split("/")):
        assert not set(part) & set('<>:"\\|?*')
        assert part == part.strip(" .")
        assert len(part.encode()) <= 255
    assert max(map(len, paths)) <= 130
    Document(io.BytesIO(archive.read("ดัชนีหลักฐาน.docx")))
