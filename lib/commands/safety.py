"""Commands that copy the office's data, put it back, and look whether it is whole."""

from pathlib import Path

import click

from lib.commands.frame import REFUSED, by, command_options, opened, say_json
from lib.services import safety
from lib.storage.integrity import check_store

_NEW_FILE = click.Path(dir_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_NEW_FILE)
@command_options
def backup(file: Path, database: str, as_json: bool) -> None:
    """สำรองฐานข้อมูลและไฟล์ต้นฉบับทั้งหมดเป็นไฟล์ ZIP เดียว"""
    with opened(database) as store:
        manifest = safety.make_backup(store, file, by=by())
    n_files = len(manifest.members) - len(manifest.columns)
    if as_json:
        say_json(
            {
                "file": str(file),
                "created": manifest.created,
                "rows": manifest.rows,
                "files": n_files,
                "missing_files": manifest.missing_files,
            }
        )
        return
    click.echo(f"สำรอง {sum(manifest.rows.values()):,} แถว และไฟล์ต้นฉบับ {n_files:,} ไฟล์ ลง {file}")
    for sha256 in manifest.missing_files:
        click.echo(f"  ไฟล์ต้นฉบับ {sha256} หายหรือถูกแก้ไข จึงไม่อยู่ในชุดสำรอง")


@click.command()
@click.argument("file", type=_FILE)
@click.option("--replace", is_flag=True, help="ล้างข้อมูลเดิมในฐานข้อมูลก่อนกู้คืน")
@command_options
def restore(file: Path, replace: bool, database: str, as_json: bool) -> None:
    """กู้คืนชุดสำรองลงฐานข้อมูลว่าง"""
    with opened(database) as store:
        manifest = safety.restore(store, file, replace=replace, by=by())
    n_files = len(manifest.members) - len(manifest.columns)
    if as_json:
        say_json(
            {
                "created": manifest.created,
                "rows": manifest.rows,
                "files": n_files,
                "missing_files": manifest.missing_files,
            }
        )
        return
    click.echo(f"กู้คืน {sum(manifest.rows.values()):,} แถว และไฟล์ต้นฉบับ {n_files:,} ไฟล์แล้ว")


@click.command()
@command_options
def check(database: str, as_json: bool) -> None:
    """ตรวจว่าฐานข้อมูลและไฟล์ต้นฉบับอยู่ครบ"""
    with opened(database) as store:
        results = check_store(store)
    if as_json:
        say_json(
            {
                "fine": all(result.fine for result in results),
                "checks": [
                    {
                        "name": result.name,
                        "seen": result.n_seen,
                        "faults": list(result.faults),
                        "n_faults": result.n_faults,
                        "remarks": list(result.remarks),
                    }
                    for result in results
                ],
            }
        )
    else:
        for result in results:
            state = "เรียบร้อย" if result.fine else f"พบปัญหา {result.n_faults:,} รายการ"
            click.echo(f"{result.name}: {state} (ตรวจ {result.n_seen:,} รายการ)")
            for line in (*result.faults, *result.remarks):
                click.echo(f"  {line}")
    if not all(result.fine for result in results):
        raise SystemExit(REFUSED)
