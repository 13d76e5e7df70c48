"""What was published when, for the change log of the public copy."""

from datetime import date

from lib.domain.publication import Publication
from lib.storage.engine import Store, reading, writing
from lib.storage.settings import load_setting, save_setting
from lib.thai.dates import format_date

_KEY = "publication_history"


def load_publication_history(store: Store) -> tuple[tuple[str, str, str], ...]:
    """(day, data version, what changed), the latest first."""
    return tuple(
        (format_date(date.fromisoformat(day)), str(version), words)
        for day, version, words in reversed(_entries(store)[0])
    )


def record_publication(store: Store, publication: Publication, day: date, *, by: str) -> None:
    """Note that a copy was handed out; the same data on the same day are noted once.

    Raises:
        EditConflict: somebody published at the same moment.
    """
    entries, seen_version = _entries(store)
    counts = publication.counts
    n_hidden = counts.n_primary + counts.n_secondary
    own = (day.isoformat(), publication.data_version)
    if entries and entries[-1][:2] == own:
        return
    newer = bool(entries) and entries[-1][1] != publication.data_version
    what = "ปรับตามข้อมูลที่นำเข้าใหม่" if newer else "เผยแพร่ซ้ำจากข้อมูลเดิม" if entries else "เผยแพร่ครั้งแรก"
    words = f"{what} แสดง {counts.n_published:,} ค่า ปกปิด {n_hidden:,} ค่า"
    with writing(store) as session:
        kept = [*(list(entry) for entry in entries), [*own, words]]
        save_setting(session, _KEY, kept, seen_version=seen_version, by=by)


def _entries(store: Store) -> tuple[list[tuple[str, int, str]], int]:
    with reading(store) as session:
        value, version = load_setting(session, _KEY)
    told = value if isinstance(value, list) else []
    return [(str(day), int(number), str(words)) for day, number, words in told], version
