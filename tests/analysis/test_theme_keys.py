from lib.analysis.theme_keys import statement_key
from lib.domain.assessments import LevelOfEducation

BASIC, EARLY = LevelOfEducation.BASIC, LevelOfEducation.EARLY_CHILDHOOD


def test_spaces_punctuation_and_figures_do_not_part_a_wording_from_itself() -> None:
    written = ("ผู้เรียนอ่านออก ร้อยละ 85.5", "ผู้เรียนอ่านออก  ร้อยละ ๙๐", "- ผู้เรียน อ่านออกร้อยละ 7.")
    assert len({statement_key(text, BASIC) for text in written}) == 1


def test_other_words_and_another_level_of_education_are_another_wording() -> None:
    keys = {
        statement_key("ผู้เรียนอ่านออก", BASIC),
        statement_key("ผู้เรียนอ่านออก", EARLY),
        statement_key("ผู้เรียนอ่านออก", None),
        statement_key("ผู้เรียนอ่านไม่ออก", BASIC),
    }
    assert len(keys) == 4


def test_a_key_fits_its_column() -> None:
    assert len(statement_key("ก" * 5000, BASIC)) == 64
