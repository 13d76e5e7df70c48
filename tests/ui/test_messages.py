"""The table of issues as a file."""

import csv
import io

from lib.ui.messages import issues_csv


def test_a_cell_of_a_bad_file_is_neither_run_nor_broken_into_columns() -> None:
    rows = [{"เซลล์": "A1", "ค่าในไฟล์": "=1+1"}, {"เซลล์": "A2", "ค่าในไฟล์": "ก\tข\nค"}]
    content = issues_csv(rows)
    assert content.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert read == [["เซลล์", "ค่าในไฟล์"], ["A1", "'=1+1"], ["A2", "ก\tข\nค"]]
