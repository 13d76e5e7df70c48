"""Bring evidence back that was taken away from an item of a KPI form."""

from lib.catalog.evidence_forms import load_form
from lib.errors import WorkbenchError
from lib.services.evidence_edits import refuse_if_locked
from lib.services.evidence_state import key_of
from lib.storage.engine import Store, writing
from lib.storage.evidence_removed import removed_evidence, return_evidence


def bring_back(store: Store, form_id: str, fiscal_year_be: int, line: int, *, by: str) -> int:
    """Attach a piece of evidence again, as it was and with its earlier versions.

    Args:
        line: of one of ``EvidencePage.removed``.

    Returns:
        Its new evidence id.

    Raises:
        WorkbenchError: it was brought back already, the same file is attached to the item again, or a closed
            round holds the item.
    """
    form = load_form(form_id, fiscal_year_be)
    with writing(store) as session:
        removed = next((each for each in removed_evidence(session, key_of(form)) if each.line == line), None)
        if removed is None:
            raise WorkbenchError(
                "หลักฐานนี้ถูกนำกลับมาแล้ว หรือไม่มีในประวัติการนำออก", "เปิดหน้านี้ใหม่เพื่อดูรายการล่าสุด ข้อมูลเดิมไม่เปลี่ยน"
            )
        refuse_if_locked(session, form, removed.file.item_id)
        return return_evidence(session, key_of(form), removed, by=by)
