"""The catalogue as packaged; what an office changed is laid over it by lib.services."""

from functools import cache
from pathlib import Path

from lib.catalog.indicators import load_indicators
from lib.catalog.toml_files import DATA_DIR, load_table, refuse, refuse_unknown, require
from lib.domain.indicators import Band, Catalogue, DomainArea, Indicator, RatingScale
from lib.domain.schools import OfficeType, SizeBand, SizeScheme


@cache
def load_catalogue(data_dir: Path = DATA_DIR) -> Catalogue:
    """Domains, indicators and rating scales.

    Raises:
        BadCatalogue: a file breaks a rule; file, entry and reason are named.
    """
    domains = load_domains(data_dir)
    scales = load_scales(data_dir)
    indicators = tuple(
        indicator
        for area in domains
        for indicator in load_indicators(data_dir / "indicators" / f"{area.id}.toml", area.id)
    )
    return make_catalogue(domains, indicators, scales)


def make_catalogue(
    domains: tuple[DomainArea, ...], indicators: tuple[Indicator, ...], scales: tuple[RatingScale, ...]
) -> Catalogue:
    """A catalogue whose entries agree with each other.

    Raises:
        BadCatalogue: an id occurs twice, a scale or a part of a total does not exist, a target is out of range.
    """
    by_id = {indicator.id: indicator for indicator in indicators}
    known_scales = {scale.id for scale in scales}
    seen: set[str] = set()
    for indicator in indicators:
        file = f"{indicator.domain}.toml"
        if indicator.id in seen:
            raise refuse(file, indicator.id, "รหัสซ้ำกัน")
        seen.add(indicator.id)
        if indicator.scale and indicator.scale not in known_scales:
            raise refuse(file, indicator.id, f"ไม่มีเกณฑ์ {indicator.scale} ใน scales.toml")
        for part in indicator.total_of:
            if part not in by_id:
                raise refuse(file, indicator.id, f"total_of อ้างถึง {part} ที่ไม่มีอยู่")
        if indicator.target is not None and not in_range(indicator, indicator.target):
            raise refuse(file, indicator.id, f"ค่าเป้าหมาย {indicator.target} อยู่นอกช่วงที่เป็นไปได้")
    return Catalogue(domains, indicators, scales, by_id)


def in_range(indicator: Indicator, value: float) -> bool:
    """Whether a value is possible for the indicator; an open end allows everything on its side."""
    low, high = indicator.valid_min, indicator.valid_max
    return (low is None or value >= low) and (high is None or value <= high)


@cache
def load_domains(data_dir: Path = DATA_DIR) -> tuple[DomainArea, ...]:
    """The four domains in the order of the file."""
    path = data_dir / "domains.toml"
    areas = []
    for order, table in enumerate(load_table(path).get("domain", [])):
        where = str(table.get("id", "?"))
        keys = ("id", "name", "short_name", "colour", "owner")
        require(table, keys, file=path.name, where=where)
        refuse_unknown(table, keys, file=path.name, where=where)
        areas.append(DomainArea(order=order, **{key: str(table[key]) for key in keys}))
    return tuple(areas)


@cache
def load_scales(data_dir: Path = DATA_DIR) -> tuple[RatingScale, ...]:
    """Every rating scale with its cut-offs."""
    path = data_dir / "scales.toml"
    scales = []
    for table in load_table(path).get("scale", []):
        where = str(table.get("id", "?"))
        require(table, ("id", "name", "bands"), file=path.name, where=where)
        bands = tuple(Band(float(band["lower"]), str(band["label"])) for band in table["bands"])
        if [band.lower for band in bands] != sorted({band.lower for band in bands}):
            raise refuse(path.name, where, "ขีดล่างของแต่ละระดับต้องเรียงจากน้อยไปมากและไม่ซ้ำ")
        scales.append(RatingScale(str(table["id"]), str(table["name"]), bands, str(table.get("source", ""))))
    return tuple(scales)


@cache
def load_size_schemes(data_dir: Path = DATA_DIR) -> tuple[SizeScheme, ...]:
    """School-size schemes; the first of an office type is its default."""
    path = data_dir / "size_schemes.toml"
    schemes = []
    for table in load_table(path).get("scheme", []):
        where = str(table.get("id", "?"))
        require(table, ("id", "name", "office_type", "bands"), file=path.name, where=where)
        bands = tuple(
            SizeBand(str(band["id"]), str(band["name"]), int(band["lower"]), band.get("upper"))
            for band in table["bands"]
        )
        schemes.append(
            SizeScheme(str(table["id"]), str(table["name"]), OfficeType(table["office_type"]), bands)
        )
    return tuple(schemes)
