"""The eighteen ways in which the text of Thai PDFs is damaged, done to sound text."""

import random
import re
from collections.abc import Callable

Damage = Callable[[str, random.Random], str]
_UPPER = "ัิีึืุู็"
_TONES = "่้๊๋์"
_ANY = _UPPER + _TONES
_ASCII = {"่": "4", "้": "6", "์": "e", "ี": "K", "็": "X", "ั": "U"}


def _move_marks(text: str, rng: random.Random) -> str:
    def move(found: re.Match[str]) -> str:
        letter, marks, after = found.groups()
        return found[0] if rng.random() < 0.2 else f"{letter}{after}{marks[::-1]} "

    return re.sub(f"([ก-ฮ])([{_ANY}]{{1,2}})([ก-ฮ])(?![{_ANY}ำ])", move, text)


def _swap(text: str, rng: random.Random) -> str:
    return re.sub(f"([{_UPPER}])([{_TONES}])", r"\2\1", text)


def _lose_rings(text: str, rng: random.Random) -> str:
    return text.replace("ำ", "า")


def _space_rings(text: str, rng: random.Random) -> str:
    return re.sub(r"([ก-ฮ])([่้๊๋]?)ำ", r"\1 \2า", text)


def _split_rings(text: str, rng: random.Random) -> str:
    return re.sub("([่้๊๋]?)ำ", lambda m: f"ํ{m[1]}า" if rng.random() < 0.5 else f"{m[1]}ํา", text)


def _foreign_rings(text: str, rng: random.Random) -> str:
    if rng.random() < 0.5:
        return re.sub("([ก-ฮ][่้๊๋]?)ำ", "\\1\ufffdำ", text)
    return re.sub("([ก-ฮ])([่้๊๋]?)ำ", r"\1 Ì \2า", text)


def _every_ring(text: str, rng: random.Random) -> str:
    return text.replace("า", "ำ")


def _every_ring_spaced(text: str, rng: random.Random) -> str:
    return text.replace("ำ", " ำ").replace("า", "ำ")


def _drop_marks(text: str, rng: random.Random) -> str:
    return re.sub(f"[{_ANY}]", lambda _: rng.choice(("", " ")), text)


def _drop_tones(text: str, rng: random.Random) -> str:
    return re.sub(f"[{_TONES}]", "", text)


def _ascii_marks(text: str, rng: random.Random) -> str:
    return re.sub("[" + "".join(_ASCII) + "]", lambda m: _ASCII[m[0]], text)


def _double(text: str, rng: random.Random) -> str:
    return re.sub(f"([ก-ฮ][{_ANY}]+[ก-ฮ]?)", lambda m: m[1] + (m[1] if rng.random() < 0.6 else ""), text)


def _loose_marks(text: str, rng: random.Random) -> str:
    marks = re.findall(f"[{_ANY}]", text)
    return "\n".join([re.sub(f"[{_ANY}]", "", text), *marks])


def _space_all(text: str, rng: random.Random) -> str:
    return " ".join(text)


def _mojibake(text: str, rng: random.Random) -> str:
    return text.encode("cp874", "replace").decode("latin-1")


def _interleave(text: str, rng: random.Random) -> str:
    """Letters of a turned heading between those of the line."""
    pieces = [text[at : at + 4] for at in range(0, len(text), 4)]
    return " ".join(piece[::-1] if rng.random() < 0.6 else piece for piece in pieces)


def _private(text: str, rng: random.Random) -> str:
    shifted = {
        "่": "\uf70a",
        "้": "\uf714",
        "์": "\uf70e",
        "ี": "\uf702",
        "ิ": "\uf701",
        "ั": "\uf710",
        "ุ": "\uf718",
    }
    return "".join(shifted.get(one, one) if rng.random() < 0.5 else one for one in text)


def _unseen(text: str, rng: random.Random) -> str:
    return re.sub("([ก-ฮ])([เโไ])", "\\1\u200b\\2", text).replace("แ", "เเ")


#: Put right by a rule.
REPAIRABLE: dict[str, Damage] = {
    "D1": _move_marks,
    "D2": _swap,
    "D4": _space_rings,
    "D5": _split_rings,
    "D6": _foreign_rings,
    "D7": _every_ring,
    "D7 spaced": _every_ring_spaced,
    "private use": _private,
    "unseen": _unseen,
}
#: What is lost cannot be told from the text alone.
LOST_RINGS: Damage = _lose_rings
#: Told, and not used.
HOPELESS: dict[str, Damage] = {
    "D8": _drop_marks,
    "D9": _drop_tones,
    "D10": _ascii_marks,
    "D11": _double,
    "D12": _loose_marks,
    "D13": _space_all,
    "D14": _mojibake,
    "D15": _interleave,
}
