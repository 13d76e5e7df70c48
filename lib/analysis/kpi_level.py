"""The level of a KPI form by its complete items, capped by the round: milestones or a checklist."""

from collections.abc import Iterable, Iterator, Mapping

from lib.domain.evidence import LevelResult, MissingEvidence
from lib.domain.evidence_forms import EvidenceForm, FormLevel, FormRound, Scoring
from lib.domain.evidence_items import FormItem
from lib.thai.numerals import round_half_up

_PERCENT = 100
_MOST_NAMED = 2


def compute_level(
    form: EvidenceForm, missing: Mapping[str, MissingEvidence], form_round: FormRound
) -> LevelResult:
    """The highest level that the complete items reach, but not above the round's cap.

    Milestones: level n needs every item of levels 1 to n. Checklist: level n needs its number of items.

    Args:
        missing: item id → what it lacks; complete items are absent.

    Returns:
        Level, score and Thai sentences: what counts, what does not and why, the cap, the next step, the sum.
    """
    is_checklist = form.scoring is Scoring.CHECKLIST
    reached = [_reached(form, missing, level) for level in form.levels]
    uncapped = reached.index(False) if False in reached else len(reached)
    level = min(uncapped, form_round.cap)
    score = form.levels[level - 1].points if level else 0.0
    weighted = round_half_up(score * form.weight_pct / _PERCENT, 4)
    sentences = _checklist_sentences if is_checklist else _milestone_sentences
    next_step = _next_step(form, missing, form_round, level)
    reasons = (
        *sentences(form, missing, reached, form_round.cap),
        *_cap_sentences(form, form_round, uncapped),
        next_step,
        f"คะแนน {score:g} × น้ำหนักร้อยละ {form.weight_pct:.2f} ÷ 100 = คะแนนถ่วงน้ำหนัก {_plain(weighted)}",
    )
    counted = form.reported_in(form_round) if is_checklist else _up_to(form, form_round.cap)
    return LevelResult(
        form_round.id,
        level,
        form_round.cap,
        uncapped,
        score,
        weighted,
        reasons,
        _lacking(counted, missing),
        next_step,
    )


def _reached(form: EvidenceForm, missing: Mapping[str, MissingEvidence], level: FormLevel) -> bool:
    """Whether a level's own condition holds; a milestone counts only after those before it."""
    if form.scoring is Scoring.CHECKLIST:
        return len(form.items) - len(missing) >= level.min_items
    return not _lacking(_of(form, level.level), missing)


def _of(form: EvidenceForm, level: int) -> tuple[FormItem, ...]:
    return tuple(item for item in form.items if item.level == level)


def _up_to(form: EvidenceForm, level: int) -> tuple[FormItem, ...]:
    return tuple(item for item in sorted(form.items, key=lambda item: item.level) if item.level <= level)


def _lacking(
    items: Iterable[FormItem], missing: Mapping[str, MissingEvidence]
) -> tuple[MissingEvidence, ...]:
    return tuple(missing[item.id] for item in items if item.id in missing)


def _milestone_sentences(
    form: EvidenceForm, missing: Mapping[str, MissingEvidence], reached: list[bool], cap: int
) -> Iterator[str]:
    """Levels the round can give, and beyond them those already proven."""
    uncapped = reached.index(False) if False in reached else len(reached)
    for level, is_complete in zip(form.levels, reached, strict=True):
        items = _of(form, level.level)
        if level.level <= uncapped:
            yield f"{level.label} ผ่าน: ข้อ {_numbers(items)} ตอบว่า มี และหลักฐานครบ"
        elif is_complete:
            yield f"{level.label} ยังไม่นับ: ข้อ {_numbers(items)} หลักฐานครบแล้ว แต่ต้องผ่านระดับ {uncapped + 1} ก่อน"
        elif level.level <= cap:
            yield f"{level.label} ยังไม่ผ่าน: {_in_words(_lacking(items, missing))}"


def _checklist_sentences(
    form: EvidenceForm, missing: Mapping[str, MissingEvidence], reached: list[bool], cap: int
) -> Iterator[str]:
    """How many items are complete, then each level the round can give and those already proven."""
    complete = [item for item in form.items if item.id not in missing]
    named = f" คือข้อ {_numbers(complete)}" if complete else ""
    yield f"หลักฐานครบ {len(complete)} จาก {len(form.items)} ข้อ{named}"
    for level, is_reached in zip(form.levels, reached, strict=True):
        if is_reached:
            yield f"{level.label} ผ่าน: ต้องครบอย่างน้อย {level.min_items} ข้อ"
        elif level.level <= cap:
            short = level.min_items - len(complete)
            yield f"{level.label} ยังไม่ผ่าน: ต้องครบอย่างน้อย {level.min_items} ข้อ ขาดอีก {short} ข้อ"


def _cap_sentences(form: EvidenceForm, form_round: FormRound, uncapped: int) -> Iterator[str]:
    cap = form.label_of(form_round.cap)
    if uncapped > form_round.cap:
        yield f"หลักฐานถึง{form.label_of(uncapped)} แต่{form_round.name} นับให้ได้ไม่เกิน{cap}"
    else:
        yield f"{form_round.name} นับให้ได้ไม่เกิน{cap}"


def _next_step(
    form: EvidenceForm, missing: Mapping[str, MissingEvidence], form_round: FormRound, level: int
) -> str:
    if level == form_round.cap == len(form.levels):
        return f"ได้ระดับสูงสุดของแบบแล้ว คือ{form.label_of(level)}"
    if level == form_round.cap:
        return f"{form_round.name} ได้ระดับสูงสุดของรอบแล้ว คือ{form.label_of(level)}"
    following = form.levels[level]
    if form.scoring is Scoring.CHECKLIST:
        short = following.min_items - (len(form.items) - len(missing))
        nearest = sorted(_lacking(form.items, missing), key=lambda each: (len(each.needs), each.number))
        words = _in_words(tuple(nearest[: min(short, _MOST_NAMED)]))
        return f"ขั้นต่อไป {following.label} ยังต้องการอีก {short} ข้อ ใกล้ครบที่สุดคือ {words}"
    return f"ขั้นต่อไป {following.label} ยังต้องการ: {_in_words(_lacking(_of(form, level + 1), missing))}"


def _numbers(items: Iterable[FormItem]) -> str:
    return ", ".join(str(item.number) for item in items)


def _in_words(lacking: tuple[MissingEvidence, ...]) -> str:
    return " · ".join(f"ข้อ {each.number} {', '.join(each.needs)}" for each in lacking)


def _plain(value: float) -> str:
    """At least two decimals, more only where they say something."""
    text = f"{value:.4f}".rstrip("0")
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.ljust(2, '0')}"
