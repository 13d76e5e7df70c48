"""The 74 messages of the product: what must be done, and how each is provoked."""

# ruff: noqa: E501 - rows of data

import datetime
import errno
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlalchemy.exc import OperationalError

from lib.domain.issues import Issue
from lib.errors import RefusedFile, WorkbenchError
from lib.ingest.reader_queue import ReaderQueue
from lib.ingest.reading_progress import ReadingProgress, ReadingStage
from lib.services import evidence_files, imports
from lib.services.evidence_rounds import freeze_round, submit_round
from lib.storage.engine import Store, writing
from lib.storage.refusals import plain_words
from lib.storage.settings import save_setting
from tests.builders import CODE, MATH, MATH_N, NAME, TITLE, Cell, make_workbook
from tests.ingest.bad_files import (
    docx,
    lie_about_size,
    make_zip,
    office_xlsx,
    ole,
    overlap,
    xlsx,
    xlsx_parts,
)
from tests.ingest.pdf_files import lines_of, make_pdf
from tests.ingest.persons import citizen_id
from tests.robustness.cases import Slot
from tests.robustness.crafted_containers import ARCHIVES
from tests.robustness.crafted_documents import pdf
from tests.robustness.crafted_sheets import cell, row, styled_rows
from tests.robustness.crafted_tables import looping_xls
from tests.robustness.crafted_values import scores
from tests.robustness.judge import KPI_FORM, KPI_ITEM, KPI_KIND, KPI_YEAR_BE, hand_in
from tests.robustness.office import SCHOOLS
from tests.robustness.xls_files import good_xls

#: What is to be done: refuse ✗, ask ?, warn !, repair ✓.
REFUSE, ASK, WARN, REPAIR = "refuse", "ask", "warn", "repair"
Said = Issue | WorkbenchError | ReadingProgress


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        provoke: gives what the workbench said; None where this release has nothing that could say it.
        deviation: why it is done otherwise than the table asks; ``done`` is then what is done.
    """

    code: str
    action: str
    provoke: Callable[[Store], Said] | None
    done: str = ""
    deviation: str = ""


def handed(
    code: str, content: Callable[[], bytes], name: str = "ข้อมูล.xlsx", slot: Slot = Slot.FIGURES
) -> Callable[[Store], Said]:
    """What the service says about a file under this code."""

    def provoke(store: Store) -> Said:
        try:
            issues = hand_in(store, slot, content(), name)
        except RefusedFile as refusal:
            return refusal
        found = next((issue for issue in issues if issue.code == code), None)
        if found is None:
            raise AssertionError(f"only {sorted({issue.code for issue in issues})}")
        return found

    return provoke


def raised(act: Callable[[Store], object]) -> Callable[[Store], Said]:
    """The error of an action."""

    def provoke(store: Store) -> Said:
        try:
            act(store)
        except WorkbenchError as error:
            return error
        raise AssertionError("nothing was said")

    return provoke


def _table(
    *rows: list[Cell], header: list[Cell] | None = None, year_be: int = 2567, sheet: str = "ข้อมูล"
) -> bytes:
    title: list[Cell] = [TITLE.format(year_be=year_be)]
    return make_workbook({sheet: [title, header or [CODE, NAME, MATH_N, MATH], *rows]})


def _school(n: int, *cells: Cell) -> list[Cell]:
    return [SCHOOLS[n].school_id, SCHOOLS[n].name, *cells]


_GOOD: list[list[Cell]] = [_school(n, 20, 40.0 + n) for n in range(4)]


def _one(value: Cell) -> Callable[[], bytes]:
    return lambda: scores([value, 41.0, 42.0, 43.0])


def _merged(range_: str) -> bytes:
    def fill(book: object) -> None:
        sheet = book.active  # type: ignore[attr-defined]
        for each in ([TITLE.format(year_be=2567)], [CODE, NAME, MATH_N, MATH], *_GOOD):
            sheet.append(each)
        sheet.merge_cells(range_)

    return office_xlsx(fill)


def _hidden(book: object) -> None:
    book.active.append(["ก", 1])  # type: ignore[attr-defined]
    sheet = book.create_sheet("ซ่อน")  # type: ignore[attr-defined]
    sheet.append(["ข", 2])
    sheet.sheet_state = "hidden"


def _same_file_again(store: Store) -> None:
    content = scores([50.0, 51.0, 52.0])
    for _ in range(2):
        imports.commit(store, imports.preview_file(store, content, "ก.xlsx"), content, by="สมหญิง")


def _wait_for_a_turn(store: Store) -> Said:
    del store
    told: list[int] = []
    queue = ReaderQueue(1, 0.01)
    place_told = threading.Event()

    def wait() -> None:
        with queue.turn("ข", lambda place: (told.append(place), place_told.set())):  # type: ignore[arg-type]
            pass

    with queue.turn("ก", print):
        waiting = threading.Thread(target=wait)
        waiting.start()
        place_told.wait(5)
    waiting.join()
    return ReadingProgress(ReadingStage.WAITING, told[0])


def _attach(store: Store, content: bytes, name: str) -> Said:
    form = (KPI_FORM, KPI_YEAR_BE, KPI_ITEM)
    return evidence_files.attach_file(store, *form, content, name, kind=KPI_KIND, by="ก").remarks[0]


def _over_quota(store: Store) -> None:
    limit = evidence_files.EVIDENCE_BYTES_MAX
    evidence_files.EVIDENCE_BYTES_MAX = 10
    try:
        _attach(store, pdf(b"<<>>", b"quota"), "ก.pdf")
    finally:
        evidence_files.EVIDENCE_BYTES_MAX = limit


def _second_editor(store: Store) -> None:
    for by in ("ก", "ข"):
        with writing(store) as session:
            save_setting(session, "office", by, seen_version=0, by=by)


def _closed_round(store: Store) -> None:
    form = (KPI_FORM, KPI_YEAR_BE)
    submit_round(store, *form, "6", by="ก")
    freeze_round(store, *form, "6", by="ก")
    submit_round(store, *form, "6", by="ก")


def _locked(store: Store) -> None:
    del store
    with plain_words():
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database is locked"))


def _full_disk(store: Store) -> None:
    del store
    with plain_words():
        raise OSError(errno.ENOSPC, "No space left on device")


_PICKED = "asked where columns are picked on the page; the column is left out meanwhile"
ROWS = (
    Row("F01", REFUSE, handed("F01", lambda: b"")),
    Row("F02", REFUSE, handed("F02", lambda: bytes((50 << 20) + 1))),
    Row("F03", REFUSE, handed("F03", lambda: _lie())),
    Row("F04", REFUSE, handed("F04", lambda: _packed_hard())),
    Row("F05", REFUSE, handed("F05", lambda: _overlapping())),
    Row("F06", REFUSE, handed("F06", lambda: _climbing())),
    Row(
        "F07",
        REFUSE,
        handed("F07", lambda: docx("<w:p/>", prolog='<!DOCTYPE x [<!ENTITY a "b">]>'), "ก.docx", Slot.REPORT),
    ),
    Row("F08", REFUSE, handed("F08", lambda: ole("EncryptedPackage"))),
    Row("F09", REFUSE, handed("F09", lambda: ole("EncryptedPackage"), "ก.docx", Slot.REPORT)),
    Row("F10", REFUSE, handed("F10", lambda: xlsx()[:-200])),
    Row("F11", REFUSE, handed("F11", lambda: good_xls()[:3000], "ก.xls")),
    Row("F12", REFUSE, handed("F12", lambda: bytes(range(256)) * 40)),
    Row("F13", REPAIR, handed("F13", good_xls)),
    Row(
        "F14",
        REFUSE,
        handed("F14", lambda: "<html><table><tr><td>ก</td></tr></table></html>".encode(), "ก.xls"),
        REPAIR,
        "settled for the product: offices export HTML tables daily, so they are read and the kind is named",
    ),
    Row("F15", ASK, handed("F15", lambda: "ก,ข\n1,2\n".encode())),
    Row("F16", REFUSE, handed("F16", lambda: _letters())),
    Row("F17", REFUSE, handed("F17", lambda: ole("WordDocument"), "ก.doc", Slot.REPORT)),
    Row("F18", WARN, handed("F18", partial(xlsx, macro=True), "ก.xlsm")),
    Row("F19", REFUSE, handed("F19", looping_xls, "ก.xls")),
    Row(
        "F20",
        WARN,
        raised(_same_file_again),
        REFUSE,
        "the page shows it before anybody can store; storing it all the same is refused",
    ),
    Row("F21", REFUSE, handed("F21", lambda: docx("<w:p/>"), "ก.docx")),
    Row(
        "F22", ASK, _wait_for_a_turn, "progress", "told as the reading's progress: nothing is to be answered"
    ),
    Row("S01", REFUSE, handed("S01", partial(xlsx, row(1, cell("A1")) + row(1_048_576, cell("XFD1048576"))))),
    Row("S02", REFUSE, handed("S02", lambda: b"1,2,3,4,5\n" * 1_000_000, "ก.csv")),
    Row("S03", WARN, handed("S03", styled_rows)),
    Row("S04", REFUSE, handed("S04", partial(xlsx, ""))),
    Row("S05", REFUSE, handed("S05", lambda: _without("xl/worksheets/sheet1.xml"))),
    Row("S06", ASK, handed("S06", partial(office_xlsx, _hidden))),
    Row("S07", REFUSE, handed("S07", partial(xlsx, names=tuple(f"ก{n}" for n in range(201))))),
    Row(
        "S08",
        ASK,
        handed(
            "S08", lambda: _table(*[[*each, 50] for each in _GOOD], header=[CODE, NAME, MATH_N, MATH, MATH])
        ),
    ),
    Row(
        "S09",
        ASK,
        handed("S09", lambda: _table(*[[*each, 7] for each in _GOOD], header=[CODE, NAME, MATH_N, MATH])),
        WARN,
        _PICKED,
    ),
    Row(
        "S10",
        ASK,
        handed("S10", lambda: _words_above()),
        REPAIR,
        "the guess is named and another row can be picked; nothing waits",
    ),
    Row("S11", ASK, handed("S11", partial(_merged, "D3:D5"))),
    Row("S12", REFUSE, handed("S12", lambda: make_workbook({"ก": [[MATH_N, MATH], [20, 45.5], [20, 46.0]]}))),
    Row("S13", ASK, handed("S13", lambda: _table(*_GOOD, _school(0, 20, 77.0)))),
    Row(
        "S14",
        ASK,
        handed("S14", lambda: _table(*_GOOD, ["", "บ้านสมมิต 1", 20, 41.0], header=[CODE, NAME, MATH_N, MATH])),
    ),
    Row("S15", ASK, handed("S15", lambda: _table(*_GOOD, ["99999999", "บ้านไกลแสนไกล", 20, 41.0]))),
    Row(
        "S16",
        WARN,
        handed("S16", lambda: _table(*_GOOD, ["10990009", "รวม", 80, 41.0])),
        REFUSE,
        "a total that carries a school's code is held back; one without is the area's own figure and is used as such",
    ),
    Row("S17", REFUSE, handed("S17", partial(xlsx, row(2, cell("A2")) + row(1, cell("A1"))))),
    Row(
        "S18", REFUSE, handed("S18", lambda: xlsx(row(1, cell("A1")) + "<!-- " + row(5, cell("A5")) + " -->"))
    ),
    Row("V01", REFUSE, handed("V01", _one("=1+1"))),
    Row("V02", ASK, handed("V02", _one("#REF!"))),
    Row("V03", ASK, handed("V03", _one("สี่สิบ"))),
    Row("V04", REPAIR, handed("V04", _one("๘๑.๕"))),
    Row("V05", ASK, handed("V05", _one("81,5"))),
    Row("V06", ASK, handed("V06", _one(-5))),
    Row("V07", ASK, handed("V07", _one(101))),
    Row("V08", ASK, handed("V08", lambda: _per_cents([0.45, 0.5, 0.6, 0.7]))),
    Row("V09", REFUSE, handed("V09", _one(1e300))),
    Row("V10", REPAIR, handed("V10", lambda: _years([2024] * 4))),
    Row("V11", ASK, handed("V11", lambda: _years(["67"] * 4))),
    Row("V12", ASK, handed("V12", lambda: _be_date())),
    Row("V13", ASK, handed("V13", lambda: _be_date(2024))),
    Row("V14", REPAIR, handed("V14", _one("ไม่มีข้อมูล"))),
    Row("V15", ASK, handed("V15", lambda: scores([0] * 12))),
    Row("V16", WARN, handed("V16", lambda: scores([40, 41, 42], [7, 20, 20]))),
    Row(
        "V17",
        ASK,
        handed(
            "V17",
            lambda: make_workbook({"ก": [["เลขประจำตัวประชาชน"], *([citizen_id(n)] for n in range(1, 9))]}),
        ),
        REFUSE,
        "person-level content is never kept, with no reason; counting up is offered instead",
    ),
    Row("V18", REPAIR, handed("V18", _one("8\u200b1.5"))),
    Row("V19", WARN, handed("V19", lambda: f"ก,ข\n{'ก' * 40_000},1\n".encode(), "ก.csv")),
    Row("C01", REFUSE, handed("C01", lambda: "ก,ข\n1,2\n".encode() + b"\xfc\xfd\xfe\n", "ก.csv")),
    Row(
        "C02",
        ASK,
        handed(
            "C02",
            lambda: "รหัสโรงเรียน,ชื่อโรงเรียน\n1,บ้าน\n".encode().decode("cp874", "replace").encode(),
            "ก.csv",
        ),
    ),
    Row(
        "C03",
        REFUSE,
        handed("C03", lambda: ("ก,ข,ค\n1,2,3\n" + '1,"บ้าน,1\n' + "1,2,3\n" * 100).encode(), "ก.csv"),
    ),
    Row(
        "C04",
        ASK,
        handed("C04", lambda: "ก;ข\n1;2\n".encode(), "ก.csv"),
        REPAIR,
        "the example stands on the page; nothing waits for an answer",
    ),
    Row("D01", WARN, handed("D01", lambda: make_pdf([], picture_on=[1]), "สแกน.pdf", Slot.REPORT)),
    Row(
        "D02",
        WARN,
        handed("D02", lambda: make_pdf(*[lines_of("มาตรฐานที่ 1 ดี")] * 201), "ยาว.pdf", Slot.REPORT),
    ),
    Row("A01", REFUSE, handed("A01", lambda: b"MZ\x90\0" + bytes(100), "ก.exe", Slot.EVIDENCE)),
    Row("A02", REPAIR, lambda store: _attach(store, pdf(b"<<>>", b"name"), "คำสั่ง\u202efdp.exe")),
    Row("A03", REFUSE, raised(_over_quota)),
    Row("K01", ASK, raised(_second_editor)),
    Row("K02", REFUSE, raised(_closed_round)),
    Row("K03", ASK, raised(_locked)),
    Row(
        "K04",
        WARN,
        None,
        "",
        "Streamlit's own page says that the connection is lost; every shown save is in the database already",
    ),
    Row("K05", REFUSE, raised(_full_disk)),
    Row(
        "K06",
        REFUSE,
        None,
        "",
        "one PC without sign-in has one person who may do all; rights come with the office server",
    ),
)


def _words_above() -> bytes:
    above: list[list[Cell]] = [[f"บรรทัดที่ {n} ของปีการศึกษา 2567"] for n in range(7)]
    return make_workbook({"ก": [*above, [CODE, NAME, MATH_N, MATH], *_GOOD]})


def _per_cents(values: list[Cell]) -> bytes:
    header: list[Cell] = [CODE, NAME, "ร้อยละผลการเรียนระดับ 3 ขึ้นไป"]
    rows = [_school(n, value) for n, value in enumerate(values)]
    return make_workbook({"ก": [["ปีการศึกษา 2567"], header, *rows]})


def _years(years: list[Cell]) -> bytes:
    rows = [[SCHOOLS[n].school_id, SCHOOLS[n].name, year, 20, 45.5] for n, year in enumerate(years)]
    return make_workbook({"ข้อมูล": [[CODE, NAME, "ปีการศึกษา", MATH_N, MATH], *rows]})


def _be_date(year: int = 2567) -> bytes:
    return scores([datetime.date(year, 5, 16), 41.0, 42.0])  # type: ignore[list-item]


def _lie() -> bytes:
    good, part, _ = ARCHIVES["xlsx"]
    return lie_about_size(good(), part, 1 << 30)


def _packed_hard() -> bytes:
    return make_zip([*xlsx_parts(), ("xl/a.xml", "<a>" + " " * (30 << 20))])


def _overlapping() -> bytes:
    return overlap(xlsx())


def _climbing() -> bytes:
    return make_zip([*xlsx_parts(), ("../../a.xml", "<a/>")])


def _letters() -> bytes:
    return make_zip([("a.txt", "ก")])


def _without(part: str) -> bytes:
    return make_zip([each for each in xlsx_parts() if each[0] != part])
