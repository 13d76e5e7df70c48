"""What was found in a file: the list with its counts, the marked copy, the area row against its schools."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

import streamlit as st

from lib.domain.indicators import Catalogue
from lib.domain.issues import Severity
from lib.ingest.mark_workbook import mark_workbook
from lib.services.import_offers import take_offer
from lib.services.import_preview import Preview
from lib.ui.import_answers import choices_of, keep_choices
from lib.ui.messages import SEVERITY_WORDS, show_issues
from lib.ui.plain import plain
from lib.validation.offers import Offer, Reconciliation

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_findings(preview: Preview, content: bytes) -> None:
    """The list of issues, unfolded where something was not loaded, with the same workbook marked."""
    if not preview.issues:
        return
    counts = Counter(issue.severity for issue in preview.issues)
    said = " · ".join(f"{SEVERITY_WORDS[each]} {counts[each]:,}" for each in Severity if counts[each])
    with st.expander(
        f"รายการที่พบในไฟล์ {len(preview.issues):,} รายการ ({said})", expanded=bool(counts[Severity.ERROR])
    ):
        show_issues(preview.issues, key=preview.sha256, file_name=preview.file_name)
        stem = preview.file_name.rsplit(".", 1)[0]
        st.download_button(
            "ดาวน์โหลดไฟล์เดิมที่ทำเครื่องหมายไว้",
            data=partial(
                mark_workbook, content, preview.file_name, preview.issues, encoding=preview.choices.encoding
            ),
            file_name=f"{stem}-ทำเครื่องหมาย.xlsx",
            mime=_XLSX,
            key=f"marked-{preview.sha256}",
            help="สมุดงานเดิม ช่องที่มีปัญหาระบายสีและมีข้อความอธิบาย พร้อมชีตรวมรายการ",
        )


def show_reconciliation(preview: Preview, catalogue: Catalogue) -> None:
    """The area row against its recomputation; what would make them agree can be taken with one button."""
    if not preview.reconciliation:
        return
    off = [one for one in preview.reconciliation if not one.agrees]
    total = len(preview.reconciliation)
    if not off:
        st.markdown(f"แถวของเขตตรงกับค่าที่คำนวณใหม่ทั้ง {total:,} คอลัมน์")
        return
    st.warning(f"แถวของเขตไม่ตรงกับค่าที่คำนวณใหม่ {len(off):,} จาก {total:,} คอลัมน์ ควรตรวจก่อนบันทึก")
    by_explanation: dict[tuple[str, tuple[Offer, ...]], list[Reconciliation]] = {}
    for one in off:
        by_explanation.setdefault((one.sheet, one.offers) if one.offers else (one.cell, ()), []).append(one)
    for explained in by_explanation.values():
        if explained[0].suggestion:
            _show_suggestion(preview, explained)
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


def _show_suggestion(preview: Preview, explained: Sequence[Reconciliation]) -> None:
    """What explains one or several figures alike; taken once, it mends them all."""
    one = explained[0]
    place = f"{plain(one.sheet)} {', '.join(each.cell for each in explained)}".strip()
    said = dict.fromkeys(plain(each.suggestion) for each in explained)
    st.markdown(f"**{place}** " + "  \n".join(said))
    for number, offer in enumerate(one.offers):
        words, button = st.columns([4, 1], vertical_alignment="center")
        words.markdown(plain(offer.label))
        button.button(
            "ใช้ตามนี้",
            key=f"offer-{one.sheet}-{one.cell}-{one.indicator_id}-{number}-{preview.sha256}",
            width="stretch",
            on_click=_take,
            args=(preview, offer),
        )


def _take(preview: Preview, offer: Offer) -> None:
    answered = take_offer(choices_of(preview.sha256), offer, preview.data.tables)
    keep_choices(preview.sha256, answered)
