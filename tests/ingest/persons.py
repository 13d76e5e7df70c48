"""Invented persons: names from a generator, numbers right by checksum and given to nobody here."""

from collections.abc import Iterator

_GIVEN = ("ปั้นเรื่อง", "ตัวอย่าง", "จำลอง", "ทดลอง", "สมนาม", "นิทาน", "เรื่องแต่ง")
_SURNAME = ("ใจสมมติ", "แต่งขึ้น", "ไม่มีจริง", "ในนิทาน", "เขียนเล่น")


def citizen_id(number: int) -> str:
    """An invented number that passes the checksum."""
    body = f"8{number:011}"
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(body))
    return f"{body}{(11 - total % 11) % 10}"


def wrong_id(number: int) -> str:
    """A number of 13 digits that fails the checksum."""
    right = citizen_id(number)
    return right[:-1] + str((int(right[-1]) + 1) % 10)


def pupil_code(number: int) -> str:
    return f"G6799{number:09}"


def telephone(number: int) -> str:
    """Of a form that telephones have; the block 000 is given to nobody."""
    return f"0800{number:06}"


def given_name(number: int) -> str:
    return f"{_GIVEN[number % len(_GIVEN)]}{number}"


def surname(number: int) -> str:
    return f"{_SURNAME[number % len(_SURNAME)]}{number}"


def pupils(n_pupils: int, n_schools: int = 40) -> Iterator[tuple[str, str, str, str, str]]:
    """School, grade, room, title and a running number as text, spread evenly."""
    for number in range(n_pupils):
        school = f"บ้านสมมติ {number % n_schools + 1}"
        grade = f"ป.{number // n_schools % 6 + 1}"
        title = "ด.ช." if (number // (n_schools * 6)) % 2 == 0 else "ด.ญ."
        yield school, grade, str(number // (n_schools * 12) % 2 + 1), title, str(number)
