"""What every command shares: the database, the kind of output, and how a refusal ends."""

import functools
import json
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn, ParamSpec

import click

from lib.domain.issues import Issue
from lib.errors import WorkbenchError
from lib.settings import default_database_url, user_name
from lib.storage.engine import Store, open_store

REFUSED = 1
P = ParamSpec("P")


@contextmanager
def opened(url: str) -> Iterator[Store]:
    """The database for the length of a command."""
    store = open_store(url)
    try:
        yield store
    finally:
        store.dispose()


def command_options(function: Callable[P, None]) -> Callable[P, None]:
    """``--database`` and ``--json``, and a refusal in plain words with exit status 1."""

    @click.option("--database", default=default_database_url, help="ฐานข้อมูล (ค่าเริ่มต้น: ในเครื่องนี้)")
    @click.option("--json", "as_json", is_flag=True, help="พิมพ์ผลเป็น JSON")
    @functools.wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except WorkbenchError as error:
            refuse(error, as_json=bool(kwargs.get("as_json")))
        except OSError as error:
            place = f"เปิดหรือเขียนไฟล์ {error.filename or ''} ไม่ได้".replace("  ", " ")
            unusable = WorkbenchError(place, "ตรวจว่ามีโฟลเดอร์นั้น มีสิทธิ์เขียน และไม่มีโปรแกรมอื่นเปิดไฟล์อยู่")
            refuse(unusable, as_json=bool(kwargs.get("as_json")))

    return wrapped


def refuse(error: WorkbenchError, *, as_json: bool) -> NoReturn:
    """Say what was refused and end with status 1."""
    logging.getLogger("ktpn").info("command refused", exc_info=error)
    if as_json:
        say_json(
            {"error": {"message": error.message, "hint": error.hint, "code": getattr(error, "code", "")}}
        )
    else:
        click.echo(error.message, err=True)
        if error.hint:
            click.echo(error.hint, err=True)
    raise SystemExit(REFUSED)


def say_json(document: object) -> None:
    """The one JSON document of a command."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def say_issues(issues: tuple[Issue, ...]) -> None:
    """One line per issue: its code, its place, what and what to do."""
    for issue in issues:
        place = "!".join(filter(None, (issue.sheet, issue.cell)))
        click.echo(f"  [{issue.code}] {f'{place}: ' if place else ''}{issue.message} {issue.hint}".rstrip())


def by() -> str:
    """Who is at work, for the history."""
    return user_name()
