"""Every limit of reading a foreign file, in one place."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024

FILE_BYTES_MAX = 50 * MEGABYTE
# Evidence of one KPI form in one fiscal year: sixty scanned reports of 50 MB would fill an office's laptop.
EVIDENCE_BYTES_MAX = 1_000 * MEGABYTE
# A cell of Excel holds no more; what is longer is cut by every workbook that is written.
CELL_LETTERS_MAX = 32_767
# A whole file swallowed by one cell or paragraph is no text of anybody; each look at it takes seconds.
TEXT_LETTERS_MAX = 1_000_000
ARCHIVE_PARTS_MAX = 5_000
# 5,000 entries of 46 fixed bytes with long names and extra fields; a larger directory is not an office file.
ARCHIVE_DIRECTORY_BYTES_MAX = 2 * MEGABYTE
ARCHIVE_UNPACKED_BYTES_MAX = 300 * MEGABYTE
ARCHIVE_PART_BYTES_MAX = 200 * MEGABYTE
# A repetitive sheet of real shape packs about 20 to 1.
ARCHIVE_RATIO_MAX = 150
ARCHIVE_RATIO_APPLIES_ABOVE_BYTES = 20 * MEGABYTE
XML_PROLOG_BYTES_MAX = 64 * 1024

SHEETS_MAX = 200
SHEET_ROWS_MAX = 1_048_576
SHEET_COLUMNS_MAX = 16_384
WORKBOOK_CELLS_MAX = 4_000_000
OPEN_DOCUMENT_CELLS_MAX = 2_000_000
SHEET_BOX_CELLS_MAX = 5_000_000
MERGED_RANGES_MAX = 100_000
ROW_BYTES_MAX = 64 * MEGABYTE
EMPTY_STYLED_ROWS_NOTED_FROM = 1_000

TABLE_SPAN_MAX = 256
XML_DEPTH_MAX = 200

# A school's report with its annexes has 40 to 150 pages; a page of small print 6,000 letters.
PDF_PAGES_MAX = 200
PDF_PAGE_LETTERS_MAX = 60_000
# What an office gathers of its schools in one archive: some hundred reports of some megabytes.
ARCHIVE_REPORTS_MAX = 1_000
ARCHIVE_REPORTS_BYTES_MAX = 2_000 * MEGABYTE

# openpyxl holds about 400 bytes a cell; beyond these a marked copy is written anew from the values.
MARKED_PARTS_BYTES_MAX = 24 * MEGABYTE
MARKED_MERGED_CELLS_MAX = 200_000
MARKED_COPY_CELLS_MAX = 1_500_000
MARKED_CELLS_MAX = 20_000
MARKED_ISSUES_MAX = 5_000

RESULT_BYTES_MAX = 256 * MEGABYTE
READERS_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class ReaderCaps:
    """What one reader child may use before it is ended."""

    wall_seconds: float = 60.0
    cpu_seconds: int = 40
    memory_bytes: int = 1_536 * MEGABYTE


READER_CAPS = ReaderCaps()
# A person waits for a picture; a page that is not drawn by then is looked at in the file itself.
PICTURE_CAPS = ReaderCaps(wall_seconds=20.0, cpu_seconds=15)
PICTURE_SIDE_MAX = 2_000
# A child that reads the reports of a batch in turn is renewed at either: what a file did to it ends there.
KEPT_CHILD_FILES_MAX = 40
KEPT_CHILD_MEMORY_MAX = 320 * MEGABYTE
