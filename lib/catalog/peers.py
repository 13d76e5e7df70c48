"""What like schools are found by, and the reasons offered for changing a list, from a checked TOML file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lib.catalog.loader import load_catalogue
from lib.catalog.toml_files import DATA_DIR, Sort, load_table, refuse, refuse_unknown, require, require_sorts
from lib.domain.indicators import Kind

_SORTS = {
    "disadvantaged_n_of": Sort.TEXT,
    "disadvantaged_weight": Sort.NUMBER,
    "min_known_pct": Sort.NUMBER,
    "reasons": Sort.TEXTS,
}
_WHOLE_PCT = 100


@dataclass(frozen=True, slots=True)
class PeerRules:
    """The file as packaged; the first three are those of lib.domain.peers.PeerBasis."""

    disadvantaged_n_of: str
    disadvantaged_weight: float
    min_known_pct: float
    reasons: tuple[str, ...]


@cache
def load_peer_rules(path: Path = DATA_DIR / "peers.toml") -> PeerRules:
    """The rules of like schools.

    Raises:
        BadCatalogue: a key is missing, unknown or of the wrong sort, or the indicator counts no people.
    """
    table, where = load_table(path), "ทั้งไฟล์"
    require(table, _SORTS, file=path.name, where=where)
    refuse_unknown(table, _SORTS, file=path.name, where=where)
    require_sorts(table, _SORTS, file=path.name, where=where)
    rules = PeerRules(
        table["disadvantaged_n_of"],
        float(table["disadvantaged_weight"]),
        float(table["min_known_pct"]),
        tuple(table["reasons"]),
    )
    counted = load_catalogue().by_id.get(rules.disadvantaged_n_of)
    if rules.disadvantaged_n_of and (counted is None or counted.kind is not Kind.PROPORTION):
        raise refuse(path.name, rules.disadvantaged_n_of, "ไม่ใช่ตัวชี้วัดร้อยละในพจนานุกรม จึงไม่มีจำนวนผู้เรียนให้ใช้")
    if not 0 < rules.min_known_pct <= _WHOLE_PCT:
        raise refuse(path.name, "min_known_pct", "ต้องมากกว่า 0 และไม่เกิน 100")
    if rules.disadvantaged_weight < 0:
        raise refuse(path.name, "disadvantaged_weight", "ติดลบไม่ได้")
    if not rules.reasons:
        raise refuse(path.name, "reasons", "ต้องมีเหตุผลให้เลือกอย่างน้อย 1 ข้อ")
    return rules
