"""The report of the sample office: only accepted findings whose figures hold, people's texts, a Word file."""

import io
from datetime import date

import docx
import pytest

from lib.domain.report_content import ReportContent
from lib.errors import EditConflict, WorkbenchError
from lib.services.analysis import OfficeData, examine_office, load_office_data, make_periods
from lib.services.findings import ReviewedFinding, compute_findings, join_reviews
from lib.services.office import load_office
from lib.services.report import (
    SECTIONS,
    collect_report,
    load_texts,
    make_report_docx,
    report_year,
    save_text,
)
from lib.storage.engine import Store, open_store
from lib.thai.numerals import round_half_up

MADE_ON = date(2026, 5, 1)


@pytest.fixture(scope="module")
def office_data(sample_store: Store) -> OfficeData:
    return load_office_data(sample_store)


@pytest.fixture(scope="module")
def findings(sample_store: Store, office_data: OfficeData) -> tuple[ReviewedFinding, ...]:
    return join_reviews(sample_store, *compute_findings(office_data, make_periods(office_data))).findings


def collect(store: Store, data: OfficeData, findings: tuple[ReviewedFinding, ...]) -> ReportContent:
    office, _ = load_office(store)
    periods = make_periods(data)
    return collect_report(
        store, office, data, periods, examine_office(data, periods), findings, made_on=MADE_ON
    )


@pytest.fixture(scope="module")
def content(
    sample_store: Store, office_data: OfficeData, findings: tuple[ReviewedFinding, ...]
) -> ReportContent:
    return collect(sample_store, office_data, findings)


def test_only_accepted_findings_whose_figures_hold_are_in_the_report(
    content: ReportContent, findings: tuple[ReviewedFinding, ...]
) -> None:
    accepted = {each.finding.id for each in findings if each.review.status in ("accepted", "edited")}
    assert {each.finding.id for each in content.all_findings} == accepted
    assert len(accepted) < len(findings)


def test_a_finding_whose_figures_changed_leaves_the_report_and_is_named_among_the_gaps(
    sample_store: Store, office_data: OfficeData, findings: tuple[ReviewedFinding, ...]
) -> None:
    first = next(each for each in findings if each.enters_report)
    stale = ReviewedFinding(first.finding, first.review, stale=True)
    changed = collect(sample_store, office_data, tuple(stale if each is first else each for each in findings))
    assert first.finding.id not in {each.finding.id for each in changed.all_findings}
    assert "1 ข้อที่ตัวเลขเปลี่ยนหลังพิจารณา" in changed.gaps[0]


def test_the_report_counts_schools_pupils_and_files(content: ReportContent, office_data: OfficeData) -> None:
    assert content.n_schools == len(office_data.schools)
    assert content.n_pupils == sum(school.pupils or 0 for school in office_data.schools)
    assert sum(count for _, count in content.sizes) == content.n_schools
    assert content.sources


def test_every_figure_of_the_report_has_its_n_or_says_there_is_none(content: ReportContent) -> None:
    rows = [row for domain in content.domains for row in domain.rows]
    assert rows
    assert all(row.n_text for row in rows)
    assert len({row.figure_id for row in rows}) == len(rows)


def test_the_word_file_opens_with_the_office_s_name_on_it(content: ReportContent) -> None:
    file = docx.Document(io.BytesIO(make_report_docx(content)))
    words = "\n".join(paragraph.text for paragraph in file.paragraphs)
    assert "สรุปผลและข้อเสนอแนะ" in words
    assert len(file.tables) >= 5


def test_a_text_of_the_report_is_saved_and_the_second_writer_is_told(any_database_url: str) -> None:
    store = open_store(any_database_url)
    try:
        save_text(store, "preface_text", 2567, " คำนำ ", seen_version=0, by="ก")
        assert load_texts(store, 2567) == {"preface_text": ("คำนำ", 1)}
        with pytest.raises(EditConflict):
            save_text(store, "preface_text", 2567, "อื่น", seen_version=0, by="ข")
    finally:
        store.dispose()


def test_a_report_without_any_year_is_refused() -> None:
    with pytest.raises(WorkbenchError, match="ยังไม่มีข้อมูล"):
        report_year({})


def test_every_section_people_may_write_has_a_name_of_its_own() -> None:
    assert len(dict(SECTIONS)) == len(SECTIONS) == len({name for _, name in SECTIONS})


def test_schools_that_an_earlier_year_leaves_out_are_told_once_for_indicators_alike(
    content: ReportContent, office_data: OfficeData
) -> None:
    [told] = [gap for gap in content.gaps if "ค่าของเขตใน" in gap]
    assert told.startswith("ปีการศึกษา 2567: ค่าของเขตในตัวชี้วัด O-NET ม.3 ")
    assert "และอีก 7 ตัวชี้วัด ไม่รวม 1 โรงเรียน" in told

    frame = office_data.observations
    thai = frame[frame["indicator_id"] == "academic.onet_m3_thai"].set_index("school_id")
    before, own = thai[thai["year_be"] == 2566], thai[thai["year_be"] == 2567]
    shown = next(row for domain in content.domains for row in domain.rows if "onet_m3_thai" in row.figure_id)
    # 43 took part the year before, then 13, then 34: the year between is doubted
    fell = own["n"].eq(13) & before["n"].reindex(own.index).eq(43)
    kept = own[~fell]
    earlier = float((kept["value"] * kept["n"]).sum() / kept["n"].sum())
    assert len(kept) == len(own) - 1
    assert shown.change_text == f"{round_half_up(shown.value) - round_half_up(earlier):+.2f}"
