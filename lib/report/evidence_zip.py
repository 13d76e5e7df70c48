"""All evidence of a KPI form in one ZIP: a folder per item and an index to read and one to calculate with."""

import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from lib.domain.evidence import Answer, EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import FormItem
from lib.domain.office import Office
from lib.report.evidence_index import IndexLine, index_csv, index_items
from lib.report.evidence_index_word import make_index_docx
from lib.report.file_names import safe_file_name, safe_name

INDEX_CSV, INDEX_DOCX = "ดัชนีหลักฐาน.csv", "ดัชนีหลักฐาน.docx"
#: A Thai letter takes three bytes, and a name may have 255 on Linux; Windows counts letters of whole paths.
_FOLDER_LETTERS, _FILE_LETTERS = 40, 70
_THAILAND = ZoneInfo("Asia/Bangkok")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP can name


def make_evidence_zip(
    form: EvidenceForm,
    answers: Mapping[str, Answer],
    files: Iterable[tuple[EvidenceFile, bytes | None]],
    office: Office,
) -> bytes:
    """The evidence by item, in the order of the form; the same input gives the same bytes.

    Args:
        files: each with its content, None for a link or a binder, which only the index names; one at a time
            is held.

    Returns:
        A ZIP with ``ดัชนีหลักฐาน.docx``, ``ดัชนีหลักฐาน.csv`` and ``ข้อ n …/nn name``.
    """
    by_item: dict[str, list[IndexLine]] = {item.id: [] for item in form.items}
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files:
            item = form.item(file.item_id)
            if item is None:
                continue
            position = len(by_item[item.id]) + 1
            path = ""
            if content is not None:
                # The number keeps names apart that differ in capitals only, and from those Windows reserves.
                path = f"{_folder(item)}/{position:02d} {safe_file_name(file.file_name, _FILE_LETTERS)}"
                archive.writestr(_entry(path, file.saved_at), content)
            by_item[item.id].append(IndexLine(position, file, path))
        items = index_items(form, answers, by_item)
        archive.writestr(_entry(INDEX_DOCX, None), make_index_docx(form, items, office))
        archive.writestr(_entry(INDEX_CSV, None), index_csv(form, items))
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
