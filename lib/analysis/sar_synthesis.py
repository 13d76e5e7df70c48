"""Synthesis of self-assessments: standard by level with its three Ns, of all schools and by group."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lib.analysis.stated_levels import CountedReport, counted_reports, other_set
from lib.domain.assessment_synthesis import (
    ApartReports,
    GroupKind,
    LevelCount,
    LevelSynthesis,
    SarSynthesis,
    SchoolReport,
    StandardSummary,
    SynthesisGroup,
)
from lib.domain.assessments import LevelOfEducation, ReportStatus
from lib.domain.standards import StandardsCatalogue, StandardSet
from lib.thai.numerals import round_half_up
from lib.thai.text import sort_key

_LEVELS = range(1, 6)
_OF_CENTRES = "เป็นมาตรฐานเฉพาะของศูนย์การศึกษาพิเศษ ประเด็นพิจารณาต่างจากชุดของโรงเรียน"
_OF_OLD_SET = "เป็นชุดมาตรฐานที่เลิกใช้แล้ว มาตรฐานและระดับคุณภาพเทียบกับชุดปัจจุบันไม่ได้"
_OLD_SCALE = "ชื่อระดับคุณภาพตามเกณฑ์เดิม"
_OF_OLD_SCALE = "ใช้ชื่อระดับของเกณฑ์เดิม ซึ่งเทียบกับห้าระดับปัจจุบันไม่ได้"


def synthesise(
    schools: Sequence[SchoolReport],
    year_be: int,
    standards: StandardsCatalogue,
    *,
    confirmed_only: bool = False,
    sizes: Sequence[str] = (),
) -> SarSynthesis:
    """The synthesis of one academic year.

    Args:
        schools: every active school, with its report where it sent one.
        confirmed_only: leave drafts out of the tables.
        sizes: names of the office's sizes, smallest first.
    """
    reports = [school for school in schools if school.assessment is not None]
    return SarSynthesis(
        academic_year_be=year_be,
        n_schools=len(schools),
        n_reports=len(reports),
        n_confirmed=sum(school.status is ReportStatus.CONFIRMED for school in reports),
        confirmed_only=confirmed_only,
        levels=_levels(schools, standards, confirmed_only),
        groups=tuple(_groups(schools, standards, confirmed_only, sizes)),
        not_submitted=tuple(school for school in schools if school.assessment is None),
    )


def synthesise_level(
    schools: Sequence[SchoolReport],
    level: LevelOfEducation,
    standards: StandardsCatalogue,
    *,
    confirmed_only: bool = False,
) -> LevelSynthesis:
    """One level of education over the given schools."""
    offering = [school for school in schools if level in school.offers]
    sent = [school for school in offering if school.assessment is not None]
    submitted = counted_reports(offering, level, standards)
    confirmed = counted_reports(offering, level, standards, confirmed_only=True)
    counted = confirmed if confirmed_only else submitted
    current = standards.current(level)
    words = _words(current, standards)
    return LevelSynthesis(
        level_of_education=level,
        n_schools=len(schools),
        n_offering=len(offering),
        n_submitted=len(submitted),
        n_confirmed=len(confirmed),
        n_counted=len(counted),
        standards=tuple(_summary(counted, level, (s.id, ""), s.name, words) for s in current.standards),
        items=tuple(
            _summary(counted, level, (s.id, item.id), item.name, words)
            for s in current.standards
            for item in s.items
        ),
        apart=tuple(_apart(counted, level, standards)),
        without_part=tuple(s for s in sent if s.assessment and level not in s.assessment.levels),
        not_offered=tuple(
            s for s in schools if s.assessment and level in s.assessment.levels and level not in s.offers
        ),
    )


def _levels(
    schools: Sequence[SchoolReport], standards: StandardsCatalogue, confirmed_only: bool
) -> tuple[LevelSynthesis, ...]:
    return tuple(
        synthesise_level(schools, level, standards, confirmed_only=confirmed_only)
        for level in LevelOfEducation
    )


def _groups(
    schools: Sequence[SchoolReport],
    standards: StandardsCatalogue,
    confirmed_only: bool,
    sizes: Sequence[str],
) -> Iterable[SynthesisGroup]:
    """Every kind that parts the schools; the schools of no group come last."""
    order = {name: place for place, name in enumerate(sizes)}
    for kind in GroupKind:
        names = {school.group(kind) for school in schools}
        if len(names) < 2:
            continue
        for name in sorted(names, key=lambda each: (not each, order.get(each, len(order)), sort_key(each))):
            inside = [school for school in schools if school.group(kind) == name]
            yield SynthesisGroup(kind, name, _levels(inside, standards, confirmed_only))


def _words(current: StandardSet, standards: StandardsCatalogue) -> tuple[str, ...]:
    vocabulary = standards.vocabulary(current.scale) or standards.vocabularies[0]
    return tuple(vocabulary.word(number) for number in _LEVELS)


def _summary(
    counted: Sequence[CountedReport],
    level: LevelOfEducation,
    row: tuple[str, str],
    name: str,
    words: Sequence[str],
) -> StandardSummary:
    stated = [report.stated[row] for report in counted]
    levels = Counter(each.level for each in stated if each.level is not None)
    n_rated, n_apart, n = levels.total(), sum(each.apart for each in stated), len(counted)
    n_without = n - n_rated - n_apart
    return StandardSummary(
        level_of_education=level,
        standard=row[0],
        item=row[1],
        name=name,
        counts=tuple(
            LevelCount(number, word, levels[number], _pct(levels[number], n))
            for number, word in zip(_LEVELS, words, strict=True)
        ),
        n_rated=n_rated,
        n_counted=n,
        n_without_level=n_without,
        n_apart=n_apart,
        n_recomputed=sum(each.recomputed for each in stated),
        mean=round_half_up(sum(number * count for number, count in levels.items()) / n_rated)
        if n_rated
        else None,
        pct_without_level=_pct(n_without, n),
        pct_apart=_pct(n_apart, n),
    )


def _pct(n: int, of: int) -> float:
    return round_half_up(100 * n / of) if of else 0.0


def _apart(
    counted: Sequence[CountedReport], level: LevelOfEducation, standards: StandardsCatalogue
) -> Iterable[ApartReports]:
    """Reports that do not stand in the table, by the set they follow; those of an older scale alone last."""
    found: dict[str, ApartReports] = {}
    old_scale = []
    for report in counted:
        if not any(each.apart for each in report.stated.values()):
            continue
        other = other_set(report.school.assessment, level, standards) if report.school.assessment else None
        if other is None:
            old_scale.append(report.school)
            continue
        reason = _OF_CENTRES if other.signs else _OF_OLD_SET
        known = found.get(other.id, ApartReports(other.name, reason, ()))
        found[other.id] = replace(known, schools=(*known.schools, report.school))
    yield from found.values()
    if old_scale:
        yield ApartReports(_OLD_SCALE, _OF_OLD_SCALE, tuple(old_scale))
