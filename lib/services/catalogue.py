"""The catalogue as this office sees it: the packaged files with the office's changes laid over them."""

import math
from dataclasses import fields, replace

from lib.catalog.checks import in_range
from lib.catalog.loader import load_catalogue, make_catalogue
from lib.domain.indicators import Catalogue, Direction, Indicator
from lib.errors import BadCatalogue, WorkbenchError
from lib.storage.engine import Store, reading, writing
from lib.storage.settings import load_indicator_changes, load_setting, save_indicator_changes, save_setting
from lib.thai.text import fold_key

#: What an office may change; everything else is the meaning of the figure and stays with the file.
EDITABLE = ("name", "short_name", "target", "target_high", "benchmark", "benchmark_label", "owner", "note")
_ORDER_KEY = "domain_order"


def load_office_catalogue(store: Store) -> Catalogue:
    """Domains in the office's order, indicators with the office's names, targets and benchmarks."""
    with reading(store) as session:
        changes = load_indicator_changes(session)
        order, _ = load_setting(session, _ORDER_KEY)
    packaged = load_catalogue()
    domains = packaged.domains
    if isinstance(order, list):
        place = {domain_id: position for position, domain_id in enumerate(order)}
        domains = tuple(sorted(domains, key=lambda area: place.get(area.id, len(place) + area.order)))
    position = {area.id: number for number, area in enumerate(domains)}
    indicators = tuple(
        sorted(
            (_changed(indicator, changes) for indicator in packaged.indicators),
            key=lambda indicator: position[indicator.domain],
        )
    )
    return make_catalogue(domains, indicators, packaged.scales)


def change_versions(store: Store) -> dict[str, int]:
    """indicator id → version of the office's changes; an indicator never changed is absent."""
    with reading(store) as session:
        return {key: version for key, (_, version) in load_indicator_changes(session).items()}


def change_indicator(
    store: Store, indicator_id: str, changes: dict[str, object], *, seen_version: int, by: str
) -> None:
    """Lay the office's changes over one indicator; values equal to the file's are no change.

    Args:
        changes: fields out of EDITABLE; None clears a target or benchmark.

    Raises:
        WorkbenchError: the indicator does not exist, a field may not change, or a target is impossible.
        EditConflict: somebody changed it meanwhile.
    """
    packaged = load_catalogue().by_id.get(indicator_id)
    if packaged is None:
        raise WorkbenchError(f"ไม่มีตัวชี้วัด {indicator_id}", "เลือกตัวชี้วัดจากรายการ")
    unknown = sorted(set(changes) - set(EDITABLE))
    if unknown:
        raise WorkbenchError(f"ช่อง {', '.join(unknown)} แก้ในหน้านี้ไม่ได้", "แก้ในไฟล์พจนานุกรมตัวชี้วัด")
    for key in ("target", "target_high", "benchmark"):
        value = changes.get(key)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise WorkbenchError(f"“{value}” ไม่ใช่ตัวเลข ยังไม่ได้บันทึก", "พิมพ์ตัวเลข หรือเว้นว่างถ้าไม่กำหนด")
        if key != "benchmark" and not in_range(packaged, float(value)):
            raise WorkbenchError(
                f"ค่าเป้าหมาย {value:g} ของ “{packaged.short_name}” อยู่นอกช่วงที่เป็นไปได้", "แก้ค่าเป้าหมายแล้วบันทึกใหม่"
            )
    for key in ("name", "short_name"):
        if key in changes and not str(changes[key]).strip():
            raise WorkbenchError("ชื่อตัวชี้วัดว่างไม่ได้", "พิมพ์ชื่อแล้วบันทึกใหม่")
    real = {key: value for key, value in changes.items() if value != getattr(packaged, key)}
    _check_change(load_office_catalogue(store), _changed(packaged, {indicator_id: (real, 0)}))
    with writing(store) as session:
        save_indicator_changes(session, indicator_id, real, seen_version=seen_version, by=by)


def load_domain_order(store: Store) -> tuple[tuple[str, ...], int]:
    """Ids of the domains in the office's order, and the version seen."""
    with reading(store) as session:
        _, version = load_setting(session, _ORDER_KEY)
    return tuple(area.id for area in load_office_catalogue(store).domains), version


def save_domain_order(store: Store, order: tuple[str, ...], *, seen_version: int, by: str) -> None:
    """Save the order in which domains are shown and reported.

    Raises:
        WorkbenchError: a domain is missing or named twice.
        EditConflict: somebody saved it meanwhile.
    """
    if sorted(order) != sorted(area.id for area in load_catalogue().domains):
        raise WorkbenchError("ลำดับต้องมีครบทุกด้าน ด้านละหนึ่งครั้ง ยังไม่ได้บันทึก", "เลือกด้านที่เหลือให้ครบแล้วบันทึกใหม่")
    with writing(store) as session:
        save_setting(session, _ORDER_KEY, list(order), seen_version=seen_version, by=by)


def _check_change(catalogue: Catalogue, changed: Indicator) -> None:
    """See in words for staff that the catalogue can still be read with this change in it."""
    again = "แก้แล้วบันทึกใหม่ ยังไม่ได้บันทึก"
    if changed.direction is Direction.BAND:
        low, high = changed.target, changed.target_high
        if low is None or high is None or low > high:
            raise WorkbenchError("ตัวชี้วัดนี้ดีเมื่ออยู่ในช่วง จึงต้องมีเป้าหมายต่ำสุดและสูงสุด และต่ำสุดต้องไม่เกินสูงสุด", again)
    if changed.direction is Direction.CONTEXT and changed.target is not None:
        raise WorkbenchError("ตัวชี้วัดนี้เป็นข้อมูลประกอบ ไม่ใช้ตัดสิน จึงตั้งเป้าหมายไม่ได้", again)
    if changed.benchmark is not None and not changed.benchmark_label:
        raise WorkbenchError("ค่าเปรียบเทียบต้องบอกที่มา เช่น ค่าเฉลี่ยระดับประเทศ ปีการศึกษา 2567", again)
    if changed.benchmark is not None and not in_range(changed, changed.benchmark):
        raise WorkbenchError(f"ค่าเปรียบเทียบ {changed.benchmark:g} อยู่นอกช่วงที่เป็นไปได้", again)
    others = [each for each in catalogue.indicators if each.id != changed.id]
    taken = {fold_key(name): each for each in others for name in (each.name, each.short_name)}
    for name in (changed.name, changed.short_name):
        if fold_key(name) in taken:
            raise WorkbenchError(f"ชื่อ “{name}” ใช้กับ “{taken[fold_key(name)].name}” อยู่แล้ว", again)
    every = tuple(changed if each.id == changed.id else each for each in catalogue.indicators)
    try:
        make_catalogue(catalogue.domains, every, catalogue.scales)
    except BadCatalogue as error:
        raise WorkbenchError(f"แก้ตัวชี้วัดเช่นนี้ไม่ได้: {error.message}", again) from error


def _changed(indicator: Indicator, changes: dict[str, tuple[dict[str, object], int]]) -> Indicator:
    found = changes.get(indicator.id)
    if found is None:
        return indicator
    known = {each.name for each in fields(Indicator)} & set(EDITABLE)
    values = {key: value for key, value in found[0].items() if key in known}
    # Files headed with the packaged name must go on being recognised after a rename.
    told = (*indicator.full_aliases, indicator.name, indicator.short_name)
    return replace(indicator, full_aliases=tuple(dict.fromkeys(told)), **values)  # type: ignore[arg-type]
