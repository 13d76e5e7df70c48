"""One file of the import page: what was recognised, what is asked, what a commit would store."""

import streamlit as st

from lib.domain.indicators import Catalogue
from lib.services.import_memory import RememberedAnswers
from lib.services.import_preview import Preview
from lib.ui.frame import Desk
from lib.ui.import_findings import show_findings, show_reconciliation
from lib.ui.import_mapping import show_mapping
from lib.ui.import_memory import show_memory
from lib.ui.import_questions import show_questions
from lib.ui.plain import plain


def show_card(
    desk: Desk, preview: Preview, content: bytes, remembered: RememberedAnswers | None = None
) -> None:
    """Draw the card of one file.

    Args:
        remembered: answers of an earlier file that the preview was made with and nobody confirmed yet.
    """
    rows, catalogue = preview.rows, desk.data.catalogue
    with st.container(border=True):
        st.subheader(plain(preview.file_name))
        if remembered is not None:
            show_memory(preview.sha256, remembered)
        if preview.loaded_before:
            st.info(
                f"ไฟล์นี้นำเข้าไว้แล้วเป็นรายการ {preview.loaded_before.dataset_id} และยังใช้อยู่ จึงไม่นำเข้าซ้ำ "
                "ถ้าต้องการนำเข้าใหม่ให้ยกเลิกรายการเดิมในประวัติด้านล่าง"
            )
        st.markdown(_recognised(preview, catalogue))
        st.markdown(
            f"อ่าน **{rows.read:,}** แถว = นำเข้า **{rows.loaded:,}** + ไม่รับ **{rows.rejected:,}** "
            f"+ ข้าม **{rows.ignored:,}** · ได้ **{len(preview.accepted):,}** ค่า"
            + (f" และค่าเปรียบเทียบ {len(preview.stated):,} ค่า" if len(preview.stated) else "")
        )
        _show_reasons(preview)
        show_questions(preview, desk.data.schools)
        show_mapping(preview, catalogue)
        show_findings(preview, content)
        show_reconciliation(preview, catalogue)


def _recognised(preview: Preview, catalogue: Catalogue) -> str:
    lines = []
    for sheet in preview.sheets:
        name = f"ชีต “{plain(sheet.sheet)}”" if sheet.sheet else "ตาราง"
        domains = " · ".join(catalogue.domain(each).name for each in sheet.domains) or "ยังไม่พบตัวชี้วัด"
        rows = ", ".join(map(str, sheet.header_rows))
        header = f"หัวตารางแถว {rows}" if rows else "ไม่พบหัวตาราง"
        lines.append(f"- {name}: {domains} · {sheet.period_label or 'ยังไม่ทราบปี'} · {header}")
    return "\n".join(lines) or "ยังไม่พบตารางที่อ่านได้"


def _show_reasons(preview: Preview) -> None:
    parts = [f"{plain(reason)} {rows:,} แถว" for reason, rows in (*preview.rejected, *preview.ignored)]
    if parts:
        st.caption("แถวที่ไม่ได้นำเข้า: " + " · ".join(parts))
