"""What must be said about the columns of a table: unknown headers, doubled ones, borrowed head counts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lib.domain.columns import Column, Role
from lib.domain.indicators import Indicator
from lib.domain.issues import Issue, IssueCell, Severity
from lib.domain.sheets import address
from lib.ingest.count_columns import Figure
from lib.thai.text import fold_key

_NAMED_CANDIDATES = 3
_LEVELS = frozenset(
    fold_key(level)
    for level in ("ดีเยี่ยม", "ดีมาก", "ดี", "พอใช้", "ผ่าน", "ปรับปรุง", "ต้องปรับปรุง", "ควรปรับปรุง", "ไม่ผ่าน")
)


def column_issues(
    columns: tuple[Column, ...],
    figures: tuple[Figure, ...],
    by_id: Mapping[str, Indicator],
    sheet: str,
    header_rows: tuple[int, ...],
) -> Iterator[Issue]:
    """Issues at the header cells; ``header_rows`` zero-based."""
    row = header_rows[-1]
    for column in columns:
        if column.role is Role.UNKNOWN:
            yield _unknown(column, by_id, sheet, row)
    doubled: dict[tuple[str, int | None], list[Column]] = defaultdict(list)
    for column in columns:
        if column.role is Role.VALUE:
            doubled[(column.indicators[0], column.year_be)].append(column)
    for same in doubled.values():
        if len(same) > 1:
            cells = ", ".join(address(row, column.index) for column in same)
            yield Issue(
                Severity.QUESTION,
                "S08",
                f"คอลัมน์ “{same[0].title}” มี {len(same)} คอลัมน์ ({cells}) นำเข้าเฉพาะคอลัมน์ซ้ายสุด",
                "เลือกคอลัมน์ที่ถูกต้อง หรือลบคอลัมน์ที่ไม่ใช้",
                sheet=sheet,
                cell=", ".join(address(row, column.index) for column in same[1:]),
                value=same[0].title,
            )
    borrowed = [figure for figure in figures if figure.n_is_pupils]
    if borrowed:
        yield Issue(
            Severity.WARNING,
            "S20",
            f"ไม่มีคอลัมน์จำนวนผู้ถูกวัด จึงใช้จำนวนนักเรียนแทนใน {len(borrowed)} ตัวชี้วัด",
            "ถ้าจำนวนผู้เข้าสอบหรือผู้ถูกวัดต่างจากจำนวนนักเรียน ให้เติมคอลัมน์ของตัวชี้วัดนั้น",
            sheet=sheet,
            cell=address(row, borrowed[0].n or 0),
        )


def _unknown(column: Column, by_id: Mapping[str, Indicator], sheet: str, row: int) -> Issue:
    place: IssueCell = {"sheet": sheet, "cell": address(row, column.index), "value": column.title}
    if column.candidates:
        names = " / ".join(by_id[each].short_name for each in column.candidates[:_NAMED_CANDIDATES])
        return Issue(
            Severity.QUESTION,
            "S21",
            f"ยังไม่แน่ใจว่าคอลัมน์ “{column.title}” คือตัวชี้วัดใด จึงยังไม่นำเข้าคอลัมน์นี้",
            f"เลือกตัวชี้วัดให้คอลัมน์นี้ เช่น {names}",
            **place,
        )
    if fold_key(column.header[-1]) in _LEVELS:
        return Issue(
            Severity.WARNING,
            "S22",
            f"คอลัมน์ “{column.title}” เป็นจำนวนตามระดับคุณภาพ ซึ่งไม่ได้นำเข้าแยกระดับ",
            "เติมคอลัมน์ “ระดับดีขึ้นไป” เป็นจำนวนหรือร้อยละรวมของระดับดีและดีมาก แล้วนำเข้าใหม่",
            **place,
        )
    return Issue(
        Severity.WARNING,
        "S22",
        f"ไม่รู้จักหัวคอลัมน์ “{column.title}” จึงไม่นำเข้าคอลัมน์นี้",
        "เลือกตัวชี้วัดให้คอลัมน์นี้ หรือปล่อยไว้ถ้าไม่ใช้",
        **place,
    )
