"""The list of commands: whole, in step with the functions, and quick to show."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from lib.__main__ import main
from lib.commands.group import COMMANDS, summaries


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_called_by_the_name_it_is_listed_under(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name
    assert (command.help or "").startswith(summaries(COMMANDS)[name])


def test_every_command_has_a_summary_in_the_list() -> None:
    shown = " ".join(CliRunner().invoke(main, ["--help"]).output.split())
    for name, told in summaries(COMMANDS).items():
        assert told
        assert f"{name} {told}" in shown


def test_the_list_of_commands_needs_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from lib.__main__ import main;"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0;"
        "print(*sys.modules.keys() & {'pandas', 'sqlalchemy', 'altair', 'docx', 'pythainlp', 'streamlit'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_command_that_is_not_there_is_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["chek"]).exit_code == 2
