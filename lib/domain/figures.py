"""Which figure of a page is meant: a name for every number that is shown, by ids alone."""

from dataclasses import dataclass
from enum import StrEnum

from lib.domain.datasets import DatasetRecord
from lib.domain.periods import Period


class FigureKind(StrEnum):
    """How a figure came about; decides what is shown on its way home."""

    SCHOOL = "school"  # stands in a file, of one school
    STATED = "stated"  # stands in a file, of an area, a province, the nation …
    CATALOGUE = "catalogue"  # a target or comparator of the data dictionary
    AREA = "area"
    CLUSTER = "cluster"
    GROUP = "group"  # schools that a question names together
    SCHOOLS = "schools"  # schools that a finding names one by one
    SAME_SCHOOLS = "same_schools"  # the area over the schools with figures in all years shown
    AREA_CHANGE = "area_change"
    SCHOOL_CHANGE = "school_change"
    MEETING = "meeting"  # schools that reach the target
    PUPILS_BELOW = "pupils_below"  # share of n in schools below the target
    COVERAGE = "coverage"  # schools with a figure, of those that ought to have one
    SMALL = "small"  # schools with an n below the indicator's smallest
    RELATION = "relation"  # a school's distance from the area in units of chance
    POOLED = "pooled"  # a school's years together
    ESTIMATE = "estimate"  # a school's pooled value drawn towards the area
    PEERS = "peers"  # like schools together
    PEER_RANGE = "peer_range"  # the middle half of like schools
    MEDIAN = "median"  # the middle of the schools
    SHORT = "short"  # sum of the schools' wants
    OVER = "over"  # sum of the schools' excesses
    PRESENCE = "presence"  # indicators of a domain with any figure in a year


@dataclass(frozen=True, slots=True)
class FigureId:
    """A figure of a page.

    Attributes:
        indicator_id: the indicator, of PRESENCE the domain.
        period: of CHANGE kinds the later one.
        subject: school id, cluster, ``scope:name`` of a stated figure, of a GROUP the key of a term
            (lib.domain.meeting), of SCHOOLS their ids with commas between; empty for the whole area.
        since_be: year the two ``*_CHANGE`` kinds look back to, and the other year of SAME_SCHOOLS; 0 where
            the years shown on the page decide.
    """

    kind: FigureKind
    indicator_id: str
    period: Period
    subject: str = ""
    since_be: int = 0


@dataclass(frozen=True, slots=True)
class FigureVersion:
    """What one load says of a figure that stands in a file.

    Attributes:
        dataset: the load.
        value / numerator / n / sd: as stored; None where the file has none.
        speaks: this is the version that counts now.
    """

    dataset: DatasetRecord
    value: float
    numerator: float | None
    n: float | None
    sd: float | None
    source_ref: str
    speaks: bool
