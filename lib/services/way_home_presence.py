"""How the strip of the first page was counted: groups of a domain with figures of a year, and their files."""

from datetime import date

from lib.domain.figures import FigureId, FigureKind
from lib.domain.freshness import State
from lib.domain.periods import Period
from lib.services.analysis import OfficeData
from lib.services.freshness import make_board
from lib.services.way_home_view import MadeView, Part


def presence_view(data: OfficeData, figure: FigureId) -> MadeView:
    """Groups of figures of a domain, with the schools and files that have figures of the year."""
    board = make_board(data, (), frozenset(), {figure.period.kind: figure.period}, today=date.min)
    rows = [row for row in board.rows if row.domain == figure.indicator_id and row.state is not State.NEVER]
    frames = [
        frame[(frame["period_kind"] == str(figure.period.kind)) & (frame["year_be"] == figure.period.year_be)]
        for frame in (data.observations, data.benchmarks)
    ]
    parts = []
    for row in rows:
        of_group = [
            frame[frame["indicator_id"].isin([each.id for each in row.indicators])] for frame in frames
        ]
        files = dict.fromkeys(name for frame in of_group for name in frame["source_file"])
        first = of_group[0].head(1)
        link = None
        if len(first):
            term = int(first["term"].iloc[0]) or None
            period = Period(figure.period.kind, figure.period.year_be, term)
            link = FigureId(FigureKind.COVERAGE, str(first["indicator_id"].iloc[0]), period)
        n_schools = row.n_full + row.n_part
        present = row.state in (State.FULL, State.PART)
        whole = f"ครบ {row.n_full:,} จาก {row.n_expected:,} แห่ง" if row.n_expected else "ค่าระดับเขต"
        parts.append(
            Part(
                row.name,
                figure.period.label,
                None,
                float(n_schools) if present and row.n_expected else None,
                None,
                whole if present else "ยังไม่มีตัวเลข",
                " · ".join(files),
                "",
                link,
            )
        )
    n_full = sum(row.state is State.FULL for row in rows)
    n_part = sum(row.state is State.PART for row in rows)
    told = f"กลุ่มตัวชี้วัดที่ครบทุกโรงเรียน {n_full:,} กลุ่ม มีบางส่วน {n_part:,} กลุ่ม จากที่ต้องมี {len(rows):,} กลุ่ม"
    return MadeView(f"{n_full:,} จาก {len(rows):,} กลุ่ม", (told,), tuple(parts))
