"""The headings of the committee's report as the numbered list that the golden file holds.

python -m tests.report.outline    writes this golden file and those of the charts again
"""

from pathlib import Path

from lib.catalog.report_words import load_report_words
from lib.domain.documents import Document, Heading
from lib.report.compose import compose_report
from tests.report.chart_goldens import write_chart_goldens
from tests.report.sample_content import make_content

GOLDEN = Path(__file__).with_name("committee_outline.txt")


def outline(document: Document) -> str:
    """One line per heading, set in by its level; ``#`` marks one that the numbering counts."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    return "".join(f"{'  ' * (h.level - 1)}{'#' if h.numbered else '-'} {h.text}\n" for h in headings)


def committee_outline() -> str:
    return outline(compose_report(make_content(), load_report_words()))


if __name__ == "__main__":
    GOLDEN.write_text(committee_outline(), encoding="utf-8")
    write_chart_goldens()
