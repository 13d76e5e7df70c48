"""An edited Word copy of a report: judged at the door, read in the capped child, rebuilt as values."""

from collections.abc import Iterable

from lib.domain.issues import Issue
from lib.domain.written_sections import SECTION_TITLES, EditedCopy, EditedSection, PrintedMarks, StrayText
from lib.errors import RefusedFile
from lib.ingest.child import run_reader
from lib.ingest.guards import check_word_file
from lib.ingest.limits import READER_CAPS
from lib.ingest.reading_progress import tell_nobody
from lib.ingest.receive import make_ints, make_list, rebuild
from lib.ingest.refusals import NOTHING_SAVED


def read_edited_copy(content: bytes, file_name: str) -> EditedCopy:
    """What people wrote into a Word copy of a report, and where else it is not as printed.

    Raises:
        RefusedFile: A05 for no Word file; F.. for one that must not be opened.
    """
    other = RefusedFile("A05", "ไฟล์นี้ไม่ใช่ Word (.docx)", f"เลือกรายงาน Word ที่แก้ไขแล้ว {NOTHING_SAVED}")
    checked = check_word_file(content, file_name, other)
    return run_reader(content, checked, READER_CAPS, tell_nobody, _rebuild, job="edited")


def _rebuild(stream: Iterable[bytes], issues: tuple[Issue, ...]) -> EditedCopy:  # noqa: ARG001 - no macro is run
    found: list[EditedCopy] = []
    return rebuild(stream, "edited", lambda line: found.append(_copy(line)), lambda end: found[-1])  # noqa: ARG005


def _copy(line: dict[str, object]) -> EditedCopy:
    n_lost, n_tracked = make_ints([line["lost"], line["tracked"]])
    return EditedCopy(
        marks=_marks(line),
        sections=tuple(_section(make_list(each)) for each in make_list(line["sections"])),
        strays=tuple(
            StrayText(str(text), str(where), str(kind))
            for text, where, kind in map(make_list, make_list(line["strays"]))
        ),
        n_lost=n_lost,
        n_tracked=n_tracked,
        is_from_libreoffice=line["libreoffice"] is True,
        comments=tuple(str(each) for each in make_list(line["comments"])),
    )


def _marks(line: dict[str, object]) -> PrintedMarks | None:
    told = line["marks"]
    if not isinstance(told, dict):
        return None
    pairs = (make_list(each) for each in make_list(told["sections"]))
    return PrintedMarks(
        str(told["subject"]),
        tuple((str(section_id), str(text)) for section_id, text in pairs if section_id in SECTION_TITLES),
        frozenset(str(each) for each in make_list(line["lines"])),
    )


def _section(values: list[object]) -> EditedSection:
    section_id, text, is_bare, n_tables, n_pictures = values
    tables, pictures = make_ints([n_tables, n_pictures])
    return EditedSection(str(section_id), str(text), is_bare is True, tables, pictures)
