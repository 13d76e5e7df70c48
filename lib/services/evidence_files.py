"""Files, links and binders that prove the items of a KPI form."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.issues import Issue
from lib.errors import RefusedFile, WorkbenchError
from lib.ingest.evidence_files import ENDINGS, check_evidence_file
from lib.ingest.evidence_persons import check_numbers_of_persons, refuse_numbers_of_persons
from lib.ingest.file_names import tidy_file_name
from lib.ingest.limits import EVIDENCE_BYTES_MAX, MEGABYTE
from lib.ingest.refusals import NOTHING_SAVED
from lib.services.evidence_description import tidy_description
from lib.services.evidence_edits import refuse_if_locked
from lib.services.evidence_state import find_item, key_of
from lib.storage import evidence_files as kept
from lib.storage.engine import Store, reading, writing
from lib.storage.evidence_versions import replace_evidence
from lib.storage.files import keep_file, register_file
from lib.thai.text import clean_text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Attached:
    """An attached file; ``remarks`` say where its name was adjusted, and that it holds numbers of persons."""

    evidence_id: int
    remarks: tuple[Issue, ...]


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
    dated_on: date | None = None,
    link: str = "",
    held_at: str = "",
) -> Attached:
    """Keep a file and let it prove one item; the same content twice on one item is kept once.

    Args:
        kind: id of one of the form's kinds of evidence.
        title: what the index calls it; the file name when empty.

    Raises:
        RefusedFile: the file is no docx, pdf, xlsx, jpg or png, is empty, too large or dangerous, a list of
            persons (V17), or the room for this form's evidence is used up (A03).
        WorkbenchError: a closed round holds the item, or the kind is unknown.
    """
    form = load_form(form_id, fiscal_year_be)
    find_item(form, item_id)
    media_type = check_evidence_file(content, file_name)
    shown_name, renamed = tidy_file_name(file_name, ENDINGS[media_type])
    told = check_numbers_of_persons(content, shown_name)
    described = tidy_description(
        form,
        EvidenceFile(
            0,
            item_id,
            "",
            shown_name,
            title or shown_name,
            kind,
            page,
            note,
            dated_on=dated_on,
            link=link,
            held_at=held_at,
        ),
    )
    with reading(store) as session:
        refuse_if_locked(session, form, item_id)
        _refuse_over_quota(session, form, len(content))
    sha256 = keep_file(store, content)
    with writing(store) as session:
        refuse_if_locked(session, form, item_id)
        _refuse_over_quota(session, form, len(content))
        register_file(session, sha256, shown_name, len(content))
        evidence_id = kept.add_evidence(session, key_of(form), replace(described, sha256=sha256), by=by)
    return Attached(evidence_id, (*renamed, *told))


def replace_file(
    store: Store,
    form_id: str,
    fiscal_year_be: int,
    file: EvidenceFile,
    content: bytes,
    file_name: str,
    *,
    reason: str,
    by: str,
) -> Attached:
    """Put a newer file in the place of one; the former stays as an earlier version.

    Args:
        file: as the person saw it; it may have been a link or a binder only.

    Raises:
        RefusedFile: as ``attach_file``.
        WorkbenchError: a closed round holds the item, or the newer file proves it already.
        EditConflict: somebody saved or removed it meanwhile.
    """
    form = load_form(form_id, fiscal_year_be)
    media_type = check_evidence_file(content, file_name)
    shown_name, renamed = tidy_file_name(file_name, ENDINGS[media_type])
    refuse_numbers_of_persons(shown_name, reason)
    told = check_numbers_of_persons(content, shown_name)
    with reading(store) as session:
        refuse_if_locked(session, form, file.item_id)
        _refuse_over_quota(session, form, len(content))
    sha256 = keep_file(store, content)
    with writing(store) as session:
        present = _find_file(session, form, file.evidence_id)
        refuse_if_locked(session, form, present.item_id)
        _refuse_over_quota(session, form, len(content))
        if sha256 == present.sha256:
            return Attached(file.evidence_id, (*renamed, *told))
        register_file(session, sha256, shown_name, len(content))
        new = replace(present, sha256=sha256, file_name=shown_name)
        replace_evidence(
            session,
            key_of(form),
            replace(present, version=file.version),
            new,
            reason=clean_text(reason),
            by=by,
        )
    return Attached(file.evidence_id, (*renamed, *told))


def save_file(store: Store, form_id: str, fiscal_year_be: int, file: EvidenceFile, *, by: str) -> int:
    """Save what describes a file and whether it counts; ``file.version`` is the version the person saw.

    Returns:
        The new version.

    Raises:
        WorkbenchError: a closed round holds the item, or the kind is unknown.
        EditConflict: somebody saved or removed it meanwhile.
    """
    form = load_form(form_id, fiscal_year_be)
    described = tidy_description(form, file)
    with writing(store) as session:
        refuse_if_locked(session, form, _find_file(session, form, file.evidence_id).item_id)
        return kept.save_evidence(session, key_of(form), described, by=by)


def remove_file(store: Store, form_id: str, fiscal_year_be: int, evidence_id: int, *, by: str) -> None:
    """Detach a file from its item; the stored original stays.

    Raises:
        WorkbenchError: a closed round holds the item, or the file is not attached any more.
    """
    form = load_form(form_id, fiscal_year_be)
    with writing(store) as session:
        file = _find_file(session, form, evidence_id)
        refuse_if_locked(session, form, file.item_id)
        kept.remove_evidence(session, key_of(form), file, by=by)


def _refuse_over_quota(session: "Session", form: EvidenceForm, n_bytes: int) -> None:
    used = kept.count_bytes(session, key_of(form))
    if used + n_bytes > EVIDENCE_BYTES_MAX:
        raise RefusedFile(
            "A03",
            f"พื้นที่แนบไฟล์ของแบบนี้ใช้ไป {used / MEGABYTE:,.0f} จาก {EVIDENCE_BYTES_MAX // MEGABYTE:,} MB "
            "จึงแนบไฟล์นี้ไม่ได้",
            f"นำไฟล์ที่ไม่ใช้ออกก่อน แล้วแนบใหม่ {NOTHING_SAVED}",
        )


def _find_file(session: "Session", form: EvidenceForm, evidence_id: int) -> EvidenceFile:
    for file in kept.load_evidence(session, key_of(form)):
        if file.evidence_id == evidence_id:
            return file
    raise WorkbenchError("ไฟล์หลักฐานนี้ถูกนำออกไปแล้ว", "เปิดหน้านี้ใหม่เพื่อดูรายการล่าสุด ไฟล์ต้นฉบับยังเก็บอยู่")
