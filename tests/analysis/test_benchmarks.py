"""Which of several stated figures an area is held against."""

from lib.analysis.benchmarks import Benchmark, preferred, widest
from lib.domain.observations import Scope

OWN = Benchmark(Scope.AREA, "เขตสมมติ", 40.0)
FIRST, SECOND = Benchmark(Scope.PROVINCE, "จังหวัดก", 41.0), Benchmark(Scope.PROVINCE, "จังหวัดข", 42.0)
BASIC, PRIVATE = Benchmark(Scope.AFFILIATION, "สพฐ.", 43.0), Benchmark(Scope.AFFILIATION, "สช.", 55.0)


def test_the_widest_place_speaks_and_never_the_area_or_a_cluster() -> None:
    cluster = Benchmark(Scope.CLUSTER, "กลุ่มน้ำใส", 60.0)
    assert widest((OWN, cluster)) is None
    assert widest((OWN, cluster, FIRST)) == FIRST
    assert widest((OWN, FIRST, Benchmark(Scope.NATION, "ประเทศ", 50.0))) == Benchmark(
        Scope.NATION, "ประเทศ", 50.0
    )


def test_of_two_provinces_neither_is_the_comparator() -> None:
    assert widest((FIRST, SECOND)) is None
    assert preferred((FIRST, SECOND), 2567) is None


def test_of_two_affiliations_the_schools_own_speaks() -> None:
    assert widest((PRIVATE, BASIC)) == BASIC


def test_a_catalogue_value_of_another_year_is_no_comparator_of_a_sentence() -> None:
    own = Benchmark("", "ค่าเฉลี่ยประเทศ ปี 2566", 30.0)
    assert preferred((own,), 2567) is None
    assert preferred((own,), 2566) == own
    assert widest((own,)) == own
