"""The project's own Python files, read without importing them."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def lib_files() -> list[Path]:
    """Every module below lib."""
    return _found("lib", "**/*.py")


def page_files() -> list[Path]:
    """Every page."""
    return _found("pages", "*.py")


def app_files() -> list[Path]:
    """Every module of the product: the frame, the pages, lib."""
    outside = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]
    return [*(file for file in outside if file.exists()), *lib_files()]


def checked_tests() -> list[Path]:
    """Every test module."""
    return _found("tests", "**/test_*.py")


def _found(folder: str, pattern: str) -> list[Path]:
    files = sorted((ROOT / folder).glob(pattern))
    assert files, f"no Python file below {folder}: this check would look at nothing"
    return files


def place(file: Path) -> str:
    """A file's name as a person finds it."""
    return file.relative_to(ROOT).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(file.read_text(encoding="utf-8"), place(file))


def room(file: Path) -> str:
    """The layer a file lives in: ``pages`` (with app.py), or the first name below lib."""
    parts = file.relative_to(ROOT).parts
    if parts[0] != "lib":
        return "pages"
    return parts[1].removesuffix(".py") if len(parts) > 1 else "lib"


def module_name(file: Path) -> str:
    """Dotted name, as an import says it."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def loaded_by(starts: Iterable[str]) -> set[str]:
    """Names of our modules that these load, themselves included, whichever function does it."""
    files = {module_name(file): file for file in app_files()}
    found: set[str] = set()
    waiting = [name for name in starts if name in files]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        nodes = [node for node in running_nodes(tree(files[name])) if isinstance(node, ast.ImportFrom)]
        within = (f"{node.module}.{alias.name}" for node in nodes for alias in node.names)
        waiting += [each for each in (*loads(files[name]), *within) if each in files]
    return found


def imports(file: Path) -> Iterator[str]:
    """Dotted names a file imports anywhere, also inside functions; ``from lib import x`` counts as lib.x."""
    return _names(file, ast.walk(tree(file)))


def loads(file: Path) -> Iterator[str]:
    """Like :func:`imports`, without what is imported for annotations only and never loaded."""
    return _names(file, running_nodes(tree(file)))


def running_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Every node below but the bodies of ``if TYPE_CHECKING:``."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
            for otherwise in child.orelse:
                yield from running_nodes(otherwise)
        else:
            yield from running_nodes(child)


def _names(file: Path, nodes: Iterator[ast.AST]) -> Iterator[str]:
    package = file.relative_to(ROOT).with_suffix("").parts
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            if module == "lib":
                yield from (f"lib.{alias.name}" for alias in node.names)
            else:
                yield module


def strings_outside_docstrings(file: Path) -> Iterator[ast.Constant]:
    """String constants that are values, not documentation."""
    documentation = {
        id(node.value)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node
