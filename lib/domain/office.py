"""The office the workbench serves, as its documents and its forms name it."""

import re
from dataclasses import dataclass

from lib.domain.schools import OfficeType

_KIND = re.compile(r"^\s*(?:สำนักงานเขตพื้นที่การศึกษา|สพท\.|สพ(?=[ปม]\.))?(?:ประถมศึกษา|มัธยมศึกษา|[ปม]\.)?\s*")
_DISTRICT = re.compile(r"\s*เขต\s*[0-9๐-๙]+\s*$")


@dataclass(frozen=True, slots=True)
class Office:
    """One area office.

    Attributes:
        name: full official name, with the province and, where there is one, เขต and its number.
        short_name: as in running text, such as สพป. … เขต 1.
        district_no: the number after เขต as text; empty for an office without one.
        is_sample: the fictional office of the sample data; its documents say so.
        thai_digits: whether documents are written with Thai digits.
        size_scheme: id of the school-size scheme in use.
    """

    name: str
    short_name: str
    office_type: OfficeType
    district_no: str = ""
    is_sample: bool = False
    thai_digits: bool = True
    size_scheme: str = ""

    @property
    def area_name(self) -> str:
        """What is left of the name without the kind of office and without เขต: the province or provinces."""
        return _DISTRICT.sub("", _KIND.sub("", self.name)).strip()
