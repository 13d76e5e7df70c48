"""The office that the crafted files are handed to."""

from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.builders import make_schools

SCHOOLS = make_schools(12)


def open_office(url: str) -> Store:
    """An office with a register and no figure."""
    store = open_store(url)
    with writing(store) as session:
        save_schools(session, SCHOOLS)
    return store
