"""What the columns of a workbook of external results mean."""

from dataclasses import dataclass
from functools import cache

from lib.catalog.external_rounds import load_external_words
from lib.catalog.identity_headers import load_identity_headers
from lib.domain.columns import CODE_ROLES, Column, Role
from lib.domain.external_assessments import ExternalStatementKind
from lib.domain.sheets import Sheet
from lib.ingest.external_terms import any_level, headed_standard, is_overall
from lib.ingest.tables import Table, find_tables
from lib.thai.text import fold_key

_SCHOOL = (*CODE_ROLES, Role.SCHOOL_NAME)
#: Of these the register knows better, or they say nothing of a result.
_PASSED_OVER = (Role.CLUSTER, Role.DISTRICT, Role.AREA_CODE, Role.AREA_NAME, Role.ROW_NUMBER, Role.PUPILS)
_HOLDING = ("round", "phase", "level", "standard", "date")


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of results of its own: of one standard, or of all together (``standard`` empty).

    Attributes:
        level: text of the band above that names a level of education, empty for none.
    """

    index: int
    standard: str
    level: str


@dataclass(frozen=True, slots=True)
class ExternalColumns:
    """Columns of one table by what they hold, zero-based.

    Attributes:
        school: role → column of code or name.
        named: role of the words file → column; at most one of each.
        results: of the wide form.
        statements: (column, kind, level of the band above).
        extras: (column, header in one line) that nobody described.
    """

    school: dict[Role, int]
    named: dict[str, int]
    results: tuple[ResultColumn, ...]
    statements: tuple[tuple[int, ExternalStatementKind, str], ...]
    extras: tuple[tuple[int, str], ...]

    @property
    def tells_school(self) -> bool:
        return bool(self.school)

    @property
    def tells_results(self) -> bool:
        return bool(self.results or self.statements or "result" in self.named or "points" in self.named)

    def as_columns(self, table: Table) -> tuple[Column, ...]:
        """The identity columns as the filler of merged cells needs them."""
        roles = {index: role for role, index in self.school.items()}
        roles |= {self.named[name]: Role.LEVEL for name in _HOLDING if name in self.named}
        return tuple(Column(index, table.headers.get(index, ()), role) for index, role in roles.items())


def find_result_tables(sheet: Sheet) -> tuple[tuple[Table, ExternalColumns], ...]:
    """Tables of a sheet with a column of schools and one of results.

    Words such as ปฐมวัย and มาตรฐานที่ 1 head columns of the wide form and are cells of the long form, so they
    make a header only where no other words do.
    """
    for known in (_is_header, _may_be_header):
        read = ((table, read_columns(table)) for table in find_tables(sheet, known))
        found = tuple(each for each in read if each[1].tells_school and each[1].tells_results)
        if found:
            return found
    return ()


def _is_header(text: str) -> bool:
    key = fold_key(text)
    # the list of identity headers holds a bare #, which folds to nothing
    return bool(key) and (key in load_identity_headers() or key in _roles())


def _may_be_header(text: str) -> bool:
    return _is_header(text) or headed_standard(text) is not None or bool(any_level(text))


def read_columns(table: Table) -> ExternalColumns:
    """The columns of a table, each read once; of two that say the same the first holds."""
    school: dict[Role, int] = {}
    named: dict[str, int] = {}
    results: list[ResultColumn] = []
    statements: list[tuple[int, ExternalStatementKind, str]] = []
    extras: list[tuple[int, str]] = []
    seen: set[tuple[str, str]] = set()
    for index, header in sorted(table.headers.items()):
        last = header[-1]
        level = next((text for text in header[:-1] if any_level(text)), "")
        standard = _standard_of(header)
        identity = load_identity_headers().get(fold_key(last))
        role = _roles().get(fold_key(last), "")
        if standard is not None and (standard, level) not in seen:
            seen.add((standard, level))
            results.append(ResultColumn(index, standard, level))
        elif identity in _SCHOOL and identity not in school:
            school[identity] = index
        elif role in set(ExternalStatementKind):
            statements.append((index, ExternalStatementKind(role), level))
        elif role == "result" and level and ("", level) not in seen:
            seen.add(("", level))
            results.append(ResultColumn(index, "", level))
        elif role and role not in named:
            named[role] = index
        elif not role and any_level(last) and ("", last) not in seen:
            # a column headed by a level of education alone holds its overall result
            seen.add(("", last))
            results.append(ResultColumn(index, "", last))
        elif identity not in _PASSED_OVER and identity not in _SCHOOL:
            extras.append((index, " › ".join(header)))
    if results and ("", "") not in seen:
        # beside columns of standards a bare ผลรวม is the result of all of them
        overall = next((index for index, header in extras if is_overall(header)), None)
        if overall is not None:
            results.append(ResultColumn(overall, "", ""))
            extras = [each for each in extras if each[0] != overall]
    return ExternalColumns(school, named, tuple(results), tuple(statements), tuple(extras))


def _standard_of(header: tuple[str, ...]) -> str | None:
    """The standard a column is of: by its own word, or by the band above a bare ผลการประเมิน."""
    number = headed_standard(header[-1])
    if number is not None:
        return number
    role = _roles().get(fold_key(header[-1]), "")
    if role == "result":
        return next((found for text in header[:-1] if (found := headed_standard(text)) is not None), None)
    return "" if len(header) > 1 and is_overall(header[-1]) and any_level(header[0]) else None


@cache
def _roles() -> dict[str, str]:
    """Folded header → role of the words file."""
    return {fold_key(word): role for role, words in load_external_words().columns.items() for word in words}
