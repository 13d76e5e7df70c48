"""What a look at the database and its files found."""

from dataclasses import dataclass

_NAMED_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One thing that was looked at.

    Attributes:
        n_seen: how many were looked at.
        faults: what is wrong, in Thai, the first twenty.
        n_faults: how many are wrong altogether.
        remarks: what is worth knowing and harmless.
    """

    name: str
    n_seen: int
    faults: tuple[str, ...] = ()
    n_faults: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def fine(self) -> bool:
        return self.n_faults == 0


def make_result(name: str, n_seen: int, faults: list[str], remarks: tuple[str, ...] = ()) -> CheckResult:
    """All faults counted, the first twenty told."""
    return CheckResult(name, n_seen, tuple(faults[:_NAMED_AT_MOST]), len(faults), remarks)
