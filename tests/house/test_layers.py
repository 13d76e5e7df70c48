"""Imports go down only; each third-party package has one home."""

import ast
import subprocess
import sys

from tests.house.sources import (
    ROOT,
    app_files,
    imports,
    lib_files,
    loaded_by,
    loads,
    module_name,
    place,
    room,
    running_nodes,
    tree,
)

RANKS = {
    **dict.fromkeys(("lib", "thai", "errors", "settings"), 0),
    "domain": 1,
    "catalog": 2,
    **dict.fromkeys(("ingest", "validation", "analysis", "charts", "storage", "report"), 3),
    "services": 4,
    **dict.fromkeys(("ui", "commands"), 5),
    **dict.fromkeys(("pages", "__main__"), 6),
}

HOMES = {
    "streamlit": {"pages", "ui"},
    "pandas": {"ingest", "validation", "analysis", "storage", "charts"},
    "openpyxl": {"ingest"},
    "python_calamine": {"ingest"},
    "pypdfium2": {"ingest"},
    "defusedxml": {"ingest"},
    "lxml": {"ingest", "report"},
    "rapidfuzz": {"ingest"},
    "psutil": {"ingest"},
    "altair": {"charts"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "psycopg": {"storage"},
    "docx": {"report"},
    "pptx": {"report"},
    "xlsxwriter": {"report"},
    "icalendar": {"report"},
    "scipy": {"analysis"},
    "pythainlp": {"thai"},
    "platformdirs": {"settings"},
    "click": {"__main__", "commands"},
}

#: What parses a file of others; each may crash on a crafted one.
FOREIGN_READERS = {"openpyxl", "python_calamine", "pypdfium2", "lxml", "xml.parsers", "olefile"}
PANDAS_READERS = {"read_excel", "read_html", "read_csv", "read_table", "read_xml"}
READER_CHILD = "lib.ingest.worker"

STANDARD_LIBRARY_ONLY = {"domain", "errors"}


def test_every_room_of_lib_has_a_rank() -> None:
    assert {room(file) for file in lib_files()} - {"__init__"} <= set(RANKS)


def test_imports_go_down_and_never_to_a_sibling() -> None:
    offences = []
    for file in app_files():
        here = room(file)
        for name in imports(file):
            if not name.startswith("lib."):
                continue
            there = name.split(".")[1]
            if there == here or there not in RANKS:
                continue
            same_row = RANKS[there] == RANKS.get(here, 0) and RANKS[there] != 0
            if same_row or RANKS[there] > RANKS.get(here, 0):
                offences.append(f"{place(file)} imports {name}")
    assert offences == []


def test_every_outside_package_stays_in_its_home() -> None:
    offences = [
        f"{place(file)} imports {name}"
        for file in app_files()
        for name in loads(file)
        if room(file) not in HOMES.get(name.split(".")[0], {room(file)})
    ]
    assert offences == []


def test_what_is_imported_for_annotations_only_is_not_loaded() -> None:
    module = ast.parse(
        "import one\n"
        "if TYPE_CHECKING:\n    import two\nelse:\n    import three\n"
        "def later() -> None:\n    import four\n    if ready:\n        import five\n"
    )
    found = [node.names[0].name for node in running_nodes(module) if isinstance(node, ast.Import)]
    assert found == ["one", "three", "four", "five"]


def test_files_of_others_are_parsed_by_the_reader_child_alone() -> None:
    files = {module_name(file): file for file in app_files()}
    readers = {
        name
        for name, file in files.items()
        if room(file) == "ingest" and any(name_in(FOREIGN_READERS, each) for each in loads(file))
    }
    assert readers <= loaded_by([READER_CHILD])
    assert readers & loaded_by(name for name, file in files.items() if room(file) != "ingest") == set()
    assert len(readers) > 5


def name_in(packages: set[str], name: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def test_pandas_reads_no_file_of_others() -> None:
    offences = [
        f"{place(file)}:{node.lineno} {ast.unparse(node)}"
        for file in app_files()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in PANDAS_READERS
    ]
    assert offences == []


def test_domain_and_errors_need_nothing_but_the_standard_library() -> None:
    offences = [
        f"{place(file)} imports {name}"
        for file in lib_files()
        if room(file) in STANDARD_LIBRARY_ONLY
        for name in imports(file)
        if name.split(".")[0] not in {*sys.stdlib_module_names, "lib"}
    ]
    assert offences == []


def test_scipy_is_loaded_only_by_the_function_that_needs_it() -> None:
    offences = []
    for file in lib_files():
        at_import = [node for node in tree(file).body if isinstance(node, ast.Import | ast.ImportFrom)]
        names = [
            node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name
            for node in at_import
        ]
        offences += [f"{place(file)} imports {name}" for name in names if name.split(".")[0] == "scipy"]
    assert offences == []


def test_lib_without_its_ui_never_loads_streamlit() -> None:
    modules = [
        module_name(file)
        for file in lib_files()
        if room(file) not in ("ui", "__main__") and "migrations" not in file.parts
    ]
    code = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] == 'streamlit'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
