"""Which indicators count people, so that small figures of theirs are hidden in the public copy."""

from dataclasses import dataclass
from functools import cache

from lib.catalog.toml_files import DATA_DIR, Sort, load_table, require, require_sorts
from lib.domain.indicators import Indicator, Kind

_FILE = "publication.toml"
_SORTS = {"things": Sort.TEXTS, "people_units": Sort.TEXTS}


@dataclass(frozen=True, slots=True)
class PublicationRules:
    """Words that tell people from things.

    Attributes:
        things: what a denominator that counts no people begins with.
        people_units: units of counts of people.
    """

    things: tuple[str, ...]
    people_units: tuple[str, ...]

    def counts_people(self, indicator: Indicator) -> bool:
        """Whether a small figure of the indicator could tell of single people."""
        if indicator.has_n:
            return not indicator.denominator.startswith(self.things)
        below_zero = indicator.valid_min is not None and indicator.valid_min < 0
        return indicator.kind is Kind.COUNT and indicator.unit in self.people_units and not below_zero


@cache
def load_publication_rules() -> PublicationRules:
    """The packaged words.

    Raises:
        BadCatalogue: a key is missing, unknown or of another sort.
    """
    table = load_table(DATA_DIR / _FILE)
    require(table, _SORTS, file=_FILE, where="ฉบับเผยแพร่")
    require_sorts(table, _SORTS, file=_FILE, where="ฉบับเผยแพร่")
    return PublicationRules(tuple(table["things"]), tuple(table["people_units"]))
