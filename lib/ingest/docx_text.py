"""The text of one Word paragraph as a reader sees it; runs in the reader child only."""

import re
from typing import Final

from lxml.etree import _Element

from lib.ingest.docx_styles import W

CHECKED: Final = "☑"
UNCHECKED: Final = "☐"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# A fallback repeats the text box of its choice; deleted and moved-away text is not in the document;
# properties hold no text; a box's paragraphs are blocks of their own.
_SKIPPED: Final = frozenset(
    {
        f"{_MC}Fallback",
        f"{W}del",
        f"{W}moveFrom",
        f"{W}delText",
        f"{W}instrText",
        f"{W}rPr",
        f"{W}pPr",
        f"{W}sdtPr",
        f"{W}txbxContent",
    }
)
TEXT_BOX: Final = f"{W}txbxContent"
FALLBACK: Final = f"{_MC}Fallback"
# Letters of the symbol fonts that forms use for their boxes. 52 and 53 are ticked and crossed in Wingdings 2.
_WINGDINGS: Final = {
    0xFE: CHECKED,
    0xFD: CHECKED,
    0xFC: CHECKED,
    0xFB: CHECKED,
    0xA8: UNCHECKED,
    0x6F: UNCHECKED,
    0x71: UNCHECKED,
    0x72: UNCHECKED,
}
_WINGDINGS_2: Final = {
    0x52: CHECKED,
    0x53: CHECKED,
    0x54: CHECKED,
    0x50: CHECKED,
    0x4F: CHECKED,
    0xA3: UNCHECKED,
    0x2A: UNCHECKED,
    0x30: UNCHECKED,
}
_SYMBOL_FONTS: Final = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_TICK_LETTERS: Final = str.maketrans(
    {"☒": CHECKED, "☑": CHECKED, "□": UNCHECKED, "▢": UNCHECKED, "❑": UNCHECKED}
)
_TICK_LETTER: Final = re.compile("[" + "".join(map(chr, _TICK_LETTERS)) + "]")
_PRIVATE_SYMBOL: Final = re.compile("[\uf000-\uf0ff]")


class ParagraphReader:
    """Reads paragraphs in order and keeps the page count that their breaks give."""

    def __init__(self) -> None:
        self.page = 1
        self._has_just_broken = False

    def turn_page(self) -> None:
        """A break that the author set."""
        self.page += 1
        self._has_just_broken = True

    def _turn_rendered_page(self) -> None:
        # Word also marks the page that an author's break has just begun.
        if not self._has_just_broken:
            self.page += 1
        self._has_just_broken = False

    def read(self, paragraph: _Element) -> str:
        """The paragraph's text; page breaks inside it move ``page`` on."""
        pieces: list[str] = []
        self._walk(paragraph, pieces)
        return "".join(pieces)

    def _walk(self, element: _Element, pieces: list[str]) -> None:
        for child in element:
            name = child.tag
            if name in _SKIPPED or not isinstance(name, str):
                continue
            if name == f"{W}t":
                self._has_just_broken = False
                pieces.append(_read_letters(child))
            elif name == f"{W}tab":
                pieces.append("\t")
            elif name in (f"{W}br", f"{W}cr"):
                self._read_break(child, pieces)
            elif name == f"{W}lastRenderedPageBreak":
                self._turn_rendered_page()
            elif name == f"{W}noBreakHyphen":
                pieces.append("-")
            elif name == f"{W}sym":
                pieces.append(_read_symbol(child))
            elif name == f"{W}ffData":
                pieces.append(_read_form_check(child))
            elif name == f"{W}sdt":
                self._read_control(child, pieces)
            else:
                self._walk(child, pieces)

    def _read_break(self, element: _Element, pieces: list[str]) -> None:
        if element.get(f"{W}type") == "page":
            self.turn_page()
        else:
            pieces.append("\n")

    def _read_control(self, control: _Element, pieces: list[str]) -> None:
        box = control.find(f"{W}sdtPr/{_W14}checkbox")
        if box is None:
            self._walk(control, pieces)
            return
        state = box.find(f"{_W14}checked")
        is_checked = state is not None and state.get(f"{_W14}val", "1") in ("1", "true", "on")
        pieces.append(CHECKED if is_checked else UNCHECKED)


def _read_letters(element: _Element) -> str:
    text = element.text or ""
    parent = element.getparent()
    fonts = parent.find(f"{W}rPr/{W}rFonts") if parent is not None else None
    table = _SYMBOL_FONTS.get(fonts.get(f"{W}ascii", "").lower()) if fonts is not None else None
    if table is not None:
        text = "".join(table.get(ord(letter) & 0xFF, letter) for letter in text)
    elif _PRIVATE_SYMBOL.search(text):
        text = "".join(
            _WINGDINGS.get(ord(letter) & 0xFF, letter) if "\uf000" <= letter <= "\uf0ff" else letter
            for letter in text
        )
    return text.translate(_TICK_LETTERS) if _TICK_LETTER.search(text) else text


def _read_symbol(element: _Element) -> str:
    table = _SYMBOL_FONTS.get(element.get(f"{W}font", "").lower(), _WINGDINGS)
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return table.get(code & 0xFF, "")


def _read_form_check(element: _Element) -> str:
    """The mark of an old form's check box; nothing for its text fields and lists."""
    box = element.find(f"{W}checkBox")
    if box is None:
        return ""
    state = box.find(f"{W}checked")
    if state is None:
        state = box.find(f"{W}default")
    is_checked = state is not None and state.get(f"{W}val", "1") in ("1", "true", "on")
    return CHECKED if is_checked else UNCHECKED
