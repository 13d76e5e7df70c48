from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.catalog.paper_words import load_paper_words
from lib.catalog.toml_files import DATA_DIR
from lib.domain.office import Office
from lib.domain.papers import Agenda, AgendaPart, Letter, Minutes, Order, PaperKind, Seat
from lib.domain.report_content import PinnedAnswer
from lib.domain.schools import OfficeType
from lib.errors import BadCatalogue
from lib.services.paper_agenda import AgendaChoice, agenda_items
from lib.services.papers import (
    PaperChoice,
    fill_paper,
    notice_caution,
    seats_as_text,
    seats_from_text,
    standing_seats,
)
from tests.report.sample_content import accepted, make_content

WORDS = load_paper_words()
OFFICE = Office("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1", "", OfficeType.PRIMARY, "1")
PIN = PinnedAnswer(
    "คะแนนสมมติ", "เขตได้ 38.42", ("ปี", "ค่า"), (("2567", "38.42"),), ("คะแนน.xlsx",), "ปักหมุดโดย ก", ""
)
CONTENT = make_content(pinned=(PIN,))
CHOICE = PaperChoice(
    PaperKind.LETTER, "2/2569", date(2026, 8, 20), time(13, 30), "ห้องประชุม 1", date(2026, 8, 10), True,
    seats=standing_seats(),
)  # fmt: skip


def _titles(choice: AgendaChoice) -> dict[AgendaPart, list[str]]:
    return {
        item.part: [point.title for point in item.points] for item in agenda_items(CONTENT, choice, WORDS)
    }


def test_matters_of_the_office_stand_under_their_item() -> None:
    titles = _titles(AgendaChoice())
    assert titles[AgendaPart.INFORM] == [
        "คะแนนสมมติ",
        "จุดเด่นที่พบ 1 ข้อ",
        "จุดที่ควรพัฒนาที่พบ 1 ข้อ",
        "เรื่องที่ควรติดตาม 1 ข้อ",
    ]
    assert titles[AgendaPart.CONSIDER] == ["ข้อเสนอแนะต่อ สพท."]


def test_six_items_become_five_and_nothing_is_lost() -> None:
    six, five = _titles(AgendaChoice()), _titles(AgendaChoice(five_items=True))
    assert (len(six), len(five)) == (6, 5)
    assert five[AgendaPart.CHAIR] == six[AgendaPart.INFORM]
    numbers = [item.number for item in agenda_items(CONTENT, AgendaChoice(five_items=True), WORDS)]
    assert numbers == [1, 2, 3, 4, 5]


def test_what_is_not_chosen_stays_out() -> None:
    none = AgendaChoice(with_pinned=False, with_findings=False, with_recommendations=False)
    titles = _titles(none)
    assert titles[AgendaPart.INFORM] == titles[AgendaPart.CONSIDER] == []


def test_what_is_told_may_be_noted_but_never_what_is_to_be_decided() -> None:
    items = {item.part: item for item in agenda_items(CONTENT, AgendaChoice(noted=True), WORDS)}
    assert {point.resolution for point in items[AgendaPart.INFORM].points} == {"รับทราบ"}
    assert {point.resolution for point in items[AgendaPart.CONSIDER].points} == {""}


def test_many_findings_are_cut_and_the_rest_counted() -> None:
    many = tuple(accepted("strength", f"จุดเด่น {n}") for n in range(11))
    domain = replace(CONTENT.domains[0], findings=many)
    items = agenda_items(make_content(domains=(domain,)), AgendaChoice(), WORDS)
    (point,) = next(item for item in items if item.part is AgendaPart.INFORM).points
    assert point.title == "จุดเด่นที่พบ 11 ข้อ"
    assert point.text.splitlines()[-2:] == ["8) จุดเด่น 7", "และอีก 3 ข้อในรายงาน"]


def test_a_letter_says_meeting_day_hour_and_place() -> None:
    letter = fill_paper(CONTENT, OFFICE, CHOICE, WORDS)
    assert isinstance(letter, Letter)
    assert "ในวันที่ 20 สิงหาคม พ.ศ. 2569 เวลา 13.30 น. ณ ห้องประชุม 1" in letter.paragraphs[0]
    assert letter.signature.name == ""


@pytest.mark.parametrize(
    ("kind", "made"), [(PaperKind.AGENDA, Agenda), (PaperKind.MINUTES, Minutes), (PaperKind.ORDER, Order)]
)
def test_each_kind_makes_its_paper(kind: PaperKind, made: type) -> None:
    assert isinstance(fill_paper(CONTENT, OFFICE, replace(CHOICE, kind=kind), WORDS), made)


@pytest.mark.parametrize(
    ("written", "told"),
    [(date(2026, 8, 17), ""), (date(2026, 8, 18), "ห่างจากวันประชุม 2 วัน"), (date(2026, 8, 21), "อยู่หลังวันประชุม")],
)
def test_notice_of_less_than_three_days_is_cautioned(written: date, told: str) -> None:
    caution = notice_caution(replace(CHOICE, written_on=written))
    assert (told in caution) if told else not caution


def test_the_composition_is_nine_places_that_can_be_changed() -> None:
    assert len(standing_seats()) == 9
    assert seats_from_text("ประธานกรรมการ | ผอ.สพท.\n\n กรรมการ") == (
        Seat("ประธานกรรมการ", "ผอ.สพท."),
        Seat("กรรมการ"),
    )


_WORD = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=10)


@given(st.lists(st.builds(Seat, _WORD, _WORD | st.just("")), max_size=5))
def test_places_survive_being_written_as_lines(seats: list[Seat]) -> None:
    assert seats_from_text(seats_as_text(tuple(seats))) == tuple(seats)


def test_a_wording_file_with_an_unknown_item_is_refused(tmp_path: Path) -> None:
    text = (DATA_DIR / "papers.toml").read_text("utf-8").replace('part = "inform"', 'part = "tell"')
    file = tmp_path / "papers.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(BadCatalogue, match="part ต้องเป็นหนึ่งใน"):
        load_paper_words(file)
