"""What the committee report says of a KPI form: its level round by round, why, and what proves it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KpiRoundReport:
    """One round of a form.

    Attributes:
        status: its state in words, such as ส่งแล้ว.
        level / cap: computed level, and the highest one this round can give.
        level_text: ``ระดับ 3 ดีมาก``.
        arithmetic: score times weight, as one sentence.
        reasons: why, without the arithmetic.
        claimed: the level the office says it is; None where it says nothing.
        missing: (number of the item, what it still lacks).
        is_reported: whether the round was handed in, so that later changes do not reach it.
    """

    round_id: str
    name: str
    due_text: str
    status: str
    level: int
    cap: int
    level_text: str
    cap_text: str
    score: float
    weighted_score: float
    arithmetic: str
    reasons: tuple[str, ...]
    claimed: int | None = None
    claimed_text: str = ""
    claimed_reason: str = ""
    missing: tuple[tuple[int, str], ...] = ()
    is_reported: bool = False

    @property
    def claim_differs(self) -> bool:
        """Whether the office claims another level than the evidence gives."""
        return self.claimed is not None and self.claimed != self.level


@dataclass(frozen=True, slots=True)
class KpiEvidenceLine:
    """Evidence of one item: its answer and the titles of what counts."""

    number: int
    title: str
    answer: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KpiFormReport:
    """One KPI form in one fiscal year.

    Attributes:
        title: label and name of the indicator.
        n_levels: number of levels of the form.
        rounds: in the order of the form.
        focus: position of the round to speak of: the last one handed in, else the one being prepared.
    """

    form_id: str
    code: str
    title: str
    fiscal_year_be: int
    n_levels: int
    rounds: tuple[KpiRoundReport, ...]
    focus: int
    evidence: tuple[KpiEvidenceLine, ...]

    @property
    def focus_round(self) -> KpiRoundReport:
        """The round that the summary speaks of."""
        return self.rounds[self.focus]

    @property
    def level_text(self) -> str:
        """``ระดับ 4 จาก 5``, with the round it is of."""
        spoken = self.focus_round
        return f"{spoken.level_text} จาก {self.n_levels} ระดับ ({spoken.name})"

    @property
    def n_evidence(self) -> int:
        """Pieces of evidence that count, one proving two items counted in both."""
        return sum(len(line.titles) for line in self.evidence)
