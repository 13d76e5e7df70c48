"""Small loads of fictional figures for the storage tests."""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy.orm import Session

from lib.domain.datasets import RowCounts
from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS
from lib.domain.schools import School
from lib.storage.datasets import save_dataset
from lib.storage.engine import Store, writing
from lib.storage.files import content_hash, keep_file, register_file
from lib.storage.register_loads import load_register_history, save_register_load
from lib.storage.schools import save_schools

MATH = "academic.onet_p6_math"


def figures(values: Sequence[float], *, year_be: int = 2567, numerator: float | None = None) -> pd.DataFrame:
    """Values of schools 00000001, 00000002 … in one year."""
    rows = [
        (MATH, f"{n:08d}", "academic_year", year_be, 0, value, numerator, 10.0, None, f"ข้อมูล!E{n + 4}")
        for n, value in enumerate(values, start=1)
    ]
    return pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))


def area_figures(*values: float, scope: str = "area", source_ref: str = "ข้อมูล!E9") -> pd.DataFrame:
    """Stated figures of one scope and year."""
    rows = [(MATH, scope, "เขตสมมติ", "academic_year", 2567, 0, value, None, source_ref) for value in values]
    return pd.DataFrame(rows, columns=list(BENCHMARK_COLUMNS))


def add_schools(store: Store, n: int) -> None:
    with writing(store) as session:
        save_schools(session, [School(f"{k:08d}", f"สมมติ {k}", f"{k:08d}") for k in range(1, n + 1)])


def load(
    session: Session,
    content: bytes,
    observed: pd.DataFrame,
    stated: pd.DataFrame | None = None,
    *,
    rows: RowCounts | None = None,
    choices_key: str = "-",
    new_schools: Sequence[School] = (),
    replaces: int | None = None,
) -> int:
    """Register and store one load of a file that lies in the folder or not."""
    sha256 = content_hash(content)
    register_file(session, sha256, "สมมติ.xlsx", len(content))
    return save_dataset(
        session,
        sha256=sha256,
        file_name="สมมติ.xlsx",
        choices_key=choices_key,
        rows=rows or RowCounts(len(observed), len(observed), 0, 0),
        observed=observed,
        stated=area_figures() if stated is None else stated,
        report={},
        by="ก",
        new_schools=new_schools,
        replaces=replaces,
    )


def keep_and_load(store: Store, content: bytes, observed: pd.DataFrame, **more: object) -> int:
    """Store a load as an import does: the file first, then one transaction."""
    keep_file(store, content)
    with writing(store) as session:
        return load(session, content, observed, **more)  # type: ignore[arg-type]


def take_in_register(store: Store, entries: Sequence[School], content: bytes = b"register") -> int:
    """Take a register file in as the page does; its number."""
    sha256 = keep_file(store, content)
    with writing(store) as session:
        register_file(session, sha256, "ทะเบียนสมมติ.xlsx", len(content))
        save_register_load(
            session,
            entries,
            sha256=sha256,
            file_name="ทะเบียนสมมติ.xlsx",
            rows=RowCounts(len(entries), len(entries), 0, 0),
            by="ก",
        )
        return load_register_history(session)[0].load_id
