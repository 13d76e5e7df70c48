"""The group of all commands, each loaded when it is called: half of them need seconds of libraries."""

import ast
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

#: Name of each command → module and function.
COMMANDS = {
    "backup": "lib.commands.safety:backup",
    "check": "lib.commands.safety:check",
    "demo": "lib.commands.loading:demo",
    "findings": "lib.commands.analysing:findings",
    "history": "lib.commands.loading:history",
    "import": "lib.commands.loading:import_files",
    "kpi": "lib.commands.evidence:kpi",
    "observations": "lib.commands.analysing:observations",
    "report": "lib.commands.documents:report",
    "restore": "lib.commands.safety:restore",
    "sar": "lib.commands.reports:sar",
    "sar-report": "lib.commands.sar_documents:sar_report",
    "school": "lib.commands.schools:school",
    "schools": "lib.commands.registering:schools",
    "undo": "lib.commands.loading:undo",
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and reads their summaries without loading them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), function)
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name]} is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        with formatter.section("Commands"):
            formatter.write_dl(sorted(summaries(COMMANDS).items()))


def summaries(commands: Mapping[str, str]) -> dict[str, str]:
    """Name of each command → first line of its docstring, read from the source."""
    told: dict[str, str] = {}
    for module in sorted({place.partition(":")[0] for place in commands.values()}):
        spec = find_spec(module)
        source = Path(spec.origin).read_text(encoding="utf-8") if spec and spec.origin else ""
        functions = {each.name: each for each in ast.parse(source).body if isinstance(each, ast.FunctionDef)}
        for name, place in commands.items():
            if place.partition(":")[0] == module:
                docstring = ast.get_docstring(functions[place.partition(":")[2]]) or ""
                told[name] = docstring.partition("\n")[0]
    return told
