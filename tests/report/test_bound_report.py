"""Every figure that the committee report prints is bound to its data."""

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from lib.catalog.report_words import ReportWords, load_report_words
from lib.domain.bound_cells import cell_ids
from lib.domain.bound_figures import bound_figures, printed_value
from lib.domain.documents import Block, BulletList, Document, Paragraph, Run, Table, TableColumn
from lib.report.compose import compose_report
from lib.report.figure_runs import told
from tests.report.sample_content import make_content

#: What has digits and is no figure: years, numbers of chapters, grades, laws, rules' own limits.
NOT_FIGURES = (
    r"ปีการศึกษา \d{4}",
    r"ปีงบประมาณ (พ\.ศ\. )?\d{4}",
    r"พ\.ศ\. \d{4}",
    r"บทที่ \d",
    r"มาตรฐานที่ \d",
    r"ร้อยละ 9[59]",
    r"รอบ \d+ เดือน",
    r"R\d",
    r"เขต \d",
)


def composed() -> Document:
    return compose_report(make_content(sar=None, kpi=()), load_report_words())


def loose_runs(block: Block) -> Iterator[Run]:
    groups = (
        (block.runs,)
        if isinstance(block, Paragraph) and not block.section
        else block.items
        if isinstance(block, BulletList) and not block.section
        else ()
    )
    for runs in groups:
        yield from (run for run in runs if not run.figure_id and not run.verbatim)


def without_names(text: str) -> str:
    for pattern in NOT_FIGURES:
        text = re.sub(pattern, "", text)
    return text


def test_no_number_of_the_report_stands_unbound() -> None:
    words = load_report_words()
    packaged = {line for key, text in words.texts.items() for line in text.splitlines() if key}
    recommended = {
        advice.addressed for each in make_content().all_findings for advice in each.recommendations
    }
    document = composed()
    loose = [
        run.text
        for block in document.all_blocks()
        for run in loose_runs(block)
        if run.text not in packaged | recommended and re.search(r"\d", without_names(run.text))
    ]
    assert loose == []


def test_every_figure_of_every_table_has_an_id() -> None:
    tables = [block for block in composed().all_blocks() if isinstance(block, Table)]
    assert tables
    for table in tables:
        for row, ids in zip(table.rows, cell_ids(table), strict=True):
            for cell, figure_id in list(zip(row, ids, strict=True))[1:]:
                assert bool(figure_id) or not re.search(r"\d", cell)


def test_a_figure_told_twice_has_one_value() -> None:
    texts: dict[str, set[float | None]] = {}
    for figure in bound_figures(composed()):
        texts.setdefault(figure.figure_id, set()).add(figure.value)
    assert {figure_id: values for figure_id, values in texts.items() if len(values) > 1} == {}


def test_the_exact_value_and_n_stand_behind_a_printed_result() -> None:
    figures = {figure.figure_id: figure for figure in bound_figures(composed())}
    result = figures["a|academic_year|2567|value"]
    assert (result.text, result.value, result.n, result.unit) == ("52.25", 52.25, 1204.0, "ร้อยละ")


def test_rows_that_share_a_name_are_told_apart() -> None:
    table = Table("ก", (TableColumn("ชื่อ"), TableColumn("ผล", "right")), (("ข", "1"), ("ข", "2")))
    assert cell_ids(table) == (("", "cell|ก|ข|ผล"), ("", "cell|ก|ข (2)|ผล"))


def test_a_phrase_binds_its_numbers_under_the_name_of_the_word() -> None:
    words = ReportWords({}, {}, {"said": "{who} มี {n} แห่ง"})
    assert told(words, "said", "office||2567", who="เขต", n="1,204") == (
        Run("เขต มี "),
        Run("1,204", figure_id="office||2567|n"),
        Run(" แห่ง"),
    )


@given(st.integers(-10_000_000, 10_000_000))
def test_the_value_of_a_printed_count_is_the_count(number: int) -> None:
    assert printed_value(f"รวม {number:,} แห่ง") == number
