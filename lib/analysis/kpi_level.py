"""The level of a KPI form: cumulative milestones with complete evidence, capped by the round."""

from collections.abc import Iterator, Mapping

from lib.domain.evidence import LevelResult, MissingEvidence
from lib.domain.evidence_forms import EvidenceForm, FormRound
from lib.thai.numerals import round_half_up

_PERCENT = 100


def compute_level(
    form: EvidenceForm, missing: Mapping[str, MissingEvidence], form_round: FormRound
) -> LevelResult:
    """The highest level n for which every item of levels 1 to n is complete, but not above the round's cap.

    Args:
        missing: item id → what it lacks; complete items are absent.

    Returns:
        Level, score and Thai sentences: what counts, what does not and why, the cap, the next step, the sum.
    """
    complete = [_lacking(form, missing, level) == () for level in range(1, len(form.milestones) + 1)]
    uncapped = complete.index(False) if False in complete else len(complete)
    level = min(uncapped, form_round.cap)
    score = level * form.points_per_level
    weighted = round_half_up(score * form.weight_pct / _PERCENT, 4)
    reasons = (
        *_level_sentences(form, missing, complete, uncapped, form_round.cap),
        *_cap_sentences(form_round, uncapped),
        _next_step(form, missing, form_round, level),
        f"คะแนน {score:g} × น้ำหนักร้อยละ {form.weight_pct:.2f} ÷ 100 = คะแนนถ่วงน้ำหนัก {_plain(weighted)}",
    )
    lacking = tuple(
        each for number in range(1, form_round.cap + 1) for each in _lacking(form, missing, number)
    )
    return LevelResult(form_round.id, level, form_round.cap, uncapped, score, weighted, reasons, lacking)


def _lacking(
    form: EvidenceForm, missing: Mapping[str, MissingEvidence], level: int
) -> tuple[MissingEvidence, ...]:
    return tuple(missing[item.id] for item in form.items if item.level == level and item.id in missing)


def _level_sentences(
    form: EvidenceForm,
    missing: Mapping[str, MissingEvidence],
    complete: list[bool],
    uncapped: int,
    cap: int,
) -> Iterator[str]:
    """Levels the round can give, and beyond them those already proven."""
    for level, is_complete in enumerate(complete, start=1):
        numbers = ", ".join(str(item.number) for item in form.items if item.level == level)
        if level <= uncapped:
            yield f"ระดับ {level} ผ่าน: ข้อ {numbers} ตอบว่า มี และหลักฐานครบ"
        elif is_complete:
            yield f"ระดับ {level} ยังไม่นับ: ข้อ {numbers} หลักฐานครบแล้ว แต่ต้องผ่านระดับ {uncapped + 1} ก่อน"
        elif level <= cap:
            yield f"ระดับ {level} ยังไม่ผ่าน: {_in_words(_lacking(form, missing, level))}"


def _cap_sentences(form_round: FormRound, uncapped: int) -> Iterator[str]:
    if uncapped > form_round.cap:
        yield f"หลักฐานถึงระดับ {uncapped} แต่{form_round.name}นับให้ได้ไม่เกินระดับ {form_round.cap}"
    else:
        yield f"{form_round.name}นับให้ได้ไม่เกินระดับ {form_round.cap}"


def _next_step(
    form: EvidenceForm, missing: Mapping[str, MissingEvidence], form_round: FormRound, level: int
) -> str:
    if level == form_round.cap == len(form.milestones):
        return f"ได้ระดับสูงสุดของแบบแล้ว คือระดับ {level}"
    if level == form_round.cap:
        return f"ได้ระดับสูงสุดของ{form_round.name}แล้ว คือระดับ {level}"
    return f"ขั้นต่อไป ระดับ {level + 1} ยังต้องการ: {_in_words(_lacking(form, missing, level + 1))}"


def _in_words(lacking: tuple[MissingEvidence, ...]) -> str:
    return " · ".join(f"ข้อ {each.number} {', '.join(each.needs)}" for each in lacking)


def _plain(value: float) -> str:
    """At least two decimals, more only where they say something."""
    text = f"{value:.4f}".rstrip("0")
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.ljust(2, '0')}"
