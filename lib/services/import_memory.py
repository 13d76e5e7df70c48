"""Answers about a layout: kept with the load they were given for, offered when a file of its like comes."""

from dataclasses import dataclass, replace
from datetime import datetime

from lib.domain.indicators import Catalogue
from lib.ingest.choices import ImportChoices
from lib.ingest.layout_answers import n_layout_answers, recall_layout_answers
from lib.ingest.reading import SchoolData
from lib.storage.datasets import load_history
from lib.storage.engine import Store, reading
from lib.storage.layouts import load_layout, load_layouts


@dataclass(frozen=True, slots=True)
class RememberedAnswers:
    """Answers of an earlier file that fit this one.

    Attributes:
        choices: the answers given so far together with the remembered ones.
        n_answers: how many were remembered and fit.
        file_name / saved_at: the latest of the files they were given for.
    """

    choices: ImportChoices
    n_answers: int
    file_name: str
    saved_at: datetime


def recall_layouts(
    store: Store, data: SchoolData, choices: ImportChoices, catalogue: Catalogue
) -> RememberedAnswers | None:
    """What was answered about files of these layouts; None when nothing fits or a person has decided."""
    if choices.recall is not None:
        return None
    with reading(store) as session:
        known = load_layouts(session)
        recalled, used = choices, []
        for seen in data.layouts:
            key = seen.layout.key
            if key not in known:
                continue
            before = recalled
            recalled = recall_layout_answers(seen, known[key], before, catalogue.by_id)
            if recalled != before:
                used.append(load_layout(session, key))
        latest = max((one for one in used if one is not None), key=lambda one: one.saved_at, default=None)
        if latest is None:
            return None
        names = {record.dataset_id: record.file_name for record in load_history(session)}
    return RememberedAnswers(
        replace(recalled, recall=True),
        n_layout_answers(recalled) - n_layout_answers(choices),
        names.get(latest.dataset_id or 0, ""),
        latest.saved_at,
    )
