"""Reports of the corpus printed to PDF by LibreOffice read as well as the Word files they came from."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.sar_corpus.every import make_report
from tests.sar_corpus.ruler import Verdict, judge, register

_LAYOUTS = ("guide_book", "mixed_digits", "item_headings", "table_only", "tick_columns", "targets", "prose")


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed: nothing here prints a Word file to PDF")
    folder = tmp_path_factory.mktemp("pdf")
    truths = [make_report("as-pdf", number, layout) for number, layout in enumerate(_LAYOUTS)]
    files = [folder / f"{number}.docx" for number in range(len(truths))]
    for file, truth in zip(files, truths, strict=True):
        file.write_bytes(truth.content)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for file, truth in zip(files, truths, strict=True):
        truth.content = Path(file).with_suffix(".pdf").read_bytes()
        truth.name = truth.name.replace(".docx", ".pdf")
    finder = register()
    return [judge(truth, finder) for truth in truths]


def _sum(verdicts: list[Verdict], part: str) -> Counter[str]:
    return sum((getattr(verdict, part) for verdict in verdicts), Counter())


def _faults(verdicts: list[Verdict]) -> list[str]:
    return [f"{v.truth.layout}: {fault}" for v in verdicts for fault in v.faults if "place" not in fault]


def test_levels_are_read_and_none_is_invented(verdicts: list[Verdict]) -> None:
    levels = _sum(verdicts, "levels")
    assert levels["right"] >= 0.98 * levels["all"] > 0, _faults(verdicts)
    assert levels["wrong"] == 0, _faults(verdicts)


def test_school_and_year_are_read(verdicts: list[Verdict]) -> None:
    assert [v.truth.layout for v in verdicts if not (v.school and v.year)] == []


def test_statements_are_found_and_no_others(verdicts: list[Verdict]) -> None:
    words = _sum(verdicts, "words")
    assert words["right"] >= 0.95 * words["all"] > 0, _faults(verdicts)
    assert words["right"] >= 0.95 * (words["right"] + words["extra"]), _faults(verdicts)
