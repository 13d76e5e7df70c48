"""Headers of identity columns as offices write them."""

from functools import cache
from pathlib import Path

from lib.catalog.header_lists import load_header_list
from lib.catalog.toml_files import DATA_DIR
from lib.domain.columns import Role


@cache
def load_identity_headers(data_dir: Path = DATA_DIR) -> dict[str, Role]:
    """Folded header → role.

    Raises:
        BadCatalogue: a role is unknown or a header stands under two roles.
    """
    return load_header_list(data_dir / "identity_headers.toml", Role)
