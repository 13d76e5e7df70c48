"""The way home of a figure that stands in a file: its versions, who loaded it, its cell and its steps."""

from dataclasses import dataclass

from lib.domain.datasets import DatasetRecord
from lib.domain.figures import FigureId, FigureKind, FigureVersion
from lib.domain.observations import Scope
from lib.domain.source_refs import parse_source_ref
from lib.errors import WorkbenchError
from lib.ingest.choices_json import choices_from_json
from lib.ingest.corrections import apply_corrections
from lib.ingest.figure_place import find_figure_place
from lib.services.analysis import OfficeData
from lib.services.indicator_words import make_words
from lib.services.way_home_choices import told_choices, told_corrections
from lib.services.way_home_sheet import ReadOriginal, SheetView, cut_out, find_sheet, read_original
from lib.services.way_home_steps import Step, make_steps
from lib.storage.datasets import load_history, load_report
from lib.storage.engine import Store, reading
from lib.storage.figure_versions import load_stated_versions, load_versions


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the kept original shows of a figure.

    Attributes:
        choices: answers of the load that this figure depends on, in words.
    """

    view: SheetView
    steps: tuple[Step, ...]
    choices: tuple[str, ...]


def find_versions(store: Store, figure: FigureId) -> tuple[FigureVersion, ...]:
    """Every version of a figure that stands in a file, the newest first."""
    with reading(store) as session:
        if figure.kind is FigureKind.STATED:
            scope, _, name = figure.subject.partition(":")
            return load_stated_versions(session, figure.indicator_id, Scope(scope), name, figure.period)
        return load_versions(session, figure.indicator_id, figure.subject, figure.period)


def find_load(store: Store, dataset_id: int) -> DatasetRecord:
    """One line of the history.

    Raises:
        WorkbenchError: there is no such load.
    """
    with reading(store) as session:
        found = next((each for each in load_history(session) if each.dataset_id == dataset_id), None)
    if found is None:
        raise WorkbenchError(f"ไม่พบรายการนำเข้าหมายเลข {dataset_id}", "ดูหมายเลขจากประวัติการนำเข้า")
    return found


def surroundings(
    store: Store,
    data: OfficeData,
    figure: FigureId,
    version: FigureVersion,
    read: ReadOriginal = read_original,
) -> Surroundings:
    """The cell of one version in its sheet, with the steps from its text to the figure.

    Args:
        figure: of kind SCHOOL or STATED.
        read: gives the original; a page hands in one that remembers what it read.

    Raises:
        WorkbenchError: the original is gone, was changed, cannot be read, or has no such sheet.
    """
    reference = parse_source_ref(version.source_ref)
    with reading(store) as session:
        report = load_report(session, version.dataset.dataset_id)
    choices = choices_from_json(report.get("choices"))
    workbook = read(store, version.dataset, choices.encoding)
    sheet = find_sheet(workbook, reference)
    corrected = find_sheet(apply_corrections(workbook, choices.corrections), reference)
    cell = (reference.first_row, reference.first_column)
    companions = {"n": version.n, "numerator": version.numerator}
    place = find_figure_place(
        corrected,
        version.dataset.file_name,
        data.catalogue,
        choices,
        figure.indicator_id,
        cell,
        companions,
    )
    view = cut_out(sheet, reference, place)
    words = make_words(data.catalogue.by_id[figure.indicator_id], data.rules)
    confirmed = told_corrections(report.get("issues"), reference)
    school_id = figure.subject if figure.kind is FigureKind.SCHOOL else ""
    steps = make_steps(
        sheet, corrected, reference, view.n, version, words, confirmed, of_school=bool(school_id)
    )
    return Surroundings(view, steps, told_choices(choices, reference, school_id))
