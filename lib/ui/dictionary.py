"""The indicator catalogue on screen: a table to look through, and everything about one indicator."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.indicators import Catalogue, Direction, Indicator, Kind
from lib.thai.text import fold_key
from lib.ui.plain import plain
from lib.ui.state import Key, put

_ROW_HEIGHT = 40
_MOST_ROWS = 9
DIRECTIONS = {
    Direction.HIGHER: "ยิ่งสูงยิ่งดี",
    Direction.LOWER: "ยิ่งต่ำยิ่งดี",
    Direction.BAND: "ดีเมื่ออยู่ในช่วง",
    Direction.CONTEXT: "ข้อมูลประกอบ",
}
KINDS = {
    Kind.PROPORTION: "ร้อยละ",
    Kind.MEAN: "คะแนนเฉลี่ย",
    Kind.RATING: "ค่าเฉลี่ยมาตรประมาณค่า",
    Kind.SCORE: "คะแนนรายโรงเรียน",
    Kind.COUNT: "จำนวนนับ",
    Kind.AMOUNT: "จำนวนเงิน",
    Kind.RATIO: "อัตราส่วน",
}


def find_indicators(catalogue: Catalogue, domain_id: str | None, search: str) -> tuple[Indicator, ...]:
    """Indicators of a domain (None: of all) whose names, group or id hold every word of the search."""
    words = [fold_key(word) for word in search.split()]
    return tuple(
        indicator
        for indicator in catalogue.indicators
        if (domain_id is None or indicator.domain == domain_id)
        and all(word in _searched(indicator) for word in words)
    )


def _searched(indicator: Indicator) -> str:
    return " ".join(map(fold_key, (indicator.name, indicator.short_name, indicator.group_name, indicator.id)))


def show_dictionary(catalogue: Catalogue, indicators: Sequence[Indicator]) -> None:
    """One row per indicator; a click on a row opens it below."""
    ids = [indicator.id for indicator in indicators]

    def choose() -> None:
        rows = st.session_state[Key.DICTIONARY_TABLE]["selection"]["rows"]
        if rows:
            put(Key.DICTIONARY_INDICATOR, ids[rows[0]])

    st.dataframe(
        [_row(catalogue, indicator) for indicator in indicators],
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT * (min(len(indicators), _MOST_ROWS) + 1) + 3,
        row_height=_ROW_HEIGHT,
        key=Key.DICTIONARY_TABLE,
        on_select=choose,
        selection_mode="single-row",
        column_config={"ตัวชี้วัด": st.column_config.TextColumn(width="large", pinned=True)},
    )


def _row(catalogue: Catalogue, indicator: Indicator) -> dict[str, object]:
    return {
        "ตัวชี้วัด": indicator.name,
        "หน่วย": indicator.unit,
        "เป้าหมาย": target_words(indicator),
        "ทิศทาง": DIRECTIONS[indicator.direction],
        "รอบ": indicator.period_kind.label,
        "ค่าเปรียบเทียบ": _number(indicator.benchmark),
        "ค่าที่เป็นไปได้": range_words(indicator),
        "ชนิด": KINDS[indicator.kind],
        "ฐานของค่า": indicator.denominator or "–",
        "จำนวนขั้นต่ำ": str(indicator.min_n) if indicator.has_n else "–",
        "เกณฑ์ระดับ": catalogue.scale(indicator.scale).name if indicator.scale else "–",
        "แหล่งข้อมูล": indicator.source_system or "–",
        "เจ้าของข้อมูล": indicator.owner or "–",
    }


def show_indicator(catalogue: Catalogue, indicator: Indicator) -> None:
    """What a figure of this indicator means, line by line."""
    scale = catalogue.scale(indicator.scale) if indicator.scale else None
    bands = " · ".join(f"{band.label} {band.lower:g} ขึ้นไป" for band in scale.bands) if scale else ""
    benchmark = f"{_number(indicator.benchmark)} ({indicator.benchmark_label})"
    lines = (
        ("ชื่อย่อ", indicator.short_name),
        ("ด้านและกลุ่ม", f"{catalogue.domain(indicator.domain).name} · {indicator.group_name}"),
        ("ชนิด", f"{KINDS[indicator.kind]} · {indicator.unit} · {DIRECTIONS[indicator.direction]}"),
        ("ฐานของค่า", indicator.denominator),
        ("รอบข้อมูล", indicator.period_kind.label),
        ("ค่าที่เป็นไปได้", range_words(indicator)),
        ("เป้าหมาย", target_words(indicator)),
        ("ค่าเปรียบเทียบ", benchmark if indicator.benchmark is not None else ""),
        ("เกณฑ์ระดับ", f"{scale.name}: {bands}" if scale else ""),
        ("จำนวนขั้นต่ำ", f"น้อยกว่า {indicator.min_n} แสดงค่าแต่ไม่ใช้สรุป" if indicator.has_n else ""),
        ("ศูนย์", "ถือว่าไม่มีการสอบหรือไม่มีข้อมูล" if indicator.zero_is_missing else ""),
        ("นิยามเปลี่ยนปี", ", ".join(map(str, indicator.break_years))),
        ("แหล่งข้อมูล", indicator.source_system),
        ("เจ้าของข้อมูล", indicator.owner),
        ("หมายเหตุ", indicator.note),
        ("หัวคอลัมน์ที่รู้จัก", " · ".join(indicator.full_aliases[:6])),
        ("รหัสตัวชี้วัด", indicator.id),
    )
    st.table(
        {
            "เรื่อง": [name for name, text in lines if text],
            "ความหมาย": [plain(text) for _, text in lines if text],
        },
        border="horizontal",
        hide_index=True,
        hide_header=True,
    )


def target_words(indicator: Indicator) -> str:
    """The office's goal in words."""
    low, high = indicator.target, indicator.target_high
    if low is None:
        return "–"
    if high is not None and low == indicator.valid_min:
        return f"ไม่เกิน {high:,g}"
    if high is not None:
        return f"{low:,g} ถึง {high:,g}" if low != high else f"{low:,g}"
    if low == 0:
        return "0"
    return f"{low:,g} {'ลงมา' if indicator.direction is Direction.LOWER else 'ขึ้นไป'}"


def range_words(indicator: Indicator) -> str:
    """Which values a file may hold."""
    low, high = indicator.valid_min, indicator.valid_max
    if low is not None and high is not None:
        return f"{low:,g}–{high:,g}"
    if low is not None:
        return f"{low:,g} ขึ้นไป"
    return f"ไม่เกิน {high:,g}" if high is not None else "ทุกค่า"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,g}"
