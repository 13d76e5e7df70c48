"""Compares what the readers say of a file with what is true of it; the readers never see the truth."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import partial

from lib.analysis.sar_themes import items_of, match_themes
from lib.catalog.sar_themes import load_themes
from lib.catalog.standards import load_standards
from lib.domain.assessments import SelfAssessment, Statement
from lib.domain.contradictions import Contradiction, ContradictionKind
from lib.domain.document_text import DocumentText, TableBlock, TextBlock
from lib.domain.schools import School
from lib.errors import RefusedFile
from lib.ingest.report_lines import tidy_line
from lib.ingest.report_reader import read_report_file
from lib.ingest.school_identity import SchoolFinder
from lib.validation.self_assessment_contradictions import find_contradictions
from sample_data.school_list import all_schools
from tests.sar_corpus.story import CENTRE
from tests.sar_corpus.truth import Said, Truth

_EMPTY = SelfAssessment(None, "", None, (), (), (), 0.0, ())


def register() -> SchoolFinder:
    """The office's register, as any office has one."""
    schools = [School(s.smis, s.name, s.smis, s.obec, s.moe, s.cluster, s.district) for s in all_schools()]
    return SchoolFinder([*schools, School(CENTRE[0], CENTRE[2], CENTRE[0], "", CENTRE[1])])


@dataclass
class Verdict:
    """One file; counts and the lines that say what went wrong."""

    truth: Truth
    levels: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    clashes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    school: bool = True
    year: bool = True
    findings: int = 0


def read(truth: Truth, finder: SchoolFinder) -> tuple[DocumentText, SelfAssessment]:
    """Exactly what the application reads: bytes, file name and the register."""
    try:
        document, assessment, _ = read_report_file(
            truth.content, truth.name, lambda code, name: finder.find(code, name).school_id
        )
    except RefusedFile:
        return DocumentText((), 0), _EMPTY
    return document, assessment


def judge(truth: Truth, finder: SchoolFinder) -> Verdict:
    document, got = read(truth, finder)
    verdict = Verdict(truth)
    if truth.negative:
        verdict.findings = len(got.ratings) + len(got.overall) + len(got.statements)
        verdict.faults += [f"finds {r.standard} {r.item} {r.level} «{r.quote}»" for r in got.ratings]
        verdict.faults += [f"finds {s.kind} «{s.text}»" for s in got.statements]
        return verdict
    verdict.school = got.school_id == truth.school_id
    verdict.year = got.academic_year_be == truth.year_be
    if not verdict.school:
        verdict.faults.append(f"school {got.school_id} «{got.school_text}», is {truth.school_id}")
    if not verdict.year:
        verdict.faults.append(f"year {got.academic_year_be}, is {truth.year_be}")
    _levels(truth, got, verdict)
    _quotes(got, document, verdict)
    _statements(truth, got, document, verdict)
    _clashes(truth, got, verdict)
    return verdict


_KINDS = {
    ContradictionKind.TWO_OVERALL: "two_overall",
    ContradictionKind.TWO_LEVELS: "word_number",
    ContradictionKind.WORD_AND_NUMBER: "word_number",
    ContradictionKind.LOWEST_PRAISED: "lowest_praised",
    ContradictionKind.ITEMS_DO_NOT_ADD_UP: "sum",
    ContradictionKind.STANDARDS_DO_NOT_ADD_UP: "sum",
}


def _clashes(truth: Truth, got: SelfAssessment, verdict: Verdict) -> None:
    """Planted contradictions found with both pages; any other is false, but for what follows from one."""
    found = find_contradictions(got, load_standards(), partial(items_of, themes=load_themes()))
    for planted in truth.clashes:
        hit = any(_KINDS[one.kind] == planted.kind and _pages_of(one) == set(planted.pages) for one in found)
        verdict.clashes["all"] += 1
        verdict.clashes["found"] += hit
        if not hit:
            told = [(str(one.kind), one.standard, one.item, sorted(_pages_of(one))) for one in found]
            verdict.faults.append(f"contradiction missed {planted}: {told}")
    planted_kinds = {clash.kind for clash in truth.clashes}
    # A level that contradicts another also makes a mean come out differently.
    false = [
        one for one in found if _KINDS[one.kind] not in planted_kinds | ({"sum"} if planted_kinds else set())
    ]
    verdict.clashes["false"] += len(false)
    verdict.faults += [
        f"contradiction invented {one.kind} {one.standard} {one.item}: {one.first} / {one.second}"
        for one in false
    ]


def _pages_of(found: Contradiction) -> set[int]:
    return {side.place.page or 0 for side in (found.first, found.second)}


def _levels(truth: Truth, got: SelfAssessment, verdict: Verdict) -> None:
    read = {(str(r.level_of_education), r.standard, r.item): r for r in (*got.ratings, *got.overall)}
    contested = bool(truth.clashes)
    for key, level in truth.levels.items():
        found = read.get(key)
        stated = found.level if found else None
        verdict.levels["all"] += 1
        outcome = "right" if stated == level else "absent" if stated is None else "wrong"
        verdict.levels[outcome] += 1
        if outcome != "right":
            verdict.faults.append(
                f"{outcome} level {key}: {stated}, is {level}; «{found.quote if found else ''}»"
            )
    for key, level in truth.expected.items():
        found = read.get(key)
        verdict.levels["expected"] += 1
        verdict.levels["expected_right"] += found is not None and found.expected == level
    extra = (
        [] if contested else [key for key in read if key not in truth.levels and read[key].level is not None]
    )
    # An overall level that the layout does not print is still no reading of the report.
    verdict.levels["wrong"] += len(extra)
    verdict.faults += [f"invented level {key}: {read[key].level} «{read[key].quote}»" for key in extra]
    for edu, set_id in truth.sets.items():
        known = {"special_centre_2561": "basic_special_2561"}.get(set_id, set_id)
        verdict.levels["sets"] += 1
        verdict.levels["sets_right"] += known in got.standard_sets
        if known not in got.standard_sets:
            verdict.faults.append(f"set of {edu}: {got.standard_sets}, is {known}")


def _quotes(got: SelfAssessment, document: DocumentText, verdict: Verdict) -> None:
    """The words a level was read from stand at the page or sheet that is cited for it."""
    pages = _pages(document)
    sheets = {b.text: b.page for b in document.blocks if isinstance(b, TextBlock) and b.is_heading}
    for rating in (*got.ratings, *got.overall):
        place = rating.place
        text = pages.get(sheets.get(place.sheet, 0) if place.sheet else place.page or 0, "")
        here = all(plain(part) in text for part in rating.quote.split("|"))
        verdict.levels["quotes"] += 1
        verdict.levels["quoted"] += bool(rating.quote) and here
        if not (rating.quote and here):
            verdict.faults.append(f"quote {rating.standard} {rating.item} not at {place}: «{rating.quote}»")


def plain(text: str) -> str:
    """Text as compared: spacing carries no meaning between a file and its reading."""
    return re.sub(r"\s+", "", text)


def _statements(truth: Truth, got: SelfAssessment, document: DocumentText, verdict: Verdict) -> None:
    left = list(got.statements)
    pages = _pages(document)
    for said in truth.said:
        verdict.words["all"] += 1
        found = _same(said, left)
        if found is None:
            verdict.faults.append(f"statement absent ({said.kind}): «{said.text}»")
            continue
        left.remove(found)
        verdict.words["right"] += 1
        here = (
            found.place.page == said.page
            and found.place.sheet == said.sheet
            and found.place.cell == said.cell
        )
        if truth.name.endswith(".pdf"):
            # Where a line of the printed report falls is known to the printer only.
            here = plain(found.text) in pages.get(found.place.page or 0, "")
        elif said.page is not None:
            here = found.place.page == said.page and plain(found.text) in pages.get(said.page, "")
        verdict.words["placed"] += here
        if not here:
            verdict.faults.append(
                f"place {found.place}, is page {said.page} {said.sheet}!{said.cell}: «{said.text}»"
            )
        themes = match_themes(found, load_themes())
        verdict.words["themed"] += bool(themes) and themes[0].theme_id == said.theme
        level = found.level_of_education
        verdict.words["level_known"] += level is not None and str(level) == said.edu
        if level is not None and str(level) != said.edu:
            verdict.faults.append(f"statement of {level}, is {said.edu}: «{said.text}»")
    verdict.words["extra"] += len(left)
    verdict.faults += [f"statement invented ({s.kind}, {s.place.label}): «{s.text}»" for s in left]


def _same(said: Said, left: list[Statement]) -> Statement | None:
    fitting = [s for s in left if str(s.kind) == said.kind and plain(s.text) == plain(said.text)]
    return next(
        (s for s in fitting if str(s.level_of_education or "") in ("", said.edu)), next(iter(fitting), None)
    )


def _pages(document: DocumentText) -> dict[int, str]:
    pages: dict[int, list[str]] = {}
    for block in document.blocks:
        texts = [c for row in block.rows for c in row] if isinstance(block, TableBlock) else [block.text]
        pages.setdefault(block.page, []).extend(texts)
    return {page: plain(tidy_line("\n".join(texts))) for page, texts in pages.items()}
