"""Codes that stand for schools where the public copy does not name them."""

import hashlib
import hmac
import secrets

from lib.domain.schools import School
from lib.storage.engine import Store, reading, writing
from lib.storage.settings import load_setting, save_setting

_KEY = "publication_codes"
_LETTERS = "กขคงจฉชซญดตถทนบปผฝพฟมยรลวสหอ"


def school_codes(store: Store, schools: tuple[School, ...]) -> dict[str, str]:
    """A code per school that tells neither its place in any list nor its size, the same in every edition.

    School codes are few enough to try them all, hence the office's own secret in the hash.
    """
    key = _secret(store).encode()
    codes: dict[str, str] = {}
    for school in schools:
        digest = hmac.new(key, school.school_id.encode(), hashlib.sha256).digest()
        turn = 0
        while (code := _code(digest, turn)) in codes.values():
            turn += 1
        codes[school.school_id] = code
    return codes


def _code(digest: bytes, turn: int) -> str:
    number = int.from_bytes(digest[turn : turn + 6])
    letters = ""
    for _ in range(2):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return f"{letters}-{number % 10_000:04}"


def _secret(store: Store) -> str:
    with reading(store) as session:
        value, _ = load_setting(session, _KEY)
    if isinstance(value, str):
        return value
    made = secrets.token_hex(16)
    with writing(store) as session:
        save_setting(session, _KEY, made, seen_version=0, by="ระบบ")
    return made
