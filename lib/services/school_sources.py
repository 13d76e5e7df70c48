"""Where the figures of a school stand, in lines: file, sheet, and the cell of each indicator."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.source_refs import parse_source_ref
from lib.services.school_rows import IndicatorRow


def source_lines(rows: Sequence[IndicatorRow], words: ReportWords) -> tuple[str, ...]:
    """One line per file and sheet, in the order of the rows; rows without a place are left out."""
    places: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if not row.source_ref:
            continue
        place = parse_source_ref(row.source_ref)
        cells = ",".join(each.address for each in place.cells)
        places.setdefault((row.source_file, place.sheet), []).append(f"{row.indicator.short_name} {cells}")
    return tuple(
        words.say(
            "source", file=file, place=(f"ชีต “{sheet}” → " if sheet else "") + "เซลล์ " + " · ".join(told)
        )
        for (file, sheet), told in places.items()
    )
