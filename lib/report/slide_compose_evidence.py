"""Self-assessments, KPI forms and followed recommendations of external assessment, on slides."""

from collections import Counter
from dataclasses import replace

from lib.catalog.report_words import ReportWords, load_sar_words
from lib.domain.assessment_synthesis import LevelSynthesis, SarSynthesis, StandardSummary
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Run
from lib.domain.external_assessments import FollowUpStatus
from lib.domain.external_board import FollowedRecommendation
from lib.domain.kpi_report import KpiFormReport
from lib.domain.report_content import ReportContent
from lib.domain.slides import Slide, SlideLine
from lib.report.sar_levels import level_chart, standard_name
from lib.report.sar_parts import high_word, level_figure, n_high, pct_text
from lib.report.slide_compose_parts import beside_chart, foot, limited
from lib.report.slide_words import count, line, message, numbered, said
from lib.thai.numerals import format_number


def sar_slide(content: ReportContent, words: ReportWords) -> Slide:
    """The level of education with most reports, its standards as stacked bars; else what is missing."""
    sar = content.sar
    if sar is None:
        return Slide("sar", "sar", message(words, ("no_sar",)), (said(words.phrases["sar_missing_next"]),))
    synthesis, year = sar.synthesis, sar.academic_year_be
    read = line(words, "sar_3", n_reports=count(synthesis.n_reports), n_schools=count(synthesis.n_schools))
    rated = [level for level in sar.told if any(row.n_rated for row in level.standards)]
    source = foot(words, "foot_sar", year=str(year))
    if not rated:
        confirmed = line(words, "sar_confirmed", n=count(synthesis.n_confirmed))
        return Slide("sar", "sar", read, (confirmed,), source=source)
    level = max(rated, key=lambda each: each.n_counted)
    lines = [
        line(
            words,
            "sar_submitted",
            n=count(level.n_submitted),
            n_offering=count(level.n_offering),
            level=level.level_of_education.label,
        ),
        line(words, "sar_confirmed", n=count(level.n_confirmed)),
    ]
    lines[:0] = [said(standard_name(row, load_sar_words())) for row in level.standards if row.n_rated]
    for other in rated:
        if other is not level:
            told = count(other.n_counted)
            lines.append(line(words, "sar_other", level=other.level_of_education.label, n=told))
    return Slide(
        "sar",
        "sar",
        _least_high(level, synthesis, words),
        beside_chart(lines),
        chart=_chart(level, year, words),
        source=source,
        notes=tuple(note for each in rated for note in _standards(each, words)),
    )


def kpi_slide(content: ReportContent, words: ReportWords) -> Slide:
    """The level of the form's round of today, what it lacks, and any other form's level."""
    if not content.kpi:
        return Slide("kpi", "kpi", message(words, ("no_kpi",)), (said(words.phrases["kpi_missing_next"]),))
    form, *others = content.kpi
    spoken = form.focus_round
    told = message(
        words,
        numbered(words, "kpi"),
        code=form.code,
        fiscal_year=str(form.fiscal_year_be),
        level=spoken.level_text,
        cap=count(spoken.cap),
        round=spoken.name,
    )
    lines = [said(form.title)]
    if spoken.claim_differs:
        lines.append(line(words, "kpi_claim", claimed=spoken.claimed_text))
    lines.append(
        line(
            words,
            "kpi_sum",
            score=format_number(spoken.score, 0 if spoken.score == int(spoken.score) else 2),
            weighted=format_number(spoken.weighted_score),
        )
    )
    lines += [line(words, "kpi_lacks", number=count(number), text=text) for number, text in spoken.missing]
    if not spoken.missing:
        lines.append(line(words, "kpi_complete", round=spoken.name))
    lines += [line(words, "kpi_other", code=each.code, level=each.level_text) for each in others]
    return Slide(
        "kpi",
        "kpi",
        told,
        limited(lines, words.phrases["chapter_results"], words),
        source=foot(words, "foot_kpi", year=str(form.fiscal_year_be)),
        notes=_reasons(form),
    )


def no_evidence_slide(words: ReportWords) -> Slide:
    """One slide for both where neither self-assessments nor a form is there."""
    lines = (said(words.phrases["sar_missing_next"]), said(words.phrases["kpi_missing_next"]))
    return Slide("missing", "no_evidence", message(words, ("no_evidence",)), lines)


def follow_up_slide(content: ReportContent, words: ReportWords) -> Slide | None:
    """What became of the recommendations of external assessors; None without any."""
    followed = followed_up(content)
    if not followed:
        return None
    late = [each for each in followed if each.days_overdue]
    status = Counter(each.follow_up.status for each in followed)
    lines = [
        line(
            words,
            "follow_status",
            status=each.label,
            n=count(status[each]),
            pct=pct_text(status[each], len(followed)),
        )
        for each in reversed(FollowUpStatus)
    ]
    lines.append(line(words, "follow_schools", n=count(len({each.school_id for each in followed}))))
    if late:
        n_schools = count(len({each.school_id for each in late}))
        lines.append(line(words, "follow_overdue", n=count(len(late)), n_schools=n_schools))
    told = message(
        words,
        ("follow_up",),
        n=count(len(followed)),
        n_done=count(status[FollowUpStatus.DONE]),
        n_overdue=count(len(late)),
    )
    return Slide("follow_up", "follow_up", told, tuple(lines), source=foot(words, "foot_external"))


def followed_up(content: ReportContent) -> tuple[FollowedRecommendation, ...]:
    """Recommendations of external assessment that the office follows."""
    return content.sar.external.recommendations if content.sar else ()


def _chart(level: LevelSynthesis, year_be: int, words: ReportWords) -> Chart:
    """The report's chart under the short names of its standards; the lines beside it tell the long ones."""
    drawn = level_chart(level, year_be, load_sar_words())
    names = tuple(words.say("sar_standard", number=row.standard) for row in level.standards if row.n_rated)
    caption = words.say("sar_caption", level=level.level_of_education.label)
    return replace(drawn, categories=names, caption=caption, note="", key=f"slide_sar_{year_be}")


def _least_high(level: LevelSynthesis, synthesis: SarSynthesis, words: ReportWords) -> SlideLine:
    """The standard with the smallest share of high levels."""
    rated = [row for row in level.standards if row.n_rated]
    least = min(rated, key=lambda row: n_high(row) / row.n_counted)
    keys = numbered(words, "sar")
    return message(
        words,
        keys if len(rated) > 1 else keys[1:],
        level=level.level_of_education.label,
        n=count(level.n_counted),
        number=least.standard,
        word=high_word(level),
        n_high=count(n_high(least)),
        pct=Run(
            pct_text(n_high(least), least.n_counted),
            figure_id=level_figure(synthesis.academic_year_be, least),
        ),
        n_standards=count(len(rated)),
        n_reports=count(synthesis.n_reports),
        n_schools=count(synthesis.n_schools),
    )


def _standards(level: LevelSynthesis, words: ReportWords) -> list[SlideLine]:
    return [
        line(
            words,
            "note_standard",
            name=f"{level.level_of_education.label} {standard_name(row, load_sar_words())}",
            counts=_counts(row, words),
            n=count(row.n_counted),
        )
        for row in level.standards
        if row.n_rated
    ]


def _counts(row: StandardSummary, words: ReportWords) -> str:
    told = (words.say("note_level_count", word=each.word, n=count(each.n)) for each in row.counts if each.n)
    return ", ".join(told)


def _reasons(form: KpiFormReport) -> tuple[SlideLine, ...]:
    spoken = form.focus_round
    return tuple(said(text) for text in (*spoken.reasons, spoken.arithmetic))
