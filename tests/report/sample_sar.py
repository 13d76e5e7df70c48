"""Content of the area's SAR report: invented schools, levels by a rule that a test can work out by hand.

School number i (from 1) rates every standard and item ``1 + (i + standard) % 5`` at both levels of education;
every sixth sent nothing; every third that sent is a draft. Its strength is of theme ``i % 3``.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from lib.analysis.sar_synthesis import synthesise
from lib.catalog.standards import load_standards
from lib.domain.assessment_synthesis import SchoolReport, YearSynthesis
from lib.domain.assessments import (
    LevelOfEducation,
    Place,
    Rating,
    ReportStatus,
    SavedSelfAssessment,
    SelfAssessment,
    Statement,
    StatementKind,
)
from lib.domain.contradictions import Contradiction, ContradictionKind, Side
from lib.domain.external_assessments import ExternalDue, ExternalStatement, ExternalStatementKind, FollowUp
from lib.domain.external_board import (
    ExternalBoard,
    FollowedRecommendation,
    InternalExternal,
    PhaseCounts,
    SchoolDue,
    SchoolOutcome,
    StandardCounts,
    ToldResult,
    WordCount,
)
from lib.domain.external_figures import ExternalOutcome
from lib.domain.external_rounds import StepState
from lib.domain.level_changes import LevelChange
from lib.domain.office import Office
from lib.domain.periods import Period, PeriodKind
from lib.domain.sar_report_content import LevelHistory, ListedReport, SarReportContent
from lib.domain.schools import OfficeType, School
from lib.domain.self_rating_matrix import (
    Agreement,
    Measured,
    RatedItem,
    RatedSchool,
    Result,
    SelfRatingMatrix,
    Submitted,
)
from lib.domain.submissions import Submission, SubmissionBoard
from lib.domain.theme_synthesis import (
    SubmittedReport,
    ThemeBasis,
    ThemeCount,
    ThemedStatement,
    ThemeSynthesis,
    YearBefore,
)
from lib.thai.numerals import round_half_up

YEAR = 2568
BOTH = tuple(LevelOfEducation)
TODAY = date(2026, 5, 20)
OFFICE = Office(
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1", "สพป.สมมติ เขต 1", OfficeType.PRIMARY, "1", is_sample=True
)
THEMES = ("การอ่านและการเขียน", "สุขภาวะและการออกกำลังกาย", "การบริหารแบบมีส่วนร่วม")
_WORDS = ("นักเรียนอ่านออกเขียนได้ตามวัย", "ผู้เรียนมีสุขภาวะทางร่างกายดี", "ชุมชนร่วมวางแผนพัฒนาโรงเรียน")


def school(number: int) -> School:
    cluster = f"กลุ่มโรงเรียนสมมติ {number % 4 + 1}"
    return School(
        f"9900{number:04}", f"บ้านสมมติ {number}", f"9900{number:04}", moe_code=f"109900{number:04}",
        cluster=cluster, pupils=40 + 25 * (number % 9),
    )  # fmt: skip


def level_of(number: int, standard: str) -> int:
    return 1 + (number + int(standard)) % 5


def assessment(number: int, levels: Sequence[LevelOfEducation] = BOTH) -> SelfAssessment:
    ratings = []
    for level in levels:
        for standard in load_standards().current(level).standards:
            for item in ("", *(item.id for item in standard.items)):
                at, page = level_of(number, standard.id), 10 + int(standard.id)
                ratings.append(
                    Rating(level, standard.id, item, at, "sar5", place=Place(page=page), quote=f"ระดับ {at}")
                )
    said = tuple(
        Statement(
            kind, f"{_WORDS[number % 3]} {kind.label} ข้อที่ {number}", level, "1", Place(page=20 + number)
        )
        for level in levels
        for kind in StatementKind
    )
    own = school(number)
    return SelfAssessment(own.school_id, own.name, YEAR, tuple(levels), tuple(ratings), said, 0.98, ())


def is_sent(number: int) -> bool:
    return number % 6 != 0


def status_of(number: int) -> ReportStatus:
    return ReportStatus.DRAFT if number % 3 == 0 else ReportStatus.CONFIRMED


def listed(number: int, levels: Sequence[LevelOfEducation] = BOTH) -> ListedReport:
    own, when = school(number), datetime(2026, 5, 1, 3, 0, tzinfo=UTC)
    saved = SavedSelfAssessment(
        number, own.school_id, YEAR, f"{number:064x}", f"รายงาน {number}.docx", status_of(number),
        assessment(number, levels), 1, when, "ศน.สมมติ",
    )  # fmt: skip
    odd = Contradiction(
        ContradictionKind.TWO_LEVELS, levels[0], "2", "",
        Side("ระดับ 4", Place(page=7), "ดีเลิศ"), Side("ระดับ 5", Place(page=31), "ยอดเยี่ยม"),
    )  # fmt: skip
    return ListedReport(own, saved, (odd,) if number % 5 == 0 else ())


def themes_of(reports: Sequence[ListedReport]) -> ThemeSynthesis:
    statements = tuple(
        ThemedStatement(
            each.saved.report_id, each.school.school_id, each.school.name, each.school.cluster, said.kind,
            said.level_of_education, said.standard, said.text, said.place, said.text,
            f"theme{each.saved.report_id % 3}", ThemeBasis.WORDS, (),
        )
        for each in reports
        for said in each.saved.assessment.statements
    )  # fmt: skip
    counts = []
    for kind in StatementKind:
        for level in LevelOfEducation:
            n = sum(level in each.saved.assessment.levels for each in reports)
            found = []
            for place, name in enumerate(THEMES):
                mine = tuple(
                    s
                    for s in statements
                    if (s.kind, s.level_of_education, s.theme_id) == (kind, level, f"theme{place}")
                )
                if mine:
                    schools = len({s.school_id for s in mine})
                    found.append(
                        ThemeCount(
                            f"theme{place}", name, kind, level, ("1.1",), schools, n,
                            round_half_up(100 * schools / n), len(mine), 0, (),
                            YearBefore(YEAR - 1, 2, 9), mine,
                        )
                    )  # fmt: skip
            counts += sorted(found, key=lambda count: -count.n_schools)
    sent = tuple(
        SubmittedReport(r.school.school_id, r.school.cluster, r.saved.assessment.levels) for r in reports
    )
    return ThemeSynthesis(YEAR, len(reports), sent, statements, tuple(counts), ())


def a_matrix() -> SelfRatingMatrix:
    """One school rated high with low results, one rated low with high results."""

    def rated(number: int, level: int, measured: Measured) -> RatedSchool:
        own = school(number)
        result = Result(
            "academic.onet_p6_math", "คะแนนเฉลี่ย O-NET ป.6 คณิตศาสตร์", "O-NET ป.6 คณิต",
            Period(PeriodKind.ACADEMIC_YEAR, YEAR), measured,
            own="เฉลี่ย 21.50 (ผู้เข้าสอบ 42 คน)", against="34.25", apart="12.75 คะแนน",
        )  # fmt: skip
        label = f"ระดับ {level}"
        return RatedSchool(
            own.school_id, own.name, own.cluster, level, label, "", False, True, measured, (result,), None,
            "หน้า 12", "ก.docx หน้า 12",
        )  # fmt: skip

    about = RatedItem(
        LevelOfEducation.BASIC, "1", "1.1", "ผลสัมฤทธิ์ทางวิชาการของผู้เรียน", ("academic.onet_p6_math",)
    )
    schools = (rated(1, 5, Measured.LOW), rated(2, 2, Measured.HIGH), rated(4, 3, Measured.SAME))
    return SelfRatingMatrix(
        about, "", about.indicator_ids, schools, Submitted(YEAR, 12, 12, 10, 3, 0),
        with_drafts=False, high_from=4, low_to=2, expected_overrated=1, expected_underrated=1,
        agreement=Agreement(2, 0, 2, 0.0),
    )  # fmt: skip


def an_external_board(n_schools: int = 12) -> ExternalBoard:
    """One school assessed in an invented round, with one recommendation open; another school is due."""
    own, other = school(1), school(2)
    way = ExternalOutcome(1, "1")
    result = ToldResult("1", "มาตรฐานที่ 1 คุณภาพของผู้เรียน", "ดี", way)
    counts = StandardCounts(
        "1", result.standard_name, 1, (WordCount("พอใช้", 0, 0.0), WordCount("ดี", 1, 100.0))
    )
    names = ("รอบสมมติ", "", "", "basic", "ขั้นพื้นฐาน")
    advice = ExternalStatement(
        ExternalStatementKind.RECOMMENDATION, "ควรจัดทำเครื่องมือวัดการคิด", "1", Place(page=14)
    )
    steps = (StepState("sar", "ส่ง SAR", True, True), StepState("team", "ตั้งคณะทำงาน", False, False))
    follow = FollowUp(own.school_id, "r", advice.key, due_on=date(2026, 5, 10))
    return ExternalBoard(
        TODAY, n_schools,
        (PhaseCounts("r", *names, n_schools, n_schools, 1, ("พอใช้", "ดี"), (counts,)),),
        (
            SchoolOutcome(
                1, own.school_id, own.name, own.cluster, "r", "รอบสมมติ", "", "ขั้นพื้นฐาน", date(2024, 7, 1),
                (result,), 1, 1, "ผล.pdf", is_latest=True,
            ),
        ),
        (
            FollowedRecommendation(
                own.school_id, own.name, own.cluster, "r", "รอบสมมติ", "ขั้นพื้นฐาน", advice, "ผล.pdf", 1, follow,
                10,
            ),
        ),
        (
            InternalExternal(
                own.school_id, own.name, own.cluster, "basic", "ขั้นพื้นฐาน", "1", result.standard_name, "ดี",
                YEAR, True, None, "ดี", "รอบสมมติ", way,
            ),
        ),
        "r2", "รอบถัดไป",
        (
            SchoolDue(
                other.school_id, other.name, other.cluster,
                ExternalDue(other.school_id, "r2", date(2026, 8, 3)), 75, steps, "", (), False,
            ),
        ),
    )  # fmt: skip


def make_sar_content(
    n_schools: int = 12, levels: Sequence[LevelOfEducation] = BOTH, **changes: object
) -> SarReportContent:
    """The content of an office with so many schools, some of it replaced."""
    numbers = range(1, n_schools + 1)
    reports = tuple(listed(number, levels) for number in numbers if is_sent(number))
    by_id = {each.school.school_id: each for each in reports}
    schools = []
    for number in numbers:
        own = school(number)
        report = by_id.get(own.school_id)
        schools.append(
            SchoolReport(
                own.school_id, own.name, own.cluster, tuple(levels),
                report.saved.status if report else None, report.saved.assessment if report else None,
                "อำเภอสมมติ", "ขนาดเล็ก" if number % 2 else "ขนาดกลาง",
            )
        )  # fmt: skip
    standards = load_standards()
    synthesis = synthesise(schools, YEAR, standards, sizes=["ขนาดเล็ก", "ขนาดกลาง"])
    moves = tuple(tuple(2 if before == now else before == now - 1 for now in range(5)) for before in range(5))
    histories = tuple(
        LevelHistory(
            level.level_of_education,
            (YearSynthesis(YEAR - 1, level), YearSynthesis(YEAR, level)),
            tuple(
                LevelChange(level.level_of_education, row.standard, row.name, YEAR - 1, YEAR, moves, 14, 14)
                for row in level.standards
            ),
        )
        for level in synthesis.levels
        if level.n_counted
    )
    missing = tuple(
        Submission(s.school_id, s.name, s.cluster, s.district, False, None, 19)
        for s in synthesis.not_submitted
    )
    content = SarReportContent(
        OFFICE, YEAR, TODAY, True, synthesis, histories, themes_of(reports), (a_matrix(),) if reports else (),
        SubmissionBoard(YEAR, date(2026, 5, 1), TODAY, n_schools, missing, ()), an_external_board(n_schools),
        tuple(school(number) for number in numbers),
        tuple(standards.current(level) for level in LevelOfEducation), reports,
    )  # fmt: skip
    return replace(content, **changes)  # type: ignore[arg-type]
