"""Whom an unknown name may mean, each with why; a person chooses, nothing here decides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from lib.domain.schools import School
from lib.ingest.near_names import nearly_same, one_digit_off
from lib.thai.codes import tidy_code
from lib.thai.school_names import base_name_key, name_key

_N_CANDIDATES = 5
_LEAST_SIMILAR = 70
_LEAST_DIGITS = 5
_BAN = "บ้าน"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A school of the register that a row may be about, and why it is thought of."""

    school: School
    why: str

    def __str__(self) -> str:
        district = f" อ.{self.school.district}" if self.school.district else ""
        pupils = f" นักเรียน {self.school.pupils:,} คน" if self.school.pupils is not None else ""
        return f"{self.school.name}{district}{pupils} ({self.why})"


@dataclass(frozen=True, slots=True)
class Register:
    """A register as likeness needs it: school id → school, code → schools, school id → folded full name."""

    schools: Mapping[str, School]
    codes: Mapping[str, tuple[School, ...]]
    names: Mapping[str, str]

    @staticmethod
    def of(schools: Mapping[str, School]) -> "Register":
        codes: dict[str, tuple[School, ...]] = {}
        for school in schools.values():
            for code in _codes(school):
                codes[code] = (*codes.get(code, ()), school)
        return Register(schools, codes, {each: name_key(school.name) for each, school in schools.items()})


def find_candidates(
    code: str, name: str, certain: Iterable[School], register: "Register"
) -> tuple[Candidate, ...]:
    """Schools that a row may be about, the likeliest first.

    Args:
        code: as written, ``name`` likewise; either may be empty.
        certain: schools that bear the code or the name, of which one or none may be meant.
    """
    found = {school.school_id: school for school in certain}
    digits = tidy_code(code)
    if name and not found:
        similar = process.extract(
            name_key(name),
            register.names,
            scorer=fuzz.ratio,
            limit=_N_CANDIDATES,
            score_cutoff=_LEAST_SIMILAR,
        )
        found = {each: register.schools[each] for _, _, each in similar}
    if len(digits) >= _LEAST_DIGITS and digits not in register.codes:
        near = process.extract(
            digits, register.codes.keys(), scorer=Levenshtein.distance, limit=_N_CANDIDATES, score_cutoff=1
        )
        found |= {one.school_id: one for each, _, _ in near for one in register.codes[each]}
    return tuple(Candidate(school, _why(digits, name, school)) for school in found.values())[:_N_CANDIDATES]


def _why(digits: str, name: str, school: School) -> str:
    if digits and digits in _codes(school):
        return "รหัสตรงกัน แต่ชื่อต่างกัน" if name and name_key(name) != name_key(school.name) else "รหัสตรงกัน"
    reasons = []
    if name and name_key(name) == name_key(school.name):
        reasons.append("ชื่อตรงกัน แต่รหัสต่างกัน" if digits else "ชื่อตรงกัน แต่มีหลายแห่งหรือข้อมูลอื่นไม่ตรง")
    elif name and base_name_key(name) == base_name_key(school.name):
        reasons.append("ชื่อหน้าวงเล็บตรงกัน")
    elif name and name_key(name) == name_key(school.name).removeprefix(_BAN):
        reasons.append("ต่างกันที่คำว่าบ้าน")
    elif name and nearly_same(name, school.name):
        reasons.append("สะกดต่างกันเล็กน้อย")
    elif name:
        reasons.append("ชื่อคล้ายกัน")
    if len(digits) >= _LEAST_DIGITS and any(one_digit_off(digits, each) for each in _codes(school)):
        reasons.append("รหัสต่างกันหนึ่งหลัก")
    return " ".join(reasons)


def _codes(school: School) -> set[str]:
    return {school.school_id, school.smis_code, school.obec_code, school.moe_code} - {""}
