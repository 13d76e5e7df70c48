"""Issues at the cells of a table of observations, the first ones one by one and the rest together."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping

import pandas as pd

from lib.domain.issues import Issue, IssuePlace, Severity
from lib.domain.sheets import address, cells_of, cells_text

#: Cells named one by one; a column in the wrong unit would otherwise bury every other message.
MOST_NAMED = 20

#: A share divided from its counts names both cells.
_SECOND_CELL = r",[A-Z]{1,3}[0-9]+$"

#: One observation by column name.
Values = Mapping[Hashable, object]


def issues_at_cells(
    frame: pd.DataFrame,
    severity: Severity,
    code: str,
    message: Callable[[Values], str],
    hint: str,
    readings: Callable[[Values], tuple[str, ...]] = lambda _: (),
) -> Iterator[Issue]:
    """One issue per row of the frame up to MOST_NAMED, then one that counts the rest sheet by sheet.

    Args:
        frame: OBSERVATION_COLUMNS with ``sheet``, perhaps more that ``message`` wants.
        message: words for one row, given its values by column name.
        readings: what one row's cell may be read as.
    """
    if frame.empty:
        return
    for row in frame.head(MOST_NAMED).to_dict("records"):
        yield Issue(
            severity,
            code,
            message(row),
            hint,
            **place(row),
            value=f"{row['value']:g}",
            readings=readings(row),
        )
    for sheet, rest in frame.iloc[MOST_NAMED:].groupby("sheet", sort=False):
        said = f"พบปัญหาเดียวกันอีก {len(rest):,} เซลล์ เช่น {message(rest.iloc[0].to_dict())}"
        yield Issue(severity, code, said, hint, sheet=str(sheet), cell=places_text(rest))


def places_text(frame: pd.DataFrame) -> str:
    """The cells of observations of one sheet, runs down a column joined."""
    return cells_text(cell for ref in frame["source_ref"] for cell in cells_of(ref.rsplit("!", 1)[-1])[:1])


def are_confirmed(frame: pd.DataFrame, confirmed: Collection[tuple[str, int, int]]) -> "pd.Series[bool]":
    """By index, whether an observation's first cell is one of these (sheet, zero-based row, column)."""
    if not confirmed:
        return pd.Series(False, index=frame.index, dtype=bool)
    wanted = [(f"{sheet}!" if sheet else "") + address(row, column) for sheet, row, column in confirmed]
    return frame["source_ref"].str.replace(_SECOND_CELL, "", regex=True).isin(wanted)


def place(values: Values) -> IssuePlace:
    """Sheet and cell of an observation as an issue names them."""
    return {"sheet": str(values["sheet"]), "cell": str(values["source_ref"]).rsplit("!", 1)[-1]}
