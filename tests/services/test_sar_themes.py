"""Themes of a year from saved reports: counted, beside last year, moved by people and given back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.domain.assessments import (
    LevelOfEducation,
    Place,
    SelfAssessment,
    Statement,
    StatementKind,
)
from lib.domain.document_text import DocumentText, TextBlock
from lib.domain.schools import School
from lib.domain.theme_synthesis import SaidInReport, ThemeFigure, ThemeSynthesis, YearBefore
from lib.errors import EditConflict, WorkbenchError
from lib.services import sar_themes as themes
from lib.services.analysis import load_office_data
from lib.services.way_home_statement import statement_home, statements_counted
from lib.storage.engine import Store, open_store, writing
from lib.storage.files import register_file
from lib.storage.schools import save_schools
from lib.storage.self_assessments import put_report

BASIC, EARLY = LevelOfEducation.BASIC, LevelOfEducation.EARLY_CHILDHOOD
STRENGTH, AREA = StatementKind.STRENGTH, StatementKind.IMPROVEMENT_AREA
READS = "ผู้เรียนอ่านออกเขียนได้ทุกคน"
ROOF = "หลังคาอาคารเรียนรั่ว"
ODD = "กขคง จฉช"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(
            session,
            [
                School(f"9901000{n}", f"บ้านทดสอบ {n}", cluster="กลุ่มเหนือ" if n < 3 else "กลุ่มใต้")
                for n in range(1, 5)
            ],
        )
    send(opened, 1, (STRENGTH, READS), (AREA, ROOF), (STRENGTH, ODD))
    send(opened, 2, (STRENGTH, READS.replace("ทุกคน", " ทุก คน")), (AREA, READS))
    send(opened, 3, (AREA, ROOF), levels=(BASIC, EARLY), level=None)
    send(opened, 1, (STRENGTH, READS), year_be=2567)
    yield opened
    opened.dispose()


def send(
    store: Store,
    school: int,
    *said: tuple[StatementKind, str],
    year_be: int = 2568,
    levels: tuple[LevelOfEducation, ...] = (BASIC,),
    level: LevelOfEducation | None = None,
) -> None:
    statements = tuple(
        Statement(kind, text, level, place=Place(page, page - 1))
        for page, (kind, text) in enumerate(said, start=1)
    )
    report = SelfAssessment(f"9901000{school}", "", year_be, levels, (), statements, 1.0, ())
    blocks = tuple(TextBlock(text, "", page, False) for page, (_, text) in enumerate(said, start=1))
    sha256 = f"{school}{year_be}".rjust(64, "0")
    with writing(store) as session:
        register_file(session, sha256, "sar.docx", 1)
        put_report(
            session,
            report,
            DocumentText(blocks, len(said)),
            school_id=f"9901000{school}",
            year_be=year_be,
            sha256=sha256,
            file_name="sar.docx",
            seen_version=0,
            by="ก",
        )


def of_theme(
    synthesis: ThemeSynthesis, kind: StatementKind, level: LevelOfEducation | None = BASIC
) -> dict[str, int]:
    return {count.theme_id: count.n_schools for count in synthesis.of(kind, level)}


def test_a_report_of_one_level_lends_it_to_its_statements(store: Store) -> None:
    synthesis = themes.load_theme_synthesis(store, 2568)
    assert of_theme(synthesis, STRENGTH) == {"reading_writing": 2}
    assert of_theme(synthesis, AREA) == {"reading_writing": 1, "environment": 1}
    assert of_theme(synthesis, AREA, None) == {"environment": 1}
    assert (synthesis.n_schools, synthesis.n_submitted(), synthesis.n_submitted(EARLY)) == (4, 3, 1)


def test_the_year_before_and_both_sides_are_told(store: Store) -> None:
    (count,) = themes.load_theme_synthesis(store, 2568).of(STRENGTH, BASIC)
    assert (count.n_schools, count.n_submitted, count.n_both) == (2, 3, 1)
    assert count.before == YearBefore(2567, 1, 1)


def test_what_fits_no_theme_is_listed(store: Store) -> None:
    (group,) = themes.load_theme_synthesis(store, 2568).unthemed
    assert [each.text for each in group.quotes] == [ODD]


def test_only_confirmed_reports_can_be_counted(store: Store) -> None:
    assert themes.load_themed_year(store, 2568, confirmed_only=True).reports == ()


def test_a_move_holds_for_the_same_wording_in_every_school_and_year_until_given_back(store: Store) -> None:
    moved = next(each for each in themes.load_themed_year(store, 2568).statements if each.text == READS)
    themes.move_statements(store, [moved], "character", seen={}, by="ศน.ก")
    for year_be, n_schools in ((2568, 2), (2567, 1)):
        synthesis = themes.load_theme_synthesis(store, year_be)
        assert of_theme(synthesis, STRENGTH) == {"character": n_schools}
    (choice,) = themes.load_choices(store)
    themes.return_statement(store, choice, by="ศน.ข")
    assert of_theme(themes.load_theme_synthesis(store, 2568), STRENGTH) == {"reading_writing": 2}


def test_of_two_people_the_second_is_told(store: Store) -> None:
    moved = next(each for each in themes.load_themed_year(store, 2568).statements if each.text == READS)
    themes.move_statements(store, [moved], "character", seen={}, by="ก")
    with pytest.raises(EditConflict, match="ก บันทึกเมื่อ"):
        themes.move_statements(store, [moved], "health", seen={}, by="ข")
    assert [choice.theme_id for choice in themes.load_choices(store)] == ["character"]


def test_a_theme_of_another_level_is_refused_and_nothing_is_moved(store: Store) -> None:
    moved = themes.load_themed_year(store, 2568).statements[:2]
    with pytest.raises(WorkbenchError, match="ไม่ใช่เรื่องของระดับการศึกษานี้"):
        themes.move_statements(store, moved, "child_body", seen={}, by="ก")
    assert themes.load_choices(store) == ()


def test_a_count_leads_to_its_statements(store: Store) -> None:
    year = themes.load_themed_year(store, 2568)
    figure = ThemeFigure(2568, STRENGTH, BASIC, "reading_writing")
    assert [each.school_name for each in statements_counted(year, figure)] == ["บ้านทดสอบ 1", "บ้านทดสอบ 2"]
    both = statements_counted(year, replace(figure, both_sides=True))
    assert [(each.school_name, each.kind) for each in both] == [
        ("บ้านทดสอบ 2", STRENGTH),
        ("บ้านทดสอบ 2", AREA),
    ]
    assert statements_counted(year, replace(figure, clusters=("กลุ่มใต้",))) == ()


def test_a_statement_leads_to_its_page_and_to_who_read_it(store: Store) -> None:
    said = next(each for each in themes.load_themed_year(store, 2568).statements if each.text == ROOF)
    data = load_office_data(store)
    home = statement_home(store, data, SaidInReport(said.report_id, AREA, ROOF))
    assert (home.place.label, home.quote) == ("หน้า 2", ROOF)
    assert home.of == "โรงเรียนบ้านทดสอบ 1 · จุดที่ควรพัฒนา · ปีการศึกษา 2568"
    assert [by for _, _, by in home.events] == ["ก"]
    with pytest.raises(WorkbenchError, match="ไม่มีข้อความนี้แล้ว"):
        statement_home(store, data, SaidInReport(said.report_id, STRENGTH, ROOF))


def test_a_cluster_alone_is_of_its_own_schools(store: Store) -> None:
    year, before = (themes.load_themed_year(store, year_be) for year_be in (2568, 2567))
    narrowed = themes.join_years(year, before, frozenset({"กลุ่มเหนือ"}), 2)
    (count,) = narrowed.of(STRENGTH, BASIC)
    assert (narrowed.n_schools, count.n_schools, count.n_submitted) == (2, 2, 2)
