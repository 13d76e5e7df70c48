"""What an answer in a meeting is made of."""

from dataclasses import dataclass

from lib.analysis.examination import Examination
from lib.catalog.report_words import ReportWords, load_report_words
from lib.catalog.toml_files import DATA_DIR
from lib.charts.drawing import Drawing
from lib.domain.figures import FigureId
from lib.domain.meeting import PinnedTable, Question, Term
from lib.domain.schools import SizeScheme
from lib.services.analysis import OfficeData
from lib.services.meeting_terms import group_name, size_terms


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A next question, one click away."""

    label: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """One sentence, one picture, and the figures behind both.

    Attributes:
        title: what was asked, in words.
        chart: None where there is nothing to draw.
        homes: way home of each row's figure, None where it has none.
        sources: files behind the figures.
    """

    question: Question
    title: str
    sentence: str
    chart: Drawing | None
    table: PinnedTable
    homes: tuple[FigureId | None, ...]
    sources: tuple[str, ...]
    follow_ups: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question with everything it is answered from."""

    question: Question
    data: OfficeData
    found: Examination
    scheme: SizeScheme

    def name(self, term: Term) -> str:
        """The schools of a term in a sentence."""
        own = dict(size_terms(self.scheme))
        if term in own:
            return f"โรงเรียนขนาด{own[term].removeprefix('ขนาด')}"
        return group_name(term, {school.school_id: school.name for school in self.data.register})


def meeting_words() -> ReportWords:
    """The packaged wording."""
    return load_report_words(DATA_DIR / "meeting.toml")


def heading(key: str, **words: str) -> str:
    """What stands over a picture."""
    return meeting_words().headings[key].format(**words)
