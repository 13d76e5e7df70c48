"""Is the report ready for the committee: what blocks it, and what should be looked at first."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist.

    Attributes:
        text: what, and where.
        detail: how it stands now, in a line below; empty where the text says all.
        page: file of the page that mends it; empty where nothing is to be done.
        view: the view of that page; empty for the page as it opens.
        section: the part that the view opens, a written text or findings of one reach; empty for none.
    """

    state: Literal["done", "ask", "block"]
    text: str
    page: str = ""
    view: str = ""
    section: str = ""
    detail: str = ""

    @property
    def full_text(self) -> str:
        """Text and detail on one line, as a note keeps them."""
        return f"{self.text} · {self.detail}" if self.detail else self.text


def is_blocked(checks: tuple[Check, ...]) -> bool:
    """Whether something must be mended before anything is handed out."""
    return any(check.state == "block" for check in checks)


def in_order(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """What blocks first, then what asks, then what is done; the order within stays."""
    places = {"block": 0, "ask": 1, "done": 2}
    return tuple(sorted(checks, key=lambda check: places[check.state]))
