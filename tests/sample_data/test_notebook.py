"""The example notebook runs as it stands and says what the page says."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from lib.services.analysis import load_office_data, make_periods
from lib.services.explore import list_indicators
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store
from lib.ui import resources

FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
NOTEBOOK = FOLDER / "notebook.ipynb"


@pytest.fixture(scope="module")
def executed(sample_store: Store) -> NotebookNode:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATABASE_VARIABLE, sample_store.url)
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(FOLDER)}}).execute()
    return notebook


def cell(notebook: NotebookNode, name: str) -> NotebookNode:
    return next(each for each in notebook.cells if each["id"] == name)


def printed(notebook: NotebookNode, name: str) -> str:
    return "".join(
        each["text"] for each in cell(notebook, name)["outputs"] if each["output_type"] == "stream"
    )


def test_the_analysis_takes_ten_lines_at_most(executed: NotebookNode) -> None:
    lines = [
        line
        for name in ("open", "analyse")
        for line in cell(executed, name)["source"].splitlines()
        if line.strip() and not line.startswith(("import sys", "sys.path"))
    ]
    assert len(lines) <= 10


def test_it_says_the_sentence_of_the_explore_page(executed: NotebookNode, sample_store: Store) -> None:
    data = load_office_data(sample_store)
    periods = make_periods(data)
    view = resources.indicator_view(sample_store, data, periods, "academic.onet_p6_math")
    assert printed(executed, "analyse").strip() == view.sentence
    found = resources.examination(sample_store, data, periods)
    assert "academic.onet_p6_math" in {each.id for each in list_indicators(data, found, "academic")}


def test_every_row_of_its_table_names_its_cell(executed: NotebookNode) -> None:
    (shown,) = cell(executed, "table")["outputs"]
    assert shown["data"]["text/html"].count("<tr>") >= 10
    assert shown["data"]["text/plain"].count(".xlsx") + shown["data"]["text/html"].count(".xlsx") >= 10


def test_its_findings_end_in_their_rule(executed: NotebookNode) -> None:
    sentences = printed(executed, "findings").strip().split("\n\n")
    assert sentences != [""]
    assert all("(กฎ R" in each for each in sentences)


def test_it_is_stored_without_results() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert all(not each["outputs"] for each in notebook.cells if each["cell_type"] == "code")
