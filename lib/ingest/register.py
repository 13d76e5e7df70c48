"""A school register as offices keep it: one row per school, up to three codes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lib.domain.columns import CODE_ROLES, Column, Role
from lib.domain.datasets import RowCounts
from lib.domain.issues import Issue, Severity
from lib.domain.schools import School
from lib.domain.sheets import Workbook, address
from lib.ingest.cells import cell_text, value_at
from lib.ingest.tables import Table, find_tables
from lib.thai.codes import tidy_code
from lib.thai.numerals import parse_number
from lib.thai.school_names import tidy_school_name
from lib.thai.text import fold_key

_LENGTHS = {Role.SMIS_CODE: 8, Role.OBEC_CODE: 6, Role.MOE_CODE: 10}
_FIELDS = {
    Role.SMIS_CODE: "smis_code",
    Role.OBEC_CODE: "obec_code",
    Role.MOE_CODE: "moe_code",
    Role.CLUSTER: "cluster",
    Role.DISTRICT: "district",
    Role.LEVEL: "level",
    Role.AREA_CODE: "area_code",
}
_EARLY_WORDS = ("อนุบาล", "ปฐมวัย", "ก่อนประถม")


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """A register file read.

    Attributes:
        schools: one per row that was understood.
        fields: School fields that the file speaks about; the others of a known school stay as they are.
    """

    schools: tuple[School, ...]
    fields: frozenset[str]
    rows: RowCounts
    issues: tuple[Issue, ...]


def tidy_register(workbook: Workbook, identity: Mapping[str, Role]) -> RegisterReading:
    """Read every sheet that has a code or name column.

    Args:
        workbook: without anything about single persons.
        identity: folded header → role.
    """
    issues = list(workbook.issues)
    schools: dict[str, School] = {}
    fields: set[str] = set()
    rows = RowCounts()
    for sheet in workbook.sheets:
        if sheet.hidden:
            continue
        for table in find_tables(sheet, lambda text: fold_key(text) in identity):
            columns = {
                identity[fold_key(header[-1])]: Column(index, header, identity[fold_key(header[-1])])
                for index, header in sorted(table.headers.items(), reverse=True)
                if fold_key(header[-1]) in identity
            }
            if Role.SCHOOL_NAME not in columns or not set(columns) & set(CODE_ROLES):
                continue
            fields |= _spoken_of(columns)
            rows += _read_rows(table, columns, schools, issues)
    if not rows.read:
        issues.append(
            Issue(
                Severity.ERROR,
                "S12",
                "ไม่พบตารางที่มีทั้งคอลัมน์รหัสโรงเรียนและชื่อโรงเรียน ยังไม่มีข้อมูลใดถูกบันทึก",
                "เติมหัวคอลัมน์ “รหัสโรงเรียน” และ “ชื่อโรงเรียน” แล้วนำเข้าใหม่",
            )
        )
    return RegisterReading(tuple(schools.values()), frozenset(fields), rows, tuple(issues))


def _spoken_of(columns: Mapping[Role, Column]) -> set[str]:
    fields = {"name", *(_FIELDS[role] for role in columns if role in _FIELDS)}
    if Role.PUPILS in columns:
        fields.add("pupils")
    if Role.LEVEL in columns:
        fields |= {"offers_early_childhood", "offers_basic"}
    return fields


def _read_rows(
    table: Table, columns: Mapping[Role, Column], schools: dict[str, School], issues: list[Issue]
) -> RowCounts:
    loaded = rejected = ignored = 0
    for row in table.data_rows:
        texts = {
            role: cell_text(value_at(table.sheet, row, column.index)) for role, column in columns.items()
        }
        codes = {role: tidy_code(texts.get(role, "")) for role in CODE_ROLES}
        if not any(codes.values()) or any(code.endswith("0000") for code in codes.values()):
            ignored += 1  # totals, notes and the area office's own line
            continue
        school = _school(texts, codes)
        if school is None:
            issues.append(
                _issue(table, row, columns, "S24", "รหัสไม่ใช่ 6, 8 หรือ 10 หลัก หรือไม่มีชื่อโรงเรียน", texts)
            )
            rejected += 1
        elif schools.get(school.school_id, school) != school:
            issues.append(_issue(table, row, columns, "S13", "รหัสซ้ำกับโรงเรียนอื่นในไฟล์เดียวกัน", texts))
            rejected += 1
        elif school.school_id in schools:
            ignored += 1
        else:
            schools[school.school_id] = school
            loaded += 1
    return RowCounts(len(table.data_rows), loaded, rejected, ignored)


def _school(texts: Mapping[Role, str], codes: Mapping[Role, str]) -> School | None:
    by_length = {len(code): code for code in codes.values() if code}
    for role, length in _LENGTHS.items():
        if len(codes[role]) == length:
            by_length[length] = codes[role]
    key = by_length.get(8) or by_length.get(10) or by_length.get(6)
    name = tidy_school_name(texts.get(Role.SCHOOL_NAME, ""))
    if key is None or not name:
        return None
    level = texts.get(Role.LEVEL, "")
    pupils = parse_number(texts.get(Role.PUPILS, "")).value
    school = School(
        key,
        name,
        smis_code=by_length.get(8, ""),
        obec_code=by_length.get(6, ""),
        moe_code=by_length.get(10, ""),
        cluster=_blank(texts.get(Role.CLUSTER, "")),
        district=_blank(texts.get(Role.DISTRICT, "")),
        level=level,
        area_code=texts.get(Role.AREA_CODE, ""),
        pupils=int(pupils) if pupils is not None and pupils >= 0 else None,
    )
    if level:
        school = replace(school, offers_early_childhood=any(word in level for word in _EARLY_WORDS))
    return school


def _blank(text: str) -> str:
    return "" if parse_number(text).missing else text


def _issue(
    table: Table, row: int, columns: Mapping[Role, Column], code: str, what: str, texts: Mapping[Role, str]
) -> Issue:
    column = next(columns[role].index for role in CODE_ROLES if role in columns)
    shown = " ".join(texts[role] for role in (*CODE_ROLES, Role.SCHOOL_NAME) if texts.get(role))
    return Issue(
        Severity.ERROR,
        code,
        f"แถว {row + 1} “{shown}” {what} จึงไม่นำเข้าแถวนี้",
        "แก้รหัสหรือชื่อในไฟล์ แล้วนำเข้าใหม่",
        sheet=table.sheet.name,
        cell=address(row, column),
        value=shown,
    )


def merge_entry(known: School, entry: School, fields: frozenset[str]) -> School:
    """A known school with the fields its new entry speaks about; a blank never erases a code."""
    values = {
        name: value
        for name in fields
        if (value := getattr(entry, name)) not in ("", None) or name in ("cluster", "district")
    }
    return replace(known, **values)
