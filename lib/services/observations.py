"""All current figures as a tidy table, for people and for other programs."""

import csv
import io

from lib.storage.engine import Store, reading
from lib.storage.observations import load_observations
from lib.storage.schools import load_schools
from lib.thai.text import safe_text

CSV_COLUMNS = (
    "school_id", "smis_code", "school_name", "indicator_id", "period_kind", "year_be", "term", "value", "n",
    "source_file", "source_ref",
)  # fmt: skip


def observations_csv(store: Store) -> str:
    """Every current figure, one line each; UTF-8 text that a spreadsheet never takes for a formula."""
    with reading(store) as session:
        frame = load_observations(session)
        schools = {school.school_id: school for school in load_schools(session)}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    order = ["school_id", "indicator_id", "period_kind", "year_be", "term"]
    for row in frame.sort_values(order).to_dict("records"):
        school = schools[str(row["school_id"])]
        writer.writerow(
            (
                school.school_id, school.smis_code, safe_text(school.name), row["indicator_id"],
                row["period_kind"], row["year_be"], row["term"] or "", _plain(float(row["value"])),
                _plain(float(row["n"])), safe_text(str(row["source_file"])),
                safe_text(str(row["source_ref"])),
            )
        )  # fmt: skip
    return out.getvalue()


def _plain(value: float) -> str:
    if value != value:
        return ""
    return str(int(value)) if float(value).is_integer() else repr(float(value))
