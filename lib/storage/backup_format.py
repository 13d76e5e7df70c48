"""What a backup is: one ZIP of manifest, tables as JSON lines and stored files, alike for both databases."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Table

from lib.errors import WorkbenchError
from lib.storage.schema import UtcMoment, metadata

FORMAT = "ktpn-workbench-backup"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
#: Parents before children, so that rows go in the order in which foreign keys hold.
TABLES: tuple[Table, ...] = tuple(metadata.sorted_tables)
#: Tables that came with a later schema; a backup of an earlier one has none of them.
_SINCE = {
    "remembered_layouts": "0002",
    "register_loads": "0003",
    "register_load_schools": "0003",
    "pins": "0004",
    "peer_choices": "0005",
    "visits": "0005",
    "theme_choices": "0006",
    "external_assessments": "0006",
    "external_follow_ups": "0006",
    "external_dues": "0006",
    "kpi_evidence_versions": "0007",
    "kpi_drafts": "0008",
    "report_editions": "0008",
}
_UNTOUCHED = "ฐานข้อมูลเดิมไม่เปลี่ยนแปลง"


class RefusedBackup(WorkbenchError):
    """A file that is no backup, or a damaged one; the database stayed as it was."""

    def __init__(self, message: str, hint: str = "ใช้ชุดสำรองอื่น หรือคัดลอกไฟล์นี้จากต้นทางใหม่อีกครั้ง") -> None:
        super().__init__(f"{message} {_UNTOUCHED}", hint)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the ZIP: size and hash of what it unpacks to; ``rows`` of a table, 0 for a stored file."""

    n_bytes: int
    sha256: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself.

    Attributes:
        revision: of the schema, as alembic names it.
        created: ISO moment with its zone.
        columns: table → its columns in the order of a row.
        missing_files: hashes that the database names but the files folder had lost when it was made.
    """

    format: str
    format_version: int
    revision: str
    created: str
    columns: dict[str, list[str]]
    members: dict[str, Member]
    missing_files: list[str]

    @property
    def rows(self) -> dict[str, int]:
        """Rows of each table."""
        return {name: self.members[table_path(name)].rows for name in self.columns}


def table_path(name: str) -> str:
    return f"tables/{name}.jsonl"


def file_path(sha256: str) -> str:
    return f"files/{sha256}"


def manifest_bytes(manifest: Manifest) -> bytes:
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()


def read_manifest(content: bytes) -> Manifest:
    """Read and check a manifest; its members are still to be compared with the ZIP.

    Raises:
        RefusedBackup: it is of something else, or of a newer program.
    """
    try:
        value = json.loads(content)
        if value["format"] != FORMAT:
            raise RefusedBackup("ไฟล์ ZIP นี้ไม่ใช่ชุดสำรองของโปรแกรมนี้")
        if value["format_version"] > FORMAT_VERSION:
            raise RefusedBackup("ชุดสำรองนี้มาจากโปรแกรมรุ่นใหม่กว่า", "ปรับโปรแกรมในเครื่องนี้เป็นรุ่นล่าสุดก่อน แล้วกู้คืนใหม่")
        members = {str(name): Member(**entry) for name, entry in value.pop("members").items()}
        manifest = Manifest(members=members, **value)
        sizes = [(each.n_bytes, each.rows) for each in members.values()]
        known = {table.name: {column.name for column in table.columns} for table in TABLES}
        expected = {name for name in known if _SINCE.get(name, "") <= manifest.revision}
        sound = (
            set(manifest.columns) == expected
            and all(set(columns) <= known[name] for name, columns in manifest.columns.items())
            and all(isinstance(number, int) and number >= 0 for pair in sizes for number in pair)
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RefusedBackup("สารบัญของชุดสำรองอ่านไม่ได้") from error
    if not sound:
        raise RefusedBackup("สารบัญของชุดสำรองไม่ตรงกับตารางของโปรแกรม")
    return manifest


def encode_row(row: Iterable[object]) -> bytes:
    """One row as a line of JSON; moments in ISO form with their zone."""
    plain = [value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value for value in row]
    return json.dumps(plain, ensure_ascii=False, allow_nan=False).encode() + b"\n"


def decode_row(table: Table, columns: Iterable[str], line: bytes) -> Mapping[str, object]:
    """The row of one line, ready to insert.

    Raises:
        RefusedBackup: the line is not a row of this table.
    """
    names = list(columns)
    try:
        values = json.loads(line)
        if not isinstance(values, list) or len(values) != len(names):
            raise RefusedBackup(f"ตาราง {table.name} ในชุดสำรองมีแถวที่อ่านไม่ได้")
        return {
            name: datetime.fromisoformat(value)
            if isinstance(table.c[name].type, UtcMoment) and value is not None
            else value
            for name, value in zip(names, values, strict=True)
        }
    except (ValueError, TypeError) as error:
        raise RefusedBackup(f"ตาราง {table.name} ในชุดสำรองมีแถวที่อ่านไม่ได้") from error
