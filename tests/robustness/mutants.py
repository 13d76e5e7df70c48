"""Good files of every kind, and their damaged copies: always the same ones for one kind and number."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from functools import cache

import openpyxl

from lib.ingest.file_kind import FileKind
from tests.builders import CODE, MATH, MATH_N, NAME, TITLE
from tests.ingest.bad_files import docx, make_zip, ods
from tests.ingest.report_builders import both_levels_in_one_book
from tests.ingest.xlsb_builder import xlsb
from tests.robustness.office import SCHOOLS
from tests.robustness.xls_files import good_xls

_NUMBER = re.compile(rb"\d+")
_ODD_NUMBERS = (
    b"0",
    b"-1",
    b"4294967295",
    b"2147483647",
    b"1048577",
    b"99999999999999999999",
    b"1E309",
    b"x",
)
_ODD_BYTES = (b"\0", b"\xff", b"\x80", b"<", b">", b'"', b"&", b"\n", "ก".encode(), b"]]>", b"<!DOCTYPE x>")
_HEADER = [CODE, NAME, MATH_N, MATH]


def _rows() -> list[list[object]]:
    title: list[object] = [TITLE.format(year_be=2567)]
    figures = [[school.school_id, school.name, 20, 40.25 + n] for n, school in enumerate(SCHOOLS)]
    return [title, list(_HEADER), *figures]


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in _rows():
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet["D3"].number_format = "0.00%"
    sheet["E3"] = "=C3*2"
    hidden = book.create_sheet("ซ่อน")
    hidden.append(["ก", 1])
    hidden.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _csv() -> bytes:
    lines = (
        ",".join(f'"{cell}"' if n % 3 == 0 else str(cell) for n, cell in enumerate(row)) for row in _rows()
    )
    return "\r\n".join(lines).encode("utf-8-sig")


def _html() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in _rows())
    head = "<html><head><meta charset='utf-8'></head>"
    return f"{head}<body><table border=1>{rows}</table></body></html>".encode()


def _ods() -> bytes:
    def cell(value: object) -> str:
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}" '
            f'table:number-columns-repeated="1"><text:p>{value}</text:p></table:table-cell>'
        )

    rows = "".join(
        f'<table:table-row table:number-rows-repeated="1">{"".join(map(cell, row))}</table:table-row>'
        for row in _rows()
    )
    return ods(f'<table:table table:name="ข้อมูล">{rows}</table:table>')


def _docx() -> bytes:
    cell = "<w:tc><w:tcPr><w:gridSpan w:val='1'/></w:tcPr><w:p><w:r><w:t>มาตรฐานที่ 1</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell * 2}</w:tr>"
    return docx("<w:p><w:r><w:t>รายงานการประเมินตนเอง</w:t></w:r></w:p>" * 5 + f"<w:tbl>{row * 5}</w:tbl>")


_GOOD: dict[FileKind, tuple[Callable[[], bytes], ...]] = {
    FileKind.XLSX: (_xlsx,),
    FileKind.XLS: (good_xls,),
    FileKind.XLSB: (lambda: xlsb(("ข้อมูล", _rows())),),
    FileKind.ODS: (_ods,),
    FileKind.CSV: (
        _csv,
        lambda: _csv().decode("utf-8-sig").encode("cp874"),
        lambda: _csv().decode("utf-8-sig").encode("utf-16"),
    ),
    FileKind.HTML: (_html,),
    FileKind.DOCX: (_docx, lambda: both_levels_in_one_book().content),
}
KINDS = tuple(_GOOD)


@cache
def good_files(kind: FileKind) -> tuple[bytes, ...]:
    """The undamaged files of a kind."""
    return tuple(make() for make in _GOOD[kind])


def mutant(kind: FileKind, number: int) -> bytes:
    """One damaged file; zip kinds are damaged outside, or inside one part and packed again."""
    chance = random.Random(f"{kind.value} {number}")
    content = chance.choice(good_files(kind))
    if content.startswith(b"PK") and chance.random() < 0.75:
        return _inside(content, chance)
    return _damaged(content, chance)


def _inside(content: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    for _ in range(chance.choice((1, 1, 2))):
        # Parts with figures are damaged more often than those about the look.
        place = max(chance.randrange(len(parts)) for _ in range(chance.choice((1, 2))))
        name, part = parts[place]
        damage = _reworded if chance.random() < 0.5 and part.lstrip().startswith(b"<") else _damaged
        parts[place] = (name, damage(part, chance))
    return make_zip(parts)


def _reworded(part: bytes, chance: random.Random) -> bytes:
    """XML whose numbers and names are odd but whose form mostly holds."""
    numbers = list(_NUMBER.finditer(part))
    for found in sorted(
        chance.sample(numbers, min(len(numbers), chance.randint(1, 4))), key=lambda one: -one.start()
    ):
        part = part[: found.start()] + chance.choice(_ODD_NUMBERS) + part[found.end() :]
    return part


def _damaged(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not changed:
            break
        at, n = chance.randrange(len(changed)), chance.choice((1, 2, 4, 16, 200))
        way = chance.randrange(7)
        if way == 0:
            changed[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            changed[at : at + n] = chance.randbytes(n)
        elif way == 2:
            del changed[at : at + n]
        elif way == 3:
            changed[at:at] = chance.choice(_ODD_BYTES) * chance.choice((1, 3, 50))
        elif way == 4:
            changed[at:at] = changed[at : at + n] * chance.choice((1, 20))
        elif way == 5:
            changed[at : at + n] = bytes(n)
        else:
            del changed[at:]
    return bytes(changed)
