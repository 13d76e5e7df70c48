"""The result table of a domain: one row per indicator under its period, every figure with its id."""

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Table, TableColumn
from lib.domain.report_content import DomainResults, FigureRow

_NAME_CM = 5.4
#: What each column shows, its title and width.
_MEASURES = (
    ("value", "ผล", 1.6),
    ("n", "n", 1.5),
    ("target", "เป้าหมาย", 1.6),
    ("benchmark", "ค่าเทียบ", 1.8),
    ("change", "ต่างจาก ปีก่อน", 1.5),
    ("meeting", "โรงเรียน ถึงเป้า", 1.9),
)
_NOTHING = ("–", "")


def result_table(domain: DomainResults, words: ReportWords, key: str) -> Table:
    """Indicators by period; a column without any figure is left out."""
    cells = {row: _cells(row) for row in domain.rows}
    shown = [
        place
        for place, (measure, _, _) in enumerate(_MEASURES)
        if measure == "value" or any(each[place] not in _NOTHING for each in cells.values())
    ]
    rows: list[tuple[str, ...]] = []
    ids: list[tuple[str, ...]] = []
    bold = set()
    for period in dict.fromkeys(row.period for row in domain.rows):
        bold.add(len(rows))
        rows.append((period, *("" for _ in shown)))
        ids.append(("", *("" for _ in shown)))
        for row in domain.rows:
            if row.period == period:
                rows.append((_name(row), *(cells[row][place] for place in shown)))
                ids.append(("", *(_figure_id(row, place, cells[row][place]) for place in shown)))
    given_back = sum(width for place, (_, _, width) in enumerate(_MEASURES) if place not in shown)
    columns = [TableColumn("ตัวชี้วัด (หน่วย)", width_cm=_NAME_CM + given_back)]
    columns += [TableColumn(_MEASURES[place][1], "right", _MEASURES[place][2]) for place in shown]
    return Table(
        words.say("results_caption", domain=domain.name),
        tuple(columns),
        tuple(rows),
        note=_note(domain, words),
        bold_rows=frozenset(bold),
        key=key,
        figure_ids=tuple(ids),
    )


def _name(row: FigureRow) -> str:
    return row.name if row.name.startswith(row.unit) else f"{row.name} ({row.unit})"


def _figure_id(row: FigureRow, place: int, cell: str) -> str:
    return "" if cell in _NOTHING else f"{row.figure_id}|{_MEASURES[place][0]}"


def _cells(row: FigureRow) -> tuple[str, ...]:
    return (
        f"{row.value_text}*" if row.is_median else row.value_text,
        row.n_text,
        row.target_text,
        _on_two_lines(row.benchmark_text),
        row.change_text,
        _on_two_lines(row.meeting_text),
    )


def _on_two_lines(text: str) -> str:
    """What stands in brackets goes below, so that the columns of figures stay narrow."""
    return text.replace(" (", "\n(", 1)


def _note(domain: DomainResults, words: ReportWords) -> str:
    parts = [words.phrases["table_note"]]
    if any(row.is_median for row in domain.rows):
        parts.append(words.phrases["median_note"])
    limits = sorted({row.small_below for row in domain.rows if row.small_below is not None})
    if limits:
        parts.append(words.say("small_note", n=" หรือ ".join(str(limit) for limit in limits)))
    return " ".join(parts)
