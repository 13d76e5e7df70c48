"""What a column about single pupils or persons may hold; none of it is ever kept."""

from dataclasses import dataclass, replace
from enum import StrEnum


class PersonSort(StrEnum):
    """The part a column plays in a list of persons."""

    CITIZEN_ID = "citizen_id"
    PUPIL_CODE = "pupil_code"
    CHILD_NAME = "child_name"
    TITLE = "title"
    GIVEN_NAME = "given_name"
    SURNAME = "surname"
    FULL_NAME = "full_name"
    BIRTH_DATE = "birth_date"
    FAMILY = "family"
    BODY = "body"
    CONTACT = "contact"
    PHONE = "phone"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def proves(self) -> bool:
        """Whether the column alone makes its table one of persons, whatever stands beside it."""
        return self in _PROVES


_LABELS = {
    PersonSort.CITIZEN_ID: "เลขประจำตัวประชาชน",
    PersonSort.PUPIL_CODE: "เลขประจำตัวนักเรียน",
    PersonSort.CHILD_NAME: "ชื่อนักเรียน",
    PersonSort.TITLE: "คำนำหน้าชื่อ",
    PersonSort.GIVEN_NAME: "ชื่อบุคคล",
    PersonSort.SURNAME: "นามสกุล",
    PersonSort.FULL_NAME: "ชื่อบุคคล",
    PersonSort.BIRTH_DATE: "วันเกิด",
    PersonSort.FAMILY: "ชื่อบิดามารดาหรือผู้ปกครอง",
    PersonSort.BODY: "น้ำหนักหรือส่วนสูงรายคน",
    PersonSort.CONTACT: "ผู้ติดต่อ",
    PersonSort.PHONE: "หมายเลขโทรศัพท์",
}
_NUMBERS = frozenset({PersonSort.CITIZEN_ID, PersonSort.PUPIL_CODE})
_PROVES = _NUMBERS | {PersonSort.CHILD_NAME}


@dataclass(frozen=True, slots=True)
class PersonColumn:
    """A column about persons; ``header`` is its own word, never a value, and ``header_row`` is zero-based."""

    column: int
    sort: PersonSort
    header: str = ""
    header_row: int = -1


@dataclass(frozen=True, slots=True)
class PersonCell:
    """One cell that holds a number of a person among other words, zero-based."""

    row: int
    column: int
    sort: PersonSort


@dataclass(frozen=True, slots=True)
class PersonsFound:
    """What of a sheet is about persons.

    Attributes:
        columns: by column, the strongest sort of each.
        by_school: the rows are one a school, so that a name beside a school is who answers for it.
        cells: single hits outside these columns.
    """

    columns: tuple[PersonColumn, ...] = ()
    by_school: bool = False
    cells: tuple[PersonCell, ...] = ()

    def only_numbers(self) -> "PersonsFound":
        """Citizen ids and pupils' codes alone."""
        return replace(
            self,
            columns=tuple(each for each in self.columns if each.sort in _NUMBERS),
            cells=tuple(each for each in self.cells if each.sort in _NUMBERS),
        )

    @property
    def is_list_of_persons(self) -> bool:
        """Whether the sheet is a list of pupils or persons and must not be kept."""
        if any(column.sort.proves for column in self.columns):
            return True
        n_body = sum(column.sort is PersonSort.BODY for column in self.columns)
        sorts = {column.sort for column in self.columns}
        if sorts & {PersonSort.BIRTH_DATE, PersonSort.FAMILY} or n_body > 1:
            return len(self.columns) > 1
        named = (
            sorts & {PersonSort.FULL_NAME, PersonSort.SURNAME}
            or {
                PersonSort.TITLE,
                PersonSort.GIVEN_NAME,
            }
            <= sorts
        )
        return bool(named) and not self.by_school
