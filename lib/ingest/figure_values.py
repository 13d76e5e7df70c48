"""The cells of one figure in one row: value, count, numerator and spread, with the figure's way home."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lib.domain.indicators import ANY_N, Indicator, Kind
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import Sheet, address, cells_text
from lib.ingest.cells import cell_text, value_at
from lib.ingest.column_units import POINTS, Holds, counts_of, holds_of
from lib.ingest.count_columns import Figure
from lib.ingest.values import BLANK, Reading, cell_issue, read_value

_MOST_NAMED = 20


class FigureValue(NamedTuple):
    """A usable figure; ``value`` in the indicator's unit, the companions None where the file has none.

    ``n_cell`` is where ``n`` stands or ought to stand, empty where the table has no column for it.
    """

    value: float
    numerator: float | None
    n: float | None
    sd: float | None
    source_ref: str
    n_cell: str


@dataclass
class FigureReader:
    """Reads figures of one sheet and collects what was wrong or repaired."""

    sheet: Sheet
    _faults: list[tuple[int, Issue]] = field(default_factory=list)
    _seen: dict[tuple[int, int], Reading] = field(default_factory=dict)
    _held: dict[str, tuple[Holds, Holds, bool]] = field(default_factory=dict)
    _nobody: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    _zeros: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    _uncounted: dict[tuple[int, int], str] = field(default_factory=dict)
    _empty_zeros: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What was said of single cells goes down the sheet, though it was read column by column."""
        faults = (issue for _, issue in sorted(self._faults, key=lambda fault: fault[0]))
        return (*faults, *self._of_nobody(), *self._summaries())

    def _of_nobody(self) -> Iterator[Issue]:
        hint = "ตรวจ{}หรือค่าในไฟล์ต้นฉบับ แล้วนำเข้าใหม่"
        by_row = sorted(self._nobody.items(), key=lambda item: item[0][0])
        for number, (place, (shown, counted)) in enumerate(by_row):
            cell = address(*place)
            if number == _MOST_NAMED:
                rest = by_row[number:]
                said = _one_word(counted for _, (_, counted) in rest)
                what = f"{said}เป็น 0 แต่มีค่าอีก {len(rest):,} เซลล์ จึงไม่นำเข้าเซลล์เหล่านี้"
                yield Issue(Severity.WARNING, "V23", what, hint.format(said), self.sheet.name, cell)
                return
            what = f"{counted}เป็น 0 แต่มีค่า {shown} จึงไม่นำเข้าเซลล์นี้"
            yield Issue(Severity.WARNING, "V23", what, hint.format(counted), self.sheet.name, cell, shown)

    def _summaries(self) -> Iterator[Issue]:
        converted = [place for place, reading in self._seen.items() if reading.converted]
        missing = [place for place, reading in self._seen.items() if reading.missing]
        for code, places, what in (
            ("V04", converted, "แปลงเลขไทย เครื่องหมายจุลภาค หรือหน่วยในเซลล์เป็นตัวเลข {:,} ค่า"),
            ("V14", missing, "อ่านเครื่องหมายแทนค่าว่าง เช่น - หรือ N/A เป็นไม่มีข้อมูล {:,} เซลล์"),
        ):
            if places:
                said = what.format(len(places))
                yield Issue(Severity.INFO, code, said, sheet=self.sheet.name, cell=cells_text(places))
        for name, cells in sorted(self._zeros.items(), key=lambda item: min(item[1])[0]):
            said = f"“{name}” เป็น 0 ใน {len(cells):,} เซลล์ อ่านเป็นไม่มีข้อมูล เพราะตัวชี้วัดนี้ใช้ 0 แทนไม่มีการวัด"
            place = cells_text(cells)
            yield Issue(Severity.INFO, "V24", said, sheet=self.sheet.name, cell=place, value="0")
        if self._empty_zeros:
            counted = _one_word(self._empty_zeros.values())
            said = f"{counted}เป็น 0 และค่าเป็น 0 ใน {len(self._empty_zeros):,} เซลล์ อ่านเป็นไม่มีข้อมูล"
            place = cells_text(self._empty_zeros)
            yield Issue(Severity.INFO, "V24", said, sheet=self.sheet.name, cell=place, value="0")
        if self._uncounted:
            counted = _one_word(self._uncounted.values())
            yield Issue(
                Severity.WARNING,
                "V26",
                f"มีค่าแต่ไม่มี{counted} {len(self._uncounted):,} เซลล์ จึงนำเข้าค่าโดยไม่นำไปถ่วงน้ำหนักค่าเฉลี่ยของเขต",
                f"เติม{counted}ในไฟล์ต้นฉบับ แล้วนำเข้าใหม่",
                sheet=self.sheet.name,
                cell=cells_text(self._uncounted),
            )

    def read(self, figure: Figure, row: int, *, of_school: bool = True) -> FigureValue | None:
        """The figure of one row; None when blank or unusable, the latter with an issue at its cell.

        Args:
            of_school: a row of an area or nation states no count, and that is no fault.
        """
        holds, counts, has_n = self.holds(figure.indicator)
        stated = self._cell(row, figure.value, holds)
        has_value = stated.value is not None
        n = self._cell(row, figure.n, counts, figure.indicator.n_words if has_value else "")
        numerator = self._cell(row, figure.numerator, counts, "จำนวนที่นับได้" if has_value else "")
        value, place = stated.value, figure.value
        count = numerator.value if figure.numerator is not None else stated.count
        if value is None and stated.fault is None and count is not None and n.value:
            value, place = self._divided(figure, count, n.value), figure.numerator
        if value is None or place is None:
            return None
        if has_n and n.value == 0:
            if value != 0:  # nobody was measured, so a printed 0 is no result
                self._nobody[row, place] = f"{value:g}", figure.indicator.n_words
            else:
                self._empty_zeros[row, place] = figure.indicator.n_words
            return None
        if figure.indicator.zero_is_missing and value == 0:
            self._zeros[figure.indicator.short_name].append((row, place))
            return None
        if of_school and figure.n is not None and n.value is None and n.fault is None:
            self.note_uncounted((row,), figure)
        return FigureValue(
            value,
            count,
            n.value,
            self._cell(row, figure.sd, POINTS, "ส่วนเบี่ยงเบนมาตรฐาน").value,
            self._reference(row, place, figure, stated),
            "" if figure.n is None else address(row, figure.n),
        )

    def _cell(self, row: int, column: int | None, holds: Holds, kept_without: str = "") -> Reading:
        """A cell shared by several figures is read, and spoken of, once."""
        if column is None:
            return BLANK
        cell = value_at(self.sheet, row, column)
        if cell is None:
            return BLANK
        if (row, column) in self._seen:
            return self._seen[row, column]
        as_percent = (row, column) in self.sheet.percent_cells
        reading = read_value(cell, holds, shown_as_percent=as_percent)
        if reading.fault:
            shown, place = cell_text(cell), address(row, column)
            self._faults.append((row, cell_issue(self.sheet.name, place, shown, reading.fault, kept_without)))
        # A plain number says the same each time; a sheet may hold a million of them.
        if reading.fault or reading.converted or reading.missing:
            self._seen[row, column] = reading
        return reading

    def note_uncounted(self, rows: Iterable[int], figure: Figure) -> None:
        """Rows of schools that have a value and nothing in the column of its count."""
        if figure.n is not None:
            counted = figure.indicator.n_words
            for row in rows:
                earlier = self._uncounted.get((row, figure.n), counted)
                self._uncounted[row, figure.n] = _one_word((earlier, counted))

    def holds(self, indicator: Indicator) -> tuple[Holds, Holds, bool]:
        """What the value column and the count columns of an indicator hold, and whether it counts anybody."""
        found = self._held.get(indicator.id)
        if found is None:
            found = self._held[indicator.id] = (
                holds_of(indicator),
                counts_of(indicator),
                indicator.has_n,
            )
        return found

    @staticmethod
    def _divided(figure: Figure, count: float, n: float) -> float | None:
        if figure.indicator.kind is Kind.PROPORTION:
            return round(count / n * 100, 10)
        return round(count / n, 10) if figure.indicator.kind is Kind.RATIO else None

    def _reference(self, row: int, place: int, figure: Figure, stated: Reading) -> str:
        cells = address(row, place)
        if stated.value is None and figure.n is not None:
            cells = f"{cells},{address(row, figure.n)}"
        return reference(self.sheet.name, cells)


def _one_word(counted: Iterable[str]) -> str:
    """What is counted where all count the same, else the word that fits them all."""
    words = set(counted)
    return words.pop() if len(words) == 1 else ANY_N


def reference(sheet: str, cells: str) -> str:
    """Way home to cells of a sheet; a csv has no sheet's name."""
    return f"{sheet}!{cells}" if sheet else cells
