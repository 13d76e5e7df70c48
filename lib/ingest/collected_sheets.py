"""What a reader writes, kept as sheets in the child itself instead of being sent."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from lib.domain.issues import Issue
from lib.domain.sheets import CellRange, CellValue, Sheet
from lib.ingest.limits import MARKED_COPY_CELLS_MAX
from lib.ingest.refusals import make_refusal
from lib.ingest.transfer import ResultWriter


class SheetCollector(ResultWriter):
    """Takes what a reader writes.

    Raises:
        RefusedFile: F25 for more cells than a copy may have.
    """

    def __init__(self) -> None:
        super().__init__(BytesIO())
        self.sheets: list[Sheet] = []
        self._n_cells = 0

    def write(self, value: object) -> None:
        """Headers tell nothing that a copy needs."""

    def write_sheet(
        self,
        name: str,
        rows: Iterable[Sequence[CellValue]],
        *,
        merged: Iterable[CellRange] = (),
        percents: Iterable[tuple[int, int]] = (),
        hidden: bool = False,
        hidden_rows: Iterable[int] = (),
        hidden_columns: Iterable[int] = (),
    ) -> None:
        kept = tuple(tuple(row) for row in rows)
        self._n_cells += sum(map(len, kept))
        if self._n_cells > MARKED_COPY_CELLS_MAX:
            raise make_refusal("F25", cells=self._n_cells, limit=MARKED_COPY_CELLS_MAX)
        self.sheets.append(
            Sheet(
                name,
                kept,
                tuple(merged),
                frozenset(percents),
                hidden,
                frozenset(hidden_rows),
                frozenset(hidden_columns),
            )
        )

    def write_end(self, issues: Iterable[Issue] = (), **facts: str | int | list[str]) -> None:
        """Remarks of the reader are among what was found already."""
