"""Matters in which schools differ: sentences by family, and one table of the schools they count."""

from collections.abc import Sequence
from itertools import groupby
from os.path import commonprefix
from zlib import crc32

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Block, BulletList, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.findings import FindingKind
from lib.domain.report_content import AcceptedFinding, DomainResults, ReportContent
from lib.domain.topics import TopicSchool
from lib.report.compose_findings import finding_list
from lib.report.figure_runs import joined_runs
from lib.thai.text import sort_key

_CAPTIONS: dict[FindingKind, str] = {
    "strength": "topic_strength_caption",
    "improvement_area": "topic_area_caption",
    "watch": "topic_watch_caption",
    "data_quality": "topic_watch_caption",
}
_CLUSTER = "กลุ่มโรงเรียน"

#: Family and side → its matters, in the order of the report.
_Families = dict[tuple[str, FindingKind], list[AcceptedFinding]]


def topic_blocks(domain: DomainResults, words: ReportWords) -> list[Block]:
    """Heading, sentences and tables of one domain; nothing where no such matter was accepted."""
    families = _families(domain)
    if not families:
        return []
    lists = any(each.schools for alike in families.values() for each in alike)
    blocks: list[Block] = [
        Heading(3, words.headings["schools_differ"]),
        Paragraph((Run(words.phrases["schools_differ_note" if lists else "schools_differ_unlisted"]),)),
    ]
    for (family, kind), alike in families.items():
        caption = words.say(_CAPTIONS[kind], family=family)
        blocks += finding_list(tuple(alike), words)
        if any(each.schools for each in alike):
            blocks.append(_table(alike, caption, _key(domain, family, kind), words))
    return blocks


def topic_summary(content: ReportContent, kinds: Sequence[FindingKind], words: ReportWords) -> list[Block]:
    """One line per family for the conclusion, each with the number of its table."""
    lines: list[tuple[Run, ...]] = []
    lists = False
    for domain in content.domains:
        for (family, kind), alike in _families(domain).items():
            if kind in kinds:
                listed = any(each.schools for each in alike)
                lists |= listed
                table = (Run(" ("), Run("", refers_to=_key(domain, family, kind)), Run(")"))
                reference = table if listed else ()
                lines.append((Run(f"{family}: "), *_counts(alike), *reference))
    if not lines:
        return []
    opening = words.phrases["schools_differ_summary" if lists else "schools_differ_summary_unlisted"]
    return [Paragraph((Run(opening),)), BulletList(tuple(lines))]


def _families(domain: DomainResults) -> _Families:
    families: _Families = {}
    for each in domain.findings:
        if each.is_shared:
            families.setdefault((each.family, each.finding.kind), []).append(each)
    return families


def _key(domain: DomainResults, family: str, kind: FindingKind) -> str:
    """The same as long as the matter is told; a place would change as soon as another matter goes."""
    return f"topic_{domain.domain_id}_{crc32(f'{family}|{kind}'.encode()):08x}"


def _counts(alike: Sequence[AcceptedFinding]) -> tuple[Run, ...]:
    names = _own_names([each.short_name for each in alike])
    runs: list[Run] = []
    for place, each in enumerate(alike):
        runs.append(Run(f"{', ' if place else ''}{names[each.short_name]} "))
        runs.append(Run(f"{_n_schools(each):,}", figure_id=f"finding|{each.finding.id}|listed"))
        runs.append(Run(" แห่ง"))
    return joined_runs(runs)


def _n_schools(each: AcceptedFinding) -> int:
    """The schools it counts, also where they are not listed."""
    told = dict(each.finding.numbers).get("n_told")
    return len(each.schools) if each.schools or not isinstance(told, int | float) else int(told)


def _own_names(names: Sequence[str]) -> dict[str, str]:
    """Each indicator without the words all of its family share: ``O-NET ป.6 ไทย`` is ``ไทย``."""
    told = list(dict.fromkeys(names))
    parts = [name.split() for name in told]
    before = len(commonprefix(parts)) if len(told) > 1 else 0
    after = len(commonprefix([part[before:][::-1] for part in parts])) if len(told) > 1 else 0
    own = [" ".join(part[before : len(part) - after]) for part in parts]
    return {name: short or name for name, short in zip(told, own, strict=True)}


def _table(alike: Sequence[AcceptedFinding], caption: str, key: str, words: ReportWords) -> Table:
    """One row per school; several matters stand below each other in one cell, or paper would be wasted."""
    names = _own_names([each.short_name for each in alike])
    order = {name: place for place, name in enumerate(names)}
    schools = sorted(
        (school for each in alike for school in each.schools),
        key=lambda one: (sort_key(one.cluster), sort_key(one.name), one.school_id, order[one.indicator]),
    )
    columns, rows = _several(schools, names) if len(names) > 1 else _one(schools)
    return Table(caption, columns, rows, note=_note(schools, words), key=key)


_Cells = tuple[tuple[TableColumn, ...], tuple[tuple[str, ...], ...]]


def _one(schools: Sequence[TopicSchool]) -> _Cells:
    pooled = any(school.pooled for school in schools)
    columns = [TableColumn("กลุ่ม", width_cm=2.6), TableColumn("โรงเรียน", width_cm=4.3)]
    columns += [TableColumn("ปีล่าสุด", "right", 3.2)]
    columns += [TableColumn("รวมหลายปี", "right", 3.7)] if pooled else []
    columns += [TableColumn("พบจาก", width_cm=2.0)]
    return tuple(columns), tuple(
        (
            school.cluster.removeprefix(_CLUSTER),
            school.name,
            _latest(school),
            *([_unbroken(school.pooled) or "–"] if pooled else []),
            school.basis,
        )
        for school in schools
    )


def _several(schools: Sequence[TopicSchool], names: dict[str, str]) -> _Cells:
    columns = (
        TableColumn("กลุ่ม", width_cm=2.4),
        TableColumn("โรงเรียน", width_cm=4.0),
        TableColumn("ผลปีล่าสุด และผลรวมหลายปี", width_cm=9.6),
    )
    return columns, tuple(
        (
            mine[0].cluster.removeprefix(_CLUSTER),
            mine[0].name,
            "\n".join(_line(school, names[school.indicator]) for school in mine),
        )
        for mine in (list(group) for _, group in groupby(schools, key=lambda one: one.school_id))
    )


def _line(school: TopicSchool, name: str) -> str:
    told = f"{name} {_latest(school)}"
    return f"{told} รวม\u00a0{_unbroken(school.pooled)}" if school.pooled else told


def _latest(school: TopicSchool) -> str:
    return _unbroken(school.latest + ("*" if school.small else ""))


def _unbroken(figures: str) -> str:
    """Figures that stay on one line, so that a long list of schools stays short."""
    return figures.replace(" ", "\u00a0")


def _note(schools: Sequence[TopicSchool], words: ReportWords) -> str:
    parts = [words.phrases["topic_note"]]
    if any(school.small for school in schools):
        parts.append(words.phrases["topic_small_note"])
    return " ".join(parts)
