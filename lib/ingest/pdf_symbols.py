"""Ticks and bullets of symbol fonts, which a PDF gives as private characters, as signs; reader child only."""

import ctypes
import re
from typing import Final

import pypdfium2.raw as pdfium

_PRIVATE: Final = re.compile("[\uf020-\uf0ff]")
_NAME_BYTES: Final = 200
_WINGDINGS: Final = {
    0xFE: "☑", 0xFD: "☒", 0xFC: "✓", 0xFB: "✗", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xA7: "▪",
    0x6E: "■", 0x6C: "●", 0x76: "❖", 0xD8: "➢", 0xE0: "→", 0x9F: "•", 0x9E: "·",
}  # fmt: skip
_WINGDINGS_2: Final = {
    0x52: "☑", 0x53: "☒", 0x54: "☒", 0x50: "✓", 0x4F: "✗", 0xA3: "☐", 0x2A: "☐", 0x30: "☐", 0x97: "●",
}  # fmt: skip
_SYMBOL: Final = {0xB7: "•", 0xD6: "√", 0xA8: "♦", 0x2D: "-"}
# Of a font with another name only what means the same in all three.
_ANY: Final = {0xB7: "•", 0xFE: "☑", 0xFC: "✓", 0xA7: "▪", 0xD8: "➢"}


def name_symbols(textpage: object, text: str) -> str:
    """The text with private characters of symbol fonts as the signs they draw; as many characters.

    Args:
        text: all characters of the page, at their places.
    """
    if not _PRIVATE.search(text):
        return text
    return _PRIVATE.sub(lambda found: _sign(textpage, found.start(), found.group()), text)


def _sign(textpage: object, place: int, letter: str) -> str:
    return _table(_font_name(textpage, place)).get(ord(letter) & 0xFF, letter)


def _font_name(textpage: object, place: int) -> str:
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, place, name, _NAME_BYTES, flags)
    return name.value.decode("utf-8", "replace").casefold().replace(" ", "").replace("-", "")


def _table(font: str) -> dict[int, str]:
    if "wingdings2" in font:
        return _WINGDINGS_2
    if "wingdings" in font:
        return _WINGDINGS
    return _SYMBOL if "symbol" in font else _ANY
