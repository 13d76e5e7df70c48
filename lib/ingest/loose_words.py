"""A header freed of the ways in which offices say per cent, head count and mean."""

import re
from enum import StrEnum
from functools import lru_cache

from lib.thai.text import clean_text, fold_key


class Says(StrEnum):
    """What a header's wording says its column holds, beside what it is about."""

    PER_CENT = "per cent"
    COUNT = "count"
    MEAN = "mean"
    NOTHING = ""


_LEAST_LETTERS = 4
_PER_CENT = re.compile("คิดเป็นร้อยละ|ร้อยละ|เปอร์เซ็นต์|%")
_COUNT = re.compile(
    r"[(\[]\s*(?:คน|ราย|แห่ง|รายการ|เรื่อง|หลัง|โครงการ|ตำแหน่ง|ครั้ง|บาท|รอบ|ร\.?ร\.?|โรงเรียน)\s*[)\]]\s*$"
)
_HOW_MANY = re.compile(r"จำนวน|(?<![ก-๎])จน\.")
_MEAN = re.compile("(?:คะแนน|ค่า)?เฉลี่ย|x̄|(?<![a-z])mean(?![a-z])")
# Words that join the parts of a header and may be left out without another meaning.
_JOINTS = re.compile("ของ|ที่|ซึ่ง|การ|แล้ว|จำนวน|และ")
_SHORT_PUPILS = re.compile(r"(?<![ก-๎])(?:น\.ร\.|นร\.?)(?![ก-๎])")
_PUPILS = re.compile("^(?:เด็ก)?(?:นักเรียน|ผู้เรียน)")


@lru_cache(maxsize=65536)
def loose_words(text: str) -> tuple[Says, str]:
    """What the wording says and the words left, folded; no words where too few are left to tell anything.

    Subjects with the mark of abbreviation lose it: คณิตฯ is คณิต.
    """
    text = _SHORT_PUPILS.sub("นักเรียน", clean_text(text).replace("ฯ", "").casefold())
    says = Says.NOTHING
    if _PER_CENT.search(text):
        says, text = Says.PER_CENT, _PER_CENT.sub("", text)
    elif _COUNT.search(text):
        says, text = Says.COUNT, _COUNT.sub("", text)
    elif _HOW_MANY.search(text):
        says = Says.COUNT
    elif _MEAN.search(text):
        says, text = Says.MEAN, _MEAN.sub("", text)
    words = _JOINTS.sub("", fold_key(text))
    freed = _PUPILS.sub("", words)
    words = freed if len(freed) >= _LEAST_LETTERS else words
    return says, words if len(words) >= _LEAST_LETTERS else ""
