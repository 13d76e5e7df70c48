"""What a file would change: its figures against those that count now, cell by cell; nothing is stored."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lib.domain.datasets import DatasetRecord
from lib.services.analysis import OfficeData
from lib.services.import_preview import Preview
from lib.storage.datasets import load_history
from lib.storage.engine import Store, reading
from lib.storage.observations import load_benchmarks, load_observations
from lib.thai.text import fold_key
from lib.validation.differences import add_gone, compare_figures, join_figures

if TYPE_CHECKING:
    import pandas as pd

State = Literal["new", "changed", "same", "gone"]

#: Copies and corrections of a file: "ผลสอบ (1).xlsx", "ผลสอบ แก้ไข 2.xlsx", "ผลสอบ_final-v3.xlsx".
_COPY_WORDS = re.compile(r"แก้ไข|ฉบับ|ล่าสุด|ใหม่|สำเนา|ครั้งที่|copy|final|rev|ver|v(?=\d)|[\d\W_]+")
_MOSTLY = 0.6
_HALF = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """A file against what counts now.

    Attributes:
        figures: one row per figure of the file and per figure gone: ``state``, indicator_id, school_id (empty
            for a stated one), scope and scope_name (empty for a school's), period_kind, year_be, term, and
            value, n, source_ref before (``_old``, with dataset_id) and after.
        earlier: the load of which this file looks like a new version; what it alone has is ``gone``.
        loads: the loads whose figures this file would change or leave out, by number.
    """

    figures: "pd.DataFrame" = field(repr=False)
    earlier: DatasetRecord | None
    loads: Mapping[int, DatasetRecord] = field(repr=False)

    def n(self, state: State) -> int:
        """How many figures are of a state."""
        return int((self.figures["state"] == state).sum())

    def of(self, state: State) -> "pd.DataFrame":
        """The figures of a state."""
        return self.figures[self.figures["state"] == state]

    @property
    def loses_nothing(self) -> bool:
        """The file may take the earlier load's place as a whole: it has a figure for each of that load's."""
        return self.earlier is not None and self.n("gone") == 0


def difference(store: Store, preview: Preview, data: OfficeData | None = None) -> Difference:
    """Compare a previewed file with the figures that count now; nothing is stored.

    Args:
        data: the office's figures where they are at hand; they are read otherwise.
    """
    with reading(store) as session:
        history = {record.dataset_id: record for record in load_history(session) if record.speaks}
        observed = data.observations if data else load_observations(session)
        stated = data.benchmarks if data else load_benchmarks(session)
    current, new = join_figures(observed, stated), join_figures(preview.accepted, preview.stated)
    joined = compare_figures(new, current)
    earlier = _earlier_version(preview.file_name, new, current, joined, history)
    if earlier is not None:
        joined = add_gone(joined, new, current, earlier.dataset_id)
    named = set(joined["dataset_id"].dropna().astype(int))
    loads = {number: record for number, record in history.items() if number in named}
    return Difference(joined, earlier, loads)


def difference_as_json(found: Difference) -> dict[str, int | None]:
    """How many figures of each state, and the load that the file looks like a new version of."""
    counts: dict[str, int | None] = {state: found.n(state) for state in ("new", "changed", "same", "gone")}
    return counts | {"earlier": found.earlier.dataset_id if found.earlier else None}


def _earlier_version(
    file_name: str,
    new: "pd.DataFrame",
    current: "pd.DataFrame",
    joined: "pd.DataFrame",
    history: Mapping[int, DatasetRecord],
) -> DatasetRecord | None:
    """The load that this file repeats for the most part: by its figures alone, or with a name like it."""
    repeated = Counter(joined["dataset_id"].dropna().astype(int))
    found = []
    for record in (history[number] for number in repeated if number in history):
        n_repeated = repeated[record.dataset_id]
        share = n_repeated / int((current["dataset_id"] == record.dataset_id).sum())
        alike = name_pattern(record.file_name) == name_pattern(file_name)
        if (alike and share >= _HALF) or (share >= _MOSTLY and n_repeated >= _MOSTLY * len(new)):
            found.append((n_repeated, record.dataset_id))
    return history[max(found)[1]] if found else None


def name_pattern(file_name: str) -> str:
    """A file's name without its ending, digits and the words that tell one copy from the next."""
    return _COPY_WORDS.sub("", fold_key(file_name.rsplit(".", 1)[0]).lower())
