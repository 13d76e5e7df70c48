"""Faults of the database and the disk in words for staff; nothing of the broken action was stored."""

import errno
import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, OperationalError

from lib.errors import WorkbenchError

_LOG = logging.getLogger("ktpn")
_BUSY = ("ระบบกำลังบันทึกงานอื่น ยังไม่ได้บันทึกของท่าน", "รอสักครู่แล้วลองอีกครั้ง")
_FULL = ("พื้นที่ดิสก์เต็ม จึงไม่ได้บันทึก ข้อมูลเดิมไม่เสียหาย", "ลบไฟล์ที่ไม่ใช้ออกจากดิสก์ แล้วลองอีกครั้ง หรือแจ้งผู้ดูแลพร้อมรหัส {id}")
_CLOSED = ("เปิดหรือเขียนที่เก็บข้อมูลไม่ได้ จึงไม่ได้บันทึก ข้อมูลเดิมไม่เปลี่ยนแปลง", "ตรวจสิทธิ์ของโฟลเดอร์ หรือเลือกที่เก็บอื่น")
_BROKEN = ("ไฟล์ฐานข้อมูลเสียหายหรือไม่ใช่ฐานข้อมูลของโปรแกรม จึงยังไม่ได้เปิด", "เลือกไฟล์อื่น หรือกู้จากชุดสำรองล่าสุด")
_SERVER = ("ติดต่อเครื่องแม่ข่ายฐานข้อมูลไม่ได้ จึงไม่ได้บันทึก", "ตรวจที่อยู่ ชื่อผู้ใช้ และเครือข่าย แล้วลองอีกครั้ง")
#: Words of the two databases, in the order in which they are looked for.
_SIGNS = (
    (("is locked", "lock timeout", "deadlock"), _BUSY),
    (("is full", "no space left"), _FULL),
    (("readonly", "read-only", "unable to open", "permission denied"), _CLOSED),
    (("not a database", "malformed"), _BROKEN),
    (("connection", "server closed", "could not translate", "authentication", "does not exist"), _SERVER),
)


@contextmanager
def plain_words() -> Iterator[None]:
    """Turn faults that staff can act on into a WorkbenchError; faults of the program pass through.

    Raises:
        WorkbenchError: busy, full, closed, broken, or out of reach; the technical detail is its cause.
    """
    try:
        yield
    except DatabaseError as error:
        if type(error) not in (OperationalError, DatabaseError):
            raise  # a rule of a table or a fault of the program
        detail = str(error.orig).casefold()
        words = next((words for signs, words in _SIGNS if any(sign in detail for sign in signs)), None)
        if words is None:
            raise
        raise _in_words(words, error) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _in_words(_FULL, error) from error
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise _in_words(_CLOSED, error) from error
        raise


def _in_words(words: tuple[str, str], error: Exception) -> WorkbenchError:
    """The fault with its code; a full disk has an id that the log has too."""
    message, hint = words
    if words is _FULL:
        fault_id = uuid.uuid4().hex[:8]
        _LOG.error("disk full %s: %s", fault_id, type(error).__name__)
        hint = hint.format(id=fault_id)
    return WorkbenchError(message, hint, code={_BUSY: "K03", _FULL: "K05"}.get(words, ""))
