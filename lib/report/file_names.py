"""File and folder names that Windows, macOS and Linux all accept, Thai kept."""

import re
import unicodedata

from lib.thai.text import clean_text

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_SUBSTITUTE = "_"


def safe_name(text: str, longest: int, *, empty: str = "ไม่มีชื่อ") -> str:
    """One part of a path.

    Args:
        longest: letters kept; a cut never leaves a mark without its letter at the front of what follows.
        empty: used where nothing legal is left.
    """
    name = _FORBIDDEN.sub(_SUBSTITUTE, clean_text(text))[:longest].strip(" .")
    if not name.strip(_SUBSTITUTE):
        return empty
    while unicodedata.category(name[0]) == "Mn":
        name = name[1:].strip(" .") or empty
    # Windows takes con.txt for the device as well.
    return f"{_SUBSTITUTE}{name}" if _RESERVED.fullmatch(name.partition(".")[0].strip()) else name


def safe_file_name(text: str, longest: int, ending: str = "") -> str:
    """A file name that keeps its ending when it is cut; ``ending`` (with dot) replaces the name's own."""
    stem, dot, own = text.rpartition(".")
    if not dot or len(own) > 8 or not own.isalnum():
        stem, own = text, ""
    chosen = ending or (f".{own}" if own else "")
    return f"{safe_name(stem, longest - len(chosen))}{chosen}"
