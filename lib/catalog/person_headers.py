"""Headers of columns about single persons as offices write them."""

from functools import cache
from pathlib import Path

from lib.catalog.toml_files import DATA_DIR, load_table, refuse, require
from lib.domain.persons import PersonSort
from lib.thai.text import fold_key


@cache
def load_person_headers(data_dir: Path = DATA_DIR) -> dict[str, PersonSort]:
    """Folded header → what of a person the column holds.

    Raises:
        BadCatalogue: a sort is unknown or a header stands under two sorts.
    """
    path = data_dir / "person_headers.toml"
    sorts: dict[str, PersonSort] = {}
    for name, table in load_table(path).items():
        require(table, ("headers",), file=path.name, where=name)
        if name not in set(PersonSort):
            raise refuse(path.name, name, "ไม่มีข้อมูลบุคคลชนิดนี้")
        for header in table["headers"]:
            if sorts.setdefault(fold_key(header), PersonSort(name)) != PersonSort(name):
                raise refuse(path.name, name, f"หัวคอลัมน์ {header} อยู่ในสองชนิด")
    return sorts
