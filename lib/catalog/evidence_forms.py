"""KPI evidence forms, one file per form and yearly copy: ``evidence_forms/fy<year>/<id>.toml``."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from lib.catalog.evidence_form_checks import check_form
from lib.catalog.evidence_form_keys import (
    BASELINE_SORTS,
    FIELD_SORTS,
    FORM_SORTS,
    ITEM_SORTS,
    LEVEL_SORTS,
    OPTIONAL,
    OPTIONAL_IN,
    ROUND_SORTS,
    TEXTS,
)
from lib.catalog.evidence_form_texts import check_texts
from lib.catalog.toml_files import DATA_DIR, Sort, Table, load_table, refuse, require, require_sorts
from lib.domain.evidence_forms import BaselineRow, EvidenceForm, EvidenceKind, FormLevel, FormRound, Scoring
from lib.domain.evidence_items import (
    EvidenceField,
    EvidenceOffer,
    FieldType,
    FormItem,
    SubCriterion,
    WorkOutput,
)
from lib.domain.schools import OfficeType
from lib.errors import BadCatalogue, WorkbenchError

_EDITION = re.compile(r"fy(\d{4})")


def load_form(form_id: str, fiscal_year_be: int, data_dir: Path = DATA_DIR) -> EvidenceForm:
    """The form in force in a fiscal year: its newest copy not younger than that year.

    Raises:
        WorkbenchError: no copy of the form is that old.
        BadCatalogue: the file breaks a rule; file, key and reason are named.
    """
    editions = [
        year
        for year in _editions(data_dir)
        if year <= fiscal_year_be and _path(data_dir, year, form_id).is_file()
    ]
    if not editions:
        raise WorkbenchError(
            f"ไม่มีแบบ {form_id} สำหรับปีงบประมาณ พ.ศ. {fiscal_year_be}", "เลือกแบบหรือปีงบประมาณอื่น ข้อมูลเดิมไม่เปลี่ยน"
        )
    return read_form(_path(data_dir, max(editions), form_id), max(editions), fiscal_year_be)


def find_form_ids(fiscal_year_be: int, data_dir: Path = DATA_DIR) -> tuple[str, ...]:
    """Ids of the usable forms in force in a fiscal year; a broken file does not hold up the others."""
    return tuple(
        each for each in _known_ids(fiscal_year_be, data_dir) if not _fault(each, fiscal_year_be, data_dir)
    )


def find_broken_forms(fiscal_year_be: int, data_dir: Path = DATA_DIR) -> tuple[BadCatalogue, ...]:
    """Why forms in force in a fiscal year cannot be used, one refusal for each."""
    faults = (_fault(each, fiscal_year_be, data_dir) for each in _known_ids(fiscal_year_be, data_dir))
    return tuple(fault for fault in faults if fault)


def _known_ids(fiscal_year_be: int, data_dir: Path) -> tuple[str, ...]:
    years = [year for year in _editions(data_dir) if year <= fiscal_year_be]
    folders = (data_dir / "evidence_forms" / f"fy{year}" for year in years)
    return tuple(
        sorted({path.stem for folder in folders for path in folder.glob("*.toml") if path.is_file()})
    )


def _fault(form_id: str, fiscal_year_be: int, data_dir: Path) -> BadCatalogue | None:
    try:
        load_form(form_id, fiscal_year_be, data_dir)
    except BadCatalogue as fault:
        return fault
    return None


@cache
def read_form(path: Path, edition_year_be: int, fiscal_year_be: int) -> EvidenceForm:
    """One form file, checked, for use in a fiscal year.

    Raises:
        BadCatalogue: the file breaks a rule; file, key and reason are named.
    """
    file = f"{path.parent.name}/{path.name}"
    table = load_table(path, file)
    _check_keys(table, FORM_SORTS, file, path.stem)
    levels = _rows(table, "level", LEVEL_SORTS, file)
    if [row["level"] for row in levels] != list(range(1, len(levels) + 1)):
        raise refuse(file, "level", "ระดับต้องเรียง 1, 2, 3 … ไม่ซ้ำและไม่ข้าม")
    if table["scoring"] not in {*Scoring}:
        raise refuse(file, path.stem, f"คีย์ scoring ต้องเป็นหนึ่งใน {', '.join(Scoring)}")
    form = EvidenceForm(
        id=path.stem,
        edition_year_be=edition_year_be,
        fiscal_year_be=fiscal_year_be,
        **{key: str(table[key]) for key in TEXTS},
        weight_pct=float(table["weight_pct"]),
        office_lines=_office_lines(table["office_lines"], file),
        scoring=Scoring(table["scoring"]),
        levels=tuple(FormLevel(**row | {"points": float(row["points"])}) for row in levels),
        items=tuple(_item(row, file) for row in _rows(table, "item", ITEM_SORTS, file)),
        rounds=tuple(FormRound(**row) for row in _rows(table, "round", ROUND_SORTS, file)),
        kinds=tuple(EvidenceKind(**row) for row in _rows(table, "kind", _texts("id", "name"), file)),
        baseline=tuple(BaselineRow(**row) for row in _rows(table, "baseline", BASELINE_SORTS, file)),
        n_baseline_years=table["n_baseline_years"],
        roles=tuple(table["roles"]),
    )
    check_texts(table, file, path.stem)
    check_form(form, file)
    return form


def _item(row: dict[str, Any], file: str) -> FormItem:
    where = f"item {row['id']}"
    return FormItem(
        id=row["id"],
        number=row["number"],
        level=row.get("level", 0),
        round_id=row["round"],
        title=row["title"],
        lines=tuple(row["lines"]),
        fields=tuple(_field(each, file, where) for each in _rows(row, "field", FIELD_SORTS, file, where)),
        sub_criteria=tuple(
            SubCriterion(**each) for each in _rows(row, "sub_criteria", _texts("number", "text"), file, where)
        ),
        min_files=row.get("min_files", 0),
        offers=tuple(
            _offer(each, file, where) for each in _rows(row, "offers", _texts("output", "kind"), file, where)
        ),
    )


def _offer(row: dict[str, str], file: str, where: str) -> EvidenceOffer:
    if row["output"] not in {*WorkOutput}:
        raise refuse(file, f"{where} offers", f"คีย์ output ต้องเป็นหนึ่งใน {', '.join(WorkOutput)}")
    return EvidenceOffer(WorkOutput(row["output"]), row["kind"])


def _field(row: dict[str, Any], file: str, where: str) -> EvidenceField:
    known = [str(each) for each in FieldType]
    if row["type"] not in known:
        raise refuse(file, f"{where} field {row['id']}", f"คีย์ type ต้องเป็นหนึ่งใน {', '.join(known)}")
    return EvidenceField(**row | {"type": FieldType(row["type"]), "choices": tuple(row.get("choices", ()))})


def _office_lines(table: Table, file: str) -> dict[OfficeType, str]:
    _check_keys(table, _texts(*OfficeType), file, "office_lines")
    return {kind: table[kind] for kind in OfficeType}


def _rows(
    table: Table, key: str, sorts: dict[str, Sort], file: str, where: str = ""
) -> tuple[dict[str, Any], ...]:
    """The checked tables of a list."""
    rows = tuple(table.get(key, ()))
    optional = OPTIONAL_IN.get(key, frozenset())
    for position, row in enumerate(rows, start=1):
        _check_keys(row, sorts, file, f"{where} {key} {row.get('id', position)}".strip(), optional)
    return rows


def _check_keys(
    table: Table, sorts: dict[str, Sort], file: str, where: str, optional: frozenset[str] = frozenset()
) -> None:
    require(table, [key for key in sorts if key not in OPTIONAL | optional], file=file, where=where)
    require_sorts(table, sorts, file=file, where=where)


def _texts(*keys: str) -> dict[str, Sort]:
    return dict.fromkeys(keys, Sort.TEXT)


def _editions(data_dir: Path) -> list[int]:
    folders = (data_dir / "evidence_forms").glob("fy*")
    return [int(found[1]) for folder in folders if (found := _EDITION.fullmatch(folder.name))]


def _path(data_dir: Path, edition_year_be: int, form_id: str) -> Path:
    return data_dir / "evidence_forms" / f"fy{edition_year_be}" / f"{form_id}.toml"
