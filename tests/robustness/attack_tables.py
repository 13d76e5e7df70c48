"""Attack random published tables by search: ``python -m tests.robustness.attack_tables 10000``."""

import sys
import time

from tests.analysis.suppression_attack import too_close


def main(n_tables: int) -> int:
    """Number of tables that give a hidden count away; each is named."""
    started, bad, unsolved = time.monotonic(), 0, 0
    for seed in range(n_tables):
        try:
            told = too_close(seed)
        except TimeoutError:
            unsolved += 1
            continue
        bad += bool(told)
        for line in told:
            print(line)
    seconds = time.monotonic() - started
    print(f"{n_tables} tables, {bad} give something away, {unsolved} too large to search, {seconds:.0f} s")
    return bad


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)))
