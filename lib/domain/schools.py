"""The school register: three codes, one key, a size class that depends on the kind of office."""

from dataclasses import dataclass
from enum import StrEnum


class OfficeType(StrEnum):
    """Primary (สพป.) or secondary (สพม.) area office; decides the size scheme."""

    PRIMARY = "esao_primary"
    SECONDARY = "esao_secondary"


@dataclass(frozen=True, slots=True)
class School:
    """One school of the register.

    Attributes:
        school_id: our key; the SMIS code where there is one, else the first code known.
        name: as the register writes it, without the word โรงเรียน.
        smis_code / obec_code / moe_code: 8, 6 and 10 digits as text, empty when unknown.
        cluster / district: กลุ่มโรงเรียน or สหวิทยาเขต, and อำเภอ.
        level: highest level taught, in the office's words (ประถมศึกษา, ขยายโอกาส, มัธยมศึกษา).
        area_code: the office the school belongs to, as the register gives it.
        offers_early_childhood: False only where the register says so.
        pupils: head count of the register, None when unknown.
        active: False once closed or merged.
    """

    school_id: str
    name: str
    smis_code: str = ""
    obec_code: str = ""
    moe_code: str = ""
    cluster: str = ""
    district: str = ""
    level: str = ""
    area_code: str = ""
    offers_early_childhood: bool = True
    offers_basic: bool = True
    pupils: int | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class SizeBand:
    """One class of a size scheme; ``upper`` is inclusive, None for the open top."""

    id: str
    name: str
    lower: int
    upper: int | None


@dataclass(frozen=True, slots=True)
class SizeScheme:
    """A named list of bands for one kind of office."""

    id: str
    name: str
    office_type: OfficeType
    bands: tuple[SizeBand, ...]

    def band_of(self, pupils: int | None) -> SizeBand | None:
        """The band of a head count; None for an unknown count or one outside every band."""
        if pupils is None:
            return None
        for band in self.bands:
            if band.lower <= pupils and (band.upper is None or pupils <= band.upper):
                return band
        return None
