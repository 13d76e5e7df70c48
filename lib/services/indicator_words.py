"""Figures of an indicator in sentences, the same on every page: what it is, for whom, and how sure."""

import math
from dataclasses import dataclass

from lib.analysis.benchmarks import Benchmark, preferred
from lib.analysis.changes import Change
from lib.analysis.sentences import Wording, is_per_cent, make_wording, printed_gap, two_decimals, whole_number
from lib.analysis.standing import is_ceiling
from lib.analysis.summary import IndicatorSummary
from lib.catalog.rules import RuleSet
from lib.charts.marks import Mark
from lib.domain.indicators import Direction, Indicator
from lib.thai.numerals import round_half_up

_GOOD_SIDE = {Direction.HIGHER: "above", Direction.LOWER: "below"}
_SIGNS = {Mark.GOOD: "▲", Mark.POOR: "▼", Mark.DIFFERS: "◆", Mark.SMALL: "–"}


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """Words for one indicator under the rules of the office."""

    indicator: Indicator
    wording: Wording

    def figure(self, value: float | None) -> str:
        """ร้อยละ 62.10, 41.25 คะแนน; a dash where nothing is known."""
        if value is None or not math.isfinite(value):
            return "–"
        return self.wording.value(self.indicator, value)

    def bare(self, value: float | None) -> str:
        """The figure without its unit."""
        return "–" if value is None or not math.isfinite(value) else two_decimals(value)

    def short(self, value: float | None, *, signed: bool = False) -> str:
        """The figure without its unit and, for counts and money, without decimals; −1.48 where signed."""
        if value is None or not math.isfinite(value):
            return "–"
        rounded = round_half_up(value, 0 if self.indicator.sums else 2)
        told = whole_number(abs(rounded)) if self.indicator.sums else two_decimals(abs(rounded))
        return ("−" if rounded < 0 else "+" if signed and rounded > 0 else "") + told

    def counted(self, n: float | None) -> str:
        """ผู้เข้าสอบ 6 คน; empty where the indicator has no n."""
        if n is None or not math.isfinite(n) or not self.indicator.has_n:
            return ""
        counting = self.wording.rules.classifier(self.indicator.denominator)
        # "บาทของงบประมาณ 65 ล้าน บาท" would say baht twice
        what = self.indicator.denominator.removeprefix(f"{counting}ของ")
        return f"{what} {whole_number(n)} {counting}"

    @property
    def unit(self) -> str:
        """The unit as the title of an axis."""
        return "ร้อยละ" if is_per_cent(self.indicator) else self.indicator.unit

    @property
    def goal(self) -> str:
        """The target, or both ends of a target band; empty without one."""
        low, high = self.indicator.target, self.indicator.target_high
        if low is None:
            return ""
        if high is None or high == low:
            return self.short(low)
        ceiling = is_ceiling(self.indicator)
        return f"ไม่เกิน {self.short(high)}" if ceiling else f"{self.short(low)} ถึง {self.short(high)}"

    @property
    def gap_unit(self) -> str:
        """The unit of a difference: of per cents it is points."""
        return "จุด" if is_per_cent(self.indicator) else self.indicator.unit

    def gap(self, value: float, other: float) -> str:
        """สูงกว่า 3.20 จุด, or เท่ากัน."""
        difference = printed_gap(value, other)
        if difference == 0:
            return "เท่ากัน"
        return f"{self.wording.relation(difference)} {self.wording.gap(self.indicator, difference)}"

    def mark(self, relation: str, *, small: bool) -> Mark:
        """The sign of a school; a small one gets none, whatever its figure."""
        if small:
            return Mark.SMALL
        if relation == "not_distinguishable":
            return Mark.CHANCE
        if relation not in ("above", "below"):
            return Mark.PLAIN
        good = _GOOD_SIDE.get(self.indicator.direction)
        if good is None:
            return Mark.DIFFERS
        return Mark.GOOD if relation == good else Mark.POOR

    def relation(self, mark: Mark, value: float, area: float, n: float) -> str:
        """How a school stands to the area, with its sign; of a small one how many it has."""
        if not (math.isfinite(value) and math.isfinite(area)):
            return ""
        if mark is Mark.SMALL:
            return f"{_SIGNS[mark]} มี{self.counted(n)}"
        if mark is Mark.CHANCE:
            return "ยังแยกไม่ออก"
        if mark is Mark.PLAIN:
            return self.gap(value, area)
        return f"{_SIGNS[mark]} {'สูงกว่าเขต' if value > area else 'ต่ำกว่าเขต'}"

    def turned(self, difference: float) -> str:
        """เพิ่มขึ้น, ลดลง or เท่าเดิม, as the printed difference says."""
        rounded = round_half_up(difference)
        if rounded == 0:
            return "เท่าเดิม"
        return self.wording.phrase("rose" if rounded > 0 else "fell")

    def change(self, difference: float, certain: bool | None) -> str:
        """เพิ่มขึ้น 3.20 จุด · เกินความผันผวน."""
        if not math.isfinite(difference):
            return ""
        rounded = round_half_up(difference)
        if rounded == 0:
            return self.turned(0.0)
        sure = {True: " · เกินความผันผวน", False: " · ยังแยกไม่ออก", None: ""}[certain]
        return f"{self.turned(rounded)} {self.wording.gap(self.indicator, rounded)}{sure}"

    def signed_change(self, value: float, change: float, certain: bool | None) -> str:
        """+3.20 เกินความผันผวน, for a column whose header names the unit; of the two values as printed."""
        if not math.isfinite(change):
            return ""
        difference = printed_gap(value, value - change)
        sure = {True: " เกินความผันผวน", False: " ยังแยกไม่ออก", None: ""}[certain]
        return self.short(difference, signed=True) + sure

    def school_sentence(self, name: str, value: float, n: float, area: float, mark: Mark) -> str:
        """The tooltip of a school."""
        counted = self.counted(n)
        told = f"{self.wording.phrase('school', name=name)} {self.figure(value)}"
        if counted:
            told += f" จาก{counted}"
        if mark is Mark.SMALL:
            return f"{told} จำนวนน้อยเกินกว่าจะสรุปจากปีเดียว"
        if not math.isfinite(area):
            return told
        certainty = {Mark.CHANCE: " ยังแยกไม่ออกจากความผันผวน", Mark.PLAIN: ""}.get(
            mark, " เกินความผันผวนของปีเดียว"
        )
        return f"{told} เทียบกับเขต {self.figure(area)} {self.gap(value, area)}{certainty}"

    def area_sentence(self, summary: IndicatorSummary) -> str:
        """Level with its n, against the target, against an outside value, and the change."""
        period = summary.period.label
        if summary.value is None:
            return f"{self.indicator.name} {period} ยังไม่มีค่าในฐานข้อมูล"
        parts = [f"{self.indicator.name} {period}: {self._level(summary)}"]
        if summary.target is not None and summary.target_gap is not None:
            parts.append(self._target(summary.value, summary.target, summary.target_gap))
        outside = outside_value(summary)
        if outside is not None:
            side = "เท่ากับ" if printed_gap(summary.value, outside.value) == 0 else ""
            gap = side or self.gap(summary.value, outside.value)
            parts.append(f"เทียบ{outside.name} {self.figure(outside.value)} {gap}")
        if summary.change_all is not None:
            parts.append(self.area_change(summary.change_all))
        return " · ".join(parts)

    def area_change(self, change: Change) -> str:
        """The area's change with its year and certainty."""
        told = (
            self.change(change.printed, change.certain)
            .replace(" · ", " ")
            .replace("ยังแยกไม่ออก", "ยังแยกไม่ออกจากความผันผวน")
        )
        return f"เทียบปี {change.year_be} {told}"

    def _level(self, summary: IndicatorSummary) -> str:
        value = self.figure(summary.value)
        schools = f"โรงเรียน {summary.n_schools:,} แห่ง"
        if summary.aggregation == "stated":
            return f"{value} ตามตัวเลขที่แจ้งระดับเขต"
        if summary.aggregation == "sum":
            return f"รวมทั้งเขต {value} จาก{schools}"
        if summary.aggregation == "median":
            return f"ค่ากลางของโรงเรียน {value} จาก{schools}"
        return f"ภาพรวมเขต {value} จาก{self.counted(summary.n_total)} ใน{schools}"

    def _target(self, value: float, target: float, gap: float) -> str:
        if self.indicator.direction is Direction.BAND:
            return "อยู่ในช่วงเป้าหมาย" if gap >= 0 else "อยู่นอกช่วงเป้าหมาย"
        reached = "ถึงเป้าหมาย" if gap >= 0 else "ยังไม่ถึงเป้าหมาย"
        return f"{reached} {self.figure(target)} ({self.gap(value, target)})"


def outside_value(summary: IndicatorSummary) -> Benchmark | None:
    """The value from outside the area that a reader asks for first."""
    return preferred(tuple(row.benchmark for row in summary.benchmarks), summary.period.year_be)


def make_words(indicator: Indicator, rules: RuleSet) -> IndicatorWords:
    """Words for one indicator."""
    return IndicatorWords(indicator, make_wording(rules))
