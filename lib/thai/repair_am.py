"""The letter ำ, which fonts and programs break in many ways, put together again."""

import re

from lib.thai.dictionary import restore_am, unknown_letters

_CONSONANT = "[\u0e01-\u0e2e]"
_TONE = "[\u0e48-\u0e4b]"
_SPLIT = re.compile(f"\u0e4d({_TONE}?)[\u0e32\u0e33]|({_TONE})\u0e4d[\u0e32\u0e33]")
_SPACED = re.compile(f"({_CONSONANT})[ \u00a0]+(?:({_TONE}?)\u0e32|({_TONE})\u0e33)")
_SPACED_TWICE = re.compile(f"({_CONSONANT}{_TONE}?)[ \u00a0]+\u0e33")
# A replacement character, or a Latin letter with a grave or acute accent, where the ring was.
_FOREIGN = re.compile(f"({_CONSONANT})\\s*[\ufffd\u00cc\u00cd\u00e0]\\s*({_TONE}?)[\u0e32\u0e33]")
_AFTER_TONE = re.compile(f"({_CONSONANT}{_TONE})\\s*[\ufffd\u00cc\u00cd\u00e0]\\s*[\u0e32\u0e33]")
_THAI_RUN = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]+")

#: Common words with ำ whose spelling with า stands in no Thai sentence, however words meet.
_AM_WORDS = """
สำนัก สำหรับ สำคัญ สำเร็จ สำรวจ ดำเนิน ดำรง จำนวน จำเป็น จำแนก จำกัด จำหน่าย กำหนด
กำลัง กำไร ชำนาญ บำรุง บำเพ็ญ บำบัด คำสั่ง คำนำ คำตอบ คำนวณ คำแนะนำ
คำอธิบาย ตำแหน่ง ตำบล อำเภอ อำนวย อำนาจ ลำดับ
""".split()  # noqa: SIM905
_LOST = {word.replace("\u0e33", "\u0e32"): word for word in _AM_WORDS}
_LOST_FORM = re.compile("|".join(sorted(_LOST, key=len, reverse=True)))
_LONG_ENOUGH = 200
_MOSTLY = 0.8


def join_split(text: str) -> tuple[str, int]:
    """``ํ`` and ``า`` beside one another are ``ำ``, whichever side a tone stands on."""
    return _SPLIT.subn(lambda found: (found[1] or found[2] or "") + "\u0e33", text)


def join_foreign(text: str) -> tuple[str, int]:
    """``ส Ì านัก`` and ``ค�ำนวณ``: a foreign character stands for the ring."""
    text, first = _FOREIGN.subn("\\1\\2\u0e33", text)
    text, second = _AFTER_TONE.subn("\\1\u0e33", text)
    return text, first + second


def join_spaced(text: str) -> tuple[str, int]:
    """``ด าเนิน``: no Thai word begins with า."""
    text, first = _SPACED.subn(lambda found: f"{found[1]}{found[2] or found[3] or ''}\u0e33", text)
    text, second = _SPACED_TWICE.subn("\\1\u0e33", text)
    return text, first + second


def restore_every_aa(text: str) -> tuple[str, int]:
    """``กำรศึกษำ``: where hardly an า is left, ำ stands for both, and the dictionary tells them apart.

    Word leaves a space before the ำ that was one; then nothing has to be guessed.
    """
    n_am, n_aa = text.count("\u0e33"), text.count("\u0e32")
    if not n_am or n_am / (n_am + n_aa) <= _MOSTLY:
        return text, 0
    spaced = _SPACED_TWICE.search(text) is not None
    mended = _from_spaces(text) if spaced else _by_words(text)
    if _unknown(mended) >= _unknown(_SPACED_TWICE.sub("\\1\u0e33", text)):
        return text, 0
    return mended, n_am - mended.count("\u0e33")


def restore_lost(text: str) -> tuple[str, int]:
    """``สานักงาน``: a text without any ำ, in which words stand that are spelt with one.

    In a long text every word is looked up; in a short one only what cannot be meant otherwise is mended.
    """
    if "\u0e33" in text:
        return text, 0
    suspects = set(_LOST_FORM.findall(text))
    if len(text) >= _LONG_ENOUGH and len(suspects) > 1:
        mended = _by_words(text)
    else:
        mended = _LOST_FORM.sub(lambda found: _LOST[found.group()], text)
    return mended, mended.count("\u0e33")


def _from_spaces(text: str) -> str:
    kept = _SPACED_TWICE.sub("\\1\u0e4d\u0e32", text)
    return kept.replace("\u0e33", "\u0e32").replace("\u0e4d\u0e32", "\u0e33")


def _by_words(text: str) -> str:
    return _THAI_RUN.sub(lambda found: restore_am(found.group()), text)


def _unknown(text: str) -> int:
    runs = [run for run in _THAI_RUN.findall(text) if "\u0e33" in run or "\u0e32" in run]
    return sum(map(unknown_letters, runs[:40]))
