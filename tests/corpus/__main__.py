"""``python -m tests.corpus``: the table; with ids behind it, everything about those workbooks."""

import sys
import tempfile
from pathlib import Path

from tests.corpus.every import WORKBOOKS
from tests.corpus.judge import judge, open_office
from tests.corpus.tally import table_of


def main(ids: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_office(Path(folder))
        try:
            verdicts = [judge(store, each) for each in WORKBOOKS if not ids or each.id in ids]
        finally:
            store.dispose()
    print(table_of(verdicts))
    for one in verdicts:
        for kind in ("wrong", "extra", "absent", "dropped"):
            for line in getattr(one, kind):
                print(f"{one.workbook.id} {kind}: {line}")
        for issue in one.issues if ids else ():
            print(f"  {issue.severity} {issue.code} {issue.sheet}!{issue.cell} {issue.message}")


if __name__ == "__main__":
    main(sys.argv[1:])
