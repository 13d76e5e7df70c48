"""A report file's bytes to its reading; Word or workbook is decided by the bytes, not by the name."""

from collections.abc import Callable

from lib.domain.assessments import SelfAssessment
from lib.domain.document_text import DocumentText
from lib.domain.sheets import Workbook
from lib.errors import RefusedFile
from lib.ingest.child import read_document, read_workbook
from lib.ingest.document_repair import repair_document
from lib.ingest.kept_children import KeptChildren
from lib.ingest.personal_data import withhold_persons
from lib.ingest.report_lines import hide_document_ids, make_document
from lib.ingest.report_markup import strip_markup
from lib.ingest.self_assessment import tidy_assessment_workbook, tidy_self_assessment

#: Refusals that only say that the file is of the other family.
_IS_WORKBOOK = "F21"


def read_report_file(
    content: bytes,
    file_name: str,
    find_school: Callable[[str, str], str | None],
    children: KeptChildren | None = None,
) -> tuple[DocumentText, SelfAssessment, Workbook | None]:
    """The text of a report without citizen ids, what it says, and the workbook if cells of it were emptied.

    Args:
        children: of the batch that the file belongs to.

    Raises:
        RefusedFile: it is neither a Word document nor a workbook, or must not be read.
    """
    try:
        document = read_document(content, file_name, children=children)
    except RefusedFile as error:
        if not error.code.startswith(_IS_WORKBOOK):
            raise
        read = read_workbook(content, file_name, children=children)
        workbook = withhold_persons(read, file_name, signed=True)
        assessment = tidy_assessment_workbook(workbook, file_name, find_school)
        emptied = None if workbook is read else workbook
        return hide_document_ids(make_document(workbook)), assessment, emptied
    document = strip_markup(document)
    if not document.pages:
        document = repair_document(document)
    return hide_document_ids(document), tidy_self_assessment(document, file_name, find_school), None
