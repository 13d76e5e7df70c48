"""Headers of columns about single persons as offices write them."""

from functools import cache
from pathlib import Path

from lib.catalog.header_lists import load_header_list
from lib.catalog.toml_files import DATA_DIR
from lib.domain.persons import PersonSort


@cache
def load_person_headers(data_dir: Path = DATA_DIR) -> dict[str, PersonSort]:
    """Folded header → what of a person the column holds.

    Raises:
        BadCatalogue: a sort is unknown or a header stands under two sorts.
    """
    return load_header_list(data_dir / "person_headers.toml", PersonSort)
