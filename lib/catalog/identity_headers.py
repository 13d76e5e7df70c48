"""Headers of identity columns as offices write them."""

from functools import cache
from pathlib import Path

from lib.catalog.toml_files import DATA_DIR, load_table, refuse, require
from lib.domain.columns import Role
from lib.thai.text import fold_key


@cache
def load_identity_headers(data_dir: Path = DATA_DIR) -> dict[str, Role]:
    """Folded header → role.

    Raises:
        BadCatalogue: a role is unknown or a header stands under two roles.
    """
    path = data_dir / "identity_headers.toml"
    roles: dict[str, Role] = {}
    for name, table in load_table(path).items():
        require(table, ("headers",), file=path.name, where=name)
        if name not in {role.value for role in Role}:
            raise refuse(path.name, name, "ไม่มีบทบาทนี้")
        for header in table["headers"]:
            if roles.setdefault(fold_key(header), Role(name)) != Role(name):
                raise refuse(path.name, name, f"หัวคอลัมน์ {header} อยู่ในสองบทบาท")
    return roles
