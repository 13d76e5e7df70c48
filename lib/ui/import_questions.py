"""What a person must answer about a file, as pickers; every answer is kept and the file read anew with it."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from lib.domain.issues import Issue, Severity
from lib.domain.schools import School
from lib.ingest.choices import ImportChoices
from lib.services.import_preview import Preview
from lib.ui.import_answers import show_question
from lib.ui.import_schools import ask_schools
from lib.ui.import_structure import show_structure_questions
from lib.ui.import_values import ask_encoding, ask_fraction, ask_reading, ask_to_leave, show_corrected
from lib.ui.plain import plain

_YEARS = tuple(range(2572, 2549, -1))
_MOST_ASKED = 30
#: Codes whose questions a picker of their own asks, drawn apart from the cells of the file.
ASKED_APART = {
    "P01": "year", "P02": "year", "S06": "hidden sheet", "S08": "doubled column", "S13": "row of a school",
    "S14": "row of a school",
    "S15": "school", "S21": "column",
}  # fmt: skip


def show_questions(preview: Preview, schools: tuple[School, ...]) -> None:
    """Draw every open question of one file but those about columns, which stand under their sheet."""
    undated = [issue.sheet for issue in preview.issues if issue.code in ("P01", "P02", "P03")]
    for sheet in dict.fromkeys((*(name for name, _ in preview.choices.years), *undated)):
        _ask_year(preview, sheet)
    ask_encoding(preview)
    show_structure_questions(preview)
    ask_schools(preview, schools)
    cells = [issue for issue in preview.issues if _asks_about_cells(preview, issue)]
    sides = st.columns(2) if len(cells) > 1 else (st.container(),)
    for place, issue in enumerate(cells[:_MOST_ASKED]):
        with sides[place % len(sides)]:
            asker_of(issue)(preview, issue)
    if len(cells) > _MOST_ASKED:
        st.caption(f"เหลืออีก {len(cells) - _MOST_ASKED:,} ข้อ จะถามต่อเมื่อตอบชุดนี้แล้ว")
    show_corrected(preview)


def asker_of(issue: Issue) -> Callable[[Preview, Issue], None]:
    """What draws the picker of a question about cells; one that nothing can settle here is left as read."""
    if issue.code == "V08":
        return ask_fraction
    return ask_reading if issue.readings else ask_to_leave


def _asks_about_cells(preview: Preview, issue: Issue) -> bool:
    if issue.code == "V08":
        return issue.severity is Severity.QUESTION
    if issue.code == "C02" and preview.other_encodings:
        return False
    may_be_picked = issue.readings and issue.severity is not Severity.INFO
    waits = issue.severity is Severity.QUESTION and issue.code not in ASKED_APART
    return bool(may_be_picked or waits)


def _ask_year(preview: Preview, sheet: str) -> None:
    current = dict(preview.choices.years).get(sheet)

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        kept = {name: year for name, year in now.years if name != sheet}
        if isinstance(picked, int):
            kept[sheet] = picked
        return replace(now, years=tuple(kept.items()))

    show_question(
        preview, f"year-{sheet}",
        f"ปี พ.ศ. ของชีต “{plain(sheet)}”" if sheet else "ปี พ.ศ. ของข้อมูล", _year_options(current), current,
        lambda year: "ตามที่ไฟล์บอก" if year is None else str(year), change,
    )  # fmt: skip


def _year_options(chosen: int | None) -> tuple[int | None, ...]:
    years = _YEARS if chosen is None or chosen in _YEARS else (*_YEARS, chosen)
    return None, *years
