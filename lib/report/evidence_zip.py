"""All evidence of a KPI form in one ZIP: a folder per item and an index a spreadsheet opens."""

import csv
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO, StringIO
from zoneinfo import ZoneInfo

from lib.domain.evidence import Answer, EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import FormItem
from lib.report.file_names import safe_file_name, safe_name
from lib.thai.text import safe_text

INDEX_NAME = "index.csv"
_HEADERS = (
    "ข้อ",
    "การปฏิบัติงาน",
    "ผลการปฏิบัติงาน",
    "ลำดับ",
    "ชื่อหลักฐาน",
    "ชนิดหลักฐาน",
    "หน้า",
    "หมายเหตุ",
    "ไฟล์ในชุดนี้",
    "ชื่อไฟล์เดิม",
    "sha256",
)
_ANSWERS = {"yes": "มี", "no": "ไม่มี", "": "ยังไม่ได้ตอบ"}
_NO_FILE = "ไม่มีไฟล์แนบ"
_FOLDER_LETTERS, _FILE_LETTERS = 40, 90
_THAILAND = ZoneInfo("Asia/Bangkok")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP can name
_NO_ANSWER = Answer()


def make_evidence_zip(
    form: EvidenceForm,
    answers: Mapping[str, Answer],
    files: Iterable[tuple[EvidenceFile, bytes]],
) -> bytes:
    """The evidence by item, in the order of the form; the same input gives the same bytes.

    Args:
        files: each with its content; one at a time is held.

    Returns:
        A ZIP with ``index.csv`` (UTF-8 with byte order mark) and ``ข้อ n …/nn name``.
    """
    by_item: dict[str, list[tuple[int, str, EvidenceFile]]] = {item.id: [] for item in form.items}
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files:
            item = form.item(file.item_id)
            if item is None:
                continue
            position = len(by_item[item.id]) + 1
            path = f"{_folder(item)}/{position:02d} {safe_file_name(file.file_name, _FILE_LETTERS)}"
            archive.writestr(_entry(path, file.saved_at), content)
            by_item[item.id].append((position, path, file))
        archive.writestr(_entry(INDEX_NAME, None), _index(form, answers, by_item))
    return stream.getvalue()


def _folder(item: FormItem) -> str:
    """Number and the first words of the title; Thai has no space within a phrase to cut at otherwise."""
    name = f"ข้อ {item.number} {item.title}"
    if len(name) > _FOLDER_LETTERS:
        name = name[: _FOLDER_LETTERS + 1].rpartition(" ")[0]
    return safe_name(name, _FOLDER_LETTERS)


def _entry(path: str, saved_at: datetime | None) -> zipfile.ZipInfo:
    moment = saved_at.astimezone(_THAILAND).timetuple()[:6] if saved_at else _EARLIEST
    entry = zipfile.ZipInfo(path, moment)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _index(
    form: EvidenceForm,
    answers: Mapping[str, Answer],
    by_item: Mapping[str, list[tuple[int, str, EvidenceFile]]],
) -> bytes:
    kinds = {kind.id: kind.name for kind in form.kinds}
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEADERS)
    for item in form.items:
        start = (str(item.number), item.title, _ANSWERS[answers.get(item.id, _NO_ANSWER).answer])
        for position, path, file in by_item[item.id]:
            described = (file.title, kinds.get(file.kind, file.kind), file.page, file.note)
            cells = (*start, str(position), *described, path, file.file_name, file.sha256)
            writer.writerow([safe_text(cell) for cell in cells])
        if not by_item[item.id]:
            writer.writerow([*map(safe_text, start), "", _NO_FILE, *("" for _ in _HEADERS[5:])])
    return text.getvalue().encode("utf-8-sig")
