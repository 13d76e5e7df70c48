"""The items of an agenda with the office's own matters under them: answers, findings, recommendations."""

from dataclasses import dataclass

from lib.catalog.paper_words import PaperWords
from lib.domain.documents import Table, TableColumn
from lib.domain.findings import RECIPIENTS
from lib.domain.papers import AgendaItem, AgendaPart, AgendaPoint
from lib.domain.report_content import AcceptedFinding, PinnedAnswer, ReportContent

#: More are in the report; the meeting hears the weightiest.
_MOST_FINDINGS = 8
_WIDTH_CM, _FIRST_SHARE = 16.0, 0.4
_KINDS = ("strengths", "strength"), ("improvement_areas", "improvement_area"), ("watch", "watch")


@dataclass(frozen=True, slots=True)
class AgendaChoice:
    """Which matters go under the agenda.

    Attributes:
        five_items: what is told goes under the chair's item, as some offices do.
        noted: write รับทราบ as the resolution of what is told.
    """

    five_items: bool = False
    with_pinned: bool = True
    with_findings: bool = True
    with_recommendations: bool = True
    noted: bool = False


def agenda_items(content: ReportContent, choice: AgendaChoice, words: PaperWords) -> tuple[AgendaItem, ...]:
    """Six items in the order of the wording file, or five, with their matters."""
    matters = _matters(content, choice, words)
    titles = list(words.agenda)
    if choice.five_items:
        titles = [each for each in titles if each.part is not AgendaPart.INFORM]
        matters[AgendaPart.CHAIR] += matters.pop(AgendaPart.INFORM)
    for title in titles:
        if title.point:
            point = title.point.format(committee=words.committee, dots="." * 16)
            matters[title.part].insert(0, AgendaPoint(point))
    return tuple(
        AgendaItem(number, title.part, title.title, tuple(matters[title.part]))
        for number, title in enumerate(titles, start=1)
    )


def _matters(
    content: ReportContent, choice: AgendaChoice, words: PaperWords
) -> dict[AgendaPart, list[AgendaPoint]]:
    matters: dict[AgendaPart, list[AgendaPoint]] = {part: [] for part in AgendaPart}
    resolution = words.texts["minutes.resolution_inform"] if choice.noted else ""
    inform = matters[AgendaPart.INFORM]
    if choice.with_pinned:
        inform += [_answer(one, resolution) for one in content.pinned]
    if choice.with_findings:
        own = [each for each in content.all_findings if not each.is_shared]
        for key, kind in _KINDS:
            told = [each for each in own if each.finding.kind == kind]
            if told:
                inform.append(_findings(words.texts[f"minutes.{key}"], told, resolution))
    if choice.with_recommendations:
        matters[AgendaPart.CONSIDER] += _recommendations(content, words)
    return matters


def _answer(one: PinnedAnswer, resolution: str) -> AgendaPoint:
    others = (1 - _FIRST_SHARE) * _WIDTH_CM / max(len(one.columns) - 1, 1)
    columns = tuple(
        TableColumn(title, "right" if place else "left", others if place else _FIRST_SHARE * _WIDTH_CM)
        for place, title in enumerate(one.columns)
    )
    told = "\n".join(text for text in (one.sentence, one.remark) if text)
    source = f"แหล่งข้อมูล {' · '.join(one.sources)} ({one.stamp})" if one.sources else one.stamp
    return AgendaPoint(
        one.title, told, Table("", columns, one.rows) if one.rows else None, source, resolution
    )


def _findings(title: str, told: list[AcceptedFinding], resolution: str) -> AgendaPoint:
    """Those of the whole area before those of its parts, and how many more the report has."""
    ordered = sorted(told, key=lambda each: each.finding.scope != "area")
    shown = [f"{n}) {each.sentence}" for n, each in enumerate(ordered[:_MOST_FINDINGS], start=1)]
    if len(told) > _MOST_FINDINGS:
        shown.append(f"และอีก {len(told) - _MOST_FINDINGS:,} ข้อในรายงาน")
    return AgendaPoint(f"{title} {len(told):,} ข้อ", "\n".join(shown), resolution=resolution)


def _recommendations(content: ReportContent, words: PaperWords) -> list[AgendaPoint]:
    """A matter for each recipient, with every accepted recommendation to it once."""
    points = []
    for to in RECIPIENTS:
        texts = dict.fromkeys(
            advice.text for each in content.all_findings for advice in each.recommendations if advice.to == to
        )
        if texts:
            title = words.say("minutes.recommendations", to=to or "หน่วยงานที่เกี่ยวข้อง")
            shown = "\n".join(f"{n}) {text}" for n, text in enumerate(texts, start=1))
            points.append(AgendaPoint(title, shown))
    return points
