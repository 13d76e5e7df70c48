"""Text controls that LibreOffice repeats on saving: whole, then again for each stretch of it."""

from lxml.etree import _Element

from lib.ingest.docx_styles import W

_CONTROL, _TEXT = f"{W}sdt", f"{W}t"
_BOOKMARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")


def drop_repeated_controls(body: _Element) -> None:
    """Leave the first of neighbouring controls of one title where each other one ends in its whole text.

    Bookmarks inside a dropped one stay in its place.
    """
    for paragraph in list(body.iter(f"{W}p")):
        first: _Element | None = None
        for child in list(paragraph):
            if child.tag != _CONTROL:
                first = None if child.tag == f"{W}r" else first
            elif first is not None and _repeats(child, first):
                for mark in list(child.iter(*_BOOKMARKS)):
                    child.addprevious(mark)
                paragraph.remove(child)
            else:
                first = child


def _repeats(control: _Element, first: _Element) -> bool:
    whole = _text(first)
    return bool(whole) and _title(control) == _title(first) != "" and _text(control).endswith(whole)


def _text(control: _Element) -> str:
    return "".join(str(each.text or "") for each in control.iter(_TEXT))


def _title(control: _Element) -> str:
    alias = control.find(f"{W}sdtPr/{W}alias")
    return "" if alias is None else str(alias.get(f"{W}val", ""))
