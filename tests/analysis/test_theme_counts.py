"""Themes counted: a school once, each per cent of those that sent a report of the level."""

import pytest

from lib.analysis.theme_counts import count_themes, group_unthemed, narrow
from lib.domain.assessments import LevelOfEducation, StatementKind
from lib.domain.theme_synthesis import (
    ClusterCount,
    SubmittedReport,
    ThemedStatement,
    ThemedYear,
    YearBefore,
)
from lib.domain.themes import Taxonomy, Theme
from tests.analysis.themes.statements import BASIC, said

EARLY = LevelOfEducation.EARLY_CHILDHOOD
STRENGTH, AREA = StatementKind.STRENGTH, StatementKind.IMPROVEMENT_AREA
THEMES = Taxonomy(
    (
        Theme("health", "สุขภาพ", {BASIC: ("1.2",)}, (("สุขภาพ",),)),
        Theme("reading", "การอ่าน", {BASIC: ("1.1",)}, (("อ่าน",),)),
    )
)


def year(*statements: ThemedStatement, year_be: int = 2568, n_basic: int = 3) -> ThemedYear:
    """Three schools of two clusters that cover the basic level, and one of early childhood only."""
    reports = [
        SubmittedReport(f"9901{n:04d}", "กลุ่ม 1" if n < 3 else "กลุ่ม 2", (BASIC,))
        for n in range(1, n_basic + 1)
    ]
    reports.append(SubmittedReport("99010009", "กลุ่ม 2", (EARLY,)))
    return ThemedYear(year_be, 10, tuple(reports), statements, group_unthemed(statements))


def test_a_school_counts_once_however_often_it_says_it() -> None:
    said_twice = year(
        said("อ่านออก", theme="reading"),
        said("อ่านคล่อง", theme="reading", page=2),
        said("อ่านออก", school=3, theme="reading", cluster="กลุ่ม 2"),
    )
    (count,) = count_themes(said_twice, None, THEMES).counts
    assert (count.n_schools, count.n_submitted, count.n_statements) == (2, 3, 3)
    assert count.pct == pytest.approx(66.67)
    assert count.clusters == (ClusterCount("กลุ่ม 1", 1, 2), ClusterCount("กลุ่ม 2", 1, 1))
    assert (count.items, count.before) == (("1.1",), None)


def test_both_sides_of_a_theme_are_told() -> None:
    found = count_themes(
        year(
            said("อ่านออก", theme="reading"),
            said("อ่านช้า", kind=AREA, theme="reading"),
            said("อ่านช้า", school=2, kind=AREA, theme="reading"),
        ),
        None,
        THEMES,
    )
    (strength,), (area,) = found.of(STRENGTH, BASIC), found.of(AREA, BASIC)
    assert (strength.n_schools, strength.n_both) == (1, 1)
    assert (area.n_schools, area.n_both) == (2, 1)


def test_a_year_before_without_the_theme_is_nought_of_those_that_sent() -> None:
    before = year(said("สุขภาพดี", theme="health"), year_be=2567, n_basic=2)
    (count,) = count_themes(year(said("อ่านออก", theme="reading")), before, THEMES).counts
    assert count.before == YearBefore(2567, 0, 2)


def test_themes_of_more_schools_come_first_and_the_taxonomy_settles_a_tie() -> None:
    tied = year(said("อ่านออก", theme="reading"), said("สุขภาพดี", theme="health"))
    assert [each.theme_id for each in count_themes(tied, None, THEMES).counts] == ["health", "reading"]
    more = year(*tied.statements, said("อ่านออก", school=2, theme="reading"))
    assert [each.theme_id for each in count_themes(more, None, THEMES).counts] == ["reading", "health"]


def test_statements_of_an_open_level_are_counted_apart_of_all_reports() -> None:
    found = count_themes(year(said("อ่านออก", level=None, theme="reading")), None, THEMES)
    assert found.of(STRENGTH, BASIC) == ()
    (count,) = found.of(STRENGTH, None)
    assert (count.n_schools, count.n_submitted, count.items) == (1, 4, ())


def test_a_cluster_alone_has_its_own_denominators() -> None:
    both = year(said("อ่านออก", theme="reading"), said("อ่านออก", school=3, theme="reading", cluster="กลุ่ม 2"))
    alone = narrow(both, frozenset({"กลุ่ม 2"}), 4)
    (count,) = count_themes(alone, None, THEMES).counts
    assert (alone.n_schools, count.n_schools, count.n_submitted, count.pct) == (4, 1, 1, 100.0)


def test_those_without_a_theme_stand_in_groups_of_what_is_alike() -> None:
    alike = [said(f"รถรับส่งนักเรียนของหมู่บ้านไม่พอ {n}", school=n) for n in (1, 2)]
    away = said("ต้นไม้ล้มขวางทางเข้า", school=3)
    groups = group_unthemed([*alike, away, said("อ่านออก", theme="reading")])
    assert [(group.n_schools, len(group.quotes)) for group in groups] == [(2, 2), (1, 1)]
    assert [each.text for each in groups[1].quotes] == [away.text]
