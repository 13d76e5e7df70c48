"""The command that reads schools' self-assessment reports."""

from pathlib import Path

import click

from lib.commands.frame import REFUSED, by, command_options, opened, say_json
from lib.errors import WorkbenchError
from lib.services import self_assessments
from lib.services.report_folder import ReportFile, gather_files, read_each
from lib.services.report_reading import ReportReading
from lib.storage.engine import Store


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--save", is_flag=True, help="บันทึกเป็นฉบับร่างเพื่อให้ตรวจในหน้ารายงานสถานศึกษา")
@command_options
def sar(paths: tuple[Path, ...], save: bool, database: str, as_json: bool) -> None:
    """อ่านรายงานการประเมินตนเอง (SAR) จากไฟล์ โฟลเดอร์ หรือไฟล์ zip"""
    told = []
    is_whole = True
    with opened(database) as store:
        files = gather_files([ReportFile(file.name, file.read_bytes) for file in _files(paths)])
        for place, reading in enumerate(read_each(store, files), start=1):
            fault = _saved(store, reading) if save else ""
            is_whole = is_whole and reading.readable and not fault
            if as_json:
                told.append(self_assessments.reading_as_json(reading))
                continue
            state = f" · {fault or 'บันทึกเป็นฉบับร่างแล้ว'}" if save else ""
            click.echo(f"{place:,}/{len(files):,} {reading.file_name}: {_summary(reading)}{state}")
    if as_json:
        say_json(told)
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


def _saved(store: Store, reading: ReportReading) -> str:
    """Save one reading as a draft; why it was not saved, empty when it was. One fault stops nobody else."""
    try:
        self_assessments.save_report(store, reading, by=by())
    except WorkbenchError as error:
        return error.message
    return ""


def _summary(reading: ReportReading) -> str:
    """One line about a report that was read."""
    if not reading.readable:
        return " ".join(issue.message for issue in reading.assessment.issues)
    found = reading.assessment
    return (
        f"{found.school_id or 'ยังไม่ทราบโรงเรียน'} ปีการศึกษา {found.academic_year_be or 'ยังไม่ทราบ'} "
        f"ระดับคุณภาพ {len(found.ratings)} รายการ ข้อความ {len(found.statements)} ข้อ"
    )
