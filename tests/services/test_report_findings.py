"""What people decided, as the report prints it: in their order, to each recipient, without internal notes."""

import io
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from lib.catalog.report_words import load_report_words
from lib.domain.documents import BulletList, Document, Heading, Table
from lib.domain.findings import Recommendation
from lib.domain.report_content import ReportContent
from lib.report.compose import compose_report
from lib.services.analysis import examine_office, load_office_data, make_periods
from lib.services.finding_decisions import decide, decision_now, put_in_order
from lib.services.findings import ReviewedFinding, compute_findings, join_reviews, report_place
from lib.services.office import load_office
from lib.services.report import collect_report, make_report_docx
from lib.storage.engine import Store, open_store
from lib.thai.numerals import format_number, to_arabic_digits

DOMAIN = "general"


@pytest.fixture
def office(sample_store: Store, tmp_path: Path) -> Iterator[Store]:
    """A copy of the sample office."""
    copy = tmp_path / "copy.sqlite3"
    with (
        closing(sqlite3.connect(sample_store.url.removeprefix("sqlite:///"))) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    shutil.copytree(sample_store.files, copy.with_name(f"{copy.name}.files"))
    store = open_store(f"sqlite:///{copy.as_posix()}")
    yield store
    store.dispose()


def accepted(store: Store, kind: str = "strength") -> list[ReviewedFinding]:
    data = load_office_data(store)
    every = join_reviews(store, *compute_findings(data, make_periods(data))).findings
    of_domain = [each for each in every if each.enters_report and each.finding.domain == DOMAIN]
    return sorted((each for each in of_domain if each.finding.kind == kind), key=report_place)


def composed(store: Store) -> Document:
    return compose_report(_content(store), load_report_words())


def _content(store: Store) -> ReportContent:
    data = load_office_data(store)
    periods = make_periods(data)
    findings = join_reviews(store, *compute_findings(data, periods)).findings
    office, _ = load_office(store)
    found = examine_office(data, periods)
    return collect_report(store, office, data, periods, found, findings, made_on=date(2026, 5, 1))


def chapters(document: Document) -> list[tuple[str, list[str]]]:
    """(last heading, points) of every list of points."""
    lists: list[tuple[str, list[str]]] = []
    heading = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, BulletList):
            lists.append((heading, ["".join(run.text for run in item) for item in block.items]))
    return lists


def test_the_report_tells_findings_in_the_order_people_gave(office: Store) -> None:
    before = accepted(office)
    assert len(before) >= 2
    turned = tuple(reversed(before))
    put_in_order(office, DOMAIN, turned, by="ก")
    wanted = [each.sentence for each in turned if each.finding.scope == "area"]
    assert len(wanted) > 1
    content = _content(office)
    names = {each.sentence: each.short_name for each in content.all_findings}
    # the sentence in the chapter of the domain, one line in the conclusion
    openings = [
        (sentence.removeprefix("ภาพรวมเขตพื้นที่ ").split(" ปีงบประมาณ ")[0], f"{names[sentence]} (")
        for sentence in wanted
    ]
    told = [
        [place for point in points for place, own in enumerate(openings) if point.startswith(own)]
        for heading, points in chapters(compose_report(content, load_report_words()))
        if "จุดเด่น" in heading
    ]
    in_order = list(range(len(wanted)))
    assert [part for part in told if part] == [in_order, in_order]


def test_each_recipient_finds_its_recommendations_together(office: Store) -> None:
    each = accepted(office, "improvement_area")[0]
    both = (Recommendation("สถานศึกษา", "ทำให้ครบทุกห้อง"), Recommendation("สพฐ.", "ขอปรับเกณฑ์"))
    decide(office, each.finding, replace(each.review, recommendations=both), by="ก")
    (table,) = (
        block
        for block in composed(office).blocks
        if isinstance(block, Table) and block.columns[0].title == "เสนอต่อ"
    )
    order = ["สถานศึกษา", "สพท.", "ก.ต.ป.น.", "สพฐ."]
    recipients = [row[0] for row in table.rows]
    assert recipients == sorted(recipients, key=order.index)
    assert {("สถานศึกษา", "ทำให้ครบทุกห้อง"), ("สพฐ.", "ขอปรับเกณฑ์")} <= {(row[0], row[2]) for row in table.rows}


def test_an_edited_sentence_is_printed_with_its_figures_and_a_note_never(office: Store) -> None:
    each = accepted(office)[0]
    value = format_number(float(dict(each.finding.numbers)["value"]))
    decided = replace(
        each.review, status="edited", sentence_text=f"ประโยคของคณะทำงาน ได้ {value}", note="จดไว้ห้ามพิมพ์"
    )
    decide(office, each.finding, decided, by="ก")
    assert decision_now(office, each.finding).sentence_text == "ประโยคของคณะทำงาน ได้ {value}"
    word = docx.Document(io.BytesIO(make_report_docx(_content(office))))
    printed = "".join(text.text or "" for text in word.element.body.iter(qn("w:t")))
    assert f"ประโยคของคณะทำงาน ได้ {value}" in to_arabic_digits(printed)
    assert "จดไว้ห้ามพิมพ์" not in printed


def test_a_rejected_finding_and_its_reason_are_not_printed(office: Store) -> None:
    each = accepted(office)[0]
    rejected = replace(each.review, status="rejected", reason="เหตุผลภายใน")
    decide(office, each.finding, rejected, by="ก")
    word = docx.Document(io.BytesIO(make_report_docx(_content(office))))
    printed = "".join(text.text or "" for text in word.element.body.iter(qn("w:t")))
    assert each.finding.sentence not in to_arabic_digits(printed)
    assert "เหตุผลภายใน" not in printed
