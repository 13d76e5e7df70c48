"""Questions about the shape of a file: hidden sheets and doubled columns."""

from dataclasses import replace

from lib.domain.columns import Column, Role
from lib.domain.sheets import column_letter
from lib.ingest.choices import ImportChoices
from lib.ingest.reading import TableReading
from lib.services.import_preview import Preview
from lib.ui.import_answers import LATER, show_question
from lib.ui.plain import plain


def show_structure_questions(preview: Preview) -> None:
    """Draw the pickers for hidden sheets and doubled columns."""
    hidden = [issue.sheet for issue in preview.issues if issue.code == "S06"]
    answered = (*preview.choices.hidden_sheets, *preview.choices.skipped_sheets)
    for sheet in dict.fromkeys((*answered, *hidden)):
        _ask_hidden(preview, sheet)
    for table, columns in _doubled_columns(preview):
        _ask_doubled(preview, table, columns)


def _ask_hidden(preview: Preview, sheet: str) -> None:
    choices = preview.choices
    is_hidden = (
        sheet in choices.hidden_sheets
        or any(issue.code == "S06" and issue.sheet == sheet for issue in preview.issues)
        or any(seen.is_hidden and seen.sheet == sheet for seen in preview.data.layouts)
    )
    kind = "ชีตซ่อน" if is_hidden else "ชีตที่ไม่ใช้"
    current = True if sheet in choices.hidden_sheets else False if sheet in choices.skipped_sheets else None

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        read = tuple(name for name in now.hidden_sheets if name != sheet)
        left = tuple(name for name in now.skipped_sheets if name != sheet)
        return replace(
            now,
            hidden_sheets=(*read, sheet) if picked is True else read,
            skipped_sheets=(*left, sheet) if picked is False else left,
        )

    words: dict[object, str] = {None: LATER, True: "อ่านด้วย", False: "ไม่อ่าน"}
    show_question(
        preview, f"hidden-{sheet}", f"{kind} “{plain(sheet)}”", (None, True, False), current,
        lambda option: words[option], change,
    )  # fmt: skip


def _doubled_columns(preview: Preview) -> list[tuple[TableReading, tuple[Column, ...]]]:
    found = []
    for table in preview.data.tables:
        values: dict[tuple[str, int | None], list[Column]] = {}
        for column in table.columns:
            if column.role is Role.VALUE:
                values.setdefault((column.indicators[0], column.year_be), []).append(column)
        found += [(table, tuple(same)) for same in values.values() if len(same) > 1]
    return found


def _ask_doubled(preview: Preview, table: TableReading, columns: tuple[Column, ...]) -> None:
    by_index = {column.index: column for column in columns}

    def change(now: ImportChoices, picked: object) -> ImportChoices:
        kept = dict(now.columns)
        if picked is not None:
            others = [column for index, column in by_index.items() if index != picked]
            kept |= {table.place(column): str(Role.REMARK) for column in others}
        return replace(now, columns=tuple(kept.items()))

    where = f" ในชีต “{plain(table.sheet)}”" if table.sheet else ""
    show_question(
        preview, f"doubled-{table.place(columns[0])}",
        f"คอลัมน์ “{plain(columns[0].title)}”{where} มีหลายคอลัมน์ ใช้คอลัมน์", (None, *by_index), None,
        lambda index: LATER if index is None else f"คอลัมน์ {column_letter(int(str(index)))}", change,
    )  # fmt: skip
