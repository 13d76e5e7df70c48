"""One file of the import page: what was recognised, what is asked, what a commit would store."""

import streamlit as st

from lib.domain.columns import Role
from lib.domain.indicators import Catalogue
from lib.domain.schools import School
from lib.domain.sheets import column_letter
from lib.services.import_preview import Preview
from lib.ui.import_questions import show_questions
from lib.ui.messages import show_issues
from lib.ui.plain import plain

_ROLE_WORDS = {
    Role.SCHOOL_CODE: "รหัสโรงเรียน",
    Role.SMIS_CODE: "รหัส SMIS",
    Role.OBEC_CODE: "รหัส OBEC",
    Role.MOE_CODE: "รหัสกระทรวง",
    Role.SCHOOL_NAME: "ชื่อโรงเรียน",
    Role.CLUSTER: "กลุ่มโรงเรียน",
    Role.DISTRICT: "อำเภอ",
    Role.LEVEL: "ระดับที่เปิดสอน",
    Role.PUPILS: "จำนวนนักเรียน",
    Role.AREA_CODE: "รหัสเขต",
    Role.AREA_NAME: "ชื่อเขต",
    Role.ROW_NUMBER: "ลำดับที่",
    Role.YEAR: "ปี",
    Role.TERM: "ภาคเรียน",
    Role.REMARK: "ไม่ใช้",
    Role.UNKNOWN: "ยังไม่รู้จัก",
}
_PART_WORDS = {Role.VALUE: "", Role.N: "จำนวนคนของ ", Role.NUMERATOR: "ตัวตั้งของ ", Role.SD: "S.D. ของ "}


def show_card(preview: Preview, catalogue: Catalogue, schools: tuple[School, ...]) -> None:
    """Draw the card of one file."""
    rows = preview.rows
    with st.container(border=True):
        st.subheader(plain(preview.file_name))
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
        show_questions(preview, catalogue, schools)
        if preview.issues:
            with st.expander(f"รายการที่พบในไฟล์ {len(preview.issues):,} รายการ", expanded=True):
                show_issues(preview.issues, key=preview.sha256, file_name=preview.file_name)
        _show_reconciliation(preview, catalogue)
        with st.expander("คอลัมน์ที่อ่านได้"):
            st.dataframe(_column_rows(preview, catalogue), hide_index=True, width="stretch")


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


def _show_reconciliation(preview: Preview, catalogue: Catalogue) -> None:
    if not preview.reconciliation:
        return
    off = [one for one in preview.reconciliation if not one.agrees]
    total = len(preview.reconciliation)
    if not off:
        st.markdown(f"แถวของเขตตรงกับค่าที่คำนวณใหม่ทั้ง {total:,} คอลัมน์")
        return
    said = [f"แถวของเขตไม่ตรงกับค่าที่คำนวณใหม่ {len(off):,} จาก {total:,} คอลัมน์ ควรตรวจก่อนบันทึก"]
    said += [f"- {one.cell}: {plain(one.suggestion)}" for one in off if one.suggestion]
    st.warning("\n".join(said))
    st.dataframe(
        [
            {
                "เซลล์": one.cell,
                "ตัวชี้วัด": catalogue.by_id[one.indicator_id].short_name,
                "ค่าที่ระบุ": one.stated,
                "คำนวณใหม่": one.recomputed,
                "ต่างกัน": one.difference,
                "วิธี": f"{one.method} {one.n_schools:,} แห่ง",
            }
            for one in off
        ],
        hide_index=True,
        width="stretch",
        column_config={
            name: st.column_config.NumberColumn(format="%.2f") for name in ("ค่าที่ระบุ", "คำนวณใหม่", "ต่างกัน")
        },
    )


def _column_rows(preview: Preview, catalogue: Catalogue) -> list[dict[str, str]]:
    rows = []
    for table in preview.data.tables:
        for column in table.columns:
            names = ", ".join(catalogue.by_id[each].short_name for each in column.indicators[:3])
            more = f" และอีก {len(column.indicators) - 3} ตัวชี้วัด" if len(column.indicators) > 3 else ""
            meaning = _ROLE_WORDS.get(column.role) or f"{_PART_WORDS.get(column.role, '')}{names}{more}"
            rows.append(
                {
                    "ชีต": table.sheet,
                    "คอลัมน์": column_letter(column.index),
                    "หัวคอลัมน์": column.title,
                    "อ่านเป็น": meaning,
                    "ปี": str(column.year_be or ""),
                    "เหตุผล": column.reason,
                }
            )
    return rows
