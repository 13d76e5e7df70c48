"""Schools' own levels beside their results: one row per standard or item, then whom to ask."""

from collections.abc import Callable, Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Block, Heading, Table, TableColumn
from lib.domain.sar_report_content import SarReportContent
from lib.domain.self_rating_matrix import Measured, RatedSchool, SelfRatingMatrix
from lib.report.sar_parts import count_text, said

_MOST_RESULTS = 2  # of one school; the page tells all


def results_part(content: SarReportContent, words: ReportWords) -> list[Block]:
    """The summary of every matrix and the two lists of schools to ask."""
    blocks: list[Block] = [
        Heading(1, words.headings["part_results"], numbered=True),
        said(words.phrases["results_lead"]),
    ]
    if not content.matrices:
        return [*blocks, said(words.phrases["results_none"])]
    counted = "results_drafts" if content.matrices[0].with_drafts else "results_confirmed"
    blocks += [said(words.phrases[counted]), results_table(content, words)]
    blocks.append(Heading(2, words.headings["overrated"], numbered=True))
    blocks += _list(content, "over", lambda matrix: matrix.overrated, Measured.LOW, words)
    blocks.append(Heading(2, words.headings["underrated"], numbered=True))
    blocks += _list(content, "under", lambda matrix: matrix.underrated, Measured.HIGH, words)
    return blocks


def results_table(content: SarReportContent, words: ReportWords) -> Table:
    """One row per standard or item that indicators speak to."""
    rows = []
    for matrix in content.matrices:
        n = matrix.agreement.n
        rows.append(
            (
                matrix.about.name,
                count_text(compared(matrix)),
                _beside(len(matrix.overrated), matrix.expected_overrated, words),
                _beside(len(matrix.underrated), matrix.expected_underrated, words),
                f"{count_text(matrix.agreement.n_same)} จาก {count_text(n)}" if n else "–",
            )
        )
    first = content.matrices[0]
    note = words.say("results_note", high=str(first.high_from), low=str(first.low_to))
    return Table(
        words.say("results_caption", year=str(content.academic_year_be)),
        (
            TableColumn("เรื่องที่ประเมิน", width_cm=7.2),
            TableColumn("เทียบได้ (แห่ง)", "right", 1.8),
            TableColumn("สูง แต่ผลด้อย", "right", 2.4),
            TableColumn("ต่ำ แต่ผลดี", "right", 2.4),
            TableColumn("ชี้ทาง เดียวกัน", "right", 2.0),
        ),
        tuple(rows),
        note=note,
    )


def compared(matrix: SelfRatingMatrix) -> int:
    """Schools with a level of their own and a result to lay beside it."""
    return sum(one.level is not None and one.measured is not Measured.NONE for one in matrix.schools)


def apart_schools(content: SarReportContent) -> tuple[int, int, int]:
    """Schools rated high with low results, rated low with high ones, and compared; each counts once."""
    over = {one.school_id for matrix in content.matrices for one in matrix.overrated}
    under = {one.school_id for matrix in content.matrices for one in matrix.underrated}
    every = {
        one.school_id
        for matrix in content.matrices
        for one in matrix.schools
        if one.level is not None and one.measured is not Measured.NONE
    }
    return len(over), len(under), len(every)


def _beside(n: int, expected: int, words: ReportWords) -> str:
    if not expected:
        return count_text(n)
    return words.say("fewer_than", n=count_text(n), expected=count_text(expected))


def _list(
    content: SarReportContent,
    side: str,
    schools_of: Callable[[SelfRatingMatrix], Sequence[RatedSchool]],
    measured: Measured,
    words: ReportWords,
) -> list[Block]:
    listed = [(matrix, one) for matrix in content.matrices for one in schools_of(matrix)]
    if not listed:
        return [said(words.phrases[f"{side}_none"])]
    if not content.names_schools:
        n = len({one.school_id for _, one in listed})
        return [said(f"{words.phrases[f'{side}_caption']} {count_text(n)} แห่ง")]
    return [
        Table(
            words.phrases[f"{side}_caption"],
            (
                TableColumn("โรงเรียน (กลุ่ม)", width_cm=3.8),
                TableColumn("ระดับที่ประเมิน", width_cm=3.0),
                TableColumn("ผลของตัวชี้วัด", width_cm=9.2),
            ),
            tuple(_row(matrix, one, measured, words) for matrix, one in listed),
            note=words.phrases["list_note"],
        )
    ]


def _row(
    matrix: SelfRatingMatrix, one: RatedSchool, measured: Measured, words: ReportWords
) -> tuple[str, ...]:
    told = one.telling(measured)
    results = [
        words.say("result_told", indicator=each.short, own=each.own, against=each.against, apart=each.apart)
        for each in told[:_MOST_RESULTS]
    ]
    if len(told) > _MOST_RESULTS:
        results.append(words.say("results_rest", n=count_text(len(told) - _MOST_RESULTS)))
    cluster = one.cluster.removeprefix("กลุ่มโรงเรียน").strip()
    school = f"{one.name}\n({cluster})" if cluster else one.name
    return school, f"{matrix.about.number} {one.level_label}\n{one.place}".strip(), "\n".join(results)
