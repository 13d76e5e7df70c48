"""The public copy's figures: what the office chose, what is hidden, and by which code a school is called."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

import numpy as np

from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.publication_figures import level_rules, published_figures
from lib.analysis.publication_guessing import n_told_by_size
from lib.analysis.publication_hiding import hide_small
from lib.analysis.publication_tables import make_figure_tables, make_units
from lib.catalog.publication import load_publication_rules
from lib.domain.office import Office
from lib.domain.publication import (
    Publication,
    PublicationSettings,
    PublishedUnit,
    SchoolNaming,
    UnitKind,
)
from lib.domain.schools import School, SizeScheme
from lib.services.analysis import OfficeData
from lib.services.office import size_scheme
from lib.services.school_codes import school_codes
from lib.storage.engine import Store, reading, writing
from lib.storage.settings import load_setting, save_setting

_KEY = "publication"
_GROUP_KINDS: dict[str, UnitKind] = {
    "cluster": "cluster",
    "district": "district",
    "size": "size",
    "area": "area",
}


@dataclass(frozen=True, slots=True, eq=False)
class PublicFigures:
    """What is published, and what the office alone knows of it.

    Attributes:
        hidden: (indicator, place of the year in the examination) → per school, then per group and the area,
            whether the figure is hidden.
        n_guessable: schools under codes that their numbers of people name all the same.
    """

    publication: Publication
    hidden: Mapping[tuple[str, int], BoolArray]
    n_guessable: int = 0


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
) -> PublicFigures:
    """Figures of every key indicator and year, small ones hidden; some ten seconds for an office."""
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
    publication = Publication(
        settings,
        tuple(published_figures(hidden, cube, called, data.catalogue, data.rules)),
        tuple(level_rules(indicators, data.catalogue, data.rules)),
        data.version,
    )
    return PublicFigures(
        publication,
        {
            (each.table.indicator.id, each.table.year): np.array([reason != "" for reason in each.reasons])
            for each in hidden
        },
        n_told_by_size(hidden, units.n_schools) if settings.schools == "coded" else 0,
    )


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
