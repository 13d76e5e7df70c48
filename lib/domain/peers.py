"""Like schools: what makes schools alike, and the lists that people chose instead of the computed ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PeerChoice:
    """The like schools that people chose for one school.

    Attributes:
        school_ids: in the order of ids; empty once the list was set back to the computed one.
        note: why.
        version: 0 while nobody has chosen.
        by / at: who saved it, and the moment in ISO form.
    """

    school_id: str
    school_ids: tuple[str, ...] = ()
    note: str = ""
    version: int = 0
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class PeerBasis:
    """What like schools are found by, beside size and the grades taught.

    Attributes:
        disadvantaged_n_of: indicator whose n counts the disadvantaged pupils of a school; empty for none.
        disadvantaged_weight: what a standard deviation of that share weighs against one of log size.
        min_known_pct: share of the schools of one level whose disadvantaged pupils must be known.
        choices: school id → the ids that people chose for it.
    """

    disadvantaged_n_of: str = ""
    disadvantaged_weight: float = 0.5
    min_known_pct: float = 80.0
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


#: Size and the grades taught alone, nobody has chosen.
PLAIN_BASIS = PeerBasis()
