"""What the report may still say in the public copy: no names that are not given, no words not released."""

from dataclasses import replace
from datetime import date

import pytest

from lib.catalog.report_words import load_report_words
from lib.domain.documents import BulletList, Document, Paragraph, Table
from lib.domain.publication import Publication, PublicationSettings, SchoolNaming
from lib.domain.report_content import AcceptedFinding, PinnedAnswer
from lib.report.compose import compose_report
from lib.services.publication import PublicFigures
from lib.services.publication_content import public_content, public_document
from lib.services.report_run import ReportRun, start_run
from lib.storage.engine import Store

_LISTED = "(รายชื่อในตาราง)"


@pytest.fixture(scope="module")
def run(sample_store: Store) -> ReportRun:
    return start_run(sample_store, None, None, today=date(2026, 11, 22))


@pytest.fixture(scope="module")
def shared(run: ReportRun) -> AcceptedFinding:
    """A matter of several schools, as it would be accepted."""
    found = next(each for each in run.findings if each.finding.scope == "schools")
    sentence = f"เขต {found.finding.period.label} มีโรงเรียน 7 แห่งที่ต่ำกว่าค่าของเขต {_LISTED} รวมกัน"
    rule = replace(found.finding, sentence=sentence, numbers=(("n_told", 7),), sources=())
    return AcceptedFinding(rule, sentence, family="ผลสมมติ", short_name="ตัวชี้วัดสมมติ", pieces=((sentence, ""),))


def _figures(naming: SchoolNaming = "coded", **chosen: object) -> PublicFigures:
    settings = PublicationSettings(schools=naming, **chosen)  # type: ignore[arg-type]
    return PublicFigures(Publication(settings, (), (), 1), {})


def _told(run: ReportRun, finding: AcceptedFinding, figures: PublicFigures) -> Document:
    domain = replace(run.content.domains[0], findings=(finding,))
    content = replace(run.content, domains=(domain,), sar=None)
    public = public_content(content, figures, run.found, run.data.rules)
    return public_document(compose_report(public, load_report_words()))


def _words(document: Document) -> str:
    runs = [
        run.text
        for block in document.all_blocks()
        for run in (
            block.runs
            if isinstance(block, Paragraph)
            else [run for item in block.items for run in item]
            if isinstance(block, BulletList)
            else ()
        )
    ]
    return "".join(runs)


def test_words_of_people_are_told_only_where_they_are_released(
    run: ReportRun, shared: AcceptedFinding
) -> None:
    edited = replace(shared, sentence="ถ้อยคำของคณะทำงาน", pieces=(("ถ้อยคำของคณะทำงาน", ""),))
    assert "ถ้อยคำของคณะทำงาน" not in _words(_told(run, edited, _figures()))
    assert "ถ้อยคำของคณะทำงาน" in _words(_told(run, edited, _figures(sections=("finding_texts",))))


def test_a_sentence_that_names_schools_is_left_out_where_schools_are_not_named(
    run: ReportRun, shared: AcceptedFinding
) -> None:
    name = run.found.cube.schools[0].name
    sentence = f"เขต {shared.finding.period.label} มีโรงเรียน 1 แห่ง ได้แก่ โรงเรียน{name}"
    naming = replace(shared, finding=replace(shared.finding, sentence=sentence), sentence=sentence)
    assert name not in _words(_told(run, naming, _figures("coded")))
    assert name not in _words(_told(run, naming, _figures("none")))
    assert name in _words(_told(run, naming, _figures("named")))


def test_schools_that_are_not_listed_are_still_counted(run: ReportRun, shared: AcceptedFinding) -> None:
    document = _told(run, shared, _figures())
    words = _words(document)
    assert _LISTED not in words
    assert "ตัวชี้วัดสมมติ 7 แห่ง" in words
    assert "ตัวชี้วัดสมมติ 0 แห่ง" not in words
    assert [
        block.caption for block in document.all_blocks() if isinstance(block, Table) and not block.rows
    ] == []


def test_a_pinned_answer_that_names_a_school_stays_inside(run: ReportRun) -> None:
    name = run.found.cube.schools[0].name
    area = PinnedAnswer("ค่าของเขต", "เขตได้ 50.00", ("เขต",), (("50.00",),), (), "", "")
    school = replace(area, title="รายโรงเรียน", rows=((name, "3"),))
    content = replace(run.content, pinned=(area, school))
    public = public_content(content, _figures("named", with_answers=True), run.found, run.data.rules)
    assert public.pinned == (area,)
