"""What the area's own report on its schools' self-assessments shows, as document and as workbook."""

from dataclasses import dataclass
from datetime import date

from lib.domain.assessment_synthesis import LevelSynthesis, SarSynthesis, YearSynthesis
from lib.domain.assessments import LevelOfEducation, ReportStatus, SavedSelfAssessment
from lib.domain.contradictions import Contradiction
from lib.domain.external_board import ExternalBoard
from lib.domain.level_changes import LevelChange
from lib.domain.office import Office
from lib.domain.schools import School
from lib.domain.self_rating_matrix import SelfRatingMatrix
from lib.domain.standards import StandardSet
from lib.domain.submissions import SubmissionBoard
from lib.domain.theme_synthesis import ThemeSynthesis


@dataclass(frozen=True, slots=True)
class ListedReport:
    """One school's saved report, and what it says against itself."""

    school: School
    saved: SavedSelfAssessment
    contradictions: tuple[Contradiction, ...]

    @property
    def is_confirmed(self) -> bool:
        return self.saved.status is ReportStatus.CONFIRMED


@dataclass(frozen=True, slots=True)
class LevelHistory:
    """One level of education over the academic years of the same set of standards, the oldest first.

    Attributes:
        years: the year of the report among them; alone where no earlier one is there.
        changes: from the year before, one per standard; empty without it.
    """

    level_of_education: LevelOfEducation
    years: tuple[YearSynthesis, ...]
    changes: tuple[LevelChange, ...]


@dataclass(frozen=True, slots=True)
class SarReportContent:
    """Everything the area's report on self-assessments shows.

    Attributes:
        names_schools: whether schools are named, or only counted.
        schools: the active ones of the register, by cluster and name.
        standards: the sets in force, one per level of education.
        matrices: schools' own levels beside their results; empty where nothing can be laid against them.
        reports: by cluster and name of the school.
        texts: section id → text written by people; sections without one keep the packaged wording.
    """

    office: Office
    academic_year_be: int
    made_on: date
    names_schools: bool
    synthesis: SarSynthesis
    histories: tuple[LevelHistory, ...]
    themes: ThemeSynthesis
    matrices: tuple[SelfRatingMatrix, ...]
    board: SubmissionBoard
    external: ExternalBoard
    schools: tuple[School, ...]
    standards: tuple[StandardSet, ...]
    reports: tuple[ListedReport, ...]
    texts: tuple[tuple[str, str], ...] = ()

    def text(self, section_id: str) -> str:
        """What people wrote for a section, empty when nothing."""
        return dict(self.texts).get(section_id, "")

    @property
    def told(self) -> tuple[LevelSynthesis, ...]:
        """Levels of education that some report covers."""
        return tuple(level for level in self.synthesis.levels if level.n_counted)

    @property
    def n_contradictions(self) -> int:
        return sum(len(report.contradictions) for report in self.reports)

    def history(self, level: LevelOfEducation) -> LevelHistory:
        """Years and changes of one level of education; without any where none were laid side by side."""
        found = (each for each in self.histories if each.level_of_education is level)
        return next(found, LevelHistory(level, (), ()))
