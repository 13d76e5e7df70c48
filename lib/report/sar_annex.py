"""Annexes of the report on self-assessments: who is missing, reports, contradictions, rules of counting."""

from collections import Counter
from collections.abc import Iterable

from lib.catalog.report_words import ReportWords
from lib.domain.assessments import Rating
from lib.domain.contradictions import Contradiction, Side
from lib.domain.documents import Block, Heading, Table, TableColumn
from lib.domain.sar_report_content import ListedReport, SarReportContent
from lib.report.compose_parts import bullets
from lib.report.sar_parts import count_text, kind_figure, place_text, said, told_words
from lib.thai.dates import format_date, thai_day

_CLUSTER = "กลุ่มโรงเรียน"
_METHOD = ("method_1", "method_2", "method_3", "method_4", "method_5")


def annexes(content: SarReportContent, words: ReportWords) -> list[Block]:
    """ภาคผนวก ก to ง."""
    return [
        Heading(1, words.headings["annex_missing"]),
        *missing_blocks(content, words),
        Heading(1, words.headings["annex_reports"]),
        *_reports(content, words),
        Heading(1, words.headings["annex_contradictions"]),
        *_contradictions(content, words),
        Heading(1, words.headings["annex_method"]),
        bullets(tuple(words.phrases[key] for key in _METHOD)),
    ]


def missing_blocks(content: SarReportContent, words: ReportWords) -> list[Block]:
    """How many are missing, since when, and which: by name, or only counted by cluster."""
    board = content.board
    if not board.missing:
        blocks: list[Block] = [said(words.phrases["missing_none"])]
    else:
        n, total = count_text(len(board.missing)), count_text(board.n_schools)
        figure = kind_figure(content.academic_year_be, "missing")
        blocks = [said(words.say("missing_count", n=n, total=total), figure)]
    blocks.append(said(due_text(content, words)))
    if board.late:
        blocks.append(said(words.say("late_count", n=count_text(len(board.late)))))
    if board.missing:
        named = content.names_schools
        blocks.append(_missing_table(content, words) if named else _missing_by_cluster(content, words))
    return blocks


def due_text(content: SarReportContent, words: ReportWords) -> str:
    """The day the reports were due, in words."""
    board = content.board
    if board.due is None:
        return words.phrases["missing_no_due"]
    due, today = format_date(board.due), format_date(board.today)
    return words.say("missing_due" if board.days_overdue else "missing_before_due", due=due, today=today)


def side_text(side: Side) -> str:
    """One of two places that disagree, with its page."""
    where = place_text(side.place)
    says = told_words(side.says)
    return f"{says} ({where})" if where else says


def about_text(found: Contradiction) -> str:
    """What a contradiction is about: level of education, standard, item."""
    return Rating(found.level_of_education, found.standard, found.item, None, "").name


def _missing_table(content: SarReportContent, words: ReportWords) -> Table:
    rows = tuple(
        (
            str(place),
            each.name,
            each.cluster.removeprefix(_CLUSTER),
            count_text(each.days_after) if each.days_after is not None else "–",
        )
        for place, each in enumerate(content.board.missing, start=1)
    )
    columns = (
        TableColumn("ที่", "center", 1.2),
        TableColumn("โรงเรียน", width_cm=7.4),
        TableColumn("กลุ่ม", width_cm=4.8),
        TableColumn("เกินกำหนด (วัน)", "right", 2.6),
    )
    caption = words.say("missing_caption", year=str(content.academic_year_be))
    return Table(caption, columns, rows, note=words.phrases["list_note"])


def _missing_by_cluster(content: SarReportContent, words: ReportWords) -> Table:
    return _counts(
        words.phrases["missing_by_cluster_caption"],
        _CLUSTER,
        (each.cluster or "ไม่ระบุ" for each in content.board.missing),
    )


def _reports(content: SarReportContent, words: ReportWords) -> list[Block]:
    if not content.reports:
        return [said(words.say("no_reports", year=str(content.academic_year_be)))]
    if not content.names_schools:
        statuses = (report.saved.status.label for report in content.reports)
        return [_counts(words.phrases["reports_by_status_caption"], "สถานะ", statuses)]
    columns = (
        TableColumn("ที่", "center", 1.0),
        TableColumn("โรงเรียน", width_cm=4.0),
        TableColumn("ระดับ", width_cm=2.3),
        TableColumn("สถานะ โดย และเมื่อ", width_cm=4.6),
        TableColumn("ไฟล์", width_cm=4.1),
    )
    rows = tuple(_report_row(place, report) for place, report in enumerate(content.reports, start=1))
    caption = words.say("reports_caption", year=str(content.academic_year_be))
    return [Table(caption, columns, rows, note=words.phrases["list_note"])]


def _report_row(place: int, report: ListedReport) -> tuple[str, ...]:
    saved = report.saved
    levels = "\n".join(level.label for level in saved.assessment.levels) or "–"
    when = format_date(thai_day(saved.saved_at), short=True)
    status = f"{saved.status.label}\n{saved.saved_by} {when}"
    return str(place), report.school.name, levels, status, saved.file_name


def _contradictions(content: SarReportContent, words: ReportWords) -> list[Block]:
    found = [(report, each) for report in content.reports for each in report.contradictions]
    if not found:
        return [said(words.phrases["contradictions_none"])]
    lead = said(words.phrases["contradictions_lead"])
    if not content.names_schools:
        kinds = (each.kind.label for _, each in found)
        return [lead, _counts(words.phrases["contradictions_by_kind_caption"], "ลักษณะ", kinds)]
    columns = (
        TableColumn("โรงเรียน", width_cm=3.4),
        TableColumn("เรื่อง", width_cm=5.0),
        TableColumn("แห่งที่หนึ่ง", width_cm=3.6),
        TableColumn("แห่งที่สอง", width_cm=4.0),
    )
    rows = tuple(
        (
            report.school.name,
            f"{about_text(each)}\n{each.kind.label}",
            side_text(each.first),
            side_text(each.second),
        )
        for report, each in found
    )
    return [lead, Table(words.phrases["contradictions_caption"], columns, rows)]


def _counts(caption: str, of: str, names: Iterable[str]) -> Table:
    """How many there are of each, in the order they come."""
    counted = Counter(names)
    rows = [(name, count_text(n)) for name, n in counted.items()]
    rows.append(("รวม", count_text(counted.total())))
    columns = (TableColumn(of, width_cm=9.0), TableColumn("จำนวน", "right", 3.0))
    return Table(caption, columns, tuple(rows), bold_rows=frozenset({len(rows) - 1}))
