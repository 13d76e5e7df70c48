"""Counts of a list of persons as columns of the catalogue's indicators."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lib.catalog.count_up import CountUpWords, Share, WordCount
from lib.domain.count_up import CountTable
from lib.domain.indicators import Catalogue, Indicator
from lib.domain.periods import PeriodKind
from lib.ingest.person_lists import PersonRow
from lib.thai.text import fold_key

_GRADES = tuple(
    f"{stage}{year}"
    for stage, years in (("k", 3), ("p", 6), ("m", 6), ("v", 3))
    for year in range(1, years + 1)
)
_STAGES: Mapping[str, tuple[str, ...]] = {
    "early": ("k",),
    "primary": ("p",),
    "lower": ("m1", "m2", "m3"),
    "upper": ("m4", "m5", "m6", "v"),
}
_SEXES = ("male", "female", "total")

#: Code and name as written, and who was listed there.
School = tuple[str, str]
Persons = Mapping[School, list[PersonRow]]
#: Indicator, part of it, and one number a school.
Counted = tuple[str, str, list[int | None]]


def count_figures(
    persons: Persons, schools: list[School], words: CountUpWords, catalogue: Catalogue, period: str
) -> Iterator[CountTable]:
    """One table for either calendar that anything was counted in.

    Args:
        schools: order of the rows.
        period: ``ปีการศึกษา 2567``, or empty where the list does not tell.
    """
    columns: dict[PeriodKind, dict[str, list[int | None]]] = defaultdict(dict)
    counted = [*_pupil_columns(persons, schools)]
    counted += [one for share in words.shares for one in _share_columns(share, persons, schools, catalogue)]
    counted += [one for count in words.counts for one in _word_columns(count, persons, schools)]
    for indicator_id, part, values in counted:
        indicator = catalogue.by_id.get(indicator_id)
        if indicator is not None and any(value is not None for value in values):
            columns[indicator.period_kind][_header_of(indicator, part)] = values
    for kind, by_header in columns.items():
        told = period if period.startswith(kind.label) else ""
        rows = tuple(
            (code, name, *(values[place] for values in by_header.values()))
            for place, (code, name) in enumerate(schools)
        )
        title = ("จำนวนรายโรงเรียน นับรวมจากไฟล์รายบุคคล", *((told,) if told else ()))
        yield CountTable(f"นับราย{kind.label}", title, ("รหัสโรงเรียน", "ชื่อโรงเรียน", *by_header), rows)


def _header_of(indicator: Indicator, part: str) -> str:
    """A header that the reader knows for certain."""
    aliases = {"n": indicator.n_aliases, "numerator": indicator.numerator_aliases}.get(part, ())
    return f"{indicator.name} {aliases[0]}" if aliases else indicator.name


def _pupil_columns(persons: Persons, schools: list[School]) -> Iterator[Counted]:
    """Pupils and rooms by grade, and the sums that the catalogue knows; a grade without pupils is blank."""
    if not any(row.grade for rows in persons.values() for row in rows):
        return
    for grade in _GRADES:
        in_grade = {school: [row for row in persons[school] if row.grade == grade] for school in schools}
        yield from _by_sex(f"general.pupils_{grade}_{{sex}}", in_grade, schools)
        rooms = [len({row.room for row in in_grade[school] if row.room}) or None for school in schools]
        yield f"general.pupils_{grade}_rooms", "value", list(rooms)
    for stage, starts in _STAGES.items():
        inside = {s: [row for row in persons[s] if row.grade.startswith(starts)] for s in schools}
        yield from _by_sex(f"general.pupils_{stage}_{{sex}}", inside, schools)
    yield from _by_sex("general.pupils_all_{sex}", persons, schools)


def _by_sex(
    pattern: str, rows_of: Mapping[School, list[PersonRow]], schools: list[School]
) -> Iterator[Counted]:
    """Where the sex of some is not told, only the sum of a school is."""
    told = {school: all(row.sex for row in rows_of[school]) for school in schools}
    for sex in _SEXES:
        values: list[int | None] = []
        for school in schools:
            rows = rows_of[school]
            known = bool(rows) and (sex == "total" or told[school])
            values.append(sum(sex in ("total", row.sex) for row in rows) if known else None)
        yield pattern.format(sex=sex), "value", values


def _share_columns(
    share: Share, persons: Persons, schools: list[School], catalogue: Catalogue
) -> Iterator[Counted]:
    entries = {
        school: [text for row in persons[school] for key, text in row.words if key in share.headers and text]
        for school in schools
    }
    if share.indicator in catalogue.by_id and any(entries.values()):
        yield share.indicator, "n", [len(entries[school]) or None for school in schools]
        yes = [sum(fold_key(text) in share.yes for text in entries[school]) for school in schools]
        yield (
            share.indicator,
            "numerator",
            [count if entries[school] else None for count, school in zip(yes, schools, strict=True)],
        )


def _word_columns(count: WordCount, persons: Persons, schools: list[School]) -> Iterator[Counted]:
    for word in dict.fromkeys(count.words.values()):
        rows_of = {
            school: [
                row
                for row in persons[school]
                if any(
                    key in count.headers and count.words.get(fold_key(text)) == word
                    for key, text in row.words
                )
            ]
            for school in schools
        }
        if not any(rows_of.values()):
            continue
        if "{sex}" in count.indicator:
            yield from _by_sex(count.indicator.replace("{word}", word), rows_of, schools)
        else:
            values = [len(rows_of[school]) or None for school in schools]
            yield count.indicator.replace("{word}", word), "value", list(values)
