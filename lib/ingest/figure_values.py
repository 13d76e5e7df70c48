"""The cells of one figure in one row: value, count, numerator and spread, with the figure's way home."""

from dataclasses import dataclass, field

from lib.domain.indicators import Kind
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import Sheet, address
from lib.ingest.cells import cell_text, value_at
from lib.ingest.count_columns import Figure
from lib.ingest.values import BLANK, Reading, cell_issue, read_value


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A usable figure; ``value`` in the indicator's unit, the companions None where the file has none."""

    value: float
    numerator: float | None
    n: float | None
    sd: float | None
    source_ref: str


@dataclass
class FigureReader:
    """Reads figures of one sheet and collects what was wrong or repaired."""

    sheet: Sheet
    faults: list[Issue] = field(default_factory=list)
    n_converted: int = 0

    @property
    def issues(self) -> tuple[Issue, ...]:
        if not self.n_converted:
            return tuple(self.faults)
        said = Issue(
            Severity.INFO,
            "V04",
            f"แปลงเลขไทย เครื่องหมายจุลภาค หรือหน่วยในเซลล์เป็นตัวเลข {self.n_converted:,} ค่า",
            sheet=self.sheet.name,
        )
        return (*self.faults, said)

    def read(self, figure: Figure, row: int) -> FigureValue | None:
        """The figure of one row; None when blank or unusable, the latter with an issue at its cell."""
        stated, n, numerator = (
            self._cell(row, column) for column in (figure.value, figure.n, figure.numerator)
        )
        value, place = stated.value, figure.value
        count = numerator.value if figure.numerator is not None else stated.count
        if value is None and stated.fault is None and count is not None and n.value:
            value, place = self._divided(figure, count, n.value), figure.numerator
        if value is None or place is None:
            return None
        if figure.indicator.has_n and n.value == 0:
            return None  # nobody was measured, so a printed 0 is no result
        if figure.indicator.zero_is_missing and value == 0:
            return None
        return FigureValue(
            value,
            count,
            n.value,
            self._cell(row, figure.sd).value,
            self._reference(row, place, figure, stated),
        )

    def _cell(self, row: int, column: int | None) -> Reading:
        cell = value_at(self.sheet, row, column) if column is not None else None
        if cell is None or column is None:
            return BLANK
        reading = read_value(cell, shown_as_percent=(row, column) in self.sheet.percent_cells)
        if reading.fault:
            self.faults.append(
                cell_issue(self.sheet.name, address(row, column), cell_text(cell), reading.fault)
            )
        self.n_converted += reading.converted
        return reading

    @staticmethod
    def _divided(figure: Figure, count: float, n: float) -> float | None:
        if figure.indicator.kind is Kind.PROPORTION:
            return round(count / n * 100, 10)
        return round(count / n, 10) if figure.indicator.kind is Kind.RATIO else None

    def _reference(self, row: int, place: int, figure: Figure, stated: Reading) -> str:
        cells = address(row, place)
        if stated.value is None and figure.n is not None:
            cells = f"{cells},{address(row, figure.n)}"
        return f"{self.sheet.name}!{cells}" if self.sheet.name else cells
