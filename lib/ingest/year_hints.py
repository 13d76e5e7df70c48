"""Which year a file speaks of: words in titles, sheet names, file names and bands above columns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from lib.domain.periods import PeriodKind
from lib.thai.dates import parse_year_be
from lib.thai.numerals import to_arabic_digits
from lib.thai.text import clean_text

_YEAR = r"(?<!\d)(?P<year>(?:24|25|26|19|20)\d\d)(?!\d)"
_ERA = r"(?:\s*พ\.?\s*ศ\.?)?\s*"
_TERM_YEAR = r"(?<!\d)(?P<term>[1-4])\s*/\s*" + _YEAR
_YEAR_TERM = _YEAR + r"\s*/\s*(?P<term>[1-4])(?!\d)"
_TERM_WORD = r"(?:ภาคเรียน|เทอม)(?:ที่)?\s*"
_PATTERNS = (
    (re.compile(_TERM_WORD + _TERM_YEAR), PeriodKind.ACADEMIC_YEAR),
    (re.compile(_TERM_WORD + r"(?P<term>[12])\s*ปีการศึกษา" + _ERA + _YEAR), PeriodKind.ACADEMIC_YEAR),
    (
        re.compile(r"ไตรมาส(?:ที่)?\s*(?P<term>[1-4])\s*(?:/|ปีงบประมาณ|ปีงบ)?" + _ERA + _YEAR),
        PeriodKind.FISCAL_YEAR,
    ),
    (re.compile(r"ปีการศึกษา(?:ที่)?" + _ERA + _TERM_YEAR), PeriodKind.ACADEMIC_YEAR),
    (re.compile(r"ปีการศึกษา(?:ที่)?" + _ERA + _YEAR_TERM), PeriodKind.ACADEMIC_YEAR),
    (re.compile(r"ปีการศึกษา(?:ที่)?" + _ERA + _YEAR), PeriodKind.ACADEMIC_YEAR),
    (re.compile(r"ปีงบ(?:ประมาณ)?" + _ERA + _YEAR), PeriodKind.FISCAL_YEAR),
    (re.compile(_YEAR + r"\s*[-_/]\s*(?P<term>[12])(?![\d/])"), None),
    (re.compile(r"(?<![0-9A-Za-z/])(?P<term>[12])\s*[-_/]\s*" + _YEAR), None),
    (re.compile(_YEAR), None),
)
_MONTHS = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|"
    r"ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\."
)
_LAWS = r"พ\.?ร\.?บ\.?|พระราชบัญญัติ|พระราชกฤษฎีกา|กฎกระทรวง|ประกาศ|ระเบียบ|คำสั่ง|หลักสูตร|มาตรฐาน"
_OWN_ERA = r"(?:พ\.\s?ศ\.|พุทธศักราช)\s*\d{4}"
_NOT_A_PERIOD = (
    re.compile(rf"(?:\d{{1,2}}\s*)?(?:{_MONTHS})\s*(?:พ\.?\s?ศ\.?\s*)?\d{{4}}"),
    re.compile(r"(?<!\d)\d{1,2}([/.-])\d{1,2}\1\d{4}(?!\d)"),
    re.compile(r"(?<!\d)\d{4}([/-])\d{1,2}\1\d{1,2}(?!\d)"),
    # ประกาศ … พ.ศ. 2561 is a law's year; ประกาศผลสอบ ปีการศึกษา 2566 is the period.
    re.compile(rf"(?:{_LAWS})(?:(?!ปีการศึกษา|ปีงบ|{_OWN_ERA}).){{0,80}}{_OWN_ERA}"),
    re.compile(r"(?:คำสั่ง|ประกาศ)[^\d]{0,60}ที่\s*\d+\s*/\s*\d{4}"),
    re.compile(r"(?:หลักสูตร|พ\.?ร\.?บ\.?|พระราชบัญญัติ)(?:(?!ปีการศึกษา|ปีงบ)[^\d]){0,80}\d{4}"),
    re.compile(r"(?<![\d,.])\d{4}\s*(?:คน|บาท|แห่ง|โรง|รายการ|เรื่อง|ห้อง|ล้าน|ครั้ง)"),
)
_SHORT_YEAR = re.compile(r"(?:ปี(?:การศึกษา|งบประมาณ|งบ)?\s*(?:พ\.?\s?ศ\.?\s*)?|พ\.\s?ศ\.\s*)([4-7]\d)(?!\d)")
_RANGE = re.compile(_YEAR + r"\s*(?:[-–—/]|ถึง)\s*(?:พ\.?\s?ศ\.?\s*)?(?P<last>\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class YearHint:
    """A year named by a text; ``kind`` None where the words do not say which calendar."""

    kind: PeriodKind | None
    year_be: int
    term: int | None = None


@lru_cache(maxsize=4096)
def find_year_hints(text: str) -> tuple[YearHint, ...]:
    """Every year a text names, in its order; years of dates, of laws and numbers of people are not meant."""
    work = to_arabic_digits(clean_text(text))
    for other in _NOT_A_PERIOD:
        work = other.sub(" ", work)
    work = _RANGE.sub(_both_years, work)
    found: dict[tuple[int, int], YearHint] = {}
    for pattern, kind in _PATTERNS:
        for match in pattern.finditer(work):
            place = match.span("year")
            year_be = parse_year_be(match["year"])
            if year_be is None or place in found:
                continue
            term = match.groupdict().get("term")
            found[place] = YearHint(kind, year_be, int(term) if term else None)
    return tuple(dict.fromkeys(found[place] for place in sorted(found)))


def _both_years(match: re.Match[str]) -> str:
    """``2566-68`` written out; ``2566-05`` is left alone, it does not run forward."""
    year, last = match["year"], match["last"]
    return f"{year} {year[:2]}{last}" if int(last) > int(year[2:]) else match.group()


@dataclass(frozen=True, slots=True)
class SheetPeriod:
    """What title, sheet name and file name say together.

    Attributes:
        hints: at most one per calendar, plus one whose calendar is not named.
        conflict: the different years found where one was expected, empty when they agree.
        short_years: what years of two digits (ปี 65) would be; never taken by themselves.
    """

    hints: tuple[YearHint, ...] = ()
    conflict: tuple[int, ...] = ()
    short_years: tuple[int, ...] = ()

    def for_kind(self, kind: PeriodKind) -> tuple[YearHint | None, bool]:
        """The hint that holds for an indicator's calendar, and whether it was written for the other one."""
        for wanted in (kind, None):
            for hint in self.hints:
                if hint.kind is wanted:
                    return hint, False
        return (self.hints[0], True) if self.hints else (None, False)


def sheet_period(title: Iterable[str], sheet_name: str, file_name: str) -> SheetPeriod:
    """Join the hints of one table; the nearer text wins over silence, but never over a contradiction.

    Two different years for one calendar, be it inside a title or between title and file name, are a conflict
    that a person must settle.
    """
    texts = (*title, sheet_name, file_name.rsplit(".", 1)[0])
    hints = [hint for text in texts for hint in find_year_hints(text)]
    chosen: dict[PeriodKind | None, YearHint] = {}
    for hint in hints:
        before = chosen.get(hint.kind)
        if before is None or (before.term is None and hint.term and hint.year_be == before.year_be):
            chosen[hint.kind] = hint
    named = [hint for kind, hint in chosen.items() if kind is not None]
    years = {kind: {hint.year_be for hint in hints if hint.kind is kind} for kind in chosen}
    conflict: set[int] = set().union(*(found for found in years.values() if len(found) > 1))
    loose = years.get(None, set())
    if named and loose:
        told = {hint.year_be for hint in named}
        if not loose & told:
            conflict |= loose | told
        else:
            conflict -= loose if len(loose) > 1 and loose <= told else set()
            term = chosen[None].term
            chosen = {
                kind: _with_term(hint, term, chosen[None].year_be)
                for kind, hint in chosen.items()
                if kind is not None
            }
    short = (2500 + int(digits) for text in texts for digits in _SHORT_YEAR.findall(to_arabic_digits(text)))
    return SheetPeriod(tuple(chosen.values()), tuple(sorted(conflict)), tuple(dict.fromkeys(short)))


def _with_term(hint: YearHint, term: int | None, year_be: int) -> YearHint:
    """A file name ``2560-1`` lends its term to a title that names only the year."""
    if hint.term is None and term and hint.kind is PeriodKind.ACADEMIC_YEAR and hint.year_be == year_be:
        return YearHint(hint.kind, hint.year_be, term)
    return hint
