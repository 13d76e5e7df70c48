"""What a column of a workbook means, with the reason, before and after a person has looked at it."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The part a column plays."""

    SCHOOL_CODE = "school_code"
    SMIS_CODE = "smis_code"
    OBEC_CODE = "obec_code"
    MOE_CODE = "moe_code"
    SCHOOL_NAME = "school_name"
    CLUSTER = "cluster"
    DISTRICT = "district"
    LEVEL = "level"
    PUPILS = "pupils"
    AREA_CODE = "area_code"
    AREA_NAME = "area_name"
    ROW_NUMBER = "row_number"
    YEAR = "year"
    TERM = "term"
    REMARK = "remark"
    VALUE = "value"
    N = "n"
    NUMERATOR = "numerator"
    SD = "sd"
    UNKNOWN = "unknown"

    @property
    def identifies(self) -> bool:
        """Whether the column says which school or group a row is about."""
        return self in _IDENTITY


CODE_ROLES = (Role.SCHOOL_CODE, Role.SMIS_CODE, Role.MOE_CODE, Role.OBEC_CODE)
_IDENTITY = frozenset(
    {
        *CODE_ROLES,
        Role.SCHOOL_NAME,
        Role.CLUSTER,
        Role.DISTRICT,
        Role.AREA_CODE,
        Role.AREA_NAME,
        Role.ROW_NUMBER,
    }
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        index: zero-based column of the sheet.
        header: header texts from the top row down, without repeats.
        role: what it was understood as.
        indicators: ids the column speaks for; several only for a shared count of people.
        candidates: ids a person may choose from when nothing was certain.
        year_be: year of a band above the column, None where the sheet's own period holds.
        confidence: 1.0 certain, below that a proposal.
        reason: why, in Thai.
    """

    index: int
    header: tuple[str, ...]
    role: Role
    indicators: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    year_be: int | None = None
    confidence: float = 1.0
    reason: str = ""

    @property
    def title(self) -> str:
        """The header in one line."""
        return " › ".join(self.header)
