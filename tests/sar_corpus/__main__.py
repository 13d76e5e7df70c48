"""``python -m tests.sar_corpus [seed] [--look N] [--faults] [--only layout]``: how the readers do."""

import argparse
from collections import Counter, defaultdict
from itertools import chain

from tests.sar_corpus.every import clean_reports, every_file
from tests.sar_corpus.ruler import Verdict, judge, register
from tests.sar_corpus.strangers.every import strangers
from tests.sar_corpus.strangers.no_reports import no_reports


def _line(name: str, verdicts: list[Verdict]) -> str:
    levels = sum((v.levels for v in verdicts), Counter())
    words = sum((v.words for v in verdicts), Counter())

    def share(part: int, whole: int) -> str:
        return f"{100 * part / whole:6.1f}" if whole else "     -"

    return (
        f"{name:<18}{len(verdicts):>4}"
        f"{share(levels['right'], levels['all'])}{levels['wrong']:>6}"
        f"{share(levels['expected_right'], levels['expected'])}"
        f"{share(words['right'], words['right'] + words['extra'])}{share(words['right'], words['all'])}"
        f"{share(words['placed'], words['right'])}{share(words['level_known'], words['right'])}"
        f"{share(sum(v.school for v in verdicts), len(verdicts))}"
        f"{share(sum(v.year for v in verdicts), len(verdicts))}"
        f"{share(levels['sets_right'], levels['sets'])}{share(words['themed'], words['right'])}"
        f"{share(levels['quoted'], levels['quotes'])}"
        f"{sum(v.clashes['found'] for v in verdicts):>6}{sum(v.clashes['false'] for v in verdicts):>6}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("seed", nargs="?", default="first")
    parser.add_argument("--strangers", default="", help="a set of reports of strangers, instead of a look")
    parser.add_argument("--look", type=int, default=0)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--clean", type=int, default=0, help="only so many reports without a defect")
    chosen = parser.parse_args()
    finder = register()
    groups: dict[str, list[Verdict]] = defaultdict(list)
    negatives: list[Verdict] = []
    files = (
        strangers(chosen.strangers, chosen.seed, count=chosen.clean)
        if chosen.strangers
        else clean_reports(chosen.seed, look=chosen.look, count=chosen.clean)
        if chosen.clean
        else every_file(chosen.seed, look=chosen.look)
    )
    if chosen.strangers:
        files = chain(files, no_reports())
    for truth in files:
        kind = truth.defect or (truth.clashes and truth.clashes[0].kind) or truth.negative or truth.layout
        if chosen.only and chosen.only not in (kind, truth.layout):
            continue
        verdict = judge(truth, finder)
        if truth.negative:
            negatives.append(verdict)
            continue
        groups["defects" if truth.defect else "clashes" if truth.clashes else "clean"].append(verdict)
        groups[f"{'! ' if truth.defect else '# ' if truth.clashes else '  '}{kind}"].append(verdict)
    print(
        f"{'':<18}{'n':>4}{'level':>6}{'wrong':>6}{'expct':>6}{'prec':>6}{'recl':>6}{'place':>6}{'edu':>6}"
        f"{'schl':>6}{'year':>6}{'set':>6}{'theme':>6}{'quote':>6}{'found':>6}{'false':>6}"
    )
    for name in sorted(groups, key=lambda n: (not n[0].isalpha(), n)):
        print(_line(name, groups[name]))
    planted = groups["clashes"]
    print("contradictions found", sum(v.clashes["found"] for v in planted), "of", len(planted))
    print("negatives with findings", sum(v.findings > 0 for v in negatives), "of", len(negatives))
    for v in negatives:
        if v.findings:
            print("  ", v.truth.negative, v.findings)
    if chosen.faults:
        for v in [*groups["clean"], *groups["defects"], *groups["clashes"], *negatives]:
            for fault in v.faults:
                print(f"{v.truth.layout}/{v.truth.defect} {v.truth.name}: {fault}")


if __name__ == "__main__":
    main()
