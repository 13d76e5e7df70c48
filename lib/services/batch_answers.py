"""What a person answers about files of a batch that wait: which school, which year, replace or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from lib.errors import WorkbenchError
from lib.services.report_batch import BatchLine, Need, settle
from lib.services.report_folder import ReportFile, read_each
from lib.services.self_assessments import choose_school_and_year
from lib.storage.engine import Store
from lib.storage.files import load_file


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer.

    Attributes:
        line: the file that waits.
        school_id / year_be: as chosen; those of the line where the report told them.
        replace: the person agreed that the saved report is replaced.
    """

    line: BatchLine
    school_id: str
    year_be: int
    replace: bool = False


def save_answered(store: Store, answers: Sequence[Answer], *, by: str) -> Iterator[BatchLine]:
    """Read the kept files again and save them as answered, one after another; a line for each, in order.

    A school and year that have a report already make the file wait once more, for the word that replaces it.
    """
    files = [ReportFile(one.line.file_name, partial(load_file, store, one.line.sha256)) for one in answers]
    for one, read in zip(answers, read_each(store, files), strict=True):
        if not read.readable:
            yield settle(store, read, by=by)
            continue
        try:
            chosen = choose_school_and_year(store, read, one.school_id, one.year_be)
        except WorkbenchError:
            # The school left the register meanwhile.
            yield settle(store, read, by=by)
            continue
        yield settle(store, chosen, by=by, replaces=one.line.saved_version if one.replace else None)


def is_answered(line: BatchLine, school_id: str, year_be: int | None, *, replace: bool) -> bool:
    """Nothing is left to be said about a file that waits."""
    if line.need is Need.REPLACE:
        return replace
    return line.need is Need.SCHOOL_AND_YEAR and bool(school_id) and year_be is not None
