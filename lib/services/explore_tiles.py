"""The few figures of an indicator that stand above its picture."""

from dataclasses import dataclass

from lib.analysis.sentences import whole_number
from lib.analysis.summary import IndicatorSummary
from lib.domain.figures import FigureId, FigureKind
from lib.services.indicator_words import IndicatorWords, outside_value


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of the area with what it is held against, and its way home."""

    label: str
    figure: str
    note: str
    home: FigureId


def make_tiles(summary: IndicatorSummary, words: IndicatorWords) -> tuple[Tile, ...]:
    """Level, change, schools that reach the target, and schools too small to read."""

    def home(kind: FigureKind, since_be: int = 0) -> FigureId:
        return FigureId(kind, summary.indicator_id, summary.period, since_be=since_be)

    target, outside = summary.target, outside_value(summary)
    held = [f"เป้าหมาย {words.goal}"] if target is not None else []
    held += [f"{outside.name} {words.bare(outside.value)}"] if outside is not None else []
    tiles = [
        Tile(
            f"ค่าของเขต ({words.unit})",
            words.short(summary.value),
            " · ".join(held) or "ไม่มีเป้าหมายหรือค่าเทียบ",
            home(FigureKind.AREA),
        )
    ]
    if (change := summary.change_all) is not None:
        sure = {True: " เกินความผันผวน", False: " ยังแยกไม่ออกจากความผันผวน", None: ""}[change.certain]
        note = words.turned(change.printed) + sure
        figure = words.short(change.printed, signed=True)
        since = home(FigureKind.AREA_CHANGE, change.year_be)
        tiles.append(Tile(f"เทียบกับปี {change.year_be} ({words.gap_unit})", figure, note, since))
    if summary.n_judged and summary.n_meeting is not None and summary.meeting_pct is not None:
        share = f"ร้อยละ {words.bare(summary.meeting_pct)} ของโรงเรียนที่มีข้อมูล"
        figure = f"{summary.n_meeting:,} จาก {summary.n_judged:,}"
        tiles.append(Tile("โรงเรียนที่ถึงเป้าหมาย", figure, share, home(FigureKind.MEETING)))
    elif summary.n_schools:
        covered = "" if summary.coverage_pct is None else f"ร้อยละ {words.bare(summary.coverage_pct)}"
        figure = f"{summary.n_schools:,} จาก {summary.n_expected:,}"
        tiles.append(Tile("โรงเรียนที่มีข้อมูล", figure, covered, home(FigureKind.COVERAGE)))
    if words.indicator.has_n and summary.n_schools:
        counting = words.wording.rules.classifier(words.indicator.denominator)
        least = f"{words.indicator.denominator}น้อยกว่า {whole_number(words.indicator.min_n)} {counting}"
        tiles.append(Tile("โรงเรียนที่มีจำนวนน้อย", f"{summary.n_small:,}", least, home(FigureKind.SMALL)))
    return tuple(tiles)
