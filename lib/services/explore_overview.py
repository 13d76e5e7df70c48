"""The first view of the explore page: the four domains at a glance, and the indicators of one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lib.analysis.examination import Examination
from lib.analysis.sentences import whole_number
from lib.analysis.summary import IndicatorSummary, summarize_place
from lib.domain.indicators import Indicator
from lib.domain.periods import Period
from lib.services.analysis import OfficeData
from lib.services.explore import list_indicators
from lib.services.findings import ReviewedFinding
from lib.services.indicator_words import IndicatorWords, make_words

Standing = Literal["reached", "below", "untargeted", "missing"]
#: Sign and word, never colour alone.
STANDING_WORDS: Mapping[Standing, str] = {
    "reached": "▲ ถึงเป้าหมาย",
    "below": "▼ ยังไม่ถึง",
    "untargeted": "ไม่มีเป้าหมาย",
    "missing": "ยังไม่มีค่า",
}
SMALL_WORDS = "– จำนวนน้อย"


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator of a domain in one row, as printed; empty where there is nothing to say.

    Attributes:
        label: its line in a list; ``short_name`` in a table.
        standing: of the area's figure against the target; ``status`` the same in words, where there are
            too few people the mark of a small number.
        since_be: year the change looks back to, 0 without one.
        basic: ข้อมูลพื้นฐาน, which yields no finding.
    """

    indicator_id: str
    label: str
    short_name: str
    period: Period
    value: str
    n: str
    target: str
    standing: Standing
    status: str
    change: str
    since_be: int
    coverage: str
    basic: bool


@dataclass(frozen=True, slots=True)
class DomainGlance:
    """What stands out in one domain: key indicators by standing, and the area's own findings."""

    domain_id: str
    name: str
    colour: str
    counts: Mapping[Standing, int]
    n_strengths: int
    n_improvements: int


def load_lines(data: OfficeData, found: Examination) -> dict[str, tuple[IndicatorLine, ...]]:
    """Domain → its indicators with any figure, the key ones first, each in the order of the catalogue."""
    places = {indicator.id: place for place, indicator in enumerate(found.cube.indicators)}
    return {
        area.id: tuple(
            _line(data, found, places[each.id], each.label) for each in list_indicators(data, found, area.id)
        )
        for area in data.catalogue.domains
    }


def make_glances(
    data: OfficeData,
    lines: Mapping[str, Sequence[IndicatorLine]],
    findings: Sequence[ReviewedFinding],
) -> tuple[DomainGlance, ...]:
    """The domains that have any figure, in the office's order; findings that people rejected do not count."""
    area = [
        each.finding for each in findings if each.finding.scope == "area" and each.review.status != "rejected"
    ]
    glances = []
    for domain in data.catalogue.domains:
        judged = [line.standing for line in lines[domain.id] if not line.basic]
        kinds = [finding.kind for finding in area if finding.domain == domain.id]
        if lines[domain.id]:
            glances.append(
                DomainGlance(
                    domain.id,
                    domain.short_name,
                    domain.colour,
                    {standing: judged.count(standing) for standing in STANDING_WORDS},
                    kinds.count("strength"),
                    kinds.count("improvement_area"),
                )
            )
    return tuple(glances)


def domain_sentence(glance: DomainGlance, lines: Sequence[IndicatorLine]) -> str:
    """One domain in one line: its years, and its indicators by standing."""
    counts = glance.counts
    told = [
        f"ถึงเป้าหมาย {counts['reached']:,}",
        f"ยังไม่ถึง {counts['below']:,}",
        f"ไม่มีเป้าหมาย {counts['untargeted']:,}",
    ]
    if counts["missing"]:
        told.append(f"ยังไม่มีค่าในปีนี้ {counts['missing']:,}")
    basic = sum(line.basic for line in lines)
    if basic:
        told.append(f"และข้อมูลพื้นฐาน {basic:,} รายการ")
    years = " และ".join(dict.fromkeys(line.period.label for line in lines if not line.basic))
    return f"ด้าน{glance.name} {years}: ตัวชี้วัดหลัก {sum(counts.values()):,} ตัว {' · '.join(told)}"


def _line(data: OfficeData, found: Examination, place: int, label: str) -> IndicatorLine:
    indicator = found.cube.indicators[place]
    scale = data.catalogue.scale(indicator.scale) if indicator.scale else None
    summary, words = summarize_place(found, place, scale), make_words(indicator, found.rules)
    standing = _standing(summary)
    change = summary.change_all
    return IndicatorLine(
        indicator_id=indicator.id,
        label=label,
        short_name=indicator.short_name,
        period=summary.period,
        value=words.figure(summary.value),
        n=_counted(words, summary),
        target=words.goal,
        standing=standing,
        status=SMALL_WORDS if _is_small(indicator, summary) else STANDING_WORDS[standing],
        change="" if change is None else _change(words, change.printed, change.certain),
        since_be=0 if change is None else change.year_be,
        coverage=f"{summary.n_schools:,}/{summary.n_expected:,}" if summary.n_schools else "",
        basic=not indicator.key_indicator,
    )


def _standing(summary: IndicatorSummary) -> Standing:
    if summary.value is None:
        return "missing"
    if summary.target_gap is None:
        return "untargeted"
    return "reached" if summary.target_gap >= 0 else "below"


def _is_small(indicator: Indicator, summary: IndicatorSummary) -> bool:
    """Too few people say nothing, whatever their figure."""
    return indicator.has_n and summary.n_total is not None and summary.n_total < indicator.min_n


def _counted(words: IndicatorWords, summary: IndicatorSummary) -> str:
    """5,324 คน: whom they are is told on the indicator's own view."""
    if not words.indicator.has_n or summary.n_total is None:
        return ""
    return f"{whole_number(summary.n_total)} {words.wording.rules.classifier(words.indicator.denominator)}"


def _change(words: IndicatorWords, printed: float, certain: bool | None) -> str:
    if printed == 0:
        return words.turned(0.0)
    return words.short(printed, signed=True) + (" แยกไม่ออก" if certain is False else "")
