"""Says of a produced file which of its figures still agree with the database."""

from pathlib import Path

import click

from lib.commands.frame import REFUSED, opened, say_json
from lib.domain.verified_figures import FigureCheck, FigureState
from lib.services.report_verify import FileVerdict, read_produced, verify_file

_MOST_LINES = 200


def tell_verdict(file: Path, database: str, *, as_json: bool) -> None:
    """Verify a file; ends with status 1 unless every figure agrees.

    Raises:
        WorkbenchError: the file is damaged or not one of ours.
    """
    with opened(database) as store:
        verdict = verify_file(store, read_produced(file))
    if as_json:
        say_json(_as_json(verdict))
    else:
        _say(file, verdict)
    if not verdict.agrees:
        raise SystemExit(REFUSED)


def _say(file: Path, verdict: FileVerdict) -> None:
    n_agree, n = verdict.count(FigureState.AGREES), len(verdict.checks)
    click.echo(f"{file.name}: ตรงกับฐานข้อมูล {n_agree:,} จาก {n:,} ตัวเลข")
    for state in FigureState:
        told = [each for each in verdict.checks if each.state is state]
        if state is FigureState.AGREES or not told:
            continue
        click.echo(f"{state.value} {len(told):,} ตัวเลข")
        for each in told[:_MOST_LINES]:
            click.echo(f"  {each.figure_id}: {_difference(each)}")
        if len(told) > _MOST_LINES:
            click.echo(f"  และอีก {len(told) - _MOST_LINES:,} ตัวเลข ดูครบด้วย --json")


def _difference(each: FigureCheck) -> str:
    printed = " ".join(each.printed.split())
    if each.state is FigureState.EDITED:
        return f"พิมพ์ไว้ {printed} ในไฟล์เป็น {' '.join(each.found.split()) or 'ว่าง'}"
    if each.state is FigureState.CHANGED:
        return f"พิมพ์ไว้ {printed} ขณะนี้ {' '.join(each.now.split())}"
    return f"พิมพ์ไว้ {printed}"


def _as_json(verdict: FileVerdict) -> dict[str, object]:
    return {
        "document": verdict.origin.kind.value,
        "academic_year_be": verdict.origin.academic_year_be,
        "fiscal_year_be": verdict.origin.fiscal_year_be,
        "figures": len(verdict.checks),
        "agrees": verdict.agrees,
        "counts": {state.name.lower(): verdict.count(state) for state in FigureState},
        "differing": [
            {
                "state": each.state.name.lower(),
                "figure_id": each.figure_id,
                "place": each.place,
                "printed": each.printed,
                "found": each.found,
                "now": each.now,
            }
            for each in verdict.checks
            if each.state is not FigureState.AGREES
        ],
    }
