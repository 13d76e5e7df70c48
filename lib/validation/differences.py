"""Figures of a file against the figures that count, under one key for schools' own and stated ones."""

import numpy as np
import pandas as pd

from lib.domain.observations import Scope

#: ``place`` is a school, or a scope with the folded name of its area.
KEY = ["indicator_id", "place", "period_kind", "year_be", "term"]
_FIGURE = ["value", "numerator", "n", "sd"]
_STATED_KEY = ["indicator_id", "scope", "period_kind", "year_be", "term"]
_OBSERVED_KEY = ["indicator_id", "school_id", "period_kind", "year_be", "term"]


def join_figures(observed: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    """Schools' figures and stated ones in one table with ``place``; ``dataset_id`` where there is one."""
    columns = ["school_id", "scope", "scope_name", *KEY, *_FIGURE, "source_ref", "dataset_id"]
    places = stated["scope"].astype(str) + ":" + _name_keys(stated)
    parts = (
        observed.assign(place=observed["school_id"], scope="", scope_name=""),
        stated.assign(place=places, school_id=""),
    )
    return _stacked([part.reindex(columns=columns) for part in parts])


def compare_figures(new: pd.DataFrame, current: pd.DataFrame) -> pd.DataFrame:
    """The file's figures with those they would take the place of.

    Args:
        new / current: as :func:`join_figures` gives them.

    Returns:
        ``new`` with ``state`` (new, changed, same), the former figure in columns that end in ``_old``, and
        the ``dataset_id`` of its load.
    """
    known = current[current["indicator_id"].isin(new["indicator_id"].unique())]
    old = known.drop(columns=["school_id", "scope", "scope_name"])
    joined = new.drop(columns="dataset_id").merge(old, on=KEY, how="left", suffixes=("", "_old"))
    equal = np.ones(len(joined), bool)
    for column in _FIGURE:
        before, after = (joined[name].to_numpy("float64") for name in (f"{column}_old", column))
        equal &= np.isclose(before, after, rtol=1e-9, atol=1e-12, equal_nan=True)
    joined["state"] = np.select([joined["dataset_id"].isna(), equal], ["new", "same"], "changed")
    return joined


def add_gone(
    compared: pd.DataFrame, new: pd.DataFrame, current: pd.DataFrame, dataset_id: int
) -> pd.DataFrame:
    """The comparison with the figures of one load that the file does not have, their ``state`` gone."""
    earlier = current[current["dataset_id"] == dataset_id]
    marked = earlier.merge(new[KEY], on=KEY, how="left", indicator=True)
    gone = marked[marked["_merge"] == "left_only"].drop(columns="_merge")
    gone = gone.rename(columns={column: f"{column}_old" for column in (*_FIGURE, "source_ref")})
    return pd.concat([compared, gone.assign(state="gone")], ignore_index=True) if len(gone) else compared


def lay_observations(*layers: pd.DataFrame) -> pd.DataFrame:
    """Schools' figures, the uppermost layer first: of each school, period and indicator the first counts."""
    return _stacked(layers).drop_duplicates(_OBSERVED_KEY, ignore_index=True)


def lay_benchmarks(*layers: pd.DataFrame) -> pd.DataFrame:
    """Stated figures, the uppermost layer first: of each area, period and indicator the first counts."""
    stacked = _stacked(layers)
    doubled = stacked[_STATED_KEY].assign(name=_name_keys(stacked)).duplicated()
    return stacked[~doubled].reset_index(drop=True)


def _name_keys(stated: pd.DataFrame) -> pd.Series:
    keys = [
        Scope(scope).name_key(str(name))
        for scope, name in zip(stated["scope"], stated["scope_name"], strict=True)
    ]
    return pd.Series(keys, index=stated.index, dtype="object")


def _stacked(frames: "list[pd.DataFrame] | tuple[pd.DataFrame, ...]") -> pd.DataFrame:
    """Empty frames are left out: they have no kinds of columns to offer."""
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else frames[0].reset_index(drop=True)
