"""Everything a person may type into the search line of a meeting, in words that contain what is typed."""

from collections.abc import Mapping

from lib.domain.indicators import Indicator
from lib.domain.meeting import Look, Term, TermKind, pupil_range, read_term
from lib.domain.periods import Period
from lib.domain.plain_tables import PlainTable
from lib.domain.schools import School, SizeScheme
from lib.services.analysis import OfficeData, known_years
from lib.thai.text import fold_key, sort_key

_LOOKS = {
    Look.SCHOOLS: "รายโรงเรียน · การกระจายของโรงเรียน",
    Look.TREND: "แนวโน้มหลายปี · ย้อนหลัง · เทียบปีก่อน",
    Look.SIZES: "ตามขนาดโรงเรียน · เล็ก กลาง ใหญ่",
}
_MOST_SPELLINGS = 4


def list_terms(data: OfficeData, scheme: SizeScheme) -> dict[str, str]:
    """Key → label of all that may be asked: indicators with figures, looks, groups, years, schools.

    The labels hold every word that the thing is called by; where two match alike the earlier one comes first.
    """
    filled = {*data.observations["indicator_id"].unique(), *data.benchmarks["indicator_id"].unique()}
    indicators = [one for one in data.catalogue.indicators if one.id in filled]
    terms = {
        Term(TermKind.INDICATOR, one.id).key: _indicator_label(one)
        for one in sorted(indicators, key=lambda one: not one.key_indicator)
    }
    terms |= {Term(TermKind.LOOK, look).key: label for look, label in _LOOKS.items()}
    clusters = sorted({school.cluster for school in data.schools} - {""}, key=sort_key)
    terms |= {Term(TermKind.CLUSTER, name).key: cluster_name(name) for name in clusters}
    if any(school.pupils is not None for school in data.schools):
        terms |= {term.key: f"โรงเรียนขนาด{name.removeprefix('ขนาด')}" for term, name in size_terms(scheme)}
    for kind, years in known_years(data).items():
        terms |= {Term(TermKind.YEAR, f"{kind}-{year}").key: Period(kind, year).label for year in years}
    schools = sorted(data.schools, key=lambda school: (sort_key(school.name), school.school_id))
    return terms | {Term(TermKind.SCHOOL, one.school_id).key: _school_label(one) for one in schools}


def size_terms(scheme: SizeScheme) -> tuple[tuple[Term, str], ...]:
    """The classes of a size scheme with their names."""
    return tuple(
        (Term(TermKind.SIZE, f"{band.lower}-{'' if band.upper is None else band.upper}"), band.name)
        for band in scheme.bands
    )


def known_terms(
    terms: tuple[str, ...], data: OfficeData, plain: tuple[PlainTable, ...] = ()
) -> tuple[str, ...]:
    """The terms that still mean something in these data and in the file that is looked at."""
    schools = {school.school_id for school in data.register}
    clusters = {school.cluster for school in data.register}
    there = {
        TermKind.SCHOOL: schools,
        TermKind.CLUSTER: clusters,
        TermKind.INDICATOR: set(data.catalogue.by_id),
        TermKind.DOMAIN: {area.id for area in data.catalogue.domains},
        TermKind.COLUMN: {column.place for table in plain for column in table.columns},
    }
    kept = []
    for key in terms:
        term = read_term(key)
        if term.id in there.get(term.kind, {term.id}):
            kept.append(key)
    return tuple(kept)


def group_name(term: Term, schools: Mapping[str, str]) -> str:
    """The schools of a term in a sentence.

    Args:
        schools: school id → name.
    """
    if term.kind is TermKind.SCHOOL:
        return f"โรงเรียน{schools.get(term.id, term.id)}"
    if term.kind is TermKind.SIZE:
        low, high = pupil_range(term.id)
        return f"โรงเรียนที่มีนักเรียน {low:,} คนขึ้นไป" if high is None else f"โรงเรียนที่มีนักเรียน {low:,}–{high:,} คน"
    if term.kind is TermKind.REST:
        return "โรงเรียนอื่นในเขต"
    return cluster_name(term.id)


def cluster_name(name: str) -> str:
    """A cluster's name that says it is one."""
    return name if name.startswith(("กลุ่ม", "สหวิทยาเขต", "ศูนย์", "เครือข่าย")) else f"กลุ่มโรงเรียน{name}"


def chip_name(term: Term, data: OfficeData) -> str:
    """A short name of a term that was chosen."""
    if term.kind is TermKind.INDICATOR:
        return data.catalogue.by_id[term.id].short_name
    if term.kind is TermKind.LOOK:
        return _LOOKS[Look(term.id)].partition(" · ")[0]
    if term.kind is TermKind.DOMAIN:
        return data.catalogue.domain(term.id).name
    if term.kind is TermKind.COLUMN:
        return f"คอลัมน์ {term.id}"
    if term.kind is TermKind.YEAR:
        kind, _, year = term.id.partition("-")
        labels = {str(one): one.label for one in known_years(data)}
        return f"{labels[kind]} {year}"
    return group_name(term, {school.school_id: school.name for school in data.register})


def _indicator_label(one: Indicator) -> str:
    """Short and long name, then other spellings that say something new."""
    parts = [one.short_name, one.name]
    told = fold_key(" ".join(parts))
    for spelling in (*one.full_aliases, *one.aliases)[: 3 * _MOST_SPELLINGS]:
        if fold_key(spelling) not in told and len(parts) < 2 + _MOST_SPELLINGS:
            parts.append(spelling)
            told += fold_key(spelling)
    return " · ".join(dict.fromkeys(parts))


def _school_label(school: School) -> str:
    codes = dict.fromkeys((school.school_id, school.obec_code, school.moe_code))
    return " · ".join(part for part in (f"โรงเรียน{school.name}", *codes, school.cluster) if part)
