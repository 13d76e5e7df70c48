"""Children that read the reports of one batch in turn; what happens to one file happens to no other."""

import threading

import psutil
import pytest

from lib.domain.document_text import TextBlock
from lib.errors import RefusedFile
from lib.ingest import kept_children as room
from lib.ingest.child import read_document, read_workbook
from lib.ingest.kept_children import KeptChildren
from lib.ingest.limits import MEGABYTE, ReaderCaps
from tests.ingest.bad_files import docx, xlsx
from tests.ingest.pdf_files import LOCKED, lines_of, make_pdf

CRASHING = xlsx(
    '<row r="1"><c r="XFD1048576"><v>1</v></c><c r="A1"><v>1</v></c></row>'
    '<row r="2"><c r="B2"><v>1</v></c></row>'
)


@pytest.fixture
def children():
    before = set(psutil.Process().children())
    kept = KeptChildren()
    yield kept
    kept.end()
    assert set(psutil.Process().children()) == before


def words_of(content, children, name="ก.pdf"):
    document = read_document(content, name, children=children)
    return [block.text for block in document.blocks if isinstance(block, TextBlock)]


def code_of(content, children, read=read_document):
    with pytest.raises(RefusedFile) as refused:
        read(content, "ก.pdf", children=children)
    return refused.value.code


def test_one_child_reads_files_of_every_kind_in_turn(children):
    for number in range(3):
        assert words_of(make_pdf(lines_of(f"รายงาน {number}")), children) == [f"รายงาน {number}"]
        assert words_of(docx(f"<w:p><w:r><w:t>ก{number}</w:t></w:r></w:p>"), children) == [f"ก{number}"]
        assert read_workbook(xlsx(), "ก.xlsx", children=children).sheets[0].rows == ((1, 2),)
    assert children.n_started == 1


def test_a_kept_child_reads_the_same_as_one_of_its_own(children):
    content = make_pdf(lines_of("มาตรฐานที่ 1 คุณภาพของผู้เรียน", "ระดับคุณภาพ ดีเลิศ"), lines_of("จุดเด่น"))
    assert read_document(content, "ก.pdf", children=children) == read_document(content, "ก.pdf")


def test_a_crash_ends_with_its_file_and_the_next_gets_a_new_child(children):
    assert words_of(make_pdf(lines_of("ก่อน")), children) == ["ก่อน"]
    assert code_of(CRASHING, children, read_workbook) == "F19"
    assert words_of(make_pdf(lines_of("หลัง")), children) == ["หลัง"]
    assert children.n_started == 2


def test_a_refused_file_is_told_and_the_next_is_read(children):
    assert code_of(make_pdf([], trailer=LOCKED), children) == "F09"
    assert words_of(make_pdf(lines_of("หลัง")), children) == ["หลัง"]


def test_a_file_past_its_time_is_ended_and_leaves_no_child():
    kept = KeptChildren(ReaderCaps(wall_seconds=0.0))
    assert code_of(make_pdf(lines_of("ก")), kept) == "F19"
    assert psutil.Process().children() == []


def test_a_child_is_renewed_after_its_share_of_files(children, monkeypatch):
    monkeypatch.setattr(room, "KEPT_CHILD_FILES_MAX", 2)
    for number in range(5):
        assert words_of(make_pdf(lines_of(f"ก {number}")), children) == [f"ก {number}"]
    assert children.n_started == 3


def test_a_child_that_keeps_much_memory_is_renewed(children, monkeypatch):
    monkeypatch.setattr(room, "KEPT_CHILD_MEMORY_MAX", MEGABYTE)
    words_of(make_pdf(lines_of("ก")), children)
    words_of(make_pdf(lines_of("ข")), children)
    assert children.n_started == 2


def test_each_file_may_use_its_seconds_of_processor_time_anew(children):
    pytest.importorskip("resource")
    words_of(make_pdf(lines_of("ก")), children)
    (child,) = psutil.Process().children()
    first = child.rlimit(psutil.RLIMIT_CPU)[0] if hasattr(child, "rlimit") else 0
    words_of(make_pdf(*[lines_of(*["ผลสัมฤทธิ์ทางการเรียน"] * 30)] * 150), children)
    assert child.rlimit(psutil.RLIMIT_CPU)[0] >= first > 0


def test_two_threads_use_two_children(children):
    both = threading.Barrier(2, timeout=20)
    found = []

    def read(text):
        both.wait()
        for _ in range(4):
            found.extend(words_of(make_pdf(lines_of(text)), children))

    threads = [threading.Thread(target=read, args=(text,)) for text in ("รายงาน ก", "รายงาน ข")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == ["รายงาน ก"] * 4 + ["รายงาน ข"] * 4
    assert 1 <= children.n_started <= 2


def test_a_child_at_work_when_the_batch_ends_is_ended_after_its_file():
    kept = KeptChildren()
    answer = kept.read(make_pdf(lines_of("ก")), room.FileKind.PDF, "", lambda: None)
    next(answer)
    kept.end()
    assert len(psutil.Process().children()) == 1
    list(answer)
    assert psutil.Process().children() == []
