"""A presentation as an immutable value: screen and PowerPoint show it from this alone."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Digits, Run, Table

SlideKind = Literal[
    "cover",
    "agenda",
    "context",
    "results",
    "strengths",
    "improvement_areas",
    "findings",
    "schools",
    "sar",
    "kpi",
    "follow_up",
    "missing",
    "recommendations",
    "decisions",
    "sources",
]
SlideLine = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One message and what shows it.

    Attributes:
        message: the title, a whole sentence; its figures are runs of their own.
        lines: what is read from the room, at most six.
        chart / table: at most one of both.
        source: one line at the foot: where the figures come from.
        notes: for the speaker, one paragraph each: n, sources, how to read it.
        key: tells slides apart, such as ``results_academic``.
    """

    kind: SlideKind
    key: str
    message: SlideLine
    lines: tuple[SlideLine, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    source: str = ""
    notes: tuple[SlideLine, ...] = ()

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError(f"slide {self.key!r} has no message")
        if self.chart is not None and self.table is not None:
            raise ValueError(f"slide {self.key!r} has a chart and a table")
        if not (self.lines or self.chart or self.table):
            raise ValueError(f"slide {self.key!r} has nothing under its message")

    @property
    def title(self) -> str:
        """The message as one text."""
        return line_text(self.message)


@dataclass(frozen=True, slots=True)
class SlideDeck:
    """Slides in the order of a meeting.

    Attributes:
        title: of the presentation, kept in the file's properties.
        digits: of every text but charts and tables, which keep Arabic ones.
    """

    title: str
    office: str
    slides: tuple[Slide, ...]
    digits: Digits = "arabic"
    made_on: date | None = None

    def __post_init__(self) -> None:
        keys = [slide.key for slide in self.slides]
        if len(keys) != len(set(keys)):
            raise ValueError("two slides share a key")


def line_text(line: SlideLine) -> str:
    """The words of a line without its bindings."""
    return "".join(run.text for run in line)
