"""The register, and what the area office reports of itself as one figure a year."""

from collections.abc import Sequence

from sample_data.chance import half_up
from sample_data.file_bytes import workbook_bytes
from sample_data.grids import Cell, Grid
from sample_data.office_names import AREA_CODE, OFFICE_NAME, OFFICE_SHORT
from sample_data.school_list import YEARS, all_pupils, all_schools

_REGISTER_HEAD = (
    "ลำดับที่", "รหัสเขต", "รหัส SMIS", "รหัส OBEC", "รหัสกระทรวง", "ชื่อโรงเรียน", "อำเภอ", "กลุ่มโรงเรียน",
    "ระดับที่เปิดสอน", "จำนวนนักเรียน",
)  # fmt: skip

_FISCAL_HEAD = (
    "ปีงบประมาณ", "ชื่อหน่วยงาน", "คะแนน ITA สพท.", "ประชุม ก.ต.ป.น. (ครั้ง)", "มติทั้งหมด", "มติที่ปฏิบัติแล้ว (เรื่อง)",
    "มติที่ปฏิบัติแล้ว (ร้อยละ)", "จำนวนสถานศึกษาทั้งหมด", "ได้รับการนิเทศ (แห่ง)", "ได้รับการนิเทศ (ร้อยละ)",
)  # fmt: skip
_FISCAL = {
    2567: (86.42, 4, 18, 14, 77.78, 120, 112, 93.33),
    2568: (88.17, 4, 21, 17, 80.95, 120, 115, 95.83),
    2569: (90.35, 5, 22, 19, 86.36, 119, 117, 98.32),
}

_MONEY_HEAD = (
    "ปีงบประมาณ", "ชื่อหน่วยงาน", "งบดำเนินงาน ได้รับจัดสรร", "งบดำเนินงาน เบิกจ่าย", "งบดำเนินงาน คงเหลือ",
    "งบดำเนินงาน ร้อยละการเบิกจ่าย", "งบลงทุน ได้รับจัดสรร", "งบลงทุน เบิกจ่าย", "งบลงทุน คงเหลือ",
    "งบลงทุน ร้อยละการเบิกจ่าย",
    "ร้อยละการใช้จ่ายภาพรวม", "เงินกันไว้เบิกเหลื่อมปี", "รายการงบลงทุน", "ลงนามแล้ว (รายการ)", "ร้อยละการจัดซื้อจัดจ้างตามแผน",
    "ข้อทักท้วงทั้งหมด", "ข้อทักท้วงที่แก้ไขแล้ว (เรื่อง)", "แก้ไขข้อทักท้วง (ร้อยละ)",
)  # fmt: skip
_MONEY = {
    2567: (31_480_000, 30_913_360, 18_640_000, 13_793_600, 91.02, 3_214_500, 36, 29, 44, 37),
    2568: (32_150_000, 31_764_200, 21_075_000, 15_174_000, 91.87, 4_126_000, 41, 32, 39, 34),
    2569: (33_020_000, 32_557_720, 19_860_000, 13_544_520, 92.16, 4_873_250, 38, 28, 41, 33),
}

_ACADEMIC_HEAD = (
    "ปีการศึกษา", "ชื่อหน่วยงาน", "สถานศึกษาที่ส่ง SAR", "สถานศึกษาที่ผล SAR ดีเลิศขึ้นไป (แห่ง)",
    "ร้อยละสถานศึกษา SAR ระดับดีเลิศขึ้นไป", "สถานศึกษาที่รับการประเมินภายนอก", "ผลประเมินภายนอกระดับดีขึ้นไป (แห่ง)",
    "ผลประเมินภายนอก (ร้อยละ)", "เด็กที่ติดตาม", "กลับเข้าสู่ระบบ (คน)", "กลับเข้าสู่ระบบ (ร้อยละ)", "จำนวนโรงเรียนทั้งหมด",
    "โรงเรียนขนาดเล็ก (แห่ง)", "โรงเรียนขนาดเล็ก (ร้อยละ)",
)  # fmt: skip
_ACADEMIC = {
    2566: (117, 74, 21, 18, 92, 71),
    2567: (118, 79, 24, 21, 104, 86),
    2568: (119, 84, 26, 24, 98, 85),
}


def register_file() -> bytes:
    """The school register with its three codes; the office's own line stands in it, as in real ones."""
    rows: list[tuple[Cell, ...]] = [
        (f"ทะเบียนสถานศึกษาในสังกัด {OFFICE_NAME}",),
        (f"ข้อมูล ณ วันที่ 10 มิถุนายน {YEARS[-1]}",),
        _REGISTER_HEAD,
        (None, AREA_CODE, AREA_CODE, None, None, OFFICE_SHORT, None, None, None, None),
    ]
    for number, school in enumerate(all_schools(), start=1):
        heads = all_pupils(school, YEARS[-1])
        rows.append(
            (
                number, AREA_CODE, school.smis, school.obec, school.moe, f"โรงเรียน{school.name}",
                school.district, school.cluster, school.level, heads if school.is_open(YEARS[-1]) else "-",
            )
        )  # fmt: skip
    rows.append(("หมายเหตุ: สำนักงานและโรงเรียนทั้งหมดเป็นเรื่องสมมติ",))
    return workbook_bytes([Grid("ทะเบียน", tuple(rows), 2, 1, ((0, 0, 0, 9), (1, 0, 1, 9)))])


def area_files() -> dict[str, bytes]:
    """File name → content."""
    work = [(year, OFFICE_SHORT, *figures) for year, figures in _FISCAL.items()]
    money = [(year, OFFICE_SHORT, *_with_rates(figures)) for year, figures in _MONEY.items()]
    schools = [(year, OFFICE_SHORT, *_with_shares(year, figures)) for year, figures in _ACADEMIC.items()]
    grids = [
        _sheet("การบริหารสำนักงาน", _FISCAL_HEAD, work),
        _sheet("งบประมาณสำนักงาน", _MONEY_HEAD, money),
        _sheet("คุณภาพการศึกษา", _ACADEMIC_HEAD, schools),
    ]
    return {"ข้อมูลระดับเขตพื้นที่.xlsx": workbook_bytes(grids)}


def _sheet(name: str, head: tuple[str, ...], rows: Sequence[tuple[Cell, ...]]) -> Grid:
    title = (f"{name} {OFFICE_NAME}",)
    return Grid(name, (title, head, *rows), 1, 1, ((0, 0, 0, len(head) - 1),))


def _with_rates(figures: tuple[float, ...]) -> list[Cell]:
    current, current_spent, capital, capital_spent, used, carried, items, signed, remarks, mended = figures
    return [
        current, current_spent, current - current_spent, _rate(current_spent, current),
        capital, capital_spent, capital - capital_spent, _rate(capital_spent, capital),
        used, carried, items, signed, _rate(signed, items), remarks, mended, _rate(mended, remarks),
    ]  # fmt: skip


def _with_shares(year_be: int, figures: tuple[int, ...]) -> list[Cell]:
    sent, excellent, assessed, good, sought, back = figures
    open_now = [school for school in all_schools() if school.is_open(year_be)]
    small = sum(all_pupils(school, year_be) <= 120 for school in open_now)
    return [
        sent, excellent, _rate(excellent, sent), assessed, good, _rate(good, assessed), sought, back,
        _rate(back, sought), len(open_now), small, _rate(small, len(open_now)),
    ]  # fmt: skip


def _rate(part: float, whole: float) -> float:
    return half_up(part * 100 / whole)
