"""Old binary workbooks written record by record, because no library writes them any more."""

import struct
from collections.abc import Sequence
from functools import cache

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALLEST_STREAM = 4096
Value = str | float


def xls(rows: Sequence[Sequence[Value | None]], name: str = "ข้อมูล") -> bytes:
    """A BIFF8 workbook of one sheet in an OLE file."""
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, str):
                text = value.encode("utf-16-le")
                sheet += _record(0x0204, struct.pack("<HHHHB", r, c, 0, len(text) // 2, 1) + text)
            elif value is not None:
                sheet += _record(0x0203, struct.pack("<HHHd", r, c, 0, value))
    sheet += _record(0x000A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + _record(0x0042, b"\xb0\x04")
    named = name.encode("utf-16-le")
    length = len(start) + 4 + 8 + len(named) + 4
    listed = _record(0x0085, struct.pack("<IBBBB", length, 0, 0, len(name), 1) + named)
    return _ole("Workbook", start + listed + _record(0x000A, b"") + sheet)


@cache
def good_xls() -> bytes:
    """A workbook of a header and 40 rows of figures."""
    header: list[Value] = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "คะแนนเฉลี่ย O-NET ป.6 คณิตศาสตร์"]
    rows: list[list[Value]] = [[f"{10990000 + n}", f"บ้านสมมติ {n}", 20.0, 40.0 + n / 4] for n in range(1, 41)]
    return xls([header, *rows])


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _ole(stream_name: str, stream: bytes) -> bytes:
    stream = stream.ljust(_SMALLEST_STREAM, b"\0")
    n_sectors = -(-len(stream) // _SECTOR)
    stream = stream.ljust(n_sectors * _SECTOR, b"\0")
    # Sector 0 is the allocation table, 1 the directory, the stream follows.
    table = [_TABLE, _END, *range(3, n_sectors + 2), _END]
    if len(table) > _SECTOR // 4:
        raise ValueError("one allocation table holds 128 sectors")
    table += [_FREE] * (_SECTOR // 4 - len(table))
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, _SMALLEST_STREAM, _END, 0, _END, 0
    )
    header += struct.pack("<I", 0) + b"\xff" * (436 - 4)
    directory = _entry("Root Entry", 5, _END, 0, child=1) + _entry(stream_name, 2, 2, len(stream))
    return header + struct.pack("<128I", *table) + directory.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    links = struct.pack("<III", _FREE, _FREE, child)
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBB", len(text), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
