"""The people in the roles of a KPI form, as an office writes them for one fiscal year."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """Who fills one role; every part but the role may be empty."""

    role: str
    name: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.position or self.phone or self.email)


@dataclass(frozen=True, slots=True)
class Contacts:
    """One contact per role, in the order of the form; ``version`` is 0 when never saved."""

    people: tuple[Contact, ...]
    version: int = 0

    @property
    def is_empty(self) -> bool:
        return all(each.is_empty for each in self.people)
