"""Every page is reachable, described, and has an address that the file name cannot shadow."""

import ast

from tests.house.sources import ROOT, page_files, place, tree

NAVIGATION = ROOT / "lib" / "ui" / "navigation.py"


def listed_pages() -> list[dict[str, str]]:
    """Fields path and url_path of every entry of PAGES."""
    entries = []
    for node in tree(NAVIGATION).body:
        target = node.target if isinstance(node, ast.AnnAssign) else None
        if isinstance(node, ast.Assign):
            target = node.targets[0]
        if not (isinstance(target, ast.Name) and target.id == "PAGES"):
            continue
        assert isinstance(node, ast.Assign | ast.AnnAssign)
        assert isinstance(node.value, ast.Tuple)
        for call in node.value.elts:
            assert isinstance(call, ast.Call)
            assert isinstance(call.func, ast.Name)
            words = dict(zip(field_names(call.func.id), call.args, strict=False))
            words |= {word.arg: word.value for word in call.keywords if word.arg}
            entries.append({name: str(ast.literal_eval(words[name])) for name in ("path", "url_path")})
    assert entries, "PAGES lists no page"
    return entries


def field_names(class_name: str) -> list[str]:
    """Fields of a dataclass of the navigation, in order."""
    return [
        line.target.id
        for node in tree(NAVIGATION).body
        if isinstance(node, ast.ClassDef) and node.name == class_name
        for line in node.body
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
    ]


def test_every_page_file_is_in_the_navigation_once() -> None:
    assert sorted(page["path"] for page in listed_pages()) == [place(file) for file in page_files()]


def test_no_address_equals_a_file_name() -> None:
    stems = {file.stem for file in page_files()}
    assert [page["url_path"] for page in listed_pages() if page["url_path"] in stems] == []


def test_addresses_are_plain_and_unique() -> None:
    addresses = [page["url_path"] for page in listed_pages()]
    assert len(set(addresses)) == len(addresses)
    assert [word for word in addresses if not (word.isascii() and word.replace("-", "").isalnum())] == []


def test_the_readme_names_every_page() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [place(file) for file in page_files() if place(file) not in readme] == []
