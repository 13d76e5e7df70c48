"""All crafted inputs by their id, and the seeded sample that runs in CI."""

import random
from collections import defaultdict

from tests.robustness import (
    crafted_containers,
    crafted_documents,
    crafted_sheets,
    crafted_tables,
    crafted_values,
)
from tests.robustness.cases import Case

_ROOMS = (crafted_containers, crafted_sheets, crafted_tables, crafted_documents, crafted_values)
_SEED = 2568


def every_case() -> dict[str, Case]:
    """Id → case; an id given twice would hide a case."""
    found: dict[str, Case] = {}
    for room in _ROOMS:
        for case in room.cases():
            if case.id in found:
                raise ValueError(f"two crafted inputs are called {case.id}")
            found[case.id] = case
    return found


def sample(n: int) -> list[Case]:
    """One case of each family first, then others at random; always the same ones."""
    chance = random.Random(_SEED)
    families: defaultdict[str, list[Case]] = defaultdict(list)
    for case in every_case().values():
        families[case.family].append(case)
    chosen = [chance.choice(cases) for cases in families.values()]
    taken = {case.id for case in chosen}
    rest = [case for cases in families.values() for case in cases if case.id not in taken]
    return [*chosen, *chance.sample(rest, max(0, min(n, len(taken) + len(rest)) - len(chosen)))]
