"""``python -m lib``: exit status 0 fine, 1 data refused, 2 wrong usage."""

import io
import sys

import click

from lib.commands.analysing import findings, observations
from lib.commands.documents import report
from lib.commands.evidence import kpi
from lib.commands.loading import demo, history, import_files, undo
from lib.commands.registering import schools
from lib.commands.reports import sar
from lib.commands.safety import backup, check, restore
from lib.commands.sar_documents import sar_report
from lib.commands.schools import school


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """โต๊ะวิเคราะห์ ก.ต.ป.น. จากบรรทัดคำสั่ง"""


for command in (
    demo, schools, import_files, history, undo, observations, findings,
    sar, sar_report, kpi, report, school, backup, restore, check,
):  # fmt: skip
    main.add_command(command)

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows console would write cp874
            stream.reconfigure(encoding="utf-8")
    main(prog_name="python -m lib")
