"""What the figures of findings are called, how they are printed, and which have changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from lib.domain.findings import Finding, Number
from lib.thai.numerals import format_number

#: What each figure is called, in the order in which people read them.
FIGURE_LABELS = {
    "value": "ค่า", "n": "จำนวนที่เป็นฐาน", "x": "จำนวนที่นับได้", "comparator": "ค่าที่ใช้เทียบ",
    "gap": "ผลต่างจากค่าที่เทียบ",
    "gap_n": "ผลต่างเป็นจำนวน", "years_same_side": "จำนวนปีที่อยู่ด้านเดียวกัน", "probability": "โอกาสที่ต่างจริง",
    "peer_probability": "โอกาสที่ต่างจากโรงเรียนใกล้เคียงจริง", "enrolled": "นักเรียนในทะเบียน",
    "n_doubted": "โรงเรียนที่ตัวหารน่าสงสัย", "n_unweighed": "โรงเรียนที่ไม่รวมในค่า",
    "doubted_pct": "ร้อยละที่ตัวหารน่าสงสัย", "n_no_n": "ไม่มีตัวหาร",
    "n_zero_n": "ตัวหารเป็น 0", "n_x_above_n": "นับได้มากกว่าตัวหาร", "n_enrolment": "ตัวหารมากกว่านักเรียนในทะเบียน",
    "n_jump": "ตัวหารต่างจากปีก่อนมาก",
    "n_peers": "จำนวนโรงเรียนใกล้เคียง", "pooled_value": "ค่ารวมหลายปี", "pooled_n": "จำนวนรวมหลายปี",
    "pooled_x": "จำนวนที่นับได้รวมหลายปี", "pooled_years": "จำนวนปีที่รวม", "target": "เป้าหมาย",
    "target_high": "ปลายบนของเป้าหมาย",
    "n_schools": "โรงเรียนที่มีข้อมูล", "n_expected": "โรงเรียนที่ควรมีข้อมูล", "step": "ขั้นจาก 5 ขั้น",
    "benchmark": "ค่าเปรียบเทียบ", "benchmark_name": "ชื่อค่าเปรียบเทียบ", "benchmark_gap": "ผลต่างจากค่าเปรียบเทียบ",
    "n_below": "โรงเรียนที่ไม่ถึงเป้าหมาย", "below_pct": "ร้อยละที่ไม่ถึงเป้าหมาย", "n_reached": "โรงเรียนที่ถึงเป้าหมาย",
    "reached_pct": "ร้อยละที่ถึงเป้าหมาย", "pupils_below_pct": "ร้อยละที่อยู่ในโรงเรียนไม่ถึงเป้าหมาย",
    "coverage_pct": "ร้อยละโรงเรียนที่มีข้อมูล", "needed_pct": "เกณฑ์ร้อยละที่ต้องมี", "earlier": "ค่าปีก่อน",
    "earlier_n": "จำนวนปีก่อน", "earlier_year_be": "ปีก่อน", "short": "ยอดรวมที่ขาด", "n_short": "โรงเรียนที่ขาด",
    "over": "ยอดรวมที่เกิน", "n_over": "โรงเรียนที่เกิน", "item": "เรื่องที่ประเมินตนเอง", "level": "ระดับที่ประเมินตนเอง",
    "n_others": "ตัวชี้วัดอื่นที่ต่างไปทางเดียวกัน", "says": "ข้อความที่ไม่ตรงกัน",
    "n_contradictions": "จำนวนแห่งที่ไม่ตรงกันในรายงาน", "n_contradictory": "รายงานที่ระดับไม่ตรงกันเอง",
    "n_reports": "รายงานที่ตรวจและยืนยันแล้ว", "contradictory_pct": "ร้อยละของรายงานที่ระดับไม่ตรงกันเอง",
    "n_told": "โรงเรียนในข้อนี้", "n_likely": "โรงเรียนที่น่าจะต่างอีก",
    "expected": "จำนวนที่จะพบโดยบังเอิญไม่ถึง", "schools": "ชื่อโรงเรียนในข้อนี้",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure as it was when it was decided about, and as it is; a dash where there was or is none."""

    name: str
    then: str
    now: str


def label_of(name: str) -> str:
    """What a figure, or a word such as สูงกว่า, is called."""
    if name.startswith("~"):
        return f"คำเปรียบเทียบหน้า “{name[1:]}”"
    return FIGURE_LABELS.get(name, name)


def ways_to_print(name: str, number: Number) -> tuple[str, ...]:
    """How a sentence may print a figure, the usual way first; the size of a difference without its sign."""
    if name == "schools":
        names = str(number).split(", ")
        return (", ".join(f"โรงเรียน{each}" for each in names), str(number))
    if isinstance(number, str) or name.endswith("_be"):
        return (str(number),)
    decimals = (0,) if isinstance(number, int) else (2, 0) if float(number).is_integer() else (2,)
    sizes = (number, abs(number)) if number < 0 else (number,)
    return tuple(format_number(size, places) for places in decimals for size in sizes)


def print_number(name: str, number: Number) -> str:
    """A figure in the usual way: commas, two decimals unless it is a count, years without commas."""
    return ways_to_print(name, number)[0]


def changed_figures(then: Mapping[str, Number], finding: Finding) -> tuple[FigureChange, ...]:
    """The figures that are not what they were when it was decided, in the order of reading."""
    now = dict(finding.numbers)
    order = {name: place for place, name in enumerate(FIGURE_LABELS)}
    changed = sorted(
        (name for name in then.keys() | now.keys() if then.get(name) != now.get(name)),
        key=lambda name: (order.get(name, len(order)), name),
    )
    return tuple(
        FigureChange(
            name,
            print_number(name, then[name]) if name in then else "–",
            print_number(name, now[name]) if name in now else "–",
        )
        for name in changed
    )
