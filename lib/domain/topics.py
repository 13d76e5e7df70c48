"""A matter that schools share, as it is listed: its schools one by one, and the family it belongs to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TopicSchool:
    """One school of a matter, as printed.

    Attributes:
        indicator: short name.
        latest: ``5/12 (41.67)`` of the latest year, or the value with its n.
        pooled: the same of the years together; empty where there is one year only.
        certainty / basis: why it is listed, in words and as briefly as a printed table needs it.
        small: the latest year has fewer people than the indicator's smallest n.
        likely: not certain; such a school is never counted with the certain ones.
        finding_id: of the school's own sentence.
    """

    school_id: str
    name: str
    cluster: str
    indicator_id: str
    indicator: str
    latest: str
    pooled: str
    certainty: str
    basis: str
    small: bool
    likely: bool
    finding_id: str


@dataclass(frozen=True, slots=True)
class Family:
    """Indicators that are read together under one heading.

    Attributes:
        key: tells families apart; ``name`` is the catalogue's words for the group.
    """

    key: str
    name: str
