"""A full sheet of a fictional school."""

from dataclasses import replace
from datetime import date

from lib.domain.school_sheet import (
    SchoolSheet,
    SheetDomain,
    SheetFinding,
    SheetLevel,
    SheetRow,
    SheetTrend,
)

SENTENCE = (
    "ร้อยละนักเรียนที่ได้รับการเยี่ยมบ้าน ปีการศึกษา 2568 มี 90 จาก 112 คน (ร้อยละ 80.36) ต่ำกว่าค่าของเขต "
    "(ร้อยละ 93.63) อยู่ 13.27 จุด หรือประมาณ 15 คน ต่ำกว่าค่าของเขตต่อเนื่อง 3 ปี แตกต่างเกินความผันผวน (กฎ R2)"
)


def row(place: int, name: str = "เยี่ยมบ้าน") -> SheetRow:
    return SheetRow(
        f"row{place}",
        f"{name} {place}",
        f"ร้อยละ {80 + place}.36",
        "90 จาก 112",
        "93.63",
        "95.58 – 98.30",
        "▼ ต่างเกินความผันผวน",
    )


def sheet(**keys: object) -> SchoolSheet:
    """A full sheet: five findings, four domains of four rows, two charts, levels and visits."""
    finding = SheetFinding("▼", "จุดที่ควรพัฒนา", "ต่างเกินความผันผวน", SENTENCE, "a1")
    trend = SheetTrend(
        "เยี่ยมบ้าน",
        "ร้อยละ",
        ("2566", "2567", "2568"),
        (
            ("โรงเรียน", (75.22, None, 80.36)),
            ("เขต", (93.1, 93.4, 93.63)),
            ("ใกล้เคียง", (95.0, 96.0, 97.0)),
        ),
        2,
    )
    full = SchoolSheet(
        office_name="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาทดสอบ เขต 1",
        is_sample=True,
        school_name="บ้านทดสอบ",
        facts=(("", "กลุ่มโรงเรียนสายน้ำ"), ("นักเรียน", "112 คน"), ("รหัส SMIS", "99010001")),
        sentence="มีข้อมูลตัวชี้วัดหลัก 87 ตัว",
        findings=tuple(replace(finding, finding_id=f"a{n}") for n in range(5)),
        n_more=3,
        domains=tuple(
            SheetDomain(name, "ปีการศึกษา 2568", tuple(row(n) for n in range(4)))
            for name in ("ด้านวิชาการ", "ด้านงบประมาณ", "ด้านการบริหารงานบุคคล", "ด้านการบริหารทั่วไป")
        ),
        trends=(trend, trend),
        colours=("0F5E6B", "1F2A30", "9AA5AB"),
        reading="“น้อย” คือจำนวนน้อยเกินกว่าจะสรุปจากปีเดียว",
        report_line="รายงานปีการศึกษา 2568 (ตรวจและยืนยันแล้ว)",
        standards=("มาตรฐานที่ 1", "มาตรฐานที่ 2", "มาตรฐานที่ 3"),
        levels=(
            SheetLevel("ปฐมวัย", ("ดีเลิศ ◆", "ดี", "ดีเลิศ")),
            SheetLevel("ขั้นพื้นฐาน", ("ดี", "ดี", "ดี")),
        ),
        disagreements=("◆ มาตรฐานที่ 1 ระดับปฐมวัย ประเมินตนเองไว้ที่ดีเลิศ แต่ผลชี้ไปอีกทาง",),
        questions=("เยี่ยมบ้าน: โรงเรียนเห็นว่าตัวเลขตรงกับที่เป็นอยู่หรือไม่",) * 3,
        visits=("ยังไม่มีแผน: ตรวจสอบคุณภาพการศึกษาอย่างน้อย 1 ครั้งใน 3 ปี · ภายใน 30 ก.ย. 2570",) * 4,
        sources=("ดูแลช่วยเหลือ ปี 2568.xlsx → ชีต “ดูแล” → เซลล์ เยี่ยมบ้าน E31",) * 6,
        data_line="ข้อมูลรุ่นที่ 59 · จัดทำ 22 พฤศจิกายน 2569",
        made_on=date(2026, 11, 22),
        thai_digits=False,
    )
    return replace(full, **keys)
