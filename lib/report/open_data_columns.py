"""Columns of the open data and what they mean, for people and for programs."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a published file."""

    name: str
    meaning: str
    type: Literal["string", "integer", "number"] = "string"


FIGURE_COLUMNS = (
    Column("indicator_id", "รหัสตัวชี้วัด ตรงกับไฟล์ indicators.csv"),
    Column("indicator", "ชื่อตัวชี้วัด"),
    Column("domain", "ด้าน"),
    Column(
        "unit_kind", "ระดับของหน่วย: area เขต cluster กลุ่มโรงเรียน district อำเภอ size ขนาดโรงเรียน school โรงเรียน"
    ),
    Column("unit_id", "รหัสหน่วย"),
    Column("unit_name", "ชื่อหน่วย หรือรหัสแทนเมื่อไม่แสดงชื่อโรงเรียน"),
    Column("cluster", "กลุ่มโรงเรียนของโรงเรียน (ว่างเมื่อไม่แสดงชื่อ)"),
    Column("district", "อำเภอของโรงเรียน (ว่างเมื่อไม่แสดงชื่อ)"),
    Column("size", "ขนาดของโรงเรียน (ว่างเมื่อไม่แสดงชื่อ)"),
    Column("calendar", "ชนิดปี: academic_year ปีการศึกษา fiscal_year ปีงบประมาณ"),
    Column("year_be", "ปี พ.ศ.", "integer"),
    Column("term", "ภาคเรียน 0 คือทั้งปี", "integer"),
    Column("numerator", "ตัวตั้ง: จำนวนที่นับได้ ว่างเมื่อไม่มีหรือปกปิด", "integer"),
    Column("denominator", "ตัวหาร: จำนวนทั้งหมด (n) ว่างเมื่อไม่มีหรือปกปิด", "integer"),
    Column("value", "ค่า ทศนิยมสองตำแหน่ง ปัดครึ่งขึ้น ว่างเมื่อปกปิด", "number"),
    Column("measure_unit", "หน่วยของค่า"),
    Column("level", "ระดับตามกฎ ว่างเมื่อไม่มีเกณฑ์หรือปกปิด"),
    Column("rule_id", "กฎที่ให้ระดับ ตรงกับไฟล์ rules.csv"),
    Column("suppressed", "1 คือปกปิด 0 คือแสดง", "integer"),
    Column("reason", "เหตุที่ปกปิด: small_numbers คนน้อยหรือกันการคำนวณย้อน unknown_n ไม่ทราบจำนวนคน"),
    Column("data_version", "รุ่นของข้อมูล", "integer"),
)
RULE_COLUMNS = (
    Column("indicator_id", "รหัสตัวชี้วัด"),
    Column("rule_id", "รหัสกฎหรือมาตราส่วน"),
    Column("measure", "สิ่งที่เทียบกับ lower: value คือค่า gap_share คือระยะจากเป้าหมายเป็นร้อยละของ base"),
    Column("sign", "1 ยิ่งมากยิ่งดี -1 ยิ่งน้อยยิ่งดี 0 ดีเมื่ออยู่ในช่วง target ถึง target_high", "integer"),
    Column("target", "เป้าหมาย", "number"),
    Column("target_high", "เป้าหมายด้านสูง", "number"),
    Column("base", "ฐานของ gap_share", "number"),
    Column("lower", "ถึงระดับนี้ตั้งแต่ค่านี้ ว่างคือระดับต่ำสุด", "number"),
    Column("level", "ชื่อระดับ เรียงจากต่ำไปสูง"),
)
INDICATOR_COLUMNS = (
    Column("indicator_id", "รหัสตัวชี้วัด"),
    Column("indicator", "ชื่อตัวชี้วัด"),
    Column("domain", "ด้าน"),
    Column("measure_unit", "หน่วยของค่า"),
    Column("denominator", "ตัวหารนับอะไร"),
    Column("direction", "ทิศทาง: higher ยิ่งมากยิ่งดี lower ยิ่งน้อยยิ่งดี band ดีเมื่ออยู่ในช่วง context ไม่ตัดสิน"),
    Column("kind", "ชนิดของค่า"),
    Column("calendar", "ชนิดปี"),
    Column("target", "เป้าหมาย", "number"),
    Column("target_high", "เป้าหมายด้านสูง", "number"),
    Column("scale_min", "ค่าต่ำสุดที่เป็นไปได้ ว่างคือไม่กำหนด", "number"),
    Column("scale_max", "ค่าสูงสุดที่เป็นไปได้ ว่างคือไม่กำหนด", "number"),
    Column("source", "ระบบต้นทาง"),
    Column("note", "หมายเหตุ"),
)
DICTIONARY_COLUMNS = (
    Column("file", "ไฟล์"),
    Column("column", "คอลัมน์"),
    Column("type", "ชนิด"),
    Column("meaning", "ความหมาย"),
)
