"""How a marked copy looks: one fill and one word a severity, texts that stay texts."""

from typing import Any, Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from lib.domain.issues import Issue, Severity

AUTHOR: Final = "โต๊ะวิเคราะห์ ก.ต.ป.น."
WORDS: Final = {
    Severity.ERROR: "ต้องแก้",
    Severity.QUESTION: "ต้องตอบ",
    Severity.WARNING: "ควรตรวจ",
    Severity.INFO: "แจ้งให้ทราบ",
}
#: The graver one colours a cell of several issues.
GRAVITY: Final = (Severity.ERROR, Severity.QUESTION, Severity.WARNING, Severity.INFO)
_COLOURS: Final = {
    Severity.ERROR: "FFF4B8A8",
    Severity.QUESTION: "FFFFD98A",
    Severity.WARNING: "FFFFF3B0",
    Severity.INFO: "FFD6ECF0",
}
FILLS: Final = {severity: PatternFill("solid", fgColor=colour) for severity, colour in _COLOURS.items()}
_FONT: Final = "TH Sarabun New"
_LINE: Final = Side(style="thin", color="FFDCE4E6")
BODY: Final = Font(name=_FONT, size=16, color="FF1F2A30")
BOLD: Final = Font(name=_FONT, size=16, bold=True, color="FF1F2A30")
TITLE: Final = Font(name=_FONT, size=20, bold=True, color="FF1F2A30")
MUTED: Final = Font(name=_FONT, size=16, color="FF5B6B73")
HEAD: Final = Font(name=_FONT, size=16, bold=True, color="FFFFFFFF")
LINK: Final = Font(name=_FONT, size=16, underline="single", color="FF0F5E6B")
HEAD_FILL: Final = PatternFill("solid", fgColor="FF0F5E6B")
BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
WRAP: Final = Alignment(wrap_text=True, vertical="top")
_LONGEST_TEXT: Final = 32_767
_LONGEST_COMMENT: Final = 2_000
_COMMENT_WIDTH_PX: Final = 360
_LETTERS_A_LINE: Final = 48
_LINE_PX: Final = 22


def plain(text: str) -> str:
    """A text that an xlsx can hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_TEXT]


def put_text(cell: Any, text: str) -> None:
    """A text that stays one, also where it begins like a formula or an error."""
    cell.value = plain(text)
    cell.data_type = "s"


def make_comment(issues: list[Issue], earlier: Comment | None) -> Comment:
    """What was found at a cell, after what already stood there."""
    lines = []
    if earlier is not None:
        lines.append(f"{earlier.text}\n")
    for issue in issues:
        lines.append(f"{WORDS[issue.severity]} [{issue.code}] {issue.message}")
        if issue.hint:
            lines.append(f"แนะนำ: {issue.hint}")
    text = plain("\n".join(lines))
    if len(text) > _LONGEST_COMMENT and earlier is None:
        text = text[:_LONGEST_COMMENT] + " …"
    n_lines = sum(1 + len(line) // _LETTERS_A_LINE for line in text.split("\n"))
    author = earlier.author if earlier is not None and earlier.author else AUTHOR
    return Comment(text, author, height=_LINE_PX * (n_lines + 1), width=_COMMENT_WIDTH_PX)
