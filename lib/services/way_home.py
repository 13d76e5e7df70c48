"""The way home of any figure of any page: its title, and how it was made where it stands in no file."""

from collections.abc import Callable

from lib.analysis.examination import Examination
from lib.domain.figures import FigureId, FigureKind
from lib.domain.indicators import Indicator
from lib.domain.meeting import read_term
from lib.domain.observations import Scope
from lib.domain.periods import Period, PeriodKind
from lib.errors import WorkbenchError
from lib.services import way_home_many as many
from lib.services import way_home_school as of_school
from lib.services.analysis import OfficeData, Periods
from lib.services.indicator_words import make_words
from lib.services.meeting_terms import group_name
from lib.services.way_home_peers import peer_range_view
from lib.services.way_home_presence import presence_view
from lib.services.way_home_view import MadeView, Tracing, start_tracing

#: Figures that stand in a file, and have a cell of their own.
IN_A_FILE = (FigureKind.SCHOOL, FigureKind.STATED)

_VIEWS: dict[FigureKind, Callable[[Tracing], MadeView]] = {
    FigureKind.AREA: many.area_view,
    FigureKind.CLUSTER: many.cluster_view,
    FigureKind.GROUP: many.cluster_view,
    FigureKind.SCHOOLS: many.schools_view,
    FigureKind.SAME_SCHOOLS: many.same_schools_view,
    FigureKind.AREA_CHANGE: of_school.area_change_view,
    FigureKind.SCHOOL_CHANGE: of_school.school_change_view,
    FigureKind.MEETING: many.meeting_view,
    FigureKind.PUPILS_BELOW: many.pupils_below_view,
    FigureKind.COVERAGE: many.coverage_view,
    FigureKind.SMALL: many.small_view,
    FigureKind.RELATION: of_school.relation_view,
    FigureKind.POOLED: of_school.pooled_view,
    FigureKind.ESTIMATE: of_school.estimate_view,
    FigureKind.PEERS: many.peers_view,
    FigureKind.PEER_RANGE: peer_range_view,
    FigureKind.MEDIAN: many.median_view,
    FigureKind.SHORT: many.apart_view,
    FigureKind.OVER: many.apart_view,
}
_NAMES = {
    FigureKind.SCHOOL: "ค่าของโรงเรียน",
    FigureKind.STATED: "ค่าที่ไฟล์แจ้ง",
    FigureKind.CATALOGUE: "ค่าในพจนานุกรมตัวชี้วัด",
    FigureKind.AREA: "ค่าของเขต",
    FigureKind.CLUSTER: "ค่าของกลุ่มโรงเรียน",
    FigureKind.GROUP: "ค่าของ",
    FigureKind.SCHOOLS: "ค่าของโรงเรียนในข้อนี้รวมกัน",
    FigureKind.SAME_SCHOOLS: "ค่าของเขต เฉพาะโรงเรียนเดิม",
    FigureKind.AREA_CHANGE: "การเปลี่ยนแปลงของเขต",
    FigureKind.SCHOOL_CHANGE: "การเปลี่ยนแปลงของโรงเรียน",
    FigureKind.MEETING: "โรงเรียนที่ถึงเป้าหมาย",
    FigureKind.PUPILS_BELOW: "สัดส่วนที่อยู่ในโรงเรียนไม่ถึงเป้าหมาย",
    FigureKind.COVERAGE: "โรงเรียนที่มีข้อมูล",
    FigureKind.SMALL: "โรงเรียนที่มีจำนวนน้อย",
    FigureKind.RELATION: "ระยะห่างจากค่าของเขต",
    FigureKind.POOLED: "ผลรวมหลายปีของโรงเรียน",
    FigureKind.ESTIMATE: "ค่าประมาณของโรงเรียนที่คำนึงถึงจำนวน",
    FigureKind.PEERS: "ค่าของโรงเรียนใกล้เคียง",
    FigureKind.PEER_RANGE: "ครึ่งกลางของโรงเรียนที่ใกล้เคียงกับ",
    FigureKind.MEDIAN: "ค่ากลางของโรงเรียน",
    FigureKind.SHORT: "ยอดรวมที่ขาด",
    FigureKind.OVER: "ยอดรวมที่เกิน",
    FigureKind.PRESENCE: "กลุ่มตัวชี้วัดที่ครบ",
}


def title_of(data: OfficeData, figure: FigureId) -> tuple[str, str]:
    """What kind of figure of whom, and of which indicator and period."""
    if figure.kind is FigureKind.PRESENCE:
        return _NAMES[
            figure.kind
        ], f"{data.catalogue.domain(figure.indicator_id).name} · {figure.period.label}"
    names = {school.school_id: school.name for school in data.register}
    who = names.get(figure.subject, figure.subject.partition(":")[2] or figure.subject)
    if figure.kind is FigureKind.GROUP:
        who = group_name(read_term(figure.subject), names)
    if figure.kind in (FigureKind.CATALOGUE, FigureKind.AREA_CHANGE, FigureKind.SCHOOLS):
        who = ""
    name = data.catalogue.by_id[figure.indicator_id].name
    what = _NAMES[figure.kind]
    if figure.subject in names:
        what += "" if what.endswith("โรงเรียน") else " โรงเรียน"
    elif who:
        what += " "
    return f"{what}{who}", f"{name} · {figure.period.label}"


def periods_for(periods: Periods, figure: FigureId, depth: int = 5) -> dict[PeriodKind, Period]:
    """The periods to examine for a figure: those of the page, or the figure's own year beyond them."""
    kind, year = figure.period.kind, figure.period.year_be
    chosen = periods.get(kind)
    if chosen is not None and chosen.year_be - depth < year <= chosen.year_be:
        return dict(periods)
    return {**periods, kind: Period(kind, year)}


def made_view(data: OfficeData, found: Examination, figure: FigureId) -> MadeView:
    """How a figure of many was made, with what it is made of.

    Raises:
        WorkbenchError: the data have changed, and the figure is no longer there.
    """
    if figure.kind is FigureKind.PRESENCE:
        return presence_view(data, figure)
    if figure.kind is FigureKind.CATALOGUE:
        return _catalogue_view(data, figure)
    try:
        return _VIEWS[figure.kind](start_tracing(data, found, figure))
    except (KeyError, IndexError) as error:
        raise WorkbenchError("ข้อมูลเปลี่ยนไปแล้ว ไม่พบตัวเลขนี้ในปีที่เลือก", "ปิดหน้าต่างนี้แล้วเปิดหน้าใหม่อีกครั้ง") from error


def stated_id(indicator_id: str, period: Period, scope: Scope | str, name: str) -> FigureId:
    """The way home of a comparator: a row of a file, or the catalogue's own."""
    if not scope:
        return FigureId(FigureKind.CATALOGUE, indicator_id, period, "benchmark")
    return FigureId(FigureKind.STATED, indicator_id, period, f"{scope}:{name}")


def _catalogue_view(data: OfficeData, figure: FigureId) -> MadeView:
    indicator: Indicator = data.catalogue.by_id[figure.indicator_id]
    words = make_words(indicator, data.rules)
    if figure.subject == "benchmark":
        told = f"ค่าเปรียบเทียบ “{indicator.benchmark_label}” ที่ตั้งไว้ในพจนานุกรมตัวชี้วัด ไม่ได้มาจากไฟล์"
        return MadeView(words.figure(indicator.benchmark), (told,))
    told = "เป้าหมายที่ตั้งไว้ในพจนานุกรมตัวชี้วัด แก้ไขได้ในหน้าพจนานุกรมตัวชี้วัด ไม่ได้มาจากไฟล์"
    return MadeView(words.goal or "–", (told,))
