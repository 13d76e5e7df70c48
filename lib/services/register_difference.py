"""What a register file would change, school by school and field by field."""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.domain.schools import School

_LABELS = {
    "name": "ชื่อ",
    "smis_code": "รหัส SMIS",
    "obec_code": "รหัส OBEC",
    "moe_code": "รหัสกระทรวง",
    "cluster": "กลุ่มโรงเรียน",
    "district": "อำเภอ",
    "level": "ระดับที่เปิดสอน",
    "area_code": "รหัสเขตพื้นที่",
    "offers_early_childhood": "เปิดสอนปฐมวัย",
    "offers_basic": "เปิดสอนขั้นพื้นฐาน",
    "pupils": "จำนวนนักเรียน",
    "active": "เปิดทำการ",
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a school, in words; an empty text stands for nothing known."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SchoolChange:
    """One school of the file beside the register; ``before`` is None for a new one."""

    before: School | None
    after: School

    @property
    def is_new(self) -> bool:
        return self.before is None

    @property
    def is_same(self) -> bool:
        return self.before == self.after

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """Fields of a known school that would change."""
        if self.before is None:
            return ()
        pairs = (
            (label, getattr(self.before, name), getattr(self.after, name)) for name, label in _LABELS.items()
        )
        return tuple(FieldChange(label, _words(old), _words(new)) for label, old, new in pairs if old != new)


def compare_register(
    entries: Iterable[School], known: Iterable[School]
) -> tuple[tuple[SchoolChange, ...], tuple[School, ...]]:
    """Every school of a file beside the register, and the open schools that the file does not name."""
    entries = tuple(entries)
    by_id = {school.school_id: school for school in known}
    named = {entry.school_id for entry in entries}
    changes = tuple(SchoolChange(by_id.get(entry.school_id), entry) for entry in entries)
    return changes, tuple(
        school for school in by_id.values() if school.active and school.school_id not in named
    )


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, int):
        return f"{value:,}"
    return "" if value is None else str(value)
