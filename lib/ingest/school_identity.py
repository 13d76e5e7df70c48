"""Which school a row speaks of: by code, then full name, then base name, else a person is asked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz import fuzz, process

from lib.domain.schools import School
from lib.ingest.school_candidates import Candidate, Register, find_candidates
from lib.thai.codes import tidy_code
from lib.thai.numerals import to_arabic_digits
from lib.thai.school_names import base_name_key, is_branch, name_key

_SMIS_DIGITS = 8
#: Likeness of two names in per cent: one slip of the finger, and a name that was shortened or changed.
_NEARLY, _STILL_ALIKE = 90, 70
#: Province and number of the area office.
_AREA_DIGITS = 4
_CODE_INSIDE = re.compile("[0-9]{6,10}")
_NUMBERED = re.compile(r"^\s*\d{1,4}\s*[.)]\s*")


class How(StrEnum):
    """What decided a match."""

    ANSWER = "answer"
    CODE = "code"
    NAME = "name"
    BASE_NAME = "base_name"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Match:
    """The school found, or whom to ask about.

    Attributes:
        school_id: None when nothing was certain.
        how: what decided.
        candidates: schools a person may mean, best first; never taken by themselves.
        disagrees: the code says one school and the written name clearly another.
    """

    school_id: str | None
    how: How = How.NONE
    candidates: tuple[Candidate, ...] = ()
    disagrees: bool = False


def alias_key(code: str, name: str) -> str:
    """Key under which a person's answer about a row's school is remembered."""
    return f"{tidy_code(code)}|{name_key(name)}"


class SchoolFinder:
    """Look-up over one register.

    Args:
        schools: the register; closed schools are found too, old files name them.
        answers: ``alias_key`` → school_id, as people once answered.
    """

    def __init__(self, schools: Iterable[School], answers: Mapping[str, str] | None = None) -> None:
        self._schools = {school.school_id: school for school in schools}
        self._answers = {key: school for key, school in (answers or {}).items() if school in self._schools}
        self._by_code: dict[str, set[str]] = defaultdict(set)
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_base: dict[str, set[str]] = defaultdict(set)
        for school in self._schools.values():
            for code in {school.school_id, school.smis_code, school.obec_code, school.moe_code} - {""}:
                self._by_code[code].add(school.school_id)
            self._by_name[name_key(school.name)].add(school.school_id)
            self._by_base[base_name_key(school.name)].add(school.school_id)

    def with_answers(self, answers: Mapping[str, str]) -> "SchoolFinder":
        """The same register with further answers laid over those remembered."""
        return SchoolFinder(self._schools.values(), self._answers | dict(answers)) if answers else self

    def school(self, school_id: str) -> School:
        return self._schools[school_id]

    def knows(self, text: str) -> bool:
        """Whether a text is the name, or the code, of at least one school."""
        return bool(self._named(self._without_number(text)) or self._by_code.get(tidy_code(text)))

    def find(self, code: str, name: str) -> Match:
        """The school of a row.

        Args:
            code: as written, Thai digits allowed; 6, 8 or 10 digits, may be empty.
            name: as written, may be empty.

        Returns:
            A match only where exactly one school answers; a code whose written name is clearly another
            school's is not taken.
        """
        answered = self._answers.get(alias_key(code, name))
        if answered:
            return Match(answered, How.ANSWER)
        name = self._without_number(name)
        coded = self._by_code.get(tidy_code(code), set()) if code else set()
        named = self._named(name)
        if len(coded) == 1:
            school_id = next(iter(coded))
            if school_id not in named if named else self._nearly_another(name, school_id):
                return Match(
                    None, candidates=self._candidates(code, name, [school_id, *sorted(named)]), disagrees=True
                )
            return Match(school_id, How.CODE)
        parts = self._codes_inside(code)
        if parts and not parts <= named:
            return Match(None, candidates=self._candidates(code, name, sorted(parts | named)), disagrees=True)
        full = self._by_name.get(name_key(name), set()) if name else set()
        if len(full) == 1 and not coded and not self._contradicts(code, next(iter(full))):
            return Match(next(iter(full)), How.NAME)
        base = self._by_base.get(base_name_key(name), set()) if name else set()
        if len(base) == 1 and not full and not tidy_code(code) and self._same_alias(name, next(iter(base))):
            return Match(next(iter(base)), How.BASE_NAME)
        return Match(None, candidates=self._candidates(code, name, sorted(full | base | coded)))

    def unsure(self, match: Match, code: str, name: str) -> Match:
        """The same school as a candidate only, because something else in the row speaks against it."""
        certain = [] if match.school_id is None else [match.school_id]
        return Match(None, candidates=self._candidates(code, name, certain))

    def is_foreign(self, code: str) -> bool:
        """Whether an eight-digit code begins as that of no school of the register, so of another area."""
        digits = tidy_code(code)
        return len(digits) == _SMIS_DIGITS and bool(self._areas) and digits[:_AREA_DIGITS] not in self._areas

    @cached_property
    def _areas(self) -> frozenset[str]:
        return frozenset(
            school.smis_code[:_AREA_DIGITS]
            for school in self._schools.values()
            if len(school.smis_code) == _SMIS_DIGITS
        )

    def _nearly_another(self, name: str, school_id: str) -> bool:
        """A misspelt name that is nearly another school's and not at all that of the code."""
        key = base_name_key(name)
        if not key or fuzz.ratio(key, base_name_key(self._schools[school_id].name)) >= _STILL_ALIKE:
            return False
        return (
            process.extractOne(key, self._by_base.keys(), scorer=fuzz.ratio, score_cutoff=_NEARLY) is not None
        )

    def _codes_inside(self, code: str) -> set[str]:
        """Schools whose codes stand among others in one cell, such as ``99010001/99010002``."""
        parts = _CODE_INSIDE.findall(to_arabic_digits(code))
        return {each for part in parts for each in self._by_code.get(part, ())} if len(parts) > 1 else set()

    def _without_number(self, name: str) -> str:
        """``1. บ้านสมมติ`` is the name behind its number, where exactly one school bears it."""
        rest = _NUMBERED.sub("", name)
        return rest if rest != name and not self._named(name) and len(self._named(rest)) == 1 else name

    def _contradicts(self, code: str, school_id: str) -> bool:
        """The same-named school is known under another code of this length, so it is another school.

        Neighbouring areas share names: of 176 schools of one area, four are namesakes of the next one's.
        """
        school = self._schools[school_id]
        known = {6: school.obec_code, 8: school.smis_code, 10: school.moe_code}.get(len(tidy_code(code)), "")
        return bool(known) and known != tidy_code(code)

    def _named(self, name: str) -> set[str]:
        """Schools whose full name, or else base name, is the one written."""
        if not name:
            return set()
        return self._by_name.get(name_key(name)) or self._by_base.get(base_name_key(name)) or set()

    def _same_alias(self, name: str, school_id: str) -> bool:
        """A base name decides only where one side lacks the alias in parentheses, which is no branch's."""
        theirs = self._schools[school_id].name
        if is_branch(name) != is_branch(theirs):
            return False
        return "(" not in name or "(" not in theirs or name_key(name) == name_key(theirs)

    def _candidates(self, code: str, name: str, certain: Iterable[str]) -> tuple[Candidate, ...]:
        schools = [self._schools[school_id] for school_id in dict.fromkeys(certain)]
        return find_candidates(code, name, schools, self._register)

    @cached_property
    def _register(self) -> Register:
        return Register.of(self._schools)
