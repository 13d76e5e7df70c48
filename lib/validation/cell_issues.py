"""Issues at the cells of a table of observations, the first ones one by one and the rest together."""

from collections.abc import Callable, Hashable, Iterator, Mapping

import pandas as pd

from lib.domain.issues import Issue, IssuePlace, Severity

#: Cells named one by one; a column in the wrong unit would otherwise bury every other message.
MOST_NAMED = 20

#: One observation by column name.
Values = Mapping[Hashable, object]


def issues_at_cells(
    frame: pd.DataFrame, severity: Severity, code: str, message: Callable[[Values], str], hint: str
) -> Iterator[Issue]:
    """One issue per row of the frame up to MOST_NAMED, then one that counts the rest.

    Args:
        frame: OBSERVATION_COLUMNS with ``sheet``, perhaps more that ``message`` wants.
        message: words for one row, given its values by column name.
    """
    for row in frame.head(MOST_NAMED).to_dict("records"):
        yield Issue(severity, code, message(row), hint, **place(row), value=f"{row['value']:g}")
    rest = frame.iloc[MOST_NAMED:]
    if len(rest):
        first = rest.iloc[0].to_dict()
        yield Issue(
            severity,
            code,
            f"พบปัญหาเดียวกันอีก {len(rest):,} เซลล์ เช่น {message(first)}",
            hint,
            **place(first),
        )


def place(values: Values) -> IssuePlace:
    """Sheet and cell of an observation as an issue names them."""
    return {"sheet": str(values["sheet"]), "cell": str(values["source_ref"]).rsplit("!", 1)[-1]}
