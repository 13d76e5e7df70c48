"""Evidence of a KPI form that brings no new file: one that is stored already, a link, a binder on a shelf."""

from dataclasses import replace

from lib.catalog.evidence_forms import find_form_ids, load_form
from lib.domain.evidence import EvidenceFile
from lib.errors import WorkbenchError
from lib.ingest.refusals import NOTHING_SAVED
from lib.services.evidence_description import tidy_description
from lib.services.evidence_edits import refuse_if_locked
from lib.services.evidence_state import find_item, key_of
from lib.storage.engine import Store, reading, writing
from lib.storage.evidence import FormKey
from lib.storage.evidence_files import add_evidence, load_evidence


def attach_known(
    store: Store, form_id: str, fiscal_year_be: int, item_id: str, file: EvidenceFile, *, by: str
) -> int:
    """Let a file that is stored already prove one more item, described alike; its bytes are kept once.

    Args:
        file: evidence of another item, form or year.

    Returns:
        The evidence id; the one already there when this item has the very file.

    Raises:
        WorkbenchError: a closed round holds the item, or this form has no such kind of evidence.
    """
    form = load_form(form_id, fiscal_year_be)
    find_item(form, item_id)
    described = tidy_description(form, replace(file, item_id=item_id, accepted=True))
    with writing(store) as session:
        refuse_if_locked(session, form, item_id)
        return add_evidence(session, key_of(form), described, by=by)


def attach_reference(store: Store, form_id: str, fiscal_year_be: int, file: EvidenceFile, *, by: str) -> int:
    """Note evidence that is a link or a binder on a shelf; it is listed, and counts once it has a file.

    Raises:
        WorkbenchError: it has neither title nor place, a closed round holds the item, or the kind is unknown.
    """
    form = load_form(form_id, fiscal_year_be)
    find_item(form, file.item_id)
    described = tidy_description(form, replace(file, sha256="", file_name=""))
    if not described.title or not (described.link or described.held_at):
        raise WorkbenchError(
            "ยังไม่ได้ระบุชื่อหลักฐาน หรือลิงก์หรือที่เก็บเอกสาร", f"กรอกชื่อ และลิงก์หรือที่เก็บอย่างน้อยหนึ่งอย่าง {NOTHING_SAVED}"
        )
    with writing(store) as session:
        refuse_if_locked(session, form, file.item_id)
        return add_evidence(session, key_of(form), described, by=by)


def known_files(store: Store, form_id: str, fiscal_year_be: int) -> tuple[EvidenceFile, ...]:
    """Stored evidence of every form of this year and the year before, each file once, the latest first.

    Kinds that this form does not know are given as its last, which every form keeps for what is left.
    """
    form = load_form(form_id, fiscal_year_be)
    kinds = {kind.id for kind in form.kinds}
    found: dict[str, EvidenceFile] = {}
    with reading(store) as session:
        for year in (fiscal_year_be, fiscal_year_be - 1):
            for each in find_form_ids(year):
                for file in reversed(load_evidence(session, FormKey(each, year))):
                    kind = file.kind if file.kind in kinds else form.kinds[-1].id
                    if file.sha256:
                        found.setdefault(file.sha256, replace(file, kind=kind))
    return tuple(found.values())
