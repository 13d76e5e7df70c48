"""Whether the texts around a table speak of an indicator's test and grade."""

import re
from functools import lru_cache

from lib.domain.indicators import Catalogue
from lib.thai.text import fold_key, fold_words

_LATIN = "[a-z]"
# ม.3 is no grade in สพม.30 and none in รวม 3, but it is one in ชั้นม.3.
_NO_THAI_BEFORE = "(?:(?<![ก-๎])|(?<=ชั้น)|(?<=นักเรียน)|(?<=ระดับ))"
# จำนวนนักเรียนพิการ counts some of the pupils, so a title of it is none of the plain head counts.
_ALL_PUPILS = frozenset(map(fold_words, ("จำนวนนักเรียน", "ข้อมูลนักเรียน")))
_NOT_ONLY_SOME = (
    " *(?!พิการ|พิเศษ|ยากจน|ด้อยโอกาส|ออกกลางคัน|ตกหล่น|ที่|ผู้|ซึ่ง|เข้าสอบ|ติด|อ่าน|เขียน|ขาด|พัก|ป่วย|เสี่ยง|จบ|สำเร็จ|ศึกษาต่อ|"
    "ต่างด้าว|ไร้สัญชาติ|ไม่|ได้|มี|บกพร่อง|ทุพ|น้ำหนัก|กลุ่มเสี่ยง|กลุ่มเป้าหมาย|เรียนรวม|ld)"
)
_GRADE = re.compile(r"[ก-ฮ]{1,2} ?\d+")


class ContextWords:
    """The context phrases of every indicator, looked for word by word.

    Args:
        catalogue: indicators with their contexts.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._phrases = {
            indicator.id: tuple(tuple(phrase.split("&")) for phrase in indicator.context)
            for indicator in catalogue.indicators
        }
        phrases = [phrase for each in self._phrases.values() for phrase in each]
        words = {fold_key(word) for phrase in phrases for word in phrase}
        tests = sorted(filter(str.isalpha, filter(str.isascii, words)), key=len, reverse=True)
        # A file name such as onetp6.csv writes test and grade in one.
        self._glued = re.compile(rf"(?<!{_LATIN})({'|'.join(tests) or '(?!)'})(?={_LATIN}\d)")
        self._remembered: dict[tuple[tuple[tuple[str, ...], ...], tuple[str, ...]], bool] = {}

    def needed(self, indicator_id: str) -> bool:
        """Whether the indicator's plain headers count only in a context."""
        return bool(self._phrases[indicator_id])

    def fits(self, indicator_id: str, around: tuple[str, ...]) -> bool:
        """One phrase whose every word stands somewhere in the texts around; true where none is needed."""
        phrases = self._phrases[indicator_id]
        key = (phrases, around)
        if key not in self._remembered:
            texts = [self._glued.sub(r"\1 ", fold_words(text)) for text in around]
            self._remembered[key] = not phrases or any(
                all(any(_pattern(word).search(text) for text in texts) for word in phrase)
                for phrase in phrases
            )
        return self._remembered[key]


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    """A word with its edges: Latin outside letters, numbers outside digits, grades outside Thai words."""
    text = fold_words(word)
    inner = "".join(_escaped(text, place) for place in range(len(text)))
    before = after = ""
    if _GRADE.fullmatch(text):
        before = _NO_THAI_BEFORE
    elif text[:1].isascii():
        before = r"(?<!\d)" if text[:1].isdigit() else f"(?<!{_LATIN})"
    if text[-1:].isascii():
        after = r"(?!\d)" if text[-1:].isdigit() else f"(?!{_LATIN})"
    if text in _ALL_PUPILS:
        after = _NOT_ONLY_SOME
    return re.compile(before + inner + after)


def _escaped(text: str, place: int) -> str:
    """A letter, and after it the room that people leave or do not leave; a Latin word is never torn."""
    letter, following = text[place], text[place + 1 : place + 2]
    if letter == " ":
        return ""
    both_latin = letter.isascii() and following.isascii() and following != " "
    one_word = not following or (both_latin and letter.isalpha() is following.isalpha())
    return re.escape(letter) + ("" if one_word else " *")
