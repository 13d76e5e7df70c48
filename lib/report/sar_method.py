"""Part 1 of the report on self-assessments: why, what was counted, how it was read."""

from lib.catalog.report_words import ReportWords
from lib.domain.assessment_synthesis import LevelSynthesis
from lib.domain.documents import Block, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.sar_report_content import SarReportContent
from lib.report.sar_parts import count_text, kind_figure, pct_text, said
from lib.report.written_blocks import written_blocks


def text_of(content: SarReportContent, words: ReportWords, section_id: str) -> str:
    """What people wrote for a section, else the packaged wording."""
    return content.text(section_id) or packaged_text(content, words, section_id)


def packaged_text(content: SarReportContent, words: ReportWords, section_id: str) -> str:
    """The packaged wording filled from the data; empty for a section that has none."""
    packaged = words.texts.get(section_id, "")
    return packaged.format(office=office_name(content), year=content.academic_year_be)


def written(content: SarReportContent, words: ReportWords, section_id: str) -> tuple[Block, ...]:
    """A marked section with its text."""
    text = text_of(content, words, section_id)
    return written_blocks(section_id, text, points=section_id == "sar_purpose_text")


def office_name(content: SarReportContent) -> str:
    return content.office.name or "สำนักงานเขตพื้นที่การศึกษา"


def method_part(content: SarReportContent, words: ReportWords) -> list[Block]:
    """ส่วนที่ 1."""
    head = words.headings
    return [
        Heading(1, head["part_method"], numbered=True),
        Heading(2, head["background"], numbered=True),
        *written(content, words, "sar_background_text"),
        Heading(2, head["purpose"], numbered=True),
        *written(content, words, "sar_purpose_text"),
        Heading(2, head["counted"], numbered=True),
        *_counted(content, words),
        Heading(2, head["reading_method"], numbered=True),
        said(words.phrases["read_how"]),
        said(words.phrases["read_themes"]),
        said(words.say("standards_in_force", sets=" และ".join(each.name for each in content.standards))),
    ]


def counted_text(content: SarReportContent, words: ReportWords) -> str:
    """All schools, those that sent a report, confirmed ones and drafts, in one sentence."""
    synthesis = content.synthesis
    return words.say(
        "counted",
        n_schools=count_text(synthesis.n_schools),
        n_reports=count_text(synthesis.n_reports),
        pct=pct_text(synthesis.n_reports, synthesis.n_schools),
        n_missing=count_text(len(synthesis.not_submitted)),
        n_confirmed=count_text(synthesis.n_confirmed),
        n_drafts=count_text(synthesis.n_reports - synthesis.n_confirmed),
    )


def counted_table(content: SarReportContent, words: ReportWords) -> Table:
    """The three Ns of each level of education, and how many reports people have confirmed."""
    rows = tuple(
        (
            words.say("level", level=level.level_of_education.label),
            count_text(level.n_schools),
            count_text(level.n_offering),
            count_text(level.n_submitted),
            pct_text(level.n_submitted, level.n_offering),
            count_text(level.n_confirmed),
        )
        for level in content.synthesis.levels
    )
    return Table(
        words.say("counted_caption", year=str(content.academic_year_be)),
        (
            TableColumn("ระดับการศึกษา", width_cm=4.2),
            TableColumn("ทั้งหมด", "right", 2.2),
            TableColumn("เปิดสอน", "right", 2.2),
            TableColumn("ส่งแล้ว", "right", 2.2),
            TableColumn("ร้อยละ", "right", 2.2),
            TableColumn("ยืนยันแล้ว", "right", 2.4),
        ),
        rows,
        note=words.phrases["counted_note"],
        key="sar_counted",
    )


def _counted(content: SarReportContent, words: ReportWords) -> list[Block]:
    figure = kind_figure(content.academic_year_be, "submitted")
    blocks: list[Block] = [
        Paragraph(
            (
                Run(counted_text(content, words), figure_id=figure),
                Run(words.phrases["counted_lead"]),
                Run("", refers_to="sar_counted"),
            )
        ),
        counted_table(content, words),
    ]
    if content.synthesis.confirmed_only:
        blocks.append(said(words.phrases["only_confirmed"]))
    for level in content.synthesis.levels:
        blocks += [said(text) for text in _exceptions(level, words)]
    return blocks


def _exceptions(level: LevelSynthesis, words: ReportWords) -> list[str]:
    """Reports that stand in no count of the level, or in the count but not in the table."""
    name = level.level_of_education.label
    told = []
    if level.without_part:
        told.append(words.say("without_part", level=name, n=count_text(len(level.without_part))))
    if level.not_offered:
        told.append(words.say("not_offered", level=name, n=count_text(len(level.not_offered))))
    for other in level.apart:
        n = count_text(len(other.schools))
        told.append(words.say("apart", n=n, set=other.name, reason=other.reason))
    return told
