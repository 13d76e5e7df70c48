"""Who uses the workbench: name, kind of office, and how its papers look."""

from dataclasses import asdict

from lib.catalog.loader import load_size_schemes
from lib.domain.office import Office
from lib.domain.schools import OfficeType, SizeScheme
from lib.storage.engine import Store, reading, writing
from lib.storage.settings import load_setting, save_setting

_KEY = "office"


def load_office(store: Store) -> tuple[Office, int]:
    """The office and the version seen; an unnamed primary office before anything was saved."""
    with reading(store) as session:
        value, version = load_setting(session, _KEY)
    if not isinstance(value, dict):
        return Office(name="", short_name="", office_type=OfficeType.PRIMARY), 0
    return Office(**(value | {"office_type": OfficeType(value["office_type"])})), version


def save_office(store: Store, office: Office, *, seen_version: int, by: str) -> int:
    """Save the office.

    Raises:
        EditConflict: somebody saved it meanwhile.
    """
    with writing(store) as session:
        return save_setting(session, _KEY, asdict(office), seen_version=seen_version, by=by)


def size_scheme(office: Office) -> SizeScheme:
    """The office's size scheme, or the first one of its kind."""
    schemes = load_size_schemes()
    chosen = next((scheme for scheme in schemes if scheme.id == office.size_scheme), None)
    return chosen or next(scheme for scheme in schemes if scheme.office_type is office.office_type)
