"""What schools say again and again: themes with counts, and statements word for word with their page."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.assessments import LevelOfEducation, StatementKind
from lib.domain.documents import Block, BulletList, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.sar_report_content import SarReportContent
from lib.domain.theme_synthesis import ThemeCount, ThemedStatement
from lib.report.sar_parts import count_text, kind_figure, quoted, said
from lib.thai.numerals import format_number
from lib.thai.person_words import names_person
from lib.thai.text import fold_key

#: Themes with statements under them, and statements of each; the table names every theme.
_QUOTED = {
    StatementKind.STRENGTH: (6, 3),
    StatementKind.IMPROVEMENT_AREA: (6, 3),
    StatementKind.PLAN: (4, 2),
    StatementKind.SUGGESTION: (4, 2),
}
_LONGEST = 240  # a longer statement is taken only where a theme has no shorter one


def theme_part(content: SarReportContent, words: ReportWords) -> list[Block]:
    """Every kind of statement by level of education."""
    blocks: list[Block] = [Heading(1, words.headings["part_themes"], numbered=True)]
    n = len(content.themes.statements)
    if not n:
        return [*blocks, said(words.phrases["themes_none"])]
    for kind in StatementKind:
        blocks.append(Heading(2, kind.label, numbered=True))
        told = [level for level in (*LevelOfEducation, None) if content.themes.of(kind, level)]
        if not told:
            blocks.append(said(words.phrases["themes_none"]))
        for level in told:
            blocks += _level(content, kind, level, words)
    unthemed = sum(not each.theme_id for each in content.themes.statements)
    if unthemed:
        text = words.say("unthemed", n=count_text(unthemed), total=count_text(n))
        blocks.append(said(text, kind_figure(content.academic_year_be, "unthemed")))
    return blocks


def theme_table(
    counts: Sequence[ThemeCount],
    kind: StatementKind,
    level: LevelOfEducation | None,
    words: ReportWords,
) -> Table:
    """One row per theme, those of most schools first, with the year before where it has reports."""
    before = next((count.before for count in counts if count.before), None)
    columns = [
        TableColumn("เรื่อง", width_cm=7.2),
        TableColumn("ประเด็นพิจารณา", width_cm=3.2),
        TableColumn("จำนวน (แห่ง)", "right", 2.0),
        TableColumn("ร้อยละ", "right", 1.8),
    ]
    columns += [TableColumn("ปีก่อน (แห่ง)", "right", 1.8)] if before else []
    rows = []
    for count in counts:
        cells = [count.name, ", ".join(count.items), count_text(count.n_schools), format_number(count.pct)]
        rows.append((*cells, *([_before(count)] if before else [])))
    note = words.say("themes_note", n=count_text(counts[0].n_submitted))
    if before:
        note += words.say("themes_before", year=str(before.academic_year_be))
    caption = (
        words.say("themes_caption", kind=kind.label, level=level.label)
        if level
        else words.say("themes_caption_open", kind=kind.label)
    )
    return Table(caption, tuple(columns), tuple(rows), note=note)


def chosen_quotes(count: ThemeCount, *, names_schools: bool, most: int) -> list[ThemedStatement]:
    """Different statements of different schools and clusters, the short ones first; always the same choice.

    A statement that names a person is left out, and where schools are only counted one that names its school.
    """
    usable = [
        q for q in count.quotes if (names_schools or q.school_name not in q.text) and not names_person(q.text)
    ]
    ordered = sorted(usable, key=lambda quote: len(quote.text) > _LONGEST)
    chosen: list[ThemedStatement] = []
    for fresh_cluster in (True, False):
        for quote in ordered:
            clusters = {each.cluster for each in chosen}
            seen = {word for each in chosen for word in (each.school_id, fold_key(each.text))}
            known = quote.school_id in seen or fold_key(quote.text) in seen
            fresh = not known and not (fresh_cluster and quote.cluster in clusters)
            if fresh and len(chosen) < most:
                chosen.append(quote)
    short = [quote for quote in chosen if len(quote.text) <= _LONGEST]
    return short or chosen[:1]


def quote_list(quotes: Sequence[ThemedStatement], *, names_schools: bool) -> BulletList:
    return BulletList(tuple(quoted(quote, names_schools=names_schools) for quote in quotes))


def _level(
    content: SarReportContent, kind: StatementKind, level: LevelOfEducation | None, words: ReportWords
) -> list[Block]:
    counts = content.themes.of(kind, level)
    title = words.say("level", level=level.label) if level else words.headings["level_open"]
    blocks: list[Block] = [Heading(3, title), theme_table(counts, kind, level, words)]
    named = content.names_schools
    lead = words.phrases["themes_quotes" if named else "themes_quotes_unnamed"]
    blocks.append(Paragraph((Run(lead),), "plain"))
    most_themes, most = _QUOTED[kind]
    for count in counts[:most_themes]:
        quotes = chosen_quotes(count, names_schools=named, most=most)
        if quotes:
            blocks += [_theme_line(count, words), quote_list(quotes, names_schools=named)]
    kept_back = sum(names_person(quote.text) for count in counts[:most_themes] for quote in count.quotes)
    if kept_back:
        blocks.append(said(words.say("themes_persons", n=count_text(kept_back))))
    if len(counts) > most_themes:
        blocks.append(said(words.say("themes_rest", n=count_text(len(counts) - most_themes))))
    return blocks


def _theme_line(count: ThemeCount, words: ReportWords) -> Paragraph:
    told = f" {count_text(count.n_schools)} แห่ง (ร้อยละ {format_number(count.pct)})"
    both = f" {words.say('theme_both', n=count_text(count.n_both))}" if count.n_both else ""
    return Paragraph((Run(count.name, bold=True), Run(told + both)), "plain")


def _before(count: ThemeCount) -> str:
    return count_text(count.before.n_schools) if count.before else "–"
