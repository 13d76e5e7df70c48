"""Annexes: the files behind the figures, gaps of the data, the rules in force, schools, answers."""

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Block, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.report_content import ReportContent
from lib.report.compose_parts import bullets
from lib.report.compose_pins import answer_list
from lib.thai.numerals import format_number

#: Of the annexes behind the three that every report has.
_LETTERS = "งจ"
_UNKNOWN = "–"


def annexes(content: ReportContent, words: ReportWords) -> list[Block]:
    """Sources, data quality, rules, schools, answers of meetings."""
    head = words.headings
    blocks: list[Block] = [
        Heading(1, head["annex_sources"]),
        Table(
            words.phrases["sources_caption"],
            (
                TableColumn("ที่", "center", 1.2),
                TableColumn("ไฟล์", width_cm=6.2),
                TableColumn("นำเข้าเมื่อ", width_cm=3.4),
                TableColumn("แถวอ่าน = นำเข้า + ไม่รับ + ข้าม", "right", 3.4),
                TableColumn("ค่า", "right", 1.8),
            ),
            tuple(
                (
                    str(place),
                    f"{line.file_name}\n({line.sha256[:12]})",
                    line.loaded_at,
                    line.rows_text,
                    format_number(line.n_values, 0),
                )
                for place, line in enumerate(content.sources, start=1)
            ),
        ),
        Heading(1, head["annex_quality"]),
    ]
    blocks.append(bullets(content.gaps) if content.gaps else Paragraph((Run(words.phrases["no_gaps"]),)))
    blocks += [
        Heading(1, head["annex_rules"]),
        Table(
            words.phrases["rules_caption"],
            (TableColumn("กฎ", "center", 2.4), TableColumn("ความหมายและเกณฑ์", width_cm=13.6)),
            content.rules,
        ),
    ]
    further = (("annex_schools", _schools(content, words)), ("annex_pinned", answer_list(content, words)))
    present = [(key, own) for key, own in further if own]
    for letter, (key, own) in zip(_LETTERS, present, strict=False):
        blocks += [Heading(1, f"ภาคผนวก {letter} {head[key]}"), *own]
    return blocks


def _schools(content: ReportContent, words: ReportWords) -> list[Block]:
    """Every school by cluster and name; a list of names, no ranking."""
    if not content.schools:
        return []
    columns = (
        TableColumn("ที่", "center", 1.1),
        TableColumn("โรงเรียน", width_cm=4.7),
        TableColumn("กลุ่ม", width_cm=2.5),
        TableColumn("ระดับที่เปิดสอน", width_cm=4.7),
        TableColumn("นักเรียน", "right", 1.6),
        TableColumn("ขนาด", width_cm=1.4),
    )
    rows = tuple(
        (
            str(place),
            each.name,
            each.cluster.removeprefix("กลุ่มโรงเรียน") or _UNKNOWN,
            each.level or _UNKNOWN,
            format_number(each.pupils, 0),
            each.size or _UNKNOWN,
        )
        for place, each in enumerate(content.schools, start=1)
    )
    note = words.phrases["schools_note"]
    return [Table(words.phrases["schools_caption"], columns, rows, note=note, key="schools")]
