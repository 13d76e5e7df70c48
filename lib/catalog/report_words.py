"""Headings and standing sentences of the committee report."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from lib.catalog.toml_files import DATA_DIR, load_table, refuse, require

_SECTIONS = ("headings", "texts", "phrases")


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Wording by key; a template's ``{words}`` are filled by :meth:`say`."""

    headings: dict[str, str]
    texts: dict[str, str]
    phrases: dict[str, str]

    def say(self, key: str, **words: str) -> str:
        """A phrase, heading or text with its words filled in.

        Raises:
            KeyError: the key or a word it needs is not there.
        """
        return self.template(key).format(**words)

    def template(self, key: str) -> str:
        """A phrase, heading or text with its ``{words}`` unfilled.

        Raises:
            KeyError: the key is not there.
        """
        for table in (self.phrases, self.headings, self.texts):
            if key in table:
                return table[key]
        raise KeyError(key)


@cache
def load_report_words(path: Path = DATA_DIR / "report.toml") -> ReportWords:
    """The packaged wording.

    Raises:
        BadCatalogue: a section is missing or a template cannot be read.
    """
    document = load_table(path)
    require(document, _SECTIONS, file=path.name, where="ทั้งไฟล์")
    for section in _SECTIONS:
        for key, template in document[section].items():
            try:
                list(Formatter().parse(template))
            except (ValueError, TypeError) as error:
                raise refuse(path.name, f"{section}.{key}", "วงเล็บปีกกาไม่ครบคู่") from error
    return ReportWords(*({str(k): str(v) for k, v in document[section].items()} for section in _SECTIONS))


def load_sar_words() -> ReportWords:
    """The packaged wording of everything said about self-assessments."""
    return load_report_words(DATA_DIR / "sar_report.toml")
