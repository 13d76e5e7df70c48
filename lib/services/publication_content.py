"""What the committee report says in the public copy: nothing of single schools, nothing that is hidden."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.standing import reaches_target
from lib.catalog.rules import RuleSet
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Block, Document, Paragraph
from lib.domain.finding_figures import sentence_pieces
from lib.domain.findings import Review
from lib.domain.report_content import AcceptedFinding, DomainResults, FigureRow, PinnedAnswer, ReportContent
from lib.services.publication import PublicFigures

#: The switch for sentences that people edited and for what they recommend.
FINDING_TEXTS = "finding_texts"
HIDDEN = "ปกปิด"
_ABSENT = "–"
_MEETING_NUMBERS = ("n_below", "n_reached")


def public_content(
    content: ReportContent, figures: PublicFigures, found: Examination, rules: RuleSet
) -> ReportContent:
    """The content without names of files, texts not released, lists of schools and hidden figures."""
    settings = figures.publication.settings
    listed = dict(rules.phrases)["named_in_table"]
    domains = tuple(_domain(domain, figures, found, listed) for domain in content.domains)
    n_gaps = len(content.gaps)
    gaps = (f"มีข้อสังเกตเรื่องคุณภาพข้อมูล {n_gaps:,} ข้อ สำนักงานเก็บรายละเอียดรายโรงเรียนไว้ภายใน",) if n_gaps else ()
    sar = replace(content.sar, names_schools=False) if content.sar and settings.with_sar else None
    if sar and settings.schools == "named":
        sar = replace(sar, names_schools=True)
    return replace(
        content,
        domains=domains,
        sar=sar,
        sources=tuple(
            replace(source, file_name=f"ไฟล์ข้อมูลที่ {place}") for place, source in enumerate(content.sources, 1)
        ),
        gaps=gaps,
        texts=tuple((key, text) for key, text in content.texts if key in settings.sections),
        pinned=tuple(
            each for each in content.pinned if settings.with_answers and not _of_schools(each, found)
        ),
        schools=(),
    )


def public_document(document: Document) -> Document:
    """The document without charts that draw one point per school, nor words that refer to them."""
    gone = {block.key for block in document.blocks if isinstance(block, Chart) and _draws_schools(block)}
    kept = [_unreferred(block, gone) for block in document.blocks if not _draws_schools(block)]
    return replace(document, blocks=tuple(kept))


def _unreferred(block: Block, gone: set[str | None]) -> Block:
    if isinstance(block, Paragraph) and any(run.refers_to in gone for run in block.runs if run.refers_to):
        return replace(
            block, runs=tuple(run for run in block.runs if not run.refers_to or run.refers_to not in gone)
        )
    return block


def _draws_schools(block: Block) -> bool:
    return isinstance(block, Chart) and block.kind == "scatter"


def _of_schools(answer: PinnedAnswer, found: Examination) -> bool:
    """Whether an answer tells of single schools, whose figures may be hidden."""
    told = " ".join((answer.title, answer.sentence, *(cell for row in answer.rows for cell in row)))
    return _names_a_school(told, found)


def _names_a_school(text: str, found: Examination) -> bool:
    return any(school.name in text for school in found.cube.schools)


def _domain(domain: DomainResults, figures: PublicFigures, found: Examination, listed: str) -> DomainResults:
    known = {indicator.id for indicator in found.cube.indicators}
    rows = tuple(
        _row(row, figures, found)
        for row in domain.rows
        if row.indicator_id not in known or not _area_hidden(row.indicator_id, figures, found)
    )
    findings = tuple(
        _finding(each, figures, listed) for each in domain.findings if _may_be_told(each, figures, found)
    )
    if figures.publication.settings.schools != "named":
        findings = tuple(each for each in findings if not _names_a_school(each.sentence, found))
    judged = [row for row in rows if row.target_gap is not None]
    return replace(
        domain,
        rows=rows,
        findings=findings,
        n_judged=len(judged),
        n_reached=sum((row.target_gap or 0.0) >= 0 for row in judged),
    )


def _finding(each: AcceptedFinding, figures: PublicFigures, listed: str) -> AcceptedFinding:
    """The finding without its schools; in the words of people only where those are released.

    Args:
        listed: what the rules say where a table of schools follows, which the public copy has not.
    """
    released = FINDING_TEXTS in figures.publication.settings.sections
    if released and each.sentence != each.finding.sentence:
        return replace(each, schools=())
    rule = replace(each.finding, sentence=each.finding.sentence.replace(f" {listed}", ""))
    return replace(
        each,
        finding=rule,
        schools=(),
        sentence=rule.sentence,
        pieces=sentence_pieces(rule, Review(rule.id)),
        recommendations=each.recommendations if released else (),
    )


def _row(row: FigureRow, figures: PublicFigures, found: Examination) -> FigureRow:
    """The row without a count of schools or a change that would give a hidden figure away."""
    if row.indicator_id not in {indicator.id for indicator in found.cube.indicators}:
        return row
    place = found.place(row.indicator_id)
    latest = _hidden(row.indicator_id, found.cube.depth - 1, figures)
    if row.meeting_text != _ABSENT and meeting_tells(found, place, latest):
        row = replace(row, meeting_text=HIDDEN)
    before = [_hidden(row.indicator_id, year, figures) for year in range(found.cube.depth - 1)]
    if row.change_text != _ABSENT and any(len(each) and each[-1] for each in before):
        row = replace(row, change_text=HIDDEN)
    return row


def meeting_tells(found: Examination, place: int, hidden: BoolArray) -> bool:
    """Whether the number of schools at the target tells of every hidden school whether it is."""
    values = found.cube.value[place, -1]
    own = hidden[: len(values)] & np.isfinite(values) if len(hidden) else np.zeros(len(values), bool)
    if not own.any():
        return False
    reached = reaches_target(found.cube.indicators[place], values[own])
    return bool(reached.all() or not reached.any())


def _hidden(indicator_id: str, year: int, figures: PublicFigures) -> BoolArray:
    return figures.hidden.get((indicator_id, year), np.zeros(0, bool))


def _area_hidden(indicator_id: str, figures: PublicFigures, found: Examination) -> bool:
    hidden = _hidden(indicator_id, found.cube.depth - 1, figures)
    return bool(len(hidden) and hidden[-1])


def _may_be_told(each: AcceptedFinding, figures: PublicFigures, found: Examination) -> bool:
    """The area's own matters, and those of several schools none of which is hidden."""
    finding = each.finding
    if finding.scope not in ("area", "schools"):
        return False
    if finding.indicator_id not in {indicator.id for indicator in found.cube.indicators}:
        return finding.scope == "area"
    if _area_hidden(finding.indicator_id, figures, found):
        return False
    hidden = _hidden(finding.indicator_id, found.cube.depth - 1, figures)
    if finding.scope == "schools":
        return not _any_hidden([school for school, _ in finding.sources], hidden, found)
    told = {name for name, _ in finding.numbers}
    place = found.place(finding.indicator_id)
    return not (told & set(_MEETING_NUMBERS)) or not meeting_tells(found, place, hidden)


def _any_hidden(schools: Sequence[str], hidden: BoolArray, found: Examination) -> bool:
    places = {school.school_id: place for place, school in enumerate(found.cube.schools)}
    return any(bool(hidden[places[school]]) for school in schools if school in places and len(hidden))
