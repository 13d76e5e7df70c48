import csv
import io
import unicodedata
import zipfile
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, EvidenceFile
from lib.report.evidence_zip import make_evidence_zip
from lib.report.file_names import safe_file_name, safe_name

FORM = load_form("ars46", 2569)


def _file(item_id: str = "1", file_name: str = "คำสั่งที่ 1.pdf", title: str = "คำสั่ง") -> EvidenceFile:
    moment = datetime(2026, 1, 2, 3, 4, 6, tzinfo=UTC)
    return EvidenceFile(1, item_id, "a" * 64, file_name, title, "order", "3", "ฉบับลงนาม", saved_at=moment)


def _open(*files: EvidenceFile) -> zipfile.ZipFile:
    archive = make_evidence_zip(FORM, {"1": Answer("yes")}, [(file, b"content") for file in files])
    return zipfile.ZipFile(io.BytesIO(archive))


def _index(archive: zipfile.ZipFile) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read("index.csv").decode("utf-8-sig"))))


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
        "หน้า": "3",
        "หมายเหตุ": "ฉบับลงนาม",
        "ไฟล์ในชุดนี้": "",
        "ชื่อไฟล์เดิม": "คำสั่งที่ 1.pdf",
        "sha256": "a" * 64,
    }


def test_items_without_files_are_in_the_index_too() -> None:
    assert [row["ข้อ"] for row in _index(_open())] == ["1", "2", "3", "4", "5"]


def test_the_index_opens_in_excel_and_holds_no_formula() -> None:
    archive = _open(_file(title='=HYPERLINK("http://x")'))
    assert archive.read("index.csv").startswith(b"\xef\xbb\xbf")
    assert _index(archive)[0]["ชื่อหลักฐาน"] == '\'=HYPERLINK("http://x")'


def test_a_name_that_climbs_out_of_the_folder_is_tamed() -> None:
    name = _open(_file(file_name="../../evil.pdf")).namelist()[0]
    assert name.count("/") == 1
    assert name.endswith("evil.pdf")


def test_the_same_evidence_gives_the_same_bytes() -> None:
    files = [(_file(), b"content")]
    assert make_evidence_zip(FORM, {}, files) == make_evidence_zip(FORM, {}, files)


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
