"""Every file of the corpus by seed: reports, the same broken, contradictions, files that are none."""

import random
from collections.abc import Iterator
from typing import Any

from tests.sar_corpus import layouts_book, layouts_table, layouts_text, layouts_unseen
from tests.sar_corpus.clashes import CLASHES
from tests.sar_corpus.defects import REPAIRABLE
from tests.sar_corpus.layouts_book import BookWriter
from tests.sar_corpus.negatives import make_negatives
from tests.sar_corpus.paper import Digits, Paper
from tests.sar_corpus.story import make_story
from tests.sar_corpus.truth import BASIC, EARLY, Truth
from tests.sar_corpus.writer import Writer

#: layout → (function, standard sets, digits, levels of education or None for a mixture)
DOCUMENTS = {
    "guide_book": (layouts_text.guide_book, "new", "arabic", None),
    "both_levels": (layouts_text.guide_book, "new", "arabic", (EARLY, BASIC)),
    "thai_digits": (layouts_text.guide_book, "new", "thai", None),
    "mixed_digits": (layouts_text.numeric, "new", "mixed", None),
    "item_headings": (layouts_text.item_headings, "new", "arabic", None),
    "numeric": (layouts_text.numeric, "new", "arabic", None),
    "prose": (layouts_text.prose, "new", "arabic", None),
    "per_standard": (layouts_text.per_standard, "new", "arabic", None),
    "inline_boxes": (layouts_text.inline_boxes, "new", "arabic", None),
    "text_boxes": (layouts_text.text_boxes, "new", "arabic", None),
    "older_sets": (layouts_text.older_sets, "old", "arabic", None),
    "special_centre": (layouts_text.guide_book, "special", "arabic", (BASIC,)),
    "table_only": (layouts_table.table_only, "new", "arabic", None),
    "tick_columns": (layouts_table.tick_columns, "new", "thai", None),
    "percents": (layouts_table.percents, "new", "arabic", None),
    "targets": (layouts_table.targets, "new", "arabic", None),
    "target_lines": (layouts_table.target_lines, "new", "arabic", None),
    "two_columns": (layouts_table.two_columns, "new", "arabic", None),
    "merged_cells": (layouts_table.merged_cells, "new", "arabic", (EARLY, BASIC)),
}
UNSEEN = {
    "numbered_table": (layouts_unseen.numbered_table, "new", "arabic", None),
    "by_standard_table": (layouts_unseen.statements_by_standard, "new", "arabic", None),
    "side_by_side": (layouts_unseen.both_levels_side_by_side, "new", "thai", (EARLY, BASIC)),
    "summary_only": (layouts_unseen.summary_only, "new", "arabic", None),
    "topic_lists": (layouts_unseen.topic_lists, "new", "mixed", None),
}
LAST = {
    "listed_levels": (layouts_unseen.listed_levels, "new", "arabic", None),
    "three_years": (layouts_unseen.three_years, "new", "thai", None),
    "grouped_rows": (layouts_unseen.grouped_rows, "new", "arabic", None),
}
_EVERY = {**DOCUMENTS, **UNSEEN, **LAST}
#: look → layouts that it has beside those of the first.
MORE: tuple[dict[str, Any], ...] = ({}, {}, UNSEEN, {**UNSEEN, **LAST}, {**UNSEEN, **LAST})
WORKBOOKS = {
    "one_sheet": (layouts_book.one_sheet, "arabic"),
    "several_sheets": (layouts_book.several_sheets, "mixed"),
    "ticked_form": (layouts_book.ticked_form, "thai"),
}
N_REPORTS = 120
N_PER_DEFECT = 6
_MIXTURE = ((EARLY, BASIC), (BASIC,), (EARLY, BASIC), (EARLY, BASIC), (BASIC,))


def make_report(
    seed: str, number: int, layout: str, *, look: int = 0, defect: str = "", clash: str = ""
) -> Truth:
    """One report; the same arguments give the same bytes of text."""
    book = layout in WORKBOOKS
    sets, digits_kind, edus = (
        "new",
        WORKBOOKS[layout][1] if book else _EVERY[layout][2],
        None,
    )
    if not book:
        _, sets, _, edus = _EVERY[layout]
    story = make_story(seed, number, edus=edus or _MIXTURE[number % 5], sets=sets, look=look)
    wrong_year = story.year_be - story.rng.randint(2, 5)
    kind = "xlsx" if book else "docx"
    name = story.rng.choice(
        (f"SAR {number}.{kind}", f"sar_{wrong_year}_{number}.{kind}", f"รายงาน {number}.{kind}")
    )
    truth = Truth(name, layout, school_id=story.school_id, year_be=story.year_be, defect=defect)
    digits = Digits(digits_kind, random.Random(f"{seed}-{number}-digits"))
    chance = random.Random(f"{seed}-{number}-{defect}")
    broken = REPAIRABLE.get(defect)
    if book:
        sheets = BookWriter(story, truth, digits)
        WORKBOOKS[layout][0](sheets)
        truth.content = sheets.book.xlsx(broken, chance)
    else:
        writer = Writer(story, Paper(), truth, digits)
        if clash:
            CLASHES[clash](writer)
        else:
            _EVERY[layout][0](writer)
        truth.content = writer.paper.docx(broken, chance, defect == "D17")
    return truth


def clean_reports(seed: str, *, look: int, count: int = N_REPORTS) -> Iterator[Truth]:
    layouts = [*DOCUMENTS, *WORKBOOKS, *MORE[look]]
    for number in range(count):
        yield make_report(seed, number, layouts[number % len(layouts)], look=look)


def broken_reports(seed: str, *, look: int, each: int = N_PER_DEFECT) -> Iterator[Truth]:
    """The same texts with every repairable defect, each over layouts of its own."""
    layouts = [*DOCUMENTS, "one_sheet"]
    for place, defect in enumerate(REPAIRABLE):
        for turn in range(each):
            layout = layouts[(place * 7 + turn * 3) % len(layouts)]
            if defect == "D17" and layout == "one_sheet":
                layout = "guide_book"
            yield make_report(seed, 200 + place * each + turn, layout, look=look, defect=defect)


def contradicting_reports(seed: str, *, look: int, each: int = 5) -> Iterator[Truth]:
    for place, clash in enumerate(CLASHES):
        for turn in range(each):
            yield make_report(seed, 400 + place * each + turn, "guide_book", look=look, clash=clash)


def every_file(seed: str, *, look: int = 0) -> Iterator[Truth]:
    """Reports, broken reports, contradictions, and files that must yield nothing."""
    yield from clean_reports(seed, look=look)
    yield from broken_reports(seed, look=look)
    yield from contradicting_reports(seed, look=look)
    yield from make_negatives(seed, look=look)
