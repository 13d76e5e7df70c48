"""A workbook charted without being loaded: its figures over the office's, or alone."""

from dataclasses import dataclass, replace

from lib.domain.plain_tables import PlainTable
from lib.services.analysis import OfficeData
from lib.services.import_difference_effects import lay_over
from lib.services.import_preview import Preview
from lib.storage.engine import Store


@dataclass(frozen=True, slots=True, eq=False)
class Dropped:
    """A file to look at.

    Attributes:
        preview: as the intake reads it; it may have no figure the catalogue knows.
        plain: its columns of numbers, whatever they mean.
        alone: looked at without the office's figures.
    """

    preview: Preview
    plain: tuple[PlainTable, ...]
    alone: bool

    @property
    def has_figures(self) -> bool:
        return not self.preview.accepted.empty


def data_with_file(store: Store, data: OfficeData, preview: Preview, *, alone: bool) -> OfficeData:
    """The office's data as they would be with the file stored; nothing is stored.

    Args:
        alone: only the file's own figures, in place of the office's.
    """
    if alone:
        data = replace(data, observations=data.observations.iloc[:0], benchmarks=data.benchmarks.iloc[:0])
    return lay_over(store, data, preview, None)


def indicators_of(preview: Preview) -> tuple[str, ...]:
    """Indicators the file has figures of, in the order met."""
    return tuple(dict.fromkeys(str(one) for one in preview.accepted["indicator_id"]))
