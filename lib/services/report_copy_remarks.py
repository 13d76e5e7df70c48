"""What to know of an edited Word copy as a whole before its words are picked."""

from lib.domain.written_sections import EditedCopy


def copy_remarks(copy: EditedCopy) -> tuple[str, ...]:
    """How it was saved, what is tracked or noted in it, and what of it the next document will not have."""
    told = []
    if copy.marks is None:
        told.append("ไฟล์ไม่มีข้อมูลว่าพิมพ์ไว้อย่างไร จึงให้เลือกทุกส่วนที่ต่างจากโปรแกรม และไม่ได้เทียบข้อความนอกส่วน")
    if copy.is_from_libreoffice:
        told.append("ไฟล์บันทึกจาก LibreOffice ซึ่งอาจทำข้อความในกรอบซ้ำ ตรวจทุกส่วนก่อนเลือก หรือแก้ใน Word แทน")
    if copy.n_tracked:
        told.append(f"มีการแก้ไขแบบติดตาม {copy.n_tracked:,} แห่ง อ่านเหมือนยอมรับการแก้ไขทั้งหมดแล้ว")
    if copy.comments:
        told.append(f"มีข้อคิดเห็น {len(copy.comments):,} ข้อ ไม่ถูกเก็บ")
    if copy.marks is not None and copy.strays:
        told.append(f"ข้อความนอกส่วนที่เขียนได้ {len(copy.strays):,} แห่ง จะไม่อยู่ในฉบับถัดไป")
    if copy.n_lost:
        told.append(f"ข้อความหรือแถวที่โปรแกรมพิมพ์ {copy.n_lost:,} แห่งถูกแก้หรือลบ ฉบับถัดไปจะพิมพ์ตามข้อมูลในโปรแกรม")
    return tuple(told)
