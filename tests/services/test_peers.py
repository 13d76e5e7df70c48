"""Like schools as people see and change them: what they are told, what is refused, who comes second."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import pytest

from lib.domain.observations import BENCHMARK_COLUMNS
from lib.errors import EditConflict, WorkbenchError
from lib.services.analysis import OfficeData, examine_office, load_data_version, load_office_data
from lib.services.explore import load_indicator_view
from lib.services.findings import compute_findings
from lib.services.peer_charts import peer_picture, peer_rows
from lib.services.peers import PeerView, load_peer_line, load_peers, pickable_schools, reset_peers, save_peers
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.analysis.builders import PERIODS, catalogue, indicator, schools, shares

THIRTY = schools(30, pupils=range(100, 400, 10))
IDS = tuple(school.school_id for school in THIRTY)
FIRST = IDS[0]
LARGEST = IDS[20:]
REASON = "สภาพพื้นที่ต่างกัน เช่น ห่างไกล ภูเขา เกาะ"


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, THIRTY)
    yield opened
    opened.dispose()


def seen(store: Store, school_id: str = FIRST) -> PeerView:
    data = load_office_data(store)
    return load_peers(store, data, examine_office(data, PERIODS), school_id)


def save(store: Store, ids: tuple[str, ...], note: str = REASON, version: int = 0, by: str = "ก") -> int:
    return save_peers(store, load_office_data(store), FIRST, ids, note, seen_version=version, by=by)


def test_the_computed_list_tells_size_and_grades_with_their_ranges(store: Store) -> None:
    view = seen(store)
    # a third of 30 schools by size: 100 … 190 pupils, the school itself has 100
    assert view.ids == set(IDS[1:10])
    size, level = view.alike
    assert (size.own, size.of_peers) == ("100", "110 ถึง 190")
    assert level.of_peers == "ประถมศึกษา"
    assert view.sentence == "ใช้ 9 แห่งที่โปรแกรมคำนวณจากโรงเรียนที่คล้ายที่สุด"


def test_what_is_not_known_of_schools_is_said(store: Store) -> None:
    told = " ".join(seen(store).unused)
    assert "พื้นที่ห่างไกล" in told
    assert "สามกลุ่มตามจำนวนนักเรียน" in told


def test_a_changed_list_counts_and_says_who_changed_what_and_why(store: Store) -> None:
    assert save(store, (*IDS[2:10], IDS[29]), by="ศน.หนึ่ง") == 1
    view = seen(store)
    assert view.ids == {*IDS[2:10], IDS[29]}
    assert [peer.school.school_id for peer in view.peers if peer.picked] == [IDS[29]]
    assert [school.school_id for school in view.taken_out] == [IDS[1]]
    assert "ศน.หนึ่ง" in view.sentence
    assert "เพิ่ม 1 แห่ง เอาออก 1 แห่ง" in view.sentence
    assert REASON in view.sentence


def test_a_changed_list_is_news_to_the_findings(store: Store) -> None:
    before = load_data_version(store)
    save(store, LARGEST)
    assert load_data_version(store) > before


def test_seven_schools_are_refused_in_plain_words_and_nothing_is_saved(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="เลือกไว้ 7 แห่ง แต่ต้องมีอย่างน้อย 8 แห่ง"):
        save(store, IDS[1:8])
    assert seen(store).choice.version == 0


@pytest.mark.parametrize("ids", [(*IDS[1:9], FIRST), (*IDS[1:9], "00000000")])
def test_the_school_itself_and_unknown_schools_are_refused(store: Store, ids: tuple[str, ...]) -> None:
    with pytest.raises(WorkbenchError, match="ใช้เทียบไม่ได้"):
        save(store, ids)
    assert seen(store).choice.version == 0


def test_a_list_without_a_reason_is_refused(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ยังไม่ได้เลือกเหตุผล"):
        save(store, LARGEST, note="  ")
    assert seen(store).choice.version == 0


def test_the_second_of_two_people_is_told_and_overwrites_nothing(store: Store) -> None:
    save(store, LARGEST, by="คนแรก")
    with pytest.raises(EditConflict, match="คนแรก"):
        save(store, IDS[1:10], by="คนที่สอง")
    with pytest.raises(EditConflict, match="คนแรก"):
        reset_peers(store, FIRST, seen_version=0, by="คนที่สอง")
    assert seen(store).ids == set(LARGEST)


def test_setting_back_returns_to_the_computed_list_and_may_be_changed_again(store: Store) -> None:
    first = save(store, LARGEST)
    second = reset_peers(store, FIRST, seen_version=first, by="ก")
    view = seen(store)
    assert view.ids == set(IDS[1:10])
    assert not view.chosen
    assert save(store, LARGEST, version=second) == 3


def test_a_list_that_lost_its_schools_is_told_and_not_used(store: Store) -> None:
    save(store, IDS[20:28])
    with writing(store) as session:
        save_schools(session, (replace(THIRTY[20], active=False),))
    view = seen(store)
    assert view.ids == set(IDS[1:10])
    assert "เหลือโรงเรียนที่เปิดสอนไม่ถึง 8 แห่ง จึงไม่ได้ใช้" in view.sentence


def test_a_closed_school_has_no_peers_to_show(store: Store) -> None:
    with pytest.raises(KeyError):
        seen(store, "00000000")


def test_schools_of_the_same_level_and_near_size_are_offered_first(store: Store) -> None:
    offered = [school.school_id for school in pickable_schools(load_office_data(store), THIRTY[10])]
    assert set(offered[:2]) == {IDS[9], IDS[11]}
    assert IDS[10] not in offered


PASS = indicator("pass")


def _with_figures(store: Store, passed: list[int]) -> OfficeData:
    """The office with one key indicator, of 40 test takers each."""
    table = shares(PASS, THIRTY, passed, [40] * 30).assign(source_file="ผล.xlsx")
    return replace(
        load_office_data(store),
        observations=table,
        benchmarks=pd.DataFrame(columns=[*BENCHMARK_COLUMNS, "source_file"]),
        catalogue=catalogue(PASS),
    )


def test_the_line_of_the_peers_weighs_them_by_their_pupils(store: Store) -> None:
    save(store, IDS[1:9])
    # four pass 10 of 40 and four 30 of 40: 160 of 320 are 50 per cent
    data = _with_figures(store, [0, *[10] * 4, *[30] * 4, *[0] * 21])
    line = load_peer_line(examine_office(data, PERIODS), PASS.id, FIRST)
    assert line is not None
    assert line.points[-1] == (2567, 50.0, 320.0)


def test_the_finding_about_like_schools_follows_the_chosen_list(store: Store) -> None:
    # 22 of 40 like every small school; the ten largest reach 38 of 40
    passed = [*[22] * 20, *[38] * 10]
    before, _ = compute_findings(_with_figures(store, passed), PERIODS)
    assert "R5" not in {one.rule_id for one in before if one.scope_id == FIRST}
    save(store, LARGEST)
    data = _with_figures(store, passed)
    after, _ = compute_findings(data, PERIODS)
    (told,) = (one for one in after if one.scope_id == FIRST and one.rule_id == "R5")
    assert dict(told.numbers)["n_peers"] == 10
    assert compute_findings(data, PERIODS)[0] == after


def test_the_picture_shows_the_school_over_its_peers_with_n_unit_source_and_how_it_is_read(
    store: Store,
) -> None:
    data = _with_figures(store, [10, *[20] * 29])
    found = examine_office(data, PERIODS)
    view = load_indicator_view(data, found, PASS.id)
    peers = load_peers(store, data, found, FIRST)
    drawing = peer_picture(view, found, peers)
    assert drawing is not None
    assert drawing.words.title == "ทดสอบ 0 ร้อยละ 25.00 · โรงเรียนใกล้เคียง 9 แห่งอยู่ระหว่าง 50.00 ถึง 50.00"
    for words in ("ร้อยละ", "ผู้เข้าสอบ 40 คน", "ผู้เข้าสอบ 360 คน", "ปีการศึกษา 2567"):
        assert words in drawing.words.subtitle
    assert "ผล.xlsx" in drawing.words.footnote
    assert drawing.words.reading.startswith("อ่านว่า")
    assert len(drawing.rows().rows) == 10


def test_the_rows_hold_the_school_first_and_its_peers_alone(store: Store) -> None:
    data = _with_figures(store, [10, *[20] * 29])
    found = examine_office(data, PERIODS)
    rows = peer_rows(load_indicator_view(data, found, PASS.id), load_peers(store, data, found, FIRST))
    assert rows["school_id"].iloc[0] == FIRST
    assert set(rows["school_id"]) == {*IDS[:10]}
    assert rows["own"].sum() == 1
