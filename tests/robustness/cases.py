"""One crafted input, and what a service must do with it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Slot(StrEnum):
    """The door of the workbench that a file is handed to."""

    FIGURES = "figures"
    REGISTER = "register"
    REPORT = "report"
    EVIDENCE = "evidence"


class End(StrEnum):
    """What must come of it."""

    REFUSED = "refused"  # with one of the codes
    READ = "read"  # with every one of the codes among its issues
    EITHER = "either"  # the library decides; a refusal must have one of the codes


@dataclass(frozen=True)
class Case:
    """A bad input, made when a test asks for it.

    Attributes:
        codes: what a refusal may say, or what a reading must say.
        swift: the door decides without a reader child, within a second.
    """

    id: str
    family: str
    build: Callable[[], bytes]
    end: End
    codes: frozenset[str] = frozenset()
    name: str = "ข้อมูล.xlsx"
    slot: Slot = Slot.FIGURES
    swift: bool = False


def door(family: str, label: str, build: Callable[[], bytes], *codes: str, **more: object) -> Case:
    """A file that the door turns away."""
    return Case(f"{family}/{label}", family, build, End.REFUSED, frozenset(codes), swift=True, **more)  # type: ignore[arg-type]


def refused(family: str, label: str, build: Callable[[], bytes], *codes: str, **more: object) -> Case:
    """A file that the reader or a check turns away."""
    return Case(f"{family}/{label}", family, build, End.REFUSED, frozenset(codes), **more)  # type: ignore[arg-type]


def read(family: str, label: str, build: Callable[[], bytes], *codes: str, **more: object) -> Case:
    """A file that is read, with these remarks at least."""
    return Case(f"{family}/{label}", family, build, End.READ, frozenset(codes), **more)  # type: ignore[arg-type]


def either(family: str, label: str, build: Callable[[], bytes], *codes: str, **more: object) -> Case:
    """A file that is read, or refused with one of these codes."""
    return Case(f"{family}/{label}", family, build, End.EITHER, frozenset(codes), **more)  # type: ignore[arg-type]
