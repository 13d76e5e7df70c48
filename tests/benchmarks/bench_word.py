"""Word tables against the floor of making the same strings and deflating them; run by hand.

python -m tests.benchmarks.bench_word
"""

import statistics
import time
import zlib
from collections.abc import Callable

from lib.domain.bound_figures import DocumentKind, FileOrigin
from lib.domain.documents import Document, Table
from lib.report.word import write_docx
from lib.report.word_columns import fitted_widths_cm
from lib.report.word_figures import FigureMarks
from lib.report.word_tables import table_xml
from lib.report.word_text import Bookmarks
from tests.report.sample_document import school_table

ROUNDS = 5


def report(n_tables: int, n_rows: int) -> Document:
    return Document("ทดสอบ", "", "สมมติ", "", (school_table(n_rows),) * n_tables)


def written(document: Document) -> bytes:
    """As an office gets it: every figure named in a list of its own."""
    return write_docx(document, origin=FileOrigin(DocumentKind.REPORT, 2568, 2569))


def floor(document: Document) -> int:
    """The same markup joined without measuring or escaping, and deflated: what no writer can go below."""
    cells = "".join(
        '<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        '<w:p><w:pPr><w:pStyle w:val="TableNumber"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{cell}</w:t></w:r></w:p></w:tc>'
        for table in document.blocks
        if isinstance(table, Table)
        for row in table.rows
        for cell in row
    )
    return len(zlib.compress(cells.encode()))


def strings(document: Document) -> int:
    """Our table strings without parsing, packing or the rest of the document."""
    figures = FigureMarks(document, Bookmarks())
    return sum(len(table_xml(t, 25.2, "arabic", figures)) for t in document.blocks if isinstance(t, Table))


def widths(document: Document) -> int:
    return sum(len(fitted_widths_cm(t, 25.2)) for t in document.blocks if isinstance(t, Table))


def seconds(work: Callable[[Document], object], document: Document) -> float:
    started = time.perf_counter()
    work(document)
    return time.perf_counter() - started


def main() -> None:
    heads = ("floor ms", "ours ms", "ratio", "widths", "strings", "ms/row")
    print(f"{'tables x rows':>14} " + " ".join(f"{head:>9}" for head in heads))
    for n_tables, n_rows in ((1, 25), (1, 250), (1, 2500), (40, 25), (40, 250)):
        document = report(n_tables, n_rows)
        works = (floor, written, widths, strings)
        rounds = [[seconds(work, document) * 1e3 for work in works] for _ in range(ROUNDS)]
        low, ours, measured, made = (statistics.median(column) for column in zip(*rounds, strict=True))
        figures = (low, ours, ours / low, measured, made, ours / (n_tables * n_rows))
        print(f"{n_tables:>6} x {n_rows:<5} " + " ".join(f"{figure:>9.2f}" for figure in figures))


if __name__ == "__main__":
    main()
