"""Header words that say which school a row is about, whatever the catalogue holds."""

from lib.catalog.identity_headers import load_identity_headers
from lib.domain.columns import CODE_ROLES, Role
from lib.thai.text import fold_key

_SCHOOL = frozenset({*CODE_ROLES, Role.SCHOOL_NAME})


def role_of(text: str) -> Role | None:
    """The role of a word for a school's name or code, None for any other text."""
    role = load_identity_headers().get(fold_key(text))
    return role if role in _SCHOOL else None


def identifies(text: str) -> bool:
    """Whether a header word stands above names, codes, groups or numbers of rows."""
    role = load_identity_headers().get(fold_key(text))
    return role is not None and role.identifies
