"""Rows of a chart, kept out of Altair's hands: it copies and checks every one of them many times."""

import altair as alt
import pandas as pd

Row = dict[str, object]


def plain_rows(frame: pd.DataFrame, columns: tuple[str, ...]) -> list[Row]:
    """The columns a chart uses, missing values as null; JSON has no NaN."""
    kept = frame[list(columns)].astype(object)
    return [
        dict(zip(columns, row, strict=True))
        for row in kept.where(kept.notna(), None).itertuples(index=False, name=None)
    ]


class Rows:
    """The tables of one chart by name; lib.charts.theme.finished puts them into the picture."""

    def __init__(self) -> None:
        self.named: dict[str, list[Row]] = {}

    def add(self, frame: pd.DataFrame, columns: tuple[str, ...]) -> alt.NamedData:
        """What a layer draws."""
        name = f"rows_{len(self.named)}"
        self.named[name] = plain_rows(frame, columns)
        return alt.NamedData(name=name)
