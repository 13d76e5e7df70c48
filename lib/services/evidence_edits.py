"""Answer a KPI form and attach its evidence, as long as no closed round holds the item."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, EvidenceFile
from lib.domain.evidence_forms import BASELINE_ITEM, EvidenceForm
from lib.domain.issues import Issue
from lib.errors import RefusedFile, WorkbenchError
from lib.ingest.evidence_files import ENDINGS, check_evidence_file
from lib.ingest.file_names import tidy_file_name
from lib.ingest.limits import EVIDENCE_BYTES_MAX, MEGABYTE
from lib.services.evidence_state import find_item, key_of, load_state
from lib.storage import evidence as kept_evidence
from lib.storage.engine import Store, reading, writing
from lib.storage.files import keep_file, register_file
from lib.thai.text import clean_text
from lib.validation.evidence import check_answer, tidy_fields

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_NOTHING_SAVED = "ยังไม่มีข้อมูลใดถูกบันทึก"
_LONGEST_NAME = 300
_LONGEST_PAGE = 60


@dataclass(frozen=True, slots=True)
class Attached:
    """An attached file; ``remarks`` say where its name was adjusted."""

    evidence_id: int
    remarks: tuple[Issue, ...]


def save_answer(
    store: Store, form_id: str, fiscal_year_be: int, item_id: str, answer: Answer, *, by: str
) -> int:
    """Save มี/ไม่มี and the fields of one item; ``answer.version`` is the version the person saw.

    Returns:
        The new version.

    Raises:
        WorkbenchError: a field cannot be read, or a closed round holds the item.
        EditConflict: somebody saved this item meanwhile.
    """
    form = load_form(form_id, fiscal_year_be)
    item = find_item(form, item_id)
    faults = check_answer(item, answer.fields)
    if faults:
        raise WorkbenchError(
            " · ".join(fault.message for fault in faults), f"{faults[0].hint} {_NOTHING_SAVED}"
        )
    tidied = replace(answer, fields=tidy_fields(item, answer.fields))
    with writing(store) as session:
        _refuse_if_locked(session, form, item_id)
        return kept_evidence.save_answer(session, key_of(form), item_id, tidied, by=by)


def save_baseline(
    store: Store,
    form_id: str,
    fiscal_year_be: int,
    results: Mapping[str, str],
    *,
    seen_version: int,
    by: str,
) -> int:
    """Save typed results of past years; keys are ``<row id>:<year>``, as in ``EvidencePage.baseline``.

    Returns:
        The new version.

    Raises:
        WorkbenchError: a row or year the form does not have.
    """
    form = load_form(form_id, fiscal_year_be)
    known = {f"{row.id}:{year}" for row in form.baseline for year in form.baseline_years}
    if set(results) - known:
        raise WorkbenchError(
            f"แบบ {form.code} ไม่มีช่องผลการดำเนินงาน {min(set(results) - known)}", f"เปิดหน้านี้ใหม่ {_NOTHING_SAVED}"
        )
    typed = Answer("", {key: clean_text(text)[:_LONGEST_PAGE] for key, text in results.items()}, seen_version)
    with writing(store) as session:
        return kept_evidence.save_answer(session, key_of(form), BASELINE_ITEM, typed, by=by)


def attach_file(
    store: Store,
    form_id: str,
    fiscal_year_be: int,
    item_id: str,
    content: bytes,
    file_name: str,
    *,
    kind: str,
    by: str,
    title: str = "",
    page: str = "",
    note: str = "",
) -> Attached:
    """Keep a file and let it prove one item; the same content twice on one item is kept once.

    Args:
        kind: id of one of the form's kinds of evidence.
        title: what the index calls it; the file name when empty.

    Raises:
        RefusedFile: the file is no docx, pdf, xlsx, jpg or png, is empty, too large or dangerous, or the room
            for this form's evidence is used up (A03).
        WorkbenchError: a closed round holds the item, or the kind is unknown.
    """
    form = load_form(form_id, fiscal_year_be)
    find_item(form, item_id)
    media_type = check_evidence_file(content, file_name)
    shown_name, renamed = tidy_file_name(file_name, ENDINGS[media_type])
    described = _tidied(form, EvidenceFile(0, item_id, "", shown_name, title or shown_name, kind, page, note))
    with reading(store) as session:
        _refuse_if_locked(session, form, item_id)
        _refuse_over_quota(session, form, len(content))
    sha256 = keep_file(store, content)
    with writing(store) as session:
        _refuse_if_locked(session, form, item_id)
        _refuse_over_quota(session, form, len(content))
        register_file(session, sha256, shown_name, len(content))
        evidence_id = kept_evidence.add_evidence(
            session, key_of(form), replace(described, sha256=sha256), by=by
        )
    return Attached(evidence_id, renamed)


def save_file(store: Store, form_id: str, fiscal_year_be: int, file: EvidenceFile, *, by: str) -> int:
    """Save title, kind, page, note and whether a file counts; ``file.version`` is the version the person saw.

    Returns:
        The new version.

    Raises:
        WorkbenchError: a closed round holds the item, or the kind is unknown.
        EditConflict: somebody saved or removed it meanwhile.
    """
    form = load_form(form_id, fiscal_year_be)
    described = _tidied(form, file)
    with writing(store) as session:
        _refuse_if_locked(session, form, _find_file(session, form, file.evidence_id).item_id)
        return kept_evidence.save_evidence(session, key_of(form), described, by=by)


def remove_file(store: Store, form_id: str, fiscal_year_be: int, evidence_id: int, *, by: str) -> None:
    """Detach a file from its item; the stored original stays.

    Raises:
        WorkbenchError: a closed round holds the item, or the file is not attached any more.
    """
    form = load_form(form_id, fiscal_year_be)
    with writing(store) as session:
        file = _find_file(session, form, evidence_id)
        _refuse_if_locked(session, form, file.item_id)
        kept_evidence.remove_evidence(session, key_of(form), file, by=by)


def _refuse_if_locked(session: "Session", form: EvidenceForm, item_id: str) -> None:
    kept_evidence.hold_form(session, key_of(form))
    lock = load_state(session, form).lock_of(find_item(form, item_id))
    if lock is not None:
        raise lock


def _refuse_over_quota(session: "Session", form: EvidenceForm, n_bytes: int) -> None:
    used = kept_evidence.count_bytes(session, key_of(form))
    if used + n_bytes > EVIDENCE_BYTES_MAX:
        raise RefusedFile(
            "A03",
            f"พื้นที่แนบไฟล์ของแบบนี้ใช้ไป {used / MEGABYTE:,.0f} จาก {EVIDENCE_BYTES_MAX // MEGABYTE:,} MB "
            "จึงแนบไฟล์นี้ไม่ได้",
            f"นำไฟล์ที่ไม่ใช้ออกก่อน แล้วแนบใหม่ {_NOTHING_SAVED}",
        )


def _find_file(session: "Session", form: EvidenceForm, evidence_id: int) -> EvidenceFile:
    for file in kept_evidence.load_evidence(session, key_of(form)):
        if file.evidence_id == evidence_id:
            return file
    raise WorkbenchError("ไฟล์หลักฐานนี้ถูกนำออกไปแล้ว", "เปิดหน้านี้ใหม่เพื่อดูรายการล่าสุด ไฟล์ต้นฉบับยังเก็บอยู่")


def _tidied(form: EvidenceForm, file: EvidenceFile) -> EvidenceFile:
    if all(kind.id != file.kind for kind in form.kinds):
        raise WorkbenchError("ยังไม่ได้เลือกชนิดของหลักฐาน", f"เลือกชนิดจากรายการแหล่งข้อมูลของแบบ {_NOTHING_SAVED}")
    return replace(
        file,
        title=clean_text(file.title)[:_LONGEST_NAME],
        page=clean_text(file.page)[:_LONGEST_PAGE],
        note=clean_text(file.note),
    )
