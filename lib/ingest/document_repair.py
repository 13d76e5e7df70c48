"""Documents whose text was damaged on its way: repaired page by page, with the verdict on each page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lib.domain.document_text import DocumentText, PageReading, PageVerdict, TableBlock, TextBlock
from lib.domain.issues import Issue, Severity
from lib.thai.defects import Fault, Repair
from lib.thai.repair_page import PageText, repair_page

Block = TextBlock | TableBlock


def repair_document(document: DocumentText) -> DocumentText:
    """The document with its text repaired; what stands on a page beyond repair is left out and told."""
    readings: list[PageReading] = []
    kept: dict[int, Iterator[Block]] = {}
    for page in sorted({block.page for block in document.blocks}):
        blocks, text = repair_blocks([block for block in document.blocks if block.page == page])
        readings.append(make_reading(page, text))
        kept[page] = iter(() if text.fault else blocks)
    # Text boxes may stand after the page they belong to: every block keeps its place.
    blocks_in_order = [next(kept[block.page], None) for block in document.blocks]
    return DocumentText(
        tuple(block for block in blocks_in_order if block is not None),
        document.page_count,
        (*document.issues, *page_issues(readings)),
        tuple(readings),
    )


def repair_blocks(blocks: Sequence[Block]) -> tuple[list[Block], PageText]:
    """The blocks of one page repaired together, and the verdict on its text."""
    texts = [text for block in blocks for text in _texts(block)]
    repaired = repair_page("\n".join(texts))
    lines = iter(repaired.text.split("\n"))
    whole = iter(["\n".join(next(lines) for _ in range(text.count("\n") + 1)) for text in texts])
    return [_with_texts(block, whole) for block in blocks], repaired


def make_reading(page: int, text: PageText) -> PageReading:
    """The verdict on a page from its repaired text."""
    n_letters = len("".join(text.text.split()))
    repairs = tuple((kind.value, count) for kind, count in text.repairs)
    if text.fault is not None:
        return PageReading(page, PageVerdict.UNREADABLE, text.score, n_letters, repairs, text.fault.value)
    if not n_letters:
        return PageReading(page, PageVerdict.EMPTY, 1.0)
    verdict = PageVerdict.REPAIRED if repairs else PageVerdict.GOOD
    return PageReading(page, verdict, text.score, n_letters, repairs)


def measure_document(pages: Sequence[PageReading]) -> float:
    """How sound a document's text is, 0–1: its pages by their letters; a scanned page counts as one more."""
    written = [page for page in pages if page.n_letters and page.verdict is not PageVerdict.SCANNED]
    n_scanned = sum(page.verdict is PageVerdict.SCANNED for page in pages)
    n_letters = sum(page.n_letters for page in written)
    if not n_letters:
        return 0.0
    sound = sum(page.score * page.n_letters for page in written) / n_letters
    return round(sound * len(written) / (len(written) + n_scanned), 3)


def page_issues(pages: Sequence[PageReading]) -> tuple[Issue, ...]:
    """What a person must know of the pages: scanned, unreadable, repaired."""
    issues = []
    scanned = [page.page for page in pages if page.verdict is PageVerdict.SCANNED]
    if scanned:
        whole = len(scanned) == sum(page.verdict is not PageVerdict.EMPTY for page in pages)
        message = (
            "PDF นี้เป็นภาพสแกน ไม่มีข้อความให้อ่าน เก็บเป็นหลักฐานได้ แต่วิเคราะห์ข้อความไม่ได้"
            if whole
            else f"หน้า {name_pages(scanned)} เป็นภาพสแกน ไม่มีข้อความให้อ่าน จึงไม่ได้ใช้หน้านั้น"
        )
        hint = "ขอไฟล์ Word จากโรงเรียน หรือ PDF ที่บันทึกจาก Word โดยตรง"
        issues.append(Issue(Severity.WARNING, "D01", message, hint))
    unreadable = [page for page in pages if page.verdict is PageVerdict.UNREADABLE]
    for fault in dict.fromkeys(page.fault for page in unreadable):
        numbers = name_pages([page.page for page in unreadable if page.fault == fault])
        issues.append(
            Issue(
                Severity.WARNING,
                "D03",
                f"อ่านหน้า {numbers} ไม่ได้: {Fault(fault).label} จึงไม่ได้ใช้ข้อความของหน้านั้น",
                "ขอไฟล์ Word จากโรงเรียน หรืออ่านจากเล่มรายงานแล้วกรอกเอง",
            )
        )
    repaired = [page for page in pages if page.repairs and page.verdict is PageVerdict.REPAIRED]
    if repaired:
        kinds = dict.fromkeys(kind for page in repaired for kind, _ in page.repairs)
        what = ", ".join(f"{Repair(kind).label} {_count(repaired, kind):,} แห่ง" for kind in kinds)
        message = (
            f"ซ่อมตัวอักษรที่เพี้ยนใน {len(repaired):,} หน้า (หน้า {name_pages([p.page for p in repaired])}): {what}"
        )
        issues.append(Issue(Severity.INFO, "D04", message, "เทียบข้อความที่ซ่อมกับเล่มรายงานเมื่อตรวจ"))
    return tuple(issues)


def name_pages(pages: Iterable[int]) -> str:
    """``1, 3–5``."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs)


def _count(pages: Iterable[PageReading], kind: str) -> int:
    return sum(count for page in pages for one, count in page.repairs if one == kind)


def _texts(block: Block) -> list[str]:
    return [block.text] if isinstance(block, TextBlock) else [cell for row in block.rows for cell in row]


def _with_texts(block: Block, texts: Iterator[str]) -> Block:
    if isinstance(block, TextBlock):
        return replace(block, text=next(texts))
    return replace(block, rows=tuple(tuple(next(texts) for _ in row) for row in block.rows))
