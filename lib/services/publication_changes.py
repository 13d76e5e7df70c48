"""What the public copy tells of the editions of its report, in words that outsiders may read."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from lib.catalog.report_words import load_report_words
from lib.domain.bound_figures import bound_figures
from lib.domain.documents import Document
from lib.report.compose import compose_report
from lib.services.publication_content import HIDDEN
from lib.services.report_editions import figure_places, load_editions
from lib.services.report_run import ReportRun
from lib.thai.dates import format_date, thai_day

_CHART, _FINDING = "chart|", "finding|"
_MOST_NAMED = 5
_SAME = "ตัวเลขที่เผยแพร่ไม่เปลี่ยน"


def public_changes(run: ReportRun, document: Document) -> tuple[tuple[str, str, str], ...]:
    """(edition, day, what changed since the one before), the latest first.

    Old figures are not told: the copy they stood in may have hidden them.

    Args:
        document: the report as it is published; only what it shows is told to have changed.
    """
    shown = tuple(
        each.figure_id
        for each in bound_figures(document)
        if not each.figure_id.startswith(_CHART) and each.text != HIDDEN
    )
    places = dict(figure_places(document))
    editions = load_editions(run.store, run.content.academic_year_be or 0)
    told = [
        (f"ฉบับที่ {each.number}", format_date(thai_day(each.made_at), short=True), dict(each.figures))
        for each in editions
    ]
    lines = [(*edition[:2], "ฉบับแรก") for edition in told[:1]]
    for (_, _, before), (edition, day, now) in pairwise(told):
        lines.append((edition, day, _words(before, now, shown, places)))
    if not told:
        return ()
    whole = compose_report(run.content, load_report_words())
    today = {each.figure_id: each.text for each in bound_figures(whole)}
    if (words := _words(told[-1][2], today, shown, places)) != _SAME:
        lines.append(("ข้อมูลปัจจุบัน", format_date(run.content.made_on, short=True), words))
    return tuple(reversed(lines))


def _words(
    before: Mapping[str, str], now: Mapping[str, str], shown: Sequence[str], places: Mapping[str, str]
) -> str:
    changed = [
        each for each in dict.fromkeys(shown) if each in before and each in now and before[each] != now[each]
    ]
    added = [each for each in dict.fromkeys(shown) if each in now and each not in before]
    findings = {each.removeprefix(_FINDING).rpartition("|")[0] for each in added if each.startswith(_FINDING)}
    new = [each for each in added if not each.startswith(_FINDING)]
    named = dict.fromkeys(places[each] for each in changed if each in places)
    names = sorted(named, key=lambda name: " · " not in name)  # cells of tables before sentences
    rest = f" และอื่น ๆ อีก {len(names) - _MOST_NAMED:,} เรื่อง" if len(names) > _MOST_NAMED else ""
    parts = (
        f"เปลี่ยน {len(changed):,} ค่า: {' / '.join(names[:_MOST_NAMED])}{rest}" if changed else "",
        f"เพิ่ม {len(new):,} ค่า" if new else "",
        f"ข้อค้นพบเพิ่ม {len(findings):,} ข้อ" if findings else "",
    )
    return " · ".join(filter(None, parts)) or _SAME
