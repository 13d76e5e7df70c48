"""Like schools of a school: who they are, what makes them alike, and the list that people change."""

import math
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from lib.analysis.examination import Examination
from lib.analysis.trend_lines import NamedLine, members_line
from lib.domain.peers import PeerChoice
from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.services.analysis import OfficeData
from lib.services.peer_words import Alike, alike_of, state_of, unused_of
from lib.storage.engine import Store, reading, writing
from lib.storage.peers import load_peer_choices, save_peer_choice
from lib.thai.text import sort_key


@dataclass(frozen=True, slots=True)
class Peer:
    """A like school; ``picked`` by a person, and not in the computed list.

    Attributes:
        disadvantaged_pct: share of disadvantaged pupils, None where unknown.
    """

    school: School
    disadvantaged_pct: float | None
    picked: bool


@dataclass(frozen=True, slots=True)
class PeerView:
    """The like schools of one school.

    Attributes:
        peers: those that count, in dictionary order; none where there are too few like it.
        computed / taken_out: the computed list, and those of it that a person took out.
        alike: what makes them alike, each with the school's own figure and the range of its peers.
        unused: what would count too and is not known, in sentences.
        sentence: who made the list, and how many schools are in it.
        choice: what people saved; version 0 where nobody did.
        chosen: whether the saved list is the one that counts.
        min_peers: a list has at least so many.
    """

    school: School
    peers: tuple[Peer, ...]
    computed: tuple[School, ...]
    taken_out: tuple[School, ...]
    alike: tuple[Alike, ...]
    unused: tuple[str, ...]
    sentence: str
    choice: PeerChoice
    chosen: bool
    min_peers: int

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(peer.school.school_id for peer in self.peers)


def load_peers(store: Store, data: OfficeData, found: Examination, school_id: str) -> PeerView:
    """The like schools of one school as rule R5 uses them.

    Raises:
        KeyError: the school is not open, or not in the register.
    """
    with reading(store) as session:
        choice = load_peer_choices(session).get(school_id, PeerChoice(school_id))
    return make_peer_view(data, found, choice)


def make_peer_view(data: OfficeData, found: Examination, choice: PeerChoice) -> PeerView:
    """The view of a school's peers beside what people saved about them."""
    peers, schools = found.peers, found.cube.schools
    place = _place(found, choice.school_id)
    computed = frozenset(peers.of(place, computed=True))
    current = sorted(peers.of(place), key=lambda one: (sort_key(schools[one].name), schools[one].school_id))
    out = sorted(computed - {*current}) if peers.chosen[place] else []
    min_peers = data.rules.thresholds.min_peers
    return PeerView(
        school=schools[place],
        peers=tuple(
            Peer(schools[one], _known(peers.disadvantaged_pct[one]), one not in computed) for one in current
        ),
        computed=tuple(schools[one] for one in sorted(computed)),
        taken_out=tuple(schools[one] for one in out),
        alike=alike_of(schools, peers, place, current),
        unused=unused_of(data, peers, place),
        sentence=state_of(peers, place, choice, min_peers),
        choice=choice,
        chosen=bool(peers.chosen[place]),
        min_peers=min_peers,
    )


def pickable_schools(data: OfficeData, school: School) -> tuple[School, ...]:
    """Open schools that may be taken in, those of the same level first, nearest in size first."""
    own = school.pupils or 0
    others = (each for each in data.schools if each.school_id != school.school_id)
    return tuple(
        sorted(
            others,
            key=lambda each: (each.level != school.level, abs((each.pupils or 0) - own), each.school_id),
        )
    )


def save_peers(
    store: Store,
    data: OfficeData,
    school_id: str,
    school_ids: Collection[str],
    note: str,
    *,
    seen_version: int,
    by: str,
) -> int:
    """Save the like schools that a person chose for one school.

    Args:
        seen_version: ``PeerView.choice.version`` as the person saw it.

    Returns:
        The new version.

    Raises:
        WorkbenchError: too few schools, no reason, the school itself, or one that is not open.
        EditConflict: somebody saved this school's list meanwhile.
    """
    least = data.rules.thresholds.min_peers
    names = {school.school_id: school.name for school in data.schools}
    chosen = set(school_ids)
    if school_id not in names or school_id in chosen or not chosen <= set(names):
        raise WorkbenchError(
            "รายการมีโรงเรียนที่ใช้เทียบไม่ได้ คือโรงเรียนนี้เอง หรือโรงเรียนที่ไม่ได้เปิดสอนแล้ว จึงยังไม่ได้บันทึก",
            "เปิดหน้านี้ใหม่แล้วเลือกอีกครั้ง",
        )
    if len(chosen) < least:
        raise WorkbenchError(
            f"เลือกไว้ {len(chosen):,} แห่ง แต่ต้องมีอย่างน้อย {least:,} แห่ง การเทียบจึงจะไม่แกว่งตามโรงเรียนเพียงไม่กี่แห่ง "
            "รายการนี้ยังไม่ได้บันทึก",
            "เพิ่มโรงเรียน หรือกลับไปใช้รายการที่คำนวณไว้",
        )
    if not note.strip():
        raise WorkbenchError("ยังไม่ได้เลือกเหตุผลที่แก้รายการ จึงยังไม่ได้บันทึก", "เลือกเหตุผลแล้วบันทึกอีกครั้ง")
    with writing(store) as session:
        return save_peer_choice(
            session, school_id, sorted(chosen), note.strip(), seen_version=seen_version, by=by
        )


def reset_peers(store: Store, school_id: str, *, seen_version: int, by: str) -> int:
    """Set a school's list back to the computed one.

    Raises:
        EditConflict: somebody saved this school's list meanwhile.
    """
    with writing(store) as session:
        return save_peer_choice(session, school_id, (), "", seen_version=seen_version, by=by)


def load_peer_line(found: Examination, indicator_id: str, school_id: str) -> NamedLine | None:
    """The latest years of a school's peers together, weighted as the area is; None where it has none."""
    peers = found.peers.of(_place(found, school_id))
    if not peers:
        return None
    inside = np.isin(np.arange(len(found.cube.schools)), peers)
    return members_line(found, indicator_id, inside, f"โรงเรียนใกล้เคียง {len(peers):,} แห่ง")


def _place(found: Examination, school_id: str) -> int:
    for place, school in enumerate(found.cube.schools):
        if school.school_id == school_id and school.active:
            return place
    raise KeyError(school_id)


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
