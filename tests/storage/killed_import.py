"""An importer that goes on without end until the test kills its process."""

import os
from multiprocessing.connection import Connection

from lib.settings import DATA_DIR_VARIABLE
from lib.storage.engine import open_store
from tests.storage.loads import figures, keep_and_load

N_SCHOOLS = 200


def import_forever(url: str, data_dir: str, first: int, said: Connection) -> None:
    """Say True before and False after each load, so the test knows what was begun and acknowledged."""
    os.environ[DATA_DIR_VARIABLE] = data_dir  # the server of processes was started by another test
    store = open_store(url)
    for number in range(first, first + 1_000_000):
        said.send(True)
        keep_and_load(store, f"file {number}".encode(), figures([float(number)] * N_SCHOOLS))
        said.send(False)
