"""An office's Word template on its way into a document: what is filled in, what stays around the report."""

from dataclasses import dataclass

from docx.oxml.ns import nsdecls

from lib.errors import WorkbenchError
from lib.report.page_setup import A4, PageSetup


class BrokenTemplate(WorkbenchError):
    """The office's template cannot be written into; the report can still be made with ours."""


@dataclass(frozen=True, slots=True)
class OfficeTemplate:
    """A checked template and what its placeholders become.

    Attributes:
        content: the file as the office gave it.
        fields: placeholder → text.
    """

    content: bytes
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateFrame:
    """What surrounds the report in its file.

    Attributes:
        before / after: the template's own body, as XML.
        has_cover: the template prints the title itself.
        has_header / has_footer: the template's stay, ours are not written.
        root: namespaces of the document element.
    """

    setup: PageSetup = A4
    before: str = ""
    after: str = ""
    has_cover: bool = False
    has_header: bool = False
    has_footer: bool = False
    root: str = nsdecls("w", "r", "wp")


OWN_FRAME = TemplateFrame()
