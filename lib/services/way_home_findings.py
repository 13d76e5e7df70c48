"""Every figure of a finding's sentence with its own way home."""

from dataclasses import dataclass

from lib.analysis.benchmarks import benchmarks_of, preferred
from lib.analysis.examination import Examination
from lib.analysis.sentences import two_decimals
from lib.domain.figure_names import FIGURE_LABELS
from lib.domain.figures import FigureId, FigureKind
from lib.domain.findings import Finding, Number
from lib.domain.indicators import Compare, Indicator
from lib.domain.periods import Period
from lib.services.indicator_words import IndicatorWords, make_words
from lib.services.way_home import stated_id

_OWN = {"area": FigureKind.AREA, "cluster": FigureKind.CLUSTER, "school": FigureKind.SCHOOL}
_OF_SCHOOLS = {
    **dict.fromkeys(("n_schools", "n_expected", "coverage_pct"), FigureKind.COVERAGE),
    **dict.fromkeys(("n_below", "below_pct", "n_reached", "reached_pct"), FigureKind.MEETING),
    "pupils_below_pct": FigureKind.PUPILS_BELOW,
    **dict.fromkeys(("short", "n_short"), FigureKind.SHORT),
    **dict.fromkeys(("over", "n_over"), FigureKind.OVER),
}
_OF_ONE_SCHOOL = {
    **dict.fromkeys(
        ("pooled_value", "pooled_n", "pooled_x", "pooled_years", "years_same_side"), FigureKind.POOLED
    ),
    "probability": FigureKind.ESTIMATE,
    "n_peers": FigureKind.PEERS,
}
_IN_UNIT = frozenset(
    {"value", "comparator", "benchmark", "earlier", "target", "target_high", "short", "over", "pooled_value"}
)
_REMARKS = {
    "peer_probability": "จากค่าประมาณของโรงเรียนและความคลาดเคลื่อน เทียบกับค่าของโรงเรียนใกล้เคียง",
    "n_doubted": "โรงเรียนที่มีค่าแต่ตัวหารไม่น่าเชื่อ ตามกฎ R8",
    "n_unweighed": "โรงเรียนที่มีค่าแต่ไม่มีตัวหารที่ใช้ได้ จึงถ่วงน้ำหนักไม่ได้",
    "doubted_pct": "โรงเรียนที่ตัวหารน่าสงสัย ÷ โรงเรียนที่มีข้อมูล × 100",
    "enrolled": "จากทะเบียนโรงเรียน",
    "expected": "โอกาสที่โรงเรียนหนึ่งจะเกินเกณฑ์ร้อยละ 99.8 ด้านเดียว × จำนวนโรงเรียนที่มีข้อมูล",
    "schools": "เรียงตามกลุ่มและชื่อ",
    "gap": "ผลต่างของค่ากับค่าที่เทียบ ตามที่ปัด 2 ตำแหน่งแล้ว",
    "benchmark_gap": "ผลต่างของค่ากับค่าเปรียบเทียบ ตามที่ปัด 2 ตำแหน่งแล้ว",
    "gap_n": "ผลต่างร้อยละ × จำนวน ÷ 100 ปัดเป็นจำนวนเต็ม",
    "step": "แบ่งตามระยะห่างจากเป้าหมาย ดูกฎ R1 ในภาคผนวกของรายงาน",
    "needed_pct": "เกณฑ์ของกฎ R8",
    "item": "จากรายงานการประเมินตนเองของโรงเรียน",
    "says": "จากรายงานการประเมินตนเองของโรงเรียน เปิดดูได้ที่หน้ารายงานของสถานศึกษา",
    "n_reports": "รายงานของปีการศึกษานี้ที่มีผู้ตรวจและยืนยันแล้ว",
    "contradictory_pct": "รายงานที่ระดับไม่ตรงกันเอง ÷ รายงานที่ยืนยันแล้ว × 100",
    "level": "จากรายงานการประเมินตนเองของโรงเรียน",
}


@dataclass(frozen=True, slots=True)
class FindingFigure:
    """One figure of a sentence; ``remark`` says how it follows from the others where it has no cell."""

    name: str
    label: str
    printed: str
    figure: FigureId | None
    remark: str


def finding_figures(finding: Finding, found: Examination) -> tuple[FindingFigure, ...]:
    """The figures of a finding in the order of reading.

    Args:
        found: the examination of the finding's period.
    """
    numbers = dict(finding.numbers)
    indicator = found.cube.indicators[found.place(finding.indicator_id)]
    words = make_words(indicator, found.rules)
    order = {name: place for place, name in enumerate(FIGURE_LABELS)}
    return tuple(
        FindingFigure(
            name,
            FIGURE_LABELS.get(name, name),
            _printed(name, numbers[name], words),
            figure_of(finding, found, indicator, name, numbers),
            _REMARKS.get(name, ""),
        )
        for name in sorted(numbers, key=lambda name: order.get(name, len(order)))
    )


def figure_of(
    finding: Finding, found: Examination, indicator: Indicator, name: str, numbers: dict[str, Number]
) -> FigureId | None:
    """The figure that a number of the sentence is; None where it follows from the others."""
    period, subject = finding.period, finding.scope_id

    def figure(kind: FigureKind, whose: str = subject, at: Period = period, since: int = 0) -> FigureId:
        return FigureId(kind, finding.indicator_id, at, whose, since)

    if finding.scope == "schools" and name in ("value", "n", "x", "n_told", "n_likely"):
        whose = [school for school, _ in finding.sources]
        n_told = int(numbers["n_told"])
        named = whose[n_told:] if name == "n_likely" else whose[:n_told]
        return figure(FigureKind.SCHOOLS, ",".join(named))
    if name in _OF_SCHOOLS:
        return figure(_OF_SCHOOLS[name], subject if finding.scope == "cluster" else "")
    if name in _OF_ONE_SCHOOL:
        return figure(_OF_ONE_SCHOOL[name])
    if name in ("target", "target_high"):
        return figure(FigureKind.CATALOGUE, "target")
    if name in ("benchmark", "benchmark_name"):
        row = preferred(benchmarks_of(found.benchmarks, indicator, period), period.year_be)
        return None if row is None else stated_id(indicator.id, period, row.scope, row.name)
    if name == "comparator":
        return figure(*_comparator(finding, indicator))
    since = int(numbers.get("earlier_year_be", 0))
    earlier = Period(period.kind, since, period.term)
    of_both = finding.scope == "area" and bool(since)
    if name == "earlier_year_be" and finding.scope == "schools":
        return figure(FigureKind.COVERAGE, "", earlier)
    if name in ("earlier", "earlier_n", "earlier_year_be"):
        kind = FigureKind.SAME_SCHOOLS if of_both else _OWN[finding.scope]
        return figure(kind, subject, earlier, since if of_both else 0)
    if name in ("value", "n", "x"):
        kind = FigureKind.SAME_SCHOOLS if of_both else _OWN[finding.scope]
        return figure(kind, subject, period, since if of_both else 0)
    return None


def _comparator(finding: Finding, indicator: Indicator) -> tuple[FigureKind, str]:
    if finding.rule_id == "R5":
        return FigureKind.PEERS, finding.scope_id
    if finding.rule_id == "R8" or indicator.compare is Compare.ROBUST:
        return FigureKind.MEDIAN, ""
    return FigureKind.AREA, ""


def _printed(name: str, number: Number, words: IndicatorWords) -> str:
    if isinstance(number, str):
        return number
    if name in _IN_UNIT:
        return words.figure(float(number))
    if isinstance(number, int):
        return str(number) if name == "earlier_year_be" else f"{number:,}"
    return two_decimals(number)
