"""What a change of a report's reading replaced, small enough to be kept for every single answer."""

from collections.abc import Mapping

from lib.storage.assessment_json import Json

_Part = list[object]


def make_step_back(before: Json, after: Json) -> Json:
    """What leads from the later reading back to the earlier one.

    Args:
        before / after: the same keys; lists are compared from both ends, anything else as a whole.

    Returns:
        Changed keys only: ``{"value": earlier}``, or for a list ``{"from": n, "to": n, "items": earlier}``:
        ``items`` stood in the place of the later list's entries from ``from`` up to ``to``.
    """
    steps: Json = {}
    for key, old in before.items():
        new = after[key]
        if old == new:
            continue
        if isinstance(old, list | tuple) and isinstance(new, list | tuple):
            steps[key] = _list_step(list(old), list(new))
        else:
            steps[key] = {"value": old}
    return steps


def step_back(after: Mapping[str, object], steps: Mapping[str, object]) -> Json:
    """The earlier reading, from the later one and what ``make_step_back`` gave."""
    before = dict(after)
    for key, step in steps.items():
        if not isinstance(step, Mapping):
            continue
        if "items" not in step:
            before[key] = step["value"]
            continue
        new = after[key]
        entries = list(new) if isinstance(new, list | tuple) else []
        before[key] = [*entries[: step["from"]], *step["items"], *entries[step["to"] :]]
    return before


def _list_step(old: _Part, new: _Part) -> Json:
    shorter = min(len(old), len(new))
    head = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    tail = next(
        (place for place in range(shorter - head) if old[-1 - place] != new[-1 - place]), shorter - head
    )
    return {"from": head, "to": len(new) - tail, "items": old[head : len(old) - tail]}
