"""Sizes, names and the habits that this project does without."""

import ast
import subprocess
from pathlib import Path

import pytest

from lib.ui.state import Key
from tests.house.sources import (
    ROOT,
    app_files,
    checked_tests,
    lib_files,
    page_files,
    place,
    strings_outside_docstrings,
    tree,
)

TOP_LEVEL = {
    "app.py", "pages", "lib", "sample_data", "tests", "run.py",
    "requirements.txt", "requirements-dev.txt", "pyproject.toml", "README.md",
}  # fmt: skip
EMPTY_NAMES = {"utils", "helpers", "common", "manager", "misc"}


def tracked_files() -> list[str]:
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", "ls-files"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    names = done.stdout.splitlines()
    assert names, "git lists no file: this check would look at nothing"
    return names


def lines_of(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_no_page_is_longer_than_100_lines() -> None:
    assert {place(file): lines_of(file) for file in page_files() if lines_of(file) > 100} == {}


def test_no_module_of_lib_is_longer_than_200_lines() -> None:
    kept_as_they_ran = ROOT / "lib" / "storage" / "migrations" / "versions"
    modules = [file for file in lib_files() if file.parent != kept_as_they_ran]
    assert {place(file): lines_of(file) for file in modules if lines_of(file) > 200} == {}


def test_no_file_has_a_name_that_says_nothing() -> None:
    names = tracked_files()
    assert [name for name in names if EMPTY_NAMES & {Path(part).stem for part in Path(name).parts}] == []


def test_git_keeps_the_folders_that_stock_ignore_lists_hide() -> None:
    wanted = [name for name in ("lib", "sample_data", "tests", "requirements.txt") if (ROOT / name).exists()]
    assert "lib" in wanted
    inside = [*wanted, *(place(file) for file in lib_files())]
    inside += [place(path) for path in (ROOT / "sample_data").rglob("*") if "__pycache__" not in path.parts]
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin"],
        cwd=ROOT,
        input="\n".join(inside),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stdout == ""
    assert done.returncode == 1, done.stderr


def test_the_top_level_holds_only_what_was_agreed() -> None:
    top = {Path(name).parts[0] for name in tracked_files()}
    assert {name for name in top if not name.startswith(".")} - TOP_LEVEL == set()


@pytest.mark.parametrize("folder", ["lib", "pages", "tests"])
def test_no_file_is_left_half_done(folder: str) -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "X" * 3 + ":")
    files = sorted((ROOT / folder).rglob("*.py"))
    assert files
    assert [place(file) for file in files if any(mark in file.read_text("utf-8") for mark in marks)] == []


def test_word_tables_are_neither_read_nor_filled_cell_by_cell() -> None:
    offences = [
        f"{place(file)}:{node.lineno} {ast.unparse(node)}"
        for file in app_files()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute)
        and (node.attr in {"add_row", "row_cells"} or ast.unparse(node).endswith("table.cell"))
    ]
    assert offences == []


def test_no_data_reaches_the_browser_as_raw_html() -> None:
    offences = []
    for file in app_files():
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html":
                offences.append(f"{place(file)}:{node.value.lineno} unsafe_allow_html")
            if isinstance(node, ast.Attribute) and ast.unparse(node).endswith("components.v1"):
                offences.append(f"{place(file)}:{node.lineno} components.v1")
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("streamlit.components.v1"):
                offences.append(f"{place(file)}:{node.lineno} components.v1")
            if isinstance(node, ast.Import) and any("components.v1" in alias.name for alias in node.names):
                offences.append(f"{place(file)}:{node.lineno} components.v1")
    assert offences == []


def test_no_test_is_skipped_without_a_reason() -> None:
    skips = {"pytest.skip", "pytest.xfail", "pytest.mark.skip", "pytest.mark.skipif", "pytest.mark.xfail"}
    offences = []
    for file in checked_tests():
        nodes = list(ast.walk(tree(file)))
        called = {id(node.func): node for node in nodes if isinstance(node, ast.Call)}
        for node in nodes:
            if not (isinstance(node, ast.Attribute) and ast.unparse(node) in skips):
                continue
            call = called.get(id(node))
            positional = call is not None and bool(call.args) and "mark" not in ast.unparse(node)
            named = call is not None and any(word.arg == "reason" for word in call.keywords)
            if not (positional or named):
                offences.append(f"{place(file)}:{node.lineno} {ast.unparse(node)}")
    assert offences == []


def test_no_page_names_a_session_key_itself() -> None:
    offences = []
    for file in page_files():
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Attribute) and node.attr == "session_state":
                offences.append(f"{place(file)}:{node.lineno} session_state")
            if isinstance(node, ast.keyword) and node.arg == "key" and isinstance(node.value, ast.Constant):
                offences.append(f"{place(file)}:{node.value.lineno} key={node.value.value!r}")
    assert offences == []


def test_nothing_names_a_computer_of_its_makers() -> None:
    makers = ("/" + "work/", "/" + "root/", "/home" + "/")
    offences = [
        f"{place(file)}:{node.lineno}"
        for file in app_files()
        for node in strings_outside_docstrings(file)
        if any(word in str(node.value) for word in makers)
    ]
    assert offences == []


def test_every_session_key_is_used() -> None:
    named = {
        node.attr
        for file in app_files()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Key"
    }
    assert {key.name for key in Key} - named == set()


def test_no_page_fails_on_a_value_that_is_not_among_its_options() -> None:
    drawing = [file for file in app_files() if file in page_files() or file.parent.name == "ui"]
    offences = [
        f"{place(file)}:{node.lineno}"
        for file in drawing
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "index"
    ]
    assert offences == []
