"""Text that came from outside, made harmless where Streamlit reads Markdown."""

import re

_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"([\\`*_\[\]<~$&])")
# Streamlit looks for :material/…:, :smile: and bare addresses after the backslashes are gone.
_JOINED = re.compile(r"(:|@|\bwww)(?=\S)", re.IGNORECASE)
_BLOCK = re.compile(r"(?:(?P<number>\d+)(?=[.)]))|(?P<sign>[#>+=\-])")
_WORD_JOINER = "\u2060"


def plain(text: str) -> str:
    """Foreign text as it stands, on one line: no picture, link, formula, colour or icon comes of it.

    Args:
        text: a file, sheet, school or person's name, or words that somebody wrote.

    Returns:
        Markdown that draws exactly these letters, for ``st.markdown``, headings, messages and labels.
    """
    line = _MARKS.sub(r"\\\1", _SPACE.sub(" ", text).strip())
    line = _JOINED.sub(rf"\1{_WORD_JOINER}", line)
    start = _BLOCK.match(line)
    if start is None:
        return line
    place = start.end() if start["number"] else 0
    return f"{line[:place]}\\{line[place:]}"
