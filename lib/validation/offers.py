"""Area figures compared with their recomputation, and corrections that a person may confirm."""

from dataclasses import dataclass

PRINTED_TOLERANCE = 0.0151  # both sides are printed with two decimals


@dataclass(frozen=True, slots=True)
class Offer:
    """A correction under which a stated area figure agrees; nothing is changed until a person takes it.

    Attributes:
        label: what it does, in Thai.
        corrections: ((sheet, cell), text) that the cells are to be read as.
        columns: ((sheet, zero-based column), indicator id) of value columns that change what they are.
        row: Excel row of the area's figures, which lies in the table that ``columns`` are of.
    """

    label: str
    corrections: tuple[tuple[tuple[str, str], str], ...] = ()
    columns: tuple[tuple[tuple[str, int], str], ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """One column of an area row against its recomputation.

    Attributes:
        stated / recomputed / difference: in the indicator's unit; difference = stated − recomputed.
        n_schools: schools the recomputation rests on.
        method: how it was recomputed, in Thai.
        suggestion: what explains the difference, empty when the two agree or nothing was found.
        cell: where the stated figure stands.
        offers: corrections to pick from, each of which makes the figure agree.
    """

    indicator_id: str
    stated: float
    recomputed: float | None
    difference: float | None
    agrees: bool
    n_schools: int
    method: str
    suggestion: str
    sheet: str
    cell: str
    offers: tuple[Offer, ...] = ()

    @property
    def is_open(self) -> bool:
        return not self.agrees and self.recomputed is not None
