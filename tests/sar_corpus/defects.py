"""The ways in which Thai text arrives broken, as they stand in files; each takes and gives plain text."""

import random
import re
from collections.abc import Callable

Defect = Callable[[str, random.Random], str]
_UPPER = "ัิีึืุู็"
_TONES = "่้๊๋์"


def _moved(text: str, rng: random.Random) -> str:
    """ข้อมูล → ขอ้ มูล: a mark lands behind the next letter, with a space."""

    def move(match: re.Match[str]) -> str:
        letter, marks, after = match.groups()
        return match[0] if rng.random() < 0.6 else f"{letter}{after}{marks[::-1]} "

    return re.sub(f"([ก-ฮ])([{_UPPER}]?[{_TONES}]|[{_UPPER}])([ก-ฮ])(?![{_UPPER}{_TONES}ำ])", move, text)


def _swapped(text: str, rng: random.Random) -> str:
    return re.sub(f"([{_UPPER}])([{_TONES}])", r"\2\1", text)


def _space_aa(text: str, rng: random.Random) -> str:
    return re.sub(r"([ก-ฮ])([่้๊๋]?)ำ", r"\1 \2า", text)


def _decomposed(text: str, rng: random.Random) -> str:
    return re.sub("([่้๊๋]?)ำ", lambda m: f"ํ{m[1]}า" if rng.random() < 0.5 else f"{m[1]}ํา", text)


def _replaced(text: str, rng: random.Random) -> str:
    return re.sub(r"([ก-ฮ])([่้๊๋]?)ำ", "\\1\\2\ufffdำ" if rng.random() < 0.5 else r"\1 Ì\2า", text)


def _all_am(text: str, rng: random.Random) -> str:
    return text.replace("ำ", " ำ").replace("า", "ำ")


def _private_use(text: str, rng: random.Random) -> str:
    pairs = {"่": "\uf70a", "้": "\uf70b", "์": "\uf70e", "ี": "\uf702", "ิ": "\uf701", "ั": "\uf710"}
    return "".join(pairs[c] if c in pairs and rng.random() < 0.5 else c for c in text)


def _tags(text: str, rng: random.Random) -> str:
    return rng.choice(("<p>{}</p>", "<b>{}</b>", "[bookmark: _GoBack]{}", "{}")).format(text)


def _unseen(text: str, rng: random.Random) -> str:
    return re.sub("([ก-ฮ])([เแโ])", "\\1\u200b\\2", text).replace("แ", "เเ")


def _untouched(text: str, rng: random.Random) -> str:
    return text


def _unmarked(text: str, rng: random.Random) -> str:
    return re.sub(f"[{_UPPER}{_TONES}]", lambda _: rng.choice(("", " ")), text)


def _spaced(text: str, rng: random.Random) -> str:
    return " ".join(text)


def _mojibake(text: str, rng: random.Random) -> str:
    return text.encode("cp874", "replace").decode("latin-1")


def _ocr(text: str, rng: random.Random) -> str:
    return "".join(rng.choice("~1unbιcIl|ตฑ#") if "ก" <= c <= "๛" else c for c in text)


#: Broken by a rule, so that a rule mends it. D17 adds lines instead of changing any.
REPAIRABLE: dict[str, Defect] = {
    "D1": _moved,
    "D2": _swapped,
    "D4": _space_aa,
    "D5": _decomposed,
    "D6": _replaced,
    "D7": _all_am,
    "D17": _untouched,
    "PUA": _private_use,
    "TAGS": _tags,
    "UNSEEN": _unseen,
}
#: Beyond repair: the file must say so and yield nothing.
GARBAGE: dict[str, Defect] = {"D8": _unmarked, "D13": _spaced, "D14": _mojibake, "OCR": _ocr}
BOILERPLATE = (
    "The words you are searching are inside this book. To get more targeted content, please make full-text "
    "search by clicking here.",
    "Discover the best professional documents and content resources in AnyFlip Document Base.",
)
