"""What the columns of a report's table hold, told by its header rows."""

import re
from dataclasses import dataclass, replace
from functools import cache

from lib.catalog.standards import load_report_words
from lib.domain.assessments import LevelOfEducation, StatementKind
from lib.ingest.quality_levels import read_level, word_levels, word_pattern
from lib.ingest.report_headings import (
    levels_named,
)
from lib.ingest.standard_refs import find_in_cell, find_standard
from lib.ingest.statement_headings import statement_heading
from lib.thai.numerals import to_arabic_digits
from lib.thai.text import fold_key

_LONGEST_HEADER = 80
_PARENTHESES = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"(?:ปีการศึกษา|ปี|พ\.ศ\.)?\s*(25\d\d)")
_YEAR_TAIL = re.compile(r"\s*(?:ประจำ)?ปีการศึกษา\s*25\d\d")
_LEVEL_CELL = re.compile(
    rf"(?:ระดับ)?\s*[1-5]?\s*[.:=-]?\s*\(?({word_pattern()})\)?\s*(?:\(?\s*(?:ระดับ)?\s*[1-5]\s*\)?)?"
)
_FEWEST_OPTIONS = 3
_LONGEST_LOOSE = 40
_SAYS_TARGET = re.compile("เป้า|คาดหวัง|ตั้งไว้")
_SAYS_LEVEL = re.compile("ผลการประเมิน|ผลที่|ผลสรุป|สรุปผล|ระดับคุณภาพ|ระดับที่|สรุประดับ")
_NO_LEVELS = re.compile("บรรลุ|เทียบ|ผลต่าง|หมายเหตุ|หลักฐาน|มาตรฐาน|ร้อยละ|จำนวน")
WHOLE_SCALE = ("1", "2", "3", "4", "5")


@dataclass(frozen=True, slots=True)
class Column:
    """One column's role.

    Attributes:
        role: a key of ``columns`` in sar_headings.toml, or ``option`` (one printed level), ``statement``,
            ``education`` and ``standard_is`` (levels of that one), ``year``.
        option / scale: the level an ``option`` column stands for.
        expected: the option belongs to the target, not to the result.
    """

    role: str
    option: int = 0
    scale: str = ""
    education: LevelOfEducation | None = None
    standard: str = ""
    kind: StatementKind | None = None
    year_be: int = 0
    expected: bool = False


Columns = dict[int, Column]


def read_header(cells: tuple[str, ...], before: Columns, *, follows: bool) -> Columns | None:
    """Roles by column where the row is a header.

    Args:
        before: roles known so far in this table.
        follows: the row above was a header too, so that both rows count together.

    Returns:
        None for a row of data.
    """
    roles = {
        number: role
        for number, cell in enumerate(cells)
        if cell and len(cell) <= _LONGEST_HEADER and (role := _role(cell)) is not None
    }
    if _are_numbered_options(cells, before if follows else {}):
        roles = {
            number: Column("option", int(to_arabic_digits(cell).strip()))
            for number, cell in enumerate(cells)
            if to_arabic_digits(cell).strip() in WHOLE_SCALE
        } | {n: r for n, r in roles.items() if r.role != "option"}
    if _holds_levels(roles, cells):
        return None
    if not _is_header(roles, cells, follows=follows and bool(before)):
        return None
    roles = _with_subject(roles, cells) if not before else roles
    return _merge(before, roles) if follows else roles


def _holds_levels(roles: Columns, cells: tuple[str, ...]) -> bool:
    """Level words that are values: too few for a printed scale, repeated, or beside a standard's name."""
    options = [role.option for role in roles.values() if role.role == "option"]
    if not options or len(set(options)) == len(WHOLE_SCALE):
        return False
    first = next(number for number, cell in enumerate(cells) if cell)
    names_subject = first in roles and roles[first].role in ("standard_is", "education")
    if names_subject or find_in_cell(cells[first], None) is not None:
        return True
    return len(set(options)) < max(_FEWEST_OPTIONS, len(options))


def _role(cell: str) -> Column | None:
    text = to_arabic_digits(cell).replace("\n", " ").strip()
    level = _LEVEL_CELL.fullmatch(text)
    if level is not None:
        number, scale = word_levels()[level[1]]
        return Column("option", number, scale)
    heading = statement_heading(text)
    if heading is not None and not heading.inline and heading.kind is not None:
        return Column("statement", kind=heading.kind)
    year = _YEAR.fullmatch(text)
    if year is not None:
        return Column("year", year_be=int(year[1]))
    for variant in (text, _PARENTHESES.sub("", text), _YEAR_TAIL.sub("", _PARENTHESES.sub("", text))):
        role = _wordings().get(fold_key(variant))
        if role is not None:
            return Column(role)
    loose = _loose_role(text)
    if loose is not None:
        return loose
    named = levels_named(text)
    ref = find_standard(text)
    if ref is not None and not ref.item and len(text) <= _LONGEST_HEADER and not ref.rest.strip(" :()"):
        return Column("standard_is", standard=ref.standard, education=ref.level)
    if len(named) == 1 and len(fold_key(text)) <= len("ระดับการศึกษาขั้นพื้นฐาน"):
        return Column("education", education=named[0])
    return None


def _loose_role(text: str) -> Column | None:
    """A column of targets or of levels in words of the school's own."""
    if len(text) > _LONGEST_LOOSE or _NO_LEVELS.search(text) or read_level(text) is not None:
        return None
    if _SAYS_TARGET.search(text):
        return Column("expected")
    return Column("level") if _SAYS_LEVEL.match(text) else None


def _with_subject(roles: Columns, cells: tuple[str, ...]) -> Columns:
    """Where no column names the standards, the first one without a role does."""
    if any(
        role.role in ("standard", "item", "standard_is", "education", "statement") for role in roles.values()
    ):
        return roles
    levels = [n for n, role in roles.items() if role.role in ("option", "level", "expected")]
    # Its own header may be merged down from the row above and so be blank here.
    free = [n for n in range(min(levels, default=0)) if n not in roles]
    first = next((n for n in free if cells[n]), next(iter(free), None))
    return roles if first is None else {first: Column("standard")} | roles


def _is_header(roles: Columns, cells: tuple[str, ...], *, follows: bool) -> bool:
    """Enough cells name a column, and not just one label with its value beside it."""
    counts = [role.role for role in roles.values()]
    n_filled = sum(bool(cell) for cell in cells)
    if counts.count("option") >= _FEWEST_OPTIONS or counts.count("statement") >= 2:
        return True
    if counts.count("education") >= 2 and len(counts) == n_filled:
        return True
    if counts.count("year") >= 2 or (follows and counts.count("year") == n_filled):
        return True
    if counts.count("standard_is") >= 2 and len(counts) + 1 >= n_filled:
        return True
    named = [c for c in counts if c not in ("option", "standard_is", "education", "year")]
    telling = {"standard", "level", "expected", "statement", "score", "level_of_education"}
    return len(named) >= 2 and bool(telling & set(named))


def _are_numbered_options(cells: tuple[str, ...], before: Columns) -> bool:
    """The digits 1 to 5, once each, under a header of levels or beside other headers."""
    digits = [to_arabic_digits(cell).strip() for cell in cells if cell]
    numbers = sorted(digit for digit in digits if digit in WHOLE_SCALE)
    beside = any(
        (role := _role(cell)) is not None and role.role in ("standard", "order") for cell in cells if cell
    )
    return numbers == list(WHOLE_SCALE) and (bool(before) or beside)


def _merge(before: Columns, roles: Columns) -> Columns:
    """A second header row is more exact than the first; options under a target belong to it."""
    merged = dict(before)
    for number, role in roles.items():
        above = next((before[n] for n in sorted(before, reverse=True) if n <= number), None)
        under_target = (
            role.role in ("option", "year", "level") and above is not None and above.role == "expected"
        )
        if above is not None and above.education is not None and role.education is None:
            merged[number] = replace(role, education=above.education)
        elif role.role == "year" and above is not None and above.role in ("score", "percent", "note"):
            merged[number] = above
        else:
            merged[number] = replace(role, expected=True) if under_target else role
    return merged


@cache
def _wordings() -> dict[str, str]:
    return {fold_key(word): role for role, words in load_report_words().columns.items() for word in words}
