"""The command that reads schools' self-assessment reports."""

from pathlib import Path

import click

from lib.commands.frame import by, command_options, opened, say_json
from lib.services import self_assessments


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--save", is_flag=True, help="บันทึกเป็นฉบับร่างเพื่อให้ตรวจในหน้ารายงานสถานศึกษา")
@command_options
def sar(paths: tuple[Path, ...], save: bool, database: str, as_json: bool) -> None:
    """อ่านรายงานการประเมินตนเอง (SAR) จากไฟล์หรือโฟลเดอร์"""
    files = sorted(
        file
        for path in paths
        for file in ((path,) if path.is_file() else path.rglob("*"))
        if file.is_file() and file.suffix.lower() in (".docx", ".xlsx")
    )
    with opened(database) as store:
        readings = self_assessments.read_reports(store, [(file.name, file.read_bytes()) for file in files])
        if save:
            for reading in readings:
                self_assessments.save_report(store, reading, by=by())
    if as_json:
        say_json([self_assessments.reading_as_json(reading) for reading in readings])
        return
    for reading in readings:
        document = self_assessments.reading_as_json(reading)
        click.echo(f"{document['file']}: {json_summary(document)}")


def json_summary(document: dict[str, object]) -> str:
    """One line about a report that was read."""
    ratings, statements = document["ratings"], document["statements"]
    assert isinstance(ratings, list)  # noqa: S101 - the maker's own shape
    assert isinstance(statements, list)  # noqa: S101
    school = document["school_id"] or "ยังไม่ทราบโรงเรียน"
    year = document["academic_year_be"] or "ยังไม่ทราบปี"
    return f"{school} ปีการศึกษา {year} ระดับคุณภาพ {len(ratings)} รายการ ข้อความ {len(statements)} ข้อ"
