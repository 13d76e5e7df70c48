from lib.analysis.sar_themes import items_of, match_themes
from lib.catalog.sar_themes import load_themes
from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, Statement, StatementKind
from lib.domain.themes import Theme

BASIC, EARLY = LevelOfEducation.BASIC, LevelOfEducation.EARLY_CHILDHOOD

READING = Theme("reading", "การอ่าน", {BASIC: ("1.1",)}, (("การอ่าน",), ("อ่านออก",), ("รักการอ่าน",)))
STAFF = Theme("staff", "ครู", {BASIC: ("2.4",), EARLY: ("2.2",)}, (("ครู", "อบรม"), ("NT",)))
THEMES = (READING, STAFF)


def _said(text: str, level: LevelOfEducation | None = BASIC) -> Statement:
    return Statement(StatementKind.STRENGTH, text, level)


def _ids(text: str, level: LevelOfEducation | None = BASIC) -> list[str]:
    return [match.theme_id for match in match_themes(_said(text, level), THEMES)]


def test_the_words_that_decided_are_told() -> None:
    (match,) = match_themes(_said("นักเรียนรักการอ่าน"), THEMES)
    assert (match.theme_id, match.words) == ("reading", ("รักการอ่าน", "การอ่าน"))


def test_a_wording_inside_a_longer_one_counts_once() -> None:
    (match,) = match_themes(_said("นักเรียนรักการอ่าน"), THEMES)
    assert match.weight == len("รักการอ่าน")


def test_words_joined_by_plus_may_stand_apart_but_must_both_occur() -> None:
    assert (_ids("ครูทุกคนเข้ารับการอบรม"), _ids("ครูทุกคนตั้งใจสอน")) == (["staff"], [])


def test_a_theme_of_another_level_of_education_is_passed_over() -> None:
    assert (_ids("เด็กรักการอ่าน", EARLY), _ids("เด็กรักการอ่าน", None)) == ([], ["reading"])


def test_latin_letters_inside_a_word_are_no_abbreviation() -> None:
    assert (_ids("Student ทุกคน"), _ids("ผลสอบ NT สูง")) == ([], ["staff"])


def test_a_statement_speaks_of_the_items_of_its_best_theme() -> None:
    assert items_of(_said("นักเรียนรักการอ่าน"), THEMES) == {"1.1"}
    assert items_of(_said("ไม่มีคำใดตรง"), THEMES) == frozenset()


def test_every_item_of_the_standards_in_force_has_a_theme() -> None:
    spoken_of = {
        (level, item) for theme in load_themes() for level, items in theme.items.items() for item in items
    }
    in_force = {
        (level, item.id)
        for level in (BASIC, EARLY)
        for standard in load_standards().current(level).standards
        for item in standard.items
    }
    assert in_force - spoken_of == set()
