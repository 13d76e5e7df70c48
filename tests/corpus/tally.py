"""The table of the corpus: workbook by workbook what was planted, reported, wrong and dropped."""

from collections.abc import Sequence

from tests.corpus.judge import Verdict


def table_of(verdicts: Sequence[Verdict]) -> str:
    """Lines for people, the missed faults named beneath."""
    lines = [
        f"{'workbook':<34} {'planted':>7} {'reported':>8} "
        f"{'wrong':>5} {'extra':>5} {'absent':>6} {'dropped':>7}"
    ]
    for one in verdicts:
        planted = len(one.workbook.planted)
        lines.append(
            f"{one.workbook.id:<34} {planted:>7} {planted - len(one.missed):>8} {len(one.wrong):>5} "
            f"{len(one.extra):>5} {len(one.absent):>6} {len(one.dropped):>7}"
        )
    planted = sum(len(one.workbook.planted) for one in verdicts)
    missed = [f"{one.workbook.id}: {fault}" for one in verdicts for fault in one.missed]
    share = 100 * (planted - len(missed)) / planted if planted else 0.0
    lines.append(
        f"{len(verdicts)} workbooks, {planted} planted, {planted - len(missed)} reported ({share:.1f} %), "
        f"{sum(len(one.wrong) + len(one.extra) for one in verdicts)} wrong values"
    )
    return "\n".join([*lines, *(f"missed {one}" for one in missed)])
