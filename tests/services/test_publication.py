"""The sample office's public copy: what is hidden, what an attacker learns, what a report may still say."""

import csv
import io
from datetime import date

import pytest

from lib.analysis.publication_figures import published_figures
from lib.analysis.publication_hiding import hide_small
from lib.analysis.publication_tables import make_figure_tables, make_units
from lib.catalog.publication import load_publication_rules
from lib.domain.publication import Publication, PublicationSettings, PublishedUnit
from lib.errors import WorkbenchError
from lib.report.open_data import open_data_files
from lib.services.analysis import examine_office, load_office_data, make_periods
from lib.services.office import load_office, size_scheme
from lib.services.publication import load_publication_settings, save_publication_settings
from lib.services.publication_history import load_publication_history, record_publication
from lib.services.school_codes import school_codes
from lib.storage.engine import Store, open_store
from tests.robustness.attack_publication import ranges_of

_LOOKED_AT = ("general.dropout_pct", "general.retention_pct", "personnel.transfer_requests", "academic.gpax")


@pytest.fixture(scope="module")
def publication(sample_store: Store) -> Publication:
    """A few indicators with all schools named, the harder case for hiding."""
    office, _ = load_office(sample_store)
    data = load_office_data(sample_store)
    found = examine_office(data, make_periods(data))
    scheme, rules, settings = (
        size_scheme(office),
        load_publication_rules(),
        PublicationSettings(schools="named"),
    )
    units, groups = make_units(found.cube.schools, scheme, shows_schools=True)
    year = found.cube.depth - 1
    tables = tuple(
        table
        for table in make_figure_tables(found.cube, units)
        if table.indicator.id in _LOOKED_AT and table.year == year
    )
    hidden = hide_small(tables, units, settings, lambda table: rules.counts_people(table.indicator))
    called = [
        PublishedUnit(
            "school",
            school.school_id,
            school.name,
            (school.cluster, school.district, band.name if (band := scheme.band_of(school.pupils)) else ""),
        )
        for school in found.cube.schools
    ]
    called += [PublishedUnit(kind, key, name) for kind, key, name in groups]  # type: ignore[arg-type]
    figures = tuple(published_figures(hidden, found.cube, called, data.catalogue, data.rules))
    return Publication(settings, figures, (), data.version)


def test_no_small_count_is_shown(publication: Publication) -> None:
    counts = [each.numerator for each in publication.figures if each.numerator is not None]
    assert counts
    assert not [count for count in counts if 0 < count < 5]
    rests = [
        each.denominator - each.numerator
        for each in publication.figures
        if each.numerator is not None and each.denominator is not None
    ]
    assert not [rest for rest in rests if 0 < rest < 5]
    assert min(each.denominator for each in publication.figures if each.denominator) >= 10


def test_an_attacker_with_all_totals_tells_no_hidden_count_closer_than_five(
    publication: Publication, sample_store: Store
) -> None:
    files = open_data_files(publication, load_office_data(sample_store).catalogue, "สำนักงานสมมติ")
    rows = list(csv.DictReader(io.StringIO(files["figures.csv"].decode("utf-8-sig"))))
    own = [row for row in rows if row["indicator_id"] == "general.dropout_pct"]
    ranges = ranges_of(own)
    assert len(ranges) > 40
    assert {unit: ends for unit, ends in ranges.items() if ends[1] - ends[0] < 5 - 1e-6} == {}


def test_who_stayed_is_hidden_where_who_left_is(publication: Publication) -> None:
    hidden = {
        indicator: {
            each.unit for each in publication.figures if each.indicator_id == indicator and each.is_hidden
        }
        for indicator in ("general.dropout_pct", "general.retention_pct")
    }
    assert hidden["general.dropout_pct"] == hidden["general.retention_pct"] != set()


def test_a_mean_of_few_is_hidden_with_their_number(publication: Publication) -> None:
    hidden = [each for each in publication.figures if each.indicator_id == "academic.gpax" and each.is_hidden]
    assert 2 <= len(hidden) <= 20
    assert {(each.value, each.denominator) for each in hidden} == {(None, None)}


def test_codes_stay_the_same_and_tell_no_order(sample_store: Store, tmp_path) -> None:  # type: ignore[no-untyped-def]
    schools = load_office_data(sample_store).schools
    store = open_store(f"sqlite:///{(tmp_path / 'own.sqlite3').as_posix()}")
    codes = school_codes(store, schools)
    assert school_codes(store, schools) == codes
    assert len(set(codes.values())) == len(schools)
    in_order = [codes[school.school_id] for school in schools]
    assert in_order not in (sorted(in_order), sorted(in_order, reverse=True))
    store.dispose()


def test_a_code_cannot_be_worked_out_from_the_school_code(sample_store: Store, tmp_path) -> None:  # type: ignore[no-untyped-def]
    schools = load_office_data(sample_store).schools
    stores = [
        open_store(f"sqlite:///{(tmp_path / name).as_posix()}") for name in ("one.sqlite3", "two.sqlite3")
    ]
    one, two = (school_codes(store, schools) for store in stores)
    assert sum(one[school.school_id] == two[school.school_id] for school in schools) <= 1
    for store in stores:
        store.dispose()


def test_choices_and_the_log_are_kept(tmp_path, publication: Publication) -> None:  # type: ignore[no-untyped-def]
    store = open_store(f"sqlite:///{(tmp_path / 'own.sqlite3').as_posix()}")
    chosen = PublicationSettings(10, 20, show_zero=False, schools="none", sections=("preface_text",))
    save_publication_settings(store, chosen, seen_version=0, by="ผู้ทดสอบ")
    assert load_publication_settings(store) == (chosen, 1)
    for _ in range(2):
        record_publication(store, publication, date(2026, 11, 22), by="ผู้ทดสอบ")
    told = load_publication_history(store)
    assert [words.split(" แสดง")[0] for _, _, words in told] == ["เผยแพร่ครั้งแรก"]
    store.dispose()


def test_a_blocked_report_is_published_as_a_draft_only() -> None:
    from types import SimpleNamespace

    from lib.services.publication_site import refuse_draft

    blocked = SimpleNamespace(content=SimpleNamespace(is_draft=True))
    with pytest.raises(WorkbenchError, match="ยังเผยแพร่ไม่ได้"):
        refuse_draft(blocked, as_draft=False)  # type: ignore[arg-type]
    refuse_draft(blocked, as_draft=True)  # type: ignore[arg-type]
