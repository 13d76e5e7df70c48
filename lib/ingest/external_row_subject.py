"""What a row of external results is about: round, phase, level of education, standard."""

from lib.catalog.external_rounds import LONGEST_LEVEL, load_external_rounds
from lib.domain.external_files import ExternalDefaults
from lib.domain.external_rounds import ExternalEducation, ExternalPhase, ExternalRound
from lib.domain.sheets import address
from lib.ingest.cells import cell_text, value_at
from lib.ingest.external_columns import ExternalColumns
from lib.ingest.external_results import Refusal
from lib.ingest.external_terms import find_level, find_phase, find_round, find_standard
from lib.ingest.tables import Table

NO_PHASE = ExternalPhase("", "", ())


class RowSubject:
    """Says of each row of a table what it is about; refuses the row where nobody says it.

    Args:
        context: what titles and sheet names say, where a row is silent.
        defaults: what a person says, where those are silent too.
    """

    def __init__(
        self, table: Table, columns: ExternalColumns, context: ExternalDefaults, defaults: ExternalDefaults
    ) -> None:
        self._table, self._columns = table, columns
        self._context, self._defaults = context, defaults
        self._rounds = load_external_rounds().by_id

    def text(self, row: int, name: str) -> str:
        """The cell of a named column, empty without such a column."""
        index = self._columns.named.get(name)
        return "" if index is None else cell_text(value_at(self._table.sheet, row, index))

    def round_of(self, row: int) -> ExternalRound:
        """The round of a row."""
        written = self.text(row, "round")
        found = find_round(written) if written else None
        if found is not None:
            return found
        if written:
            raise Refusal("X03", f"ไม่รู้จักรอบ “{written}”", self._cell(row, "round"), written)
        known = self._context.round_id or self._defaults.round_id
        if not known:
            raise Refusal("X03", "ไม่ทราบว่าเป็นผลของรอบใด", asks="round")
        return self._rounds[known]

    def phase_of(self, row: int, of: ExternalRound) -> ExternalPhase:
        """The phase of a row; an empty one where the round has none."""
        if not of.phases:
            return NO_PHASE
        if len(of.phases) == 1:
            return of.phases[0]
        written = self.text(row, "phase")
        found = find_phase(written, of) if written else None
        # the round's own cell may say both: รอบสี่ ระยะที่ 2
        found = found or (None if written else find_phase(self.text(row, "round"), of))
        if found is not None:
            return found
        if written:
            raise Refusal("X04", f"{of.name}ไม่มีระยะ “{written}”", self._cell(row, "phase"), written)
        known = next(
            (each for name in (self._context.phase, self._defaults.phase) if (each := of.phase(name))), None
        )
        if known is None:
            raise Refusal("X04", f"ไม่ทราบว่าเป็นผลของระยะใดของ{of.name}", asks=of.id)
        return known

    def level_of(self, row: int, of: ExternalRound) -> tuple[str, ExternalEducation | None]:
        """Id of the row's own level of education; empty where it does not say."""
        written = self.text(row, "level")
        if not written:
            known = self._context.level_of_education or self._defaults.level_of_education
            return known, of.level(known)
        found = find_level(written, of)
        if found is None and not (of.open and len(written) <= LONGEST_LEVEL):
            raise Refusal("X05", f"{of.name}ไม่มีระดับการศึกษา “{written}”", self._cell(row, "level"), written)
        return (found.id, found) if found else (written, None)

    def standard_of(self, row: int, level: ExternalEducation | None, of: ExternalRound) -> str:
        """Number of the standard that a row of the long form is about, empty for all together."""
        written = self.text(row, "standard")
        if not written:
            return ""
        found = find_standard(written, level)
        if found is None and not of.open:
            raise Refusal("X07", f"{of.name}ไม่มี “{written}”", self._cell(row, "standard"), written)
        return written if found is None else found

    def _cell(self, row: int, name: str) -> str:
        return address(row, self._columns.named[name])
