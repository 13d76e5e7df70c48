"""The office's own template: checked in words, kept by its content, put back, passed over once broken."""

import io
from collections.abc import Iterator

import docx
import pytest

from lib.domain.issues import Issue, Severity
from lib.errors import EditConflict, RefusedFile, WorkbenchError
from lib.services.report_editions import template_fault, write_report
from lib.services.report_template import (
    check_template,
    keep_template,
    load_template_shelf,
    start_template,
    template_file,
    use_template,
)
from lib.storage.audit import data_version
from lib.storage.backup import write_backup
from lib.storage.engine import Store, open_store, reading
from lib.storage.files import kept_files, remove_file
from lib.storage.restore import restore_backup
from tests.report import office_templates as made
from tests.report.sample_content import make_content


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


def codes(issues: tuple[Issue, ...]) -> set[str]:
    return {each.code for each in issues}


def said(issues: tuple[Issue, ...], code: str) -> str:
    return next(each.message for each in issues if each.code == code)


def test_the_starting_template_has_nothing_to_mend() -> None:
    issues = check_template(start_template(), "แม่แบบตั้งต้น.docx")
    assert {each.severity for each in issues} == {Severity.INFO}
    assert "{{เนื้อหา}}" in said(issues, "T10")


def test_what_a_letterhead_lacks_is_said_by_name() -> None:
    issues = check_template(made.with_letterhead(), "หัวจดหมาย.docx")
    assert "{{สำนักงาน}}" in said(issues, "T10")
    assert said(issues, "T31") == "ขอบซ้าย 2.5 ขวา 2.5 ซม. จะใช้ตามแม่แบบ"
    assert "เลขหน้า" in said(issues, "T42")
    assert not [each for each in issues if each.severity is Severity.ERROR]


def test_an_unknown_placeholder_is_named_and_a_lonely_place_is_told() -> None:
    issues = check_template(made.with_own_cover(content="ไม่มีที่"), "ก.docx")
    assert "{{ช่องแปลก}}" in said(issues, "T11")
    assert "T13" in codes(issues)


def test_wrong_types_counting_headings_and_other_forms_are_told() -> None:
    assert "heading 2" in said(check_template(made.with_wrong_style_type(), "ก.docx"), "T22")
    assert "หัวเรื่อง 1" in said(check_template(made.with_thai_names(), "ก.docx"), "T24")
    assert "T20" in codes(check_template(made.without_styles(), "ก.docx"))
    assert "T03" in codes(check_template(made.as_strict(), "ก.docx"))
    assert "T04" in codes(check_template(made.as_dotx(), "ก.dotx"))
    assert "T05" in codes(check_template(made.with_attached_template(), "ก.docx"))


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (made.with_macros(), "ก.docm", "A03"),
        (made.with_letterhead(), "ก.docm", "A03"),
        (b"%PDF-1.4 x", "ก.pdf", "A04"),
        (b"not a document", "ก.docx", "A04"),
        (b"\0" * (11 * 1024 * 1024), "ก.docx", "A02"),
    ],
)
def test_what_is_no_template_is_refused(content: bytes, name: str, code: str) -> None:
    with pytest.raises(RefusedFile) as refused:
        check_template(content, name)
    assert refused.value.code == code


def test_a_picture_that_lies_on_another_computer_stops_a_template_and_a_web_address_does_not() -> None:
    (error,) = [
        each for each in check_template(made.with_outside_link(), "ก.docx") if each.severity is Severity.ERROR
    ]
    assert error.code == "T01"
    web = made.with_outside_link("hyperlink", "https://example.org")
    assert "T01" not in codes(check_template(web, "ก.docx"))


def test_a_kept_template_is_used_from_then_on_and_an_earlier_one_can_be_put_back(store: Store) -> None:
    letterhead = made.with_letterhead()
    assert keep_template(store, start_template(), "หนึ่ง.docx", seen_version=0, by="ก") == 1
    shelf = load_template_shelf(store)
    assert keep_template(store, letterhead, "สอง.docx", seen_version=shelf.version, by="ข") == 2
    shelf = load_template_shelf(store)
    assert [(each.number, each.file_name, each.by) for each in shelf.records] == [
        (2, "สอง.docx", "ข"),
        (1, "หนึ่ง.docx", "ก"),
    ]
    assert shelf.in_use is not None
    assert template_file(store, shelf.in_use) == letterhead
    use_template(store, 1, seen_version=shelf.version, by="ก")
    assert load_template_shelf(store).active == 1
    with pytest.raises(EditConflict):
        use_template(store, 0, seen_version=shelf.version, by="ข")
    with pytest.raises(WorkbenchError):
        use_template(store, 9, seen_version=load_template_shelf(store).version, by="ข")


def test_a_template_that_cannot_be_used_leaves_nothing(store: Store) -> None:
    with pytest.raises(RefusedFile):
        keep_template(store, made.with_outside_link(), "ก.docx", seen_version=0, by="ก")
    assert load_template_shelf(store).records == ()
    assert kept_files(store) == set()


def test_the_report_stands_in_the_template_in_use(store: Store) -> None:
    keep_template(store, made.with_letterhead(), "หัว.docx", seen_version=0, by="ก")
    file, remark = write_report(store, make_content())
    assert remark == ""
    header = docx.Document(io.BytesIO(file)).sections[0].header
    assert make_content().office_name.split()[0] in "".join(header._element.itertext())


def test_a_lost_template_is_said_and_the_report_is_made_with_ours(store: Store) -> None:
    keep_template(store, made.with_letterhead(), "หัว.docx", seen_version=0, by="ก")
    record = load_template_shelf(store).in_use
    assert record is not None
    remove_file(store, record.sha256)
    file, remark = write_report(store, make_content())
    assert "แม่แบบตั้งต้น" in remark
    assert template_fault(store, make_content()) == remark
    assert file == write_report_with_ours(store)


def write_report_with_ours(store: Store) -> bytes:
    use_template(store, 0, seen_version=load_template_shelf(store).version, by="ก")
    return write_report(store, make_content())[0]


def test_a_template_moves_no_figure(store: Store) -> None:
    with reading(store) as session:
        before = data_version(session)
    keep_template(store, start_template(), "ก.docx", seen_version=0, by="ก")
    with reading(store) as session:
        assert data_version(session) == before


def test_a_backup_brings_the_template_back(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    keep_template(store, start_template(), "ก.docx", seen_version=0, by="ก")
    folder = tmp_path_factory.mktemp("copy")
    write_backup(store, folder / "copy.zip")
    other = open_store(f"sqlite:///{(folder / 'other.sqlite3').as_posix()}")
    restore_backup(other, folder / "copy.zip", replace=False, by="ก")
    record = load_template_shelf(other).in_use
    assert record is not None
    assert template_file(other, record) == start_template()
    other.dispose()
