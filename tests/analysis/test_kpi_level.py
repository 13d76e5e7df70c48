from hypothesis import given
from hypothesis import strategies as st

from lib.analysis.kpi_level import compute_level
from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import LevelResult, MissingEvidence

FORM = load_form("ars46", 2569)
ROUNDS = {each.id: each for each in FORM.rounds}
ITEM_IDS = frozenset(item.id for item in FORM.items)

complete_sets = st.frozensets(st.sampled_from(sorted(ITEM_IDS)))
round_ids = st.sampled_from(sorted(ROUNDS))


def _level(complete: frozenset[str], round_id: str) -> LevelResult:
    missing = {
        item.id: MissingEvidence(item.id, item.number, item.level, ("ยังไม่มีไฟล์",))
        for item in FORM.items
        if item.id not in complete
    }
    return compute_level(FORM, missing, ROUNDS[round_id])


def test_all_five_items_at_twelve_months_are_level_five() -> None:
    result = _level(ITEM_IDS, "12")
    assert (result.level, result.uncapped_level, result.cap) == (5, 5, 5)


def test_five_points_times_two_per_cent_are_a_tenth_of_a_point() -> None:
    result = _level(ITEM_IDS, "12")
    assert (result.score, result.weighted_score) == (5.0, 0.10)
    assert result.reasons[-1] == "คะแนน 5 × น้ำหนักร้อยละ 2.00 ÷ 100 = คะแนนถ่วงน้ำหนัก 0.10"


def test_six_months_give_no_more_than_level_two_and_say_so() -> None:
    result = _level(ITEM_IDS, "6")
    assert (result.level, result.uncapped_level) == (2, 5)
    assert "หลักฐานถึงระดับ 5 แต่รอบ 6 เดือน นับให้ได้ไม่เกินระดับ 2" in result.reasons


def test_a_gap_stops_the_count_and_later_evidence_waits() -> None:
    result = _level(frozenset({"1", "3", "4"}), "9")
    assert result.level == 1
    assert "ระดับ 3 ยังไม่นับ: ข้อ 3 หลักฐานครบแล้ว แต่ต้องผ่านระดับ 2 ก่อน" in result.reasons


def test_without_the_order_the_level_is_zero() -> None:
    assert _level(ITEM_IDS - {"1"}, "12").level == 0


def test_the_next_step_names_what_the_next_level_lacks() -> None:
    result = _level(frozenset({"1"}), "6")
    assert "ขั้นต่อไป ระดับ 2 ยังต้องการ: ข้อ 2 ยังไม่มีไฟล์" in result.reasons


def test_what_is_missing_stops_at_the_cap_of_the_round() -> None:
    assert [each.item_id for each in _level(frozenset(), "6").missing] == ["1", "2"]
    assert [each.item_id for each in _level(frozenset({"1"}), "9").missing] == ["2", "3", "4"]


@given(complete_sets, st.sampled_from(sorted(ITEM_IDS)), round_ids)
def test_more_evidence_never_lowers_the_level(complete: frozenset[str], more: str, round_id: str) -> None:
    assert _level(complete | {more}, round_id).level >= _level(complete, round_id).level


@given(complete_sets, round_ids)
def test_no_round_gives_more_than_its_cap(complete: frozenset[str], round_id: str) -> None:
    assert _level(complete, round_id).level <= ROUNDS[round_id].cap


@given(complete_sets, round_ids)
def test_every_level_up_to_the_result_is_proven_and_the_next_is_not(
    complete: frozenset[str], round_id: str
) -> None:
    result = _level(complete, round_id)
    proven = {item.level for item in FORM.items if item.id in complete}
    assert set(range(1, result.uncapped_level + 1)) <= proven
    assert result.uncapped_level + 1 not in proven
    assert result.level == min(result.uncapped_level, result.cap)


@given(complete_sets)
def test_a_later_round_never_gives_less(complete: frozenset[str]) -> None:
    levels = [_level(complete, each.id).level for each in FORM.rounds]
    assert levels == sorted(levels)


CHECKLIST = load_form("ktpn_plan", 2569)
CHECKLIST_IDS = frozenset(item.id for item in CHECKLIST.items)


def _checklist_level(complete: frozenset[str], round_id: str) -> LevelResult:
    missing = {
        item.id: MissingEvidence(item.id, item.number, 0, ("ยังไม่มีไฟล์",))
        for item in CHECKLIST.items
        if item.id not in complete
    }
    return compute_level(CHECKLIST, missing, next(each for each in CHECKLIST.rounds if each.id == round_id))


def test_four_items_of_a_checklist_are_good_whichever_they_are() -> None:
    result = _checklist_level(frozenset({"considered", "acted", "received", "used"}), "12")
    assert (result.level, result.score, result.weighted_score) == (2, 3.0, 0.15)
    assert "หลักฐานครบ 4 จาก 6 ข้อ คือข้อ 1, 3, 4, 6" in result.reasons
    assert "ระดับ 3 ดีมาก ยังไม่ผ่าน: ต้องครบอย่างน้อย 6 ข้อ ขาดอีก 2 ข้อ" in result.reasons
    assert result.next_step == (
        "ขั้นต่อไป ระดับ 3 ดีมาก ยังต้องการอีก 2 ข้อ ใกล้ครบที่สุดคือ ข้อ 2 ยังไม่มีไฟล์ · ข้อ 5 ยังไม่มีไฟล์"
    )


def test_the_first_round_of_a_checklist_gives_no_more_than_its_cap() -> None:
    result = _checklist_level(CHECKLIST_IDS, "6")
    assert (result.level, result.uncapped_level) == (2, 3)
    assert "หลักฐานถึงระดับ 3 ดีมาก แต่รอบที่ 1 นับให้ได้ไม่เกินระดับ 2 ดี" in result.reasons


def test_one_item_of_a_checklist_is_no_level_and_no_score() -> None:
    result = _checklist_level(frozenset({"used"}), "12")
    assert (result.level, result.score, result.weighted_score) == (0, 0.0, 0.0)


@given(st.frozensets(st.sampled_from(sorted(CHECKLIST_IDS))), st.sampled_from(sorted(CHECKLIST_IDS)))
def test_one_more_item_of_a_checklist_never_lowers_the_level(complete: frozenset[str], more: str) -> None:
    for round_id, cap in (("6", 2), ("12", 3)):
        before, after = (_checklist_level(each, round_id) for each in (complete, complete | {more}))
        assert before.level <= after.level <= cap


def test_a_checklist_with_nothing_names_the_two_items_nearest_to_whole() -> None:
    form = load_form("ktpn_plan", 2569)
    needs = {"considered": 3, "four_domains": 4, "acted": 1, "received": 2, "recommended": 2, "used": 3}
    missing = {
        item.id: MissingEvidence(item.id, item.number, 0, tuple(f"ต้องการ {n}" for n in range(needs[item.id])))
        for item in form.items
    }
    told = compute_level(form, missing, form.rounds[-1])
    assert told.next_step == (
        "ขั้นต่อไป ระดับ 1 พอใช้ ยังต้องการอีก 2 ข้อ ใกล้ครบที่สุดคือ ข้อ 3 ต้องการ 0 · ข้อ 4 ต้องการ 0, ต้องการ 1"
    )
