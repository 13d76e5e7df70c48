"""Thai marks that were moved behind the next letter, put back where the dictionary knows the word."""

import re

from lib.thai.dictionary import weigh

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_TONES = "\u0e48-\u0e4c"
# A letter, perhaps with a mark left on it, the next letter, and marks behind that, before a space or an end.
_MOVED = re.compile(
    f"([\u0e01-\u0e2e])([{_MARKS}]?)([\u0e01-\u0e2e\u0e40-\u0e44])([{_MARKS}]{{1,2}})"
    "(?: |(?![\u0e01-\u0e4e]))"
)
_BEFORE = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]*$")
_BEHIND = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]*")
_TONE = re.compile(f"[{_TONES}]")
_REACH = 24
_PASSES = 3
# A broken word may fall into short ones, such as ประ เม นิ of ประเมิน.
_FEWER_PIECES = 1


def put_back_marks(line: str) -> tuple[str, int]:
    """The line with moved marks put back, and how many were.

    ``ขอ้ มูล`` becomes ``ข้อมูล``: of two readings the one with fewer letters outside any word is taken, then the
    one of clearly fewer words, else the one that stands there.
    """
    n_all = 0
    # A mark put back makes the word before it whole, by which the next one is judged.
    for _ in range(_PASSES):
        line, n_moved = _put_back_once(line)
        n_all += n_moved
        if not n_moved:
            break
    return line, n_all


def _put_back_once(line: str) -> tuple[str, int]:
    n_moved = 0
    # From the end, so that what follows is whole when a word is looked at.
    for found in reversed(list(_MOVED.finditer(line))):
        before = _BEFORE.search(line[max(0, found.start() - _REACH) : found.start()])
        behind = _BEHIND.match(line[found.end() : found.end() + _REACH])
        left, right = before[0] if before else "", behind[0] if behind else ""
        is_apart = found[0].endswith(" ")
        before_it, behind_it = weigh(left + found[0].rstrip(" ")), weigh(right) if is_apart else (0, 0)
        unknown, n_pieces = before_it[0] + behind_it[0], before_it[1] + behind_it[1]
        put = found[1] + _in_order(found[2] + found[4]) + found[3]
        then = weigh(left + put + (right if is_apart else ""))
        if then[0] < unknown or (then[0] == unknown and then[1] <= n_pieces - _FEWER_PIECES):
            line = line[: found.start()] + put + line[found.end() :]
            n_moved += 1
    return line, n_moved


def _in_order(marks: str) -> str:
    return "".join(sorted(marks, key=lambda one: bool(_TONE.match(one))))
