"""The command of the school register: take a file in, list what was taken in, take one back."""

from pathlib import Path

import click

from lib.commands.frame import by, command_options, opened, say_issues, say_json
from lib.services import register
from lib.services.register_history import load_register_history, undo_register, undo_words
from lib.storage.engine import Store
from lib.thai.dates import format_moment

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_FILE, required=False)
@click.option("--history", is_flag=True, help="ประวัติการนำเข้าทะเบียน ใหม่สุดก่อน")
@click.option("--undo", "load_id", type=int, help="ยกเลิกการนำเข้าทะเบียนรายการหมายเลขนี้")
@command_options
def schools(file: Path | None, history: bool, load_id: int | None, database: str, as_json: bool) -> None:
    """นำเข้าหรือปรับปรุงทะเบียนโรงเรียนจากไฟล์ หรือยกเลิกการนำเข้า"""
    if (file is not None) + history + (load_id is not None) != 1:
        raise click.UsageError("ระบุไฟล์ หรือ --history หรือ --undo อย่างใดอย่างหนึ่ง")
    with opened(database) as store:
        if file is not None:
            _take_in(store, file, as_json=as_json)
        elif load_id is not None:
            _take_back(store, load_id, as_json=as_json)
        else:
            _list(store, as_json=as_json)


def _take_in(store: Store, file: Path, *, as_json: bool) -> None:
    preview = register.preview_register(store, file.read_bytes(), file.name)
    change = register.commit_register(store, preview, by=by())
    if as_json:
        say_json(register.register_as_json(change, preview))
        return
    click.echo(f"เพิ่ม {change.added:,} แห่ง ปรับปรุง {change.updated:,} แห่ง เหมือนเดิม {change.unchanged:,} แห่ง")
    say_issues(preview.issues)


def _take_back(store: Store, load_id: int, *, as_json: bool) -> None:
    done = undo_register(store, load_id, by=by())
    if as_json:
        say_json(
            {
                "load_id": load_id,
                "undone": True,
                "back": [school.school_id for school, _ in done.back],
                "left": [school.school_id for school in done.leaving],
                "kept": [school.school_id for school in done.kept],
            }
        )
    else:
        click.echo(f"ยกเลิกการนำเข้าทะเบียนรายการ {load_id} แล้ว {undo_words(done)}")


def _list(store: Store, *, as_json: bool) -> None:
    loads = load_register_history(store)
    if as_json:
        say_json(
            [
                {
                    "load_id": load.load_id,
                    "file": load.file_name,
                    "sha256": load.sha256,
                    "rows_read": load.rows.read,
                    "rows_loaded": load.rows.loaded,
                    "rows_rejected": load.rows.rejected,
                    "rows_ignored": load.rows.ignored,
                    "added": load.added,
                    "updated": load.updated,
                    "unchanged": load.unchanged,
                    "loaded_at": load.loaded_at.isoformat(),
                    "loaded_by": load.loaded_by,
                    "undone_at": load.undone_at.isoformat() if load.undone_at else None,
                }
                for load in loads
            ]
        )
        return
    for load in loads:
        state = f"ยกเลิกเมื่อ {format_moment(load.undone_at)}" if load.undone_at else "ใช้อยู่"
        click.echo(
            f"{load.load_id:>5}  {format_moment(load.loaded_at)}  {load.file_name}  "
            f"เพิ่ม {load.added:,} ปรับปรุง {load.updated:,} แห่ง  {state}"
        )
