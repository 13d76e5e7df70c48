"""Thai text damaged on its way through PDF and old fonts: repair what a rule can, score what is left."""

import re
import unicodedata

from pythainlp.util import normalize

_CONSONANT = "[\u0e01-\u0e2e]"
_VOWEL_MARK = "[\u0e31\u0e34-\u0e3a\u0e47]"
_TONE = "[\u0e48-\u0e4c]"

_TONE_BEFORE_VOWEL = re.compile(f"({_TONE})({_VOWEL_MARK})")
_SPLIT_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
_SPACED_AM = re.compile(f"({_CONSONANT})[ \u00a0]+([\u0e48-\u0e4b]?)[\u0e32\u0e33]")
# ำ whose ring became a replacement character or a Latin letter with a grave or acute accent.
_FOREIGN_RING = re.compile(
    f"({_CONSONANT})\\s*[\ufffd\u00cc\u00cd\u00e0\uf700-\uf71f]\\s*([\u0e48-\u0e4b]?)[\u0e32\u0e33]"
)

#: Common words with ำ whose spelling with า is no Thai word, so that both false forms can be read back.
_AM_WORDS = """
สำนัก สำหรับ สำคัญ สำเร็จ สำรวจ ดำเนิน ดำรง จำนวน จำเป็น จำแนก จำกัด จำหน่าย ประจำ กำหนด
กำลัง กำไร ชำนาญ บำรุง บำเพ็ญ บำบัด ทำงาน จัดทำ คำสั่ง คำนำ คำตอบ คำนวณ คำแนะนำ แนะนำ
คำอธิบาย ตำแหน่ง ตำบล อำเภอ อำนวย อำนาจ ลำดับ ผู้นำ นำเสนอ
""".split()  # noqa: SIM905
_LOST_RING = {word.replace("\u0e33", "\u0e32"): word for word in _AM_WORDS}
_LOST_RING_FORM = re.compile("|".join(sorted(_LOST_RING, key=len, reverse=True)))
_ENOUGH_AM = 5
_MOSTLY_AM = 0.8

_THAI = re.compile("[\u0e01-\u0e4e]")
_CONSONANTS = re.compile(_CONSONANT)
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_DEFECTS = (
    re.compile(
        '(?:^|[\\s("])[\u0e31-\u0e3a\u0e47-\u0e4e]'
    ),  # a mark or a following vowel without its consonant
    re.compile(f"{_TONE}{_VOWEL_MARK}|{_VOWEL_MARK}{{2}}|{_TONE}{{2}}"),
    re.compile("[\ufffd\ue000-\uf8ff]"),
    re.compile("[\u0e01-\u0e4e][A-Za-z0-9\u00c0-\u024f'\\]]\\s?[\u0e01-\u0e4e]"),  # a mark mapped to ASCII
    re.compile("(?:(?<=\\s)|^)[\u0e01-\u0e2e](?:\\s[\u0e01-\u0e4e]{1,2}){3,}"),  # every character spaced
    re.compile("[\u0e40-\u0e44](?![\u0e01-\u0e2e])"),
    re.compile(f"[\u0e31\u0e37]{_TONE}?\\s"),  # ั and ื never end a word
    re.compile(
        f"{_CONSONANT}\u0e2d[\u0e48\u0e49]\\s|[\u0e40\u0e41]{_CONSONANT}{{2}}(?:{_VOWEL_MARK}{_TONE}?|{_TONE})\\s{_CONSONANT}"
    ),
)
_COST = 12.0  # a page with one defect in twelve letters is unreadable
_USUAL_MARKS = 0.20  # marks per consonant in ordinary Thai prose are 0.3 to 0.5


def repair_text(text: str) -> str:
    """Text with the repairable defects put right; sound text comes back unchanged but for NFC.

    Repairs: tone typed before its vowel, ำ in two characters, ำ with a space or a foreign character in it,
    ำ that lost its ring and า that gained one (both by a list of words). Lines, spaces and digits stay.
    """
    text = unicodedata.normalize("NFC", text)
    text = _TONE_BEFORE_VOWEL.sub(r"\2\1", text)
    text = _FOREIGN_RING.sub("\\1\\2\u0e33", text).replace("\ufffd\u0e33", "\u0e33")
    text = _SPLIT_AM.sub(lambda found: (found[1] or found[2] or "") + "\u0e33", text)
    text = _SPACED_AM.sub("\\1\\2\u0e33", text)
    if _every_aa_is_am(text):
        text = text.replace("\u0e33", "\u0e32")
    text = _LOST_RING_FORM.sub(lambda found: _LOST_RING[found.group()], text)
    return "\n".join(str(normalize(line)) if _needs_order(line) else line for line in text.split("\n"))


def text_quality(text: str) -> float:
    """How sound a Thai text is: 1.0 no visible defect, below 0.6 not to be trusted, 0.0 nothing readable.

    It sees marks without letters, wrong order, foreign characters inside words, spaced-out letters and
    marks that vanished; it cannot see a misspelling.
    """
    letters = len(_THAI.findall(text))
    if letters == 0:
        return 1.0 if re.search(r"[A-Za-z]{3}", text) else 0.0
    defects = sum(len(pattern.findall(text)) for pattern in _DEFECTS)
    quality = 1.0 - min(1.0, _COST * defects / letters)
    consonants = len(_CONSONANTS.findall(text))
    if consonants >= 200:
        quality *= min(1.0, len(_MARKS.findall(text)) / consonants / _USUAL_MARKS)
    return round(max(0.0, quality), 3)


def _every_aa_is_am(text: str) -> bool:
    """A font that prints every า as ำ leaves hardly any า."""
    n_am, n_aa = text.count("\u0e33"), text.count("\u0e32")
    return n_am >= _ENOUGH_AM and n_am / (n_am + n_aa) > _MOSTLY_AM


def _needs_order(line: str) -> bool:
    return bool(re.search(f"{_TONE}{_VOWEL_MARK}|{_TONE}{{2}}|{_VOWEL_MARK}{{2}}|\u0e40\u0e40", line))
