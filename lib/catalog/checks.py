"""What the entries of the catalogue owe each other; a header must never mean two things."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from lib.catalog.identity_headers import load_identity_headers
from lib.catalog.toml_files import refuse
from lib.domain.indicators import Catalogue, Direction, Indicator
from lib.errors import BadCatalogue
from lib.thai.text import fold_key

#: Folded context phrases, each the parts that must all be found; empty when the header tells by itself.
Contexts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    """One header that an indicator answers to, folded, and what the column then is."""

    key: str
    indicator: Indicator
    role: str
    contexts: Contexts


def check_indicators(catalogue: Catalogue) -> None:
    """See that every entry agrees with itself and with what it points at.

    Raises:
        BadCatalogue: an id occurs twice, a scale or a part of a total is missing, a number is out of range.
    """
    scales = {scale.id for scale in catalogue.scales}
    seen: set[str] = set()
    group_names: dict[str, str] = {}
    for indicator in catalogue.indicators:
        faults = list(_faults(indicator))
        if indicator.id in seen:
            faults.append("รหัสซ้ำกัน")
        if indicator.scale and indicator.scale not in scales:
            faults.append(f"ไม่มีเกณฑ์ {indicator.scale} ใน scales.toml")
        faults += [
            f"total_of อ้างถึง {part} ที่ไม่มีอยู่" for part in indicator.total_of if part not in catalogue.by_id
        ]
        group = f"{indicator.domain}.{indicator.group}"
        if group_names.setdefault(group, indicator.group_name) != indicator.group_name:
            faults.append(f"group {indicator.group} มีชื่อต่างกัน")
        if faults:
            raise refuse(f"{indicator.domain}.toml", indicator.id, faults[0])
        seen.add(indicator.id)


def in_range(indicator: Indicator, value: float) -> bool:
    """Whether a value is possible for the indicator; an open end allows everything on its side."""
    low, high = indicator.valid_min, indicator.valid_max
    return (low is None or value >= low) and (high is None or value <= high)


def check_aliases(catalogue: Catalogue) -> None:
    """See that no header can be two indicators, a companion and a value, or a school's identity.

    Two spellings meet when one of them tells by itself, or when a title that satisfies a context phrase of
    the one always satisfies a phrase of the other. Indicators may share a companion (n, numerator, sd) in one
    role, all of them by itself or all within a context; else the one that tells would hide the others.

    Raises:
        BadCatalogue: the header and the entries that claim it are named.
    """
    claims: dict[str, list[_Claim]] = defaultdict(list)
    for indicator in catalogue.indicators:
        for claim in _claims(indicator):
            if not claim.key or claim.key in load_identity_headers():
                raise _refuse(claim, "ว่าง หรือเป็นคำที่บอกว่าแถวเป็นของโรงเรียนใด")
            if not all(all(parts) for parts in claim.contexts):
                raise _refuse(claim, "มี context ที่ว่าง")
            claims[claim.key].append(claim)
    for claimants in claims.values():
        for one, other in combinations(claimants, 2):
            reason = _clash(one, other)
            if reason:
                raise _refuse(other, f"{reason} {one.indicator.id}")


def _faults(indicator: Indicator) -> Iterator[str]:
    low, high = indicator.valid_min, indicator.valid_max
    if low is not None and high is not None and low >= high:
        yield f"ช่วงที่เป็นไปได้ {low}–{high} กลับด้าน"
    for words, value in (
        ("ค่าเป้าหมาย", indicator.target),
        ("ค่าเป้าหมายด้านบน", indicator.target_high),
        ("ค่าเปรียบเทียบ", indicator.benchmark),
    ):
        if value is not None and not in_range(indicator, value):
            yield f"{words} {value} อยู่นอกช่วงที่เป็นไปได้"
    is_band = indicator.direction is Direction.BAND
    if is_band != (indicator.target_high is not None) or (is_band and indicator.target is None):
        yield "direction = band ต้องมี target และ target_high ส่วนแบบอื่นต้องไม่มี target_high"
    elif is_band and (indicator.target or 0) > (indicator.target_high or 0):
        yield "target สูงกว่า target_high"
    if indicator.direction is Direction.CONTEXT and indicator.target is not None:
        yield "direction = context ไม่ถูกตัดสิน จึงต้องไม่มี target"
    if indicator.benchmark is not None and not indicator.benchmark_label:
        yield "มี benchmark แต่ไม่มี benchmark_label บอกที่มา"
    if indicator.has_n and not indicator.denominator:
        yield f"kind = {indicator.kind} ต้องมี denominator บอกว่า n นับอะไร"
    if indicator.min_n < 1:
        yield "min_n ต้องเป็น 1 ขึ้นไป"
    if indicator.due_month is not None and not 1 <= indicator.due_month <= 12:
        yield "due_month ต้องเป็นเลขเดือน 1–12"


def _claims(indicator: Indicator) -> Iterator[_Claim]:
    """Every header the indicator answers to, once per role."""
    contexts = _fold_contexts(indicator.context)
    telling = {fold_key(alias) for alias in indicator.full_aliases}
    yield from (_Claim(key, indicator, "value", ()) for key in telling)
    for role, aliases in (
        ("value", indicator.aliases),
        ("n", indicator.n_aliases),
        ("numerator", indicator.numerator_aliases),
        ("sd", indicator.sd_aliases),
    ):
        for key in {fold_key(alias) for alias in aliases}:
            if role != "value" or key not in telling:
                yield _Claim(key, indicator, role, contexts)


def _clash(one: _Claim, other: _Claim) -> str:
    """Why two claims of one header cannot stand side by side, empty when they can."""
    if one.role == other.role and one.role != "value":
        if bool(one.contexts) != bool(other.contexts):
            return "อ่านได้โดยไม่ต้องดูชื่อเรื่อง จึงบังของ"
        return ""
    if not _meet(one.contexts, other.contexts):
        return ""
    return "ซ้ำกับ" if one.role == other.role else f"เป็น {other.role} และเป็น {one.role} ของ"


def _refuse(claim: _Claim, reason: str) -> BadCatalogue:
    indicator = claim.indicator
    return refuse(f"{indicator.domain}.toml", indicator.id, f"หัวคอลัมน์ “{claim.key}” {reason}")


@lru_cache(maxsize=1024)
def _fold_contexts(phrases: tuple[str, ...]) -> Contexts:
    return tuple(tuple(fold_key(part) for part in phrase.split("&")) for phrase in phrases)


@lru_cache(maxsize=4096)
def _meet(ones: Contexts, others: Contexts) -> bool:
    """Whether a title can decide for both at once merely by deciding for one."""
    if not ones or not others:
        return True
    return any(_implies(one, other) or _implies(other, one) for one in ones for other in others)


def _implies(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return all(any(part in mine for mine in one) for part in other)
