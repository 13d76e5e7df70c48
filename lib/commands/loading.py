"""Commands that bring data in, list it, and take it back."""

from pathlib import Path

import click

from lib.commands.frame import REFUSED, by, command_options, opened, say_issues, say_json
from lib.domain.issues import Issue, Severity
from lib.errors import RefusedFile, WorkbenchError
from lib.ingest.choices import ImportChoices
from lib.services import imports
from lib.services.demo import load_demo
from lib.services.import_difference import difference, difference_as_json
from lib.services.import_json import issue_as_json, preview_as_json
from lib.storage.engine import Store
from lib.storage.files import content_hash
from lib.thai.dates import format_moment

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@command_options
def demo(database: str, as_json: bool) -> None:
    """โหลดสำนักงานตัวอย่าง (ข้อมูลสมมติ) ลงฐานข้อมูลว่าง"""
    with opened(database) as store:
        loaded = load_demo(store, by=by())
    if as_json:
        say_json(loaded)
    else:
        click.echo(
            f"โหลดสำนักงานตัวอย่างแล้ว โรงเรียน {loaded['schools']:,} แห่ง ไฟล์ {loaded['datasets']:,} ไฟล์ "
            f"ค่า {loaded['observations']:,} ค่า"
        )


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--year-be", type=click.IntRange(2400, 2650), help="ปี พ.ศ. ของข้อมูล เมื่อไฟล์ไม่ได้บอกหรือบอกไม่ตรงกัน")
@click.option("--dry-run", is_flag=True, help="อ่านและตรวจเท่านั้น ไม่บันทึก")
@click.option("--add-schools", is_flag=True, help="เพิ่มโรงเรียนที่มีรหัสและชื่อแต่ยังไม่อยู่ในทะเบียน")
@click.option("--replace", "replaces", type=int, help="ให้ไฟล์นี้แทนรายการหมายเลขนี้ทั้งไฟล์ ใช้กับไฟล์เดียว")
@command_options
def import_files(
    files: tuple[Path, ...],
    year_be: int | None,
    dry_run: bool,
    add_schools: bool,
    replaces: int | None,
    database: str,
    as_json: bool,
) -> None:
    """นำเข้าไฟล์ข้อมูล 4 ด้าน: อ่าน ตรวจ บันทึก"""
    if replaces is not None and len(files) > 1:
        raise click.UsageError("--replace ใช้กับไฟล์เดียว")
    choices = ImportChoices(year_be=year_be, add_schools=add_schools)
    with opened(database) as store:
        documents = [
            _import_one(store, file, choices, dry_run=dry_run, replaces=replaces, quiet=as_json)
            for file in files
        ]
    if as_json:
        say_json(documents)
    if any(document["refused"] for document in documents):
        raise SystemExit(REFUSED)


def _import_one(
    store: Store, file: Path, choices: ImportChoices, *, dry_run: bool, replaces: int | None, quiet: bool
) -> dict[str, object]:
    """One file; a refused one does not stop the others."""
    content = file.read_bytes()
    try:
        preview = imports.preview_file(store, content, file.name, choices)
    except RefusedFile as error:
        return _refused(file.name, content, error, quiet=quiet)
    document = preview_as_json(preview, None) | {"refused": False}
    try:
        if dry_run:
            imports.refuse_unstorable(preview)
            document["difference"] = difference_as_json(difference(store, preview))
        else:
            document["dataset_id"] = imports.commit(store, preview, content, by=by(), replaces=replaces)
    except WorkbenchError as error:
        refusal = Issue(Severity.ERROR, error.code or "S04", error.message, error.hint)
        document |= {"refused": True, "issues": [issue_as_json(each) for each in (refusal, *preview.issues)]}
        if not quiet:
            click.echo(f"{file.name}: {error.message} {error.hint}".rstrip())
    if not quiet:
        rows = preview.rows
        state = "ตรวจแล้ว ยังไม่บันทึก" if dry_run else f"บันทึกเป็นรายการ {document['dataset_id']}"
        if document["refused"]:
            state = "ไม่ได้บันทึก"
        click.echo(
            f"{file.name}: {state} · อ่าน {rows.read:,} แถว = นำเข้า {rows.loaded:,} "
            f"+ ไม่รับ {rows.rejected:,} + ข้าม {rows.ignored:,} · {len(preview.accepted):,} ค่า"
        )
        say_issues(preview.issues)
    return document


def _refused(name: str, content: bytes, error: RefusedFile, *, quiet: bool) -> dict[str, object]:
    issue = Issue(Severity.ERROR, error.code, error.message, error.hint)
    if not quiet:
        click.echo(f"{name}: ไม่รับไฟล์นี้")
        say_issues((issue,))
    return {
        "file": name,
        "sha256": content_hash(content),
        "dataset_id": None,
        "sheets": [],
        "reconciliation": [],
        "issues": [issue_as_json(issue)],
        "refused": True,
    }


@click.command()
@command_options
def history(database: str, as_json: bool) -> None:
    """ประวัติการนำเข้า ใหม่สุดก่อน"""
    with opened(database) as store:
        records = imports.load_history(store)
    if as_json:
        say_json(
            [
                {
                    "dataset_id": record.dataset_id,
                    "file": record.file_name,
                    "sha256": record.sha256,
                    "rows_read": record.rows.read,
                    "rows_loaded": record.rows.loaded,
                    "rows_rejected": record.rows.rejected,
                    "rows_ignored": record.rows.ignored,
                    "values": record.n_values,
                    "loaded_at": record.loaded_at.isoformat(),
                    "loaded_by": record.loaded_by,
                    "undone_at": record.undone_at.isoformat() if record.undone_at else None,
                    "replaced_by": record.replaced_by,
                }
                for record in records
            ]
        )
        return
    for record in records:
        state = f"รายการ {record.replaced_by} แทนแล้ว" if record.replaced_by else "ใช้อยู่"
        if record.undone_at:
            state = f"ยกเลิกเมื่อ {format_moment(record.undone_at)}"
        click.echo(
            f"{record.dataset_id:>5}  {format_moment(record.loaded_at)}  {record.file_name}  "
            f"{record.n_values:,} ค่า  {state}"
        )


@click.command()
@click.argument("dataset_id", type=int)
@command_options
def undo(dataset_id: int, database: str, as_json: bool) -> None:
    """ยกเลิกการนำเข้าหนึ่งรายการ ค่าก่อนหน้านั้นกลับมาใช้"""
    with opened(database) as store:
        imports.undo(store, dataset_id, by=by())
    if as_json:
        say_json({"dataset_id": dataset_id, "undone": True})
    else:
        click.echo(f"ยกเลิกรายการ {dataset_id} แล้ว")
