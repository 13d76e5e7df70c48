"""Where a picker starts when the value it should show may not be among its options."""

from collections.abc import Sequence


def place_of(value: object, options: Sequence[object]) -> int:
    """Position of the value among the options, the first where it is none of them."""
    return next((place for place, option in enumerate(options) if option == value), 0)
