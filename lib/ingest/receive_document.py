"""A document that the reader child read, rebuilt in the server: every value checked, nothing unpickled."""

from collections.abc import Iterable

from lib.domain.document_text import DocumentText, TableBlock, TextBlock
from lib.domain.issues import Issue
from lib.ingest.pdf_result import PdfPage, PdfPages
from lib.ingest.receive import make_ints, make_issues, make_list, rebuild


def read_document_result(stream: Iterable[bytes], issues: tuple[Issue, ...]) -> DocumentText:
    """Rebuild a document; arguments and faults as for a workbook."""
    blocks: list[TextBlock | TableBlock] = []

    def take(line: dict[str, object]) -> None:
        blocks.append(_make_block(line))

    def finish(end: dict[str, object]) -> DocumentText:
        n_pages = make_ints([end["page_count"]])[0]
        return DocumentText(tuple(blocks), n_pages, issues + make_issues(end))

    return rebuild(stream, "document", take, finish)


def read_pages_result(stream: Iterable[bytes], issues: tuple[Issue, ...]) -> PdfPages:
    """Rebuild the pages of a PDF; arguments and faults as for a workbook."""
    pages: list[PdfPage] = []
    blocks: list[TextBlock | TableBlock] = []

    def take(line: dict[str, object]) -> None:
        nonlocal blocks
        if "pdf_page" in line:
            blocks = []
            pages.append(_make_page(line, blocks))
        else:
            blocks.append(_make_block(line))

    def finish(end: dict[str, object]) -> PdfPages:
        return PdfPages(tuple(pages), issues + make_issues(end))

    return rebuild(stream, "pages", take, finish)


def _make_page(line: dict[str, object], blocks: list[TextBlock | TableBlock]) -> PdfPage:
    number, n_letters, image_pct, n_paths = make_ints(
        [line[name] for name in ("pdf_page", "n_letters", "image_pct", "n_paths")]
    )
    return PdfPage(
        number, blocks, n_letters, image_pct, n_paths, line["hidden_text"] is True, str(line["fault"])
    )


def _make_block(line: dict[str, object]) -> TextBlock | TableBlock:
    (page,) = make_ints([line["page"]])
    continues = line["continues"] is True
    if "table" in line:
        rows = tuple(tuple(str(text) for text in make_list(row)) for row in make_list(line["table"]))
        return TableBlock(rows, page, continues)
    return TextBlock(str(line["text"]), str(line["style"]), page, line["heading"] is True, continues)
