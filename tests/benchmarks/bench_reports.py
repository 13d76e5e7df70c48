"""Two hundred reports of forty pages read and saved: time against bare text, memory by number of files.

Run: python -m tests.benchmarks.bench_reports [FILES ...]

Half of the files are PDF and half Word; every twentieth is broken in one of the usual ways. Bare extraction
is pypdfium2's text of every page of the same PDFs, and the unpacked and parsed body of the same Word files.
Each size runs in a process of its own, so that its peak memory is its own.
"""

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections import Counter
from itertools import cycle
from pathlib import Path

import docx
import psutil
import pypdfium2
from lxml import etree

from lib.domain.schools import School
from lib.ingest.child_process import measure_memory
from lib.services.report_batch import Outcome, save_clear_reports
from lib.services.report_folder import ReportFile
from lib.settings import DATA_DIR_VARIABLE
from lib.storage.engine import open_store, writing
from lib.storage.schools import save_schools
from tests.ingest.pdf_files import LOCKED, lines_of, make_pdf
from tests.thai.sentences import sound_lines

_SIZES = (20, 50, 100, 200)
_N_PAGES = 40
_LINES_A_PAGE = 24
_BROKEN_EVERY = 20
_LEVELS = ("ดี", "ดีเลิศ", "ยอดเยี่ยม")
_ONE_SIZE = "--one-size"
_MEGABYTE = 1024 * 1024


def make_pages(number: int) -> list[list[str]]:
    """Forty pages of one school's report, the first with school, year and levels."""
    words = sound_lines(_N_PAGES * _LINES_A_PAGE, seed=number % 10)
    pages = [words[at : at + _LINES_A_PAGE] for at in range(0, len(words), _LINES_A_PAGE)]
    pages[0] = [
        "รายงานการประเมินตนเองของสถานศึกษา",
        "ปีการศึกษา 2567",
        f"โรงเรียน{make_school(number).name} รหัสสถานศึกษา {make_school(number).smis_code}",
        "ระดับการศึกษาขั้นพื้นฐาน",
        *(f"มาตรฐานที่ {one} ระดับคุณภาพ {_LEVELS[(number + one) % 3]}" for one in (1, 2, 3)),
        "จุดเด่น",
        f"1. ครูร่วมกันพัฒนาแผนการจัดการเรียนรู้ครบทุกกลุ่มสาระ รุ่นที่ {number + 1}",
        "จุดที่ควรพัฒนา",
        f"1. ผลสัมฤทธิ์วิชาคณิตศาสตร์ชั้นประถมศึกษาปีที่ 6 ของนักเรียน {number + 3} คน",
    ]
    return pages


def make_school(number: int) -> School:
    """A school of the register of the benchmark."""
    code = f"9901{number:04}"
    return School(code, f"บ้านทดสอบที่ {number + 1}", code, "", "")


def make_file(number: int) -> tuple[str, bytes]:
    """Name and content of one report."""
    pages = make_pages(number)
    if number % 2:
        return f"รายงาน {number}.docx", _make_word(pages)
    content = make_pdf(*(lines_of(*lines, top=790.0, x=60.0, size=14.0) for lines in pages))
    return f"รายงาน {number}.pdf", content


def break_file(turn: int, content: bytes) -> bytes:
    """The same file broken: cut off, nothing, a password, or bytes of no kind."""
    locked = make_pdf([], trailer=LOCKED)
    return (content[: len(content) // 3], b"", locked, bytes(range(256)) * 40)[turn % 4]


def _make_word(pages: list[list[str]]) -> bytes:
    document = docx.Document()
    for place, lines in enumerate(pages):
        for line in lines[:16]:
            document.add_paragraph(line)
        if place:
            table = document.add_table(4, 3, style="Table Grid")
            for cell, line in zip(table._cells, cycle(lines[16:]), strict=False):
                cell.text = line
            document.add_page_break()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def extract_bare(folder: Path) -> float:
    """Seconds to get the bare text of every sound file, one after another."""
    start = time.perf_counter()
    for file in sorted(folder.iterdir()):
        content = file.read_bytes()
        try:
            if file.suffix == ".pdf":
                document = pypdfium2.PdfDocument(content)
                for page in document:
                    page.get_textpage().get_text_range()
            else:
                with zipfile.ZipFile(io.BytesIO(content)) as archive:
                    "".join(etree.fromstring(archive.read("word/document.xml")).itertext())
        except (pypdfium2.PdfiumError, zipfile.BadZipFile):
            continue
    return time.perf_counter() - start


class Watch:
    """Peak memory of the children together, looked at twenty times a second."""

    def __init__(self) -> None:
        self.peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        me = psutil.Process()
        while not self._over.wait(0.05):
            self.peak = max(self.peak, max((measure_memory(one.pid) for one in me.children()), default=0))

    def end(self) -> int:
        self._over.set()
        self._thread.join()
        return self.peak


def run_size(folder: Path, n_files: int) -> dict[str, float]:
    """Read and save so many files of the folder into an empty office; figures of this process."""
    names = sorted(folder.iterdir(), key=lambda file: int(file.stem.split()[-1]))[:n_files]
    with tempfile.TemporaryDirectory() as place:
        store = open_store(f"sqlite:///{place}/office.sqlite3")
        try:
            with writing(store) as session:
                save_schools(session, [make_school(number) for number in range(n_files)])
            files = [ReportFile(file.name, file.read_bytes) for file in names]
            watch = Watch()
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start, cpu = time.perf_counter(), time.process_time()
            lines = tuple(save_clear_reports(store, files, by="เครื่อง"))
            wall, cpu = time.perf_counter() - start, time.process_time() - cpu
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            child = watch.end()
        finally:
            store.dispose()
    counts = Counter(line.outcome for line in lines)
    return {
        "wall": wall,
        "parent_cpu": cpu,
        "child_cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "parent_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "child_mb": child / _MEGABYTE,
        "saved": counts[Outcome.SAVED],
        "told": counts[Outcome.UNREADABLE],
        "other": len(lines) - counts[Outcome.SAVED] - counts[Outcome.UNREADABLE],
    }


def main(arguments: list[str]) -> None:
    if arguments[:1] == [_ONE_SIZE]:
        print(json.dumps(run_size(Path(arguments[1]), int(arguments[2]))))
        return
    sizes = [int(one) for one in arguments] or list(_SIZES)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        folder.mkdir()
        n_broken = 0
        for number in range(max(sizes)):
            name, content = make_file(number)
            if number % _BROKEN_EVERY == _BROKEN_EVERY - 1:
                content = break_file(n_broken, content)
                n_broken += 1
            (folder / name).write_bytes(content)
        print(f"{max(sizes)} files of {_N_PAGES} pages, {n_broken} of them broken")
        bare = min(extract_bare(folder) for _ in range(2)) / max(sizes)
        print(f"bare extraction: {1000 * bare:.0f} ms a file")
        print(
            "files   wall s  ms/file  wall ratio  cpu ratio  parent MB  largest child MB  saved  told  other"
        )
        for size in sizes:
            command = [
                sys.executable,
                "-m",
                "tests.benchmarks.bench_reports",
                _ONE_SIZE,
                str(folder),
                str(size),
            ]
            environment = {**os.environ, DATA_DIR_VARIABLE: str(folder.parent / "office")}
            told = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
            found = json.loads(told.splitlines()[-1])
            cpu = found["parent_cpu"] + found["child_cpu"]
            print(
                f"{size:5} {found['wall']:8.1f} {1000 * found['wall'] / size:8.0f}"
                f" {found['wall'] / size / bare:11.1f} {cpu / size / bare:10.1f} {found['parent_mb']:10.0f}"
                f" {found['child_mb']:17.0f} {found['saved']:6} {found['told']:5} {found['other']:6}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
