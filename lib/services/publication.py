"""The public copy's figures: what the office chose, what is hidden, and by which code a school is called."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import asdict

from lib.analysis.examination import Examination
from lib.analysis.publication_figures import level_rules, published_figures
from lib.analysis.publication_hiding import hide_small
from lib.analysis.publication_tables import make_figure_tables, make_units
from lib.catalog.publication import load_publication_rules
from lib.domain.office import Office
from lib.domain.publication import (
    HiddenCounts,
    Publication,
    PublicationSettings,
    PublishedUnit,
    SchoolNaming,
    UnitKind,
)
from lib.domain.schools import School, SizeScheme
from lib.services.analysis import OfficeData
from lib.services.office import size_scheme
from lib.storage.engine import Store, reading, writing
from lib.storage.settings import load_setting, save_setting

_KEY = "publication"
_SECRET_KEY = "publication_codes"  # noqa: S105 - the name of a setting
_GROUP_KINDS: dict[str, UnitKind] = {
    "cluster": "cluster",
    "district": "district",
    "size": "size",
    "area": "area",
}
_CODE_LETTERS = "กขคงจฉชซญดตถทนบปผฝพฟมยรลวสหอ"


def load_publication_settings(store: Store) -> tuple[PublicationSettings, int]:
    """The office's choices and the version seen; the packaged ones before anything was saved."""
    with reading(store) as session:
        value, version = load_setting(session, _KEY)
    if not isinstance(value, dict):
        return PublicationSettings(), version
    return PublicationSettings(**(value | {"sections": tuple(value.get("sections", ()))})), version


def save_publication_settings(
    store: Store, settings: PublicationSettings, *, seen_version: int, by: str
) -> int:
    """Save the choices.

    Raises:
        EditConflict: somebody saved them meanwhile.
    """
    with writing(store) as session:
        value = asdict(settings) | {"sections": list(settings.sections)}
        return save_setting(session, _KEY, value, seen_version=seen_version, by=by)


def make_publication(
    store: Store,
    office: Office,
    data: OfficeData,
    found: Examination,
    settings: PublicationSettings,
    progress: Callable[[int, int], None] | None = None,
) -> Publication:
    """Figures of every key indicator and year, small ones hidden; takes a minute for a whole office."""
    cube, scheme, rules = found.cube, size_scheme(office), load_publication_rules()
    units, groups = make_units(cube.schools, scheme, shows_schools=settings.schools != "none")
    tables = make_figure_tables(cube, units)
    hidden = hide_small(tables, units, settings, lambda table: rules.counts_people(table.indicator), progress)
    codes = school_codes(store, cube.schools) if settings.schools == "coded" else {}
    called = [_school_unit(school, settings.schools, codes, scheme) for school in cube.schools]
    called += [
        PublishedUnit(_GROUP_KINDS[kind], key, name or office.short_name or office.name)
        for kind, key, name in groups
    ]
    indicators = tuple(dict.fromkeys(each.table.indicator for each in hidden))
    return Publication(
        settings,
        tuple(published_figures(hidden, cube, called, data.catalogue, data.rules)),
        tuple(level_rules(indicators, data.catalogue, data.rules)),
        data.version,
    )


def count_hidden(publication: Publication) -> HiddenCounts:
    """How many figures are shown, hidden for themselves, and hidden for others' sake."""
    return publication.counts


def _school_unit(
    school: School, naming: SchoolNaming, codes: dict[str, str], scheme: SizeScheme
) -> PublishedUnit | None:
    if naming == "none":
        return None
    if naming == "coded":
        return PublishedUnit("school", codes[school.school_id], codes[school.school_id])
    band = scheme.band_of(school.pupils)
    return PublishedUnit(
        "school", school.school_id, school.name, (school.cluster, school.district, band.name if band else "")
    )


def school_codes(store: Store, schools: tuple[School, ...]) -> dict[str, str]:
    """A code per school that tells neither its place in any list nor its size, the same in every edition.

    School codes are few enough to try them all, hence the office's own secret in the hash.
    """
    key = _secret(store).encode()
    codes: dict[str, str] = {}
    for school in schools:
        digest = hmac.new(key, school.school_id.encode(), hashlib.sha256).digest()
        turn = 0
        while (code := _code(digest, turn)) in codes.values():
            turn += 1
        codes[school.school_id] = code
    return codes


def _code(digest: bytes, turn: int) -> str:
    number = int.from_bytes(digest[turn : turn + 6])
    letters = ""
    for _ in range(2):
        number, place = divmod(number, len(_CODE_LETTERS))
        letters += _CODE_LETTERS[place]
    return f"{letters}-{number % 10_000:04}"


def _secret(store: Store) -> str:
    with reading(store) as session:
        value, _ = load_setting(session, _SECRET_KEY)
    if isinstance(value, str):
        return value
    made = secrets.token_hex(16)
    with writing(store) as session:
        save_setting(session, _SECRET_KEY, made, seen_version=0, by="ระบบ")
    return made
