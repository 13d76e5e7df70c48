from hypothesis import given
from hypothesis import strategies as st

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, AnswerChoice, EvidenceFile, RoundSnapshot
from lib.domain.evidence_changes import compare_with_snapshot

FORM = load_form("ars46", 2569)
ORDER = EvidenceFile(1, "1", "a" * 64, "คำสั่ง.pdf", "คำสั่งแต่งตั้ง", "order")
MINUTES = EvidenceFile(2, "2", "b" * 64, "ประชุม.pdf", "รายงานการประชุม", "minutes")

answers = st.dictionaries(
    st.sampled_from([item.id for item in FORM.items]),
    st.builds(
        Answer,
        st.sampled_from(["yes", "no", ""]),
        st.dictionaries(st.sampled_from(["order_no", "model", "method"]), st.text(max_size=5), max_size=2),
    ),
)


def test_every_difference_of_an_item_is_named_once() -> None:
    before = RoundSnapshot({"1": Answer("yes", {"order_no": "9/2568"})}, (ORDER, MINUTES))
    now = {
        "1": Answer("yes", {"order_no": "10/2568"}, 2),
        "2": Answer("no", {}, 1, {"1.1": "yes"}),
    }
    newer = EvidenceFile(1, "1", "c" * 64, "ลงนาม.pdf", "คำสั่งลงนามแล้ว", "order")
    found = compare_with_snapshot(FORM, before, now, (newer, MINUTES))
    assert [(each.number, each.words) for each in found] == [
        (
            1,
            ("เลขที่ จาก “9/2568” เป็น “10/2568”", "เพิ่มหลักฐาน คำสั่งลงนามแล้ว", "นำหลักฐาน คำสั่งแต่งตั้ง ออก"),
        ),
        (2, ("ผลการปฏิบัติงาน จาก ยังไม่ได้ตอบ เป็น ไม่มี", "การพิจารณา 1.1 จาก ยังไม่ได้ตอบ เป็น มี")),
    ]


def test_a_file_that_stopped_counting_is_named() -> None:
    stopped = EvidenceFile(2, "2", "b" * 64, "ประชุม.pdf", "รายงานการประชุม", "minutes", accepted=False)
    (found,) = compare_with_snapshot(FORM, RoundSnapshot({}, (MINUTES,)), {}, (stopped,))
    assert found.words == ("รายงานการประชุม ไม่นับเป็นหลักฐานแล้ว",)


@given(answers)
def test_what_stands_as_it_was_is_no_change(kept: dict[str, Answer]) -> None:
    before = RoundSnapshot(kept, (ORDER,))
    assert compare_with_snapshot(FORM, before, kept, (ORDER,)) == ()


@given(answers, st.sampled_from(["yes", "no", ""]))
def test_a_changed_answer_never_goes_unnamed(kept: dict[str, Answer], choice: AnswerChoice) -> None:
    now = kept | {"5": Answer(choice)}
    changed = kept.get("5", Answer()).answer != choice
    words = [
        word for each in compare_with_snapshot(FORM, RoundSnapshot(kept, ()), now, ()) for word in each.words
    ]
    assert any(word.startswith("ผลการปฏิบัติงาน") for word in words) == changed
