"""A document that the reader child read, rebuilt in the server: every value checked, nothing unpickled."""

from collections.abc import Iterable

from lib.domain.document_text import DocumentText, TableBlock, TextBlock
from lib.domain.issues import Issue
from lib.ingest.pdf_result import PdfPage, PdfPages
from lib.ingest.receive import (
    GarbledResult,
    check_end,
    make_ints,
    make_issues,
    make_list,
    open_result,
    read_lines,
)


def read_document_result(stream: Iterable[bytes], issues: tuple[Issue, ...]) -> DocumentText:
    """Rebuild a document; arguments and faults as for a workbook."""
    try:
        lines = read_lines(stream)
        open_result(lines, "document")
        blocks: list[TextBlock | TableBlock] = []
        for number, line in enumerate(lines, start=1):
            if not isinstance(line, dict):
                raise GarbledResult("line")
            if "end" in line:
                check_end(line, number)
                return DocumentText(tuple(blocks), int(line["page_count"]), issues + make_issues(line))
            blocks.append(_make_block(line))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise GarbledResult(type(error).__name__) from error
    raise GarbledResult("no end")


def read_pages_result(stream: Iterable[bytes], issues: tuple[Issue, ...]) -> PdfPages:
    """Rebuild the pages of a PDF; arguments and faults as for a workbook."""
    try:
        lines = read_lines(stream)
        open_result(lines, "pages")
        pages: list[PdfPage] = []
        blocks: list[TextBlock | TableBlock] = []
        for number, line in enumerate(lines, start=1):
            if not isinstance(line, dict):
                raise GarbledResult("line")
            if "end" in line:
                check_end(line, number)
                return PdfPages(tuple(pages), issues + make_issues(line))
            if "pdf_page" in line:
                blocks = []
                pages.append(_make_page(line, blocks))
            else:
                blocks.append(_make_block(line))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise GarbledResult(type(error).__name__) from error
    raise GarbledResult("no end")


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
