"""Which loads hold and which of them speak, as conditions that queries share."""

from sqlalchemy import Column, ColumnElement, and_, exists, or_, select

from lib.storage.schema import (
    datasets,
    external_assessments,
    external_dues,
    observations,
    schools,
    self_assessments,
    visits,
)


def speaks(without: int | None = None) -> ColumnElement[bool]:
    """The load was not taken back, and no load that holds took its place; asks of ``datasets``.

    Args:
        without: a load to be passed over, as though another had already taken its place.
    """
    newer = datasets.alias("newer")
    replaced = exists().where(newer.c.dataset_id == datasets.c.superseded_by, newer.c.undone_at.is_(None))
    speaking = and_(datasets.c.undone_at.is_(None), ~replaced)
    return speaking if without is None else and_(speaking, datasets.c.dataset_id != without)


def holds(dataset_id: Column[int]) -> ColumnElement[bool]:
    """Nobody took the load back of an answer given for one; another load may have replaced it."""
    load = datasets.alias("load")
    return or_(
        dataset_id.is_(None), exists().where(load.c.dataset_id == dataset_id, load.c.undone_at.is_(None))
    )


def is_listed(without: int | None = None) -> ColumnElement[bool]:
    """Whether a school belongs to the register; asks of ``schools``.

    One that a load brought along belongs to it while a load that speaks has figures of it, whichever load
    that is, or a report of it, a visit to it or its external assessment was saved; so does one whose register
    file was taken back.
    ``without`` as for :func:`speaks`.
    """
    speaking = select(datasets.c.dataset_id).where(speaks(without))
    used = exists().where(
        observations.c.school_id == schools.c.school_id, observations.c.dataset_id.in_(speaking)
    )
    stays = and_(schools.c.added_by.is_(None), schools.c.listed)
    told_of = (self_assessments, visits, external_assessments, external_dues)
    told = (exists().where(table.c.school_id == schools.c.school_id) for table in told_of)
    return or_(stays, schools.c.added_by.in_(speaking), used, *told)
