"""External assessment (สมศ.): latest results, beside the schools' own levels, what is open, who is due."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.assessments import Place
from lib.domain.documents import Block, Heading, Table, TableColumn
from lib.domain.external_board import ExternalBoard, InternalExternal, PhaseCounts, SchoolDue
from lib.domain.sar_report_content import SarReportContent
from lib.report.sar_parts import count_text, place_text, said, told_words
from lib.thai.dates import format_date
from lib.thai.numerals import format_number

_CLUSTER = "กลุ่มโรงเรียน"


def external_part(content: SarReportContent, words: ReportWords) -> list[Block]:
    """Results by round and level, internal beside external, open recommendations, schools due."""
    head, board = words.headings, content.external
    blocks: list[Block] = [Heading(1, head["part_external"], numbered=True)]
    blocks.append(Heading(2, head["external_results"], numbered=True))
    if board.counts:
        n, total = count_text(board.n_assessed), count_text(board.n_schools)
        blocks.append(said(words.say("external_counted", n=n, total=total)))
        blocks += [_counts_table(counts, words) for counts in board.counts]
    else:
        blocks.append(said(words.phrases["external_none"]))
    blocks += [Heading(2, head["external_compared"], numbered=True), *_compared(content, words)]
    blocks += [Heading(2, head["external_open"], numbered=True), *_recommendations(content, words)]
    blocks += [Heading(2, head["external_due"], numbered=True), *_dues(content, words)]
    return blocks


def open_text(board: ExternalBoard, words: ReportWords) -> str:
    """How many recommendations are open, of how many, in how many schools."""
    unfinished = [each for each in board.recommendations if each.is_open]
    return words.say(
        "external_open_count",
        n=count_text(len(unfinished)),
        total=count_text(len(board.recommendations)),
        schools=count_text(len({each.school_id for each in unfinished})),
        overdue=count_text(sum(each.days_overdue > 0 for each in unfinished)),
    )


def _counts_table(counts: PhaseCounts, words: ReportWords) -> Table:
    columns = [TableColumn("มาตรฐาน", width_cm=5.0)]
    for word in counts.words:
        columns += [TableColumn("แห่ง", "right", 1.0, word), TableColumn("ร้อยละ", "right", 1.5, word)]
    columns.append(TableColumn("มีผล", "right", 1.4))
    rows = []
    for standard in counts.standards:
        known = {each.word: each for each in standard.counts}
        cells = [standard.name]
        for word in counts.words:
            found = known.get(word)
            cells += [
                count_text(found.n if found else 0),
                format_number(found.pct if found else (0.0 if standard.n_judged else None)),
            ]
        rows.append((*cells, count_text(standard.n_judged)))
    told = f"{counts.round_name} {counts.phase_name}".strip()
    note = words.say(
        "external_note",
        n_schools=count_text(counts.n_schools),
        n_offering=count_text(counts.n_offering),
        n_assessed=count_text(counts.n_assessed),
    )
    caption = words.say("external_caption", round=told, level=counts.level_name)
    return Table(caption, tuple(columns), tuple(rows), note=note)


def _compared(content: SarReportContent, words: ReportWords) -> list[Block]:
    both = [each for each in content.external.compared if each.internal and each.external]
    if not both:
        return [said(words.phrases["compared_none"])]
    lead = said(words.phrases["compared_lead"])
    if not content.names_schools:
        n = count_text(len({each.school_id for each in both}))
        return [lead, said(words.say("compared_count", n=n))]
    return [lead, _compared_table(both, words)]


def _compared_table(both: Sequence[InternalExternal], words: ReportWords) -> Table:
    """One row per school, level of education and round; each standard with both words."""
    numbers = sorted({each.standard for each in both})
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for each in both:
        key = (each.school_id, each.school_name, each.level_name, str(each.sar_year_be), each.external_round)
        rows.setdefault(key, {})[each.standard] = f"{each.internal} / {each.external}"
    columns = (
        TableColumn("โรงเรียน", width_cm=3.6),
        TableColumn("ระดับ", width_cm=2.2),
        TableColumn("ปี / รอบ", width_cm=3.4),
        *(
            TableColumn(words.say("standard_short", number=number) if number else "ภาพรวม", "center", 2.2)
            for number in numbers
        ),
    )
    cells = tuple(
        (name, level, f"{year} / {round_name}", *(told.get(number, "–") for number in numbers))
        for (_, name, level, year, round_name), told in rows.items()
    )
    return Table(words.phrases["compared_caption"], columns, cells, note=words.phrases["compared_note"])


def _recommendations(content: SarReportContent, words: ReportWords) -> list[Block]:
    board = content.external
    if not board.recommendations:
        return [said(words.phrases["external_open_none"])]
    unfinished = [each for each in board.recommendations if each.is_open]
    blocks: list[Block] = [said(open_text(board, words))]
    if unfinished and content.names_schools:
        columns = (
            TableColumn("โรงเรียน", width_cm=3.2),
            TableColumn("ข้อเสนอแนะ", width_cm=8.0),
            TableColumn("สถานะ", width_cm=2.2),
            TableColumn("กำหนด", width_cm=2.6),
        )
        rows = tuple(
            (
                each.school_name,
                " ".join(filter(None, (told_words(each.statement.text), _at(each.place)))),
                each.follow_up.status.label,
                format_date(each.follow_up.due_on, short=True) if each.follow_up.due_on else "–",
            )
            for each in unfinished
        )
        caption = words.phrases["external_open_caption"]
        blocks.append(Table(caption, columns, rows, note=words.phrases["list_note"]))
    return blocks


def _at(place: Place) -> str:
    where = place_text(place)
    return f"({where})" if where else ""


def _dues(content: SarReportContent, words: ReportWords) -> list[Block]:
    board = content.external
    waiting = [each for each in board.dues if not each.assessed]
    if not waiting:
        return [said(words.phrases["external_due_none"])]
    ready = count_text(sum(each.is_ready for each in waiting))
    told = words.say(
        "external_due_count", round=board.due_round_name, n=count_text(len(waiting)), ready=ready
    )
    blocks: list[Block] = [said(told)]
    if content.names_schools:
        columns = (
            TableColumn("โรงเรียน", width_cm=4.6),
            TableColumn("กลุ่ม", width_cm=3.4),
            TableColumn("กำหนดรับการประเมิน", width_cm=3.4),
            TableColumn("เตรียมแล้ว (ขั้น)", "right", 2.2),
            TableColumn("ข้อเสนอแนะค้าง", "right", 2.4),
        )
        rows = tuple(_due_row(each) for each in waiting)
        caption = words.say("external_due_caption", round=board.due_round_name)
        blocks.append(Table(caption, columns, rows, note=words.phrases["list_note"]))
    return blocks


def _due_row(each: SchoolDue) -> tuple[str, ...]:
    return (
        each.school_name,
        each.cluster.removeprefix(_CLUSTER),
        format_date(each.due.due_on, short=True) if each.due.due_on else "–",
        f"{each.n_done} จาก {len(each.steps)}",
        count_text(len(each.open_recommendations)),
    )
