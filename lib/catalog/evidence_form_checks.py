"""What the parts of a KPI form owe each other, so that its level can be computed and the form printed."""

import re
from collections.abc import Iterable, Iterator

from lib.catalog.toml_files import refuse
from lib.domain.evidence_forms import BASELINE_ITEM, CONTACTS_ITEM, EvidenceForm, Scoring
from lib.domain.evidence_items import FieldType, FormItem

_BLANK = re.compile(r"\{([^{}]*)\}")
_DATE_PARTS = ("day", "month", "year")
_RESERVED = {BASELINE_ITEM: "ผลการดำเนินงานในอดีต", CONTACTS_ITEM: "ผู้รับผิดชอบของแบบ"}
_OFFICE_BLANKS = frozenset({"area_name", "district_no"})


def check_form(form: EvidenceForm, file: str) -> None:
    """See that ids, levels, rounds and blanks of a form fit together.

    Raises:
        BadCatalogue: file, key and reason are named.
    """
    for where, reason in _faults(form):
        raise refuse(file, where, reason)


def _faults(form: EvidenceForm) -> Iterator[tuple[str, str]]:
    if not form.rounds or not form.items or not form.levels:
        yield form.id, "ต้องมี round, level และ item อย่างน้อยอย่างละหนึ่งรายการ"
        return
    for key, ids in (
        ("item", [item.id for item in form.items]),
        ("item number", [item.number for item in form.items]),
        ("round", [each.id for each in form.rounds]),
        ("round mark", [each.mark for each in form.rounds]),
        ("kind", [kind.id for kind in form.kinds]),
        ("baseline", [row.id for row in form.baseline]),
        ("roles", form.roles),
    ):
        if twice := _first_repeated(ids):
            yield key, f"{twice} ซ้ำกัน"
    if not 0 < form.weight_pct <= 100:
        yield "weight_pct", "ต้องมากกว่า 0 และไม่เกิน 100"
    points = [level.points for level in form.levels]
    if points[0] <= 0 or points != sorted(set(points)):
        yield "level", "คีย์ points ต้องมากกว่า 0 และเพิ่มขึ้นทุกระดับ"
    if form.n_baseline_years < 1:
        yield "n_baseline_years", "ต้องเป็น 1 ขึ้นไป"
    yield from _round_faults(form)
    for item in form.items:
        yield from _item_faults(form, item)
    yield from _scoring_faults(form)
    if any(_blanks(line) - _OFFICE_BLANKS for line in form.office_lines.values()):
        yield "office_lines", "ช่องว่างใช้ได้เฉพาะ {area_name} และ {district_no}"
    if _blanks(form.reference_line) - {"fiscal_year"}:
        yield "reference_line", "ช่องว่างใช้ได้เฉพาะ {fiscal_year}"


def _scoring_faults(form: EvidenceForm) -> Iterator[tuple[str, str]]:
    """A form of milestones says the level of each item, a checklist how many items each level needs."""
    least = [level.min_items for level in form.levels]
    if form.scoring is Scoring.CHECKLIST:
        if least[0] < 1 or least != sorted(set(least)) or least[-1] > len(form.items):
            yield "level", f"คีย์ min_items ต้องเพิ่มขึ้นทุกระดับ ตั้งแต่ 1 ถึงไม่เกิน {len(form.items)} ข้อ"
        if any(item.level for item in form.items):
            yield "item", "แบบที่ scoring = checklist ไม่ใช้คีย์ level ในข้อ"
        return
    if any(least):
        yield "level", "คีย์ min_items ใช้เฉพาะแบบที่ scoring = checklist"
    for level in range(1, len(form.levels) + 1):
        if all(item.level != level for item in form.items):
            yield f"level {level}", "ไม่มี item ใดวัดระดับนี้"
    for item in form.items:
        if not 1 <= item.level <= len(form.levels):
            yield f"item {item.id}", f"คีย์ level ต้องอยู่ระหว่าง 1 ถึง {len(form.levels)}"


def _round_faults(form: EvidenceForm) -> Iterator[tuple[str, str]]:
    for each in form.rounds:
        if not 1 <= each.cap <= len(form.levels):
            yield f"round {each.id}", f"คีย์ cap ต้องอยู่ระหว่าง 1 ถึง {len(form.levels)}"
        if not (1 <= each.due_month <= 12 and 1 <= each.due_day <= 31):
            yield f"round {each.id}", "คีย์ due_day หรือ due_month ไม่ใช่วันในปฏิทิน"
            return
    dues = [form.due_date(each) for each in form.rounds]
    if dues != sorted(set(dues)):
        yield "round", "รอบต้องเรียงตามวันครบกำหนดในปีงบประมาณ"
    caps = [each.cap for each in form.rounds]
    if caps != sorted(caps):
        yield "round", "เพดานระดับ (cap) ของรอบหลังต้องไม่ต่ำกว่ารอบก่อน"


def _item_faults(form: EvidenceForm, item: FormItem) -> Iterator[tuple[str, str]]:
    where = f"item {item.id}"
    if item.id in _RESERVED:
        yield where, f"ชื่อนี้สงวนไว้สำหรับ{_RESERVED[item.id]}"
    if twice := _first_repeated([each.number for each in item.sub_criteria]):
        yield where, f"sub_criteria {twice} ซ้ำกัน"
    item_round = form.round(item.round_id)
    if item_round is None:
        yield where, f"ไม่มีรอบ {item.round_id}"
    elif item_round.cap < item.level:
        yield where, f"ระดับ {item.level} สูงกว่าเพดานของรอบ {item.round_id}"
    if unknown := {each.kind for each in item.offers} - {kind.id for kind in form.kinds}:
        yield f"{where} offers", f"ไม่มี kind {min(unknown)}"
    if item.min_files < 0:
        yield where, "คีย์ min_files ต้องเป็น 0 ขึ้นไป"
    if twice := _first_repeated([field.id for field in item.fields]):
        yield where, f"field {twice} ซ้ำกัน"
    known: set[str] = set()
    for field in item.fields:
        if (field.type is FieldType.CHOICE) != bool(field.choices):
            yield f"{where} field {field.id}", "type = choice ต้องมี choices ส่วนชนิดอื่นต้องไม่มี"
        if field.blank_lines < 1:
            yield f"{where} field {field.id}", "คีย์ blank_lines ต้องเป็น 1 ขึ้นไป"
        is_date = field.type is FieldType.DATE_BE
        known |= {field.id, *(f"{field.id}.{part}" for part in _DATE_PARTS if is_date)}
    printed = {blank for line in item.lines for blank in _blanks(line)}
    if printed - known:
        yield where, f"คีย์ lines อ้างถึงช่อง {min(printed - known)} ที่ไม่มีใน field"
    unprinted = {field.id for field in item.fields} - {blank.partition(".")[0] for blank in printed}
    if unprinted:
        yield where, f"ช่อง {min(unprinted)} ไม่ปรากฏในคีย์ lines จึงจะไม่ถูกพิมพ์"


def _blanks(line: str) -> set[str]:
    return set(_BLANK.findall(line))


def _first_repeated(values: Iterable[object]) -> object | None:
    seen: set[object] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return None
