"""What a report prints in the sections that nobody wrote."""

from lib.catalog.report_words import load_report_words, load_sar_words
from lib.domain.report_content import ReportContent
from lib.domain.sar_report_content import SarReportContent
from lib.domain.written_sections import REPORT_SECTIONS, SAR_SECTIONS
from lib.report import compose_parts, sar_method


def packaged_report_texts(content: ReportContent) -> dict[str, str]:
    """Section id → packaged wording filled from the data; sections that stay empty are left out."""
    words = load_report_words()
    texts = {each: compose_parts.packaged_text(content, words, each) for each, _ in REPORT_SECTIONS}
    return {section: text for section, text in texts.items() if text}


def packaged_sar_texts(content: SarReportContent) -> dict[str, str]:
    """The same of the report on self-assessments."""
    words = load_sar_words()
    texts = {each: sar_method.packaged_text(content, words, each) for each, _ in SAR_SECTIONS}
    return {section: text for section, text in texts.items() if text}
