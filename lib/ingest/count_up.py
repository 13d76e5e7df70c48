"""A list of pupils or staff counted up by school, grade and sex; no person is left in the counts."""

from collections import Counter, defaultdict

from lib.catalog.count_up import CountUpWords
from lib.domain.count_up import CountedUp, CountTable, CountUpOffer, ListColumn
from lib.domain.indicators import Catalogue
from lib.domain.periods import PeriodKind
from lib.domain.persons import PersonSort
from lib.domain.sheets import COUNTED_WORDS_SHEET, Workbook, column_letter
from lib.ingest.cells import cell_text
from lib.ingest.count_up_figures import Persons, School, count_figures
from lib.ingest.person_lists import PersonList, PersonRow, read_person_list
from lib.ingest.personal_cells import name_in, number_in
from lib.ingest.year_hints import sheet_period
from lib.thai.codes import tidy_code
from lib.thai.school_names import tidy_school_name
from lib.thai.text import fold_key, sort_key

_MOST_WORDS = 30
_OTHER_WORDS, _NO_GRADE = "อื่น ๆ", "ไม่ระบุชั้น"
_USES = {
    "school_name": "โรงเรียน",
    "school_code": "โรงเรียน",
    "grade": "ชั้น",
    "room": "ห้อง",
    "sex": "เพศ",
    "word": "นับแยกตามคำ",
    "year": "ปี",
    str(PersonSort.TITLE): "เพศ",
}


def count_up(
    workbook: Workbook, file_name: str, words: CountUpWords, catalogue: Catalogue
) -> CountedUp | None:
    """Count every list of the workbook.

    Args:
        file_name: may name the school and the year, as titles and sheet names may.

    Returns:
        None where there is no list, or none that tells its school.
    """
    lists = [found for sheet in workbook.sheets if (found := read_person_list(sheet, file_name, words))]
    if not lists:
        return None
    persons: dict[School, list[PersonRow]] = defaultdict(list)
    for row in (row for one in lists for row in one.rows):
        persons[_school_of(row)].append(row)
    nameless = persons.pop(("", ""), [])
    if not persons:
        return None
    schools = sorted(persons, key=lambda school: (school[0], sort_key(school[1])))
    offer = _make_offer(lists, file_name, words, len(schools), len(nameless))
    figures = tuple(count_figures(persons, schools, words, catalogue, offer.period))
    return CountedUp(offer, figures, _words_table(lists, persons, schools))


def _school_of(row: PersonRow) -> School:
    code, name = tidy_code(row.school_code), tidy_school_name(row.school_name)
    return code, name


def _make_offer(
    lists: list[PersonList], file_name: str, words: CountUpWords, n_schools: int, no_school: int
) -> CountUpOffer:
    rows = [row for one in lists for row in one.rows]
    texts = (file_name, *(text for one in lists for text in (one.sheet.name, *one.titles)))
    used: list[ListColumn] = []
    left: list[ListColumn] = []
    for one in lists:
        for place in sorted({*one.headers, *one.roles}):
            use = _USES.get(one.roles.get(place, ""), "")
            header = one.headers.get(place, "")
            column = ListColumn(one.sheet.name, column_letter(place), header, use)
            (used if use else left).append(column)
    return CountUpOffer(
        _period_words(lists, file_name),
        len(rows),
        n_schools,
        sum(one.n_other for one in lists),
        no_school,
        sum(not row.grade for row in rows),
        sum(not row.sex for row in rows),
        any(word in text for word in words.partial for text in (*texts, *(each.header for each in used))),
        tuple(used),
        tuple(left),
    )


def _period_words(lists: list[PersonList], file_name: str) -> str:
    """The one year that titles, names and a year column give; empty where they give none or several."""
    found: set[str] = set()
    for one in lists:
        hint, _ = sheet_period(one.titles, one.sheet.name, file_name).for_kind(PeriodKind.ACADEMIC_YEAR)
        if hint is not None:
            kind = (hint.kind or PeriodKind.ACADEMIC_YEAR).label
            found.add(f"{kind} {hint.year_be}")
        places = [place for place, role in one.roles.items() if role == "year"]
        texts = {
            cell_text(cells[place]) for cells in one.sheet.rows for place in places if place < len(cells)
        }
        years = {hint.year_be for text in texts for hint in sheet_period((text,), "", "").hints}
        found |= {f"{PeriodKind.ACADEMIC_YEAR.label} {year}" for year in years}
    return found.pop() if len(found) == 1 else ""


def _words_table(lists: list[PersonList], persons: Persons, schools: list[School]) -> CountTable | None:
    """Every countable column by its words, as the list writes them, for the office to look at."""
    headers = {
        fold_key(one.headers[place]): one.headers[place]
        for one in lists
        for place, role in one.roles.items()
        if role == "word"
    }
    counts = {
        school: Counter((key, _word(text)) for row in persons[school] for key, text in row.words if text)
        for school in schools
    }
    no_grade = {school: sum(not row.grade for row in persons[school]) for school in schools}
    total: Counter[tuple[str, str]] = sum(counts.values(), Counter())
    pairs = [pair for key in headers for pair, _ in total.most_common() if pair[0] == key]
    if not pairs and not any(no_grade.values()):
        return None
    kept = pairs[:_MOST_WORDS]
    rest = set(pairs[_MOST_WORDS:])
    header = [f"{headers[key]}: {text}" for key, text in kept]
    rows: list[tuple[str | int | None, ...]] = []
    for code, name in schools:
        own = counts[code, name]
        cells: list[int] = [own[pair] for pair in kept]
        if rest:
            cells.append(sum(own[pair] for pair in rest))
        rows.append((code, name, *cells, no_grade[code, name]))
    more = [_OTHER_WORDS] if rest else []
    return CountTable(
        COUNTED_WORDS_SHEET,
        ("จำนวนคนตามคำที่เขียนในไฟล์",),
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", *header, *more, _NO_GRADE),
        tuple(rows),
    )


def _word(text: str) -> str:
    """A word as written; anything that may name a person is counted among the others."""
    return _OTHER_WORDS if len(text) > 40 or name_in(text) or number_in(text) else text
