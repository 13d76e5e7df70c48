"""Sheets of a four-domain workbook become observations and benchmarks; values in, value out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from lib.domain.columns import Role
from lib.domain.indicators import Catalogue
from lib.domain.issues import Issue, Severity
from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS
from lib.domain.sheets import (
    COUNTED_WORDS_SHEET,
    EXPLANATION_SHEET,
    FOUND_SHEET,
    Sheet,
    Workbook,
    address,
)
from lib.ingest.cells import cell_text
from lib.ingest.choices import ImportChoices
from lib.ingest.corrections import apply_corrections
from lib.ingest.header_words import HeaderWords
from lib.ingest.long_tables import join_parts, split_long
from lib.ingest.reading import PLACE_COLUMNS, Outcome, RowOutcome, SchoolData, TableReading
from lib.ingest.school_identity import SchoolFinder
from lib.ingest.seen_layouts import SeenLayout, see_hidden, see_possible_headers
from lib.ingest.sheet_excerpt import SheetExcerpt, column_samples, make_excerpt
from lib.ingest.table_figures import TableFigures
from lib.ingest.table_reader import TableReader
from lib.ingest.tables import find_tables
from lib.ingest.turned_tables import turned_table


def tidy_school_data(
    workbook: Workbook,
    file_name: str,
    catalogue: Catalogue,
    identity: Mapping[str, Role],
    finder: SchoolFinder,
    choices: ImportChoices,
) -> SchoolData:
    """Read every wanted sheet.

    Args:
        workbook: plain sheets without anything about single persons (lib.ingest.personal_data).
        identity: folded header → role of the columns that say which school a row is about.
        finder: the register with the answers given before.
        choices: what a person decided about this file.
    """
    workbook = apply_corrections(workbook, choices.corrections)
    words = HeaderWords(catalogue, identity)
    answered = finder.with_answers(dict(choices.schools))
    # Hidden sheets are asked about one by one below.
    issues = [issue for issue in workbook.issues if issue.code != "S06"]
    readers: list[TableReader] = []
    unread: list[RowOutcome] = []
    read: list[Sheet] = []
    layouts: list[SeenLayout] = []
    for sheet in workbook.sheets:
        if not _wanted(sheet, choices, issues):
            if sheet.hidden:
                layouts += see_hidden(sheet, words, file_name)
            continue
        read.append(sheet)
        tables, said = split_long(find_tables(sheet, words.knows, choices.headers_of(sheet.name)), words)
        issues += said
        if not tables and any(cell_text(cell) for cells in sheet.rows for cell in cells):
            issues.append(turned_table(sheet, answered.knows) or _no_header(sheet))
            unread += _unread(sheet)
            layouts += see_possible_headers(sheet, words, file_name)
        readers += [TableReader(table, file_name, catalogue, words, answered, choices) for table in tables]
    if not any(sheet.rows for sheet in workbook.sheets):
        issues.append(Issue(Severity.ERROR, "S04", "ไม่พบข้อมูลในสมุดงาน", "ตรวจว่าเลือกไฟล์ถูกต้องแล้วเลือกไฟล์ใหม่"))
    figures = []
    for reader in readers:
        figures.append(reader.read())
        issues += reader.issues
    data = _join(readers, figures, unread, issues)
    layouts += (reader.layout for reader in readers)
    return replace(data, layouts=tuple(layouts), excerpts=tuple(_excerpts(read, readers, data.rows)))


def _excerpts(
    sheets: list[Sheet], readers: list[TableReader], rows: tuple[RowOutcome, ...]
) -> Iterator[SheetExcerpt]:
    outcomes: dict[str, dict[int, tuple[str, str]]] = defaultdict(dict)
    for one in rows:
        outcomes[one.sheet][one.row] = (str(one.outcome), one.reason)
    for sheet in sheets:
        tables = [reader.table for reader in readers if reader.table.sheet.name == sheet.name]
        yield make_excerpt(sheet, tables, outcomes[sheet.name])


def _join(
    readers: list[TableReader], figures: list[TableFigures], unread: list[RowOutcome], issues: list[Issue]
) -> SchoolData:
    rows = (*unread, *(row for reader in readers for row in reader.rows))
    unknown = {school.key: school for reader in readers for school in reader.unknown_schools}
    new = {school.school_id: school for reader in readers for school in reader.new_schools}
    tables = join_parts(
        TableReading(
            reader.table.sheet.name,
            tuple(row + 1 for row in reader.table.header_rows),
            reader.columns,
            reader.domains,
            reader.period_label,
            reader.year_be,
            column_samples(reader.table, reader.columns),
        )
        for reader in readers
    )
    doubled = tuple(school for reader in readers for school in reader.doubled_schools)
    return SchoolData(
        tables,
        _stacked([each.observations for each in figures], OBSERVATION_COLUMNS),
        _stacked([each.benchmarks for each in figures], BENCHMARK_COLUMNS),
        rows,
        tuple(issues),
        tuple(unknown.values()),
        tuple(new.values()),
        doubled,
    )


def _stacked(frames: list[pd.DataFrame], columns: tuple[str, ...]) -> pd.DataFrame:
    """The tables' figures beneath each other; a lone table's are not copied."""
    filled = [frame for frame in frames if len(frame)]
    if not filled:
        empty = pd.DataFrame(columns=(*columns, *PLACE_COLUMNS))
        return empty.astype({name: "float64" for name in ("value", "numerator", "n", "sd") if name in empty})
    return filled[0] if len(filled) == 1 else pd.concat(filled, ignore_index=True)


def _wanted(sheet: Sheet, choices: ImportChoices, issues: list[Issue]) -> bool:
    if sheet.name in choices.skipped_sheets:
        return False
    if sheet.name.strip() in (EXPLANATION_SHEET, FOUND_SHEET, COUNTED_WORDS_SHEET):
        said = f"ชีต “{sheet.name}” เป็นคำอธิบายหรือรายการที่โปรแกรมเขียนให้ จึงไม่ได้อ่านเป็นข้อมูล"
        issues.append(Issue(Severity.INFO, "S25", said, sheet=sheet.name))
        return False
    if sheet.hidden and sheet.name not in choices.hidden_sheets:
        if any(sheet.rows):
            issues.append(
                Issue(
                    Severity.QUESTION,
                    "S06",
                    f"ชีต “{sheet.name}” ถูกซ่อนไว้ จึงไม่ได้อ่าน",
                    "ถ้าต้องการข้อมูลในชีตนี้ ให้เลือกอ่านชีตซ่อน หรือยกเลิกการซ่อนใน Excel แล้วนำเข้าใหม่",
                    sheet=sheet.name,
                )
            )
        return False
    return True


def _unread(sheet: Sheet) -> list[RowOutcome]:
    """Every non-empty row of a sheet without a header, so that none vanishes from the counts."""
    return [
        RowOutcome(sheet.name, row + 1, Outcome.IGNORED, "ชีตไม่มีหัวตารางที่รู้จัก")
        for row, cells in enumerate(sheet.rows)
        if any(map(cell_text, cells))
    ]


def _no_header(sheet: Sheet) -> Issue:
    first = next(
        (row, column)
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells)
        if cell_text(cell)
    )
    return Issue(
        Severity.ERROR,
        "S10",
        "ไม่พบแถวหัวตารางที่รู้จัก จึงไม่ได้อ่านชีตนี้",
        "ตารางต้องมีหัวคอลัมน์อย่างน้อยรหัสหรือชื่อโรงเรียน และชื่อตัวชี้วัดหนึ่งคอลัมน์ ดูตัวอย่างจากแบบเก็บข้อมูลเปล่า",
        sheet=sheet.name,
        cell=address(*first),
    )
