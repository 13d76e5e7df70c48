"""The command that reads schools' self-assessment reports."""

from collections import Counter
from pathlib import Path

import click

from lib.commands.frame import REFUSED, by, command_options, opened, say_json
from lib.services import self_assessments
from lib.services.report_batch import BatchLine, Outcome, settle
from lib.services.report_folder import ReportFile, gather_files, read_each
from lib.services.report_reading import ReportReading


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--save", is_flag=True, help="บันทึกเป็นฉบับร่างเพื่อให้ตรวจในหน้ารายงานสถานศึกษา")
@command_options
def sar(paths: tuple[Path, ...], save: bool, database: str, as_json: bool) -> None:
    """อ่านรายงานการประเมินตนเอง (SAR) จากไฟล์ โฟลเดอร์ หรือไฟล์ zip"""
    told = []
    is_whole = True
    outcomes: Counter[str] = Counter()
    with opened(database) as store:
        files = gather_files([ReportFile(file.name, file.read_bytes) for file in _files(paths)])
        for place, reading in enumerate(read_each(store, files, skip_saved=save), start=1):
            line = settle(store, reading, by=by(), keeps_open=False) if save else None
            fine = reading.readable if line is None else line.outcome in (Outcome.SAVED, Outcome.KNOWN)
            is_whole = is_whole and fine
            if as_json:
                became = {} if line is None else {"outcome": line.outcome.value, "reason": line.reason}
                told.append({**self_assessments.reading_as_json(reading), **became})
                continue
            state = _summary(reading) if line is None else _outcome(reading, line)
            outcomes[_word(reading, line)] += 1
            click.echo(f"{place:,}/{len(files):,} {reading.file_name}: {state}")
    if as_json:
        say_json(told)
    elif len(files) > 1:
        click.echo(" · ".join(f"{word} {number:,} ไฟล์" for word, number in outcomes.most_common()))
    if not is_whole:
        raise SystemExit(REFUSED)


def _files(paths: tuple[Path, ...]) -> list[Path]:
    """Files named, and every file below the folders named but hidden and half-saved ones."""
    below = {
        file
        for path in paths
        if path.is_dir()
        for file in path.rglob("*")
        if file.is_file() and not file.name.startswith((".", "~$"))
    }
    return sorted(below | {path for path in paths if path.is_file()})


def _word(reading: ReportReading, line: BatchLine | None) -> str:
    if line is not None:
        return line.outcome.label
    return "อ่านได้" if reading.readable else "อ่านไม่ได้"


def _outcome(reading: ReportReading, line: BatchLine) -> str:
    """What became of a file that was to be saved, and why where it was not."""
    if line.outcome is Outcome.SAVED:
        return f"{_summary(reading)} · {line.outcome.label}"
    return f"{line.outcome.label}: {line.reason}"


def _summary(reading: ReportReading) -> str:
    """One line about a report that was read."""
    if not reading.readable:
        return " ".join(issue.message for issue in reading.assessment.issues)
    found = reading.assessment
    return (
        f"{found.school_id or 'ยังไม่ทราบโรงเรียน'} ปีการศึกษา {found.academic_year_be or 'ยังไม่ทราบ'} "
        f"ระดับคุณภาพ {len(found.ratings)} รายการ ข้อความ {len(found.statements)} ข้อ"
    )
