"""The period of each figure: what a person chose, a year column, a band, or the titles around the table."""

from lib.domain.indicators import Indicator
from lib.domain.issues import Issue, Severity
from lib.domain.periods import Period, PeriodKind
from lib.ingest.choices import ImportChoices
from lib.ingest.year_hints import SheetPeriod


class FigurePeriods:
    """Answers for one table, collecting what must be said once.

    Args:
        told: what title, sheet name and file name say.
        choices: a person's answers; a year among them fills only what the file leaves open.
        sheet: name, for the answer and the issues.
        cell: where the header begins, for the issues.
    """

    def __init__(self, told: SheetPeriod, choices: ImportChoices, sheet: str, cell: str) -> None:
        self._told = told
        self._for_all = choices.year_be
        self._chosen = dict(choices.years).get(sheet, choices.year_be)
        self._sheet = sheet
        self._cell = cell
        self._own_years: set[int] = set()
        self._answered = False
        self._issues: dict[str, Issue] = {}
        self._settled: dict[tuple[str, int | None, int | None], Period | None] = {}

    @property
    def issues(self) -> tuple[Issue, ...]:
        if len(self._own_years) == 1 and self._for_all not in (None, *self._own_years):
            (own,) = self._own_years
            self._say(
                Severity.WARNING,
                "P04",
                f"ตารางนี้ระบุปี {own} ไว้เอง จึงใช้ปี {own} ไม่ใช้ปี {self._for_all} ที่เลือกให้ทั้งไฟล์",
                "ถ้าปีในไฟล์ผิด ให้แก้ในไฟล์แล้วนำเข้าใหม่",
            )
        return tuple(self._issues.values())

    def of(self, indicator: Indicator, year_be: int | None, term: int | None) -> Period | None:
        """The period of a figure; None when it is not known for certain, which is then an issue.

        Args:
            year_be: year of the row or of the band above the column, None where neither names one.
            term: term of the row, None where it names none.
        """
        # A table asks the same for each of its figures.
        key = (str(indicator.period_kind), year_be, term)
        if key not in self._settled:
            self._settled[key] = self._settle(indicator.period_kind, year_be, term)
        return self._settled[key]

    def _settle(self, kind: PeriodKind, year_be: int | None, term: int | None) -> Period | None:
        if year_be is not None:
            self._own_years.add(year_be)
            return Period(kind, year_be, term)
        hint, other_calendar = self._told.for_kind(kind)
        is_open = bool(self._told.conflict) or hint is None or other_calendar
        if self._chosen is not None and is_open:
            self._answered = True
            told_term = hint.term if hint and hint.year_be == self._chosen else None
            return Period(
                kind, self._chosen, term or self._fitting(told_term, hint.kind if hint else None, kind)
            )
        if self._told.conflict:
            years = ", ".join(map(str, self._told.conflict))
            self._say(
                Severity.QUESTION,
                "P01",
                f"พบหลายปีในชื่อเรื่อง ชื่อชีต หรือชื่อไฟล์ ({years}) จึงยังไม่นำเข้าตารางนี้",
                "เลือกปีของข้อมูล หรือแก้ชื่อเรื่องให้เหลือปีเดียว แล้วนำเข้าใหม่",
            )
            return None
        if hint is None:
            self._ask_year(kind)
            return None
        if other_calendar and hint.kind is not None:
            self._say(
                Severity.WARNING,
                "P03",
                f"ไฟล์เขียน{hint.kind.label} {hint.year_be} แต่บางตัวชี้วัดนับตาม{kind.label} "
                f"จึงอ่านเป็น{kind.label} {hint.year_be}",
                "ตรวจว่าปีถูกต้อง ถ้าไม่ใช่ให้เลือกปีเองแล้วอ่านใหม่",
            )
        self._own_years.add(hint.year_be)
        return Period(kind, hint.year_be, term or self._fitting(hint.term, hint.kind, kind))

    def _ask_year(self, kind: PeriodKind) -> None:
        meant = " หรือ ".join(map(str, self._told.short_years))
        if meant:
            said = f"ชื่อเรื่อง ชื่อชีต หรือชื่อไฟล์เขียนปีสองหลัก น่าจะหมายถึง{kind.label} {meant} จึงรอยืนยันก่อนนำเข้าตารางนี้"
            self._say(Severity.QUESTION, "P02", said, f"เลือกปี {meant} ถ้าถูกต้อง หรือเลือกปีอื่น")
            return
        said = f"ไม่พบ{kind.label}ในชื่อเรื่อง ชื่อชีต ชื่อไฟล์ หรือคอลัมน์ปี จึงยังไม่นำเข้าตารางนี้"
        self._say(Severity.QUESTION, "P02", said, "เลือกปีของข้อมูลก่อนนำเข้า")

    def label(self) -> str:
        """The table's own period in words, for the preview."""
        if self._answered:
            return f"ปี {self._chosen} (ผู้ใช้เลือก)"
        parts = []
        for hint in self._told.hints:
            if hint.kind is None:
                parts.append(f"ปี {hint.year_be}" + (f" ภาคเรียนที่ {hint.term}" if hint.term else ""))
            else:
                parts.append(Period(hint.kind, hint.year_be, hint.term).label)
        return " · ".join(parts)

    def main_year_be(self) -> int | None:
        """The year to show for the table, None when it is open."""
        if self._answered:
            return self._chosen
        return self._told.hints[0].year_be if self._told.hints and not self._told.conflict else None

    @staticmethod
    def _fitting(term: int | None, hint_kind: PeriodKind | None, kind: PeriodKind) -> int | None:
        """A term belongs to academic years, a quarter to fiscal years; neither is carried across."""
        if term is None or (hint_kind is not None and hint_kind is not kind):
            return None
        return term if hint_kind is kind or kind is PeriodKind.ACADEMIC_YEAR else None

    def _say(self, severity: Severity, code: str, message: str, hint: str) -> None:
        self._issues.setdefault(code, Issue(severity, code, message, hint, self._sheet, self._cell))
