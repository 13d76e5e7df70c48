"""Where one is on the explore page, from the committee down to a school, and the ways back up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from lib.domain.schools import School
from lib.services.analysis import OfficeData
from lib.services.explore import find_school
from lib.services.explore_overview import IndicatorLine
from lib.ui.pickers import keep_within
from lib.ui.plain import plain
from lib.ui.state import Key, get, put

#: Name in the address → the choice it sets; such an address can be sent to a colleague on the office server.
_LINKED = {
    "domain": Key.EXPLORED_DOMAIN,
    "indicator": Key.INDICATOR,
    "cluster": Key.CLUSTER,
    "school": Key.SCHOOL,
}
_STEP = "›"


@dataclass(frozen=True, slots=True)
class Place:
    """What is chosen; empty where nothing is."""

    domain: str
    indicator_id: str
    cluster: str
    school: School | None


def go_to(*, domain: str, indicator_id: str = "", cluster: str = "", school_id: str = "") -> None:
    """Stand at a place of the path; for callbacks."""
    put(Key.EXPLORED_DOMAIN, domain)
    put(Key.INDICATOR, indicator_id)
    put(Key.CLUSTER, cluster)
    put(Key.SCHOOL, school_id or None)


def settle(data: OfficeData, lines: Mapping[str, Sequence[IndicatorLine]]) -> Place:
    """The place that the address and the choices name, once what is not there any more was let go.

    Args:
        lines: domain → its indicators with figures; at least one domain has any.
    """
    _take_link(data, lines)
    domains = [domain for domain, own in lines.items() if own]
    known = {line.indicator_id: domain for domain in domains for line in lines[domain]}
    clusters = {school.cluster for school in data.schools}
    keep_within(Key.INDICATOR, ("", *known))
    keep_within(Key.CLUSTER, ("", *clusters))
    keep_within(Key.EXPLORED_DOMAIN, domains)
    indicator_id = get(Key.INDICATOR, "")
    if indicator_id:
        put(Key.EXPLORED_DOMAIN, known[indicator_id])
    return Place(
        get(Key.EXPLORED_DOMAIN, domains[0]),
        indicator_id,
        get(Key.CLUSTER, ""),
        find_school(data, get(Key.SCHOOL, None) or ""),
    )


def keep_link(place: Place) -> None:
    """Let the address name the place."""
    named = {
        "domain": place.domain,
        "indicator": place.indicator_id,
        "cluster": place.cluster,
        "school": place.school.school_id if place.school else "",
    }
    link = {name: value for name, value in named.items() if value}
    put(Key.EXPLORED_LINK, link)
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)


def show_path(data: OfficeData, place: Place) -> None:
    """The parts of the path as buttons that lead back up; the last one is where one stands."""
    cluster = place.school.cluster if place.school and place.indicator_id else place.cluster
    first = data.catalogue.domains[0].id
    parts = [("คณะกรรมการ", {"domain": first})]
    parts.append((data.catalogue.domain(place.domain).short_name, {"domain": place.domain}))
    if place.indicator_id:
        here = {"domain": place.domain, "indicator_id": place.indicator_id}
        parts.append((data.catalogue.by_id[place.indicator_id].short_name, here))
        if cluster:
            parts.append((cluster, {**here, "cluster": cluster}))
        if place.school:
            parts.append(
                (place.school.name, {**here, "cluster": cluster, "school_id": place.school.school_id})
            )
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="explore-path"):
        for number, (words, target) in enumerate(parts[:-1]):
            st.button(
                plain(words), key=f"explore-path-{number}", type="tertiary", on_click=go_to, kwargs=target
            )
            st.markdown(_STEP, width="content")
        st.markdown(f"**{plain(parts[-1][0])}**", width="content")


def _take_link(data: OfficeData, lines: Mapping[str, Sequence[IndicatorLine]]) -> None:
    """Follow an address that somebody opened; one that this page wrote itself changes nothing."""
    asked = {name: st.query_params[name] for name in _LINKED if name in st.query_params}
    if not asked or asked == get(Key.EXPLORED_LINK, None):
        return
    known = {
        "domain": {domain for domain, own in lines.items() if own},
        "indicator": {line.indicator_id for own in lines.values() for line in own},
        "cluster": {school.cluster for school in data.schools},
        "school": {school.school_id for school in data.schools},
    }
    kept = {name: value for name, value in asked.items() if value in known[name]}
    if kept != asked:
        st.info("ลิงก์นี้ชี้ไปยังตัวชี้วัดหรือโรงเรียนที่ไม่มีในข้อมูลของปีที่เลือก จึงแสดงเท่าที่มี เลือกปีอื่นได้ทางซ้าย")
    domain = kept.get("domain", get(Key.EXPLORED_DOMAIN, next(iter(known["domain"]))))
    go_to(
        domain=domain,
        indicator_id=kept.get("indicator", ""),
        cluster=kept.get("cluster", ""),
        school_id=kept.get("school", ""),
    )
