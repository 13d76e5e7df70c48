"""A figure without a way home is not stored."""

import pandas as pd

from lib.domain.source_refs import is_source_ref
from lib.errors import WorkbenchError


def refuse_homeless(*frames: pd.DataFrame) -> None:
    """Refuse figures whose ``source_ref`` names no cell.

    Raises:
        WorkbenchError: with the number of such figures and one of their references.
    """
    lost = [ref for frame in frames for ref in frame["source_ref"] if not is_source_ref(ref)]
    if lost:
        raise WorkbenchError(
            f"มีค่า {len(lost):,} ค่าที่ไม่รู้ว่ามาจากเซลล์ใดในไฟล์ (เช่น “{lost[0]}”) จึงไม่บันทึกไฟล์นี้ ข้อมูลเดิมไม่เปลี่ยนแปลง",
            "แจ้งผู้ดูแลโปรแกรมพร้อมไฟล์นี้",
        )
