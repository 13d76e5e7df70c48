"""The catalogue as packaged; what an office changed is laid over it by lib.services."""

from functools import cache, lru_cache
from pathlib import Path

from lib.catalog.checks import check_aliases, check_indicators
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


@lru_cache(maxsize=4)
def make_catalogue(
    domains: tuple[DomainArea, ...], indicators: tuple[Indicator, ...], scales: tuple[RatingScale, ...]
) -> Catalogue:
    """A catalogue whose entries agree with each other.

    Raises:
        BadCatalogue: an entry breaks a rule of lib.catalog.checks; file, entry and reason are named.
    """
    by_id = {indicator.id: indicator for indicator in indicators}
    catalogue = Catalogue(domains, indicators, scales, by_id)
    check_indicators(catalogue)
    check_aliases(catalogue)
    return catalogue


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
