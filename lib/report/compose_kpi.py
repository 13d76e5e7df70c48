"""The section of บทที่ 4 on KPI forms: levels round by round, the sum, what is missing, the evidence."""

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Align, Block, BulletList, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.kpi_report import KpiEvidenceLine, KpiFormReport, KpiRoundReport
from lib.domain.report_content import ReportContent
from lib.report.compose_parts import bullets
from lib.thai.numerals import format_number

_CLAIMED = "ระดับที่ระบุเอง"
_ROUND_COLUMNS: tuple[tuple[str, Align, float], ...] = (
    ("รอบรายงาน", "left", 2.4),
    ("ครบกำหนด", "left", 2.5),
    ("สถานะ", "left", 2.4),
    ("เพดาน", "left", 2.1),
    ("ระดับที่คำนวณได้", "left", 2.2),
    (_CLAIMED, "left", 2.2),
    ("คะแนนถ่วงน้ำหนัก", "right", 2.2),
)
_NOTHING = "–"


def kpi_blocks(content: ReportContent, words: ReportWords) -> list[Block]:
    """Every form that was begun in the fiscal year, or a sentence that none was."""
    blocks: list[Block] = [Heading(2, words.headings["kpi"], numbered=True)]
    if not content.kpi:
        return [*blocks, Paragraph((Run(words.phrases["no_kpi"]),))]
    for form in content.kpi:
        if len(content.kpi) > 1:
            blocks.append(Heading(3, form.code, numbered=True))
        blocks += _form(form, words)
    return blocks


def _form(form: KpiFormReport, words: ReportWords) -> list[Block]:
    spoken = form.focus_round
    key = f"kpi_{form.form_id}"
    opening = words.say("kpi_reading", title=form.title, fiscal_year=str(form.fiscal_year_be))
    before, number, after = form.level_text.partition(str(spoken.level))
    told = (
        Run(opening + before),
        Run(number, figure_id=_figure(form, spoken, "level")),
        Run(f"{after} {words.phrases['kpi_see']} "),
        Run("", refers_to=key),
    )
    blocks: list[Block] = [Paragraph(told)]
    if spoken.claim_differs:
        blocks.append(Paragraph((Run(_difference(spoken, words), bold=True),)))
    blocks += [_round_table(form, key, words), Paragraph((Run(words.say("kpi_why", round=spoken.name)),))]
    blocks += [_reasons(form, spoken), Paragraph((Run(words.say("kpi_sum", sum=spoken.arithmetic)),))]
    blocks += _missing(spoken, words)
    return [*blocks, _evidence_table(form, words)]


def _reasons(form: KpiFormReport, spoken: KpiRoundReport) -> Block:
    """Each reason is bound whole: whether a level is reached is told in words."""
    return BulletList(
        tuple(
            (Run(text, figure_id=_figure(form, spoken, f"reason|{place}")),)
            for place, text in enumerate(spoken.reasons, start=1)
        )
    )


def _figure(form: KpiFormReport, spoken: KpiRoundReport, measure: str) -> str:
    return f"kpi|{form.form_id}|{form.fiscal_year_be}|{spoken.round_id}|{measure}"


def _difference(spoken: KpiRoundReport, words: ReportWords) -> str:
    gap = (spoken.claimed or 0) - spoken.level
    return words.say(
        "kpi_difference",
        claimed=spoken.claimed_text,
        level=spoken.level_text,
        way="สูงกว่า" if gap > 0 else "ต่ำกว่า",
        gap=str(abs(gap)),
        reason=words.say("kpi_difference_reason", reason=spoken.claimed_reason)
        if spoken.claimed_reason
        else "",
    )


def _round_table(form: KpiFormReport, key: str, words: ReportWords) -> Table:
    rows = tuple(
        (
            each.name,
            each.due_text,
            each.status,
            each.cap_text,
            each.level_text,
            each.claimed_text or _NOTHING,
            format_number(each.weighted_score, 4),
        )
        for each in form.rounds
    )
    figures = tuple(
        (
            "",
            "",
            "",
            _figure(form, each, "cap"),
            _figure(form, each, "level"),
            _figure(form, each, "claimed") if each.claimed is not None else "",
            _figure(form, each, "weighted_score"),
        )
        for each in form.rounds
    )
    any_claim = any(each.claimed is not None for each in form.rounds)
    shown = [place for place, (title, _, _) in enumerate(_ROUND_COLUMNS) if any_claim or title != _CLAIMED]
    return Table(
        words.say("kpi_rounds_caption", code=form.code, fiscal_year=str(form.fiscal_year_be)),
        tuple(TableColumn(*_ROUND_COLUMNS[place]) for place in shown),
        tuple(tuple(row[place] for place in shown) for row in rows),
        note=words.phrases["kpi_rounds_note"],
        bold_rows=frozenset({form.focus}),
        key=key,
        figure_ids=tuple(tuple(row[place] for place in shown) for row in figures),
    )


def _missing(spoken: KpiRoundReport, words: ReportWords) -> list[Block]:
    if not spoken.missing:
        return [Paragraph((Run(words.say("kpi_complete", round=spoken.name)),))]
    lines = tuple(f"ข้อ {number} {needs}" for number, needs in spoken.missing)
    return [Paragraph((Run(words.say("kpi_missing", n=str(len(lines)))),)), bullets(lines)]


def _evidence_table(form: KpiFormReport, words: ReportWords) -> Table:
    total = (
        "",
        words.phrases["kpi_evidence_total"],
        "",
        format_number(form.n_evidence, 0),
        "",
    )
    return Table(
        words.say("kpi_evidence_caption", code=form.code, round=form.focus_round.name),
        (
            TableColumn("ข้อ", "center", 1.0),
            TableColumn("การปฏิบัติงาน", "left", 6.0),
            TableColumn("ผล", "center", 1.6),
            TableColumn("จำนวน\nหลักฐาน", "right", 1.6),
            TableColumn("หลักฐานที่นับ", "left", 5.8),
        ),
        (*(_evidence_row(line) for line in form.evidence), total),
        bold_rows=frozenset({len(form.evidence)}),
        key=f"kpi_evidence_{form.form_id}",
        figure_ids=(
            *(
                ("", "", "", f"kpi|{form.form_id}|{form.fiscal_year_be}|item {line.number}|evidence", "")
                for line in form.evidence
            ),
            ("", "", "", f"kpi|{form.form_id}|{form.fiscal_year_be}|all items|evidence", ""),
        ),
    )


def _evidence_row(line: KpiEvidenceLine) -> tuple[str, ...]:
    titles = "\n".join(f"{place}) {title}" for place, title in enumerate(line.titles, start=1))
    return (
        str(line.number),
        line.title,
        line.answer,
        format_number(len(line.titles), 0),
        titles or _NOTHING,
    )
