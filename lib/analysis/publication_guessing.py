"""Schools under codes that can still be named by how many people their figures rest on."""

from collections.abc import Sequence

import numpy as np

from lib.analysis.publication_hiding import HiddenTable


def n_told_by_size(hidden: Sequence[HiddenTable], n_schools: int) -> int:
    """How many codes fit one school alone, for one who knows every school's numbers of people.

    Numbers of pupils and of test takers are public elsewhere; only those shown beside a code count.
    """
    people = [each for each in hidden if each.table.indicator.has_n]
    if not people:
        return 0
    true = np.array([each.table.n[:n_schools] for each in people])
    shows = np.isfinite(true) & ~np.array([each.hides_n[:n_schools] for each in people])
    told = 0
    for school in range(n_schools):
        seen = shows[:, school]
        fits = (true[seen] == true[seen, school][:, None]).all(axis=0)
        told += bool(seen.any()) and int(fits.sum()) == 1
    return told
