"""What became of a KPI form since a round was handed in, item by item."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lib.domain.evidence import Answer, AnswerChoice, EvidenceFile, RoundSnapshot
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import FormItem

_ANSWERS: dict[AnswerChoice, str] = {"yes": "มี", "no": "ไม่มี", "": "ยังไม่ได้ตอบ"}
_NO_ANSWER = Answer()


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item that is not as it was; ``words`` name each difference in Thai."""

    number: int
    title: str
    words: tuple[str, ...]


def compare_with_snapshot(
    form: EvidenceForm,
    before: RoundSnapshot,
    answers: Mapping[str, Answer],
    files: Sequence[EvidenceFile],
) -> tuple[ItemChange, ...]:
    """Items whose answer, texts or evidence differ from a round's, in the order of the form.

    Args:
        answers: item id → answer as it stands now.
        files: evidence as it stands now.
    """
    found = []
    for item in form.items:
        earlier, now = before.answers.get(item.id, _NO_ANSWER), answers.get(item.id, _NO_ANSWER)
        was = [file for file in before.files if file.item_id == item.id]
        own = [file for file in files if file.item_id == item.id]
        words = (*_answer_words(item, earlier, now), *_file_words(was, own))
        if words:
            found.append(ItemChange(item.number, item.title, words))
    return tuple(found)


def _answer_words(item: FormItem, before: Answer, now: Answer) -> Iterator[str]:
    if before.answer != now.answer:
        yield f"ผลการปฏิบัติงาน จาก {_ANSWERS[before.answer]} เป็น {_ANSWERS[now.answer]}"
    for each in item.sub_criteria:
        was, stands = before.sub_answers.get(each.number, ""), now.sub_answers.get(each.number, "")
        if was != stands:
            yield f"การพิจารณา {each.number} จาก {_ANSWERS[was]} เป็น {_ANSWERS[stands]}"
    for field in item.fields:
        text, newer = before.fields.get(field.id, ""), now.fields.get(field.id, "")
        if text != newer:
            yield f"{field.label} จาก “{text or 'ว่าง'}” เป็น “{newer or 'ว่าง'}”"


def _file_words(before: Sequence[EvidenceFile], now: Sequence[EvidenceFile]) -> Iterator[str]:
    """A file is the same while its content is; its title may have changed with it."""
    was = {(file.sha256, file.title if not file.sha256 else ""): file for file in before}
    stands = {(file.sha256, file.title if not file.sha256 else ""): file for file in now}
    for key, file in stands.items():
        if key not in was:
            yield f"เพิ่มหลักฐาน {file.title}"
        elif was[key].accepted != file.accepted:
            yield f"{file.title} {'นับเป็นหลักฐาน' if file.accepted else 'ไม่นับเป็นหลักฐานแล้ว'}"
        elif was[key].title != file.title:
            yield f"เปลี่ยนชื่อหลักฐาน {was[key].title} เป็น {file.title}"
    for key, file in was.items():
        if key not in stands:
            yield f"นำหลักฐาน {file.title} ออก"
