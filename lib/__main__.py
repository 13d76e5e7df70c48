"""``python -m lib``: exit status 0 fine, 1 data refused, 2 wrong usage."""

import io
import sys

import click

from lib.commands.group import LazyGroup


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """โต๊ะวิเคราะห์ ก.ต.ป.น. จากบรรทัดคำสั่ง"""


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows console would write cp874
            stream.reconfigure(encoding="utf-8")
    main(prog_name="python -m lib")
