"""Blank workbooks to send to the groups: what is filled in here comes back without a question."""

import io
from collections.abc import Mapping, Sequence, Set

import xlsxwriter

from lib.domain.indicators import DomainArea, Indicator
from lib.domain.periods import PeriodKind
from lib.domain.schools import School
from lib.report.blank_explanation import write_explanation
from lib.report.blank_formats import make_formats
from lib.report.blank_sheet import BlankSheet, write_sheet
from lib.report.file_names import safe_name

#: Stands for the area among the schools that are asked; the reader knows the row by its words.
AREA_ROW = ""
_AREA = School(AREA_ROW, "ระดับเขตพื้นที่การศึกษา")
_LONGEST_SHEET_NAME = 31


def make_blank_workbook(
    domain: DomainArea,
    indicators: Sequence[Indicator],
    schools: Sequence[School],
    years_be: Mapping[PeriodKind, int],
    *,
    cluster_word: str = "กลุ่มโรงเรียน",
    asked: Mapping[str, Set[str]] | None = None,
) -> bytes:
    """A workbook of one domain with the register's schools in every sheet and nothing filled in.

    Args:
        indicators: of the domain, in the catalogue's order.
        schools: one row each, in this order; none gives empty rows to fill.
        years_be: Buddhist year of either calendar; a sheet names the one its indicators follow.
        cluster_word: header of the column of clusters, as this kind of office says it.
        asked: indicator id → ids of the schools that are asked for it, AREA_ROW for the area itself; a sheet
            then has only the rows that one of its indicators asks for. None asks every school for everything.
    """
    sheets = blank_sheets(indicators)
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": "TH Sarabun New", "font_size": 16},
        "default_row_height": 32,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_size(2400, 1600)
        formats = make_formats(book)
        write_explanation(
            book, formats, domain, [(each.name, each.kind, each.indicators) for each in sheets], years_be
        )
        for sheet in sheets:
            rows = schools if asked is None else _rows_asked(sheet, schools, asked)
            write_sheet(book, formats, domain, sheet, rows, years_be[sheet.kind], cluster_word)
    return buffer.getvalue()


def _rows_asked(
    sheet: BlankSheet, schools: Sequence[School], asked: Mapping[str, Set[str]]
) -> tuple[School, ...]:
    wanted = set().union(*(asked.get(each.id, frozenset()) for each in sheet.indicators))
    area = (_AREA,) if AREA_ROW in wanted else ()
    return (*(school for school in schools if school.school_id in wanted), *area)


def blank_sheets(indicators: Sequence[Indicator]) -> tuple[BlankSheet, ...]:
    """How indicators are spread over sheets: families by themselves, single ones together by calendar."""
    families: dict[tuple[str, PeriodKind], list[Indicator]] = {}
    for indicator in indicators:
        families.setdefault((indicator.group, indicator.period_kind), []).append(indicator)
    singles: dict[PeriodKind, list[Indicator]] = {}
    for (_, kind), family in families.items():
        if len(family) == 1:
            singles.setdefault(kind, []).append(family[0])
    wanted = [
        (family[0].group_name, kind, family) for (_, kind), family in families.items() if len(family) > 1
    ]
    for kind, single in singles.items():
        title = single[0].group_name if len(single) == 1 else f"ตัวชี้วัดอื่นราย{kind.label}"
        wanted.append((title, kind, single))
    sheets: list[BlankSheet] = []
    for title, kind, each in wanted:
        name = _sheet_name(title, {sheet.name.casefold() for sheet in sheets})
        sheets.append(BlankSheet(name, title, kind, tuple(each)))
    return tuple(sheets)


def _sheet_name(title: str, used: Set[str]) -> str:
    """A legal tab name that no other sheet has."""
    legal = title.replace("[", "(").replace("]", ")").strip("'")
    short = safe_name(legal, _LONGEST_SHEET_NAME - 5)
    spellings = (
        safe_name(legal, _LONGEST_SHEET_NAME),
        *(f"{short} ({number})" for number in range(2, len(used) + 3)),
    )
    return next(each for each in spellings if each.casefold() not in used)
