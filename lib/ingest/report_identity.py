"""Which school and which academic year a report says it is about; the file name is only compared."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lib.domain.issues import Issue, Severity
from lib.ingest.report_lines import Line
from lib.thai.numerals import to_arabic_digits
from lib.thai.school_names import tidy_school_name
from lib.thai.text import clean_text

FindSchool = Callable[[str, str], str | None]

_CODE = re.compile(
    r"(?:รหัส(?:สถานศึกษา|โรงเรียน)?|smis|percode|obec)[^\d\n]{0,40}?(?<!\d)(\d{10}|\d{8}|\d{6})(?!\d)",
    re.IGNORECASE,
)
_LONE_CODE = re.compile(r"(?<!\d)(10\d{8}|\d{8})(?!\d)")
_NAME = re.compile(
    r"(?:โรงเรียน|ร\.\s?ร\.|รร\.)\s*:?\s*(?:โรงเรียน)?([^\s(:,][^\n:,]{1,80})"
    r"|(?:ชื่อสถานศึกษา\s*[:：]?|สถานศึกษา\s*[:：])\s*(?:โรงเรียน)?\s*([^\n:,]{3,80})"
)
_CENTRE = re.compile(
    r"(?<!ขั้นพื้นฐาน)(?<!ขั้นพื้นฐาน )(ศูนย์การศึกษาพิเศษ\s*(?:ประจำจังหวัด|ส่วนกลาง|เขตการศึกษา)[^\n:,()|]{0,60})"
)
_CENTRE_ENDS = re.compile(r"(?:\s*(?:สังกัด|สำนัก|ปีการศึกษา|ประจำปี|ตั้งอยู่|รหัส)|\s+(?:ตำบล|อำเภอ|จังหวัด)|\s{2,}).*")
_NAME_ENDS = re.compile(
    r"(?:\s*(?:สังกัด|สำนักงาน|สพป|สพม|ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.|ปีการศึกษา|ประจำปี|ตั้งอยู่|ที่อยู่|เลขที่|รหัส|โทรศัพท์|เขตพื้นที่|\|)"
    r"|\s+(?:ได้|มี|เป็น|จัดทำ|ขอ|จึง|เปิดสอน|ระดับ|และ|ในปี|กลุ่ม|หมู่|โทร|จำนวน|ขนาด)|\s{2,}|\s*[.…]{3,}).*"
)
_NOT_A_NAME = re.compile(
    r"^(?:ที่|และ|ใน|ได้|มี|ของ|เป็น|ต้อง|จะ|ทุก|เรา|เพื่อ|ให้|นี้|ขนาด|คุณภาพ|ดัง|ต่อ|ควร|สามารถ|กำหนด|จัด|ประชา(?=ชน)|แห่ง|กับ|โดย|ตาม|ประจำ|ยังไม่|เรื่อง|คุณธรรม)"
)
_YEAR = re.compile(r"ปีการศึกษา\s*(?:พ\.\s?ศ\.)?\s*[:：]?\s*(2[45]\d\d|20\d\d)(?!\d)")
_YEAR_HEAD = re.compile(r"(?:ประจำ)?ปี(?:การศึกษา)?(?:\s*พ\.ศ\.)?")
_YEAR_ALONE = re.compile(r"(2[45]\d\d|20\d\d)")
_FILE_YEAR = re.compile(r"(?<!\d)(25[4-9]\d)(?!\d)")
_COVER_LINES = 40
_STRAY_YEARS = 3


@dataclass(frozen=True, slots=True)
class SchoolWritten:
    """The school of a report: the key if certain, and its code and name as written."""

    school_id: str | None
    text: str
    issues: tuple[Issue, ...] = ()


def find_report_school(lines: Iterable[Line], find_school: FindSchool) -> SchoolWritten:
    """The school that code or name points to; two that disagree are left to a person.

    Args:
        find_school: code and name as written, either may be empty → school_id or None.
    """
    texts = [to_arabic_digits(line.text) for line in lines]
    codes = _codes(texts)
    names = _names(texts)
    code, name = (codes or [""])[0], (names or [""])[0]
    text = clean_text(f"{code} {name}")
    if not text:
        return SchoolWritten(None, "", (_no_school("ไม่พบรหัสหรือชื่อโรงเรียนในรายงาน"),))
    both = find_school(code, name)
    if both is not None:
        return SchoolWritten(both, text)
    by_code = {found for c in codes if (found := find_school(c, "")) is not None}
    by_name = {found for n in names if (found := find_school("", n)) is not None}
    certain = by_code & by_name or (
        by_code if not names else by_name if len(by_name) == 1 and not by_code else set()
    )
    if len(certain) == 1:
        return SchoolWritten(next(iter(certain)), text)
    if by_code and by_name:
        return SchoolWritten(None, text, (_no_school(f"รหัสกับชื่อโรงเรียนในรายงานชี้ไปคนละแห่ง: {text}"),))
    return SchoolWritten(None, text, (_no_school(f"ไม่พบโรงเรียนนี้ในทะเบียนโรงเรียน: {text}"),))


def find_report_year(lines: Sequence[Line], file_name: str) -> tuple[int | None, tuple[Issue, ...]]:
    """The academic year the text gives, Buddhist Era, and what contradicts it."""
    cover: list[int] = []
    body: list[int] = []
    for number, line in enumerate(lines):
        years = [_to_be(int(year)) for year in _YEAR.findall(_year_text(line))]
        (cover if number < _COVER_LINES else body).extend(years)
    if not cover and not body:
        body = _years_in_a_column(lines)
    named = {int(year) for year in _FILE_YEAR.findall(to_arabic_digits(file_name))}
    counts = Counter(cover) or Counter(body)
    if not counts:
        hint = f" (ชื่อไฟล์มี {', '.join(map(str, sorted(named)))})" if named else ""
        return None, (
            Issue(Severity.QUESTION, "D13", f"ไม่พบปีการศึกษาในเนื้อหารายงาน{hint}", "กรอกปีการศึกษาก่อนบันทึก"),
        )
    year = next(y for y in (cover or body) if counts[y] == max(counts.values()))
    issues = []
    if named and year not in named:
        issues.append(
            Issue(
                Severity.WARNING,
                "D14",
                f"ชื่อไฟล์มีปี {', '.join(map(str, sorted(named)))} แต่เนื้อหาเป็นปีการศึกษา {year} ใช้ปีตามเนื้อหา",
                "ตรวจว่าแนบไฟล์ถูกปี",
            )
        )
    others = Counter(body)
    if others and others[year] == 0 and max(others.values()) >= _STRAY_YEARS:
        stray = others.most_common(1)[0][0]
        issues.append(
            Issue(
                Severity.QUESTION,
                "D14",
                f"หน้าแรกเป็นปีการศึกษา {year} แต่เนื้อหาส่วนใหญ่กล่าวถึงปีการศึกษา {stray}",
                "ตรวจว่าเป็นรายงานของปีใดก่อนบันทึก",
            )
        )
    return year, tuple(issues)


def _years_in_a_column(lines: Sequence[Line]) -> list[int]:
    """Years beneath the head ปีการศึกษา of a table."""
    column, table, years = -1, 0, []
    for line in lines:
        heads = [n for n, cell in enumerate(line.cells) if _YEAR_HEAD.fullmatch(cell)]
        if line.table and heads:
            column, table = heads[0], line.table
        elif line.table == table and 0 <= column < len(line.cells):
            found = _YEAR_ALONE.fullmatch(to_arabic_digits(line.cells[column]))
            years += [_to_be(int(found[1]))] if found is not None else []
    return years


def _year_text(line: Line) -> str:
    """A row keeps its cells apart but lets a label meet the value beside it."""
    return to_arabic_digits(line.text.replace("\n", " "))


def _to_be(year: int) -> int:
    return year + 543 if year < 2200 else year


def _codes(texts: list[str]) -> list[str]:
    labelled = [code for text in texts for code in _CODE.findall(text)]
    lone = [code for text in texts[:_COVER_LINES] for code in _LONE_CODE.findall(text)]
    return list(dict.fromkeys(labelled or lone))


def _names(texts: list[str]) -> list[str]:
    """Candidates in the order of the cover, the oftener written first among equals."""
    found = []
    for text in texts[: _COVER_LINES * 2]:
        found += [_CENTRE_ENDS.sub("", match[1], count=1).strip() for match in _CENTRE.finditer(text)]
        for match in _NAME.finditer(text):
            name = tidy_school_name(_NAME_ENDS.sub("", match[1] or match[2] or "", count=1)).strip(" .:-")
            if len(name) >= 3 and not _NOT_A_NAME.match(name):
                found.append(name)
    return list(dict.fromkeys(found))[:8]


def _no_school(message: str) -> Issue:
    return Issue(Severity.QUESTION, "D12", message, "เลือกโรงเรียนจากทะเบียนก่อนบันทึก")
